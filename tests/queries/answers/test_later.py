"""Patterns that wait for a text that they may match."""

from __future__ import annotations

import re

import pytest

from queries.answers.later import Later

MADE: list[str] = []


def half() -> str:
    MADE.append("half")
    return "(?P<which>[上下])半年"


@pytest.fixture(autouse=True)
def forget():
    MADE.clear()


def test_it_is_made_once_and_only_for_a_text_that_holds_a_word_it_needs():
    later = Later(half, "半年", "半载")
    assert later.search("全年") is None and later.match("全年") is None and later.fullmatch("全年") is None
    assert list(later.finditer("全年")) == later.findall("全年") == [] and later.sub("", "全年") == "全年"
    assert MADE == []
    assert later.search("到上半年")["which"] == "上" and later.fullmatch("下半年")["which"] == "下"
    assert later.match("上半年") and later.match("到上半年") is None
    assert later.findall("上半年、下半年") == ["上半年", "下半年"] and later.sub("半年", "上半年末") == "半年末"
    assert MADE == ["half"]


def test_without_words_every_text_is_looked_at_with_its_flags():
    later = Later(lambda: "半 年  # 半年", flags=re.VERBOSE)
    assert later.search("上半年")[0] == "半年" and later.search("全年") is None
