"""Numbers in mid-paragraph: where a paragraph is split, and that nothing is lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document.inline_numbers import split_inline
from ingest.language.paragraphs import Paragraph


def split(text: str) -> list[str]:
    return [item.text for item in split_inline(Paragraph(text, ((0, 0),)))]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("（一）甲。做好。（二）乙。做好。", ["（一）甲。做好。", "（二）乙。做好。"]),
        ("1.修桥。2.铺路。3.架灯。", ["1.修桥。", "2.铺路。", "3.架灯。"]),
        ("一、任务1.修桥。2.铺路。", ["一、任务", "1.修桥。", "2.铺路。"]),
        ("①修桥。②铺路。", ["①修桥。", "②铺路。"]),
        ("1.3月底前修桥。2.5个月内铺路。", ["1.3月底前修桥。", "2.5个月内铺路。"]),
        # A number that does not go on from the one before belongs to the sentence.
        ("（一）甲。（三）乙。", ["（一）甲。（三）乙。"]),
        ("见（一）和（二）。", ["见（一）和（二）。"]),
        ("修桥1座。铺路2.5公里。", ["修桥1座。铺路2.5公里。"]),
    ],
)
def test_a_paragraph_is_split_where_its_own_numbers_go_on(text: str, items: list[str]) -> None:
    assert split(text) == items


def test_a_line_of_a_table_is_never_split() -> None:
    row = Paragraph("1.修桥。2.铺路。\t市交通局", ((0, 0),), True)
    assert split_inline(row) == [row]


PIECES = [
    "（一）",
    "（二）",
    "（三）",
    "1.",
    "2.",
    "3.",
    "①",
    "②",
    "一、",
    "二、",
    "修桥。",
    "铺路；",
    "架灯",
    "（市局负责）",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
def test_nothing_is_lost_and_every_item_knows_where_it_stood(text: str) -> None:
    items = split_inline(Paragraph(text, ((0, 5),)))
    assert "".join(item.text for item in items) == text
    at = 5
    for item in items:
        assert item.source(0) == at
        at += len(item.text)
