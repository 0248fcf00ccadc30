"""Rows for what holds tasks or targets: plans, regions, industries, chapters."""

from __future__ import annotations

from queries.answers.form import Form
from queries.answers.groups import groups_of, holders_of_all, sides_of
from queries.answers.wide import WideFacts


def test_each_holder_counts_what_fits_and_shows_the_first(session):
    tasks = [task for task in session.facts.tasks if task.region == "衡阳市" and not task.owners]
    [row] = groups_of(Form(held="sections"), session.facts, tasks, ())
    assert row | {"plan_id": "", "source": ""} == {
        "region": "衡阳市", "plan": "衡阳市低空物流发展实施方案", "section": "二", "heading": "重点任务", "source": "", "plan_id": "",
        "number": "二/（二）/2", "title": "推广农业植保", "text": "2.推广农业植保。鼓励合作社购买服务。", "quote": None, "line": 12, "tasks": 1,
    }  # fmt: skip


def test_targets_are_counted_in_the_place_of_tasks(session):
    targets = [row for row in session.facts.targets if row["due"] == 2027]
    rows = groups_of(Form(held="plans"), session.facts, (), targets)
    assert [(row["region"], row["targets"], row["title"]) for row in rows] == [
        ("湖南省", 1, "行政村光纤通达率"),
        ("衡阳市", 2, "低空物流航线"),
    ]


def test_those_that_lack_something_are_the_others_of_the_scope(session):
    tasks = [task for task in session.facts.tasks if task.region == "衡阳市"]
    rows = groups_of(Form(held="regions", lacks=True), session.facts, tasks, ())
    assert rows == [{"region": "湖南省", "plans": 1}, {"region": "湘潭市", "plans": 1}]
    assert groups_of(Form(held="regions", lacks=True, level="市"), session.facts, tasks, ()) == [rows[1]]


def test_many_plans_count_as_few(session):
    wide = WideFacts(session.store, session.facts.plans)
    for held in ("plans", "regions", "industries", "sections"):
        form = Form(held=held)
        assert holders_of_all(form, wide) == holders_of_all(form, session.facts)
        assert sides_of(form, wide, None) == sides_of(form, session.facts, None)


def test_sides_that_hold_nothing_count_nothing(session):
    sides = sides_of(Form(held="plans"), session.facts, [])
    assert [(side["region"], side["number"]) for side in sides] == [("湖南省", 0), ("湘潭市", 0), ("衡阳市", 0)]
    assert sides_of(Form(held="industries"), session.facts, []) == []
