"""Matrices: agencies as column headers, and in each cell the role that an agency has in the row's task.

A cell says the role in words (牵头, 配合, 主, 协) or by a sign (★ ● ▲ △ ◎ ○ √) that a legend explains: in the title, in the
header or in a note below. A tick without legend names one of several that answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.words import Table
from ingest.document.owner_cells import OwnerCell
from ingest.document.table_headers import column_name
from ingest.language.agency_lists import can_name_agency, is_body
from ingest.language.paragraphs import Paragraph

__all__ = ["Matrix", "read_legend", "read_matrix"]

_SIGNS = "★☆●○▲△◎◆◇■□√✓✔"
_WORDS = Table(__file__, "matrices")
_LEGEND = _WORDS.meanings("legend")
#: What a cell says in words, and the label that it gives.
_LABELS = _LEGEND | _WORDS.meanings("cell")
_TICK = "责任单位"
_LEGEND_WORD = rf"(?P<word>{'|'.join(sorted(_LEGEND, key=len, reverse=True))})"
#: ★牵头 ●配合; ▲为牵头单位，△为配合单位
_SIGN_FIRST = re.compile(
    rf"(?P<sign>[{_SIGNS}])[”\"’']?\s*(?:{_WORDS.pattern('is')}|[：:—=-])?\s*[“\"‘']?{_LEGEND_WORD}"
)
#: 牵头单位用★表示
_WORD_FIRST = re.compile(
    rf"{_LEGEND_WORD}{_WORDS.pattern('whose')}?\s*(?:{_WORDS.pattern('by')}|[：:])\s*[“\"‘']?(?P<sign>[{_SIGNS}])"
)


@dataclass(frozen=True)
class Matrix:
    """A table with agencies as columns: the name of each, and what the signs mean."""

    agencies: Mapping[int, str]
    legend: Mapping[str, str]

    def owner_cells(self, cells: Sequence[str], place: Paragraph) -> list[OwnerCell]:
        """Return what a row says, role by role: the agencies of each as one cell."""
        found: dict[str, list[str]] = {}
        for at, name in self.agencies.items():
            said = cells[at].strip() if at < len(cells) else ""
            label = self.legend.get(said) or _LABELS.get(said) or (_TICK if said and said in _SIGNS else "")
            if label:
                found.setdefault(label, []).append(name)
        return [
            OwnerCell(label=label, name=label, text="、".join(found[label]), place=place)
            for label in dict.fromkeys(_LEGEND.values())
            if label in found
        ]


def read_legend(texts: Sequence[str]) -> dict[str, str]:
    """Return what the signs mean, as title, header and notes of a table say it.

    Examples
    --------
    >>> read_legend(["责任分工表（★牵头 ●配合）"])
    {'★': '牵头单位', '●': '配合单位'}
    """
    found: dict[str, str] = {}
    for text in texts:
        for pattern in (_SIGN_FIRST, _WORD_FIRST):
            for match in pattern.finditer(text):
                found.setdefault(match["sign"], _LEGEND[match["word"]])
    return found


def read_matrix(header: Sequence[str], rows: Sequence[Sequence[str]], texts: Sequence[str]) -> Matrix | None:
    """Return the matrix that a header and its rows make, or None if the table is another one.

    Parameters
    ----------
    header
        Cells of the header row, of two rows the names that stand lower.
    rows
        Cells of the rows below it.
    texts
        Lines above and below the table, where a legend may stand.
    """
    names = {at: column_name(cell) for at, cell in enumerate(header)}
    agencies = {
        at: header[at].strip()
        for at, name in names.items()
        if name and (is_body(name) or (can_name_agency(name) and name.startswith("各")))
    }
    if len(agencies) < 2 or not rows:
        return None
    said = Counter(_is_role(row[at].strip()) for row in rows for at in agencies if at < len(row) and row[at].strip())
    if said[True] < 2 or said[False]:
        return None
    return Matrix(agencies, read_legend(texts))


def _is_role(said: str) -> bool:
    return said in _LABELS or (len(said) == 1 and said in _SIGNS)
