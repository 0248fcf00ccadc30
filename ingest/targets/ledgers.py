"""Targets in the rows of task tables and ledgers: what the header of a column tells about the numbers below it.

The year in a header (2026年目标) is the due year of its cells. A cell that holds no more than an amount says what is
wanted of the task that its row names. What has been reached (2025年完成情况) is not wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from ingest.document.table_blocks import is_task_header
from ingest.document.table_headers import cells_of, column_name
from ingest.language.paragraphs import Paragraph
from ingest.targets.dates import Moment, deadline, last_day
from ingest.targets.passage import read_passage
from ingest.targets.predicates import read_predicate
from ingest.targets.quantities import find_quantities
from ingest.targets.selection import bare_comparator
from ingest.targets.sentences import Target, find_targets
from ingest.targets.words import any_of

__all__ = ["Heading", "read_headings", "read_row"]

#: A header is no longer than this.
_LONGEST = 20
_GOAL = re.compile(any_of("goal"))
_REACHED = re.compile(any_of("achieved"))
#: What the second line of a header says below 目标: 2026年, 2027年底目标.
_YEAR = re.compile(
    rf"(?:到|至)?(?:19|20)[0-9]{{2}}年?[底末]?(?:前|之前)?(?:年?度?(?:工作)?{any_of('year_goal')}(?:任务|值)?)?"
)


@dataclass(frozen=True)
class Heading:
    """What a header tells of the cells below it: their deadline, whether they say goals, or what has been reached."""

    due: Moment | None
    goal: bool
    reached: bool


def read_headings(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[Heading | None, ...]]:
    """Return what the headers tell of each column, for every table line that stands below some, by its place in the file."""
    headed: dict[int, tuple[Heading | None, ...]] = {}
    above: list[str] = []  # the header line right above
    columns: tuple[Heading | None, ...] = ()
    for paragraph in paragraphs:
        if not paragraph.table:
            above, columns = [], ()
            continue
        cells = cells_of(paragraph)
        names = list(map(column_name, cells))
        if is_task_header(paragraph) or (above and _completes(names)):
            names = _over(above, names) if above else names
            above, columns = names, tuple(map(_heading, names))
            continue
        above = []
        if any(columns) and len(cells) == len(columns):
            headed[paragraph.source(0)] = columns
    return headed


def _completes(names: Sequence[str]) -> bool:
    """Return whether a line only divides the columns of the header above it by years."""
    said = [name for name in names if name]
    return bool(said) and all(map(_YEAR.fullmatch, said))


def _over(above: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the header that two lines make; a cell that is divided stands over all its parts."""
    whole: list[str] = []
    over = ""
    for at in range(max(len(above), len(names))):
        first = above[at] if at < len(above) else ""
        second = names[at] if at < len(names) else ""
        over = first or (over if second else "")
        whole.append(second + over if second and second != over else first)
    return whole


def _heading(name: str) -> Heading | None:
    if len(name) > _LONGEST:
        return None
    due, goal, reached = deadline(name), bool(_GOAL.search(name)), bool(_REACHED.search(name))
    return Heading(due=due, goal=goal, reached=reached) if due or goal else None


def read_row(
    row: Paragraph,
    columns: Sequence[Heading | None],
    title: str,
    besides: AbstractSet[str],
    *,
    since: int = 0,
    handed: Moment | None = None,
) -> Iterator[Target]:
    """Yield the targets in the cells of a task table's row that say what is done.

    Parameters
    ----------
    row
        The line of the table.
    columns
        What the headers tell of its columns (`read_headings`); empty where they tell nothing.
    title
        The task, of which an amount alone is wanted.
    besides
        What other columns say: the deadline and the responsibility clause, which are not read.
    since, handed
        As `find_targets` has them.
    """
    start = 0
    for at, cell in enumerate(row.text.split("\t")):
        heading = columns[at] if at < len(columns) else None
        said = cell.strip()
        if said and not any(said in other for other in besides) and not (heading and heading.reached):
            for target in _of_cell(cell, heading, title, since=since, handed=handed):
                yield replace(target, start=target.start + start, end=target.end + start)
        start += len(cell) + 1


def _of_cell(cell: str, heading: Heading | None, title: str, *, since: int, handed: Moment | None) -> Iterator[Target]:
    due = heading.due if heading else None
    amount = _amount(cell, due, title) if heading else None
    if amount:
        yield from amount
        return
    found = find_targets(cell, since=since, handed=due or handed, due=due if heading and heading.goal else None)
    yield from (replace(target, metric=target.metric or title) for target in found)


def _amount(cell: str, due: Moment | None, metric: str) -> list[Target]:
    """Return the targets of a cell that holds an amount and nothing else: ≥95%, 18个, 3—5家."""
    passage = read_passage(cell)
    text = passage.chars
    runs = find_quantities(text)
    if len(runs) != 1 or runs[0][-1].stop != len(text.rstrip()):
        return []
    predicate = read_predicate(text, 0, runs[0][0].start)
    if predicate.start > 0:
        return []
    start, end = passage.span(0, runs[0][-1].stop)
    return [
        Target(
            text=cell[start:end],
            metric=metric,
            kind="quantitative",
            change=predicate.change,
            comparator=quantity.comparator or predicate.comparator or bare_comparator(text, quantity, predicate),
            value=quantity.value,
            unit=quantity.unit,
            due=due.due if due else None,
            due_derived=due.derived if due else None,
            due_by=last_day(due, "") if due else None,
            baseline=None,
            start=start,
            end=end,
            rule="amount_in_a_goal_column",
        )
        for quantity in runs[0]
    ]
