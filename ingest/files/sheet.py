"""Spreadsheets (.xlsx, .csv): each sheet is a table with merged cells, its title row a line of text.

Numbers and dates are written as a sheet shows them. Rows that a filter hides are rows; a hidden
sheet, which mostly holds the lists of drop-down menus, is left out and told.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.messages import Message, _
from ingest.files.content import Content, clean, left_out, no_text, pictures, refuse
from ingest.files.encoding import decode
from ingest.files.grid import MOST_COLUMNS, Cell, Matrix, table_lines
from ingest.files.limits import check
from ingest.files.workbook import SheetCells, Text, Workbook
from ingest.language.characters import LINE_ENDS

__all__ = ["csv_cells", "read_csv", "read_xlsx", "xlsx_cells"]

_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表|表)\s?\d*", re.IGNORECASE)


def read_xlsx(data: bytes, path: Path) -> Content:
    """Return the text of a workbook.

    Raises
    ------
    ReadError
        If it is damaged or too large, or if its sheets are empty.
    """
    with _sound(path):
        book = Workbook(data, path)
        if book.creator == "zerentu":
            raise refuse(path, _("这是 zerentu 导出的表格，不是方案；请读取原来的方案文件"))
        sheets = [(sheet, book.cells(sheet)) for sheet in book.sheets]
    shown = [(sheet.name, cells) for sheet, cells in sheets if sheet.visible]
    struck: list[str] = []
    found = [(name, rows) for name, cells in shown if (rows := list(table_lines(_matrix(cells, struck))))]
    lines: list[str] = []
    begins: list[tuple[int, str]] = []
    for name, rows in found:
        if len(found) > 1 and not _DEFAULT_NAME.fullmatch(name):
            begins.append((sum(len(line) + 1 for line in lines), clean(name)))
            if clean(name) != rows[0]:
                lines.append(clean(name))
        lines.extend(rows)
    uncounted = sum(len(cells.uncounted) for _name, cells in shown)
    if not lines:
        raise no_text(path, _("表格里没有文字，可能只有图片"))
    unread = (
        *pictures([""] * book.figures),
        *_hidden([sheet.name for sheet, cells in sheets if not sheet.visible and len(cells.rows) > 1]),
        *_folded_away(shown),
        *left_out(struck, _("已划掉（删除线）")),
        *(
            [
                _(
                    "有 {count} 个公式单元格没有存下计算结果，没有读入；请用 Excel 或 WPS 打开并保存后再读取",
                    count=uncounted,
                )
            ]
            if uncounted
            else ()
        ),
    )
    return Content("\n".join(lines), "xlsx", unread=unread, merges_known=True, sheets=tuple(begins))


def xlsx_cells(data: bytes, path: Path) -> list[tuple[str, SheetCells]]:
    """Return the sheets of a workbook, hidden ones too, each with its name and its cells.

    Raises
    ------
    ReadError
        If it is damaged or too large.
    """
    with _sound(path):
        book = Workbook(data, path)
        return [(sheet.name, book.cells(sheet)) for sheet in book.sheets]


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    """Refuse a workbook whose parts contradict each other."""
    try:
        yield
    except (LookupError, OverflowError, ValueError) as error:
        raise refuse(path, _("表格文件已损坏（{why}）；请用 Excel 或 WPS 打开修复后另存，再读取", why=error)) from error


def _hidden(names: Sequence[str]) -> Iterator[Message]:
    if names:
        yield _("有隐藏的工作表，没有读入：{hidden}", hidden=names)


def _folded_away(sheets: Sequence[tuple[str, SheetCells]]) -> Iterator[Message]:
    """Yield what is to be said of rows and columns that are hidden; they are read, since a filter hides rows too."""
    for name, cells in sheets:
        last = max(cells.rows, default=0)
        width = max((column for row in cells.rows.values() for column in row), default=0)
        rows = sum(first <= last for first, _end in cells.hidden_rows)
        columns = sum(first <= width for first, _end in cells.hidden_columns)
        if rows or columns:
            yield _(
                "工作表“{sheet}”有隐藏的行 {rows} 处、隐藏的列 {columns} 处，已一并读入，请核对",
                sheet=name,
                rows=rows,
                columns=columns,
            )


def read_csv(data: bytes, path: Path) -> Content:
    """Return the text of a table of comma-separated values."""
    rows, codec = _csv_rows(data, path)
    matrix: Matrix = [[Cell(_lines(value)) for value in row[:MOST_COLUMNS]] for row in rows]
    return Content("\n".join(table_lines(_trimmed(matrix))), f"csv/{codec}")


def csv_cells(data: bytes, path: Path) -> SheetCells:
    """Return the cells of a table of comma-separated values that hold something.

    Raises
    ------
    ReadError
        If it cannot be decoded, or its quotes do not match.
    """
    rows, _codec = _csv_rows(data, path)
    check("rows", len(rows))
    return SheetCells(
        rows={
            at: {column: Text(value) for column, value in enumerate(row[:MOST_COLUMNS], 1) if value}
            for at, row in enumerate(rows, 1)
        }
    )


def _csv_rows(data: bytes, path: Path) -> tuple[list[list[str]], str]:
    """Return the rows of a table and the codec that decoded them."""
    text, codec = decode(data, path)
    # Where no line feed ends a line, another character does; elsewhere that breaks a line inside a cell.
    text = text if "\n" in text else LINE_ENDS.sub("\n", text)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True)), codec
    except csv.Error as error:
        raise refuse(
            path, _("表格的引号不成对（{why}）；请用 Excel 或 WPS 打开，另存为 .xlsx 后再读取", why=error)
        ) from error


def _lines(text: str) -> list[str]:
    """Return the lines of a cell; what is printable has no line end."""
    return [text] if text.isprintable() else LINE_ENDS.sub("\n", text).split("\n")


def _matrix(cells: SheetCells, struck: list[str]) -> Matrix:
    """Return the cells of a sheet down to its last filled row and column; merged ones are one, struck-out text goes."""
    last = max(cells.rows, default=0)
    check("rows", last)
    slots = sum(map(len, cells.rows.values()))
    filled: list[dict[int, Cell]] = [{} for _row in range(last + 1)]
    for at, row in cells.rows.items():
        filled[at] = {column: Cell(_lines(text.shown)) for column, text in row.items() if column <= MOST_COLUMNS}
        struck += [text.struck for column, text in row.items() if text.struck and column <= MOST_COLUMNS]
    for top, left, bottom, right in cells.merged:
        whole = filled[top].get(left) if top <= last else None
        slots += max(0, min(bottom, last) - top + 1) * max(0, min(right, MOST_COLUMNS) - left + 1)
        check("cells", slots)
        for line in filled[top : bottom + 1]:
            for column in range(left, min(right, MOST_COLUMNS) + 1):
                line.pop(column, None)  # of a merged area only the first cell is shown
                if whole is not None:
                    line[column] = whole
    columns = range(1, max((max(line, default=0) for line in filled), default=0) + 1)
    return _trimmed([_row(line, columns) for line in filled[1:]])


def _row(line: dict[int, Cell], columns: range) -> list[Cell | None]:
    blank = Cell()
    return [line.get(column, blank) for column in columns]


def _trimmed(matrix: Matrix) -> Matrix:
    """Return a matrix without empty columns at its right, and without cells that say nothing in rows with one text."""
    width = max((at for row in matrix for at, cell in enumerate(row, 1) if cell and cell.text), default=0)
    cut: Matrix = []
    for row in matrix:
        filled = {cell for cell in row[:width] if cell and cell.text}
        # A title stands in its first cell, merged with the others or not; a row of a table has more.
        alone = len(filled) == 1 and width > 1 and row[0] in filled
        cut.append([row[0]] if alone else row[:width])
    return cut
