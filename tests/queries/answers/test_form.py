"""The slots of a question."""

from __future__ import annotations

import pytest

from queries.answers.form import AgencySlot, Form

FINANCE = AgencySlot(
    written="财政局", place=None, roles=frozenset({"lead"}), without=frozenset({"support"}),
    ids={"衡阳市": frozenset({"a"}), "": frozenset({"b", "a"})}, names={"a": "衡阳市财政局", "b": "青溪镇财政所"},
)  # fmt: skip


def test_only_filled_slots_are_shown():
    form = Form(
        ask="number",
        regions=["衡阳市", ""],
        agencies=[FINANCE],
        roles={"support", "lead"},
        path=["二", "（三）"],
        top=0,
    )
    assert form.shown() == {
        "ask": "number",
        "regions": ["衡阳市"],
        "agencies": [
            {
                "written": "财政局", "regions": ["衡阳市"], "roles": ["lead"], "without_roles": ["support"],
                "names": ["衡阳市财政局", "青溪镇财政所"],
            }
        ],
        "roles": ["lead", "support"],
        "number": "二/（三）",
    }  # fmt: skip
    assert Form().shown() == {"ask": "tasks"}


def test_inherited_roles_are_wanted_or_excluded_or_not_spoken_of():
    assert [Form(inherited=value).shown().get("inherited") for value in (True, False, None)] == [True, None, None]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (Form(roles={"lead"}), False),
        (Form(open_ended=True), False),
        (Form(regions=["衡阳市"]), True),
        (Form(due=2027), True),
        (Form(boxes=True), True),
    ],
)
def test_a_role_alone_names_nothing(form, names):
    assert form.has_names() is names


def test_a_name_can_mean_a_body_of_each_region():
    assert FINANCE.all_ids == {"a", "b"}
