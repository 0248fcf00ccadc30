"""Numbers in mid-paragraph: a conversion that lost line breaks leaves （一）… （二）… on one line.

A paragraph is split only where its own number goes on (behind 1. comes 2., behind a
sentence), or where a whole run from 1 upwards stands behind its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.markers import chinese_number, read_marker
from ingest.text import Paragraph

__all__ = ["split_inline"]

_HAN = "[一二三四五六七八九十]{1,3}"
_BEHIND = r"(?:(?<=[。;!?])|(?<=[。;!?]\))|(?<=\)))\s*"
_NEXT = {
    "han_in": re.compile(rf"{_BEHIND}\((?P<number>{_HAN})\)(?=[一-鿿“])"),
    "digits": re.compile(r"(?:(?<=。)|(?<=\)))\s*(?P<number>\d{1,2})[.．、](?=[一-鿿“《])"),
    "digits_in": re.compile(rf"{_BEHIND}\((?P<number>\d{{1,2}})\)(?=[一-鿿“])"),
    "circled": re.compile(rf"{_BEHIND}(?P<number>[①-⑳])(?=[一-鿿“])"),
}
#: Which numbers may begin below a heading in the same paragraph.
_BELOW = {"han": "han_in", "han_in": "digits", "digits": "digits_in"}


def split_inline(paragraph: Paragraph) -> list[Paragraph]:
    """Return the paragraph, or the numbered parts that it runs together.

    Examples
    --------
    >>> from ingest.reflow import reflow
    >>> [part.text for part in split_inline(reflow("（一）甲。做好。（市财政局负责）（二）乙。做好。")[0])]
    ['（一）甲。做好。（市财政局负责）', '（二）乙。做好。']
    """
    marker = None if paragraph.table else read_marker(paragraph.folded)
    if marker is None:
        return [paragraph]
    cuts = list(_run(paragraph.folded, marker.kind, marker.value + 1, marker.end))
    if not cuts and marker.kind in _BELOW:
        below = list(_run(paragraph.folded, _BELOW[marker.kind], 1, marker.end))
        cuts = below if len(below) > 1 else []
    starts = [0, *cuts]
    return [paragraph.cut(start, end) for start, end in zip(starts, [*cuts, len(paragraph.text)], strict=True)]


def _run(folded: str, kind: str, value: int, start: int) -> Iterator[int]:
    """Yield where the numbers `value`, `value` + 1 … of a kind stand."""
    if kind not in _NEXT:
        return
    for match in _NEXT[kind].finditer(folded, start):
        if _value(match["number"]) == value:
            value += 1
            yield match.start() + len(match[0]) - len(match[0].lstrip())


def _value(number: str) -> int:
    return ord(number) - ord("①") + 1 if "①" <= number <= "⑳" else chinese_number(number)
