"""The question of the catalogue and the command that say the same."""

from __future__ import annotations

import pytest

from queries.answers.answer import Answer
from queries.answers.command import with_command
from queries.answers.form import AgencySlot, Form

FINANCE = AgencySlot(written="财政局", place=None, ids={"衡阳市": frozenset({"a"})}, names={"a": "衡阳市财政局"})


def command(form, kind="tasks"):
    answer = with_command(Answer("？", kind), form)
    return answer.query, dict(answer.parameters), answer.command


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            Form(agencies=[FINANCE], roles={"lead"}),
            ("agency_tasks", {"agencies": ["a"], "region": "衡阳市"}, "zerentu agency 衡阳市财政局 --region 衡阳市 --role lead"),
        ),
        (Form(owners="none"), ("no_owner", {}, "zerentu query no_owner")),
        (
            Form(owners="no_lead", regions=["衡阳市"]),
            ("no_lead", {"region": "衡阳市"}, "zerentu query no_lead -p region=衡阳市"),
        ),
        (Form(open_ended=True), ("open_ended", {}, "zerentu query open_ended")),
        (
            Form(industries=["水泥"], regions=["衡阳市"]),
            ("industry_tasks", {"industry": "水泥", "region": "衡阳市"}, "zerentu industry 水泥 --region 衡阳市"),
        ),
        (
            Form(industries=["水泥 熟料"]),
            ("industry_tasks", {"industry": "水泥 熟料"}, "zerentu industry '水泥 熟料'"),
        ),
        (
            Form(ask="targets", due=2027, target_kind="quantitative"),
            ("targets", {"due": 2027, "kind": "quantitative"}, "zerentu targets --due 2027 --kind quantitative"),
        ),
    ],
)  # fmt: skip
def test_what_a_command_can_say_is_said(form, said):
    assert command(form) == said


@pytest.mark.parametrize(
    "form",
    [
        Form(agencies=[FINANCE], path=["二"]),
        Form(agencies=[FINANCE], roles={"lead", "support"}),
        Form(agencies=[FINANCE, FINANCE]),
        Form(owners="none", regions=["衡阳市", "湘潭市"]),
        Form(owners="single"),
        Form(ask="targets", words="航线"),
        Form(plans=["低空物流发展实施方案"], owners="none"),
    ],
)
def test_what_no_command_can_say_has_none(form):
    assert command(form) == (None, {}, None)


def test_a_refusal_has_no_command():
    assert command(Form(owners="none"), kind="refused") == (None, {}, None)
