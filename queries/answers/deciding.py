"""A form becomes an answer: which of the facts fit, and what is said where none does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from graph.model.schema import ROLES
from queries.answers.answer import Answer, Refusal
from queries.answers.facts import Facts
from queries.answers.form import AgencySlot, Form
from queries.answers.groups import groups_of, holders_of_all, sides_of
from queries.answers.numbers import at_path, matches_path
from queries.answers.owning import fits, holds, owners_of
from queries.answers.rows import agency_row, target_row, task_row
from queries.answers.task import COLLECTIVE, Row, Task, loads_of
from queries.answers.titles import is_title, targets_called, tasks_called
from queries.quarters import last_month

__all__ = ["decide"]


def decide(question: str, form: Form, facts: Facts) -> Answer:
    """Return the answer to a form.

    Raises
    ------
    Refusal
        If the form names a task, a target, an industry or a year that the plans do not have, or asks for nothing.
    """
    return _Decision(question, form, facts).answer()


class _Decision:
    """Decides one form; `pool` holds the tasks that every slot but roles and agencies lets through."""

    def __init__(self, question: str, form: Form, facts: Facts) -> None:
        self.question = question
        self.form = form
        self.facts = facts

    def answer(self) -> Answer:
        """Return the answer to what the form asks for."""
        ways: dict[str, Callable[[], Answer]] = {
            "targets": self._targets,
            "compare": self._compare,
            "agencies": self._agencies,
            "number": self._number,
            "tasks": self._tasks,
        }
        return self._held() if self.form.held and self.form.ask != "compare" else ways[self.form.ask]()

    def _held(self) -> Answer:
        """Answer with what holds the tasks or targets that fit: plans, regions, industries, chapters."""
        form = self.form
        if form.targets_held:
            rows = groups_of(form, self.facts, (), self._chosen_targets())
        elif form.asks_for_all():
            rows = holders_of_all(form, self.facts)
        else:
            rows = groups_of(form, self.facts, self._fitting(), ())
        if form.counts_held:
            return self._said("number", rows, number=len(rows))
        return self._said(form.ask, rows) if rows else self._none()

    # Tasks ------------------------------------------------------------------------------------------

    def _pool(self) -> list[Task]:
        """Return the tasks that number, title, industry and box let through."""
        form = self.form
        tasks = list(self.facts.tasks)
        if form.path:
            exact, below = _at_path(form.path, tasks)
            if not below:
                raise Refusal("no_such_task", detail="/".join(form.path).replace("?", ""))
            tasks = exact or below
            numbers = {(task.row["plan_id"], task.row["number"]) for task in exact}
            if len(form.path) == 1 and form.path[0][0] in "?（" and len(numbers) > len({plan for plan, _ in numbers}):
                raise Refusal(
                    "not_understood",
                    suggest=[str(number) for _, number in sorted(numbers)][:5],
                    detail=form.path[0].strip("?"),
                )
        if form.words:
            called = tasks_called(form.words, tasks)
            if not called:
                raise self._nothing_called()
            tasks = called
        if form.industries:
            tasks = [task for task in tasks if set(form.industries) & self.facts.industries.get(task.id, set())]
        if form.about:
            tasks = [task for task in tasks if form.about in f"{task.row['title']}\n{task.row['text']}".lower()]
        if form.boxes and not any(part.startswith("专栏") for part in form.path):
            tasks = [task for task in tasks if task.row["kind"] == "box"]
        return tasks

    def _nothing_called(self) -> Refusal:
        titles = [str(task.row["title"]) for task in self.facts.tasks]
        near = [title for title in titles if set(self.form.words) & set(title)]
        near.sort(key=lambda title: -len(set(self.form.words) & set(title)))
        named = self.form.agencies or self.form.path or self.form.regions
        return Refusal("no_such_task" if named or near else "nonsense", suggest=near[:3], detail=self.form.words)

    def _fitting(self) -> list[Task]:
        """Return the tasks that all slots let through."""
        form = self.form
        tasks = self._narrowed(self._pool())
        if self._apart():
            return [task for task in tasks if any(holds(task, slot, form) for slot in form.agencies)]
        for slot in form.agencies:
            if form.without_agency or "any" in slot.without:
                tasks = [task for task in tasks if not owners_of(task, slot)]
            else:
                tasks = [task for task in tasks if holds(task, slot, form)]
        if not form.agencies and (form.roles or form.inherited is not None):
            tasks = [task for task in tasks if any(fits(owner, form) for owner in task.owners)]
        if not form.agencies and form.without_roles:
            tasks = [
                task
                for task in tasks
                if task.owners and not any(owner.role in form.without_roles for owner in task.owners)
            ]
        return tasks

    def _narrowed(self, tasks: list[Task]) -> list[Task]:
        """Return the tasks that fit what is said of their owners as a whole, their deadlines and their targets."""
        form = self.form
        if form.owners == self.facts.settled:
            # Nothing is said of them, or these were fetched.
            pass
        elif form.owners == "some":
            tasks = [task for task in tasks if task.owners]
        elif form.owners == "none":
            tasks = [task for task in tasks if not task.owners]
        elif form.owners == "collective_only":
            tasks = [task for task in tasks if task.owners and all(owner.kind == COLLECTIVE for owner in task.owners)]
        elif form.owners == "no_lead":
            tasks = [task for task in tasks if task.owners and all(owner.role != "lead" for owner in task.owners)]
        elif form.owners == "single":
            tasks = [task for task in tasks if len({owner.id for owner in task.owners}) == 1]
            tasks = [task for task in tasks if task.owners[0].kind != COLLECTIVE]
        elif form.owners == "several_leads":
            tasks = [task for task in tasks if sum(owner.role == "lead" for owner in task.owners) > 1]
        if form.has_roles:
            tasks = [task for task in tasks if form.has_roles <= {owner.role for owner in task.owners}]
        if form.open_ended:
            tasks = [task for task in tasks if task.row["open_ended"]]
        if form.sets:
            held = {row["task_id"] for row in self._due(self._of_kind(self.facts.targets))}
            return [task for task in tasks if (task.id in held) == (form.sets == "some")]
        if form.due:
            tasks = [task for task in tasks if task.row["deadline_year"] == form.due]
        if months := form.months():
            ours = [task for task in tasks if task.row["deadline_year"] == form.due]
            tasks = [task for task in ours if last_month(task.row["deadline"]) in months]
        if form.no_due:
            tasks = [task for task in tasks if not task.row["deadline"] and not task.row["deadline_year"]]
        return tasks

    def _apart(self) -> bool:
        """Return whether agencies of different plans are asked about side by side, which share no task."""
        slots = self.form.agencies
        places = [set(slot.ids) for slot in slots]
        apart = len(slots) > 1 and all(not one & other for at, one in enumerate(places) for other in places[:at])
        return apart and not self.form.without_agency and all(slot.roles is None for slot in slots)

    def _tasks(self) -> Answer:
        tasks = self._fitting()
        if not tasks:
            return self._none()
        return self._said("tasks", [self._task_row(task) for task in tasks])

    def _none(self) -> Answer:
        """Say that nothing fits, and what there is instead in other roles."""
        return Answer(self.question, "none", understood=self.form.shown(), instead=self._instead())

    def _instead(self) -> dict[str, int]:
        """Return how many tasks the agencies have in each role, where none has the role that was asked for."""
        instead: Counter[str] = Counter()
        for slot in self.form.agencies if self.form.roles and not self.form.without_agency else ():
            for task in self._pool():
                instead.update({owner.role for owner in owners_of(task, slot)})
        return dict(instead)

    def _said(self, kind: Any, rows: Sequence[dict[str, Any]], **more: Any) -> Answer:
        return Answer(self.question, kind, rows=rows, understood=self.form.shown(), **more)

    def _task_row(self, task: Task) -> dict[str, Any]:
        return task_row(task, [owner for slot in self.form.agencies for owner in owners_of(task, slot)])

    # Agencies ---------------------------------------------------------------------------------------

    def _agencies(self) -> Answer:
        form = self.form
        if form.partners and form.agencies:
            return self._partners(form.agencies[0])
        tasks = self._pool()
        rows = self._owner_rows(tasks)
        if not rows:
            instead = Counter(owner.role for task in tasks for owner in task.owners)
            return Answer(self.question, "none", understood=form.shown(), instead=dict(instead))
        return self._said("agencies", rows)

    def _owner_rows(self, tasks: Sequence[Task]) -> list[dict[str, Any]]:
        """Return the owners of tasks in the roles that are asked for, but for those who have a role that is denied."""
        form = self.form
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        wanted = form.return_roles or form.roles
        never = {owner.id for task in tasks for owner in task.owners if owner.role in form.without_roles}
        held = {(owner.id, owner.role) for task in tasks for owner in task.owners} if form.has_roles else set()
        for task in tasks:
            for owner in task.owners:
                if (wanted and owner.role not in wanted) or owner.id in never:
                    continue
                if any((owner.id, role) not in held for role in form.has_roles):
                    continue
                key = (task.region, owner.name, owner.role)
                if key not in rows:
                    rows[key] = agency_row(task, owner)
        return list(rows.values())

    def _partners(self, slot: AgencySlot) -> Answer:
        tasks = [task for task in self._pool() if holds(task, slot, self.form)]
        shared, asked = Counter[str](), self.form.return_roles or set(ROLES)
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        for task in tasks:
            others = [owner for owner in task.owners if owner.id not in slot.all_ids and owner.role in asked]
            for key in {owner.id for owner in others}:
                shared[key] += 1
            region = task.region
            for owner in others:
                if (region, owner.name, owner.role) not in rows:
                    rows[region, owner.name, owner.role] = agency_row(task, owner)
        found = [{**row, "shared": shared[row["agency_id"]]} for row in rows.values()]
        if self.form.top and found:
            counts = sorted({row["shared"] for row in found}, reverse=self.form.pick != "min")[: self.form.top]
            found = [row for row in found if row["shared"] in counts]
        found.sort(key=lambda row: -row["shared"])
        if not found:
            every = Counter(owner.role for task in tasks for owner in task.owners if owner.id not in slot.all_ids)
            return Answer(self.question, "none", understood=self.form.shown(), instead=dict(every))
        return self._said("agencies", found)

    # Numbers ----------------------------------------------------------------------------------------

    def _number(self) -> Answer:
        form = self.form
        if form.count == "agencies" and form.without_roles and not form.agencies:
            never = {row["agency_id"] for row in self._owner_rows(self._pool())}
            return self._said("number", [], number=len(never))
        if form.count == "agencies" and form.has_roles:
            return self._said("number", [], number=len({row["agency_id"] for row in self._owner_rows(self._pool())}))
        if form.count == "agencies":
            owners = {
                owner.id
                for task in self._fitting()
                for owner in task.owners
                if not form.roles or owner.role in form.roles
            }
            return self._said("number", [], number=len(owners))
        if form.count == "targets":
            return self._said("number", [], number=len(self._chosen_targets()))
        if form.asks_for_all():
            return self._said("number", [], number=sum(self.facts.counts.values()))
        tasks = self._fitting()
        instead = {} if tasks else self._instead()
        return self._said("number", [self._task_row(task) for task in tasks], number=len(tasks), instead=instead)

    # Comparisons ------------------------------------------------------------------------------------

    def _compare(self) -> Answer:
        sides = self._sides()
        if not sides:
            return Answer(self.question, "none", understood=self.form.shown())
        best = (max if self.form.pick != "min" else min)(side["number"] for side in sides)
        winner = [side for side in sides if side["number"] == best] if self.form.pick else []
        if self.form.top:
            ranked = sorted(sides, key=lambda side: -side["number"] if self.form.pick != "min" else side["number"])
            limit = ranked[min(self.form.top, len(ranked)) - 1]["number"]
            sides = [
                side
                for side in ranked
                if (side["number"] >= limit if self.form.pick != "min" else side["number"] <= limit)
            ]
        return self._said("compare", sides, winner=winner)

    def _sides(self) -> list[dict[str, Any]]:
        form = self.form
        if form.agencies:
            tasks = self._narrowed(self._pool())
            named: dict[str, list[Task]] = {}
            for task in self.facts.tasks:
                named.setdefault(task.region, []).append(task)
            pool: dict[str, list[Task]] = {}
            for task in tasks:
                pool.setdefault(task.region, []).append(task)
            sides = []
            for slot in form.agencies:
                for region, ids in slot.ids.items():
                    one = AgencySlot(written=slot.written, place=slot.place, ids={region: ids}, names=slot.names)
                    held = [task for task in pool.get(region, []) if holds(task, one, form)]
                    names = Counter(owner.name for task in named.get(region, []) for owner in owners_of(task, one))
                    name = names.most_common(1)[0][0] if names else slot.written
                    sides.append({"region": region or None, "name": name, "number": len(held)})
            return sides
        if form.held:
            return sides_of(form, self.facts, None if form.asks_for_all() else self._fitting())
        if len(form.regions) > 1 and not form.by_agency:
            totals = self.facts.counts if form.asks_for_all() else Counter(task.region for task in self._fitting())
            return [
                {"region": region or None, "name": None, "number": totals.get(region, 0)} for region in form.regions
            ]
        counts = (
            self.facts.loads(form.roles)
            if form.asks_for_roles_alone()
            else loads_of(self._narrowed(self._pool()), form.roles)
        )
        return [
            {"region": region or None, "name": name, "number": number}
            for (region, name), number in sorted(counts.items())
        ]

    # Targets ----------------------------------------------------------------------------------------

    def _chosen_targets(self) -> list[Row]:
        form = self.form
        rows: list[Row] = list(self.facts.targets)
        if form.path:
            exact = [row for row in rows if matches_path(form.path, str(row["section"]))[0]]
            rows = exact or [row for row in rows if matches_path(form.path, str(row["section"]))[1]]
        if form.agencies:
            held = {task.id for task in self.facts.tasks if all(holds(task, slot, form) for slot in form.agencies)}
            rows = [row for row in rows if row["task_id"] in held]
        if form.words:
            titled = {task.id for task in self.facts.tasks if is_title(form.words, task)}
            called = [row for row in rows if row["task_id"] in titled] or targets_called(form.words, rows)
            if not called:
                tasks = {task.id for task in tasks_called(form.words, self.facts.tasks)}
                called = [row for row in rows if row["task_id"] in tasks]
                if not tasks:
                    raise Refusal("no_such_target", detail=form.words)
            rows = called
        if form.industries:
            ids = {task for task, names in self.facts.industries.items() if set(form.industries) & names}
            rows = [row for row in rows if row["task_id"] in ids]
        if form.due:
            known = {year for row in self.facts.targets for year in (row["due"], row["due_derived"])}
            if form.due not in known:
                raise Refusal("no_such_year", suggest=[str(year) for year in sorted(filter(None, known))])
        rows = self._of_kind(self._due(rows))
        if form.no_due:
            rows = [row for row in rows if row["due"] is None]
        return rows

    def _due(self, rows: Sequence[Row]) -> list[Row]:
        """Return the targets of the year and of the months that were asked for."""
        year = self.form.due
        found = [row for row in rows if not year or year in (row["due"], row["due_derived"])]
        months = self.form.months()
        if not months:
            return found
        day = str(year)
        return [row for row in found if (row["due_by"] or "").startswith(day) and int(row["due_by"][5:7]) in months]

    def _of_kind(self, rows: Sequence[Row]) -> list[Row]:
        return [row for row in rows if self.form.target_kind in ("", row["kind"])]

    def _targets(self) -> Answer:
        rows = self._chosen_targets()
        sides = {row["region"] for row in rows}
        if self.form.compare and rows and not sides.issuperset(self.form.regions):
            raise Refusal("no_such_target", detail=next(each for each in self.form.regions if each not in sides))
        if not rows:
            return Answer(self.question, "none", understood=self.form.shown())
        return self._said("targets", [target_row(row) for row in rows])


def _at_path(path: Sequence[str], tasks: Sequence[Task]) -> tuple[list[Task], list[Task]]:
    """Return the tasks of a number path, and those at it or below it."""
    exact, below = at_path(path, [str(task.row["number"]) for task in tasks])
    return [tasks[i] for i in exact], [tasks[i] for i in below]
