from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.targets.quantities import find_quantities
from ingest.targets.units import normalise_unit


def read(text: str) -> list[list[tuple[float, str | None, str | None]]]:
    return [[(q.value, q.unit, q.comparator) for q in run] for run in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("产量达到1.8亿吨", [[(1.8, "亿吨", None)]]),
        ("装机5000千瓦", [[(5000, "千瓦", None)]]),
        ("推广万种产品", [[(10000, "种", None)]]),
        ("服务1,000户以上", [[(1000, "户", ">=")]]),
        ("100余家", [[(100, "家", ">=")]]),
        ("价格降至25元/千克以下", [[(25, "元/千克", "<=")]]),
        ("占比80‰左右", [[(80, "‰", "~")]]),
        ("提高0.5个百分点", [[(0.5, "个百分点", None)]]),
        ("百分之五十", [[(50, "%", None)]]),
        ("三分之一以上", [[(1 / 3, None, ">=")]]),
        ("一半以上", [[(0.5, None, ">=")]]),
        ("比例缩小到1.5∶1左右", [[(1.5, "∶1", "~")]]),
        ("翻两番", [[(2, "番", None)]]),
        ("实现翻番", [[(1, "番", None)]]),
        ("用户数超10万，", [[(10, "万", None)]]),
        ("产粮500亿斤以上", [[(500, "亿斤", ">=")]]),
        ("三百二十家", [[(320, "家", None)]]),
        ("十余家", [[(10, "家", ">=")]]),
        ("服务百万户居民", [[(100, "万户", None)]]),
    ],
)
def test_numbers_and_units(text: str, runs: object) -> None:
    assert read(text) == runs


@pytest.mark.parametrize(
    "text",
    ["前30位", "第3批", "5G", "PM2.5", "L3", "十大产业", "一批", "零部件", "万元产值", "5000亿级", "千亿级", "二三十家", "100个基点", "2025年", "二十大", "两个确保", "7×24"],
)  # fmt: skip
def test_numbers_in_names_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_a_list_shares_its_unit_and_what_stands_behind_the_last() -> None:
    assert read("分别在7%、2%以下") == [[(7, "%", "<="), (2, "%", "<=")]]
    assert read("10、20和30个") == [[(10, "个", None), (20, "个", None), (30, "个", None)]]


def test_a_range_is_at_least_and_at_most() -> None:
    assert read("打造3—5个") == [[(3, "个", ">="), (5, "个", "<=")]]
    assert read("削减10%至15%") == [[(10, "%", ">="), (15, "%", "<=")]]


def test_words_between_two_numbers_end_the_list() -> None:
    assert read("企业40户以上，园区6个左右") == [[(40, "户", ">=")], [(6, "个", "~")]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1.8, "亿吨"), (18000, "万吨")),
        ((1, "吉瓦"), (100, "万千瓦")),
        ((15, "亩"), (1, "公顷")),
        ((25, "元/千克"), (2.5, "万元/吨")),
        ((80, "‰"), (8, "%")),
        ((1, "番"), (2, "倍")),
        ((2, "小时"), (120, "分钟")),
        ((1, "万种"), (10000, "种")),
        ((3, "亿千瓦时"), (300, "GWh")),
    ],
)
def test_equal_amounts_compare_equal(one: tuple[float, str], other: tuple[float, str]) -> None:
    value, unit = normalise_unit(*one)
    again, same = normalise_unit(*other)
    assert unit == same
    assert value == pytest.approx(again)


def test_an_unknown_unit_is_left_alone() -> None:
    assert normalise_unit(3, "盏") == (3, "盏")
    assert normalise_unit(3, None) == (3, "")
    assert normalise_unit(3, "千") == (3000, "")


@given(st.integers(1, 999_999), st.sampled_from(["家", "个", "%", "万吨", "亿元", "公里", "万千瓦"]))
def test_what_is_written_is_read(number: int, unit: str) -> None:
    [[quantity]] = find_quantities(f"达到{number}{unit}以上")
    assert (quantity.value, quantity.unit, quantity.comparator) == (number, unit, ">=")


@given(st.text("0123456789.,%个家万亿千百一二十半翻番倍第前约、和至—以上下内左右分之/元吨年余多", max_size=60))
def test_runs_are_in_order_and_apart(text: str) -> None:
    numbers = [quantity for run in find_quantities(text) for quantity in run]
    end = 0
    for quantity in numbers:
        assert end <= quantity.start < quantity.end <= quantity.stop <= len(text)
        end = quantity.stop
