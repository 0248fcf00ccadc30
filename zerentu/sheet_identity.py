"""What a row of a sheet says of itself to programs: which task of whom it is, and marks of its locked cells.

The text stands in a hidden column, so a row is known wherever it is moved, sorted or copied to. Each locked cell has a mark
of its own: a change is told by the name of the cell, also when the plan has been read anew since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal, get_args

from graph.model.identity import fold

__all__ = ["COVER", "LOCKED", "By", "Identity", "is_identity", "mark_of", "read_identity"]

#: Whom sheets are for: each owner of a task, or only those who lead it.
By = Literal["owner", "lead"]
#: Cells that an office does not change, as `zerentu.answer_tables` calls them; their marks stand in this order.
LOCKED = (
    "plan", "task", "own", "lead", "co_own", "support", "guide", "implement", "deadline", "targets", "text", "place",
)  # fmt: skip
_HEAD = "zerentu-1"
#: What a cover says: it holds no task.
COVER = f"{_HEAD}|cover"
_NOBODY = "-"
_MARK = 4
_IDENTITY = re.compile(
    rf"{_HEAD}\|(?P<by>{'|'.join(get_args(By))})\|(?P<at>[0-9]{{1,6}})/(?P<total>[0-9]{{1,6}})\|(?P<task>[^|\s]+)\|(?P<plan>[^|\s]+)"
    rf"\|(?P<agency>[^|\s]+)\|(?P<marks>[0-9a-f]{{{_MARK * len(LOCKED)}}})\|(?P<seal>[0-9a-f]{{8}})",
    re.ASCII,
)


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Which row of which sheet this is.

    Attributes
    ----------
    task_id, plan_id, agency_id : str
        Ids in the store; no agency in the sheet of tasks that nobody answers for.
    by : str
        Whom the sheets were for.
    at, total : int
        The row among those of its sheet, from 1, and how many these are: so rows that are missing are known.
    marks : mapping
        The mark of each cell of `LOCKED`.
    """

    task_id: str
    plan_id: str
    agency_id: str
    by: By
    at: int
    total: int
    marks: Mapping[str, str]

    def written(self) -> str:
        """Return the text that the sheet holds."""
        marks = "".join(self.marks[name] for name in LOCKED)
        parts = [
            _HEAD,
            self.by,
            f"{self.at}/{self.total}",
            self.task_id,
            self.plan_id,
            self.agency_id or _NOBODY,
            marks,
        ]
        text = "|".join(parts)
        return f"{text}|{_digest(text, 4)}"


def is_identity(text: str) -> bool:
    """Return whether a cell holds the identity of a row, sound or damaged."""
    return text.lstrip().startswith(f"{_HEAD}|")


def read_identity(text: str) -> Identity | None:
    """Return the identity that a cell holds, or None if anything in it was changed."""
    said = _IDENTITY.fullmatch(text.strip())
    if said is None or _digest(text.strip().rpartition("|")[0], 4) != said["seal"]:
        return None
    marks = said["marks"]
    agency = said["agency"]
    return Identity(
        task_id=said["task"],
        plan_id=said["plan"],
        agency_id="" if agency == _NOBODY else agency,
        by="lead" if said["by"] == "lead" else "owner",
        at=int(said["at"]),
        total=int(said["total"]),
        marks={name: marks[_MARK * at : _MARK * (at + 1)] for at, name in enumerate(LOCKED)},
    )


def mark_of(text: str) -> str:
    """Return the mark of a cell.

    White space, width and characters that GBK lacks make no difference: a spreadsheet that saves CSV in the code page
    of a Chinese Windows writes those as question marks.

    Examples
    --------
    >>> mark_of("改造 锅炉•10台") == mark_of("改造锅炉?10台"), mark_of("改造锅炉10台") == mark_of("改造锅炉11台")
    (True, False)
    """
    return _digest(fold(text).encode("gbk", errors="ignore").decode("gbk").replace("?", ""), _MARK // 2)


def _digest(text: str, size: int) -> str:
    # A workbook may hold half a surrogate pair.
    return blake2b(text.encode(errors="surrogatepass"), digest_size=size).hexdigest()
