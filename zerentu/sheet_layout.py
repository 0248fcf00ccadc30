"""How a sheet of an office looks: title row, header, widths that fit Chinese, wrapped text, a page ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import east_asian_width

from graph.visible import visible
from zerentu.output import FORMULA
from zerentu.settings import tell

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "SheetColumn",
    "SheetTable",
    "cell_text",
    "fill_cell",
    "fitting_width",
    "lines_of",
    "set_up_page",
    "write_table",
]

_LONGEST = 32767  # of a cell, in UTF-16 units; Excel calls a file with more damaged
_NARROWEST, _WIDEST = 6, 60
#: Letters that A4 landscape shows beside each other at a size that can be read.
_A4_LETTERS = 170
_LINE_HEIGHT, _TALLEST = 15, 400  # of a row, in points; Excel has no higher one than 409
_MEASURED = 1600  # characters of a text: more than the highest row shows
#: Of a title: how wide one of its letters is beside one of the table, and how high a line.
_TITLE_LETTER, _TITLE_HEIGHT = 1.6, 24
_GROUND, _OPEN, _LINE = "D9E2EC", "FFFBE6", "BFC8D2"


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """A column.

    Attributes
    ----------
    caption : str
        What stands in the header.
    width : float
        In Latin letters.
    hidden : bool
        Whether it is for programs.
    filled_in : bool
        Whether people write into it: it stays open where the sheet is protected, and has a colour of its own.
    fills : mapping
        The colours of some values.
    form : str or None
        The number format of its cells.
    """

    caption: str
    width: float
    hidden: bool = False
    fills: Mapping[str, str] = field(default_factory=dict)
    filled_in: bool = False
    form: str | None = None


@dataclass(frozen=True, kw_only=True)
class SheetTable:
    """A sheet.

    Attributes
    ----------
    name : str
        Its name.
    title : str or None
        What stands above the header.
    columns, rows
        Its columns, and the cells of each row.
    note : str or None
        A line between title and header.
    fixed : int
        How many columns stay when the others are scrolled; title and note begin at the left then, where they are seen.
    """

    name: str
    title: str | None
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Any]]
    note: str | None = None
    fixed: int = 0


def write_table(sheet: Worksheet, table: SheetTable) -> int:
    """Write a table: title, note, frozen header with a filter, wrapped rows, the page set up; return the line of the header."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.utils import get_column_letter

    wrapped = Alignment(vertical="top", wrap_text=True)
    counted = Alignment(horizontal="center", vertical="top")
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
    side = Side(style="thin", color=_LINE)
    border = Border(left=side, right=side, top=side, bottom=side)
    header, to_fill, unlocked = (
        PatternFill("solid", start_color=_GROUND),
        PatternFill("solid", start_color=_OPEN),
        Protection(locked=False),
    )
    # openpyxl looks every part of a style up among all there are: most of the time of a sheet, so cells of a kind share it.
    styles: dict[tuple[Any, ...], Any] = {}
    top = _write_head(sheet, table) + 1
    for at, column in enumerate(table.columns, 1):
        head = sheet.cell(top, at)
        fill_cell(head, column.caption)
        head.font, head.alignment, head.border, head.fill = Font(bold=True), centred, border, header
        for line, row in enumerate(table.rows, top + 1):
            cell = sheet.cell(line, at)
            value = row[at - 1]
            fill_cell(cell, value)
            is_count, colour = isinstance(value, int | float), column.fills.get(value)
            kind = (at, is_count, colour, cell.quotePrefix, cell.number_format)
            if kind in styles:
                cell._style = copy(styles[kind])
                continue
            cell.alignment, cell.border = counted if is_count else wrapped, border
            if colour:
                cell.fill = PatternFill("solid", start_color=colour)
            if column.filled_in:
                cell.fill, cell.protection = to_fill, unlocked
            if column.form:
                cell.number_format = column.form
            styles[kind] = cell._style
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width, dimension.hidden = column.width, column.hidden
    captions = [column.caption for column in table.columns]
    for line, row in enumerate([captions, *table.rows], top):
        # LibreOffice does not make room for a second line by itself.
        sheet.row_dimensions[line].height = _height(table.columns, row)
    sheet.freeze_panes = sheet.cell(top + 1, table.fixed + 1)
    if table.columns:
        sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(table.columns))}{len(table.rows) + top}"
    letters = sum(column.width for column in table.columns if not column.hidden)
    set_up_page(sheet, paper="A3" if letters > _A4_LETTERS else "A4", header=(1, top))
    return top


def _write_head(sheet: Worksheet, table: SheetTable) -> int:
    """Write title and note over the columns that are shown; return how many lines they are."""
    from openpyxl.styles import Alignment, Font

    last = max((at for at, column in enumerate(table.columns, 1) if not column.hidden), default=1)
    horizontal = "left" if table.fixed else "center"
    room = sum(column.width for column in table.columns if not column.hidden)
    wanted = 1 if table.fixed else ceil(_TITLE_LETTER * _letters(table.title or "") / max(room, 1))
    high = min(_TITLE_HEIGHT * max(wanted, 1) + 8, _TALLEST)
    lines = [(table.title, Font(bold=True, size=16), high), (table.note, Font(), 20)]
    line = 0
    for text, font, height in lines:
        if text is None:
            continue
        line += 1
        cell = sheet.cell(line, 1)
        fill_cell(cell, text)
        cell.font = font
        cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=not table.fixed)
        sheet.row_dimensions[line].height = height
        if last > 1:
            sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=last)
    return line


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
    text = cell_text(value)
    cell.value = text
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.quotePrefix = text.startswith(FORMULA)  # still text when somebody edits the cell


def cell_text(value: str) -> str:
    """Return a text as a cell holds it: what is not to be seen as signs, and no longer than a cell may be."""
    text = visible(value, lines=True)
    if len(text.encode("utf-16-le")) > 2 * _LONGEST:
        text = text.encode("utf-16-le")[: 2 * (_LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"
    return text


def fitting_width(values: Sequence[Any]) -> float:
    """Return the width of a column that shows its longest line, within limits; a Chinese character counts for two."""
    return min(max(max(map(_width, values), default=0) + 3, _NARROWEST), _WIDEST)


def _height(columns: Sequence[SheetColumn], row: Sequence[Any]) -> float | None:
    """Return the height of a row that shows its fullest cell, or None for one line."""
    shown = [(column.width, value) for column, value in zip(columns, row, strict=True) if not column.hidden]
    lines = max((lines_of(value, width) for width, value in shown), default=1)
    return min(_LINE_HEIGHT * lines, _TALLEST) if lines > 1 else None


def lines_of(value: Any, width: float) -> int:
    """Return how many lines a cell of a width needs: a line ends early, before a character that has no room."""
    # The width counts the margins of the cell.
    return sum(ceil(_letters(line) / max(width - 2, 1)) or 1 for line in _lines(value))


def _width(value: Any) -> int:
    return max(map(_letters, _lines(value)))


def _lines(value: Any) -> list[str]:
    return str("" if value is None else value)[:_MEASURED].splitlines() or [""]


def _letters(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
