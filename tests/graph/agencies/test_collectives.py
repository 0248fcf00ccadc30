"""Collectives of local governments, expanded from the gazetteer."""

from __future__ import annotations

import pytest

from graph.agencies.collectives import expand

SANYA = ["海棠区人民政府", "吉阳区人民政府", "天涯区人民政府", "崖州区人民政府"]


@pytest.mark.parametrize(
    "name", ["各县（市、区）人民政府", "各区县政府", "各县（市、区）", "各市、县〔区〕人民政府", "各区人民政府"]
)
def test_counties_of_a_city(name: str) -> None:
    assert list(expand(name, "三亚市")) == SANYA


def test_cities_of_a_province() -> None:
    found = expand("各设区市政府", "江西省")
    assert [name.removesuffix("市人民政府") for name in found] == [
        "南昌", "景德镇", "萍乡", "九江", "新余", "鹰潭", "赣州", "吉安", "宜春", "抚州", "上饶",
    ]  # fmt: skip


def test_cities_and_counties_of_a_province() -> None:
    found = expand("各市、县（区）人民政府", "江西省")
    assert {"赣州市人民政府", "婺源县人民政府"} <= set(found)
    assert not any("赣江新区" in name for name in found)


def test_counties_of_a_municipality_hang_directly_below() -> None:
    assert {"渝中区人民政府", "城口县人民政府"} <= set(expand("各区县政府", "重庆市"))


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("各有关部门", "三亚市"),
        ("市政府", "三亚市"),
        ("各县（市、区）人民政府", "火星市"),
        ("各银行机构", "三亚市"),
        ("各区县政府", "象州县"),
    ],
)
def test_nothing_else_is_expanded(name: str, region: str) -> None:
    assert expand(name, region) == ()
