"""Patterns that wait for a text that they may match."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import queries.answers
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


def test_no_pattern_of_questions_misses_what_it_would_find_for_want_of_a_word():
    tables = sorted(Path(__file__).parent.glob("*questions.tsv"))
    asked = [
        text
        for table in tables
        for line in table.read_text(encoding="utf-8").splitlines()
        for text in line.split(" | ")
    ]
    asked += [
        "top 5 agencies",
        "tasks of q2",
        "chapter 2",
        "section 4",
        "part 3",
        "d-03",
        "序号3",
        "附2/85",
        "二/3",
        "how many targets",
    ]
    modules = [import_module(f"queries.answers.{each.name}") for each in iter_modules(queries.answers.__path__)]
    patterns = {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Later)
    }
    assert len(patterns) > 20
    missed = [
        (name, text)
        for name, later in patterns.items()
        for text in asked
        if (later.search(text) is None) != (later.compiled.search(text) is None)
    ]
    assert missed == []
