"""A slot or a word that the answer would not depend on is refused."""

from __future__ import annotations

import pytest

from queries.answers.answer import Refusal
from queries.answers.form import AgencySlot, Form
from queries.answers.guard import refuse_unheard
from queries.answers.tokens import Question

HERE = AgencySlot(written="财政局", place=None, ids={"衡阳市": frozenset("a")}, names={"a": "衡阳市财政局"})
ALSO_HERE = AgencySlot(written="公安局", place=None, ids={"衡阳市": frozenset("b")}, names={"b": "衡阳市公安局"})


def unheard(form, text, *, words=True):
    """Return what is refused of a question, or None."""
    question = Question(text)
    if words:
        question.read_words()
    try:
        refuse_unheard(form, question)
    except Refusal as refusal:
        return (refusal.why, refusal.detail)
    return None


@pytest.mark.parametrize(
    ("form", "text", "detail"),
    [
        (Form(ask="tasks", target_kind="quantitative"), "定量的任务", "定量"),
        (Form(ask="targets", boxes=True), "专栏里的目标", "专栏"),
        (Form(ask="tasks"), "财政局以外的任务", "以外"),
        (Form(ask="tasks"), "2028年的任务", "2028"),
        (Form(ask="tasks"), "责任部门最多的任务", "部门最多的任务"),
        (Form(ask="agencies", regions=["衡阳市", "湘潭市"]), "两市都提到的单位", "都提到的单位"),
        (Form(ask="tasks", roles={"lead", "support"}), "既牵头又配合的任务", "既…又…"),
        (Form(ask="tasks"), "没有牵头的任务", "没有"),
        (Form(ask="tasks", agencies=[HERE, ALSO_HERE]), "财政局和公安局的任务", "财政局、公安局"),
        (Form(ask="number", regions=["衡阳市", "湘潭市"]), "两市各有多少任务", "各"),
    ],
)
def test_what_would_go_unheard_is_told(form, text, detail):
    assert unheard(form, text) == ("not_understood", detail)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form(ask="tasks", agencies=[HERE]), "财政局的任务"),
        (Form(ask="tasks", agencies=[HERE], without_roles={"lead"}), "财政局不牵头的任务"),
        (Form(ask="tasks", agencies=[HERE, ALSO_HERE]), "财政局和公安局共同负责的任务"),
        (
            Form(ask="agencies", partners=True, agencies=[HERE], pick="max", top=1, compare=True),
            "和财政局合作最多的单位",
        ),
        (Form(ask="agencies", regions=["衡阳市"]), "都提到的单位"),
    ],
)
def test_what_the_answer_depends_on_is_heard(form, text):
    assert unheard(form, text) is None
