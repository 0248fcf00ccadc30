"""What a name means in a plan of a region: region, official name, level, kind and the reason that is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.agencies.resolve import agency_region, resolve


@pytest.mark.parametrize(
    ("name", "plan", "region", "canonical", "level", "kind"),
    [
        ("工信局", "洛阳市", "洛阳市", "市工业和信息化局", "市", "body"),
        ("省财政厅", "栾川县", "河南省", "省财政厅", "省", "body"),
        ("县政府", "栾川县", "栾川县", "栾川县人民政府", "区县", "government"),
        ("市委", "洛阳市", "洛阳市", "中共洛阳市委员会", "市", "body"),
        ("团市委", "洛阳市", "洛阳市", "共青团洛阳市委员会", "市", "organisation"),
        ("各有关部门", "洛阳市", "洛阳市", "各有关部门", "市", "collective"),
        ("南昌海关", "江西省", "南昌市", "中华人民共和国南昌海关", "市", "office"),
        ("市发改委", "全国", "全国", "市发展和改革委员会", "市", "body"),
    ],
)
def test_a_name_in_its_plan(name: str, plan: str, region: str, canonical: str, level: str, kind: str) -> None:
    found = resolve(name, plan)
    assert (found.region, found.canonical, found.level, found.kind) == (region, canonical, level, kind)
    assert agency_region(name, plan) == region


def test_the_reason_names_the_rule() -> None:
    assert resolve("市财政局", "栾川县").basis == "级别词市，在栾川县方案中指洛阳市"
    assert resolve("工信局", "洛阳市").basis == "无级别词，随方案地区；工信局 即 市工业和信息化局"


@given(st.text("省市县区委局部财政发改工信人民府税务各有关（）中共洛阳", max_size=12))
def test_any_name_resolves_and_its_official_name_is_among_its_aliases(name: str) -> None:
    found = resolve(name, "洛阳市")
    assert found.name == name
    assert {name, found.canonical} <= set(found.aliases)
