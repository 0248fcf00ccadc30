"""What the audit counts, asked one by one: of all plans, of a region, of a plan."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries import findings

#: Number paths of each region's tasks.
NUMBERS = {
    "no_owner": {"洛阳市": ["二/（五）/专栏1", "三/（一）"], "石家庄市": []},
    "only_collective": {"洛阳市": ["二/（二）"], "石家庄市": []},
    "no_lead": {"洛阳市": ["二/（二）", "二/（二）", "二/（四）/1"], "石家庄市": []},
    "several_leads": {"洛阳市": ["二/（三）"], "石家庄市": []},
    "single_owner": {"洛阳市": ["二/（一）/2"], "石家庄市": ["一/2"]},
    "open_ended": {"洛阳市": ["二/（二）"], "石家庄市": []},
    "unread_trigger": {"洛阳市": ["一", "三/（一）"], "石家庄市": []},
}


@pytest.mark.parametrize("name", NUMBERS)
def test_tasks_of_a_region_and_of_its_plan(sample_store, name):
    ask = getattr(findings, name)
    found = {region: ask(sample_store, region=region)["number"].tolist() for region in ("洛阳市", "石家庄市")}
    assert found == NUMBERS[name]
    assert ask(sample_store, plan="绿色园区")["number"].tolist() == NUMBERS[name]["洛阳市"]
    assert len(ask(sample_store)) == sum(map(len, NUMBERS[name].values()))
    with pytest.raises(UnknownNameError):
        ask(sample_store, region="北京市")


def test_what_nobody_answers_for_is_told_without_the_plans_too(sample_store):
    assert sorted(findings.unowned_tasks(sample_store)["number"]) == sorted(findings.no_owner(sample_store)["number"])


def test_groups_and_leads_of_a_region(sample_store):
    owners = findings.co_owners(sample_store, region="石家庄")[["number", "owners"]].values.tolist()
    assert owners == [["一/1", 3], ["一/2", 1]]
    leads = findings.plan_leads(sample_store, region="石家庄")[["region", "tasks", "led", "written"]]
    assert leads.values.tolist() == [["石家庄市", 2, 2, 1]]
    assert findings.industries_without_lead(sample_store, region="石家庄").values.tolist() == []
    with pytest.raises(UnknownNameError):
        findings.plan_leads(sample_store, region="北京市")
