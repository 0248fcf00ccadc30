"""Applying overrides (`graph.overrides.file`) to a plan's graph.

Ids are those that the store shows. An agency that an earlier entry renamed or split is found
by its old id too, so that entries do not depend on each other's order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.agencies.nodes import add_agency, add_node, agency_id
from graph.model.identity import make_id
from graph.model.rows import plan_of
from graph.model.schema import RESPONSIBILITIES, ROLES
from graph.overrides.file import Override, role_caption

__all__ = ["apply_overrides"]

_ROLE_TYPES = [item.name for item in RESPONSIBILITIES]


def apply_overrides(
    graph: nx.MultiDiGraph, overrides: Sequence[Override], known: Mapping[str, tuple[str, str | None]] | None = None
) -> nx.MultiDiGraph:
    """Return the graph of one plan with the overrides that concern it applied.

    Parameters
    ----------
    graph
        The graph of one plan, as it was built.
    overrides
        Entries in the order in which they are applied.
    known
        Name and region of agencies by id, so that an agency can be merged with one that only another plan names.

    Returns
    -------
    networkx.MultiDiGraph
        The same graph if no entry concerns it.
    """
    made = _Correction(graph, known or {})
    for override in overrides:
        if override.kind == "counterpart":  # it is about two plans
            continue
        text = made.apply(override)
        if text:
            made.record(override, text)
    return made.pruned()


class _Correction:
    """One plan's graph, copied before the first change."""

    def __init__(self, graph: nx.MultiDiGraph, known: Mapping[str, tuple[str, str | None]]) -> None:
        self.graph = graph
        self._copied = False
        self._known = known
        self._plan = plan_of(graph)
        data = graph.nodes[self._plan]
        self._region, self._level = data.get("region"), data.get("level")
        self._now: dict[str, list[str]] = {}
        self._order = 0

    def apply(self, override: Override) -> str | None:
        """Apply an entry and say what it did; None if it does not concern this plan."""
        acts: dict[str, Callable[[Mapping[str, Any]], str | None]] = {
            "split": self._split, "rename": self._rename, "owner": self._owner, "target": self._target, "merge": self._merge,
        }  # fmt: skip
        return acts[override.kind](override.values)

    def record(self, override: Override, text: str) -> None:
        """Add the node that the audit shows."""
        self._order += 1
        key = make_id("Override", self._plan, override.key)
        task = override.values.get("task") or override.values.get("within")
        add_node(
            self.graph, key, "Override", plan_id=self._plan, kind=override.kind, entry=override.key,
            subject=override.subject, task_id=task if str(task).startswith("task-") else None, text=text,
            note=override.note, order=self._order,
        )  # fmt: skip
        self.graph.add_edge(self._plan, key, key="HAS_OVERRIDE")
        if override.kind == "merge":
            for agency in (override.values["agency"], override.values["same_as"]):
                for end in self._present(agency):
                    self.graph.add_edge(key, end, key="SAME_AS")

    def pruned(self) -> nx.MultiDiGraph:
        """Return the graph without regions that nothing lies in any more."""
        while self._copied and (
            alone := [
                n for n, label in self.graph.nodes(data="label") if label == "Region" and not self.graph.in_degree(n)
            ]
        ):
            self.graph.remove_nodes_from(alone)
        return self.graph

    def _change(self) -> nx.MultiDiGraph:
        if not self._copied:
            self.graph, self._copied = self.graph.copy(), True
        return self.graph

    def _present(self, agency: str) -> list[str]:
        """Return the nodes that an agency's id means now."""
        found = [end for each in self._now.get(agency, []) for end in self._present(each)]
        return found or ([agency] if agency in self.graph else [])

    def _name(self, node: str) -> str:
        return str(self.graph.nodes[node].get("name") or self.graph.nodes[node].get("title") or node)

    def _add(self, name: str, region: str | None) -> str:
        return add_agency(self._change(), name, self._plan, region, None if region != self._region else self._level)

    def _replace(self, agency: str, names: Sequence[str]) -> str | None:
        """Let one or several bodies take the place of one in everything that it answers for."""
        if agency not in self.graph or agency in self._now:
            return None
        before, region = self._name(agency), self.graph.nodes[agency].get("region")
        graph = self._change()
        news = [self._add(name, region) for name in names]
        for _, end, kind, data in list(graph.out_edges(agency, keys=True, data=True)):
            if kind not in _ROLE_TYPES:
                continue
            for new, name in zip(news, names, strict=True):
                if new == agency:
                    data["name"] = name
                elif not graph.has_edge(new, end, key=kind):
                    graph.add_edge(new, end, key=kind, **{**data, "name": name})
            if agency not in news:
                graph.remove_edge(agency, end, key=kind)
        if agency not in news:
            graph.remove_node(agency)
        self._now[agency] = [new for new in news if new != agency]
        for new in self._now[agency]:  # back under a name that an earlier entry took away
            self._now.pop(new, None)
        return before

    def _rename(self, values: Mapping[str, Any]) -> str | None:
        before = self._replace(values["agency"], [values["name"]])
        return before and f"{before} 更名为 {values['name']}"

    def _split(self, values: Mapping[str, Any]) -> str | None:
        before = self._replace(values["agency"], values["into"])
        return before and f"{before} 拆分为 {'、'.join(values['into'])}"

    def _merge(self, values: Mapping[str, Any]) -> str | None:
        ids = [values["agency"], values["same_as"]]
        if not any(self._present(each) for each in ids):
            return None
        for each in ids:
            if self._present(each):
                continue
            if each not in self._known:
                return None
            name, region = self._known[each]
            if agency_id(name, self._plan, region, None) != each:
                return None
            self._add(name, region)
        first, second = ("、".join(map(self._name, self._present(each))) for each in ids)
        self._change()
        return f"{first} 与 {second} 视为同一机构"

    def _owner(self, values: Mapping[str, Any]) -> str | None:
        held = values.get("task") or values["target"]
        if held not in self.graph:
            return None
        role = values.get("role")
        said = self.graph.nodes[held].get("title") or self.graph.nodes[held].get("metric") or held
        if "drop" in values:
            ends = self._present(values["drop"]) or [agency_id(values["drop"], self._plan, self._region, self._level)]
            gone = [
                (end, kind) for end in ends for kind in _ROLE_TYPES
                if self.graph.has_edge(end, held, key=kind) and role in (None, _role(kind))
            ]  # fmt: skip
            if not gone:
                return None
            graph = self._change()
            names = [self._name(end) for end, _ in gone]
            for end, kind in gone:
                graph.remove_edge(end, held, key=kind)
                if not any(each in _ROLE_TYPES for _, _, each in graph.out_edges(end, keys=True)):
                    graph.remove_node(end)
            return f"去掉“{said}”的责任单位 {'、'.join(dict.fromkeys(names))}"
        order = 1 + max((data.get("order") or 0 for *_, data in self.graph.in_edges(held, data=True)), default=0)
        agency = self._add(values["add"], self._region)
        assert role is not None
        if self.graph.has_edge(agency, held, key=ROLES[role]):
            return None
        self.graph.add_edge(
            agency, held, key=ROLES[role], role=role, role_word=role_caption(role), basis="manual", inherited=False, open_ended=False,
            order=order, name=values["add"], written=values["add"], quote=f"人工更正：{values.get('note') or '增加责任单位'}",
        )  # fmt: skip
        return f"“{said}”增加责任单位 {values['add']}（{role_caption(role)}）"

    def _target(self, values: Mapping[str, Any]) -> str | None:
        if "drop" in values:
            gone = values["drop"]
            if gone not in self.graph:
                return None
            text = str(self.graph.nodes[gone].get("text") or gone)
            owners = [source for source, _, kind in self.graph.in_edges(gone, keys=True) if kind in _ROLE_TYPES]
            graph = self._change()
            graph.remove_node(gone)
            for owner in set(owners):
                if not any(kind in _ROLE_TYPES for _, _, kind in graph.out_edges(owner, keys=True)):
                    graph.remove_node(owner)
            return f"去掉目标“{text}”"
        within = values["within"]
        if within not in self.graph:
            return None
        graph = self._change()
        holder = graph.nodes[within]
        value = values.get("value")
        key = make_id("Target", self._plan, "override", values["text"], values["metric"], repr(value))
        orders = [data.get("order") or 0 for _, data in graph.nodes(data=True) if data["label"] == "Target"]
        add_node(
            graph, key, "Target", plan_id=self._plan, section=holder.get("number") or "", metric=values["metric"],
            kind="qualitative" if value is None else "quantitative", change=values.get("change", "level"),
            comparator=values.get("comparator", None if value is None else "="),
            value=None if value is None else float(value), unit=values.get("unit"), due=values.get("due"),
            due_by=f"{values['due']:04}-12-31" if "due" in values else None,
            baseline=values.get("baseline"), order=max(orders, default=0) + 1, page=holder.get("page"),
            line=holder.get("line"), text=values["text"],
        )  # fmt: skip
        graph.add_edge(within, key, key="SETS")
        return f"增加目标“{values['text']}”"


def _role(kind: str) -> str:
    return next(role for role, name in ROLES.items() if name == kind)
