"""Roles that a question names or denies, and whose they are."""

from __future__ import annotations

import pytest

from queries.answers.form import AgencySlot, Form
from queries.answers.mentions import NamedAgency
from queries.answers.roles import read_roles
from queries.answers.tokens import Question

BODIES = ("财政局", "公安局")


def read(text):
    """Return the roles of a question, those that it denies, and those of each of its agencies."""
    question = Question(text)
    starts = [(text.index(body), body) for body in BODIES if body in text]
    named = [NamedAgency(at, at + len(body), body, "", None) for at, body in starts]
    for name in named:
        question.take(name.start, name.end)
    form = Form(agencies=[AgencySlot(written=name.name, place=None, ids={}, names={}) for name in named])
    read_roles(form, question, named)
    own = [(slot.written, slot.roles and set(slot.roles), set(slot.without)) for slot in form.agencies]
    return form.roles, form.without_roles, own


@pytest.mark.parametrize(
    ("text", "roles", "denied"),
    [
        ("财政局牵头哪些任务", {"lead"}, set()),
        ("财政局不牵头哪些任务", set(), {"lead"}),
        ("财政局从未配合的任务", set(), {"support"}),
        ("tasks that 财政局 does not lead", set(), {"lead"}),
        ("财政局负责哪些任务", set(), set()),
        ("财政局牵头或配合的任务", {"lead", "support"}, set()),
    ],
)
def test_a_negation_in_front_denies_the_role(text, roles, denied):
    assert read(text) == (roles, denied, [("财政局", None, set())])


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("财政局牵头、公安局配合的任务", [("财政局", {"lead"}, set()), ("公安局", {"support"}, set())]),
        ("财政局牵头、公安局不牵头的任务", [("财政局", {"lead"}, set()), ("公安局", set(), {"lead"})]),
        ("财政局牵头，没有公安局的任务", [("财政局", {"lead"}, set()), ("公安局", set(), {"any"})]),
    ],
)
def test_agencies_with_roles_of_their_own_keep_them(text, own):
    roles, denied, found = read(text)
    assert (roles, denied) == (set(), set())
    assert [(name, set(each or ()), without) for name, each, without in found] == own


def test_a_role_behind_a_joined_pair_is_that_of_both():
    assert read("财政局和公安局牵头的任务") == ({"lead"}, set(), [("财政局", None, set()), ("公安局", None, set())])
