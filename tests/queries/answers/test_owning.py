"""Whether an agency answers for a task, by its roles and by whether they are inherited."""

from __future__ import annotations

import pytest

from queries.answers.form import AgencySlot, Form
from queries.answers.owning import fits, holds, owners_of
from queries.answers.task import Owner, Task

LEAD = Owner("a", "市财政局", "body", "lead", "explicit", False, "市财政局牵头")
HELP = Owner("b", "市民政局", "body", "support", "rule", True, "市民政局配合")
TASK = Task({"task_id": "t", "region": "云泽市", "number": "1"}, (LEAD, HELP))


def slot(key, region="云泽市", **more):
    return AgencySlot(written=key, place=None, ids={region: frozenset(key)}, names={}, **more)


def test_a_name_means_the_bodies_of_the_region_of_the_plan():
    assert owners_of(TASK, slot("a")) == [LEAD]
    assert owners_of(TASK, slot("a", region="洛阳市")) == []


@pytest.mark.parametrize(
    ("asked", "form", "answer"),
    [
        (slot("a"), Form(), True),
        (slot("c"), Form(), False),
        (slot("a"), Form(roles={"lead"}), True),
        (slot("a"), Form(roles={"support"}), False),
        (slot("a"), Form(without_roles={"lead"}), False),
        (slot("a", roles=frozenset({"lead"})), Form(roles={"support"}), True),
        (slot("a", without=frozenset({"lead"})), Form(), False),
        (slot("b"), Form(inherited=True), True),
        (slot("b"), Form(inherited=False), False),
    ],
)
def test_an_agency_holds_a_task_in_the_roles_that_are_asked_for(asked, form, answer):
    assert holds(TASK, asked, form) is answer


def test_an_owner_fits_by_role_and_by_where_it_comes_from():
    assert fits(LEAD, Form(roles={"lead"})) and not fits(HELP, Form(roles={"lead"}))
    assert fits(HELP, Form(inherited=True)) and not fits(LEAD, Form(inherited=True))
