"""Rows as a workbook for Excel or WPS, of one sheet or of several.

Every text is stored as text: a cell that begins with = shows it and never runs it. The same rows give the same
bytes, so that two exports can be compared.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from graph.visible import cut, visible
from zerentu.captions import column
from zerentu.output import FORMULA
from zerentu.settings import tell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["book_bytes", "fill_cell", "new_book", "sheet_name", "workbook", "workbook_of"]

_LONGEST = 32767  # of a cell, in UTF-16 units; Excel calls a file with more damaged
_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_NARROWEST, _WIDEST = 6, 60
_LINE, _HIGHEST = 15, 400  # of a row, in points; Excel has no higher one than 409
_MEASURED = 1600  # characters of a text: more than the highest row shows
_EMPTY_RESULT = re.compile(rb'(?P<formula><c r="(?P<cell>[A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)</c>')
_DAY = datetime(1980, 1, 1)


def workbook(rows: Sequence[Mapping[str, Any]], names: Sequence[str], lang: str) -> bytes:
    """Return a workbook of one sheet: captions in a frozen first row with a filter, one row below for each of `rows`.

    Parameters
    ----------
    rows
        Values are numbers, truth values, texts or None.
    names
        Keys of the rows, in order; captions come from `zerentu.captions`.
    lang
        ``zh`` or ``en``.
    """
    return workbook_of([(tell("结果"), {name: column(name, lang) for name in names}, rows)])


def workbook_of(sheets: Sequence[tuple[str, Mapping[str, str], Sequence[Mapping[str, Any]]]]) -> bytes:
    """Return a workbook of several sheets; see `workbook`.

    Parameters
    ----------
    sheets
        For each its name, the captions of its columns by key, and its rows.
    """
    book = new_book()
    for name, captions, rows in sheets:
        _write(book.create_sheet(sheet_name(name, set())), captions, rows)
    return book_bytes(book)


def new_book() -> Workbook:
    """Return a workbook without sheets that says who made it, and no time."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = _DAY
    book.properties.creator = "zerentu"
    book.remove(book.active)
    return book


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that a sheet may have, and add it to those that are taken; capitals make no difference."""
    name = base = cut(visible(_NOT_IN_NAMES.sub(" ", wanted)), _LONGEST_NAME)
    count = 1
    while name.casefold() in taken:
        count += 1
        name = f"{base[: _LONGEST_NAME - len(str(count)) - 1]} {count}"
    taken.add(name.casefold())
    return name


def book_bytes(book: Workbook, results: Sequence[Mapping[str, int]] = ()) -> bytes:
    """Return a workbook as a file.

    Parameters
    ----------
    book
        With at least one sheet.
    results
        For each sheet what its formulas come to, by cell: a preview counts nothing, and shows what is stored.
    """
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue(), {f"xl/worksheets/sheet{at}.xml": each for at, each in enumerate(results, 1)})


def _write(sheet: Worksheet, captions: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    wrapped = Alignment(vertical="top", wrap_text=True)
    heights: dict[int, int] = {}
    for at, (name, caption) in enumerate(captions.items(), 1):
        cells = [sheet.cell(1, at), *(sheet.cell(line, at) for line in range(2, len(rows) + 2))]
        for cell, value in zip(cells, [caption, *(row.get(name) for row in rows)], strict=True):
            fill_cell(cell, value)
            cell.alignment = wrapped
        cells[0].font = Font(bold=True)
        widest = max(_width(cell.value) for cell in cells)
        wide = min(max(widest + 3, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(at)].width = wide
        for line, cell in enumerate(cells, 1):
            heights[line] = max(heights.get(line, 1), _lines(cell.value, wide - 2))
    for line, count in heights.items():
        # LibreOffice does not make room for a second line by itself.
        if count > 1:
            sheet.row_dimensions[line].height = min(_LINE * count, _HIGHEST)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if captions:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(captions))}{len(rows) + 1}"


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


def _width(value: Any) -> int:
    """Return how many Latin letters wide the longest line of a value is; a Chinese character counts for two."""
    lines = str("" if value is None else value)[:_MEASURED].splitlines() or [""]
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in lines)


def _lines(value: Any, width: int) -> int:
    """Return how many lines a value takes in a column so many Latin letters wide."""
    texts = str("" if value is None else value).splitlines() or [""]
    return sum(max(1, -(-_width(text) // width)) for text in texts)


def _timeless(data: bytes, results: Mapping[str, Mapping[str, int]]) -> bytes:
    """Return a workbook whose members carry no time of writing, with the results of formulas where they are known."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, _DAY.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            text = old.read(item.filename)
            if item.filename == "docProps/core.xml":
                # openpyxl puts the time of saving there whatever was asked for.
                text = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", text)
            elif item.filename in results:
                text = _with_results(text, results[item.filename])
            new.writestr(entry, text)
    return buffer.getvalue()


def _with_results(sheet: bytes, results: Mapping[str, int]) -> bytes:
    # openpyxl writes a formula without what it comes to.
    return _EMPTY_RESULT.sub(
        lambda match: (
            b"%s<v>%d</v></c>" % (match["formula"], results[match["cell"].decode()])
            if match["cell"].decode() in results
            else match[0]
        ),
        sheet,
    )
