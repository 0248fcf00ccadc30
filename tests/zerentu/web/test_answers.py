"""Answers as the page shows them, from a real store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.stores.store import Store
from zerentu.library import load, open_store, sample_plan
from zerentu.web.answers import answer_csv, answer_page


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("answers") / "a.lbug"
    load([sample_plan()], db=path)
    with open_store(path) as found:
        yield found


def test_an_answer_has_its_sentences_and_what_was_understood(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    found = answer_page(store, "市发改委牵头哪些任务")
    assert found["understood"] == "单位：市发改委（云泽市：市发展和改革委员会）；角色：牵头"
    assert (found["refused"], found["said"], found["suggest"]) == (False, ["2 项任务"], [])
    (group,) = found["groups"]
    assert group["captions"] == ["角色", "编号", "标题", "时限", "行", "原文"]
    title, _, source = group["title"].rstrip("）").rpartition("（")
    assert title.startswith("云泽市　云泽市") and source.startswith("云泽市")
    assert [row[2] for row in group["rows"]] == ["摸清高耗能项目底数", "编制高耗能项目清单并公开更新规则"]


def test_a_refusal_says_why_and_what_is_near(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    found = answer_page(store, "市发展改革局负责哪些任务")
    assert (found["refused"], found["groups"]) == (True, [])
    assert found["said"] == ["不认识“市发展改革局”这个单位"]
    assert (found["unknown"], found["suggest"]) == ("市发展改革局", ["市发展改革委"])


@pytest.mark.parametrize(
    "question", ["有多少任务没有责任单位", "市财政局和市科技局谁牵头多", "今天天气怎么样", "\x00", "[" * 400]
)
def test_whatever_is_asked_there_is_something_to_show(store: Store, question: str) -> None:
    found = answer_page(store, question)
    assert found["said"] or found["groups"]


def test_no_cell_of_the_file_is_a_formula(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    lines = answer_csv(store, "市发改委牵头哪些任务").splitlines()
    assert (lines[0], len(lines)) == ("\ufeff文件,角色,编号,标题,时限,行,原文", 3)
    assert answer_csv(store, "今天天气怎么样") == "\ufeff\r\n"
