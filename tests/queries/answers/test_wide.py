"""Many plans: looked up by the words of a question, and answered as few plans are."""

from __future__ import annotations

import pytest

from queries.answers import Session, wide
from queries.answers.facts import Facts
from queries.answers.wide import WideFacts, facts_of, runs

QUESTIONS = [
    "市财政局牵头哪些任务", "市工信局负责什么", "布局起降场地由谁负责", "哪些任务没人管", "哪些任务涉及水泥行业",
    "市财政局和市交通运输局共同负责哪些任务", "到2027年有哪些目标", "有多少项任务", "市数据局和市公安局谁任务多",
    "哪些任务的责任单位没有列完", "市水利厅负责什么", "第二章第一条由谁负责", "安全监管谁来管", "没有财政局参与的任务有哪些",
    "水泥行业任务由谁负责", "市财政局负责的水泥行业任务", "市交通运输局和谁合作", "市交通运输局不牵头的任务", "市公安局独家负责的任务",
    "市数据局牵头、市公安局配合的任务", "衡阳和湘潭谁的任务多", "市商务局牵头哪些任务", "哪些方案提到水泥行业",
    "哪些方案没有提到市财政局", "哪几个市有市财政局的任务", "哪些行业没有牵头单位", "市财政局在哪些章节有任务", "哪几章提到水泥行业",
    "哪些单位牵头任务最多", "任务最少的单位是哪家", "哪些任务没有牵头单位", "没有牵头单位的任务有多少项", "水泥行业没有牵头单位的任务", "2026年底前要完成哪些任务",
    "2026年上半年要完成哪些任务", "市财政局2026年要完成哪些任务", "2026年到期的任务由哪些单位牵头", "2031年要完成哪些任务", "谁从不牵头", "从不牵头的单位有多少家",
    "哪些单位同时牵头和配合", "有多少家单位同时牵头和配合", "哪些任务既有牵头单位又有配合单位", "既有牵头单位又有配合单位的任务有多少项", "哪些任务有配合单位但没有牵头单位",
    "哪些任务只有一家负责", "只有一家负责的任务有多少项", "市数据局牵头但市公安局不参与的任务", "市财政局和谁一起负责任务", "市财政局和市数据局比谁牵头的任务多",
    "哪些方案有没有牵头单位的任务", "哪个市没人管的任务最多", "哪个单位2026年到期的任务最多", "哪些方案有没人管的任务", "哪些方案提到直播带货", "哪些方案有2026年的目标", "有哪些方案", "哪个行业任务最多", "哪个市任务最多",
]  # fmt: skip


@pytest.fixture(scope="module")
def many(session):
    """The same plans, taken for many."""
    asked = Session(session.store)
    asked.facts = WideFacts(session.store, session.facts.plans)
    return asked


@pytest.mark.parametrize("question", QUESTIONS)
def test_many_plans_answer_as_few(session, many, question):
    assert isinstance(many.facts, WideFacts)
    assert type(session.facts) is Facts
    ours, theirs = session.ask(question).to_json(), many.ask(question).to_json()
    for answer in (ours, theirs):
        answer["rows"] = sorted(answer["rows"], key=repr)
        answer["suggest"] = sorted(answer["suggest"])
    assert theirs == ours


@pytest.mark.parametrize(
    "question, name",
    [
        ("哪些单位牵头任务最多", "agency_loads"),
        ("哪些任务没有牵头单位", "unled_tasks"),
        ("哪些任务没人管", "unowned_tasks"),
        ("哪些任务只有一家负责", "single_owner"),
        ("2026年底前要完成哪些任务", "due_between"),
        ("谁从不牵头", "never_in_roles"),
    ],
)
def test_what_the_engine_can_tell_is_not_fetched_whole(session, question, name, monkeypatch):
    fetched = []

    def noted(store, name, **params):
        fetched.append(name)
        return records(store, name, **params)

    records = wide.records
    monkeypatch.setattr(wide, "records", noted)
    asked = Session(session.store)
    asked.facts = WideFacts(session.store, session.facts.plans, whole=True)
    answer, expected = asked.ask(question).to_json(), session.ask(question).to_json()
    assert sorted(answer["rows"], key=repr) == sorted(expected["rows"], key=repr)
    assert answer["winner"] == expected["winner"]
    assert name in fetched
    assert "tasks" not in vars(asked.facts) and not any("tasks" in vars(part) for part in asked.facts.parts.values())


@pytest.mark.parametrize("question", QUESTIONS)
def test_even_the_plans_of_few_regions_answer_as_few(session, question, monkeypatch):
    monkeypatch.setattr(wide, "_FEW", 0)
    asked = Session(session.store)
    asked.facts = WideFacts(session.store, session.facts.plans, whole=True)
    ours, theirs = session.ask(question).to_json(), asked.ask(question).to_json()
    for answer in (ours, theirs):
        answer["rows"] = sorted(answer["rows"], key=repr)
        answer["suggest"] = sorted(answer["suggest"])
    assert theirs == ours


def test_few_plans_are_read_whole(session):
    plans = list(session.facts.plans)
    assert type(facts_of(session.store, plans)) is Facts
    assert isinstance(facts_of(session.store, plans * 20), WideFacts)
    assert type(facts_of(session.store, plans * 20).of_regions(["衡阳市"])) is Facts


def test_runs_do_not_cross_what_is_taken():
    assert runs("甲乙\0丙丁 戊", 2) == ["甲乙", "丙丁"]


def test_only_what_all_agencies_share_is_fetched_where_that_is_asked(many):
    together = many.ask("市财政局和市交通运输局共同负责哪些任务")
    assert [(row["region"], row["number"]) for row in together.rows] == [
        ("衡阳市", "二/（一）/1"),
        ("衡阳市", "三/（二）"),
    ]
    apart = many.ask("市财政局和市交通运输局谁任务多")
    assert [(side["region"], side["name"], side["number"]) for side in apart.rows] == [
        ("湘潭市", "市财政局", 2), ("衡阳市", "市财政局", 2), ("衡阳市", "市交通运输局", 3),
    ]  # fmt: skip
