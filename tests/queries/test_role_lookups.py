"""Owners apart from tasks: together they are what the two asked for at once are."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries import role_lookups
from queries.lookups import owned_tasks, owners_of_tasks, tasks_by_id
from queries.tasks import tasks
from queries.work import shared_tasks

ROLE = ["task_id", "agency_id", "agency", "agency_kind", "role", "basis", "inherited", "quote", "ordinal"]


def test_owners_and_tasks_apart_are_those_together(sample_store):
    ids = tasks(sample_store)["task_id"].tolist()
    whole = owners_of_tasks(sample_store, *ids)
    owned = whole[whole["agency_id"].notna()]
    apart = role_lookups.roles_of_tasks(sample_store, *ids)
    assert sorted(apart[ROLE].values.tolist()) == sorted(owned[ROLE].values.tolist())
    assert len(owned) > len(set(owned["task_id"])) and len(whole) > len(owned)
    lines = role_lookups.task_lines(sample_store, *ids)
    assert lines.values.tolist() == tasks_by_id(sample_store, *ids)[list(lines.columns)].values.tolist()


def test_roles_of_an_agency_are_its_own_and_those_beside_it_everybodys(sample_store):
    own = role_lookups.roles_of_agencies(sample_store, "市工信局", region="洛阳")
    known = owned_tasks(sample_store, "市工信局", region="洛阳")
    assert sorted(own[ROLE].values.tolist()) == sorted(known[ROLE].values.tolist())
    led = role_lookups.roles_of_agencies(sample_store, "市工信局", region="洛阳", role="牵头")
    assert led["role"].tolist() == ["lead"]
    beside = role_lookups.roles_beside_agencies(sample_store, "市工信局", region="洛阳")
    every = owners_of_tasks(sample_store, *own["task_id"])
    assert sorted(beside[ROLE].values.tolist()) == sorted(every[ROLE].values.tolist())
    assert set(own["agency_id"]) < set(beside["agency_id"])


def test_who_is_not_there_is_nobody(sample_store):
    for ask in (role_lookups.roles_of_agencies, role_lookups.roles_beside_agencies):
        with pytest.raises(UnknownNameError):
            ask(sample_store, "市火星局")
    assert role_lookups.roles_of_tasks(sample_store, "task-0000000000000000").empty
    assert role_lookups.task_lines(sample_store).empty


def test_what_several_hold_is_what_two_share(sample_store):
    shared = shared_tasks(sample_store, "市工信局", "市财政局", region="洛阳")["task_id"].tolist()
    assert role_lookups.held_by_several(sample_store, "市工信局", "市财政局", region="洛阳")[
        "task_id"
    ].tolist() == sorted(shared)
    assert role_lookups.held_by_several(sample_store, "市工信局", "市工信局", region="洛阳").empty
