"""What the words in a name say of it."""

from __future__ import annotations

import pytest

from graph.agencies import name_patterns as patterns


@pytest.mark.parametrize(
    ("name", "word"), [("市财政局", "市"), ("自治区财政厅", "自治区"), ("省委宣传部", "省"), ("市级财政局", "市级")]
)
def test_a_name_may_start_with_a_level_word(name: str, word: str) -> None:
    assert patterns.level_prefix().match(name)[0] == word


@pytest.mark.parametrize("name", ["市场监管局", "财政局"])
def test_a_name_that_starts_with_none(name: str) -> None:
    assert patterns.level_prefix().match(name) is None


@pytest.mark.parametrize("name", ["市委", "省委员会", "地委", "自治区党委"])
def test_party_committees(name: str) -> None:
    assert patterns.committee().match(name) is not None


@pytest.mark.parametrize(
    "name", ["各有关部门", "市直部门", "乡镇政府", "县（市、区）政府", "县级以上地方人民政府", "市州政府"]
)
def test_names_of_groups(name: str) -> None:
    assert patterns.plural().search(name) is not None


@pytest.mark.parametrize("name", ["市财政局", "城关街道", "县医院"])
def test_names_of_one_body(name: str) -> None:
    assert patterns.plural().search(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("市河长", "post"), ("市残联", "organisation"), ("团市委", "organisation"), ("市城投集团", "enterprise")],
)
def test_the_kind_that_a_name_says(name: str, kind: str) -> None:
    assert next(each for each, pattern in patterns.kinds() if pattern.search(name)) == kind


@pytest.mark.parametrize(
    ("name", "town"), [("坪山街道", "坪山"), ("城关镇人民政府", "城关"), ("石桥乡", "石桥"), ("市财政局", None)]
)
def test_street_offices_towns_and_townships(name: str, town: str | None) -> None:
    found = patterns.township().match(name)
    assert (found["name"] if found else None) == town
