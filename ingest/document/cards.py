"""Cards: a table with labels in its first column, and often in its third, that says all of one task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document.owner_cells import OwnerCell
from ingest.document.table_headers import cells_of, column_name, owner_label
from ingest.language.labels import deadline_label
from ingest.language.paragraphs import Paragraph

__all__ = ["Card", "read_card"]

_TITLE = re.compile(r"(?:任务|项目|工作|事项|措施|举措|工程|行动|改革)(?:名称|内容|事项)?|名称")
_WHEN = re.compile(r"(?:完成|办结|整改|启动|起止|时间|时限|期限|进度)(?:时限|时间|期限|节点|要求|安排)?")


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
