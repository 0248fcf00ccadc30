"""Rows of the task table: titles and words without clauses, marks, deadlines, groups."""

from __future__ import annotations

import pytest

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu.word.rows import PlanTable, plan_tables

PLAN = """洛阳市水网建设实施方案
一、重点任务
1.建设泵站。到2027年，建成泵站20座。
责任单位：市水利局、市财政局
完成时限：2027年底前
2.疏浚河道（市水利局负责）；清理河滩（市城市管理局牵头，各有关部门配合）。
二、任务清单
序号\t重点任务\t责任单位
1\t编制规划。明确目标和步骤。\t市自然资源和规划局
2\t筹措资金\t各相关单位
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("行") / "a.lbug")
    store.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
    return store


def said(table: PlanTable) -> list[tuple[str, str, dict[str, str], str | None]]:
    return [(row.title, row.words, row.owners, row.deadline) for row in table.rows]


def test_words_lack_the_clause_that_the_columns_say(store: EmbeddedStore) -> None:
    [table] = plan_tables(store)
    assert said(table) == [
        ("建设泵站", "到2027年，建成泵站20座", {"co_own": "市水利局、市财政局"}, "2027年底前"),
        ("疏浚河道", "", {"lead": "市水利局（唯一单位）"}, None),
        ("疏浚河道", "清理河滩", {"lead": "市城市管理局", "support": "各有关部门"}, None),
        ("编制规划", "明确目标和步骤", {"lead": "市自然资源和规划局（唯一单位）"}, None),
        ("筹措资金", "", {"co_own": "各相关单位（并列）"}, None),
    ]
    assert [row.groups for row in table.rows] == [("一、重点任务",)] * 3 + [("二、任务清单",)] * 2
    assert table.orphans == 0


def test_rows_are_grouped_by_the_line_of_who_leads(store: EmbeddedStore) -> None:
    [table] = plan_tables(store, by="line")
    assert [(row.groups, row.title) for row in table.rows] == [
        (("水利",), "建设泵站"), (("水利",), "疏浚河道"), (("城市管理",), "疏浚河道"), (("自然资源",), "编制规划"), (("各相关单位",), "筹措资金")
    ]  # fmt: skip


def test_only_what_is_asked_for(store: EmbeddedStore) -> None:
    [table] = plan_tables(store, agency="市财政局", region="洛阳")
    assert [row.title for row in table.rows] == ["建设泵站"]
