from __future__ import annotations

import networkx as nx

from viz.model import read


def test_draws_four_labels_and_all_between_them(plan_graph: nx.MultiDiGraph) -> None:
    content = read(plan_graph)
    assert [node.kind for node in content.nodes] == ["Agency"] * 3 + ["Task"] * 2 + ["Industry"] * 2 + ["Target"] * 2
    named = {(content.nodes[e.source].name, e.kind, content.nodes[e.target].name) for e in content.edges}
    assert named == {
        ("市工业和信息化局", "LEADS", "改造水泥窑炉"),
        ("市工业和信息化局", "GUIDES", "改造水泥窑炉"),
        ("市财政局", "SUPPORTS", "改造水泥窑炉"),
        ("各县（市、区）人民政府", "IMPLEMENTS", "改造水泥窑炉"),
        ("改造水泥窑炉", "CONCERNS", "水泥"),
        ("水泥", "PART_OF", "建材"),
        ("改造水泥窑炉", "SETS", "改造窑炉"),
    }
    assert content.omitted == {"UnreadTrigger": 1, "Plan": 1, "Region": 1, "Section": 1}


def test_facts_of_what_is_not_drawn(plan_graph: nx.MultiDiGraph) -> None:
    content = read(plan_graph)
    nodes = {node.name: node for node in content.nodes}
    assert nodes["改造水泥窑炉"].path == ["二 重点任务"]
    assert nodes["改造水泥窑炉"].years == [2026, 2027]
    assert nodes["编写年度报告"].mentions[0]["text"] == "各科室负责人按时报送。"
    assert content.plans[0].region == "云岭市"
    assert content.plans[0].mentions == nodes["编写年度报告"].mentions


def test_hollow_are_collectives_and_ownerless_tasks(plan_graph: nx.MultiDiGraph) -> None:
    assert {node.name for node in read(plan_graph).nodes if node.hollow} == {"各县（市、区）人民政府", "编写年度报告"}


def test_a_cut_without_its_plan_still_names_it(plan_graph: nx.MultiDiGraph) -> None:
    plan = next(key for key, kind in plan_graph.nodes(data="label") if kind == "Plan")
    plan_graph.remove_node(plan)
    content = read(plan_graph)
    assert [entry.title for entry in content.plans] == [plan]
    assert {node.plan for node in content.nodes if node.kind == "Task"} == {0}


def test_labels_name_the_region_only_if_there_are_several(plan_graph: nx.MultiDiGraph) -> None:
    assert {node.short for node in read(plan_graph).nodes if node.kind == "Agency"} >= {"市财政局"}
    other = next(data for _, data in plan_graph.nodes(data=True) if data.get("name") == "市财政局")
    other["region"] = "平湖市"
    assert {node.short for node in read(plan_graph).nodes if node.kind == "Agency"} >= {"市财政局·平湖市"}


def test_words_have_both_languages() -> None:
    from viz.captions import words

    assert words("zh").keys() == words("en").keys()
    assert all(words("zh").values())
    assert all(words("en").values())


def test_a_task_carries_its_light_and_the_line_of_its_panel(plan_graph: nx.MultiDiGraph) -> None:
    key = next(key for key, title in plan_graph.nodes(data="title") if title == "改造水泥窑炉")
    facts = {node.name: node.facts for node in read(plan_graph, {key: ("red", "红　逾期 3 天")}).nodes}
    assert (facts["改造水泥窑炉"]["light"], facts["改造水泥窑炉"]["progress"]) == ("red", "红　逾期 3 天")
    assert "light" not in facts["编写年度报告"]
    assert all("light" not in node.facts for node in read(plan_graph).nodes)


def test_focus_is_a_node_that_is_drawn(plan_graph: nx.MultiDiGraph) -> None:
    key = next(key for key, data in plan_graph.nodes(data=True) if data.get("name") == "市财政局")
    content = read(plan_graph, focus=key)
    assert content.focus is not None
    assert content.nodes[content.focus].name == "市财政局"
    plan = next(key for key, kind in plan_graph.nodes(data="label") if kind == "Plan")
    assert read(plan_graph, focus=plan).focus is None
    assert read(plan_graph).focus is None
