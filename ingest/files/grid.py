"""Tables with merged cells become lines: every row and column that a cell covers shows its text.

A table is a matrix of slots; a merged cell is one `Cell` object in several slots. A row
that is one cell heads a group of rows and is written as plain text, and so is a table
of one column, which is a frame and no table. The rows of a table inside a cell come behind its row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import is_

from graph.width import fold_width
from ingest.files.cell_lines import cell_text
from ingest.files.limits import check, limit
from ingest.language.agency_lists import can_name_agency
from ingest.language.labels import label_role

__all__ = ["MOST_COLUMNS", "Cell", "Matrix", "cell_text", "place", "table_lines"]


@dataclass(eq=False, slots=True)
class Cell:
    """A cell with its lines as the document breaks them; compared by identity, since two cells may say the same."""

    lines: list[str] = field(default_factory=list)
    #: The text that was last asked for, with the lines that it was made of: lines may be added later.
    _text: tuple[list[str], str] = field(default=([], ""), init=False, repr=False)

    @property
    def text(self) -> str:
        """The lines as one, without the rows of a table inside that say more than who answers."""
        if not self.is_parted and len(self.lines) == 1:
            return cell_text(self.lines)
        if self._text[0] != self.lines:
            self._text = (list(self.lines), cell_text(self._parted()[0]))
        return self._text[1]

    @property
    def is_parted(self) -> bool:
        """Whether there is a table inside."""
        return "\t" in "".join(self.lines)

    @property
    def rows(self) -> list[str]:
        """The rows of a table inside."""
        return self._parted()[1]

    def _parted(self) -> tuple[list[str], list[str]]:
        rows = [line.split("\t") for line in self.lines if "\t" in line]
        if not rows:
            return self.lines, []
        said = _who(rows)
        plain = [line for line in self.lines if "\t" not in line]
        return ([*plain, said], []) if said else (plain, ["\t".join(row) for row in rows])


Matrix = list[list[Cell | None]]

#: No document has wider tables; a page that says otherwise wants to exhaust the memory.
MOST_COLUMNS = 200


def _who(rows: Sequence[Sequence[str]]) -> str:
    """Return what a table inside a cell says if that is only who answers (牵头单位 | 市公安局), as a clause; else ``""``.

    The labels stand in the first column or in the first row; without labels all cells name agencies.
    """
    labels = [fold_width(row[0]).rstrip(":") for row in rows]
    if all(map(label_role, labels)):
        return "；".join(
            f"{label}：{'、'.join(filter(None, row[1:]))}" for label, row in zip(labels, rows, strict=True)
        )
    heads = [fold_width(name).rstrip(":") for name in rows[0]]
    if all(map(label_role, heads)) and all(len(row) == len(heads) for row in rows):
        columns = zip(heads, *rows[1:], strict=True)
        return "；".join(f"{head}：{'、'.join(filter(None, names))}" for head, *names in columns)
    names = [name for row in rows for name in row if name]
    return "、".join(names) if all(map(can_name_agency, names)) else ""


def place(rows: Sequence[Sequence[tuple[Cell, int, int]]]) -> Matrix:
    """Return the matrix of rows whose cells say how many columns and rows they cover, as in HTML.

    Parameters
    ----------
    rows
        For each row its cells with columns and rows covered; 0 rows means all that are left.

    Examples
    --------
    >>> wide, tall = Cell(["a"]), Cell(["b"])
    >>> [[cell.text for cell in row] for row in place([[(tall, 1, 2), (wide, 2, 1)], [(Cell(["c"]), 1, 1), (Cell(["d"]), 1, 1)]])]
    [['b', 'a', 'a'], ['b', 'c', 'd']]
    """
    spans = {(columns, down) for row in rows for _, columns, down in row}
    if spans == {(1, 1)} and max(map(len, rows)) <= MOST_COLUMNS:
        check("cells", sum(map(len, rows)))
        return [[cell for cell, _, _ in row] for row in rows]
    matrix: Matrix = [[] for _ in rows]
    slots, most = 0, limit("cells")
    for at, row in enumerate(rows):
        column = 0
        for cell, columns, down in row:
            while column < len(matrix[at]) and matrix[at][column] is not None:
                column += 1
            last = min(at + down, len(rows)) if down > 0 else len(rows)
            wide = min(columns, MOST_COLUMNS - column)
            if wide > 0:
                slots += wide * (last - at)
                if slots > most:
                    check("cells", slots)
                for line in matrix[at:last]:
                    _put(line, column, wide, cell)
            column += columns
    return matrix


def _put(line: list[Cell | None], column: int, columns: int, cell: Cell) -> None:
    line.extend([None] * (column + columns - len(line)))
    for at in range(column, column + columns):
        line[at] = line[at] or cell


def table_lines(matrix: Matrix) -> Iterator[str]:
    """Yield the lines of a table; a row that only goes on with the cells above is left out."""
    above: list[Cell | None] = []
    characters, most = 0, limit("characters")
    for row in matrix:
        if any(row) and not _repeats(row, above):
            cells = [cell for cell in dict.fromkeys(row) if cell]
            if len(cells) == 1:
                yield from filter(None, cells[0].lines)
            else:
                known = {cell: cell.text for cell in cells}
                texts = [known[cell] if cell else "" for cell in row]
                # A cell that covers many shows its text in each of them.
                characters += sum(map(len, texts))
                if characters > most:
                    check("characters", characters)
                if any(texts):
                    yield "\t".join(texts)
                yield from (line for cell in cells if cell.is_parted and cell not in above for line in cell.rows)
        above = row


def _repeats(row: Sequence[Cell | None], above: Sequence[Cell | None]) -> bool:
    return len(row) == len(above) and all(map(is_, row, above))
