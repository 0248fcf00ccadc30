"""Names of a question become bodies of the plans in question, or a refusal that says why not."""

from __future__ import annotations

import pytest

from queries.answers.answer import Refusal
from queries.answers.binding import bind_agencies, near_bodies
from queries.answers.form import Form
from queries.answers.mentions import find_agencies
from queries.answers.tokens import Question


def bound(session, text, regions=()):
    form, facts = Form(regions=list(regions)), session.facts
    scope = facts.of_regions(regions) if regions else facts
    bind_agencies(form, facts, Question(text), find_agencies(text, facts.named(text)), scope)
    return [(slot.written, sorted(slot.ids)) for slot in form.agencies]


def test_a_name_without_place_means_the_bodies_of_every_plan(session):
    assert bound(session, "市财政局") == [("市财政局", ["湘潭市", "衡阳市"])]
    assert bound(session, "市财政局", ["衡阳市"]) == [("市财政局", ["衡阳市"])]
    assert bound(session, "衡阳市公安局和财政局") == [("衡阳市公安局", ["衡阳市"]), ("财政局", ["衡阳市"])]


@pytest.mark.parametrize(
    ("text", "why"),
    [("衡阳市财政厅", "wrong_level"), ("湘潭市公安局", "not_in_region"), ("成都市财政局", "region_not_loaded")],
)
def test_a_name_that_nobody_bears_is_refused_with_the_reason(session, text, why):
    with pytest.raises(Refusal) as refused:
        bound(session, text)
    assert refused.value.why == why


def test_the_nearest_bodies_are_those_of_the_region(session):
    assert near_bodies(session.facts, "市财局", "衡阳市", session.facts) == ["市财政局"]
