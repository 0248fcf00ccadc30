"""How reports of progress enter the graph, and how they follow a plan from one version to the next.

A store holds a report as a node that belongs to a plan. A new version of the plan brings no reports of its own, so those
of the version that gives way are carried over to it (`carry`): to the same task, or to none if the task is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import SchemaError
from graph.messages import Message, _
from graph.model.identity import fold

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.progress import ProgressReport

__all__ = ["Added", "Known", "carry", "new_reports"]


@dataclass(frozen=True)
class Known:
    """What a store holds of what some reports name.

    Attributes
    ----------
    tasks
        Id of a task to the id of its plan, its number and its title.
    agencies
        Ids of agencies.
    reports
        Ids of reports.
    last
        Id of a plan to the highest order of its reports.
    """

    tasks: Mapping[str, tuple[str, str | None, str | None]]
    agencies: Collection[str]
    reports: Collection[str]
    last: Mapping[str, int]


@dataclass(frozen=True)
class Added:
    """What became of reports that were handed to a store.

    Attributes
    ----------
    added
        Ids of those that are new.
    known
        Ids of those that were there already.
    """

    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


def new_reports(
    reports: Sequence[ProgressReport], known: Known, imported: str
) -> tuple[Added, list[dict[str, Any]], list[tuple[str, str]], list[tuple[str, str]]]:
    """Return what a store writes for some reports: nodes, pairs for ``REPORTED`` and pairs for ``REPORTS_ON``.

    Parameters
    ----------
    reports
        In the order in which they came in.
    known
        What the store holds.
    imported
        Today, YYYY-MM-DD.

    Raises
    ------
    SchemaError
        If one of them says what no report may say, or is about a task that the store does not hold.
    """
    added, nodes, reported, about = Added(), [], [], []
    order = dict(known.last)
    seen = set(known.reports)
    for report in reports:
        _check(report, known)
        if report.id in seen:
            added.known.append(report.id)
            continue
        seen.add(report.id)
        added.added.append(report.id)
        _plan, number, title = known.tasks[report.task_id]
        order[report.plan_id] = order.get(report.plan_id, 0) + 1
        nodes.append(
            {
                "id": report.id,
                "plan_id": report.plan_id,
                "task_id": report.task_id,
                "number": number,
                "title": title,
                "agency_id": report.agency_id or None,
                "agency": report.agency or None,
                "said": report.said or None,
                "state": report.state or None,
                "share": None if report.share is None else float(report.share),
                "person": report.person or None,
                "phone": report.phone or None,
                "updated": report.updated or None,
                "quarters": list(report.quarters),
                "imported": imported,
                "order": order[report.plan_id],
                "file": report.file or None,
                "sheet": report.sheet or None,
                "row": report.row,
            }
        )
        about.append((report.id, report.task_id))
        if report.agency_id in known.agencies:
            reported.append((report.agency_id, report.id))
    return added, nodes, reported, about


def _check(report: ProgressReport, known: Known) -> None:
    try:
        report.check()
    except SchemaError as error:
        raise SchemaError(_placed(report, error.message)) from None
    plan = known.tasks.get(report.task_id)
    if plan is None:
        what = _("图库里没有任务 {task}；请先载入它的方案，或重新下发表格", task=report.task_id)
        raise SchemaError(_placed(report, what))
    if plan[0] != report.plan_id:
        what = _("任务 {task} 不属于方案 {plan}", task=report.task_id, plan=report.plan_id)
        raise SchemaError(_placed(report, what))


def _placed(report: ProgressReport, what: Message) -> Message:
    if not report.file:
        return what
    return _("{file} {sheet} 第 {row} 行：{what}", file=report.file, sheet=report.sheet, row=report.row, what=what)


def carry(graph: nx.MultiDiGraph, held: nx.MultiDiGraph) -> tuple[nx.MultiDiGraph, list[str]]:
    """Return the graph of a plan with the reports of the version that it replaces, and which of them lost their task.

    Parameters
    ----------
    graph
        The new version of one plan.
    held
        Of the old one: its tasks and reports, with the agencies that reported and whatever these lead to.

    Returns
    -------
    tuple of (networkx.MultiDiGraph, list of str)
        The ids are of reports that were about a task of the old version and are about none of the new.
    """
    reports = [key for key, label in held.nodes(data="label") if label == "Progress"]
    if not reports:
        return graph, []
    [plan] = [key for key, label in graph.nodes(data="label") if label == "Plan"]
    same = _same_tasks(held, graph)
    new = graph.copy()
    lost = []
    for key in reports:
        if key in graph:
            continue  # a copy of a store brings it along
        [before] = list(held.successors(key)) or [None]
        task = same.get(before) or same.get(held.nodes[key]["task_id"])
        new.add_node(key, **{**held.nodes[key], "plan_id": plan, "task_id": task or held.nodes[key]["task_id"]})
        if task is not None:
            new.add_edge(key, task, key="REPORTS_ON")
        elif before is not None:
            lost.append(key)
        for agency in held.predecessors(key):
            _add_reached(new, held, agency)
            new.add_edge(agency, key, key="REPORTED")
    return new, lost


def _same_tasks(held: nx.MultiDiGraph, graph: nx.MultiDiGraph) -> dict[str | None, str]:
    """Return tasks of one version as those of another: by id or, where the plan has another id, by what they say."""
    there = {key: key for key, label in graph.nodes(data="label") if label == "Task"}
    old, new = _by_words(held), _by_words(graph)
    found: dict[str | None, str] = {key: new[words] for words, key in old.items() if words in new}
    return {**found, **there}


def _by_words(graph: nx.MultiDiGraph) -> dict[tuple[Any, ...], str]:
    """Return the tasks by kind, title and part, without those that another one equals in that."""
    found: dict[tuple[Any, ...], list[str]] = {}
    for key, data in graph.nodes(data=True):
        if data["label"] == "Task":
            found.setdefault((data.get("kind"), fold(data.get("title") or ""), data.get("part")), []).append(key)
    return {words: keys[0] for words, keys in found.items() if len(keys) == 1}


def _add_reached(new: nx.MultiDiGraph, held: nx.MultiDiGraph, key: str) -> None:
    """Add a shared node of `held`, and the shared nodes that it leads to."""
    waiting: list[str] = [key]
    done: set[str] = set()
    while waiting:
        each = waiting.pop()
        if each in done:
            continue
        done.add(each)
        if each not in new:
            new.add_node(each, **held.nodes[each])
        for _source, end, kind, data in _shared_edges(held, each):
            waiting.append(end)
            if end not in new:
                new.add_node(end, **held.nodes[end])
            if not new.has_edge(each, end, key=kind):
                new.add_edge(each, end, key=kind, **data)


def _shared_edges(held: nx.MultiDiGraph, key: str) -> Iterable[tuple[str, str, str, dict[str, Any]]]:
    return [edge for edge in held.out_edges(key, keys=True, data=True) if edge[2] != "REPORTED"]
