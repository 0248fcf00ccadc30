"""What the plans of a store say, fetched once and for the plans in question."""

from __future__ import annotations

import pytest

from queries.answers.facts import records


@pytest.fixture(scope="module")
def hunan(session):
    """The facts of the province's plan."""
    return session.facts.of_regions(["湖南省"])


def test_facts_of_regions_are_those_of_their_plans(session, hunan):
    assert session.facts.regions == ["湖南省", "湘潭市", "衡阳市"]
    assert (hunan.regions, len(hunan.ids)) == (["湖南省"], 1)
    assert session.facts.of_regions(["湖南省", "湖南省"]) is hunan


def test_tasks_come_in_document_order_with_their_owners(hunan):
    assert [(task.row["number"], [(owner.name, owner.role) for owner in task.owners]) for task in hunan.tasks] == [
        ("二/（一）", [("省通信管理局", "lead"), ("省财政厅", "support")]),
        ("二/（二）", [("省商务厅", "co_own"), ("省农业农村厅", "co_own")]),
        ("二/（三）", [("省水利厅", "lead"), ("省发展和改革委员会", "support"), ("省财政厅", "support")]),
        ("三/（一）", [("省财政厅", "lead")]),
    ]


def test_targets_and_titles_are_those_of_the_plans(hunan):
    assert [(row["section"], row["value"], row["unit"]) for row in hunan.targets] == [("一", 99.0, "%")]
    assert hunan.titles_in("") == ["升级乡村网络", "培育农村电商", "推进智慧水利", "加强资金统筹"]
    assert hunan.names_in("")[4:] == [row["metric"] for row in hunan.targets]
    assert hunan.section_titles("") == ["总体目标", "重点任务", "保障措施"]


def test_bodies_are_told_by_region_of_the_plan(session, hunan):
    (finance,) = [key for key, name in hunan.bodies["湖南省"].items() if name == "省财政厅"]
    assert session.facts.bodies_among([finance, "nobody"]) == {
        "湖南省": {finance: "省财政厅"},
        "湘潭市": {},
        "衡阳市": {},
    }
    assert [used for used, _ in hunan.body_names()] == [
        "省通信管理局", "省财政厅", "省商务厅", "省农业农村厅", "省水利厅", "省发展和改革委员会",
    ]  # fmt: skip


def test_industries_of_tasks_with_what_they_belong_to(session):
    facts = session.facts.of_regions(["衡阳市"])
    named = {task.row["number"]: facts.industries[task.id] for task in facts.tasks if task.id in facts.industries}
    assert {number: "水泥" in names for number, names in named.items()} == {"二/（二）/3": True}
    assert "水泥" in facts.industry_names()


def test_tasks_are_called_by_words_of_their_titles(hunan):
    assert [task.row["number"] for task in hunan.called("智慧水利")] == ["二/（三）"]
    assert hunan.called("夜间巡逻") == []


def test_records_are_plain_rows(session):
    assert [row["region"] for row in records(session.store, "plan_list")] == ["湖南省", "湘潭市", "衡阳市"]


def test_texts_are_looked_through_for_words(session):
    assert [session.facts.of_regions([region]).says("直播带货") for region in ("湖南省", "衡阳市")] == [True, False]
