"""Workbooks of forms as offices send them back: filled in, changed, joined, saved as something else."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.files.read import read_cells
from zerentu.returned_rows import Problem, ReturnedRow, read_file
from zerentu.sheet_columns import header_key

#: What somebody does to a workbook.
Change = Callable[["Returned"], object]
#: Title and note stand above the header.
HEADER = 3


class Returned:
    """A workbook that came back; `fill` writes below the captions of a sheet, whatever their order is."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(io.BytesIO(data))

    def sheet(self, name: str) -> Worksheet:
        return self.book[name]

    def columns(self, name: str) -> dict[str, int]:
        """Return the number of each column of ours by its key."""
        cells = self.sheet(name)[HEADER]
        return {key: cell.column for cell in cells if (key := header_key(str(cell.value or "")))}

    def fill(self, name: str, row: int, **values: Any) -> None:
        """Fill in a row, counted from the first one below the header."""
        columns = self.columns(name)
        for key, value in values.items():
            self.sheet(name).cell(HEADER + row, columns[key]).value = value

    def cells(self, name: str) -> list[list[Any]]:
        """Return the cells of the header and of the rows below it."""
        return [[cell.value for cell in row] for row in self.sheet(name).iter_rows(min_row=HEADER)]

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


def of_cells(path: Path, **sheets: list[list[Any]]) -> Path:
    """Write a workbook of bare cells, without any style of ours."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row] if row else ():
                if isinstance(cell.value, str):
                    cell.data_type = "s"  # a copied text stays one, whatever it begins with
    book.save(path)
    return path


def as_csv(path: Path, rows: list[list[Any]], codec: str) -> Path:
    """Write cells as a spreadsheet of a Chinese Windows does: what its code page lacks becomes a question mark."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([["" if value is None else value for value in row] for row in rows])
    path.write_bytes(buffer.getvalue().encode(codec, errors="replace"))
    return path


def read(path: Path) -> tuple[list[ReturnedRow], list[Problem]]:
    """Return what the reader makes of a file."""
    return read_file(path.name, read_cells(path))


def told(path: Path) -> list[tuple[str, bool]]:
    """Return the sentences of the problems of a file, and whether each refuses it."""
    return [(problem.sentence.zh, problem.refuses_file) for problem in read(path)[1]]
