"""Each rule of the audit with what it finds and what it leaves alone."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from graph.model.schema import BASES, ROLES
from graph.stores.embedded.store import EmbeddedStore
from queries import RULES, audit, catalogue
from queries.audit import first_sentence
from queries.consistency import CHECKS

#: Rule, number, part of every finding in the plan of 洛阳市.
FOUND = {
    "no_owner": {("二/（五）/专栏1", 1), ("三/（一）", 1)},
    "only_collective": {("二/（二）", 2)},
    "several_leads": {("二/（三）", 1)},
    "no_lead": {("二/（二）", 1), ("二/（二）", 2), ("二/（四）/1", 1)},
    "open_ended": {("二/（二）", 1)},
    "unread_trigger": {("一", None), ("三/（一）", 1)},
}


def test_the_rules_are_those_of_the_catalogue():
    assert set(RULES) == {*FOUND, *CHECKS, "override"}
    assert set(FOUND) <= set(catalogue())
    assert all(name == rule.name for name, rule in RULES.items())


@pytest.mark.parametrize("rule", FOUND)
def test_a_rule_finds_what_it_should_and_nothing_else(sample_store, rule):
    found = audit(sample_store, rules=[rule], region="洛阳")
    assert set(zip(found["number"], found["part"], strict=True)) == FOUND[rule]
    assert set(found["rule"]) == {rule} and set(found["region"]) == {"洛阳市"}
    assert len(found) == len(FOUND[rule])


def test_a_plan_in_order_has_no_findings(sample_store):
    assert audit(sample_store, plan="数字车间").empty


def test_findings_come_rule_by_rule_in_document_order(sample_store):
    found = audit(sample_store, today="2999-01-01")
    assert list(dict.fromkeys(found["rule"])) == [*FOUND, "due_past", "target_without_owner"]
    assert found[found["rule"] == "no_lead"]["number"].tolist() == ["二/（二）", "二/（二）", "二/（四）/1"]
    assert audit(sample_store, rules=["open_ended", "no_owner"])["rule"].tolist() == ["no_owner"] * 2 + ["open_ended"]


def test_a_finding_shows_the_sentence_and_who_is_concerned(sample_store):
    found = audit(sample_store).to_dict("records")
    shown = {(row["rule"], row["number"]): (row["agencies"], row["sentence"], row["severity"]) for row in found}
    assert shown["no_owner", "二/（五）/专栏1"] == ([], "重点工程", "error")
    assert shown["no_owner", "三/（一）"] == ([], "各园区每年培训一次；", "error")
    assert shown["several_leads", "二/（三）"] == (
        ["市发展和改革委员会", "市商务局"],
        "市发展和改革委员会、商务局牵头负责",
        "warning",
    )
    assert shown["no_lead", "二/（四）/1"] == (["市交通运输局", "市公安局"], "以上任务由各有关单位负责", "warning")
    assert shown["unread_trigger", "一"] == ([], "各责任单位要高度重视。", "notice")
    assert shown["unread_trigger", "三/（一）"] == ([], "由培训机构牵头组织。", "warning")


def test_an_unread_word_outside_tasks_has_no_task(sample_store):
    columns = ["number", "word", "reason", "title"]
    found = audit(sample_store, rules=["unread_trigger"])
    assert found[columns].values.tolist() == [
        ["一", "责任单位", "称呼，不指明单位", None],
        ["三/（一）", "牵头", None, "加强培训"],
    ]
    assert [id is None for id in found["task_id"]] == [True, False]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("basis", BASES)
def test_who_counts_as_a_lead(tmp_path, draft, role, basis):
    plan = draft("洛阳市试验方案", "洛阳市", "市", "a.txt")
    plan.task(plan.section("一", "任务"), "一/1", "试验", "试验。", [(role, "市财政局", "负责", basis, False)])
    store = EmbeddedStore(tmp_path / "lead.lbug")
    store.load([plan.graph])
    # The one unit of X负责 leads: nobody else could be asked. A unit of a plain list does not.
    leads = role == "lead" and basis in ("explicit", "rule", "sole")
    assert audit(store, rules=["no_lead"])["number"].tolist() == ([] if leads else ["一/1"])
    assert audit(store, rules=["no_owner"]).empty
    store.close()


@pytest.mark.parametrize(
    ("text", "title", "sentence"),
    [
        ("（一）加强培训\n每年一次。记录。", "加强培训", "每年一次。"),
        ("加强培训。每年一次。", "加强培训", "每年一次。"),
        ("加强培训，每年一次。记录。", "加强培训", "加强培训，每年一次。"),
        ("（一）加强培训", "加强培训", "（一）加强培训"),
        ("", "加强培训", "加强培训"),
    ],
)
def test_thefirst_sentence_says_more_than_the_heading(text, title, sentence):
    assert first_sentence(text, title) == sentence


def test_an_unknown_rule_region_or_plan_is_refused(sample_store):
    for limits in ({"rules": ["no_owners"]}, {"region": "洛扬市"}, {"plan": "红色园区"}):
        with pytest.raises(UnknownNameError) as caught:
            audit(sample_store, **limits)
        assert caught.value.nearest
