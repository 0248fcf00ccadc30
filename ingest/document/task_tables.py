"""Tables whose rows are tasks: which column says what, and what merged cells mean.

Cells of a line are separated by tabs. A header row names the columns in any order and
is repeated on each page; a row with one cell heads a group. Where a format does not tell its
merged cells, an empty cell of a responsibility column belongs to the cell above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from graph.width import fold_width
from ingest.clauses.clause import Clause, parse_clause
from ingest.clauses.declarations import FIRST_LEADS
from ingest.clauses.quotes import Quote, QuotedOwner, quote_owners
from ingest.language.agency_lists import lists_bodies
from ingest.language.labels import deadline_label, label_role, names_person
from ingest.language.paragraphs import Paragraph
from ingest.language.role_verbs import ROLE_WORDS

__all__ = [
    "CellOwners",
    "Columns",
    "OwnerCell",
    "TaskRow",
    "cells_of",
    "column_name",
    "has_tasks",
    "is_task_header",
    "names_agencies",
    "owner_label",
    "read_header",
    "read_owner_cells",
    "read_task_rows",
]

_NUMBER = re.compile(r"序\s?号|编\s?号|序")
_TASK = re.compile(
    r"具体(?:任务|举措|措施|内容|工作|事项)|举措|措施|(?:工作|任务|主要|重点|政策)内容|任务|事项|重点工作|工作要点|内容|项目|清单|职责|工作"
)
_SPECIFIC = re.compile(r"具体|举措|措施|内容")
_INDICATOR = re.compile(r"指标|目标值")
_WHEN = re.compile(r"时限|时间|期限|进度")
_MOST = 40
_LONGEST_HEADER = 30
#: A column whose cells are this long on average says what is done.
_WORDY = 12
#: Headers that mean a label only because they head a column.
_SHORT = {
    "单位": "责任单位",
    "部门": "责任部门",
    "责任": "责任单位",
    "牵头": "牵头单位",
    "主办": "主办单位",
    "协办": "协办单位",
    "配合": "配合单位",
    "落实": "落实单位",
    "成员单位": "责任单位",
    "市直部门": "责任部门",
    "县直部门": "责任部门",
    "责任县区": "责任单位",
    "责任县(市、区)": "责任单位",
}

#: What stands for the cell above.
_DITTO = re.compile(r"同上|[〃″]|\"|“|”")
_ROLE = re.compile(ROLE_WORDS.pattern("header"))
_BODY = r"(?:单位|部门|主体|处室|科室|股室|机构|乡镇|镇街|镇办|县区|区县|县\(市、?区\)|领导|责任人|人)"
#: 县级责任单位, 牵头部门/单位, 牵头单位及配合单位, 整改责任单位.
_OWNER_HEADER = re.compile(
    rf"(?:[省市县区州盟旗镇乡](?:级|直)|属地|整改|任务|工作|主要|直接|具体|项目){{0,2}}(?:{_ROLE.pattern}){{1,2}}{_BODY}?"
    rf"(?:(?:和|及|与|、|/|或)(?:{_ROLE.pattern}){{0,2}}{_BODY})*\d?(?<=[位门体室构镇街办区)人导\d])"
)


@dataclass(frozen=True)
class OwnerCell:
    """A cell of a responsibility column: the header's label, what it says, and the line it stands on."""

    label: str
    text: str
    place: Paragraph


@dataclass(frozen=True)
class CellOwners:
    """What the owner cells of one row say together: the words, the clause they make, its owners."""

    text: str
    clause: Clause | None
    owners: tuple[QuotedOwner, ...]

    @property
    def open_ended(self) -> bool:
        """Whether the list of owners ends in 等."""
        return self.clause is not None and self.clause.open_ended


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One task of a table.

    Attributes
    ----------
    number : str
        Its 序号 as written, or its position from 1 where the table has none.
    title : str
        The task cell without blanks, to its first 。, at most 40 characters.
    cells : tuple of OwnerCell
        Of the responsibility columns those that are not empty; merged cells filled.
    deadline : str or None
        The cell of the deadline column.
    paragraph : Paragraph
        The line it stands on.
    at : int
        Which of the paragraphs it is, from 0.
    first_leads : bool
        True where the header declares that the first agency of a cell leads.
    """

    number: str
    title: str
    cells: tuple[OwnerCell, ...]
    deadline: str | None
    paragraph: Paragraph
    at: int
    first_leads: bool

    def read_owners(self, *, first_leads: bool) -> CellOwners:
        """Return what the row's cells say; `first_leads` means that an earlier clause declared that rule."""
        return read_owner_cells(self.cells, self.paragraph, first_leads=first_leads or self.first_leads)


@dataclass(frozen=True)
class Columns:
    """What the columns of a task table mean: header names, and where number, task, owners and deadline stand."""

    number: int | None
    task: int
    owners: dict[int, str]
    deadline: int | None
    names: tuple[str, ...]
    first_leads: bool


def cells_of(paragraph: Paragraph) -> list[str]:
    """Return the cells of a table line without blanks at their ends."""
    return [cell.strip() for cell in paragraph.text.split("\t")]


def column_name(cell: str) -> str:
    """Return a header as columns are told by: in half width, without blanks."""
    return re.sub(r"\s", "", fold_width(cell))


def read_header(cells: Sequence[str]) -> Columns | None:
    """Return what the columns of a header row mean, or None if the row heads no task table."""
    names = tuple(column_name(cell) for cell in cells)
    if any(len(name) > _LONGEST_HEADER for name in names) or any(_INDICATOR.search(name) for name in names):
        return None
    owners = {at: label for at, name in enumerate(names) if (label := owner_label(name))}
    # 责任人 beside 责任单位 says nothing about agencies.
    owners = {at: label for at, label in owners.items() if not names_person(label)} or owners
    tasks = [at for at, name in enumerate(names) if at not in owners and _TASK.search(name) and not _WHEN.search(name)]
    if not owners or not tasks:
        return None
    specific = [at for at in tasks if _SPECIFIC.search(names[at])]
    number = next((at for at, name in enumerate(names) if _NUMBER.fullmatch(name)), None)
    deadline = next(
        (at for at, name in enumerate(names) if at not in owners and (deadline_label(name) or _WHEN.search(name))),
        None,
    )
    rule = any(FIRST_LEADS.search(name) for name in names)
    return Columns(
        number=number, task=(specific or tasks)[-1], owners=owners, deadline=deadline, names=names, first_leads=rule
    )


def owner_label(name: str) -> str:
    """Return the label that a header means: itself without brackets (牵头单位（责任领导）), or the plain word for a longer one."""
    plain = re.sub(r"\(.*?\)|及责任人|及其?负责人|名称$", "", name)
    if plain in _SHORT:
        return _SHORT[plain]
    if label_role(plain) and len(plain) > 2:
        return plain
    if not _OWNER_HEADER.fullmatch(name):
        return ""
    roles = list(dict.fromkeys(_ROLE.findall(plain)))
    # One column for several roles says in each cell who has which.
    return f"{roles[0]}单位" if len(roles) == 1 and label_role(f"{roles[0]}单位") else "责任单位"


def read_owner_cells(cells: Sequence[OwnerCell], row: Paragraph, *, first_leads: bool) -> CellOwners:
    """Return what the responsibility cells of a row say.

    Parameters
    ----------
    cells
        Those that are not empty.
    row
        The line that they belong to; a merged cell stands on an earlier line.
    first_leads
        True where a declared rule makes the first agency of a list the lead.
    """
    if not cells:
        return CellOwners("", None, ())
    text = cells[0].text if len(cells) == 1 else "；".join(f"{cell.label}：{cell.text}" for cell in cells)
    clause = parse_clause(text, first_leads=first_leads, label=cells[0].label)
    owners: list[QuotedOwner] = []
    for owner in clause.owners if clause else ():
        place = next((cell.place for cell in cells if owner.agency.written in cell.text), row)
        owners += quote_owners([owner], Quote(text, place))
    return CellOwners(text, clause, tuple(owners))


def _unheaded(tables: Sequence[Paragraph]) -> Columns | None:
    """Return the columns of a table without header: one names bodies in every row, another says what they do."""
    rows = [cells_of(paragraph) for paragraph in tables]
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width > 6 or any(_INDICATOR.search(cell) for cell in rows[0]):
        return None
    filled = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    owners = [at for at, cells in enumerate(filled) if cells and all(lists_bodies(cell) for cell in cells)]
    wordy = [at for at, cells in enumerate(filled) if cells and sum(map(len, cells)) >= _WORDY * len(cells)]
    if len(owners) != 1 or not wordy or owners[0] in wordy:
        return None
    number = next((at for at, cells in enumerate(filled) if cells and all(cell.isdigit() for cell in cells)), None)
    task = max(wordy, key=lambda at: sum(map(len, filled[at])))
    return Columns(number=number, task=task, owners={owners[0]: "责任单位"}, deadline=None, names=(), first_leads=False)


def is_task_header(paragraph: Paragraph) -> bool:
    """Return whether a table line is the header of a task table or its second row; an indicator table (指标表) has none."""
    cells = cells_of(paragraph) if paragraph.table else []
    return paragraph.table and (read_header(cells) is not None or _names_columns(cells))


def _is_indicator_header(cells: Sequence[str]) -> bool:
    names = list(map(column_name, cells))
    marked = any(owner_label(name) or _NUMBER.fullmatch(name) for name in names)
    return marked and all(len(name) <= _LONGEST_HEADER for name in names) and any(map(_INDICATOR.search, names))


def has_tasks(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether some paragraphs hold a task table."""
    return _first_columns(paragraphs) is not None


def _first_columns(paragraphs: Sequence[Paragraph]) -> Columns | None:
    tables = [paragraph for paragraph in paragraphs if paragraph.table]
    headers = (read_header(cells_of(paragraph)) for paragraph in tables)
    return next((header for header in headers if header), None) or _unheaded(tables)


def read_task_rows(paragraphs: Sequence[Paragraph]) -> Iterator[TaskRow]:
    """Yield the tasks of the tables among some paragraphs."""
    columns = None if any(is_task_header(paragraph) for paragraph in paragraphs) else _first_columns(paragraphs)
    above: dict[int, OwnerCell] = {}
    task = number = ""
    names: list[str] = []
    count = 0
    for position, paragraph in enumerate(paragraphs):
        if not paragraph.table:
            above, task = {}, ""
            continue
        cells = cells_of(paragraph)
        header = read_header(cells) or (columns and names and _below_header(names, cells))
        names = cells if header else []
        if header:
            columns = header
            continue
        if columns and _is_indicator_header(cells):
            columns = None  # a table of another kind begins
        if columns is None or tuple(map(column_name, cells)) == columns.names:
            continue
        cells = _aligned(cells, columns)
        own = {
            at: OwnerCell(label, cells[at], paragraph)
            for at, label in columns.owners.items()
            if at < len(cells) and cells[at]
        }
        own |= {at: above[at] for at, cell in own.items() if _DITTO.fullmatch(cell.text) and at in above}
        here = cells[columns.task] if columns.task < len(cells) else ""
        if not here and not own:
            continue
        task = here or task
        written = cells[columns.number] if columns.number is not None and columns.number < len(cells) else ""
        filled = {} if paragraph.merges_known else above
        above = {
            at: cell for at in columns.owners if (cell := own.get(at) or _merged(columns, at, filled, own, written))
        }
        count += 1
        number = written or (number if columns.number is not None and number else str(count))
        deadline = cells[columns.deadline] if columns.deadline is not None and columns.deadline < len(cells) else None
        yield TaskRow(
            number=number,
            title=_title(task),
            cells=tuple(replace(cell, label=columns.owners[at]) for at, cell in above.items()),
            deadline=deadline or None,
            paragraph=paragraph,
            at=position,
            first_leads=columns.first_leads,
        )


def _names_columns(cells: Sequence[str]) -> bool:
    filled = [column_name(cell) for cell in cells if cell]
    return bool(filled) and all(owner_label(cell) or deadline_label(cell) for cell in filled)


def _below_header(names: Sequence[str], cells: Sequence[str]) -> Columns | None:
    """Return the columns of a header of two rows: 责任分工 above, 牵头单位 and 配合单位 below it."""
    if not _names_columns(cells):
        return None
    return read_header([below or above for above, below in zip_longest(names, cells, fillvalue="")])


def _aligned(cells: list[str], columns: Columns) -> list[str]:
    """Return the cells of a row in their columns: copied from a page, a row lacks the cells that a merged one covers."""
    missing = len(columns.names) - len(cells)
    for at in (len(cells), 0, 1, *range(len(cells) - 1, 1, -1)):
        moved = [*cells[:at], *[""] * missing, *cells[at:]]
        if missing > 0 and names_agencies(moved, columns):
            return moved
    return cells


def names_agencies(cells: Sequence[str], columns: Columns) -> bool:
    """Return whether the columns of responsibility name agencies, and the column of tasks does not."""
    owners = [cells[at] for at, label in columns.owners.items() if cells[at] and not names_person(label)]
    clauses = [parse_clause(cell) for cell in owners]
    return (
        bool(owners)
        and all(clause and not clause.skipped for clause in clauses)
        and not lists_bodies(cells[columns.task])
    )


def _merged(
    columns: Columns,
    at: int,
    above: dict[int, OwnerCell],
    own: dict[int, OwnerCell],
    number: str,
) -> OwnerCell | None:
    """Return the cell above an empty one, if they are one merged cell as far as a text can tell.

    Somebody answers for every task, so an empty 牵头单位 or 责任单位 is merged; nobody need support it, so an empty
    配合单位 of a row with a number and a lead of its own is empty, and so is a 责任单位 beside a 牵头单位.
    """
    role = label_role(columns.owners[at])
    led = any(label_role(columns.owners[other]) == "lead" for other in own)
    return None if (role in ("support", "guide") or (role == "co_own" and led)) and own and number else above.get(at)


def _title(cell: str) -> str:
    return re.sub(r"\s", "", cell).split("。")[0][:_MOST]
