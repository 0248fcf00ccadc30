"""Which 鼓楼区 a plan is for."""

from __future__ import annotations

import pytest

from graph.agencies.namesakes import leading_namesakes, which_namesake

NAMESAKES = leading_namesakes("鼓楼区绿色园区实施方案")


@pytest.mark.parametrize(
    ("number", "province", "text", "city"),
    [
        ("宁鼓政办〔2025〕1号", "宁夏回族自治区", "", "南京市"),
        ("徐鼓政办〔2025〕1号", None, "", "徐州市"),
        ("闽鼓政办〔2025〕1号", "福建省", "", "福州市"),
        ("苏鼓政办〔2025〕1号", "江苏省", "", None),
        ("苏鼓政办〔2025〕1号", "江苏省", "报徐州市人民政府", "徐州市"),
        (None, None, "南京市的鼓楼区", "南京市"),
        (None, None, "开封鼓楼区人民政府，对接南京市", "开封市"),
        (None, None, "对接南京市、徐州市", None),
        (None, None, "落实福建省要求", "福州市"),
        (None, None, "鼓楼区人民政府", None),
        ("鼓政办〔2025〕1号", None, "", None),
    ],
)
def test_number_and_text_tell_which(number, province, text, city):
    found = which_namesake(NAMESAKES, number, text, province=province)
    assert (found and found.parent) == city


@pytest.mark.parametrize("text", ["", "洛阳市方案", "南京市鼓楼区方案", "涧西区方案", "绿色园区方案"])
def test_a_name_that_one_region_bears_has_no_namesakes(text):
    assert leading_namesakes(text) == ()
