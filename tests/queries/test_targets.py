"""Targets, and who answers for them."""

from __future__ import annotations

import pytest

from graph.embedded import EmbeddedStore
from graph.errors import UnknownNameError
from queries import targets


def owners(rows):
    return {row["metric"]: ([owner["name"] for owner in row["owners"]], row["inherited"]) for row in rows}


def test_targets_come_with_who_answers_for_them(sample_store):
    assert owners(targets(sample_store).to_dict("records")) == {
        "园区面貌": ([], False),
        "锅炉改造数": (["市工业和信息化局", "市财政局", "市生态环境局"], False),
        "绿色企业": (["市工业和信息化局", "市科技局"], False),
        "新能源车占比": (["市交通运输局", "市公安局"], True),
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
        ({}, ["园区面貌", "锅炉改造数", "绿色企业", "新能源车占比"]),
        ({"due": 2025}, ["园区面貌", "锅炉改造数", "绿色企业"]),
        ({"due": 2026}, []),
        ({"kind": "qualitative"}, ["园区面貌"]),
        ({"agency": "市工信局"}, ["锅炉改造数", "绿色企业"]),
        ({"agency": "市公安局"}, ["新能源车占比"]),
        ({"agency": "市商务局"}, []),
        ({"region": "石家庄市"}, []),
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
