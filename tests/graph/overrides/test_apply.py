"""Overrides on the graph of one plan: what changes, what stays, and what the audit is told."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.agencies.nodes import agency_id
from graph.model.check import check
from graph.overrides.apply import apply_overrides
from graph.overrides.file import Override

ROLES = ("LEADS", "CO_OWNS", "SUPPORTS", "GUIDES", "IMPLEMENTS")


def entry(kind: str, **values: object) -> Override:
    return Override(kind=kind, number=1, where="更正.toml:1", values=values)


def one(graph: nx.MultiDiGraph, label: str, **wanted: object) -> str:
    [found] = [
        key for key, data in graph.nodes(data=True)
        if data["label"] == label and all(data.get(name) == value for name, value in wanted.items())
    ]  # fmt: skip
    return found


def owners(graph: nx.MultiDiGraph, held: str) -> list[tuple[str, str, str]]:
    """Return type, name on the node and name on the relationship of the owners, in the order of the clause."""
    found = sorted(
        (data["order"], kind, graph.nodes[source]["name"], data["name"])
        for source, _, kind, data in graph.in_edges(held, keys=True, data=True)
        if kind in ROLES
    )
    return [each[1:] for each in found]


def told(graph: nx.MultiDiGraph) -> list[str]:
    return [data["text"] for _, data in graph.nodes(data=True) if data["label"] == "Override"]


@pytest.fixture
def graph(sample_graph) -> nx.MultiDiGraph:
    made = sample_graph(tasks=2)
    made.remove_nodes_from([key for key, data in made.nodes(data=True) if data["label"] == "Override"])
    return made


@pytest.fixture
def task(graph: nx.MultiDiGraph) -> str:
    return one(graph, "Task", number="一/（一）/1")


def test_an_entry_that_concerns_another_plan_leaves_the_graph_itself(graph: nx.MultiDiGraph) -> None:
    absent = "agency-0123456789abcdef"
    entries = [entry("rename", agency=absent, name="市审计局"), entry("target", drop="target-0123456789abcdef")]
    assert apply_overrides(graph, entries) is graph


def test_a_rename_moves_every_responsibility(graph: nx.MultiDiGraph, task: str) -> None:
    old = one(graph, "Agency", name="市财政局")
    before = nx.to_dict_of_dicts(graph)
    new = apply_overrides(graph, [entry("rename", agency=old, name="市审计局")])
    assert nx.to_dict_of_dicts(graph) == before
    assert (old in graph, old in new) == (True, False)
    assert owners(new, task)[1] == ("CO_OWNS", "市审计局", "市审计局")
    assert told(new) == ["市财政局 更名为 市审计局"]
    assert check(new) is None


def test_a_split_gives_each_body_the_whole_responsibility(graph: nx.MultiDiGraph, task: str) -> None:
    old = one(graph, "Agency", name="市财政局")
    new = apply_overrides(graph, [entry("split", agency=old, into=["市教育局", "市审计局"])])
    assert sorted(each for each in owners(new, task) if each[0] == "CO_OWNS") == [
        ("CO_OWNS", "市审计局", "市审计局"),
        ("CO_OWNS", "市教育局", "市教育局"),
    ]
    assert told(new) == ["市财政局 拆分为 市教育局、市审计局"]


def test_an_old_id_still_means_the_body_that_was_renamed(graph: nx.MultiDiGraph, task: str) -> None:
    old = one(graph, "Agency", name="市财政局")
    entries = [entry("rename", agency=old, name="市审计局"), entry("owner", task=task, drop=old)]
    new = apply_overrides(graph, entries)
    assert [each for each in owners(new, task) if each[0] == "CO_OWNS"] == []
    assert told(new)[1] == "去掉“改造第1批炉窑”的责任单位 市审计局"


def test_an_owner_is_added_behind_the_others_by_hand(graph: nx.MultiDiGraph, task: str) -> None:
    new = apply_overrides(graph, [entry("owner", task=task, add="市审计局", role="support")])
    added = agency_id("市审计局", one(graph, "Plan"), "石家庄市", "市")
    assert owners(new, task)[-1] == ("SUPPORTS", "市审计局", "市审计局")
    data = new.edges[added, task, "SUPPORTS"]
    assert (data["basis"], data["inherited"], data["quote"], data["order"]) == (
        "manual",
        False,
        "人工更正：增加责任单位",
        6,
    )
    again = apply_overrides(new, [entry("owner", task=task, add="市审计局", role="support")])
    assert nx.to_dict_of_dicts(again) == nx.to_dict_of_dicts(new)


def test_an_agency_that_owns_nothing_any_more_goes_with_its_last_task(graph: nx.MultiDiGraph) -> None:
    agency = one(graph, "Agency", name="市财政局")
    held = [target for _, target, kind in graph.out_edges(agency, keys=True) if kind in ROLES]
    new = apply_overrides(graph, [entry("owner", task=each, drop=agency) for each in held])
    assert set(graph) - set(new) == {agency}


def test_a_drop_for_one_role_leaves_the_others(graph: nx.MultiDiGraph, task: str) -> None:
    agency = one(graph, "Agency", name="市财政局")
    assert apply_overrides(graph, [entry("owner", task=task, drop=agency, role="lead")]) is graph


def test_a_target_is_added_and_dropped(graph: nx.MultiDiGraph, task: str) -> None:
    new = apply_overrides(
        graph, [entry("target", within=task, text="到2027年，建成3个", metric="平台", value=3, due=2027, unit="个")]
    )
    data = new.nodes[one(new, "Target", metric="平台")]
    assert {name: data.get(name) for name in ("kind", "change", "comparator", "value", "unit", "due", "due_by")} == {
        "kind": "quantitative", "change": "level", "comparator": "=", "value": 3.0, "unit": "个", "due": 2027,
        "due_by": "2027-12-31",
    }  # fmt: skip
    assert told(new) == ["增加目标“到2027年，建成3个”"]
    assert check(new) is None
    gone = apply_overrides(new, [entry("target", drop=data["id"])])
    assert set(new) - set(gone) == {data["id"]}


def test_a_merge_names_both_and_needs_one_of_them_in_the_plan(graph: nx.MultiDiGraph) -> None:
    finance, industry = one(graph, "Agency", name="市财政局"), one(graph, "Agency", name="市工业和信息化局")
    new = apply_overrides(graph, [entry("merge", agency=finance, same_as=industry)])
    assert told(new) == ["市财政局 与 市工业和信息化局 视为同一机构"]
    assert sorted(end for _, end, kind in new.edges(keys=True) if kind == "SAME_AS") == sorted([finance, industry])
    elsewhere = agency_id("市教育局", one(graph, "Plan"), "洛阳市", None)
    asked = [entry("merge", agency=finance, same_as=elsewhere)]
    assert apply_overrides(graph, asked) is graph
    assert told(apply_overrides(graph, asked, {elsewhere: ("市教育局", "洛阳市")})) == [
        "市财政局 与 市教育局 视为同一机构"
    ]


def test_a_name_that_comes_back_means_the_body_again(graph: nx.MultiDiGraph, task: str) -> None:
    finance, plan = one(graph, "Agency", name="市财政局"), one(graph, "Plan")
    region = graph.nodes[plan]["region"]
    other = agency_id("市统计局", plan, region, None)
    asked = [
        entry("rename", agency=finance, name="市统计局"),
        entry("rename", agency=other, name="市财政局"),
        entry("owner", task=task, drop=other),
    ]
    made = apply_overrides(graph, asked)
    assert told(made)[:2] == ["市财政局 更名为 市统计局", "市统计局 更名为 市财政局"]
    before = owners(graph, task)
    assert owners(made, task) == [each for each in before if each[1] != "市财政局"]
    assert [each for each in before if each[1] == "市财政局"] == [("CO_OWNS", "市财政局", "市财政局")]
