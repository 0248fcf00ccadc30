"""Where a list of agencies is cut, and what may be a member of it."""

from __future__ import annotations

import pytest

from ingest.language import agency_list_patterns as patterns


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("市财政局和市税务局", ["市财政局", "市税务局"]),
        ("市发展和改革委", ["市发展和改革委"]),
        ("有关部门和单位", ["有关部门和单位"]),
        ("有关部门和各县区", ["有关部门", "各县区"]),
    ],
)
def test_and_cuts_between_members_only(text: str, cuts: list[str]) -> None:
    assert patterns.AND.split(text) == cuts


def test_blanks_and_slashes_cut_behind_a_body() -> None:
    assert patterns.BLANKS.split("市财政局 市税务局/市水利局") == ["市财政局", "市税务局", "市水利局"]
    assert patterns.BLANKS.split("发展 改革") == ["发展 改革"]


@pytest.mark.parametrize("text", ["各市、县、区政府", "各省、自治区、直辖市和新疆生产建设兵团"])
def test_bare_level_words_belong_to_what_ends_the_phrase(text: str) -> None:
    found = patterns.JOINED_LEVELS.search(text)
    assert found is not None
    assert found.start() == 0


@pytest.mark.parametrize("text", ["党委、政府", "市直有关部门、单位", "各盟行政公署、市人民政府"])
def test_pairs_are_one_member(text: str) -> None:
    assert patterns.PAIR.search(text) is not None


@pytest.mark.parametrize("text", ["完成以上任务", "等工作", "市财政局牵头", "30家", "牵头责任单位", "此项由"])
def test_text_that_names_nobody(text: str) -> None:
    assert patterns.NO_NAME.search(text) is not None


@pytest.mark.parametrize("text", ["市财政局", "高等学校", "自由贸易试验区", "初等教育学校"])
def test_text_that_may_be_a_name(text: str) -> None:
    assert patterns.NO_NAME.search(text) is None


def test_a_post_is_a_person_and_its_office_is_a_body() -> None:
    assert patterns.PERSON.search("市教育局局长") is not None
    assert (patterns.PERSON.search("市教育局"), patterns.BODY_END.search("市教育局")[0]) == (None, "局")


def test_what_leads_in_to_a_member_is_no_part_of_it_but_a_place_that_begins_so_is() -> None:
    assert patterns.lead_in().match("此项工作由市财政局")[0] == "此项工作由"
    assert patterns.lead_in().match("和市财政局")[0] == "和"
    assert patterns.lead_in().match("和静县政府") is None


def test_a_member_ends_where_a_mark_or_a_blank_stands() -> None:
    assert patterns.MEMBER_END.split("市财政局、市税务局") == ["市财政局", "市税务局"]
