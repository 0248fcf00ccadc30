"""Matrices: agencies as column headers, and in each cell the role that an agency has in the row's task.

A cell says the role in words (牵头, 配合, 主, 协) or by a sign (★ ● ▲ △ ◎ ○ √) that a legend explains: in the title, in the
header or in a note below. A tick without legend names one of several that answer; an agency with two roles has both signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.words import Table
from ingest.document.owner_cells import OwnerCell
from ingest.document.table_headers import LISTED, column_name, is_sum
from ingest.language.agency_lists import can_name_agency
from ingest.language.characters import SIGNS
from ingest.language.paragraphs import Paragraph

__all__ = ["Matrix", "read_legend", "read_matrix"]

_WORDS = Table(__file__, "matrices")
_LEGEND = _WORDS.meanings("legend")
#: What a cell says in words, and the label that it gives.
_LABELS = _LEGEND | _WORDS.meanings("cell")
_TICK = "责任单位"
#: The only one that answers, which leads for that reason.
_SOLE = "唯一单位"
_LEGEND_WORD = rf"(?P<word>{'|'.join(sorted(_LEGEND, key=len, reverse=True))})"
#: ★牵头 ●配合; ▲为牵头单位，△为配合单位
_SIGN_FIRST = re.compile(
    rf"(?P<sign>[{SIGNS}])[”\"’']?\s*(?:{_WORDS.pattern('is')}|[：:—=-])?\s*[“\"‘']?{_LEGEND_WORD}"
)
#: 牵头单位用★表示
_WORD_FIRST = re.compile(
    rf"{_LEGEND_WORD}{_WORDS.pattern('whose')}?\s*(?:{_WORDS.pattern('by')}|[：:])\s*[“\"‘']?(?P<sign>[{SIGNS}])"
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
            for each in [said] if said in _LABELS else said:
                label = self.legend.get(each) or _LABELS.get(each) or (_TICK if each in SIGNS else "")
                if label:
                    found.setdefault(label, []).append(name)
        if _SOLE in found:
            # Beside others that answer it is the one that leads.
            others = {"牵头单位", "责任单位", LISTED} & found.keys()
            found.setdefault("牵头单位" if others or len(found[_SOLE]) > 1 else "责任单位", []).extend(found.pop(_SOLE))
        return [
            OwnerCell(
                label=label, name="责任单位" if label == LISTED else label, text="、".join(found[label]), place=place
            )
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
    agencies = {at for at, name in names.items() if name and _names_owner(name)}
    if len(agencies) < 2 or not rows:
        return None
    rows = [row for row in rows if not is_sum(row)]
    said = _said(rows, agencies)
    if said[True] < 2 or said[False]:
        return None
    legend = read_legend(texts)
    # Behind the first agency a column that nothing but signs of the legend fill is one too, by whatever name.
    for at in range(min(agencies) + 1, len(header) if legend else 0):
        signs = {sign for row in rows if at < len(row) for sign in row[at].strip()}
        if names[at] and signs and signs <= legend.keys():
            agencies.add(at)
    return Matrix({at: header[at].strip() for at in sorted(agencies)}, legend)


def _names_owner(name: str) -> bool:
    return not _is_role(name) and can_name_agency(name)


def _said(rows: Sequence[Sequence[str]], columns: Collection[int]) -> Counter[bool]:
    """Return how many of the filled cells of some columns say a role, and how many say something else."""
    return Counter(_is_role(row[at].strip()) for row in rows for at in columns if at < len(row) and row[at].strip())


def _is_role(said: str) -> bool:
    return said in _LABELS or (len(said) <= 3 and all(sign in SIGNS for sign in said))
