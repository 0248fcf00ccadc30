"""Counterparts by line and region, and what reforms made of agencies, from the store alone."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest

from graph.agencies.regions import chain
from graph.agencies.resolve import resolve
from graph.model.identity import make_id
from graph.stores.embedded.store import EmbeddedStore
from queries import counterparts, successions


def plan(title: str, region: str, owners: list[str]) -> nx.MultiDiGraph:
    """A plan with one task for all the owners."""
    graph = nx.MultiDiGraph()
    own, task = make_id("Plan", region, title), make_id("Task", title)
    graph.add_node(own, label="Plan", id=own, title=title, region=region, level="市", part=1)
    graph.add_node(task, label="Task", id=task, plan_id=own, number="一", part=1, of=1, title=title, order=1)
    graph.add_edge(own, task, key="HAS_TASK")
    for order, name in enumerate(owners, 1):
        found = resolve(name, region)
        graph.add_node(
            found.id, label="Agency", id=found.id, name=found.canonical, region=found.region, level=found.level,
            kind=found.kind, functional_line=found.functional_line, aliases=[],
        )  # fmt: skip
        keys = []
        for each in chain(found.region):
            keys.append(make_id("Region", each.code))
            graph.add_node(keys[-1], label="Region", id=keys[-1], name=each.name, level=each.level, code=each.code)
        graph.add_edge(found.id, keys[0], key="IN")
        for lower, upper in pairwise(keys):
            graph.add_edge(lower, upper, key="WITHIN")
        graph.add_edge(
            found.id, task, key="CO_OWNS", role="co_own", role_word="负责", basis="listed", order=order, name=name
        )
    return graph


@pytest.fixture
def store(tmp_path):
    with EmbeddedStore(tmp_path / "a.lbug") as opened:
        opened.load(
            [
                plan("甲", "洛阳市", ["市工信局", "市经信委", "省工信厅", "市财政局", "某某办"]),
                plan("乙", "全国", ["工业和信息化部", "财政部"]),
                plan("丙", "安阳市", ["市工信局"]),
                plan("丁", "安庆市", ["市经信局"]),
            ]
        )
        yield opened


def named(frame) -> list[tuple[str, str, str]]:
    return [tuple(row) for row in frame[["region", "name", "relation"]].values.tolist()]


def test_counterparts_lie_above_beside_and_below_and_never_in_the_next_city(store):
    bureau = resolve("市工信局", "洛阳市")
    assert named(counterparts(store, [bureau.id])) == [
        ("全国", "工业和信息化部", "above"),
        ("河南省", "省工业和信息化厅", "above"),
        ("洛阳市", "市经济和信息化委员会", "beside"),
    ]
    assert named(counterparts(store, [resolve("省工信厅", "河南省").id])) == [
        ("全国", "工业和信息化部", "above"),
        ("安阳市", "市工业和信息化局", "below"),
        ("洛阳市", "市工业和信息化局", "below"),
        ("洛阳市", "市经济和信息化委员会", "below"),
    ]


def test_what_has_no_line_has_no_counterpart(store):
    assert counterparts(store, [resolve("某某办", "洛阳市").id]).empty
    assert counterparts(store, []).empty


def test_counterparts_come_and_go_with_plans(store):
    ministry = resolve("工业和信息化部", "全国").id
    assert len(counterparts(store, [ministry])) == 5
    store.remove(make_id("Plan", "洛阳市", "甲"))
    assert named(counterparts(store, [ministry])) == [
        ("安庆市", "市经济和信息化局", "below"), ("安阳市", "市工业和信息化局", "below"),
    ]  # fmt: skip


def test_successions_need_both_bodies(store):
    assert successions(store)[["name", "region", "new", "year"]].values.tolist() == [
        ["市经济和信息化委员会", "洛阳市", "市工业和信息化局", 2018]
    ]
    store.remove(make_id("Plan", "洛阳市", "甲"))
    assert successions(store).empty
