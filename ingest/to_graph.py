"""A parse becomes property graphs, one for each plan.

Ids come from what a thing says, not from where it stands: a task keeps its id when
items are inserted before it, and loading the same plan twice changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import networkx as nx

from graph.agencies.nodes import add_agency, add_node, add_region
from graph.model.identity import fold, make_id
from graph.model.same_plan import plan_key
from graph.model.schema import ROLES
from ingest.document.outline import Section
from ingest.fields import OWNER, TARGET, TASK, UNREAD, place_of
from ingest.industries.mentions import broader, industry
from ingest.language.paragraphs import Paragraph
from ingest.parsed import Parsed, ParsedPlan, ParsedSection, PlacedTarget, UnreadPlace
from ingest.tasks.task import Task

__all__ = ["build_graphs"]


def build_graphs(parsed: Parsed) -> list[nx.MultiDiGraph]:
    """Return one property graph a plan, as `graph.model.schema` describes it.

    Parameters
    ----------
    parsed
        What `ingest.parse.parse_file` returned.

    Returns
    -------
    list of networkx.MultiDiGraph
        In the order of the plans in the file; each holds one Plan node.
    """
    return [_Builder(parsed, plan).graph for plan in parsed.plans]


def _words(task: Task) -> tuple[str, str, int]:
    return task.kind, fold(task.title), task.part


def _without_number(task: Task) -> str:
    """Return the text of a task from its title on: what stands before is its number."""
    return task.passage.text[max(task.passage.text.find(task.title), 0) :]


def _tasks_of(read: ParsedSection) -> Iterator[Task]:
    yield from read.tasks
    for child in read.children:
        yield from _tasks_of(child)


class _Builder:
    """Puts one plan's graph together."""

    def __init__(self, parsed: Parsed, plan: ParsedPlan) -> None:
        self.graph = nx.MultiDiGraph()
        self._parsed = parsed
        self._plan = plan
        self._seen: Counter[str] = Counter()
        #: How many tasks of the plan say the same by kind, title and part.
        self._alike = Counter(map(_words, _tasks_of(plan.root)))
        self._order: Counter[str] = Counter()
        self._plan_id = self._add_plan()
        #: Ids of the tasks by their position in the plan.
        self._tasks: dict[int, str] = {}
        self._add_sections(plan.root, self._plan_id)

    def _id(self, label: str, *parts: str | int) -> str:
        """Return a new id; things of one plan that say the same are counted."""
        plain = make_id(label, *parts)
        self._seen[plain] += 1
        return plain if self._seen[plain] == 1 else make_id(label, *parts, self._seen[plain])

    def _node(self, key: str, label: str, **properties: Any) -> str:
        return add_node(self.graph, key, label, **properties)

    def _edge(self, source: str, target: str, kind: str, **properties: Any) -> None:
        if not self.graph.has_edge(source, target, key=kind):
            self.graph.add_edge(source, target, key=kind, **{k: v for k, v in properties.items() if v is not None})

    def _where(self, passage: Paragraph, start: int = 0, end: int | None = None) -> dict[str, int | None]:
        return place_of(self._parsed.span(passage, start, end))

    def _next(self, label: str) -> int:
        self._order[label] += 1
        return self._order[label]

    def _add_plan(self) -> str:
        data, document = self._plan.metadata, self._parsed.document
        title = data.title or document.name.rsplit(".", 1)[0]
        key = plan_key(
            region=data.region,
            title=title,
            draft=data.draft,
            number=data.number,
            issued=data.issued,
            issuers=data.issuers,
        )
        self._node(
            key,
            "Plan",
            title=title,
            number=data.number,
            region=data.region,
            level=data.level,
            issuers=list(data.issuers),
            issued=data.issued,
            draft=data.draft,
            source=document.name,
            sha256=document.sha256,
            part=self._plan.index,
            stored_text=document.text,
        )
        if data.region:
            self._edge(key, add_region(self.graph, data.region), "APPLIES_TO")
        return key

    def _add_sections(self, read: ParsedSection, above: str) -> None:
        """Add a section and all that stands in it; what has no number of its own belongs to the one above."""
        holder = above
        if read.section.marker and (read.children or not read.tasks or read.tasks[0].kind == "row"):
            holder = self._add_section(read.section, above)
        for task in read.tasks:
            self._add_task(task, holder)
        for target in read.targets:
            self._add_target(target, self._tasks[target.task.order] if target.task else holder)
        for unread in read.unread:
            self._add_unread(unread, self._tasks[unread.task.order] if unread.task else holder)
        for child in read.children:
            self._add_sections(child, holder)

    def _add_section(self, section: Section, above: str) -> str:
        key = self._node(
            self._id("Section", self._plan_id, section.path, section.title),
            "Section",
            plan_id=self._plan_id,
            number=section.path,
            title=section.title,
            depth=section.path.count("/") + 1,
            order=self._next("Section"),
            **self._where(section.passage),
            text=section.passage.text,
        )
        self._edge(above, key, "HAS_SECTION")
        return key

    def _add_task(self, task: Task, holder: str) -> None:
        # Tasks that are called the same are told apart by their texts: by their order one that is put before them would take
        # over what hangs on the id of another, such as reports of progress.
        text = [_without_number(task)] if self._alike[_words(task)] > 1 else []
        key = self._node(
            self._id("Task", self._plan_id, task.kind, task.title, task.part, *text),
            "Task",
            plan_id=self._plan_id,
            **TASK.for_graph(task),
            **self._where(task.passage),
            text=task.passage.text,
        )
        self._tasks[task.order] = key
        self._edge(holder, key, "HAS_TASK")
        self._add_owners(task, key)
        self._add_industries(task, key)

    def _add_industries(self, task: Task, key: str) -> None:
        written: dict[str, list[str]] = {}
        for found in task.industries:
            written.setdefault(found.name, []).append(found.written)
        for order, (name, words) in enumerate(written.items(), 1):
            self._edge(key, self._industry(name), "CONCERNS", written="、".join(words), order=order)

    def _add_owners(self, answered: Task | PlacedTarget, key: str) -> None:
        data, own = self._plan.metadata, self._plan.own_names
        for order, owner in enumerate(answered.owners, 1):
            self._edge(
                add_agency(
                    self.graph, own.get(name := owner.agency.name, name), self._plan_id, data.region, data.level
                ),
                key,
                ROLES[owner.role],
                **OWNER.for_graph(owner),
                open_ended=answered.open_ended,
                order=order,
                quote=owner.quote.text,
                **self._where(owner.quote.place),
            )

    def _industry(self, name: str) -> str:
        """Add an industry and the wider ones; return its id."""
        keys = []
        for each in (name, *broader(name)):
            entry = industry(each)
            keys.append(
                self._node(
                    make_id("Industry", each),
                    "Industry",
                    name=each,
                    code=entry.code if entry else None,
                    aliases=list(entry.aliases) if entry else [],
                )
            )
        for lower, upper in pairwise(keys):
            self._edge(lower, upper, "PART_OF")
        return keys[0]

    def _add_target(self, placed: PlacedTarget, holder: str) -> None:
        said = placed.said
        value = "" if said.value is None else repr(said.value)
        key = self._node(
            self._id("Target", self._plan_id, said.text, said.metric, value),
            "Target",
            plan_id=self._plan_id,
            **TARGET.for_graph(placed),
            order=self._next("Target"),
            **self._where(placed.passage, said.start, said.end),
        )
        self._edge(holder, key, "SETS")
        self._add_owners(placed, key)

    def _add_unread(self, unread: UnreadPlace, holder: str) -> None:
        trigger = unread.trigger
        key = self._node(
            self._id("UnreadTrigger", self._plan_id, unread.text),
            "UnreadTrigger",
            plan_id=self._plan_id,
            **UNREAD.for_graph(unread),
            order=self._next("UnreadTrigger"),
            **self._where(unread.passage, trigger.start, trigger.end),
            text=unread.text,
        )
        self._edge(holder, key, "LEAVES_UNREAD")
