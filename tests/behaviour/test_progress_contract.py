"""What offices report outlives whatever happens to their plans, whatever engine is behind the store."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest

from graph.errors import SchemaError, StoreError
from graph.model.frames import by_plan, to_frames
from graph.model.identity import make_id
from graph.model.progress import ProgressReport
from graph.model.rows import plan_of
from graph.model.split import split


@pytest.fixture
def store(any_store):
    return any_store


@pytest.fixture
def plan(sample_graph):
    """A plan whose reports are still to come."""
    graph = sample_graph()
    graph.remove_nodes_from([key for key, label in graph.nodes(data="label") if label == "Progress"])
    return graph


def content(graph):
    return by_plan(to_frames(graph))


def task_id(graph, number):
    return make_id("Task", plan_of(graph), f"一/（一）/{number}")


def agency_id(graph, name):
    return next(key for key, data in graph.nodes(data=True) if data.get("name") == name)


def report(graph, number=1, agency="市工业和信息化局", **said):
    filled = {"said": "已完成选址。", "state": "under_way", "share": 40.0, "updated": "2026-03-31", **said}
    return ProgressReport(
        **{
            "task_id": task_id(graph, number), "plan_id": plan_of(graph),
            "agency_id": agency_id(graph, agency), "agency": agency, "person": "王强", "phone": "0371-1234",
            "quarters": ("2026Q1 完成选址",), "file": "工信局.xlsx", "sheet": "任务", "row": 3 + number, **filled,
        }
    )  # fmt: skip


def add(store, *reports, imported="2026-04-02"):
    return store.add_progress(reports, imported=imported)


def held(store):
    """Each report with who reported it and the task it is about."""
    rows = store.rows(
        "MATCH (p:Progress) OPTIONAL MATCH (a:Agency)-[:REPORTED]->(p) OPTIONAL MATCH (p)-[:REPORTS_ON]->(t:Task) "
        "RETURN p.said AS said, p.`order` AS place, p.imported AS imported, a.name AS agency, t.id AS task ORDER BY place"
    )
    return [tuple(row) for row in rows.itertuples(index=False)]


def test_a_report_is_kept_as_it_was_given(store, plan):
    store.load([plan])
    one = report(plan)
    assert add(store, one).added == [one.id]
    [[node]] = store.answer("MATCH (p:Progress) RETURN p AS p ORDER BY p.id").frame().to_numpy().tolist()
    assert node == {
        "label": "Progress", "id": one.id, "plan_id": plan_of(plan), "task_id": one.task_id, "number": "一/（一）/1",
        "title": "改造第1批炉窑", "agency_id": one.agency_id, "agency": "市工业和信息化局", "said": "已完成选址。",
        "state": "under_way", "share": 40.0, "person": "王强", "phone": "0371-1234", "updated": "2026-03-31",
        "quarters": ["2026Q1 完成选址"], "imported": "2026-04-02", "order": 1, "file": "工信局.xlsx", "sheet": "任务", "row": 4,
    }  # fmt: skip
    assert held(store) == [("已完成选址。", 1, "2026-04-02", "市工业和信息化局", one.task_id)]


def test_reports_add_up_and_none_twice(store, plan):
    store.load([plan])
    first, second = report(plan), report(plan, said="已开工。", share=60)
    add(store, first)
    before = content(store.graph())
    again = add(store, replace(first, file="汇总.csv", row=90), imported="2026-05-01")
    assert (again.added, again.known) == ([], [first.id])
    assert content(store.graph()) == before
    more = add(store, first, second, second, imported="2026-05-01")
    assert (more.added, more.known) == ([second.id], [first.id, second.id])
    assert [row[:3] for row in held(store)] == [("已完成选址。", 1, "2026-04-02"), ("已开工。", 2, "2026-05-01")]


def test_what_a_sheet_leaves_open_stays_open(store, plan):
    store.load([plan])
    nobody = replace(report(plan), agency_id="", agency="", person="", phone="", updated="", quarters=(), share=None)
    stranger = replace(report(plan, said="代报。"), agency_id="agency-0", agency="某中心")
    add(store, nobody, stranger)
    assert [row[3] for row in held(store)] == [None, None]
    rows = store.rows(
        "MATCH (p:Progress) RETURN p.agency AS agency, p.share AS share, p.updated AS updated ORDER BY p.`order`"
    )
    assert rows.values.tolist() == [[None, None, None], ["某中心", 40.0, "2026-03-31"]]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ({"task_id": "task-0"}, "工信局.xlsx 任务 第 5 行：图库里没有任务 task-0；请先载入它的方案，或重新下发表格"),
        ({"plan_id": "plan-0"}, "不属于方案 plan-0"),
        ({"share": 130}, "工信局.xlsx 任务 第 5 行：完成比例是 130；请填 0 到 100 之间的百分数"),
    ],
    ids=["task", "plan", "share"],
)
def test_one_bad_report_and_nothing_is_written(store, plan, spoil, said):
    store.load([plan])
    with pytest.raises(SchemaError) as refused:
        add(store, report(plan), replace(report(plan, 2), **spoil))
    assert said in refused.value.zh
    assert held(store) == []


def test_reports_survive_the_same_plan_loaded_again(store, plan):
    store.load([plan])
    add(store, report(plan), report(plan, 2))
    before = content(store.graph())
    result = store.load([plan])
    assert (result.unchanged, result.outcomes[0].astray) == ([plan_of(plan)], ())
    assert content(store.graph()) == before


def test_reports_follow_their_task_into_a_new_version(store, plan):
    store.load([plan])
    add(store, report(plan), report(plan, 2))
    before = held(store)
    new = plan.copy()
    new.nodes[task_id(plan, 1)].update(number="一/（一）/7", text="改写了的原文。", order=9)
    new.remove_edge(agency_id(plan, "市工业和信息化局"), task_id(plan, 1), key="LEADS")
    assert store.load([new]).outcomes[0].astray == ()
    assert held(store) == before


def test_reports_whose_task_is_gone_stay_and_are_told(store, plan):
    store.load([plan])
    gone, stays = report(plan, 2), report(plan)
    add(store, gone, stays)
    new = plan.copy()
    new.remove_node(gone.task_id)
    assert store.load([new]).outcomes[0].astray == (gone.id,)
    assert [row[4] for row in held(store)] == [None, stays.task_id]
    assert store.load([new]).outcomes[0].astray == ()
    # The task comes back, and its report with it.
    store.load([plan])
    assert [row[4] for row in held(store)] == [gone.task_id, stays.task_id]


def test_reports_follow_a_plan_that_gets_another_id(store, plan):
    """As where the draft had no 文号: the ids of plan and tasks change, and the words of the tasks do not."""
    draft = plan.copy()
    draft.nodes[plan_of(plan)].update(draft=True)
    store.load([draft])
    add(store, report(plan), report(plan, 2, "市行业协会"))
    final = nx.relabel_nodes(
        plan, {key: f"{key}0" for key in plan if plan.nodes[key].get("plan_id") or key == plan_of(plan)}
    )
    for key, data in final.nodes(data=True):
        data["id"] = key
        if "plan_id" in data:
            data["plan_id"] += "0"
    # The only body of the old version that the new one does not name.
    final.remove_node(agency_id(plan, "市行业协会"))
    [outcome] = store.load([final]).outcomes
    assert (outcome.state, outcome.astray) == ("replaced", ())
    assert [row[3:] for row in held(store)] == [
        ("市工业和信息化局", f"{task_id(plan, 1)}0"),
        ("市行业协会", f"{task_id(plan, 2)}0"),
    ]
    assert store.rows("MATCH (p:Progress) RETURN DISTINCT p.plan_id AS plan").values.tolist() == [[plan_of(final)]]
    assert store.rows(
        "MATCH (a:Agency)-[:`IN`]->(r:Region) WHERE a.name = '市行业协会' RETURN r.name AS region"
    ).values.tolist() == [["石家庄市"]]


def test_removing_a_plan_takes_its_reports(store, plan, sample_graph):
    other = sample_graph("洛阳市")
    store.load([plan, other])
    add(store, report(plan))
    store.remove(plan_of(plan))
    assert content(store.graph()) == content(other)


def test_a_copy_brings_the_reports_and_takes_none_away(store, plan, tmp_path):
    from graph.stores.embedded.store import EmbeddedStore

    store.load([plan])
    add(store, report(plan))
    with EmbeddedStore(tmp_path / "copy.lbug") as copy:
        copy.load([plan])
        add(copy, report(plan, 2))
        copy.load(list(split(store.graph()).values()), editions="exact")
        assert sorted(row[4] for row in held(copy)) == sorted([task_id(plan, 1), task_id(plan, 2)])
        copy.load(list(split(store.graph()).values()), editions="exact")
        assert len(held(copy)) == 2


def test_a_store_to_read_takes_no_reports(store, plan, opened, engine, tmp_path):
    from graph.stores.embedded.store import EmbeddedStore

    store.load([plan])
    reader = opened(read_only=True) if engine else EmbeddedStore(tmp_path / "库 存.lbug", read_only=True)
    with reader, pytest.raises(StoreError):
        add(reader, report(plan))
