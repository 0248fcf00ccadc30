"""The part of the graph that a question is about, as a property graph to draw.

The file ``<name>.graph.cypher`` of a question names nodes only: the tasks of its rows and their neighbours. The
relationships between them follow from the store, and so do the ancestors (sections, plan,
regions, wider industries), so rows and subgraph cannot tell different stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.errors import QueryError
from graph.messages import _
from graph.stores.store import Parameter, Store
from queries.agencies import agency_tasks, resolve_agency
from queries.catalogue import checked, find_query
from queries.optional import without_unused
from queries.owners import owners_of_targets
from queries.plans import find_plan, plans
from queries.query_file import Query
from queries.targets import targets
from queries.tasks import task as find_tasks

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["query_subgraph", "subgraph", "subgraph_focus"]

#: Relationships that lead from a node to what it stands in; HAS_SECTION and HAS_TASK do so backwards.
_UPWARD = ("PART_OF", "IN", "WITHIN", "APPLIES_TO")
_BACKWARD = ("HAS_SECTION", "HAS_TASK")


def query_subgraph(store: Store, query: str | Query, /, **params: Parameter) -> nx.MultiDiGraph:
    """Return the part of the store's graph that a question of the catalogue is about.

    Parameters
    ----------
    store
        An open store.
    query
        Name of a question that has a subgraph, or the question.
    **params
        The same as for its rows.

    Raises
    ------
    UnknownNameError
        If no question has that name.
    QueryError
        If it has no subgraph, or a parameter is missing, unknown or of another type.

    Examples
    --------
    >>> graph = query_subgraph(sample_store, "tasks", text="锅炉")
    >>> sorted(data["name"] for _, data in graph.nodes(data=True) if data["label"] == "Industry")
    ['建材', '水泥']
    """
    if isinstance(query, str):
        query = find_query(query)
    return _with_ancestors(store.graph(), _nodes(store, query, params))


def subgraph(
    store: Store,
    *,
    agency: str | Sequence[str] | None = None,
    plan: str | None = None,
    task: str | None = None,
    region: str | None = None,
) -> nx.MultiDiGraph:
    """Return the part of the store's graph for a map; the whole graph when nothing is asked for.

    Parameters
    ----------
    store
        An open store.
    agency
        Names or ids of agencies, as `resolve_agency` reads them: their tasks with all owners, industries, targets
        and whatever they stand in.
    plan
        A plan, as `find_plan` reads it: all of it, or with `agency` or `task` only their tasks in it.
    task
        Id, number or words of tasks, as the function `task` reads them: the same for these tasks.
    region
        Region of the plans, or of the agency.

    Raises
    ------
    UnknownNameError
        If there is no such agency, plan, task or region.

    Examples
    --------
    >>> graph = subgraph(sample_store, agency="省工信厅")
    >>> sorted(data["title"] for _, data in graph.nodes(data=True) if data["label"] in ("Plan", "Section", "Task"))
    ['建设车间', '石家庄市数字车间行动方案', '重点任务']
    """
    if agency is None and task is None:
        return _whole(store, region, plan)
    nodes: set[str] = set()
    for name in [agency] if isinstance(agency, str) else agency or ():
        rows = agency_tasks.answer(store, name, region=region, plan=plan).records
        nodes |= _nodes(store, find_query("task_owners"), {"tasks": [row["task_id"] for row in rows]})
        # A row of an indicator table has owners of its own, and may be all that an agency answers for.
        rows = targets.answer(store, agency=name, region=region, plan=plan).records
        for target, owners in owners_of_targets(store, (row["target_id"] for row in rows)).items():
            nodes |= {target, *(owner["agency_id"] for owner in owners)}
    if task is not None:
        rows = find_tasks.answer(store, task, region=region, plan=plan).records
        nodes |= _nodes(store, find_query("task_owners"), {"tasks": [row["task_id"] for row in rows]})
    return _with_ancestors(store.graph(), nodes)


def subgraph_focus(
    store: Store,
    part: nx.MultiDiGraph,
    *,
    agency: str | None = None,
    plan: str | None = None,
    task: str | None = None,
    region: str | None = None,
) -> str | None:
    """Return the id of the one agency or task that a subgraph was asked for; None if it was several or neither.

    Examples
    --------
    >>> part = subgraph(sample_store, agency="省工信厅")
    >>> part.nodes[subgraph_focus(sample_store, part, agency="省工信厅")]["name"]
    '省工业和信息化厅'
    """
    if task:
        found = [row["task_id"] for row in find_tasks.answer(store, task, region=region, plan=plan).records]
    elif agency:
        # Of two that an override calls the same, the one that was named.
        matches = resolve_agency(store, agency, region=region)
        found = [match.id for match in matches if match.how != "same_as" and match.id in part]
    else:
        found = []
    return found[0] if len(set(found)) == 1 else None


def _whole(store: Store, region: str | None, plan: str | None) -> nx.MultiDiGraph:
    graph = store.graph()
    if region is None and plan is None:
        return graph
    wanted = (
        {find_plan(store, plan, region=region)["id"]}
        if plan
        else {row["id"] for row in plans.answer(store, region=region).records}
    )
    own = {node for node, data in graph.nodes(data=True) if node in wanted or data.get("plan_id") in wanted}
    near = {other for node in own for other in (*graph.successors(node), *graph.predecessors(node))}
    return _with_ancestors(graph, own | near)


def _nodes(store: Store, query: Query, params: Mapping[str, Parameter]) -> set[str]:
    if query.subgraph is None:
        raise QueryError(_("查询 {query} 没有对应的图；请在旁边放 {query}.graph.cypher", query=query.name))
    values = checked(query, params)
    found = store.answer(without_unused(query.subgraph, values), values)
    return {node for record in found.records for node in record.values()}


def _with_ancestors(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> nx.MultiDiGraph:
    """Return the sub-graph of `nodes` and all that they stand in."""
    kept: set[str] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node in kept:
            continue
        kept.add(node)
        waiting += [above for _, above, kind in graph.out_edges(node, keys=True) if kind in _UPWARD]
        waiting += [above for above, _, kind in graph.in_edges(node, keys=True) if kind in _BACKWARD]
    return graph.subgraph(kept).copy()
