"""Committees of zones: one official name for every spelling; zones of another place and of their own name are left alone."""

from __future__ import annotations

import pytest

from graph.agencies.regions import find
from graph.agencies.zones import zone_committee


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("市高新区管委会", "洛阳高新技术产业开发区管理委员会"),
        ("洛阳国家高新区", "洛阳高新技术产业开发区管理委员会"),
        ("洛阳自贸区管委会", "中国（河南）自由贸易试验区洛阳片区管理委员会"),
        ("自贸区开封片区管委会", None),
        ("安庆高新区管委会", None),
        ("伊滨区管委会", None),
    ],
)
def test_zone_committees(name: str, official: str | None) -> None:
    assert zone_committee(name, find("洛阳市"), "河南") == official
