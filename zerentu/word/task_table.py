"""The annex table of a plan: its tasks by section, each owner in its role, on A4 landscape, as a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.messages import Message, _
from graph.model.schema import ROLES
from graph.visible import visible
from zerentu.settings import language, tell
from zerentu.word.forms import CELL, HEAD, NOTE, TITLE, landscape, new_document, number_pages, saved
from zerentu.word.tables import Cell, Table

if TYPE_CHECKING:
    from docx.document import Document

    from zerentu.word.rows import PlanTable, TaskRow
    from zerentu.word.template import Template

__all__ = ["add_task_table", "fill_task_tables", "note_words", "table_title", "task_table_document"]

#: Captions and widths in millimetres, together as wide as the type area.
_COLUMNS: tuple[tuple[Message, float], ...] = (
    (_("序号"), 10),
    (_("重点任务"), 59),
    (_("牵头单位"), 25),
    (_("共同负责\n（责任单位）"), 31),
    (_("配合单位"), 31),
    (_("指导"), 16),
    (_("落实"), 20),
    (_("完成时限"), 19),
    (_("目标"), 25),
    (_("出处"), 21),
)
#: Width of a column that no row fills, and the column that has what it leaves.
_NARROW, _TASK = 11.0, 1
#: Rows of more characters may go on on the next page.
_WHOLE = 300
_DASH = "—"
_NOBODY = ("", _DASH, "无")
_ORPHAN, _GROUP, _GROUND = "F8CBAD", "EEF2F6", "D9E2EC"


def task_table_document(tables: Sequence[PlanTable]) -> bytes:
    """Return a Word document with the table of each plan, each beginning on a page of its own."""
    document = new_document()
    section = document.sections[0]
    landscape(section)
    number_pages(document, section, outside=False)
    for at, table in enumerate(tables):
        add_task_table(document, table, fresh=at > 0)
    return saved(document)


def fill_task_tables(template: Template, tables: Sequence[PlanTable]) -> bytes:
    """Return the tables in a template, which has its own page; a title that it has a place for is not written twice."""
    once = "标题" in template.places and len(tables) == 1

    def add(document: Document) -> None:
        for at, table in enumerate(tables):
            add_task_table(document, table, fresh=at > 0, titled=not once)

    template.fill({"标题": "、".join(map(table_title, tables))}, {"任务表": add})
    return saved(template.document)


def add_task_table(document: Document, table: PlanTable, *, fresh: bool = False, titled: bool = True) -> None:
    """Add title, table and note of a plan; `fresh` begins a page."""
    if titled:
        title = document.add_paragraph(visible(table_title(table)), style=TITLE)
        title.paragraph_format.page_break_before = fresh
    rows = [_cells(at, row) for at, row in enumerate(table.rows, 1)]
    widths = _widths(rows)
    written = Table(document, widths)
    written.row([Cell(caption.told(language()), style=HEAD, shade=_GROUND) for caption, _width in _COLUMNS], head=True)
    above: tuple[str, ...] = ()
    for row, cells in zip(table.rows, rows, strict=True):
        for depth, heading in enumerate(row.groups):
            if row.groups[: depth + 1] != above[: depth + 1]:
                written.row([Cell(heading, style=CELL, shade=_GROUP, bold=True, across=len(widths))], keep=True)
        above = row.groups
        written.row(cells, whole=len(row.words) < _WHOLE)
    document.add_paragraph(visible(note_words(table)), style=NOTE)


def _widths(rows: Sequence[Sequence[Cell]]) -> list[float]:
    """Return the widths of the columns: one that nothing fills leaves its room to the tasks."""
    filled = [any(row[at].text not in _NOBODY for row in rows) for at in range(len(_COLUMNS))]
    widths = [width if full else min(width, _NARROW) for (_caption, width), full in zip(_COLUMNS, filled, strict=True)]
    widths[_TASK] += sum(width for _caption, width in _COLUMNS) - sum(widths)
    return widths


def _cells(at: int, row: TaskRow) -> list[Cell]:
    shade = None if row.owners else _ORPHAN
    stop = "" if not row.words or row.title.endswith(tuple("。！？；：")) else "。"
    task = Cell(f"{row.title}{stop}", style=CELL, shade=shade, bold=bool(row.words), more=row.words)
    # A dash says that there is nobody; a blank would be taken for the cell above where a copy tells no merged cells.
    owners = [row.owners.get(role, _DASH if row.owners else "无") for role in ROLES]
    return [
        Cell(str(at), style=CELL, shade=shade, centred=True),
        task,
        *(Cell(said, style=CELL, shade=shade, centred=said in _NOBODY) for said in owners),
        Cell(row.deadline or "", style=CELL, shade=shade),
        Cell("；".join(row.targets), style=CELL, shade=shade, small=True),
        Cell(row.place, style=CELL, shade=shade, small=True),
    ]


def table_title(table: PlanTable) -> str:
    """Return the title of a plan's table, with the region where the plan's own title does not name it."""
    title, region = table.plan["title"] or table.plan["source"], table.plan["region"]
    named = not region or table.plan["level"] == "国家" or region in title
    return tell("{plan}任务分解表", plan=title if named else f"{region}{title}")


def note_words(table: PlanTable) -> str:
    """Return what stands below a table: how many tasks it has, and what the marks behind the names mean."""
    counted = tell("共 {count} 项任务", count=len(table.rows))
    if table.orphans:
        counted = tell(
            "{counted}，其中 {orphans} 项原文没有写明由谁承担（底色标出）", counted=counted, orphans=table.orphans
        )
    marks = tell(
        "名称后没有括注的，角色为原文写明；（唯一单位）原文只写了这一家，（文件规定）按原文规定列首位者，（并列）原文并列而未分主次，（承自上级条款）由上级条款带下"
    )
    return tell("注：{counted}。{marks}。", counted=counted, marks=marks)
