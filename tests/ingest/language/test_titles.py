"""Titles: how the last line of one looks, and what an annex so called holds."""

from __future__ import annotations

import pytest

from graph.words import Table
from ingest.language import titles
from ingest.language.titles import is_title, names_things

WORDS = Table(titles.__file__, "titles")


@pytest.mark.parametrize("word", WORDS.of("kind"), ids=lambda word: word.text)
def test_every_kind_of_document_ends_a_title(word) -> None:
    assert is_title(word.example)
    assert is_title(f"{word.example}(试行)")


@pytest.mark.parametrize("word", WORDS.of("naming"), ids=lambda word: word.text)
def test_every_list_of_names_gives_no_work(word) -> None:
    assert names_things(word.example)


@pytest.mark.parametrize(
    "line", ["现制定本方案。", "抄送:云泽市档案馆方案", "(一)方案", "2027年", "附件1", "目 录", "云泽市" * 27 + "方案"]
)
def test_what_is_no_title(line: str) -> None:
    assert not is_title(line)


def test_a_plan_of_a_year_may_be_called_tasks() -> None:
    assert is_title("云泽市2027年度重点任务")
    assert not is_title("云泽市重点任务")


def test_a_list_of_tasks_names_no_things() -> None:
    assert [names_things(line) for line in ("重点任务清单", "责任分工一览表", "重点企业清单")] == [False, False, True]
