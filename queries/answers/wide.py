"""What a store of many plans says, as far as one question needs it: found by the question's own words and names.

A question that names no region is asked of every plan. Reading all of them takes seconds, so titles are looked up by
the runs of characters that they share with the question, bodies by their ids, and tasks by whatever the form fixes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.stores.store import Store
from queries.answers.facts import Facts, records
from queries.answers.form import Form
from queries.answers.task import Row, Task, gathered, joined
from queries.answers.titles import plain, tasks_called, without_verbs

__all__ = ["WideFacts", "facts_of", "runs"]

#: So many plans are read whole: that takes no longer than looking things up in them.
_FEW = 40
#: A title is quoted with so many characters in a row at least.
_QUOTED = 4
_OWNERS = {
    "collective_only": "only_collective",
    "no_lead": "no_lead",
    "single": "single_owner",
    "several_leads": "several_leads",
}
#: What is said of owners that the engine tells without giving them.
_SETTLED = {"none": "unowned_tasks", "no_lead": "unled_tasks"}


def facts_of(store: Store, plans: Sequence[Row], *, whole: bool = False) -> Facts:
    """Return the facts of some plans; `whole` where their regions have no others."""
    return WideFacts(store, plans, whole=whole) if len(plans) > _FEW else Facts(store, plans)


@dataclass
class WideFacts(Facts):
    """Facts of many plans; nothing is fetched that a question does not name.

    Attributes
    ----------
    chosen
        The tasks that a form can be answered from; None for those of all plans.
    concerned
        Of the industries that a form names, those of each task; None where it names none.
    whole
        Whether these are all the plans of their regions.
    titles
        Those that were found, by the words that were looked for.
    """

    chosen: list[Task] | None = None
    concerned: dict[str, set[str]] | None = None
    whole: bool = False
    titles: dict[tuple[str, ...], list[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def industries(self) -> dict[str, set[str]]:
        """The industries that were asked for, by task; those of all tasks where none was."""
        return super().industries if self.concerned is None else self.concerned

    @cached_property
    def tasks(self) -> list[Task]:
        """The tasks that were chosen, or those of all plans."""
        return super().tasks if self.chosen is None else self.chosen

    @cached_property
    def targets(self) -> list[Row]:
        """Every target of the plans."""
        wanted = set(self.ids)
        return [row for row in records(self.store, "targets") if row["plan_id"] in wanted]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """The number of tasks of each region."""
        found: Counter[str] = Counter()
        wanted = set(self.ids)
        for row in records(self.store, "plan_tasks"):
            if row["plan_id"] in wanted:
                found[row["region"] or ""] += row["tasks"]
        return found

    def bodies_among(self, ids: Iterable[str], named: Sequence[Row] = ()) -> dict[str, dict[str, str]]:
        """Return those of some agencies that answer for something, by region of the plan."""
        found: dict[str, dict[str, str]] = {}
        wanted = set(ids)
        if self.whole:
            for row in named:
                if row["task"] and row["id"] in wanted:
                    found.setdefault(row["plan_region"] or "", {})[row["id"]] = row["name"]
            wanted -= {row["id"] for row in named}
            wanted = {row["id"] for row in records(self.store, "present", ids=sorted(wanted))} if wanted else set()
            if not wanted:
                return found
        regions = {str(plan["id"]): str(plan["region"] or "") for plan in self.plans}
        for row in records(self.store, "agency_plans", agencies=sorted(wanted)):
            if row["plan_id"] in regions:
                found.setdefault(regions[row["plan_id"]], {})[row["id"]] = row["name"]
        return found

    def body_names(self) -> list[tuple[str, str]]:
        """Return in-plan name and official name of every body."""
        return [(row["used"], row["name"]) for row in records(self.store, "used_names")]

    def titles_in(self, text: str) -> list[str]:
        """Return the titles of tasks that share four characters in a row with a text."""
        return self._titles(runs(text, _QUOTED))

    def names_in(self, text: str) -> list[str]:
        """Return the titles that a text may quote; the metrics of many plans hold every pair of characters."""
        return self.titles_in(text)

    def metrics(self) -> set[str]:
        """Return no name: the targets of many plans are not read for it."""
        return set()

    def section_titles(self, text: str) -> list[str]:
        """Return the titles of numbered sections that share four characters in a row with a text."""
        found = runs(text, _QUOTED)
        return [str(row["title"]) for row in records(self.store, "section_titles", words=found)] if found else []

    def sheet_names(self) -> set[str]:
        """Return no name: those of many plans are not looked up."""
        return set()

    def industry_names(self) -> set[str]:
        """Return the names of industries, and other words for them."""
        found = records(self.store, "industry_names")
        return {name for row in found for name in (row["industry"], *(row["aliases"] or ()))}

    def called(self, words: str, *, lines: bool = False) -> list[Task]:
        """Return the tasks that are meant by some words of their titles; with `lines`, without their own words."""
        subject = without_verbs(plain(words))
        letters = set(plain(words))
        near = [
            title
            for title in self._titles(runs(subject, min(len(subject), 2)))
            if not (set(subject) - set(plain(title)) and set(without_verbs(plain(title))) - letters)
        ]
        found = records(self.store, "titled_tasks", titles=near) if near else []
        return tasks_called(words, self._tasks((row["task_id"] for row in found), lines=lines))

    def of_regions(self, regions: Sequence[str]) -> Facts:
        """Return the facts of the plans of some regions."""
        key = tuple(sorted(set(regions)))
        if key not in self.parts:
            wanted = set(regions)
            plans = [plan for plan in self.plans if (plan["region"] or "") in wanted]
            self.parts[key] = facts_of(self.store, plans, whole=self.whole)
        return self.parts[key]

    def narrowed(self, form: Form) -> Facts:
        """Return the facts that a form can be answered from; all of them where it fixes nothing."""
        concerned = self._concerned(form.industries) if form.industries else None
        if form.owners in _SETTLED and form.asks_for_owners_alone():
            return replace(self, chosen=self._here(records(self.store, _SETTLED[form.owners])), settled=form.owners)
        tasks = self._chosen(form, concerned or {})
        if tasks is None and concerned is None:
            return self
        return replace(self, chosen=tasks, concerned=concerned)

    def loads(self, roles: Collection[str]) -> Mapping[tuple[str, str], int]:
        """Return how many tasks each body has; counted by the engine where no other plans have a part in it."""
        if self.chosen is not None or not self.whole:
            return super().loads(roles)
        here = set(self.regions)
        found = records(self.store, "agency_loads", roles=sorted(roles))
        return {(row["region"] or "", row["agency"]): row["tasks"] for row in found if (row["region"] or "") in here}

    def _chosen(self, form: Form, concerned: Iterable[str]) -> list[Task] | None:
        if form.held in ("industries", "sections") and (form.lacks or form.targets_held):
            # What is not among those that fit has to be known too.
            return None
        if form.agencies and not form.without_agency:
            return self._owned(form)
        if form.words:
            return self.called(form.words, lines=form.asks_for_bodies_alone())
        if form.industries:
            return self._bare(form, concerned)
        if form.about:
            found = records(self.store, "tasks_with_text", said=form.about)
            return self._bare(form, (row["task_id"] for row in found))
        if form.owners == "none" and not form.open_ended:
            return self._here(records(self.store, "unowned_tasks"))
        if form.due and form.asks_for_deadlines():
            found = records(self.store, "due_between", first=form.due, last=form.due)
            return self._bare(form, (row["task_id"] for row in found))
        if form.asks_who_never() and self.whole:
            return self._never(form)
        name = "open_ended" if form.open_ended else _OWNERS.get(form.owners)
        if name:
            return self._tasks(row["task_id"] for row in records(self.store, name))
        return [] if form.targets_held or "targets" in (form.ask, form.count) else None

    def _owned(self, form: Form) -> list[Task]:
        """Return the tasks of the agencies of a form; with their other owners only where these are asked for."""
        ids = sorted({key for slot in form.agencies for key in slot.all_ids})
        others = form.ask == "agencies" or form.owners
        if form.asks_for_shared() and not others and len(ids) == sum(len(slot.all_ids) for slot in form.agencies):
            return self._tasks(row["task_id"] for row in records(self.store, "held_by_several", agencies=ids))
        if others:
            beside = records(self.store, "roles_beside_agencies", agencies=ids)
            return self._joined(beside, lines=form.asks_for_bodies_alone())
        own = form.without_roles or any(slot.roles is not None or slot.without for slot in form.agencies)
        roles = [] if own else sorted(form.roles)
        return self._joined(self._roles(ids, roles) or (self._roles(ids) if roles else []))

    def _roles(self, agencies: Sequence[str], roles: Sequence[str] = ()) -> list[Row]:
        """Return what some agencies answer for in some roles."""
        return list(records(self.store, "roles_of_agencies", agencies=list(agencies), roles=list(roles)))

    def _never(self, form: Form) -> list[Task]:
        """Return the tasks of the agencies that have none in any of the roles that a form denies."""
        if not form.regions:
            # These are all plans of the store.
            return self._here(records(self.store, "never_in_roles", roles=sorted(form.without_roles)))
        here = set(self.regions)
        rows = [row for row in records(self.store, "workload") if (row["region"] or "") in here]
        ever = {row["agency_id"] for row in rows if row["role"] in form.without_roles}
        return self._joined(self._roles(sorted({row["agency_id"] for row in rows} - ever)), lines=True)

    def _concerned(self, industries: Sequence[str]) -> dict[str, set[str]]:
        """Return the tasks that act on some industries, each with those on which it acts."""
        found: dict[str, set[str]] = {}
        for name in industries:
            for row in records(self.store, "concerned_tasks", industry=name):
                found.setdefault(row["task_id"], set()).add(name)
        return found

    def _titles(self, words: Sequence[str]) -> list[str]:
        key = tuple(words)
        if key not in self.titles:
            found = records(self.store, "titles_with", words=list(words)) if words else []
            self.titles[key] = [str(row["title"]) for row in found]
        return self.titles[key]

    def _tasks(self, ids: Iterable[str], *, lines: bool = False) -> list[Task]:
        tasks = list(dict.fromkeys(ids))
        return self._joined(records(self.store, "roles_of_tasks", tasks=tasks), tasks, lines=lines)

    def _bare(self, form: Form, ids: Iterable[str]) -> list[Task]:
        """Return some tasks; without who answers for them where nothing of a form depends on that."""
        tasks = list(dict.fromkeys(ids))
        if form.asks_for_owners():
            return self._tasks(tasks, lines=form.asks_for_bodies_alone())
        return self._here(records(self.store, "tasks_by_id", tasks=tasks))

    def _joined(self, owners: Sequence[Row], ids: Sequence[str] | None = None, *, lines: bool = False) -> list[Task]:
        """Return tasks with their owners; those that have any where no ids are given.

        Both are asked for by themselves: together the engine gives the words of a task once for each owner.
        """
        wanted = list(dict.fromkeys(row["task_id"] for row in owners)) if ids is None else list(ids)
        plans = self._plans()
        rows = records(self.store, "task_lines" if lines else "tasks_by_id", tasks=wanted)
        return _by_region(joined((row for row in rows if row["plan_id"] in plans), owners, plans))

    def _here(self, rows: Iterable[Row]) -> list[Task]:
        plans = self._plans()
        return _by_region(gathered((row for row in rows if row["plan_id"] in plans), plans))

    def _plans(self) -> dict[str, Row]:
        """Return what a task says of its plan, by id of the plan."""
        return {
            str(plan["id"]): {"region": plan["region"], "plan_title": plan["title"], "source": plan["source"]}
            for plan in self.plans
        }


def _by_region(tasks: Iterable[Task]) -> list[Task]:
    """Return tasks by region as the questions about few plans are; those that name none come last."""
    return sorted(tasks, key=lambda task: (not task.row["region"], task.row["region"] or ""))


def runs(text: str, size: int) -> list[str]:
    """Return every run of so many characters of a text, each once."""
    every = (text[at : at + size] for at in range(len(text) - size + 1))
    return [run for run in dict.fromkeys(every) if "\0" not in run and " " not in run]
