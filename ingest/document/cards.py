"""Cards: a table with labels in its first column, and often in its third, that says all of one task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document.owner_cells import OwnerCell
from ingest.document.table_headers import cells_of, column_name, owner_label
from ingest.document.words import any_of
from ingest.language.labels import deadline_label
from ingest.language.paragraphs import Paragraph

__all__ = ["Card", "read_card"]

_TITLE = re.compile(rf"{any_of('card_title')}{any_of('card_title_end')}?|名称")
_WHEN = re.compile(rf"{any_of('card_when')}{any_of('card_when_end')}?")


@dataclass(frozen=True)
class Card:
    """One task out of a table of labels: its title, who answers, by when; how many lines it takes."""

    title: str
    cells: tuple[OwnerCell, ...]
    deadline: str | None
    lines: int


def read_card(lines: Sequence[Paragraph]) -> Card | None:
    """Return the card that begins with the first of some lines of a table, or None if none begins there.

    A card has a label for the task and one for who answers; another label for the task begins the next card.
    """
    title, deadline = "", None
    cells: list[OwnerCell] = []
    count = 0
    for line in lines:
        row = cells_of(line)
        pairs = list(zip(row[::2], row[1::2], strict=False))
        if len(row) < 2 or len(row) % 2 or len(row) > 4:
            break
        names = [column_name(label).rstrip(":") for label, _ in pairs]
        if title and any(_TITLE.fullmatch(name) for name in names) and cells:
            break
        for name, (written, value) in zip(names, pairs, strict=True):
            if _TITLE.fullmatch(name) and not title:
                title = value
            elif (label := owner_label(name)) and len(name) > 2:
                if value:
                    cells.append(OwnerCell(label=label, name=written.rstrip("：: "), text=value, place=line))
            elif deadline_label(name) or _WHEN.fullmatch(name):
                deadline = value or None
        count += 1
    labelled = title and cells and not owner_label(column_name(title))
    return Card(title, tuple(cells), deadline, count) if labelled else None
