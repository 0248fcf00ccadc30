"""Targets, and who answers for them."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from graph.stores.embedded.store import EmbeddedStore
from queries import subgraph, targets


def owners(rows):
    return {row["metric"]: ([owner["name"] for owner in row["owners"]], row["inherited"]) for row in rows}


def test_targets_come_with_who_answers_for_them(sample_store):
    assert owners(targets(sample_store).to_dict("records")) == {
        "园区面貌": ([], False),
        "锅炉改造数": (["市工业和信息化局", "市财政局", "市生态环境局"], False),
        "绿色企业": (["市工业和信息化局", "市科技局"], False),
        "新能源车占比": (["市交通运输局", "市公安局"], True),
        "数字车间": (["市工业和信息化局"], False),
    }


def test_a_target_is_told_in_full(sample_store):
    [row] = targets(sample_store, due=2024).to_dict("records")
    expected = {
        "region": "洛阳市",
        "plan": "洛阳市绿色园区实施方案",
        "section": "二/（四）",
        "metric": "新能源车占比",
        "kind": "quantitative",
        "change": "level",
        "comparator": "~",
        "value": 60.0,
        "unit": "%",
        "due": 2024,
        "due_derived": None,
        "baseline": None,
        "text": "新能源车占比达到60%左右",
        "task_id": None,
        "source": "lvse.txt",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["owners"][0] == {"name": "市交通运输局", "role": "co_own", "basis": "listed", "inherited": True}


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, ["园区面貌", "锅炉改造数", "绿色企业", "新能源车占比", "数字车间"]),
        ({"due": 2025}, ["园区面貌", "锅炉改造数", "绿色企业"]),
        ({"due": 2026}, []),
        ({"kind": "qualitative"}, ["园区面貌"]),
        ({"agency": "市工信局"}, ["锅炉改造数", "绿色企业", "数字车间"]),
        ({"agency": "市公安局"}, ["新能源车占比"]),
        ({"agency": "市商务局"}, []),
        ({"region": "石家庄市"}, ["数字车间"]),
        ({"plan": "绿色园区", "due": 2024}, ["新能源车占比"]),
    ],
)
def test_targets_can_be_narrowed(sample_store, limits, expected):
    assert targets(sample_store, **limits)["metric"].tolist() == expected


def test_a_section_answers_only_through_owners_that_all_its_tasks_inherit(tmp_path, draft):
    plan = draft("洛阳市试验方案", "洛阳市", "市", "a.txt")
    chapter = plan.section("一", "任务")
    deeper = plan.section("一/（一）", "小节", chapter)
    plan.target(chapter, "一", "试点数", "建成5个试点", value=5.0)
    both = ("co_own", "市财政局", "负责", "listed", True)
    one = ("co_own", "市商务局", "负责", "listed", True)
    own = ("lead", "市审计局", "牵头", "explicit", False)
    plan.task(chapter, "一/1", "甲", "甲。", [own, both, one])
    plan.task(deeper, "一/（一）/1", "乙", "乙。", [both, own])
    store = EmbeddedStore(tmp_path / "section.lbug")
    store.load([plan.graph])
    assert owners(targets(store).to_dict("records")) == {"试点数": (["市财政局"], True)}
    store.close()


def test_an_unknown_agency_is_refused(sample_store):
    with pytest.raises(UnknownNameError):
        targets(sample_store, agency="市气象局")


def test_a_row_of_an_indicator_table_is_answered_for_by_its_own_owners(tmp_path, draft):
    plan = draft("洛阳市试验方案", "洛阳市", "市", "a.txt")
    chapter = plan.section("一", "任务")
    task = plan.task(chapter, "一/1", "甲", "甲。", [("lead", "市审计局", "牵头", "explicit", False)])
    row = ("lead", "市体育局", "责任单位", "sole", False)
    plan.target(task, "一/1", "站点数", "站点数达到5个")
    plan.target(task, "表/1", "步道里程", "步道里程\t30公里", owners=[row])
    with EmbeddedStore(tmp_path / "own.lbug") as store:
        store.load([plan.graph])
        assert owners(targets(store).to_dict("records")) == {
            "站点数": (["市审计局"], False),
            "步道里程": (["市体育局"], False),
        }
        assert targets(store, agency="市体育局")["metric"].tolist() == ["步道里程"]
        drawn = subgraph(store, agency="市体育局")
        assert {data.get("metric") for _, data in drawn.nodes(data=True)} >= {"步道里程"}
        assert any(kind == "LEADS" for _, _, kind in drawn.edges(keys=True))


def test_what_was_due_before_a_day(tmp_path, draft):
    plan = draft("洛阳市试验方案", "洛阳市", "市", "a.txt")
    chapter = plan.section("一", "任务")
    for metric, due, by in (("甲", 2025, "2025-06-30"), ("乙", 2025, "2025-12-31"), ("丙", None, None)):
        plan.target(chapter, "一", metric, metric, due=due, due_by=by)
    plan.target(chapter, "一", "丁", "丁", due_derived=2025, due_by="2025-12-31")
    with EmbeddedStore(tmp_path / "due.lbug") as store:
        store.load([plan.graph])
        overdue = {
            day: targets(store, before=day)["metric"].tolist() for day in ("2025-06-30", "2025-07-01", "2026-01-01")
        }
    assert overdue == {"2025-06-30": [], "2025-07-01": ["甲"], "2026-01-01": ["甲", "乙", "丁"]}
