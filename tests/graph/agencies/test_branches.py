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


@pytest.mark.parametrize(
    ("name", "here", "province", "line"),
    [
        ("人行洛阳分行", "洛阳市", "河南", "人民银行"),
        ("洛阳中心支行", "洛阳市", "河南", "人民银行"),
        ("洛阳外汇局", "洛阳市", "河南", "外汇"),
        ("洛阳银保监分局", "洛阳市", "河南", "银保监"),
        ("河南证监局", "河南省", "河南", "证监"),
        ("洛阳金融监管分局", "洛阳市", "河南", "金融监管"),
        ("河南能源监管办", "河南省", "河南", "能源监管"),
        ("省电力公司", "河南省", "河南", "电力"),
        ("洛阳电信分公司", "洛阳市", "河南", "中国电信"),
        ("河南海事局", "河南省", "河南", "海事"),
        ("洛阳调查队", "洛阳市", "河南", "统计调查"),
        ("武警洛阳支队", "洛阳市", "河南", "武警"),
        ("郑州铁路局", "郑州市", "河南", "铁路局"),
        ("民航河南安全监管局", "河南省", "河南", "民航"),
        ("国家粮食和物资储备局河南局", "河南省", "河南", "粮食储备"),
        ("国家矿山安全监察局河南局", "河南省", "河南", "矿山安全"),
    ],
)
def test_every_functional_line_is_found_by_its_words(name: str, here: str, province: str, line: str) -> None:
    found = branch(name, find(here), province)
    assert found is not None and found.functional_line == line
