"""What the network answers: bottlenecks, pairs that must coordinate, tasks that hang on a collective, bridges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from queries.network.cooperation import Cooperation, SharedTask

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Bottleneck", "Bridge", "Findings", "Hanging", "Pair", "findings"]

#: Below this modularity the network is one group: nearly all work with all.
_GROUPED = 0.2
#: Where nobody is said to lead, an agency with this share of the tasks is a bottleneck.
_MANY = 0.25


@dataclass(frozen=True)
class Bottleneck:
    """An agency on which much depends.

    Attributes
    ----------
    agency
        Its name.
    tasks
        Tasks it answers for in any role; `share` of all tasks of the plans that name it.
    leads, quarters
        Tasks it leads, and how many of these have something due in a quarter.
    stops
        Tasks that stop without it: it alone leads, or nobody leads and it alone co-owns; `stop_share` of the same tasks.
    """

    agency: str
    tasks: int
    share: float
    leads: int
    quarters: Mapping[str, int]
    stops: Sequence[SharedTask]
    stop_share: float


@dataclass(frozen=True)
class Pair:
    """Two agencies, the tasks they share, what part of the tasks of each these are, and in how many one of them leads."""

    one: str
    other: str
    tasks: Sequence[SharedTask]
    share_of_one: float
    share_of_other: float
    led: int


@dataclass(frozen=True)
class Hanging:
    """A task for which nobody answers first that could be asked: `collectives` lead it, or alone answer for it."""

    task: SharedTask
    collectives: tuple[str, ...]
    alone: bool


@dataclass(frozen=True)
class Bridge:
    """An agency without which others share no task with the rest, or that joins two groups.

    Attributes
    ----------
    agency
        Its name.
    joined
        The agencies that it joins to the rest, or the group that it joins to its own.
    tasks
        The tasks by which it does.
    only
        Whether nobody else does.
    """

    agency: str
    joined: tuple[str, ...]
    tasks: Sequence[SharedTask]
    only: bool


@dataclass(frozen=True)
class Findings:
    """Everything that the network answers, the weightiest first; `groups` is empty where nearly all work with all."""

    network: Cooperation
    bottlenecks: Sequence[Bottleneck]
    pairs: Sequence[Pair]
    hanging: Sequence[Hanging]
    bridges: Sequence[Bridge]
    groups: Sequence[tuple[str, ...]]

    def to_json(self) -> dict[str, Any]:
        """Return everything as plain values; tasks are named by id and listed once."""

        def ids(tasks: Sequence[SharedTask]) -> list[str]:
            return [task.task_id for task in tasks]

        return {
            "tasks": [
                {
                    "task_id": task.task_id, "plan": task.plan, "region": task.region, "number": task.number,
                    "part": task.part, "title": task.title, "sentence": task.sentence, "quarters": list(task.quarters),
                    "owners": [{"agency_id": each.agency_id, "name": each.name, "role": each.role} for each in task.members],
                }
                for task in self.network.tasks
            ],
            "bottlenecks": [
                {
                    "agency": each.agency, "tasks": each.tasks, "share": each.share, "leads": each.leads,
                    "quarters": dict(each.quarters), "stops": ids(each.stops), "stop_share": each.stop_share,
                }
                for each in self.bottlenecks
            ],
            "pairs": [
                {
                    "one": each.one, "other": each.other, "weight": len(each.tasks), "share_of_one": each.share_of_one,
                    "share_of_other": each.share_of_other, "led": each.led, "tasks": ids(each.tasks),
                }
                for each in self.pairs
            ],
            "hanging": [
                {"task": each.task.task_id, "collectives": list(each.collectives), "alone": each.alone}
                for each in self.hanging
            ],
            "bridges": [
                {"agency": each.agency, "joined": list(each.joined), "only": each.only, "tasks": ids(each.tasks)}
                for each in self.bridges
            ],
            "groups": [list(group) for group in self.groups],
        }  # fmt: skip


def findings(network: Cooperation) -> Findings:
    """Return what a network answers."""
    graph = network.graph()
    groups = _groups(graph)
    return Findings(
        network=network,
        bottlenecks=_bottlenecks(network),
        pairs=_pairs(network),
        hanging=list(_hanging(network)),
        bridges=[*_only_bridges(network, graph), *_group_bridges(network, groups)],
        groups=[tuple(sorted(network.names[key] for key in group)) for group in groups],
    )


def _bottlenecks(network: Cooperation) -> list[Bottleneck]:
    of_plan = Counter(task.plan_id for task in network.tasks)
    # Where the plans say who leads, only who leads can hold the others up.
    led = any(each.role == "lead" and not each.collective for task in network.tasks for each in task.members)
    found = []
    for key, tasks in network.shares.items():
        every = sum(of_plan[plan] for plan in {task.plan_id for task in tasks})
        leads = [task for task in tasks if any(each.agency_id == key and each.role == "lead" for each in task.members)]
        stops = [task for task in tasks if {each.agency_id for each in task.responsible} == {key}]
        if not leads and (led or len(tasks) < max(2, _MANY * every)):
            continue
        quarters = Counter(quarter for task in leads for quarter in task.quarters)
        found.append(
            Bottleneck(
                agency=network.names[key],
                tasks=len(tasks),
                share=round(len(tasks) / every, 3),
                leads=len(leads),
                quarters=dict(sorted(quarters.items())),
                stops=stops,
                stop_share=round(len(stops) / every, 3),
            )
        )
    return sorted(found, key=lambda each: (-len(each.stops), -each.leads, -each.tasks, each.agency))


def _pairs(network: Cooperation) -> list[Pair]:
    count = {key: len(tasks) for key, tasks in network.shares.items()}
    found = []
    for (one, other), at in network.pairs.items():
        if len(at) < 2:
            continue
        first, second = sorted((one, other), key=lambda key: (-count[key], network.names[key]))
        tasks = [network.tasks[each] for each in at]
        found.append(
            Pair(
                one=network.names[first],
                other=network.names[second],
                tasks=tasks,
                share_of_one=round(len(at) / count[first], 3),
                share_of_other=round(len(at) / count[second], 3),
                led=sum(any(m.role == "lead" and m.agency_id in (one, other) for m in task.members) for task in tasks),
            )
        )
    return sorted(found, key=lambda each: (-each.led, -len(each.tasks), -each.share_of_one, each.one, each.other))


def _hanging(network: Cooperation) -> Iterator[Hanging]:
    for task in network.tasks:
        first = task.responsible or list(task.members)
        if all(each.collective for each in first):
            yield Hanging(task, tuple(dict.fromkeys(each.name for each in first)), not task.bodies)


def _only_bridges(network: Cooperation, graph: nx.Graph) -> Iterator[Bridge]:
    """Yield the agencies without which others share no task with the rest, the one that joins most first."""
    import networkx as nx

    found = []
    for key in sorted(nx.articulation_points(graph)):
        whole = nx.node_connected_component(graph, key) - {key}
        parts = sorted(nx.connected_components(graph.subgraph(whole)), key=lambda part: (-len(part), min(part)))
        for part in parts[1:]:
            tasks = [task for task in network.shares[key] if not part.isdisjoint(task.bodies)]
            found.append(Bridge(network.names[key], _named(network, part), tasks, only=True))
    yield from sorted(found, key=lambda each: (-len(each.joined), each.agency, each.joined))


def _groups(graph: nx.Graph) -> list[frozenset[str]]:
    """Return the groups that work together more than with others, or nothing where nearly all work with all."""
    import networkx as nx

    if not graph.number_of_edges():
        return []
    keys = list(graph)
    # Numbers, whose order in sets is the same in every run.
    numbered = nx.convert_node_labels_to_integers(graph)
    found = nx.community.greedy_modularity_communities(numbered, weight="weight")
    if nx.community.modularity(numbered, found, weight="weight") < _GROUPED:
        return []
    groups = [frozenset(keys[at] for at in group) for group in found if len(group) > 1]
    return sorted(groups, key=lambda group: (-len(group), min(group)))


def _group_bridges(network: Cooperation, groups: Sequence[frozenset[str]]) -> Iterator[Bridge]:
    """Yield, for two groups, the agency that shares most tasks with the other one, if that is no chance meeting."""
    for one, other in combinations(groups, 2):
        shared = {
            key: [task for task in network.shares[key] if not away.isdisjoint(task.bodies)]
            for home, away in ((one, other), (other, one))
            for key in sorted(home)
        }
        best = max(shared, key=lambda key: (len(shared[key]), key))
        if len(shared[best]) > 1:
            away = other if best in one else one
            met = {body for task in shared[best] for body in task.bodies if body in away}
            yield Bridge(network.names[best], _named(network, met), shared[best], only=False)


def _named(network: Cooperation, keys: frozenset[str] | set[str]) -> tuple[str, ...]:
    return tuple(sorted(network.names[key] for key in keys))
