"""A parse becomes property graphs, one for each plan.

Ids come from what a thing says, not from where it stands: a task keeps its id when
items are inserted before it, and loading the same plan twice changes nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import networkx as nx

from graph.agencies.nodes import add_agency, add_node, add_region
from graph.model.identity import make_id
from graph.model.schema import ROLES
from ingest.document.outline import Section
from ingest.industries.mentions import broader, industry
from ingest.language.paragraphs import Paragraph, join
from ingest.parse import Parsed, ParsedPlan, PlacedTarget
from ingest.targets.dates import deadline_year
from ingest.tasks.tasks import Task

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


class _Builder:
    """Puts one plan's graph together."""

    def __init__(self, parsed: Parsed, plan: ParsedPlan) -> None:
        self.graph = nx.MultiDiGraph()
        self._parsed = parsed
        self._plan = plan
        self._seen: Counter[str] = Counter()
        self._order: Counter[str] = Counter()
        self._plan_id = self._add_plan()
        self._holders: dict[int, str] = {}
        self._tasks: dict[int, str] = {}
        by_part: dict[int, list[int]] = {}
        for at, task in enumerate(plan.tasks):
            by_part.setdefault(id(task.part), []).append(at)
        self._add_parts(plan.root, self._plan_id, by_part)
        self._add_targets()
        self._add_mentions()

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
        span = self._parsed.span(passage, start, end)
        return {"page": span.page, "line": span.line, "start": span.start, "end": span.end}

    def _next(self, label: str) -> int:
        self._order[label] += 1
        return self._order[label]

    def _add_plan(self) -> str:
        data, document = self._plan.metadata, self._parsed.document
        title = data.title or document.name.rsplit(".", 1)[0]
        key = make_id("Plan", data.region or "", title, "draft" if data.draft else "")
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

    def _add_parts(self, part: Section, above: str, by_part: dict[int, list[int]]) -> None:
        tasks = by_part.get(id(part), [])
        holder = above
        if part.marker and (part.children or not tasks or self._plan.tasks[tasks[0]].kind == "row"):
            holder = self._add_section(part, above)
        self._holders[id(part)] = holder
        for at in tasks:
            self._add_task(at, holder)
        for child in part.children:
            self._add_parts(child, holder, by_part)

    def _add_section(self, part: Section, above: str) -> str:
        passage = join(part.body)
        key = self._node(
            self._id("Section", self._plan_id, part.path, part.title),
            "Section",
            plan_id=self._plan_id,
            number=part.path,
            title=part.title,
            depth=part.path.count("/") + 1,
            order=self._next("Section"),
            **self._where(passage),
            text=passage.text,
        )
        self._edge(above, key, "HAS_SECTION")
        return key

    def _add_task(self, at: int, holder: str) -> None:
        task = self._plan.tasks[at]
        key = self._node(
            self._id("Task", self._plan_id, task.kind, task.title, task.index),
            "Task",
            plan_id=self._plan_id,
            number=task.path,
            part=task.index,
            of=task.of,
            title=task.title,
            kind=task.kind,
            clause=task.clause,
            open_ended=task.open_ended,
            deadline=task.deadline,
            due=deadline_year(task.deadline)[0] if task.deadline else None,
            order=self._next("Task"),
            **self._where(task.passage),
            text=task.passage.text,
        )
        self._tasks[id(task)] = key
        self._edge(holder, key, "HAS_TASK")
        self._add_owners(task, key)
        self._add_industries(at, key)

    def _add_industries(self, at: int, task: str) -> None:
        written: dict[str, list[str]] = {}
        for found in self._plan.industries[at]:
            written.setdefault(found.name, []).append(found.written)
        for order, (name, words) in enumerate(written.items(), 1):
            self._edge(task, self._industry(name), "CONCERNS", written="、".join(words), order=order)

    def _add_owners(self, said: Task | PlacedTarget, key: str) -> None:
        data = self._plan.metadata
        for order, (owner, (quote, place)) in enumerate(zip(said.owners, said.quotes, strict=True), 1):
            self._edge(
                add_agency(self.graph, owner.agency.name, self._plan_id, data.region, data.level),
                key,
                ROLES[owner.role],
                role=owner.role,
                role_word=owner.role_word,
                basis=owner.basis,
                inherited=owner.inherited,
                open_ended=said.open_ended,
                order=order,
                name=owner.agency.name,
                written=owner.agency.written,
                quote=quote,
                **self._where(place),
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

    def _holder(self, task: Task | None, part: Section) -> str:
        return self._tasks[id(task)] if task else self._holders[id(part)]

    def _add_targets(self) -> None:
        for target in self._plan.targets:
            said = target.said
            value = "" if said.value is None else repr(said.value)
            key = self._node(
                self._id("Target", self._plan_id, said.text, said.metric, value),
                "Target",
                plan_id=self._plan_id,
                section=target.path,
                metric=said.metric,
                kind=said.kind,
                change=said.change,
                comparator=said.comparator,
                value=said.value,
                unit=said.unit,
                due=said.due,
                due_derived=said.due_derived,
                due_by=said.due_by,
                baseline=said.baseline,
                order=self._next("Target"),
                **self._where(target.passage, said.start, said.end),
                text=said.text,
            )
            self._edge(self._holder(target.task, target.part), key, "SETS")
            self._add_owners(target, key)

    def _add_mentions(self) -> None:
        for unread in self._plan.unread:
            said = unread.mention
            text = unread.passage.text[said.start : said.end]
            key = self._node(
                self._id("UnreadTrigger", self._plan_id, text),
                "UnreadTrigger",
                plan_id=self._plan_id,
                word=said.word,
                number=unread.path,
                reason=said.reason,
                order=self._next("UnreadTrigger"),
                **self._where(unread.passage, said.start, said.end),
                text=text,
            )
            self._edge(self._holder(unread.task, unread.part), key, "LEAVES_UNREAD")
