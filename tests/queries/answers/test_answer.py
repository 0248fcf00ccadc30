"""An answer as plain values, and a refusal with its reason."""

from __future__ import annotations

import pytest

from queries.answers.answer import Answer, Refusal


def test_an_answer_tells_every_part_of_itself():
    answer = Answer(
        question="谁牵头", kind="agencies", rows=({"agency": "市财政局", "role": "lead"},), understood={"ask": "agencies"},
        instead={"support": 2}, suggest=("市公安局",), query="tasks", parameters={"region": "衡阳市"}, command="zerentu plans",
    )  # fmt: skip
    assert answer.to_json() == {
        "question": "谁牵头", "understood": True, "answer": "agencies", "reading": {"ask": "agencies"},
        "rows": [{"agency": "市财政局", "role": "lead"}], "number": None, "winner": [], "why": None, "instead": {"support": 2},
        "suggest": ["市公安局"], "query": "tasks", "parameters": {"region": "衡阳市"}, "command": "zerentu plans",
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "understood"), [("refused", False), ("none", True), ("number", True)])
def test_only_a_refusal_was_not_understood(kind, understood):
    assert Answer("谁牵头", kind).to_json()["understood"] is understood


def test_a_refusal_says_why_and_what_can_be_asked():
    refusal = Refusal("unknown_agency", suggest=("市财政局",), detail="市财经局")
    assert (refusal.why, refusal.suggest, refusal.detail) == ("unknown_agency", ["市财政局"], "市财经局")
