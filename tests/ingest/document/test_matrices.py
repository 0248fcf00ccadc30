"""Agencies as columns, roles in cells."""

from __future__ import annotations

import pytest
from parsed import tasks

from ingest.document.matrices import read_legend
from ingest.files.read import Document
from ingest.parse import parse_document

HEAD = "云泽市重点工作责任分工表{legend}\n"


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        ("（★牵头 ●配合）", {"★": "牵头单位", "●": "配合单位"}),
        ("注：▲为牵头单位，△表示参与单位。", {"▲": "牵头单位", "△": "配合单位"}),
        ("说明：牵头单位用◎，配合单位用○", {"◎": "牵头单位", "○": "配合单位"}),
        ("★级饭店评定", {}),
    ],
)
def test_a_legend_says_what_signs_mean(text: str, legend: dict[str, str]) -> None:
    assert read_legend([text]) == legend


@pytest.mark.parametrize(
    ("legend", "rows", "owners"),
    [
        (
            "（★牵头 ●配合）",
            "1\t编制规划\t★\t●\t\n2\t落实资金\t\t★\t●",
            [["市发改委:lead", "市财政局:support"], ["市财政局:lead", "市教育局:support"]],
        ),
        (
            "",
            "1\t编制规划\t牵头\t配合\t\n2\t落实资金\t协\t主\t",
            [["市发改委:lead", "市财政局:support"], ["市财政局:lead", "市发改委:support"]],
        ),
        ("", "1\t编制规划\t√\t√\t\n2\t落实资金\t\t√\t", [["市发改委:co_own", "市财政局:co_own"], ["市财政局:lead"]]),
    ],
)
def test_a_cell_gives_the_role_of_the_agency_above_it(legend: str, rows: str, owners: list[list[str]]) -> None:
    text = f"{HEAD.format(legend=legend)}序号\t工作任务\t市发改委\t市财政局\t市教育局\n{rows}"
    assert tasks(text) == [("表/1", 1, "编制规划", owners[0]), ("表/2", 1, "落实资金", owners[1])]


def test_a_table_of_figures_by_agency_is_no_matrix() -> None:
    text = "云泽市工作方案\n一、任务\n1.核算。（市统计局负责）\n序号\t项目\t市发改委\t市财政局\n1\t经费\t20\t30\n2\t人员\t3\t4"
    assert [number for number, *_ in tasks(text)] == ["一/1"]


@pytest.mark.parametrize(
    ("header", "rows", "read"),
    [
        ("序号\t重点任务\t完成时限", ["1\t编制规划\t2027年底前", "2\t落实资金\t"], [("编制规划", "2027年底前"), ("落实资金", None)]),
        ("序号\t时限\t重点任务", ["1\t2027年\t编制规划", "2\t2028年\t落实资金"], [("编制规划", "2027年"), ("落实资金", "2028年")]),
        ("序号\t进度安排", ["1\t编制规划", "2\t落实资金"], [("编制规划", None), ("落实资金", None)]),
    ],
)  # fmt: skip
def test_a_column_of_deadlines_is_read(header: str, rows: list[str], read: list[tuple[str, str | None]]) -> None:
    table = "\n".join([f"{header}\t市发改委\t市财政局", *(f"{row}\t牵头\t配合" for row in rows)])
    [plan] = parse_document(Document("表.txt", HEAD.format(legend="") + table, "utf-8", "0")).plans
    assert [(task.title, task.deadline) for task in plan.tasks] == read
