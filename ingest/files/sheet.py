"""Spreadsheets (.xlsx, .csv): each sheet is a table with merged cells, its title row a line of text.

Numbers and dates are written as a sheet shows them. Rows that a filter hides are rows; a hidden
sheet, which mostly holds the lists of drop-down menus, is left out and told.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from graph.messages import Message, _
from ingest.files.content import Content, clean, left_out, no_text, pictures, refuse
from ingest.files.encoding import decode
from ingest.files.grid import MOST_COLUMNS, Cell, Matrix, table_lines
from ingest.language.characters import LINE_ENDS

__all__ = ["read_csv", "read_xlsx"]

#: The longest ledgers have some thousand rows and a few megabytes of XML.
_MOST_ROWS, _MOST_BYTES = 50_000, 200_000_000
#: What openpyxl raises where a part of a workbook is missing or no sound XML.
_DAMAGED = (ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error)  # fmt: skip
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表|表)\s?\d*", re.IGNORECASE)
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_NO_VALUE = re.compile(rb"<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_DECIMALS = re.compile(r"0\.(0+)")


def read_xlsx(data: bytes, path: Path) -> Content:
    """Return the text of a workbook.

    Raises
    ------
    ReadError
        If it is damaged or too large, or if its sheets are empty.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(each.file_size for each in archive.infolist())
            if size > _MOST_BYTES:
                raise refuse(
                    path,
                    _("表格解压后有 {size} MB，不是正常的台账；请检查文件来源，另存后再读取", size=size // 1_000_000),
                )
            uncounted = sum(_uncounted(archive, name) for name in archive.namelist() if _SHEET_PART.fullmatch(name))
            figures = [name for name in archive.namelist() if name.startswith(("xl/media/", "xl/charts/chart"))]
        with warnings.catch_warnings():
            # What openpyxl leaves out on saving (drop-down menus, pictures) does not matter to reading.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True)
    except _DAMAGED as error:
        raise refuse(path, _("表格文件已损坏（{why}）；请用 Excel 或 WPS 打开修复后另存，再读取", why=error)) from error
    if book.properties.creator == "zerentu":
        raise refuse(path, _("这是 zerentu 导出的表格，不是方案；请读取原来的方案文件"))
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    struck: list[str] = []
    found = [(sheet.title, rows) for sheet in shown if (rows := list(table_lines(_matrix(sheet, path, struck))))]
    lines: list[str] = []
    sheets: list[tuple[int, str]] = []
    for name, rows in found:
        if len(found) > 1 and not _DEFAULT_NAME.fullmatch(name):
            sheets.append((sum(len(line) + 1 for line in lines), clean(name)))
            if clean(name) != rows[0]:
                lines.append(clean(name))
        lines.extend(rows)
    if not lines:
        raise no_text(path, _("表格里没有文字，可能只有图片"))
    unread = (
        *pictures([""] * len(figures)),
        *_hidden(book.worksheets),
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
    return Content("\n".join(lines), "xlsx", unread=unread, merges_known=True, sheets=tuple(sheets))


def _hidden(sheets: list[Worksheet]) -> Iterator[Message]:
    hidden = [sheet.title for sheet in sheets if sheet.sheet_state != "visible" and sheet.max_row > 1]
    if hidden:
        yield _("有隐藏的工作表，没有读入：{hidden}", hidden=hidden)


def _folded_away(sheets: Sequence[Worksheet]) -> Iterator[Message]:
    """Yield what is to be said of rows and columns that are hidden; they are read, since a filter hides rows too."""
    for sheet in sheets:
        rows = sum(dimension.hidden for at, dimension in sheet.row_dimensions.items() if at <= sheet.max_row)
        columns = sum(dimension.hidden for dimension in sheet.column_dimensions.values())
        if rows or columns:
            yield _(
                "工作表“{sheet}”有隐藏的行 {rows} 处、隐藏的列 {columns} 处，已一并读入，请核对",
                sheet=sheet.title,
                rows=rows,
                columns=columns,
            )


def _uncounted(archive: zipfile.ZipFile, name: str) -> int:
    """Return how many formulas of a sheet have no value stored."""
    return len(_NO_VALUE.findall(archive.read(name)))


def read_csv(data: bytes, path: Path) -> Content:
    """Return the text of a table of comma-separated values."""
    text, codec = decode(data, path)
    # Where no line feed ends a line, another character does; elsewhere that breaks a line inside a cell.
    text = text if "\n" in text else LINE_ENDS.sub("\n", text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise refuse(
            path, _("表格的引号不成对（{why}）；请用 Excel 或 WPS 打开，另存为 .xlsx 后再读取", why=error)
        ) from error
    matrix: Matrix = [[Cell(LINE_ENDS.sub("\n", value).split("\n")) for value in row[:MOST_COLUMNS]] for row in rows]
    return Content("\n".join(table_lines(_trimmed(matrix))), f"csv/{codec}")


def _matrix(sheet: Worksheet, path: Path, struck: list[str]) -> Matrix:
    """Return the cells of a sheet down to its last filled row and column; merged ones are one, struck-out text goes."""
    if sheet.max_row > _MOST_ROWS:
        raise refuse(
            path,
            _(
                "工作表“{sheet}”有 {rows} 行，超过 {limit} 行的上限；请删去多余的空行后再读取",
                sheet=sheet.title,
                rows=sheet.max_row,
                limit=_MOST_ROWS,
            ),
        )
    filled: dict[tuple[int, int], Cell] = {}
    crossed: dict[int, bool] = {}
    # The public ways to walk a sheet make a cell for every place, and a sheet may be formatted far beyond what it holds.
    for cell in sheet._cells.values():
        if cell.value is None or isinstance(cell, MergedCell) or cell.column > MOST_COLUMNS:
            continue
        style = cell.style_id if cell.has_style else 0
        if style not in crossed:
            crossed[style] = bool(cell.font.strike)
        text, gone = _value(cell, crossed[style])
        if gone:
            struck.append(gone)
        filled[cell.row, cell.column] = Cell(LINE_ENDS.sub("\n", text).split("\n"))
    for area in sheet.merged_cells.ranges:
        whole = filled.get((area.min_row, area.min_col)) if area.min_col <= MOST_COLUMNS else None
        if whole is not None:
            places = product(range(area.min_row, min(area.max_row, _MOST_ROWS) + 1), range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1))  # fmt: skip
            filled.update(dict.fromkeys(places, whole))
    width = max((column for _row, column in filled), default=0)
    matrix: Matrix = []
    for row in range(1, max((row for row, _column in filled), default=0) + 1):
        blank = Cell()
        matrix.append([filled.get((row, column), blank) for column in range(1, width + 1)])
    return _trimmed(matrix)


def _trimmed(matrix: Matrix) -> Matrix:
    """Return a matrix without empty columns at its right, and without cells that say nothing in rows with one text."""
    width = max((at for row in matrix for at, cell in enumerate(row, 1) if cell and cell.text), default=0)
    cut: Matrix = []
    for row in matrix:
        filled = {id(cell): cell for cell in row[:width] if cell and cell.text}
        # A title stands in its first cell, merged with the others or not; a row of a table has more.
        alone = len(filled) == 1 and width > 1
        cut.append([next(iter(filled.values()))] if alone and row[0] in filled.values() else row[:width])
    return cut


def _value(cell: SheetCell, crossed: bool) -> tuple[str, str]:
    """Return what a cell shows, and its text that is struck out; `crossed` where its own style strikes all of it out."""
    value: Any = cell.value
    if isinstance(value, CellRichText):
        runs = [(run.text, bool(run.font.strike)) if isinstance(run, TextBlock) else (run, crossed) for run in value]
        return "".join(text for text, gone in runs if not gone), "".join(text for text, gone in runs if gone)
    shown = value if isinstance(value, str) else _shown(value, str(cell.number_format))
    return ("", shown) if crossed else (shown, "")


def _shown(value: Any, form: str) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.datetime | datetime.date):
        day = f"{value.day}日" if "d" in form.lower() or form == "General" else ""
        return f"{value.year}年{value.month}月{day}"
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    percent = "%" in form
    places = _DECIMALS.search(form)
    shown = value * 100 if percent else value
    text = f"{shown:.{len(places[1])}f}" if places else f"{shown:.10g}"
    return f"{text}%" if percent else text
