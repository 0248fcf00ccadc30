"""Branches of national bodies: one official name however a plan writes them, and what only looks like one."""

from __future__ import annotations

import pytest

from graph.agencies.branches import branch
from graph.agencies.regions import find


@pytest.mark.parametrize(
    ("name", "here", "province", "official"),
    [
        ("市税务局", "洛阳市", "河南", "国家税务总局洛阳市税务局"),
        ("洛阳海关", "洛阳市", "河南", "中华人民共和国洛阳海关"),
        ("人行洛阳中心支行", "洛阳市", "河南", "中国人民银行洛阳中心支行"),
        ("供电公司", "洛阳市", "河南", "国网洛阳供电公司"),
        ("广州供电局", "广州市", "广东", "广州供电局"),
        ("洛阳移动公司", "洛阳市", "河南", "中国移动洛阳分公司"),
        ("省金融监管局", "浙江省", "浙江", None),
        ("市财政局", "洛阳市", "河南", None),
        ("省海关", "河南省", "河南", None),
        ("南昌海关", "洛阳市", "河南", None),
    ],
)
def test_official_names(name: str, here: str, province: str, official: str | None) -> None:
    found = branch(name, find(here), province)
    assert (found.official if found else None) == official


def test_a_branch_keeps_its_functional_line_and_what_plans_call_it() -> None:
    found = branch("税务局", find("洛阳市"), "河南")
    assert (found.functional_line, found.aliases) == ("税务", ("洛阳市税务局", "税务局"))
