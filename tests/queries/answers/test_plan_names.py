"""Plans by title and by the short names that people use."""

from __future__ import annotations

import pytest

from queries.answers.plan_names import is_kind, plans_called, short_names

PLANS = [
    {"id": "plan-1", "title": "云泽市低空物流发展实施方案", "region": "云泽市"},
    {"id": "plan-2", "title": "云泽市“十四五”低空物流人才规划（试行）", "region": "云泽市"},
    {"id": "plan-3", "title": "青溪镇夜间巡逻实施方案", "region": None},
]


@pytest.mark.parametrize(
    ("text", "plans", "words"),
    [
        ("云泽市低空物流发展实施方案谁牵头", ["plan-1"], "云泽市低空物流发展实施方案"),
        ("低空物流方案谁牵头", ["plan-1"], "低空物流"),
        ("低空物流人才规划有哪些任务", ["plan-2"], "低空物流人才"),
        ("青溪镇谁负责", ["plan-3"], "青溪镇"),
        ("谁负责", [], ""),
    ],
)
def test_the_longest_name_tells_the_plan(text, plans, words):
    found, span = plans_called(text, PLANS)
    assert [plan["id"] for plan in found] == plans
    assert (text[slice(*span)] if span else "") == words


def test_a_township_is_a_name_where_no_region_is_told():
    names = ["青溪镇夜间巡逻实施方案", "青溪镇夜间巡逻"]
    assert list(short_names("青溪镇夜间巡逻实施方案", None)) == [*names, "青溪镇"]
    assert list(short_names("青溪镇夜间巡逻实施方案", "云泽市")) == names


def test_words_of_the_kind_of_a_document():
    assert is_kind("方案里") and is_kind("规划") and not is_kind("低空方案")
