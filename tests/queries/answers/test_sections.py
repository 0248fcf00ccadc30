"""Chapters that a question names by their titles."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from graph.stores.embedded.store import EmbeddedStore
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from queries.answers import Session


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


def test_a_sheet_of_a_workbook_stands_for_its_rows(tmp_path):
    book = Workbook()
    for name, title, body in (("重点任务", "加固堤防", "市水利局"), ("督查事项", "清理码头", "市水利局")):
        sheet = book.create_sheet(name)
        for row in (["九江市2026年工作台账"], ["序号", "任务", "牵头单位"], [1, title, body]):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "book.xlsx")
    with EmbeddedStore(tmp_path / "a.lbug") as store:
        store.load(build_graphs(parse_file(tmp_path / "book.xlsx")))
        found = Session(store).ask("重点任务里水利局负责什么")
        assert [row["number"] for row in found.rows] == ["重点任务/1"]
