"""Chapters that a question names by their titles."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "path", "regions"),
    [
        ("赣州保障措施里有哪些任务", ["三"], {"赣州市"}),
        ("保障措施部分有哪些任务", ["三"], {"赣州市"}),
        ("组织实施里的任务", ["三"], {"江西省"}),
        ("主要任务部分省商务厅负责什么", ["二"], {"江西省"}),
    ],
)
def test_a_title_stands_for_the_number_of_its_chapter(fourth, question, path, regions):
    answer = fourth.ask(question)
    assert answer.understood["number"].split("/") == path
    assert {row["region"] for row in answer.rows} == regions


@pytest.mark.parametrize("question", ["赣州保障资金投入里谁负责", "保障里有哪些任务"])
def test_other_words_stand_for_none(fourth, question):
    assert fourth.ask(question).understood.get("number") is None


def test_a_title_of_chapters_with_several_numbers_is_not_guessed(third):
    answer = third.ask("保障措施里有哪些任务")
    assert (answer.kind, {row["number"].split("/")[0] for row in answer.rows}) == ("tasks", {"三"})
