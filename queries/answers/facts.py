"""What the plans of a store say, as far as a question needs it: plans, tasks with owners, industries, targets.

Everything is fetched for the plans in question only, and once: a store of thousands of plans is never read whole for a
question that names a region.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.stores.store import Store
from queries.answers.form import Form
from queries.answers.numbers import is_name
from queries.answers.task import Row, Task, gathered, loads_of
from queries.answers.titles import tasks_called
from queries.answers.tokens import fold_question
from queries.catalogue import ask

__all__ = ["Facts", "records"]

#: With more plans, three questions about each take longer than three to the whole of a store of 2,000.
_ONE_BY_ONE = 3


def records(store: Store, question: str, **params: Any) -> list[dict[str, Any]]:
    """Return the rows of a question as plain records."""
    return ask.answer(store, question, **params).records


@dataclass
class Facts:
    """What some plans of a store say; each part is fetched when it is first asked for.

    Attributes
    ----------
    store
        The store.
    plans
        Rows of the question ``plan_list`` that are in question.
    parts
        The facts of some of the regions, as they were asked for.
    settled
        What the form says of the owners of tasks, where only such tasks were fetched, and without their owners.
    """

    store: Store
    plans: Sequence[Row]
    parts: dict[tuple[str, ...], Facts] = field(default_factory=dict, repr=False)
    settled: str = ""

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the plans."""
        return [str(plan["id"]) for plan in self.plans]

    @cached_property
    def regions(self) -> list[str]:
        """Regions of the plans, each once, in the order of the plans; empty for plans that name none."""
        return list(dict.fromkeys(str(plan["region"] or "") for plan in self.plans))

    @cached_property
    def tasks(self) -> list[Task]:
        """Every task of the plans, in document order."""
        return gathered(self._of_plans("plan_owners", "region", "id"))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """The number of tasks of each region."""
        return Counter(task.region for task in self.tasks)

    @cached_property
    def industries(self) -> dict[str, set[str]]:
        """For each task the industries that its text names, the wider ones and other words for them included."""
        found: dict[str, set[str]] = {}
        for row in self._of_plans("plan_industries", "region", "id"):
            names = found.setdefault(row["task_id"], set())
            names.update([row["industry"], row["wider"], *(row["aliases"] or ()), *row["written"].split("、")])
        return found

    @cached_property
    def targets(self) -> list[Row]:
        """Every target of the plans."""
        return self._of_plans("plan_targets", "region", "title", "id")

    @cached_property
    def bodies(self) -> dict[str, dict[str, str]]:
        """For each region of the plans the agencies that answer for something there: id to official name."""
        found: dict[str, dict[str, str]] = {}
        for task in self.tasks:
            found.setdefault(task.region, {}).update({owner.id: owner.official or owner.name for owner in task.owners})
        return found

    def _of_plans(self, question: str, *order: str) -> list[Row]:
        """Return the rows of a question about the plans, which gives them by some columns of the plans.

        A few plans are asked about one by one, so that no others are looked at.
        """
        if not 0 < len(self.plans) <= _ONE_BY_ONE:
            return list(records(self.store, question, plans=self.ids)) if self.plans else []
        plans = sorted(self.plans, key=lambda plan: [(plan[name] is None, plan[name]) for name in order])
        return [row for plan in plans for row in records(self.store, question, plan=plan["id"])]

    def named(self, said: str) -> list[Row]:
        """Return the agencies whose names a text may hold, with the regions of the plans that name them.

        Columns ``id``, ``name``, ``used``, ``region``, ``kind``, ``aliases``, ``plan_region`` and ``task``, as of ``named_agencies``.
        """
        return [row for name in ("named_agencies", "named_in_plans") for row in records(self.store, name, text=said)]

    def bodies_among(self, ids: Iterable[str], named: Sequence[Row] = ()) -> dict[str, dict[str, str]]:
        """Return those of some agencies that answer for something, by region of the plan: id to official name.

        Parameters
        ----------
        ids
            Of the agencies.
        named
            Rows of the question ``named_agencies`` for a text that names them.
        """
        wanted = set(ids)
        return {
            region: {key: name for key, name in known.items() if key in wanted} for region, known in self.bodies.items()
        }

    def body_names(self) -> list[tuple[str, str]]:
        """Return in-plan name and official name of every body, in document order."""
        return list(
            {
                owner.id: (owner.name, owner.official or owner.name) for task in self.tasks for owner in task.owners
            }.values()
        )

    def titles_in(self, text: str) -> list[str]:
        """Return the titles of tasks that a text may quote."""
        return [str(task.row["title"]) for task in self.tasks]

    def names_in(self, text: str) -> list[str]:
        """Return the titles and metrics that a text may quote."""
        return [*self.titles_in(text), *(str(row["metric"]) for row in self.targets)]

    def metrics(self) -> set[str]:
        """Return the metrics of the targets, as questions are folded."""
        return {fold_question(str(row["metric"])) for row in self.targets if row["metric"]}

    def section_titles(self, text: str) -> list[str]:
        """Return the titles of numbered sections that a text may quote."""
        found = records(self.store, "plan_sections", plans=self.ids) if self.ids else []
        return [str(row["title"]) for row in found]

    def sheet_names(self) -> set[str]:
        """Return the names of sheets that the numbers of tasks begin with: 重点任务/1."""
        return {task.path[0] for task in self.tasks if len(task.path) > 1 and is_name(task.path[0])}

    def industry_names(self) -> set[str]:
        """Return the names of the industries of the plans, and other words for them."""
        return set().union(*self.industries.values())

    def says(self, words: str) -> bool:
        """Return whether the title or text of any task of the plans holds some words."""
        here = set(self.ids)
        return any(row["plan_id"] in here for row in records(self.store, "tasks_with_text", said=words))

    def loads(self, roles: Collection[str]) -> Mapping[tuple[str, str], int]:
        """Return how many tasks each body has in any of some roles; see `loads_of`."""
        return loads_of(self.tasks, roles)

    def called(self, words: str) -> list[Task]:
        """Return the tasks that are meant by some words of their titles."""
        return tasks_called(words, self.tasks)

    def narrowed(self, form: Form) -> Facts:
        """Return the facts that a form can be answered from: these."""
        return self

    def of_regions(self, regions: Sequence[str]) -> Facts:
        """Return the facts of the plans of some regions."""
        key = tuple(sorted(set(regions)))
        if key not in self.parts:
            self.parts[key] = Facts(self.store, [plan for plan in self.plans if (plan["region"] or "") in regions])
        return self.parts[key]
