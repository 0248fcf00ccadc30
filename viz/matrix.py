"""A matrix as a page that opens offline: a table with a fixed header and first column, and each cell's sentence on click.

Gaps between the signs of a row are one cell each, so a thousand tasks by a hundred agencies are some ten thousand
cells. The script cuts the table into blocks that a browser lays out when they come into view, and joins them again to
print; without it the table is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.visible import visible
from viz.offline import island, write_page

__all__ = ["PageCell", "PageMatrix", "PageRow", "write_matrices"]

#: Most rows of a block: those of two screens.
_BLOCK = 50


@dataclass(frozen=True, kw_only=True)
class PageCell:
    """A filled cell: which of the agencies it stands below, its signs, the basis that shades it, what is said of it."""

    at: int
    signs: str
    basis: str
    note: str


@dataclass(frozen=True, kw_only=True)
class PageRow:
    """A task: its number, section, title and deadline, its cells from left to right, the words and place of the source."""

    number: str
    section: str
    title: str
    deadline: str
    cells: Sequence[PageCell]
    text: str
    place: str

    def pieces(self, width: int) -> list[tuple[int, PageCell | None]]:
        """Return the row from left to right: a filled cell, or how many cells in a row are empty."""
        found: list[tuple[int, PageCell | None]] = []
        at = 0
        for cell in self.cells:
            if cell.at > at:
                found.append((cell.at - at, None))
            found.append((1, cell))
            at = cell.at + 1
        return found if at == width else [*found, (width - at, None)]


@dataclass(frozen=True, kw_only=True)
class PageMatrix:
    """The matrix of a plan: title, banner or nothing, groups of agencies with their widths, names, rows, sums by column."""

    title: str
    banner: str
    groups: Sequence[tuple[str, int]]
    agencies: Sequence[str]
    rows: Sequence[PageRow]
    sums: Sequence[tuple[str, Sequence[int]]]

    def blocks(self) -> list[tuple[str, list[PageRow]]]:
        """Return the rows in blocks: those of a section under its title, a long section in several, titled once."""
        found: list[tuple[str, list[PageRow]]] = []
        for section, group in groupby(self.rows, key=lambda row: row.section):
            rows = list(group)
            found += [("" if at else section, rows[at : at + _BLOCK]) for at in range(0, len(rows), _BLOCK)]
        return found


def write_matrices(
    path: str | Path, title: str, found: Sequence[PageMatrix], words: dict[str, str], *, lang: str = "zh"
) -> Path:
    """Write matrices as one offline HTML file.

    Parameters
    ----------
    path
        The file to write.
    title
        Heading of the page.
    found
        One matrix a plan; the page shows one at a time.
    words
        Captions: plan, title, deadline, count, search, legend, nobody, close, total.
    lang
        ``zh`` or ``en``.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    return write_page(
        path, "matrix", lang=lang, title=title, matrices=found, words=words, data=island(_sentences(found))
    )


def _sentences(found: Sequence[PageMatrix]) -> list[list[Any]]:
    """Return for each row the words and place of the source, and what is said of each agency."""
    return [
        [
            visible(row.text, lines=True),
            visible(row.place),
            [[visible(matrix.agencies[cell.at]), visible(cell.note, lines=True)] for cell in row.cells],
        ]
        for matrix in found
        for row in matrix.rows
    ]
