"""Several numbered duties in one cell of a task table, each with owners of its own: parts of the row's task.

1.推行“一窗通”，由区行政审批局牵头，区税务局配合；2.免费刻制首套印章（区财政局牵头）。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.clauses.clause import parse_clause
from ingest.document.words import any_of
from ingest.language.agency_lists import can_name_agency

__all__ = ["CellDuty", "read_cell_duties"]

_NUMBER = re.compile(r"(?:^|(?<=[。；;\s）)]))\s*(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）])|[①-⑳]")
_BRACKET = re.compile(rf"[（(](?P<clause>[^（）()]{{2,120}}{any_of('answers')}[^（）()]{{0,80}})[)）]")
_BEHIND = re.compile(
    rf"[，,；;](?:由|请)(?P<clause>[^。；;]{{2,120}}?{any_of('answers')}(?:[，,][^。；;]{{2,120}}?{any_of('helps')})?)[。；;\s]*$"
)


@dataclass(frozen=True)
class CellDuty:
    """One duty of a cell: where it stands in the cell, its words without the clause, its clause."""

    start: int
    end: int
    title: str
    clause: str


def read_cell_duties(cell: str) -> list[CellDuty]:
    """Return the duties of a cell if each of them says who answers for it, else an empty list.

    Examples
    --------
    >>> [(duty.title, duty.clause) for duty in read_cell_duties("1.修路（市住建局牵头）；2.架桥，由市水利局牵头，市财政局配合。")]
    [('修路', '市住建局牵头'), ('架桥', '市水利局牵头，市财政局配合')]
    """
    marks = list(_NUMBER.finditer(cell))
    if len(marks) < 2:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(cell)]
    duties = [_duty(cell, mark.end(), end, mark.start()) for mark, end in zip(marks, ends, strict=True)]
    said = [duty for duty in duties if duty]
    return said if len(said) == len(duties) and _distinct(said) else []


def _duty(cell: str, start: int, end: int, begin: int) -> CellDuty | None:
    text = cell[start:end]
    match = _BRACKET.search(text) or _BEHIND.search(text)
    clause = parse_clause(match["clause"]) if match else None
    if match is None or clause is None or not all(can_name_agency(owner.agency.written) for owner in clause.owners):
        return None
    title = text[: match.start()].strip("，,；;。 ")
    return CellDuty(begin, end, title, match["clause"])


def _distinct(duties: Sequence[CellDuty]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(duties))
