"""What a reading query gives back: plain records; a data frame for those who want one.

Importing pandas takes longer than most answers, so records travel inside the program and
a frame is made only where the caller asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Answer", "Row"]

#: Column to value, in the order of the columns.
Row = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """Rows of a query.

    Attributes
    ----------
    columns
        Names in the order of RETURN; they are known also where there are no rows.
    records
        One mapping a row; ``None`` for null.
    """

    columns: list[str]
    records: list[Row]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]], columns: Sequence[str]) -> Answer:
        """Return an answer of rows without names.

        Examples
        --------
        >>> Answer.of([[1, None]], ["a", "b"]).records
        [{'a': 1, 'b': None}]
        """
        return cls(list(columns), [dict(zip(columns, row, strict=True)) for row in rows])

    @classmethod
    def picked(cls, records: Iterable[Row], columns: Sequence[str]) -> Answer:
        """Return an answer of the named columns of `records`, in this order."""
        return cls(list(columns), [{name: record[name] for name in columns} for record in records])

    def frame(self) -> pd.DataFrame:
        """Return the rows as a data frame: dtype object throughout, ``None`` for null."""
        from graph.model.frames import frame

        return frame([[record[name] for name in self.columns] for record in self.records], self.columns)
