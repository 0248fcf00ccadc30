"""What every store must do, whatever engine is behind it: each test takes a `store` and the sample plan."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.errors import SchemaError
from graph.model.frames import by_plan, to_frames
from graph.model.rows import plan_of
from graph.stores.store import Store


@pytest.fixture
def store(any_store):
    return any_store


def content(graph):
    """Everything in a graph, None and left out alike."""
    return by_plan(to_frames(graph))


def rows(store, cypher, **parameters):
    return [tuple(row) for row in store.rows(cypher, parameters).itertuples(index=False)]


def names(store, label):
    return {name for (name,) in rows(store, f"MATCH (n:{label}) RETURN n.name AS name")}


def without(graph, *keys):
    copy = graph.copy()
    copy.remove_nodes_from(keys)
    return copy


def test_is_a_store(store):
    assert isinstance(store, Store)


def test_what_is_loaded_comes_back(store, sample_graph):
    graph = sample_graph()
    report = store.load([graph])
    assert (report.added, report.replaced, report.unchanged) == ([plan_of(graph)], [], [])
    assert content(store.graph()) == content(graph)


def test_two_plans_are_their_union(store, sample_graph):
    one, two = sample_graph("石家庄市"), sample_graph("洛阳市")
    store.load([one])
    store.load([two])
    assert content(store.graph()) == content(nx.compose(one, two))


def test_loading_again_changes_nothing(store, sample_graph):
    one, two = sample_graph("石家庄市"), sample_graph("洛阳市")
    store.load([one, two])
    before = content(store.graph())
    report = store.load([one, two])
    assert (report.added, report.replaced, report.unchanged) == ([], [], [plan_of(one), plan_of(two)])
    assert content(store.graph()) == before


def test_a_new_version_replaces_the_old_one_and_nothing_else(store, sample_graph):
    old, new, other = sample_graph(tasks=4), sample_graph(tasks=2), sample_graph("洛阳市")
    store.load([old, other])
    report = store.load([new, other])
    assert (report.added, report.replaced, report.unchanged) == ([], [plan_of(new)], [plan_of(other)])
    assert content(store.graph()) == content(nx.compose(new, other))


@pytest.mark.parametrize(
    "change",
    [
        lambda graph, plan: graph.nodes[plan].update(title="修订版"),
        lambda graph, plan: graph.nodes[plan].update(part=None),
        lambda graph, plan: graph.remove_edge(*next(edge for edge in graph.edges(keys=True) if edge[2] == "LEADS")),
        lambda graph, plan: next(data for *_, key, data in graph.edges(keys=True, data=True) if key == "LEADS").update(
            inherited=None
        ),
        lambda graph, plan: next(data for _, data in graph.nodes(data=True) if data["label"] == "Agency").update(
            aliases=[]
        ),
    ],
    ids=["property", "property gone", "relationship gone", "relationship property", "shared property"],
)
def test_the_smallest_change_is_a_new_version(store, sample_graph, change):
    graph = sample_graph()
    store.load([graph])
    changed = graph.copy()
    change(changed, plan_of(graph))
    assert store.load([changed]).replaced == [plan_of(graph)]
    assert content(store.graph()) == content(changed)


def test_of_two_versions_in_one_call_the_later_wins(store, sample_graph):
    report = store.load([sample_graph(tasks=4), sample_graph("洛阳市"), sample_graph(tasks=2)])
    assert sorted(report.added) == sorted([plan_of(sample_graph()), plan_of(sample_graph("洛阳市"))])
    assert content(store.graph()) == content(nx.compose(sample_graph(tasks=2), sample_graph("洛阳市")))


def test_removing_leaves_the_other_plan_whole(store, sample_graph):
    one, two = sample_graph("石家庄市"), sample_graph("洛阳市")
    store.load([one, two])
    assert store.remove(plan_of(one)) is True
    assert content(store.graph()) == content(two)


def test_removing_what_is_not_there(store, sample_graph):
    graph = sample_graph()
    store.load([graph])
    assert store.remove("plan-0") is False
    assert content(store.graph()) == content(graph)


def test_removing_the_last_plan_leaves_an_empty_store(store, sample_graph):
    graph = sample_graph()
    store.load([graph])
    store.remove(plan_of(graph))
    assert store.graph().number_of_nodes() == 0
    assert rows(store, "MATCH (n:Agency) RETURN n.id AS id") == []
    assert store.load([graph]).added == [plan_of(graph)]


def test_shared_nodes_go_with_the_last_plan_that_reaches_them(store, sample_graph):
    graph = sample_graph()
    finance = next(key for key, data in graph.nodes(data=True) if data.get("name") == "市财政局")
    other = sample_graph("洛阳市")
    store.load([graph, other])
    assert names(store, "Region") == {"全国", "石家庄市", "洛阳市"}
    store.load([without(graph, finance)])
    assert rows(store, "MATCH (a:Agency) WHERE a.name = '市财政局' RETURN a.region AS region") == [("洛阳市",)]
    store.remove(plan_of(graph))
    assert names(store, "Region") == {"全国", "洛阳市"}
    assert names(store, "Industry") == {"钢铁", "金属冶炼"}


def test_a_chain_of_shared_nodes_stays_while_its_first_is_reached(store, sample_graph):
    """The wider industry and the state are joined to no plan's own node, only to shared ones."""
    store.load([sample_graph()])
    store.load([sample_graph("洛阳市")])
    store.remove(plan_of(sample_graph("洛阳市")))
    assert rows(store, "MATCH (:Industry)-[:PART_OF]->(i:Industry) RETURN i.name AS name") == [("金属冶炼",)]
    assert rows(store, "MATCH (:Region)-[:WITHIN]->(r:Region) RETURN r.name AS name") == [("全国",)]


def test_a_later_word_on_a_shared_node_wins(store, sample_graph):
    store.load([sample_graph()])
    later = sample_graph("洛阳市")
    steel = next(key for key, data in later.nodes(data=True) if data.get("name") == "钢铁")
    later.nodes[steel]["code"] = "C311"
    store.load([later])
    assert rows(store, "MATCH (i:Industry) WHERE i.name = '钢铁' RETURN i.code AS code") == [("C311",)]


def test_progress_ends_at_the_number_of_plans(store, sample_graph):
    seen = []
    store.load([sample_graph(), sample_graph("洛阳市")], progress=seen.append)
    assert seen[-1] == 2


def test_one_bad_plan_and_nothing_is_written(store, sample_graph):
    good = sample_graph()
    store.load([good])
    bad = sample_graph("洛阳市")
    bad.nodes[plan_of(bad)]["part"] = "一"
    with pytest.raises(SchemaError, match="part should be integer"):
        store.load([sample_graph("洛阳市", title="别的方案"), bad])
    assert content(store.graph()) == content(good)


def two_plans(graph):
    graph.add_node("plan-2", label="Plan", id="plan-2")


def no_plan(graph):
    graph.remove_node(plan_of(graph))


def foreign_task(graph):
    graph.add_node("task-2", label="Task", id="task-2", plan_id="plan-2")


def half_a_character(graph):
    graph.nodes[plan_of(graph)]["title"] = "方案\ud83d"


def long_integer(graph):
    graph.nodes[plan_of(graph)]["part"] = 2**63


@pytest.mark.parametrize("spoil", [two_plans, no_plan, foreign_task, half_a_character, long_integer])
def test_what_is_no_plan_is_refused(store, sample_graph, spoil):
    store.load([sample_graph("洛阳市")])
    graph = sample_graph()
    spoil(graph)
    with pytest.raises(SchemaError):
        store.load([graph])
    assert content(store.graph()) == content(sample_graph("洛阳市"))


def test_loading_no_plans(store, sample_graph):
    store.load([sample_graph()])
    report = store.load([])
    assert (report.added, report.replaced, report.unchanged) == ([], [], [])
    assert content(store.graph()) == content(sample_graph())


def test_closing_twice_is_harmless(store, sample_graph):
    store.load([sample_graph()])
    store.graph()
    store.close()
    store.close()
