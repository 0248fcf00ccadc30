"""What an overview draws, without a page: agencies, plans, and a line for all that one does in the other."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from graph.model.identity import make_id
from viz.model import read
from viz.scene import Scene, agencies_and_plans, everything, responsibilities


def drawn(graph: nx.MultiDiGraph) -> tuple[list[str], dict[tuple[str, str], float]]:
    """Return the names of the shapes and how strongly the line between two of them pulls."""
    content = read(graph)
    scene = agencies_and_plans(content)
    names = [
        content.plans[shape.id - len(content.nodes)].title if shape.kind == "Plan" else content.nodes[shape.id].name
        for shape in scene.shapes
    ]
    lines = zip(scene.lines, scene.pulls, strict=True)
    return names, {(names[source], names[target]): pull for (source, target), pull in lines}


def second_plan(graph: nx.MultiDiGraph, **said: Any) -> str:
    """Add a plan with a task and an indicator for the office that leads the first, and return the id of the office."""
    plan, task, target = make_id("Plan", "q"), make_id("Task", "q", "一"), make_id("Target", "q", "v")
    graph.add_node(plan, label="Plan", id=plan, title="云岭市节水实施方案", region="云岭市")
    graph.add_node(task, label="Task", id=task, plan_id=plan, number="一", title="更换管网", text="更换管网。", order=1)
    graph.add_node(target, label="Target", id=target, plan_id=plan, metric="漏损率", text="漏损率下降。", order=2)
    graph.add_edge(plan, task, "HAS_TASK")
    graph.add_edge(plan, target, "SETS")
    office = make_id("Agency", "云岭市", "市工业和信息化局")
    graph.add_edge(office, task, "SUPPORTS", **said)
    graph.add_edge(office, target, "LEADS", **said)
    return office


def test_a_line_for_each_agency_and_plan(plan_graph: nx.MultiDiGraph) -> None:
    names, lines = drawn(plan_graph)
    plan = "云岭市节能实施方案"
    assert names == ["各县（市、区）人民政府", "市工业和信息化局", "市财政局", plan]
    assert lines == {(name, plan): 1.0 for name in names[:3]}


def test_tasks_and_targets_count_once_however_many_roles(plan_graph: nx.MultiDiGraph) -> None:
    second_plan(plan_graph)
    names, lines = drawn(plan_graph)
    assert names[3:] == ["云岭市节水实施方案", "云岭市节能实施方案"]
    assert lines["市工业和信息化局", "云岭市节能实施方案"] == 1.0
    assert lines["市工业和信息化局", "云岭市节水实施方案"] == pytest.approx(2**0.5)


def test_whoever_does_more_is_larger_and_collectives_are_hollow(plan_graph: nx.MultiDiGraph) -> None:
    office = second_plan(plan_graph)
    content = read(plan_graph)
    shapes = {
        content.nodes[shape.id].name: shape for shape in agencies_and_plans(content).shapes if shape.kind == "Agency"
    }
    assert shapes[plan_graph.nodes[office]["name"]].size > shapes["市财政局"].size
    assert [name for name, shape in shapes.items() if shape.hollow] == ["各县（市、区）人民政府"]


def test_what_has_no_line_is_drawn_all_the_same(plan_graph: nx.MultiDiGraph) -> None:
    for key in [key for key, kind in plan_graph.nodes(data="label") if kind == "Task"]:
        plan_graph.remove_node(key)
    names, lines = drawn(plan_graph)
    assert len(names) == 4
    assert lines == {}


def test_nothing_at_all() -> None:
    assert agencies_and_plans(read(nx.MultiDiGraph())) == Scene([], [], [], [])


def test_everything_draws_every_node_and_relationship(plan_graph: nx.MultiDiGraph) -> None:
    content = read(plan_graph)
    scene = everything(content)
    assert [shape.id for shape in scene.shapes] == list(range(len(content.nodes)))
    assert scene.lines == [(edge.source, edge.target) for edge in content.edges]
    assert scene.sides is None


def test_responsibilities_are_agencies_tasks_and_targets_with_an_owner(plan_graph: nx.MultiDiGraph) -> None:
    second_plan(plan_graph)
    content = read(plan_graph)
    kept, scene = responsibilities(content)
    assert [content.nodes[i].name for i in kept if content.nodes[i].kind == "Target"] == ["漏损率"]
    assert {content.nodes[i].kind for i in kept} == {"Agency", "Task", "Target"}
    assert [shape.id for shape in scene.shapes] == kept
    lines = [(kept[source], kept[target]) for source, target in scene.lines]
    owning = {"LEADS", "CO_OWNS", "SUPPORTS", "GUIDES", "IMPLEMENTS"}
    assert lines == [(edge.source, edge.target) for edge in content.edges if edge.kind in owning]
