"""Who answers for tasks, fetched once for all the rows of an answer.

Lists stand in single cells of the data frames, in the order of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.stores.store import Store
from queries.catalogue import ask

__all__ = ["Owner", "grouped", "owners_of", "years_of"]

#: One owner of a task: ``agency_id``, ``name``, ``written``, ``kind``, ``role``, ``role_word``, ``basis``,
#: ``inherited``, ``open_ended``, ``quote``, ``line``.
Owner = dict[str, Any]


def owners_of(store: Store, tasks: Iterable[str]) -> dict[str, list[Owner]]:
    """Return the owners of each of `tasks` in the order of the clause; a task without any is left out."""
    return grouped(store, "task_owners", tasks)


def years_of(store: Store, tasks: Iterable[str]) -> dict[str, set[int]]:
    """Return the years that the targets of each of `tasks` write or imply."""
    found = grouped(store, "task_years", tasks)
    return {
        task: {year for row in rows for year in (row["due"], row["due_derived"]) if year is not None}
        for task, rows in found.items()
    }


def grouped(store: Store, question: str, ids: Iterable[str], of: str = "task") -> dict[str, list[dict[str, Any]]]:
    """Ask `question` about all tasks (or targets) at once and return its rows by their ids, without that column."""
    found: dict[str, list[dict[str, Any]]] = {}
    key = f"{of}_id"
    for row in ask.answer(store, question, **{f"{of}s": list(dict.fromkeys(ids))}).records:
        found.setdefault(row[key], []).append(
            {str(name): value for name, value in row.items() if name not in (key, "ordinal")}
        )
    return found
