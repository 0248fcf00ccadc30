"""A parse as a property graph: what stands on nodes and relationships, and who holds what."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.model.check import check
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs

TEXT = (
    "洛阳市河道整治方案\n一、总体目标\n到2030年，建成碧道80公里。\n二、重点任务\n"
    "1.清淤。完成清淤30公里。（市水利局牵头，市财政局等配合；2027年6月底前完成）\n"
    "2.巡河。各县区要负责日常巡查，做好记录。\n"
)


def graph_of(text: str) -> nx.MultiDiGraph:
    (graph,) = build_graphs(parse_document(Document("方案.txt", text, "utf-8", "0")))
    return graph


def named(graph: nx.MultiDiGraph, key: str) -> str:
    """Return a node as a test names it: label and what it is called."""
    node: dict[str, Any] = graph.nodes[key]
    words = (node.get(name) for name in ("number", "metric", "name", "word", "title"))
    return f"{node['label']} {next(word for word in words if word)}"


def test_everything_hangs_on_what_it_stands_in() -> None:
    graph = graph_of(TEXT)
    kept = ("HAS_SECTION", "HAS_TASK", "SETS", "LEAVES_UNREAD")
    assert [
        (named(graph, source), kind, named(graph, target))
        for source, target, kind in graph.edges(keys=True)
        if kind in kept
    ] == [
        ("Plan 洛阳市河道整治方案", "HAS_SECTION", "Section 一"),
        ("Plan 洛阳市河道整治方案", "HAS_SECTION", "Section 二"),
        ("Section 一", "SETS", "Target 碧道"),
        ("Section 二", "HAS_TASK", "Task 二/1"),
        ("Section 二", "HAS_TASK", "Task 二/2"),
        ("Task 二/1", "SETS", "Target 清淤"),
        ("Task 二/2", "LEAVES_UNREAD", "UnreadTrigger 二/2"),
    ]


def test_a_task_has_its_deadline_and_the_year_of_it() -> None:
    graph = graph_of(TEXT)
    tasks = [node for _, node in graph.nodes(data=True) if node["label"] == "Task"]
    assert [(task["order"], task["number"], task.get("deadline"), task.get("due")) for task in tasks] == [
        (1, "二/1", "2027年6月底前完成", 2027),
        (2, "二/2", None, None),
    ]


def test_an_owner_carries_the_clause_that_names_it() -> None:
    graph = graph_of(TEXT)
    clause = "市水利局牵头，市财政局等配合；2027年6月底前完成"
    start = TEXT.index("（市水利局")
    place = {"quote": clause, "line": 5, "start": start, "end": TEXT.index("\n2.")}
    common = {"basis": "explicit", "inherited": False, "open_ended": True, **place}
    assert [data for _, _, kind, data in graph.edges(keys=True, data=True) if kind in ("LEADS", "SUPPORTS")] == [
        {"role": "lead", "role_word": "牵头", "order": 1, "name": "市水利局", "written": "市水利局", **common},
        {"role": "support", "role_word": "配合", "order": 2, "name": "市财政局", "written": "市财政局", **common},
    ]


def test_a_row_of_an_indicator_table_has_owners_of_its_own() -> None:
    graph = graph_of(TEXT + "附件\n指标表\n指标\t2027年目标值\t责任单位\n步道里程\t30公里\t市体育局\n")
    assert [
        (named(graph, source), kind, named(graph, target))
        for source, target, kind in graph.edges(keys=True)
        if graph.nodes[source]["label"] == "Agency" and graph.nodes[target]["label"] == "Target"
    ] == [("Agency 市体育局", "LEADS", "Target 步道里程")]


def test_the_graph_is_as_the_schema_says() -> None:
    check(graph_of(TEXT))


def test_a_task_keeps_its_id_when_an_item_is_inserted_before_it() -> None:
    def ids(text: str) -> dict[str, str]:
        nodes = graph_of(text).nodes(data=True)
        return {node["title"]: key for key, node in nodes if node["label"] == "Task"}

    more = ids(TEXT.replace("1.清淤", "1.截污。排查管网。\n2.清淤").replace("2.巡河", "3.巡河"))
    assert {title: more[title] for title in ("清淤", "巡河")} == ids(TEXT)


def test_tasks_of_one_title_keep_their_ids_when_another_is_put_before_them() -> None:
    def ids(*tasks: str) -> dict[str, str]:
        items = "\n".join(f"{at}.修渠。{task}（市水利局负责）" for at, task in enumerate(tasks, 1))
        nodes = graph_of(f"云泽市节水方案\n一、重点任务\n{items}\n").nodes(data=True)
        return {str(data["text"])[2:]: key for key, data in nodes if data["label"] == "Task"}

    old, new = ids("城区先行。", "郊区跟进。"), ids("园区试点。", "城区先行。", "郊区跟进。")
    assert len(old) == 2
    assert len(set(new.values())) == 3
    assert {text: key for text, key in new.items() if text in old} == old
