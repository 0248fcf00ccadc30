"""Who answers for tasks, fetched once for all the rows of an answer.

Lists stand in single cells of the data frames, in the order of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict, cast

from graph.stores.answer import Row
from graph.stores.store import Store
from queries.catalogue import FEW, ask

__all__ = ["Owner", "OwnerInShort", "grouped", "in_short", "owners_of", "owners_of_targets", "years_of"]


class OwnerInShort(TypedDict):
    """An owner in a cell beside others."""

    name: str
    role: str
    basis: str
    inherited: bool


class Owner(OwnerInShort):
    """An agency in a role for a task or a target, with the words that say so."""

    agency_id: str
    written: str
    kind: str
    role_word: str
    open_ended: bool
    quote: str | None
    line: int | None


def owners_of(store: Store, tasks: Iterable[str], plans: Iterable[str] = ()) -> dict[str, list[Owner]]:
    """Return the owners of each of `tasks` in the order of the clause; a task without any is left out.

    `plans` are the plans of the tasks, where the caller knows them: a few are looked at one by one, and no others.
    """
    return cast("dict[str, list[Owner]]", _in_plans(store, "task_owners", tasks, plans))


def owners_of_targets(store: Store, targets: Iterable[str]) -> dict[str, list[Owner]]:
    """Return the owners that the own row of each of `targets` names; a target without any is left out."""
    return cast("dict[str, list[Owner]]", grouped(store, "target_owners", targets, of="target"))


def in_short(owner: Owner) -> OwnerInShort:
    """Return what a cell says of an owner."""
    return {
        "name": owner["name"],
        "role": owner["role"],
        "basis": owner["basis"],
        "inherited": owner["inherited"],
    }


def years_of(store: Store, tasks: Iterable[str], plans: Iterable[str] = ()) -> dict[str, set[int]]:
    """Return the years that the targets of each of `tasks` write or imply; `plans` as in `owners_of`."""
    found = _in_plans(store, "task_years", tasks, plans)
    return {
        task: {year for row in rows for year in (row["due"], row["due_derived"]) if year is not None}
        for task, rows in found.items()
    }


def _in_plans(store: Store, question: str, tasks: Iterable[str], plans: Iterable[str]) -> dict[str, list[Row]]:
    """Ask `question` about tasks that stand in some plans."""
    ids, those = list(dict.fromkeys(tasks)), list(dict.fromkeys(plans))
    if not 0 < len(those) <= FEW:
        return grouped(store, question, ids)
    found: dict[str, list[Row]] = {}
    for plan in those:
        found |= grouped(store, question, ids, plan=plan)
    return found


def grouped(store: Store, question: str, ids: Iterable[str], of: str = "task", **params: str) -> dict[str, list[Row]]:
    """Ask `question` about all tasks (or targets) at once and return its rows by their ids, without that column."""
    found: dict[str, list[Row]] = {}
    key = f"{of}_id"
    for row in ask.answer(store, question, **{f"{of}s": list(dict.fromkeys(ids))}, **params).records:
        found.setdefault(row[key], []).append(
            {str(name): value for name, value in row.items() if name not in (key, "ordinal")}
        )
    return found
