"""When a task is due beside the bracket that says who answers: （市水利局牵头）（2027年6月底前）, （市水利局牵头）2027年底前完成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.clauses.words import any_of

__all__ = ["Due", "due_beside", "is_due"]

_DATE = rf"{any_of('until')}?\d[^,;。()]{{0,16}}{any_of('until_end')}(?:基本)?{any_of('done')}?"
_ALWAYS = rf"{any_of('always')}{{1,2}}{any_of('acts')}?"
_ALONE = re.compile(rf"{_DATE}|{_ALWAYS}")
_BEHIND = re.compile(rf"\s*(?:\((?P<due>{_DATE}|{_ALWAYS})\)|(?P<told>{_DATE}|{_ALWAYS})(?=[。;]|\s*$))")
_BEFORE = re.compile(rf"\((?P<due>{_DATE}|{_ALWAYS})\)\s*$")
_LONGEST = 40


class Due(NamedTuple):
    """A date with the offsets that it takes up, its brackets included, and those of its words."""

    start: int
    end: int
    said: tuple[int, int]


def is_due(words: str) -> bool:
    """Return whether some words say when something is due, and nothing else.

    Examples
    --------
    >>> is_due("2027年6月底前"), is_due("长期坚持"), is_due("2027年印发")
    (True, True, False)
    """
    return _ALONE.fullmatch(words) is not None


def due_beside(folded: str, start: int, end: int) -> Iterator[Due]:
    """Yield the dates right before and behind a bracket.

    Examples
    --------
    >>> [due.said for due in due_beside("修渠。(市水利局牵头)(2027年底前)", 3, 11)]
    [(12, 19)]
    """
    before = _BEFORE.search(folded, max(0, start - _LONGEST), start)
    if before:
        yield Due(before.start(), before.end(), before.span("due"))
    behind = _BEHIND.match(folded, end)
    if behind:
        yield Due(behind.start(), behind.end(), behind.span("due" if behind["due"] else "told"))
