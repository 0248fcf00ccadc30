"""Which names in a list get back the level word that its first member carries."""

from __future__ import annotations

import pytest

from graph.agencies.names import (
    department_like,
    restores_level,
    self_contained,
)


@pytest.mark.parametrize(
    "name",
    [
        "工业和信息化局",
        "财政局",
        "生态环境厅",
        "发改委",
        "人行",
        "银保监分局",
        "投资集团",
        "网信办",
        "市场监管局",
        "税务局",
        "乡村振兴局",
    ],
)
def test_a_list_restores_the_level_of_departments(name: str) -> None:
    assert restores_level(name)


@pytest.mark.parametrize(
    "name",
    [
        "国家税务总局洛阳市税务局",
        "人民银行洛阳中心支行",
        "国网石家庄供电公司",
        "重庆海关",
        "遂宁海关",
        "江西银保监局",
        "象州公路养护中心",
        "中国移动",
        "西永综合保税区管委会",
        "保税港区管委会",
        "各有关部门",
        "团省委",
        "明星电力公司",
        "省财政厅",
        "市税务局",
        "人行浙江省分行",
        "国家能源局",
        "税务总局",
        "浙江日报报业集团",
    ],
)
def test_a_list_leaves_others_as_they_are(name: str) -> None:
    assert not restores_level(name)


def test_self_contained_knows_the_counties_of_the_plan() -> None:
    assert self_contained("资源公路中心", "资源县")
    assert not self_contained("资源公路中心")
    assert department_like("公路养护局")
