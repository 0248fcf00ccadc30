"""Every message has an English twin with the same values, and no catalogue holds what nobody says."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ReadError, UnknownNameError, ZerentuError
from graph.messages import CATALOGUES, Message, _, read_po
from zerentu.translations import PACKAGES, catalogue_text, marked, placeholders

ROOT = Path(__file__).resolve().parents[2]
FULL_WIDTH = re.compile("[，；：。（）“”？！]")


def entries(package: str) -> dict[str, str]:
    with (CATALOGUES / f"{package}.po").open(encoding="utf-8") as file:
        return read_po(file)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_catalogue_holds_what_the_code_says_and_nothing_else(package: str) -> None:
    said = (CATALOGUES / f"{package}.po").read_text(encoding="utf-8")
    assert said == catalogue_text(package, entries(package)), "run: python -m zerentu.translations"


@pytest.mark.parametrize("package", PACKAGES)
def test_every_message_has_an_english_twin_with_the_same_values(package: str) -> None:
    english = entries(package)
    assert [template for template in marked(package) if not english.get(template)] == []
    assert [t for t, told in english.items() if placeholders(t) != placeholders(told)] == []
    assert [told for told in english.values() if FULL_WIDTH.search(told)] == []


def test_a_template_means_the_same_in_every_package() -> None:
    seen: dict[str, str] = {}
    for package in PACKAGES:
        for template, told in entries(package).items():
            assert seen.setdefault(template, told) == told, template


def test_a_message_within_a_message_and_a_list_are_told_in_the_same_language() -> None:
    said = _("{where}：写的是 {given}，应为 {usable}", where="甲", given=_("（空）"), usable=["a", "b"])
    assert said.zh == "甲：写的是 （空），应为 a、b"
    assert said.en == str(said) == "甲: the keys (none) do not fit; use a, b"
    assert said.told("zh") == said.zh and said.told("en") == said.en


@pytest.mark.parametrize(
    ("template", "values", "english"),
    [
        ("{count} 项任务", {"count": 1}, "1 task"),
        ("{count} 项任务", {"count": 2}, "2 tasks"),
        ("{count} 个单位", {"count": 1}, "1 agency"),
        ("{name}：方案 {plans} 份，任务 {tasks} 项", {"name": 1, "plans": 1, "tasks": 2}, "1: 1 plan, 2 tasks"),
    ],
)
def test_one_thing_is_told_in_the_singular(template: str, values: dict[str, int], english: str) -> None:
    assert Message(template, values).en == english


def test_values_keep_their_formats_and_their_braces() -> None:
    assert Message("{size:.1f} MB {name!r}", {"size": 2.345, "name": "{甲}"}).zh == "2.3 MB '{甲}'"


def test_a_template_that_no_catalogue_has_is_told_as_it_stands() -> None:
    assert Message("没有人说过这句话", {}).en == "没有人说过这句话"


def test_an_error_is_english_for_developers_and_has_a_chinese_twin() -> None:
    error = ReadError(_("{path}：{what}打不开（{why}）；请检查路径", path="甲", what=_("词表"), why="x"))
    assert (str(error), error.zh) == (
        "甲: the lexicon cannot be opened (x); check the path",
        "甲：词表打不开（x）；请检查路径",
    )
    assert ReadError(error.message).message == error.message


def test_an_error_can_be_raised_with_plain_text() -> None:
    error = UnknownNameError("{no} such name", ["name"])
    assert (str(error), error.zh, error.nearest) == ("{no} such name", "{no} such name", ["name"])
    assert str(ZerentuError("")) == ""


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=4))
def test_any_text_comes_back_from_a_catalogue(texts: dict[str, str]) -> None:
    from json import dumps

    said = "\n\n".join(
        f"# {number}\nmsgid {dumps(template, ensure_ascii=False)}\nmsgstr {dumps(told, ensure_ascii=False)}"
        for number, (template, told) in enumerate(texts.items())
    )
    assert read_po(io.StringIO('msgid ""\nmsgstr ""\n"Language: en\\n"\n\n' + said, newline="\n")) == texts


def test_the_catalogue_is_read_only_when_english_is_asked_for() -> None:
    code = (
        "from graph.messages import _english, _; said = _('{path} 是文件；请写文件夹名', path='a').zh;"
        "assert _english.cache_info().currsize == 0; str(_('词表')); assert _english.cache_info().currsize == 1"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
