"""How a sheet of an office looks: title row, header, widths that fit Chinese, wrapped text, a page ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import east_asian_width

from graph.visible import visible
from zerentu.output import FORMULA
from zerentu.settings import tell

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["SheetColumn", "SheetTable", "fill_cell", "fitting_width", "set_up_page", "write_table"]

_LONGEST = 32767  # of a cell, in UTF-16 units; Excel calls a file with more damaged
_NARROWEST, _WIDEST = 6, 60
#: Letters that A4 landscape shows beside each other at a size that can be read.
_A4_LETTERS = 170
_LINE_HEIGHT, _TALLEST = 15, 400  # of a row, in points; Excel has no higher one than 409
_MEASURED = 1600  # characters of a text: more than the highest row shows
#: Of a title: how wide one of its letters is beside one of the table, and how high a line.
_TITLE_LETTER, _TITLE_HEIGHT = 1.6, 24
_GROUND, _LINE = "D9E2EC", "BFC8D2"


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """A column: its caption, its width in Latin letters, whether it is for programs and hidden, the colours of some values."""

    caption: str
    width: float
    hidden: bool = False
    fills: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SheetTable:
    """A sheet: its name, the title above the header or None, its columns, and the cells of its rows."""

    name: str
    title: str | None
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Any]]


def write_table(sheet: Worksheet, table: SheetTable) -> None:
    """Write a table: title, frozen header with a filter, wrapped rows, the page set up."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    wrapped = Alignment(vertical="top", wrap_text=True)
    counted = Alignment(horizontal="center", vertical="top")
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
    side = Side(style="thin", color=_LINE)
    border = Border(left=side, right=side, top=side, bottom=side)
    shown = sum(not column.hidden for column in table.columns)
    top = 1
    if table.title is not None:
        fill_cell(sheet.cell(1, 1), table.title)
        sheet.cell(1, 1).font, sheet.cell(1, 1).alignment = Font(bold=True, size=16), centred
        room = sum(column.width for column in table.columns if not column.hidden)
        lines = -(-_TITLE_LETTER * _letters(table.title) // max(room, 1))
        sheet.row_dimensions[1].height = min(_TITLE_HEIGHT * max(lines, 1) + 8, _TALLEST)
        if shown > 1:
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=shown)
        top = 2
    for at, column in enumerate(table.columns, 1):
        head = sheet.cell(top, at)
        fill_cell(head, column.caption)
        head.font, head.alignment, head.border = Font(bold=True), centred, border
        head.fill = PatternFill("solid", start_color=_GROUND)
        for line, row in enumerate(table.rows, top + 1):
            cell = sheet.cell(line, at)
            fill_cell(cell, row[at - 1])
            cell.alignment, cell.border = counted if isinstance(row[at - 1], int | float) else wrapped, border
            if row[at - 1] in column.fills:
                cell.fill = PatternFill("solid", start_color=column.fills[row[at - 1]])
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width, dimension.hidden = column.width, column.hidden
    for line, row in enumerate(table.rows, top + 1):
        # LibreOffice does not make room for a second line by itself.
        sheet.row_dimensions[line].height = _height(table.columns, row)
    sheet.freeze_panes = f"A{top + 1}"
    if table.columns:
        sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(table.columns))}{len(table.rows) + top}"
    letters = sum(column.width for column in table.columns if not column.hidden)
    set_up_page(sheet, paper="A3" if letters > _A4_LETTERS else "A4", header=(1, top))


def set_up_page(sheet: Worksheet, *, paper: Literal["A3", "A4"], header: tuple[int, int]) -> None:
    """Let a sheet print landscape and as wide as the paper, with its header and the number of the page on each page.

    Parameters
    ----------
    sheet
        The sheet.
    paper
        Its size.
    header
        First and last row that every page repeats.
    """
    page = sheet.page_setup
    page.orientation = "landscape"
    page.paperSize = sheet.PAPERSIZE_A3 if paper == "A3" else sheet.PAPERSIZE_A4
    page.fitToWidth, page.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header[0]}:{header[1]}"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.bottom, margins.footer = 0.6, 0.25
    sheet.oddFooter.center.text = tell("第 {page} 页，共 {pages} 页", page="&P", pages="&N")


def fill_cell(cell: Cell, value: Any) -> None:
    """Put a value into a cell; a text stays one, whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = visible(value, lines=True)
    if len(text.encode("utf-16-le")) > 2 * _LONGEST:
        text = text.encode("utf-16-le")[: 2 * (_LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"
    cell.value = text
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.quotePrefix = text.startswith(FORMULA)  # still text when somebody edits the cell


def fitting_width(values: Sequence[Any]) -> float:
    """Return the width of a column that shows its longest line, within limits; a Chinese character counts for two."""
    return min(max(max(map(_width, values), default=0) + 3, _NARROWEST), _WIDEST)


def _height(columns: Sequence[SheetColumn], row: Sequence[Any]) -> float | None:
    """Return the height of a row that shows its fullest cell, or None for one line."""
    shown = [(column.width, value) for column, value in zip(columns, row, strict=True) if not column.hidden]
    # A line ends before a character that has no room, and the width counts the margins of the cell.
    lines = max(
        (sum(-(-_letters(line) // max(width - 2, 1)) or 1 for line in _lines(value)) for width, value in shown),
        default=1,
    )
    return min(_LINE_HEIGHT * lines, _TALLEST) if lines > 1 else None


def _width(value: Any) -> int:
    return max(map(_letters, _lines(value)))


def _lines(value: Any) -> list[str]:
    return str("" if value is None else value)[:_MEASURED].splitlines() or [""]


def _letters(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
