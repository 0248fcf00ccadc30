"""Who answers by the words of a cell that is not of a responsibility column: 落实减税政策。牵头单位：市税务局，配合单位：市财政局."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.clauses.locate import locate_clauses
from ingest.clauses.named_bodies import names_bodies_only
from ingest.document.owner_cells import OwnerCell
from ingest.language.agency_lists import lists_bodies
from ingest.language.paragraphs import Paragraph, Piece
from ingest.language.role_verbs import ROLE_WORDS, TRIGGER

__all__ = ["Beside", "clauses_beside"]

#: 由市司法局牵头制定: somebody is named, but not in a clause that can be read.
_NAMED = re.compile(
    rf"[由请](?P<names>[^由请，,。；;：:（）()]{{2,60}}?){ROLE_WORDS.pattern('narrated')}[^，,。；;]{{0,20}}"
)


@dataclass(frozen=True)
class Beside:
    """What the other cells of a row say of who answers: clauses as cells without a label, and words that were not read."""

    cells: tuple[OwnerCell, ...] = ()
    unread: tuple[str, ...] = ()


def clauses_beside(texts: Sequence[str], place: Paragraph) -> Beside:
    """Return the clauses in cells that are not of a responsibility column, where they name nothing but bodies.

    Parameters
    ----------
    texts
        The cells.
    place
        The line of the row.
    """
    cells: list[OwnerCell] = []
    unread: list[str] = []
    for text in texts:
        if not TRIGGER.search(text):
            continue
        line = Paragraph(text, (Piece(0, 0),))
        found = [
            each
            for each in locate_clauses([line], line, 0)
            if TRIGGER.search(each.clause.text) and names_bodies_only(each.clause)
        ]
        cells += [OwnerCell(label="", name="", text=each.clause.text, place=place) for each in found]
        unread += [
            named[0]
            for named in _NAMED.finditer(text)
            if lists_bodies(named["names"]) and not any(each.start <= named.start("names") < each.end for each in found)
        ]
    return Beside(tuple(cells), tuple(unread))
