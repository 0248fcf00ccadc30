"""Renames: successors and predecessors with their level word."""

from __future__ import annotations

import pytest

from graph.agencies.bodies import body, national
from graph.agencies.names import canonical, functional_line
from graph.agencies.renames import predecessors, renames, successors
from graph.agencies.resolve import resolve


def test_every_row_names_bodies_that_the_grammar_knows() -> None:
    for is_national, rename in renames():
        for name in (rename.old, rename.new):
            found = national(name) if is_national else body(name)
            assert found is not None, name
            assert found.official == name


def test_years_are_reforms_and_sources_are_given() -> None:
    assert {rename.year for _, rename in renames()} == {2018, 2021, 2023}
    assert all("20" in rename.source for _, rename in renames())


@pytest.mark.parametrize(
    ("old", "new", "year"),
    [
        ("省国土厅", "省自然资源厅", 2018),
        ("县农业局", "县农业农村局", 2018),
        ("市扶贫办", "市乡村振兴局", 2021),
        ("环境保护部", "生态环境部", 2018),
        ("银保监会", "国家金融监督管理总局", 2023),
        ("市公安消防支队", "市消防救援支队", 2018),
        ("省大数据局", "省数据局", 2023),
        ("县乡村振兴局", "县农业农村局", 2023),
    ],
)
def test_successors(old: str, new: str, year: int) -> None:
    assert [(rename.new, rename.year) for rename in successors(old)] == [(new, year)]
    assert canonical(old) in {rename.old for rename in predecessors(new)}


@pytest.mark.parametrize(
    ("old", "region", "new"),
    [
        ("洛阳银保监分局", "洛阳市", "国家金融监督管理总局洛阳监管分局"),
        ("人民银行洛阳中心支行", "洛阳市", "中国人民银行洛阳市分行"),
        ("人民银行郑州中心支行", "河南省", "中国人民银行河南省分行"),
    ],
)
def test_branches_have_successors_too(old: str, region: str, new: str) -> None:
    (rename,) = successors(resolve(old, region).canonical)
    assert (rename.new, rename.year) == (new, 2023)
    assert resolve(rename.new, region).canonical == new


def test_a_body_whose_successors_have_different_names() -> None:
    assert [(rename.new, rename.year) for rename in successors("市经信委")] == [
        ("市工业和信息化局", 2018),
        ("市经济和信息化局", 2018),
    ]


def test_three_bodies_became_one() -> None:
    assert {rename.old for rename in predecessors("市市监局")} == {
        "市工商行政管理局",
        "市质量技术监督局",
        "市食品药品监督管理局",
    }


@pytest.mark.parametrize("name", ["市财政局", "市工信局", "某某办", ""])
def test_bodies_without_a_successor(name: str) -> None:
    assert successors(name) == []


def test_old_and_new_name_share_their_line() -> None:
    assert functional_line("市环保局") == functional_line("市生态环境局")
