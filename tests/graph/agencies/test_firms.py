"""Firms and banks: the whole firm, its branches by place, and what only looks like one."""

from __future__ import annotations

import pytest

from graph.agencies.firms import firm, firm_branch
from graph.agencies.regions import find


@pytest.mark.parametrize(
    ("name", "official"),
    [("中石化集团", "中国石油化工集团有限公司"), ("国开行", "国家开发银行"), ("洛阳银行", None), ("移动办公", None)],
)
def test_whole_firms(name: str, official: str | None) -> None:
    assert firm(name) == official


@pytest.mark.parametrize(
    ("name", "here", "official"),
    [
        ("工行洛阳分行", "洛阳市", "中国工商银行洛阳分行"),
        ("省农发行", "河南省", "中国农业发展银行河南省分行"),
        ("工行栾川支行", "栾川县", "中国工商银行栾川支行"),
        ("中石化洛阳石油分公司", "洛阳市", "中国石化洛阳石油分公司"),
        ("中国移动通信集团河南有限公司洛阳分公司", "洛阳市", "中国移动洛阳分公司"),
        ("工行安庆分行", "洛阳市", None),
        ("洛阳邮政", "洛阳市", None),
        ("工行", "洛阳市", None),
    ],
)
def test_branches(name: str, here: str, official: str | None) -> None:
    found = firm_branch(name, find(here), "河南")
    assert (found.official if found else None) == official
