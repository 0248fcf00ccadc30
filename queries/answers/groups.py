"""Plans, regions, industries and chapters as rows: which of them hold the tasks or targets that fit a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from queries.answers.facts import Facts, records
from queries.answers.form import Form
from queries.answers.holders import is_of_level
from queries.answers.task import Owner, Row, Task

__all__ = ["groups_of", "holders_of_all", "sides_of"]

#: The column of a row that counts the tasks in a role.
_COUNTED = {"lead": "leads", "co_own": "co_owns", "support": "supports", "guide": "guides", "implement": "implements"}
_Key = tuple[str, str]


def groups_of(form: Form, facts: Facts, tasks: Sequence[Task], targets: Sequence[Row]) -> list[dict[str, Any]]:
    """Return a row for each plan, region, industry or chapter that holds any of some tasks or targets.

    Where the form asks for those that lack such tasks, the others of its scope come back.

    Parameters
    ----------
    form
        What was understood; `held` says what is asked for.
    facts
        Of the plans that are asked about.
    tasks, targets
        What fits; one of the two is empty.
    """
    keys = _Keys(form, facts)
    found: dict[_Key, dict[str, Any]] = {}
    counted: dict[_Key, Counter[str]] = {}
    for task in tasks:
        owners = _owners(form, task)
        for key in keys.of_task(task.row):
            row = found.setdefault(key, {**keys.row(key), **_first(task.row, "number", owners), "tasks": 0})
            row["tasks"] += 1
            counted.setdefault(key, Counter()).update({owner.role for owner in owners})
    for target in targets:
        for key in keys.of_task({**target, "number": target["section"]}):
            row = found.setdefault(key, {**keys.row(key), **_first(target, "section", ()), "targets": 0})
            row["targets"] += 1
    for key, row in found.items():
        for role, name in _COUNTED.items() if form.agencies else ():
            row[name] = counted[key][role]
    if form.lacks:
        return [keys.row(key) for key in keys.every() if key not in found]
    return [found[key] for key in keys.in_order(found)]


def holders_of_all(form: Form, facts: Facts) -> list[dict[str, Any]]:
    """Return a row for each plan, region, industry or chapter of some plans, with the number of its tasks."""
    if form.held not in ("plans", "regions"):
        return groups_of(form, facts, facts.tasks, ())
    keys = _Keys(form, facts)
    wanted = {str(plan["id"]) for plan in facts.plans}
    rows = {key: {**keys.row(key), "tasks": 0} for key in keys.every()}
    for counted in records(facts.store, "plan_tasks"):
        if counted["plan_id"] in wanted:
            for key in keys.of_task(counted):
                rows[key]["tasks"] += counted["tasks"]
    return list(rows.values())


def sides_of(form: Form, facts: Facts, tasks: Sequence[Task] | None) -> list[dict[str, Any]]:
    """Return plans, regions, industries or chapters as sides of a comparison; the one plan of a region is its region.

    Parameters
    ----------
    form, facts
        As for `groups_of`.
    tasks
        What is counted; None for every task. Plans and regions that have none of them count nothing.
    """
    rows = holders_of_all(form, facts) if tasks is None else groups_of(form, facts, tasks, ())
    if form.held in ("plans", "regions"):
        named = "plan_id" if form.held == "plans" else "region"
        counts = {row[named]: row["tasks"] for row in rows}
        keys = _Keys(form, facts)
        every = [keys.row(key) for key in keys.every()]
        rows = [{**row, "tasks": counts.get(row[named], 0)} for row in every]
    plans = Counter(plan["region"] for plan in facts.plans)
    sides = []
    for row in rows:
        title = row["plan"] if form.held == "plans" and plans[row["region"]] > 1 else None
        name = row.get("industry") or row.get("heading") or row.get("section") or title
        sides.append({"region": row.get("region"), "name": name, "number": row["tasks"]})
    return sides


class _Keys:
    """Knows what holds a task, and what names it."""

    def __init__(self, form: Form, facts: Facts) -> None:
        self.form = form
        self.facts = facts
        self.plans = {str(plan["id"]): plan for plan in facts.plans}
        self._industries: dict[str, list[str]] | None = None
        self._titles: dict[_Key, str] | None = None

    def of_task(self, row: Row) -> list[_Key]:
        """Return the keys of what holds a task or a target."""
        plan = str(row["plan_id"])
        if self.form.held == "plans":
            return [(plan, "")] if is_of_level(self.plans[plan], self.form.level) else []
        if self.form.held == "regions":
            named = self.plans[plan]["region"] and is_of_level(self.plans[plan], self.form.level)
            return [("", str(self.plans[plan]["region"]))] if named else []
        if self.form.held == "sections":
            return [(plan, str(row["number"]).split("/")[0])]
        return [("", name) for name in self._industries_of(str(row["task_id"]))]

    def every(self) -> Iterable[_Key]:
        """Return the keys of everything that could be asked for, in order."""
        if self.form.held == "plans":
            return [(key, "") for key, plan in self.plans.items() if is_of_level(plan, self.form.level)]
        if self.form.held == "regions":
            named = [plan for plan in self.facts.plans if plan["region"] and is_of_level(plan, self.form.level)]
            return [("", name) for name in dict.fromkeys(str(plan["region"]) for plan in named)]
        found = dict.fromkeys(key for task in self.facts.tasks for key in self.of_task(task.row))
        return (
            [key for key in self.titles if key not in found] + [*found]
            if self.form.held == "sections"
            else sorted(found)
        )

    def in_order(self, found: dict[_Key, dict[str, Any]]) -> list[_Key]:
        """Return keys that were found: industries with the most tasks first, the others in the order of their plans."""
        if self.form.held == "industries":
            return sorted(found, key=lambda key: (-(found[key].get("tasks") or found[key].get("targets") or 0), key))
        places = {key: at for at, key in enumerate(self.plans)}
        regions = {region: at for at, (_, region) in enumerate(self.every())} if self.form.held == "regions" else {}
        return sorted(found, key=lambda key: places[key[0]] if key[0] else regions[key[1]])

    def row(self, key: _Key) -> dict[str, Any]:
        """Return what names a plan, region, industry or chapter."""
        plan, name = key
        if self.form.held == "plans":
            here = self.plans[plan]
            return {"region": here["region"], "plan": here["title"], "source": here["source"], "plan_id": plan}
        if self.form.held == "regions":
            count = sum(plan["region"] == name for plan in self.facts.plans)
            return {"region": name, "plans": count}
        if self.form.held == "industries":
            return {"industry": name}
        here = self.plans[plan]
        return {
            "region": here["region"], "plan": here["title"], "section": name, "heading": self.titles.get(key),
            "source": here["source"], "plan_id": plan,
        }  # fmt: skip

    @property
    def titles(self) -> dict[_Key, str]:
        """The titles of chapters."""
        if self._titles is None:
            rows = records(self.facts.store, "plan_sections", plans=list(self.plans)) if self.plans else []
            self._titles = {
                (str(row["plan_id"]), str(row["number"])): str(row["title"]) for row in rows if "/" not in row["number"]
            }
        return self._titles

    def _industries_of(self, task: str) -> list[str]:
        if self._industries is None:
            self._industries = {}
            ids = [task.id for task in self.facts.tasks]
            for row in records(self.facts.store, "task_industries", tasks=ids) if ids else ():
                self._industries.setdefault(row["task_id"], []).append(row["name"])
        return self._industries.get(task, [])


def _owners(form: Form, task: Task) -> list[Owner]:
    ids = {key for slot in form.agencies for key in slot.ids.get(task.region, ())}
    return [owner for owner in task.owners if owner.id in ids]


def _first(row: Row, number: str, owners: Sequence[Owner]) -> dict[str, Any]:
    """Return where the first task or target stands, with its sentence."""
    return {
        "number": row[number], "title": row.get("title") or row.get("metric"), "text": row["text"],
        "quote": owners[0].quote if owners else None, "line": row["line"], "source": row["source"],
    }  # fmt: skip
