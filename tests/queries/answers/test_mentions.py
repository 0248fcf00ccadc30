"""Agencies and regions in the words of a question."""

from __future__ import annotations

import pytest

from queries.answers.mentions import (
    find_agencies,
    find_regions,
    level_of,
    spellings_of_governments,
    unknown_name,
    within,
)

TAX = {
    "id": "t", "name": "国家税务总局洛阳市税务局", "used": "洛阳市税务局", "aliases": None, "kind": "body",
    "region": "洛阳市", "plan_region": "洛阳市",
}  # fmt: skip
COLLECTIVE = {
    "id": "c", "name": "市区两级有关部门", "used": "市区两级有关部门", "aliases": None, "kind": "collective",
    "region": "湘潭市", "plan_region": "湘潭市",
}  # fmt: skip
SPECIAL = {
    "id": "s", "name": "湘潭市老旧小区焕新专班", "used": "市焕新专班", "aliases": ["焕新专班"], "kind": "group",
    "region": "湘潭市", "plan_region": "湘潭市",
}  # fmt: skip


def found(text, rows=()):
    return [(text[name.start : name.end], name.name, name.level, name.place) for name in find_agencies(text, rows)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("洛阳市工信局牵头什么", [("洛阳市工信局", "工信局", "", "洛阳市")]),
        ("洛阳工信局牵头什么", [("洛阳工信局", "工信局", "", "洛阳市")]),
        ("市财政局和市公安局", [("市财政局", "财政局", "市", None), ("市公安局", "公安局", "市", None)]),
        ("安庆发改牵头", [("安庆发改", "发改", "", "安庆市")]),
        ("央行负责什么", [("央行", "人民银行", "", None)]),
        ("谁负责", []),
    ],
)
def test_a_body_is_found_by_any_spelling_with_its_place(text, names):
    assert found(text) == names


def test_names_of_the_store_are_found_and_the_longest_wins():
    assert found("市焕新专班负责什么", [SPECIAL]) == [("市焕新专班", "市焕新专班", "", None)]
    whole = ("国家税务总局洛阳市税务局", "国家税务总局洛阳市税务局", "", None)
    assert found("国家税务总局洛阳市税务局的任务", [TAX]) == [whole]
    assert found("只写区两级有关部门的任务", [COLLECTIVE]) == [("区两级有关部门", "区两级有关部门", "", None)]


def test_a_name_means_the_body_of_the_plan_that_is_asked():
    (name,) = find_agencies("市焕新专班", [SPECIAL])
    assert (name.ids("湘潭市", "市"), name.ids("", None)) == ({"s"}, frozenset())
    (stem,) = find_agencies("发改", [])
    (office,) = find_agencies("市发改委", [])
    assert stem.ids("洛阳市", "市") > office.ids("洛阳市", "市")


def test_regions_outside_of_names():
    text = "洛阳市财政局和河南省"
    assert find_regions(text, [(0, 6)]) == [("河南省", 7, 10)]


@pytest.mark.parametrize(
    ("text", "name"), [("星际探索局", "星际探索局"), ("云泽办公室", "云泽办公室"), ("负责什么", None)]
)
def test_what_ends_like_a_body_may_be_one(text, name):
    assert unknown_name(text) == name


def test_a_county_lies_within_a_city_that_has_a_plan():
    assert within("栾川县", ["洛阳市"]) and not within("栾川县", ["全国", "安庆市"])


def test_a_level_word_that_is_left_out_behind_a_place_is_added():
    row = {
        "id": "a",
        "name": "市人行",
        "used": "市人行",
        "region": "三明市",
        "kind": "body",
        "aliases": [],
        "plan_region": "三明市",
    }
    assert [(name.name, name.place, name.rows) for name in find_agencies("三明人行负责什么", [row])] == [
        ("人行", "三明市", (row,))
    ]
    assert find_agencies("人行负责什么", [row]) == []


def test_governments_are_known_with_and_without_the_people():
    assert spellings_of_governments("各乡镇人民政府、县政府") == ("各乡镇政府、县政府", "各乡镇人民政府、县人民政府")


def test_the_level_of_a_place_is_that_of_the_gazetteer():
    assert [level_of(place) for place in ("洛阳市", "河南", "火星市", None)] == ["市", "省", None, None]
