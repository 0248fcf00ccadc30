"""Cells that several commands show, in both languages."""

from __future__ import annotations

import pytest

from zerentu.cells import (
    MOST_NAMES,
    industry_words,
    number_cell,
    owners_cell,
    role_cell,
    roles_cell,
    telling_title,
    years_cell,
)


def owner(name: str, role: str) -> dict[str, str]:
    return {"name": name, "role": role}


def test_numbers_and_years() -> None:
    assert number_cell({"number": "二/1", "part": 2, "of": 3}) == "二/1·2"
    assert number_cell({"number": "二/1", "part": 1, "of": 1}) == "二/1"
    assert number_cell({"number": "二/1", "part": 1, "of": None}) == "二/1"
    assert years_cell([2025, 2027]) == "2025、2027"
    assert years_cell([]) == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "牵头·明示*"), ("en", "leads / explicit*")],
)
def test_an_asterisk_marks_an_inherited_role(monkeypatch: pytest.MonkeyPatch, lang: str, said: str) -> None:
    monkeypatch.setenv("ZERENTU_LANG", lang)
    row = {"role": "lead", "basis": "explicit", "inherited": True}
    assert role_cell(row, lang) == said
    assert role_cell({**row, "inherited": False}, lang) == said.removesuffix("*")


def test_owners_stand_role_by_role_and_the_first_few_by_name() -> None:
    owners = [owner("乙局", "support"), owner("甲局", "lead"), owner("丙局", "support")]
    assert owners_cell(owners, None, "zh") == owners_cell(owners[1:2], None, "zh") + "；" + owners_cell(
        [owners[0], owners[2]], None, "zh"
    )
    many = [owner(f"{number}局", "support") for number in range(MOST_NAMES + 2)]
    assert owners_cell(many, None, "zh") == owners_cell(many[:MOST_NAMES], None, "zh") + "等共8个"
    assert owners_cell([], None, "zh") == ""


def test_the_name_of_an_industry_stands_behind_words_that_do_not_hold_it() -> None:
    assert industry_words(["水泥行业", "炼钢"], ["水泥", "钢铁"]) == ["水泥行业", "炼钢（归入钢铁）"]


def test_the_flag_of_an_open_list_stands_on_that_list_only() -> None:
    owners = [owner("甲局", "lead"), {**owner("乙局", "support"), "open_ended": True}, owner("丙局", "support")]
    assert owners_cell(owners, None, "zh") == "牵头：甲局；配合：乙局、丙局［未列尽］"


def test_an_agency_that_is_left_out_of_its_list_leaves_the_flag_there() -> None:
    owners = [owner("甲局", "lead"), owner("乙局", "co_own"), owner("各县", "implement")]
    assert owners_cell(owners, "co_own", "zh") == "牵头：甲局；共同负责：乙局［未列尽］；落实：各县"
    assert owners_cell(owners, "support", "zh") == "牵头：甲局；共同负责：乙局；配合［未列尽］；落实：各县"
    assert owners_cell([], "co_own", "zh") == "共同负责［未列尽］"


def test_a_part_is_told_by_its_first_words_without_signs_before_them() -> None:
    assert telling_title("调控政策", "\n——应急预案方面\n有预案的得2分。") == "调控政策：应急预案方面"


def test_rows_are_counted_by_role_those_led_first() -> None:
    assert (
        roles_cell([owner("甲局", "support"), owner("甲局", "lead"), owner("甲局", "support")], "zh")
        == "牵头 1、配合 2"
    )
