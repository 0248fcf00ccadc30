from __future__ import annotations

import pytest

from viz.initials import initials, search_initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("工业和信息化局", "gyhxxhj"),
        ("市工信局", "sgxj"),
        ("发展和改革委员会", "fzhggwyh"),
        ("重庆市", "cqs"),
        ("厦门市", "xms"),
        ("长沙市", "css"),
        ("中国人民银行", "zgrmyh"),
        ("西藏自治区", "xzzzq"),
        ("濮阳市", "pys"),
        ("漯河市", "lhs"),
        ("各县（市、区）", "gx（s、q）"),
        ("5G办", "5gb"),
        ("", ""),
    ],
)
def test_first_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_what_stands_within_another_is_not_said_twice() -> None:
    assert search_initials(["市工信局", "工信局", "市工业和信息化局"]) == ["sgyhxxhj", "sgxj"]
    assert search_initials([]) == search_initials(["5g"]) == []
