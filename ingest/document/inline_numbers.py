"""Numbers in mid-paragraph: a conversion that lost line breaks leaves （一）… （二）… on one line, or the whole text.

A paragraph is split only where its own number goes on (behind 1. comes 2., behind a
sentence), or where a whole run from 1 upwards stands behind its heading. A long text
without a number of its own is split where a run of chapters stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.language.item_numbers import read_marker
from ingest.language.numerals import chinese_number
from ingest.language.paragraphs import Paragraph

__all__ = ["split_inline"]

_HAN = "[一二三四五六七八九十]{1,3}"
_BEHIND = r"[。;!?)]\s*"
#: 2.3个月内, 2.4月底前: a number of whole things behind the dot.
_GLUED = r"\d{1,4}(?:个(?!百分)|[月日天周年家名项处条所座户])"
#: The mark of the end of a sentence or bracket, then the next number: a mark is found many times faster than a number behind one.
_NEXT = {
    "han": re.compile(rf"{_BEHIND}(?P<number>{_HAN})、(?=[一-鿿“]{{2}})(?!{_HAN}、)"),
    "han_in": re.compile(rf"{_BEHIND}\((?P<number>{_HAN})\)(?=[一-鿿“])"),
    "digits": re.compile(rf"[。)]\s*(?P<number>\d{{1,2}})[.．、](?=[一-鿿“《]|{_GLUED})"),
    "digits_in": re.compile(rf"{_BEHIND}\((?P<number>\d{{1,2}})\)(?=[一-鿿“])"),
    "circled": re.compile(rf"{_BEHIND}(?P<number>[①-⑳])(?=[一-鿿“])"),
}
#: Which numbers may begin below a heading in the same paragraph, and the first of them, which may stand right behind it.
_BELOW = {"han": ("han_in", "digits"), "han_in": ("digits",), "digits": ("digits_in",)}
_FIRST = {
    "han_in": re.compile(r"\s*\(一\)(?=[一-鿿“])"),
    "digits": re.compile(rf"(?<![\d.．:;,、])\s*1[.．、](?=[一-鿿“《]|{_GLUED})"),
    "digits_in": re.compile(r"(?<=[。;!?)])\s*\(1\)(?=[一-鿿“])"),
}
#: What each of those holds.
_HOLDS_FIRST = {"han_in": "(一)", "digits": "1", "digits_in": "(1)"}
#: A text without line breaks is longer than a paragraph.
_WHOLE_TEXT = 800


def split_inline(paragraph: Paragraph) -> list[Paragraph]:
    """Return the paragraph, or the numbered items that it runs together.

    Examples
    --------
    >>> from ingest.document.reflow import reflow
    >>> [item.text for item in split_inline(reflow("（一）甲。做好。（市财政局负责）（二）乙。做好。")[0])]
    ['（一）甲。做好。（市财政局负责）', '（二）乙。做好。']
    """
    cuts = [] if paragraph.table else _cuts(paragraph.folded)
    if not cuts:
        return [paragraph]
    starts = [0, *cuts]
    items = [paragraph.cut(start, end) for start, end in zip(starts, [*cuts, len(paragraph.text)], strict=True)]
    return [each for item in items for each in split_inline(item)]


def _cuts(folded: str) -> list[int]:
    marker = read_marker(folded)
    if marker is None:
        chapters = list(_run(folded, "han", 1, 0)) if len(folded) > _WHOLE_TEXT else []
        return chapters if len(chapters) > 1 else []
    cuts = list(_run(folded, marker.kind, marker.value + 1, marker.end))
    if cuts:
        return cuts
    for kind in _BELOW.get(marker.kind, ()):
        if folded.find(_HOLDS_FIRST[kind], marker.end) < 0:
            continue
        first = _FIRST[kind].search(folded, marker.end)
        if first:
            below = [first.end() - len(first[0].lstrip()), *_run(folded, kind, 2, first.end())]
            if len(below) > 1:
                return below
    return []


def _run(folded: str, kind: str, value: int, start: int) -> Iterator[int]:
    """Yield where the numbers `value`, `value` + 1 … of a kind stand."""
    if kind not in _NEXT:
        return
    for match in _NEXT[kind].finditer(folded, max(start - 1, 0)):
        if _value(match["number"]) == value:
            value += 1
            behind = match[0][1:]
            yield match.end() - len(behind.lstrip())


def _value(number: str) -> int | None:
    return ord(number) - ord("①") + 1 if "①" <= number <= "⑳" else chinese_number(number)
