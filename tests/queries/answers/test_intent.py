"""What a form asks for."""

from __future__ import annotations

import pytest

from queries.answers.answer import Refusal
from queries.answers.form import AgencySlot, Form
from queries.answers.intent import settle
from queries.answers.tokens import Question

FINANCE = AgencySlot(written="财政局", place=None, ids={"衡阳市": frozenset("a")}, names={"a": "衡阳市财政局"})
POLICE = AgencySlot(written="公安局", place=None, ids={"衡阳市": frozenset("b")}, names={"b": "衡阳市公安局"})


def asked(form, text):
    question = Question(text)
    question.read_words()
    settle(form, question)
    return form


@pytest.mark.parametrize(
    ("form", "text", "slots"),
    [
        (Form(agencies=[FINANCE]), "负责哪些任务", {"ask": "tasks"}),
        (Form(words="资金统筹"), "由谁牵头", {"ask": "agencies", "words": "资金统筹"}),
        (Form(words="资金统筹"), "牵头单位", {"ask": "agencies", "words": "资金统筹", "return_roles": ["lead"]}),
        (Form(owners="none"), "没有责任单位的任务", {"ask": "tasks", "owners": "none"}),
        (Form(agencies=[FINANCE], count="tasks"), "有多少项任务", {"ask": "number", "count": "tasks"}),
        (Form(regions=["衡阳市"]), "有哪些目标", {"ask": "targets", "regions": ["衡阳市"]}),
        (
            Form(agencies=[FINANCE, POLICE], compare=True, pick="max"),
            "谁的任务多",
            {"ask": "compare", "pick": "max"},
        ),
        (
            Form(agencies=[FINANCE]),
            "和哪些单位合作",
            {"ask": "agencies", "partners": True},
        ),
        (Form(), "哪些任务既有牵头单位又有配合单位", {"ask": "tasks", "has_roles": ["lead", "support"]}),
        (Form(), "哪些任务有牵头单位和配合单位", {"ask": "tasks", "has_roles": ["lead", "support"]}),
        (
            Form(owners="no_lead"),
            "哪些任务有配合单位",
            {"ask": "tasks", "owners": "no_lead", "has_roles": ["support"]},
        ),
        (Form(), "哪些任务有配合单位", {"ask": "tasks", "roles": ["support"]}),
        (
            Form(roles={"lead", "support"}),
            "哪些单位同时牵头和配合",
            {
                "ask": "agencies",
                "roles": ["lead", "support"],
                "return_roles": ["lead", "support"],
                "has_roles": ["lead", "support"],
            },
        ),
        (Form(agencies=[FINANCE]), "没有出现的任务", {"ask": "tasks", "without_agency": True}),
    ],
)
def test_the_first_rule_that_fits_decides(form, text, slots):
    shown = asked(form, text).shown()
    shown.pop("agencies", None)
    assert shown == slots


@pytest.mark.parametrize(
    ("form", "text", "why"),
    [
        (Form(), "谁", "nonsense"),
        (Form(), "今天", "nonsense"),
        (Form(roles={"lead"}), "牵头", "nonsense"),
        (Form(words="企业"), "要负责什么", "unknown_agency"),
        (Form(agencies=[FINANCE], roles={"lead"}), "牵头并且有配合单位的任务", "not_understood"),
        (
            Form(roles={"lead", "support"}, compare=True, pick="max", by_agency=True),
            "哪个单位同时牵头和配合的任务最多",
            "not_understood",
        ),
        (Form(regions=["衡阳市"], count="tasks"), "谁有多少任务", "not_understood"),
    ],
)
def test_what_asks_for_nothing_is_refused(form, text, why):
    with pytest.raises(Refusal) as refused:
        asked(form, text)
    assert refused.value.why == why
