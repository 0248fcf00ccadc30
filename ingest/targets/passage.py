"""Read a passage the way a reader does: without blanks, asides and quoted names, yet able to point back at every character.

The folded text is shorter than the original: blanks of conversion and bracketed asides are gone, and what stands
inside 《》 or quotation marks is blanked, because numbers there belong to names. Only ``Passage.at`` leads back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.width import BLANK, FOLD, OFTEN, replacer
from ingest.language.role_verbs import ROLE_WORDS

__all__ = ["Passage", "fold", "read_passage"]

#: More than the width of letters: brackets of quotations, and other line ends.
_folded = replacer(FOLD | {"「": "“", "」": "”", "﹪": "%", "﹣": "-", "\r": "\n", "\u2028": "\n"}, OFTEN)
#: 二〇二五年 is 2025年, character by character.
_YEAR = re.compile(r"[〇○零一二三四五六七八九][〇○零一二三四五六七八九]{3}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
#: What becomes of a character: it is read, left out, blanked, or ends a sentence.
_READ, _DROPPED, _BLANKED, _ENDS = range(4)
_SAME = re.compile(rb"\x00+|\x01+|\x02+|\x03+")
#: A text without any of these is read as it is.
_APART = re.compile(r'[()《》“”"]|[^\S\n\t]')
_GAP = re.compile(r"[^\S\n\t]")
_RUN = re.compile(r"(?P<gap>[^\S\n\t]+)|[\S\n\t]+")
_INSIDE = re.compile(r"[^()]+")
_CLOSES = {")": "(", "》": "《", "”": "“"}
_PERIOD = re.compile(r"十[一二三四五六七]五")
_RESPONSIBLE = re.compile(ROLE_WORDS.pattern("narrated", "said"))
_DEADLINE = re.compile(r"(?:19|20)[0-9]{2}年.{0,8}[前底末].{0,6}\Z")


class Passage(NamedTuple):
    """A folded text and the offset of each of its characters in the original."""

    original: str
    chars: str
    at: Sequence[int]
    asides: tuple[Passage, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the folded characters ``start:end`` stand in the original."""
        return self.at[start], self.at[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """Return the original words of the folded characters ``start:end``, without blanks between Chinese characters."""
        if start >= end:
            return ""
        first, last = self.span(start, end)
        return _joined(self.original[first:last])


def fold(text: str) -> str:
    """Fold width, brackets, quotation marks and line ends, character by character, so that offsets stay.

    Examples
    --------
    >>> fold("（２０２５年）达到５％，「甲」")
    '(2025年)达到5%,“甲”'
    """
    return _folded(text)


def read_passage(text: str, skip: Sequence[tuple[int, int]] = ()) -> Passage:
    """Fold `text` for reading.

    Parameters
    ----------
    text
        One passage; paragraphs end with a line feed.
    skip
        Spans of `text` that say who is responsible; they end a sentence and are not read.

    Returns
    -------
    Passage
        Its asides are the bracketed remarks that hold a number, to be read for themselves.
    """
    folded = _YEAR.sub(lambda year: year.group().translate(_DIGITS), fold(text))
    if not skip and not _APART.search(folded):
        return Passage(text, folded, range(len(text)))
    marks = bytearray(len(text))
    asides: list[tuple[int, int]] = []
    for opening, start, end in _enclosed(folded):
        inner = folded[start + 1 : end - 1]
        if opening == "(":
            if _DEADLINE.search(inner):
                marks[start] = marks[end - 1] = _DROPPED
                continue
            responsible = _RESPONSIBLE.search(inner)
            marks[start:end] = bytes([_ENDS if responsible else _DROPPED]) * (end - start)
            if not responsible and any(char.isdigit() for char in inner):
                asides.append((start + 1, end - 1))
        elif _PERIOD.fullmatch(inner.strip()):
            marks[start] = marks[end - 1] = _DROPPED
        else:
            marks[start:end] = bytes([_BLANKED]) * (end - start)
    for start, end in skip:
        marks[start:end] = bytes([_ENDS]) * len(marks[start:end])
    spans = sorted(skip)
    ends = [end for _, end in spans]
    kept = [
        Passage(text, *_compact(folded, None, start, end))
        for start, end in asides
        if not ((at := bisect_left(ends, start + 1)) < len(spans) and spans[at][0] < end)
    ]
    chars, places = _compact(folded, marks, 0, len(text))
    return Passage(text, chars, places, tuple(kept))


def _compact(folded: str, marks: bytearray | None, start: int, end: int) -> tuple[str, list[int]]:
    """Return the characters from `start` to `end` that are read, and where each stands; without `marks` only brackets are dropped."""
    parts: list[str] = []
    at: list[int] = []
    last = ""
    gap = False
    for mark, low, high in _stretches(folded, marks, start, end):
        if mark == _DROPPED:
            continue
        if mark == _READ:
            if not gap and not _GAP.search(folded, low, high):
                parts.append(folded[low:high])
                at.extend(range(low, high))
                last = folded[high - 1]
                continue
            for run in _RUN.finditer(folded, low, high):
                if run.lastgroup == "gap":
                    gap = True
                    continue
                first, stop = run.span()
                # A blank between two Latin words or two numbers keeps them apart.
                if gap and last and _latin(last) and _latin(folded[first]):
                    parts.append(" ")
                    at.append(first - 1)
                gap = False
                parts.append(run.group())
                at.extend(range(first, stop))
                last = folded[stop - 1]
        elif mark == _BLANKED:
            parts.append(BLANK * (high - low))
            at.extend(range(low, high))
            last, gap = BLANK, False
        elif last != "\n":
            parts.append("\n")
            at.append(low)
            last, gap = "\n", False
    return "".join(parts), at


def _stretches(folded: str, marks: bytearray | None, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of characters that are dealt with alike: their mark, start and end."""
    if marks is None:
        for run in _INSIDE.finditer(folded, start, end):
            yield _READ, *run.span()
        return
    for same in _SAME.finditer(marks, start, end):
        yield same.group()[0], *same.span()


_MARK = re.compile(r'[()《》“”"\n]')


def _enclosed(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield the outermost brackets, titles and quotations of each line as (opening mark, start, end)."""
    stack: list[tuple[str, int]] = []
    depth = {"(": 0, "《": 0, "“": 0}
    found: list[tuple[str, int, int]] = []
    straight = -1
    for match in _MARK.finditer(folded):
        char, offset = match.group(), match.start()
        if char == "\n":
            # An unclosed mark ends at the line end; what it would have enclosed is read as text.
            stack.clear()
            depth = dict.fromkeys(depth, 0)
            straight = -1
        elif char == '"':
            if straight < 0:
                straight = offset
            else:
                found.append(("“", straight, offset + 1))
                straight = -1
        elif char in depth:
            stack.append((char, offset))
            depth[char] += 1
        elif depth[_CLOSES[char]]:
            while True:
                opening, start = stack.pop()
                depth[opening] -= 1
                if opening == _CLOSES[char]:
                    break
            found.append((opening, start, offset + 1))
    # A straight quotation is found apart from the others, hence the order by start and the check for overlap.
    end = -1
    for opening, start, stop in sorted(found, key=lambda item: (item[1], -item[2])):
        if start >= end:
            yield opening, start, stop
            end = stop


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _joined(text: str) -> str:
    parts = text.split()
    joined = "".join(parts[:1])
    for part in parts[1:]:
        joined += (" " if _latin(joined[-1]) and _latin(part[0]) and not part[0].isdigit() else "") + part
    return joined
