"""The rows of a table that goes on over pages: repeated headers dropped, rows cut by a page made whole.

A merged cell that goes on over a page is printed once; on the other page its place is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.width import fold_width
from ingest.files.grid import Cell, Matrix, table_lines
from ingest.files.pdf.tables import Table
from ingest.language.item_numbers import read_marker

__all__ = ["Row", "table_rows"]

_NUMBER = re.compile(r"\d{1,4}[.、]?")
_SENTENCE_END = "。；！？"


@dataclass(frozen=True)
class Row:
    """A line of a table and the page it begins on."""

    text: str
    page: int


def table_rows(tables: Sequence[Table]) -> Iterator[Row]:
    """Yield the lines of the tables of consecutive pages, as one table."""
    if not tables:
        return
    matrix: Matrix = []
    pages: list[int] = []
    numbers = _number_column(tables)
    header = [_texts(row) for row in tables[0].matrix[:3]]
    for at, table in enumerate(tables):
        rows = list(table.matrix)
        if at:
            while rows and len(tables[0].matrix) > 1 and header and _texts(rows[0]) in header and any(_texts(rows[0])):
                rows = rows[1:]
            if rows and matrix and _is_rest(rows[0], matrix[-1], numbers):
                _append(matrix[-1], rows[0])
                rows = _replaced(rows[1:], dict(zip(rows[0], matrix[-1], strict=True)))
            elif rows and matrix:
                _carry(matrix, rows)
        matrix.extend(rows)
        pages.extend([table.page] * len(rows))
    above: list[Cell | None] = []
    for row, page in zip(matrix, pages, strict=True):
        for line in table_lines([above, row] if above == row else [row]):
            yield Row(line, page)
        above = row


def _texts(row: Sequence[Cell | None]) -> tuple[str, ...]:
    return tuple(re.sub(r"\s", "", cell.text) if cell else "" for cell in row)


def _number_column(tables: Sequence[Table]) -> int | None:
    """Return the column that numbers the rows, or None."""
    rows = [row for table in tables for row in table.matrix]
    width = min(len(row) for row in rows)
    for at in range(min(width, 2)):
        filled = [text for row in rows if (text := _texts(row)[at])]
        if len(filled) >= 2 and sum(_NUMBER.fullmatch(fold_width(text)) is not None for text in filled) >= 0.6 * len(
            filled
        ):
            return at
    return None


def _is_rest(row: Sequence[Cell | None], above: Sequence[Cell | None], numbers: int | None) -> bool:
    """Tell whether the first row of a page is the rest of the last row of the page before."""
    here, over = _texts(row), _texts(above)
    if len(set(row)) == 1 or not any(here):
        return False
    if numbers is not None:
        return not here[numbers] and bool(over[numbers])
    if all(here):
        return False
    return any(
        text and before and before[-1] not in _SENTENCE_END and not read_marker(fold_width(text))
        for text, before in zip(here, over, strict=True)
    )


def _append(above: Sequence[Cell | None], row: Sequence[Cell | None]) -> None:
    """Add the text of a row to the cells of the row that it goes on with."""
    done: set[Cell] = set()
    for cell, over in zip(row, above, strict=True):
        if cell and over and cell is not over and cell not in done and cell.lines:
            done.add(cell)
            if over.lines and over.lines[-1][-1:] not in _SENTENCE_END:
                over.lines[-1] += cell.lines[0]
                over.lines.extend(cell.lines[1:])
            else:
                over.lines.extend(cell.lines)


def _replaced(rows: Matrix, instead: dict[Cell | None, Cell | None]) -> Matrix:
    return [[instead.get(cell, cell) for cell in row] for row in rows]


def _carry(matrix: Matrix, rows: Matrix) -> None:
    """Let a merged cell go on into the next page, where its place is empty.

    Where neither page shows that it covers several rows, an empty cell is an empty cell.
    """
    for at, cell in enumerate(rows[0]):
        over = matrix[-1][at] if at < len(matrix[-1]) else None
        if cell is None or over is None or cell.lines:
            continue
        if any(row[at : at + 1] == [over] for row in matrix[-2:-1]) or any(row[at] is cell for row in rows[1:2]):
            for row in rows:
                if row[at] is not cell:
                    break
                row[at] = over
