"""Names and ids: agencies are taken by any name that means them."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries import lookups
from queries.agencies import agency_tasks


def test_agencies_are_named_as_people_name_them(sample_store):
    ours = agency_tasks(sample_store, "市工信局", region="洛阳")["task_id"].tolist()
    assert sorted(lookups.owned_ids(sample_store, "洛阳市工信局")["task_id"]) == sorted(ours)
    assert sorted(lookups.owned_tasks(sample_store, "工信局", region="洛阳")["task_id"]) == sorted(ours)
    roles = {role: len(lookups.owned_tasks(sample_store, "工信局", role=role)) for role in ("牵头", "co_own", "配合")}
    assert roles == {"牵头": 3, "co_own": 1, "配合": 0}
    for ask in (lookups.owned_ids, lookups.owned_tasks, lookups.agency_plans, lookups.same_agencies):
        with pytest.raises(UnknownNameError):
            ask(sample_store, "市火星局")


def test_a_role_is_one_that_there_is(sample_store):
    with pytest.raises(UnknownNameError):
        lookups.owned_tasks(sample_store, "工信局", role="旁观")


def test_an_agency_that_answers_for_a_target_is_told_apart(sample_store):
    found = lookups.named_agencies(sample_store, "市工业和信息化局")[["plan_region", "used", "task"]]
    assert found.values.tolist() == [
        ["洛阳市", "市工业和信息化局", True],
        ["石家庄市", "市工业和信息化局", False],
        ["石家庄市", "市工业和信息化局", True],
        ["石家庄市", "市工信局", True],
    ]


def test_industries_are_found_by_wider_ones(sample_store):
    narrow, wide = (lookups.concerned_tasks(sample_store, name)["task_id"].tolist() for name in ("水泥", "建材"))
    assert narrow == wide and len(wide) == 1
    assert lookups.task_industries(sample_store, *wide)["name"].tolist() == ["水泥"]
    assert lookups.concerned_tasks(sample_store, "钢铁").empty
