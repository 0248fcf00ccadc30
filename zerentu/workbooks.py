"""Rows as a workbook for Excel or WPS, of one sheet or of several.

Every text is stored as text: a cell that begins with = shows it and never runs it. The same rows give the same
bytes, so that two exports can be compared.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from graph.visible import cut, visible
from zerentu.archives import timeless
from zerentu.captions import column
from zerentu.settings import tell
from zerentu.sheet_layout import SheetColumn, SheetTable, fitting_width, write_table

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["book_bytes", "new_book", "sheet_name", "workbook", "workbook_of", "workbook_of_tables"]

_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
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


def workbook_of_tables(tables: Sequence[SheetTable]) -> bytes:
    """Return a workbook with a sheet for each table."""
    book = new_book()
    taken: set[str] = set()
    for table in tables:
        write_table(book.create_sheet(sheet_name(table.name, taken)), table)
    return book_bytes(book)


def workbook_of(
    sheets: Sequence[tuple[str, Mapping[str, str], Sequence[Mapping[str, Any]]]], *, title: str | None = None
) -> bytes:
    """Return a workbook of several sheets; see `workbook`.

    Parameters
    ----------
    sheets
        For each its name, the captions of its columns by key, and its rows.
    title
        What stands above every table, before the name of the sheet.
    """
    tables = []
    for name, captions, rows in sheets:
        columns = [
            SheetColumn(caption=caption, width=fitting_width([caption, *(row.get(key) for row in rows)]))
            for key, caption in captions.items()
        ]
        cells = [[row.get(key) for key in captions] for row in rows]
        head = tell("{title}：{caption}", title=title, caption=name) if title else None
        tables.append(SheetTable(name=name, title=head, columns=columns, rows=cells))
    return workbook_of_tables(tables)


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
    by_name = {f"xl/worksheets/sheet{at}.xml": each for at, each in enumerate(results, 1)}

    def settled(name: str, member: bytes) -> bytes:
        if name == "docProps/core.xml":
            # openpyxl puts the time of saving there whatever was asked for.
            return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", member)
        return _with_results(member, by_name[name]) if name in by_name else member

    return timeless(buffer.getvalue(), settled)


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
