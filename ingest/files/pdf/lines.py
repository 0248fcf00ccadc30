"""Characters become lines of text: sorted, doubled ones dropped, blanks where they mean something.

PDFs put blanks around digits and Latin letters (2022 年 2 月) and stretch lines to the margin;
neither was typed, so blanks stay only between words and where there is a real gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import inf
from operator import attrgetter, sub

from ingest.files.content import clean
from ingest.files.pdf.page import Char

__all__ = ["HANGING", "Line", "to_line", "to_lines"]

#: Marks that may hang over the margin.
HANGING = frozenset("，。、；：！？")

#: A number that a blank parts from its title even though a digit stands before it.
_NUMBERED = re.compile(r"(?:专\s?栏|附\s?(?:件|表|录)?)\s?\d{1,2}")
_BODY_ENDS = frozenset("局委厅部办院会府署行司室处心团")
#: In widths of a character: a gap between Chinese characters that separates, and one as wide as a tab.
_GAP, _WIDE_GAP = 0.8, 1.6
#: A gap that no rule here takes for a blank.
_NO_GAP = 0.19
#: In widths of a character: half of what a gutter keeps free, and what it leaves behind a mark that hangs into it.
_FREE, _HUNG = 0.45, 0.3
_LEFT, _BASE = attrgetter("x0"), attrgetter("y")


#: What a footnote is referred to by, and how far above the line, in widths of a character; behind a letter it is a power.
_NOTE_MARKS, _RAISED = frozenset("0123456789[]〔〕()（）*①②③④⑤⑥⑦⑧⑨⑩"), 0.2


@dataclass(frozen=True, eq=False)
class Line:
    """A line of text with its place: `y` is the baseline; `first` is how wide its first unbreakable piece is.

    Lines are compared by identity: a page may have two that say the same.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first: float
    page: int = 0
    chars: Sequence[Char] = field(default=(), repr=False)

    @cached_property
    def ink(self) -> list[Char]:
        """The characters other than blanks; asked for by everything that looks for gaps."""
        return [char for char in self.chars if not char.text.isspace()]

    @cached_property
    def edge(self) -> float:
        """Where the line ends without the marks behind it, which may hang over the margin; asked for at every guess of margins."""
        ends = (char.x1 for char in self.ink if char.text not in HANGING)
        return max(ends, default=self.x1)

    @cached_property
    def gap(self) -> float:
        """The widest gap between two characters that follow each other; most lines are running text and have none."""
        ink = self.ink
        return max(map(sub, [char.x0 for char in ink[1:]], [char.x1 for char in ink]), default=-inf)

    @cached_property
    def spans(self) -> list[tuple[float, float]]:
        """Where the middle of a gutter cannot be; a mark at the end of a column may hang into it."""
        ink = self.ink
        free, hung = _FREE * self.size, _HUNG * self.size
        spans: list[tuple[float, float]] = []
        last, start, end = len(ink) - 1, inf, -inf
        for at, char in enumerate(ink):
            if char.text in HANGING and (at == last or ink[at + 1].x0 >= char.x1 + hung):
                continue
            left, right = char.x0 - free, char.x1 + free
            if left <= end:
                if right > end:
                    end = right
            else:
                if start < inf:
                    spans.append((start, end))
                start, end = left, right
        if start < inf:
            spans.append((start, end))
        return spans


def to_lines(chars: Iterable[Char], page: int) -> list[Line]:
    """Return the lines that some characters make, from top to bottom."""
    # By their height, and those of one height from left to right: two sorts by one number are faster than one by two.
    ordered = sorted(chars, key=_LEFT)
    ordered.sort(key=_BASE)
    rows: list[list[Char]] = []
    top = near = 0.0
    for char in ordered:
        down = char.y - top
        if rows and (down < near or down < 0.45 * char.size):
            rows[-1].append(char)
        else:
            rows.append([char])
            top, near = char.y, 0.45 * char.size
    lines = [to_line(sorted(row, key=_LEFT), page) for row in rows]
    return [line for line in lines if line is not None]


def to_line(row: Sequence[Char], page: int) -> Line | None:
    """Return the line that some characters make, in the order given, or None if they show nothing."""
    plain = [char for char in row if char.text >= "⺀"]
    # A mark that refers to a footnote stands higher than this.
    raised = _median([char.y for char in plain]) - _RAISED * plain[0].size if plain else -inf
    if _runs_on(row, raised):
        kept, text = row, clean("".join([char.text for char in row]))
    else:
        kept, text = _put_together(row, raised)
    if not text:
        return None
    # How wide a Chinese character is tells its size better than how high a digit is.
    size = _median([char.size for char in kept if char.text >= "⺀"] or [char.size for char in kept])
    right, y = max([char.x1 for char in kept]), _median([char.y for char in kept])
    return Line(text, kept[0].x0, right, y, size, _first(kept), page, row)


def _runs_on(row: Sequence[Char], raised: float) -> bool:
    """Tell whether a line is all characters that stand close to each other, as most are: no blank, none doubled, none raised."""
    text = "".join([char.text for char in row])
    return (
        text.split() == [text]
        and row[0].y >= raised
        and all(
            char.x0 - before.x1 < _NO_GAP * char.size and char.text != before.text and char.y >= raised
            for before, char in pairwise(row)
        )
    )


def _put_together(row: Sequence[Char], raised: float) -> tuple[Sequence[Char], str]:
    """Return the characters of a line that count, and its text."""
    kept: list[Char] = []
    parts: list[str] = []
    space = False
    before: Char | None = None
    for char in row:
        text = char.text
        if char.y < raised and text in _NOTE_MARKS and not (before and _latin(before.text)):
            continue
        if text.isspace():
            space = True
            continue
        if before is not None:
            if text == before.text and _doubled(char, before):
                continue
            gap = char.x0 - before.x1
            if space or gap >= _NO_GAP * char.size:
                blank = _blank(before, char, space)
                apart = space or gap > 0.2 * char.size
                parts.append(" " if apart and not blank and _is_number_of_part(parts) else blank)
                space = False
        else:
            space = False
        parts.append(text)
        kept.append(char)
        before = char
    return kept, clean("".join(parts))


def _median(values: list[float]) -> float:
    values.sort()
    half, odd = divmod(len(values), 2)
    return values[half] if odd else (values[half - 1] + values[half]) / 2


def _is_number_of_part(parts: Sequence[str]) -> bool:
    return len(parts) < 12 and _NUMBERED.fullmatch("".join(parts)) is not None


def _doubled(char: Char, before: Char) -> bool:
    """Tell whether a character is drawn on top of the one before, as bold type is made."""
    return (
        char.text == before.text
        and char.x0 - before.x0 < 0.4 * (before.x1 - before.x0)
        and abs(char.y - before.y) < 0.2 * char.size
    )


def _blank(before: Char, char: Char, space: bool) -> str:
    gap = (char.x0 - before.x1) / max(before.size, char.size)
    if _latin(before.text) and _latin(char.text):
        return " " if space or gap > 0.2 else ""
    if space and before.text in _BODY_ENDS and gap > 0.2:
        # 市财政局 市科技局: a blank that was typed keeps two names apart.
        return "  " if gap > _WIDE_GAP else " "
    return "" if gap < _GAP else " " if gap < _WIDE_GAP else "  "


def _latin(text: str) -> bool:
    return text.isascii() and not text.isspace()


def _first(chars: Sequence[Char]) -> float:
    """Return the width of what a line break cannot split off: a word, or a character with the marks that follow it."""
    end = 1
    while end < len(chars) and (
        (
            _latin(chars[end].text)
            and _latin(chars[end - 1].text)
            and chars[end].x0 - chars[end - 1].x1 < 0.2 * chars[end].size
        )
        or chars[end].text in "，。、；：？！）》”’〕】%％"
        or chars[end - 1].text in "（《“‘〔【"
    ):
        end += 1
    return chars[end - 1].x1 - chars[0].x0
