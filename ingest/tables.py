"""Tables whose rows are tasks: which column says what, and what merged cells mean.

Cells of a line are separated by tabs. A header row names the columns in any order and
is repeated on each page; a row with one cell heads a group; an empty cell of a
responsibility column belongs to the cell above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.labels import DEADLINE_LABELS, LABEL_ROLES
from ingest.text import Paragraph, fold_width

__all__ = ["Row", "is_task_header", "task_rows"]

_NUMBER = re.compile(r"序\s?号|编\s?号|序")
_TASK = re.compile(
    r"具体(?:任务|举措|措施|内容|工作|事项)|举措|措施|(?:工作|任务|主要|重点|政策)内容|任务|事项|重点工作|工作要点|内容|项目|清单"
)
_SPECIFIC = re.compile(r"具体|举措|措施|内容")
_INDICATOR = re.compile(r"指标|目标值")
_WHEN = re.compile(r"时限|时间|期限|进度")
_MOST = 40


@dataclass(frozen=True)
class Row:
    """One task of a table.

    Attributes
    ----------
    number : str
        Its 序号 as written, or its position from 1 where the table has none.
    title : str
        The task cell without blanks, to its first 。, at most 40 characters.
    cells : list of (str, str, Paragraph)
        Header, cell and the line it stands on, of the responsibility columns that are not empty; merged cells filled.
    deadline : str or None
        The cell of the deadline column.
    paragraph : Paragraph
        The line it stands on.
    """

    number: str
    title: str
    cells: list[tuple[str, str, Paragraph]]
    deadline: str | None
    paragraph: Paragraph


@dataclass(frozen=True)
class _Columns:
    number: int | None
    task: int
    owners: dict[int, str]
    deadline: int | None
    names: tuple[str, ...]


def _cells(paragraph: Paragraph) -> list[str]:
    return [cell.strip() for cell in paragraph.text.split("\t")]


def _columns(cells: Sequence[str]) -> _Columns | None:
    names = tuple(re.sub(r"\s", "", fold_width(cell)) for cell in cells)
    if any(len(name) > 14 for name in names) or any(_INDICATOR.search(name) for name in names):
        return None
    owners = {at: name for at, name in enumerate(names) if _label(name)}
    tasks = [at for at, name in enumerate(names) if at not in owners and _TASK.search(name) and not _WHEN.search(name)]
    if not owners or not tasks:
        return None
    specific = [at for at in tasks if _SPECIFIC.search(names[at])]
    number = next((at for at, name in enumerate(names) if _NUMBER.fullmatch(name)), None)
    deadline = next((at for at, name in enumerate(names) if name in DEADLINE_LABELS or _WHEN.search(name)), None)
    return _Columns(number, (specific or tasks)[-1], {at: _label(name) for at, name in owners.items()}, deadline, names)


def _label(name: str) -> str:
    """Return the label that a header means: itself, or the first label inside it (牵头单位（责任领导）)."""
    plain = re.sub(r"\(.*?\)", "", name)
    return plain if plain in LABEL_ROLES and len(plain) > 2 else ""


def is_task_header(paragraph: Paragraph) -> bool:
    """Tell whether a table line is the header of a task table; an indicator table (指标表) has none."""
    return paragraph.table and _columns(_cells(paragraph)) is not None


def task_rows(paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
    """Yield the tasks of the tables among some paragraphs."""
    columns: _Columns | None = None
    above: dict[int, tuple[str, Paragraph]] = {}
    count = 0
    for paragraph in paragraphs:
        if not paragraph.table:
            above = {}
            continue
        cells = _cells(paragraph)
        header = _columns(cells)
        if header:
            columns = header
            continue
        if columns is None or len(cells) <= columns.task or not cells[columns.task]:
            continue
        if tuple(re.sub(r"\s", "", fold_width(cell)) for cell in cells) == columns.names:
            continue
        count += 1
        empty = ("", paragraph)
        own = {at: (cells[at], paragraph) for at in columns.owners if at < len(cells) and cells[at]}
        above = {at: own.get(at, above.get(at, empty)) for at in columns.owners}
        number = cells[columns.number] if columns.number is not None else str(count)
        title = re.sub(r"\s", "", cells[columns.task]).split("。")[0][:_MOST]
        deadline = cells[columns.deadline] if columns.deadline is not None and columns.deadline < len(cells) else None
        owners = [(columns.owners[at], cell, place) for at, (cell, place) in above.items() if cell]
        yield Row(number or str(count), title, owners, deadline or None, paragraph)
