"""The part of the graph that a question is about agrees with its rows."""

from __future__ import annotations

import pytest

from graph.errors import QueryError, UnknownNameError
from graph.model.check import check
from graph.model.schema import RESPONSIBILITIES, ROLES
from queries import agency_tasks, query_subgraph, subgraph, targets, task

TYPES = {item.name for item in RESPONSIBILITIES}


def nodes(graph, label, name="title"):
    return sorted(data[name] for _, data in graph.nodes(data=True) if data["label"] == label)


def responsibilities(graph):
    return {(source, kind, target) for source, target, kind in graph.edges(keys=True) if kind in TYPES}


def test_an_agencys_picture_has_the_tasks_of_its_rows(sample_store):
    rows = agency_tasks(sample_store, "市工信局")
    graph = subgraph(sample_store, agency="市工信局")
    check(graph)
    assert sorted(rows["title"]) == nodes(graph, "Task")
    own = {(row["agency_id"], ROLES[row["role"]], row["task_id"]) for row in rows.to_dict("records")}
    others = responsibilities(graph) - own
    assert own < responsibilities(graph)
    of_targets = {edge for edge in others if graph.nodes[edge[2]]["label"] == "Target"}
    assert {target for _, _, target in others - of_targets} <= set(rows["task_id"])
    assert len(others - of_targets) == sum(len(each) for each in rows["with"])
    assert [graph.nodes[target]["metric"] for _, _, target in of_targets] == ["数字车间"]


def test_a_picture_holds_what_its_tasks_stand_in_and_nothing_else(sample_store):
    graph = subgraph(sample_store, agency="市统计局")
    assert nodes(graph, "Plan") == ["洛阳市绿色园区实施方案"]
    assert nodes(graph, "Section") == ["主要任务", "节能改造"]
    assert nodes(graph, "Task") == ["统计能耗"]
    assert nodes(graph, "Agency", "name") == ["市统计局"]
    assert nodes(graph, "Region", "name") == ["全国", "河南省", "洛阳市"]
    assert nodes(graph, "Target", "metric") == nodes(graph, "Industry", "name") == []


def test_a_picture_has_the_targets_and_industries_of_its_tasks(sample_store):
    graph = subgraph(sample_store, task="改造锅炉")
    assert nodes(graph, "Target", "metric") == ["锅炉改造数"]
    assert nodes(graph, "Industry", "name") == ["建材", "水泥"]
    assert nodes(graph, "Agency", "name") == ["市工业和信息化局", "市生态环境局", "市财政局"]
    [row] = task(sample_store, "改造锅炉").to_dict("records")
    assert {source for source, _, _ in responsibilities(graph)} == {owner["agency_id"] for owner in row["owners"]}


def test_a_number_as_people_say_it_is_drawn_as_the_path_is(sample_store):
    assert set(subgraph(sample_store, task="二（一）1")) == set(subgraph(sample_store, task="二/（一）/1"))


def test_a_plans_picture_is_the_plan_that_was_loaded(sample_store, sample_plans):
    for name, loaded in zip(["绿色园区", "数字车间"], sample_plans, strict=True):
        graph = subgraph(sample_store, plan=name)
        assert set(graph) == set(loaded)
        assert set(graph.edges(keys=True)) == set(loaded.edges(keys=True))


def test_the_region_narrows(sample_store, sample_plans):
    assert set(subgraph(sample_store, region="石家庄")) == set(sample_plans[1])
    assert nodes(subgraph(sample_store, agency="工信局", region="石家庄"), "Task") == ["建设车间", "推广软件"]
    assert nodes(subgraph(sample_store, agency="工信局", plan="绿色园区"), "Task") == ["培育企业", "改造锅炉"]


def test_several_agencies_are_drawn_together(sample_store):
    graph = subgraph(sample_store, agency=["市统计局", "省工信厅"])
    assert nodes(graph, "Task") == ["建设车间", "统计能耗"]


def test_without_a_wish_the_whole_graph_is_drawn(sample_store):
    whole, held = subgraph(sample_store), sample_store.graph()
    assert set(whole) == set(held) and whole.number_of_edges() == held.number_of_edges()


def test_a_picture_keeps_the_properties(sample_store):
    graph = query_subgraph(sample_store, "industry_tasks", industry="水泥")
    [quote] = {data["quote"] for _, _, kind, data in graph.edges(keys=True, data=True) if kind in TYPES}
    assert quote == "市工业和信息化局牵头，市财政局、生态环境局配合"
    assert nodes(graph, "Target", "metric") == targets(sample_store, agency="市生态环境局")["metric"].tolist()


def test_what_cannot_be_drawn_is_refused(sample_store):
    with pytest.raises(QueryError, match="question plans has no subgraph"):
        query_subgraph(sample_store, "plans")
    with pytest.raises(QueryError, match="needs the parameter agencies"):
        query_subgraph(sample_store, "agency_tasks")
    for wish in ({"agency": "市气象局"}, {"plan": "红色园区"}, {"task": "改造高炉"}, {"region": "洛扬"}):
        with pytest.raises(UnknownNameError):
            subgraph(sample_store, **wish)
