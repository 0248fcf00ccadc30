"""``zerentu progress``: counts first, then the tasks, the most urgent first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.model.progress import ProgressReport
from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run


@pytest.fixture(scope="module")
def db(tmp_path_factory, sample_graph) -> str:
    """A store with two tasks due by the end of 2025; one has two reports, the later of which says that it is done."""
    path = tmp_path_factory.mktemp("progress") / "a.lbug"
    graph = sample_graph(tasks=2)
    plan, agency, *tasks = (
        next(key for key, data in graph.nodes(data=True) if value in (data.get("title"), data.get("name")))
        for value in ("石家庄市工业节能实施方案", "市财政局", "改造第1批炉窑", "改造第2批炉窑")
    )
    for task in tasks:
        graph.nodes[task]["due_by"] = "2025-12-31"
    report = ProgressReport(
        task_id=tasks[1], plan_id=plan, agency_id=agency, agency="市财政局", said="=已改造完。", state="done", share=100,
        person="", phone="", updated="2025-05-01", quarters=("2025Q2 已完工",), file="财政局.xlsx", sheet="任务", row=5,
    )  # fmt: skip
    with EmbeddedStore(path) as store:
        store.load([graph])
        store.add_progress([report], imported="2025-05-02")
    return str(path)


@pytest.fixture
def said(db, capsys):
    def call(*arguments: str) -> tuple[int, list[str], list[str]]:
        status = run(["progress", *arguments, "--db", db])
        out = capsys.readouterr()
        return status, out.out.splitlines(), out.err.splitlines()

    return call


def test_counts_stand_before_tasks(said) -> None:
    status, out, err = said("--as-of", "2025-12-15")
    assert (status, err) == (0, [])
    assert out == [
        "截至 2025-12-15：2 项任务，红 0、黄 1、绿 1、灰 0",
        "红：逾期未完成；黄：30 天内到期、进度落后或受阻；绿：已完成或按期；灰：未报进展",
        "",
        "单位                    任务  红  黄  绿  灰  已报",
        "─" * 50,
        "市工业和信息化局        1     0   1   0   0   1",
        "各县（市、区）人民政府  1     0   0   1   0   1",
        "",
        "进展  编号         标题           责任单位                时限        完成         理由",
        "─" * 129,
        "黄    一/（一）/1  改造第1批炉窑  市工业和信息化局        2025-12-31  推进中 30%   还有 16 天到期；完成 30%，时间已过 98%；推进中",
        "绿    一/（一）/2  改造第2批炉窑  各县（市、区）人民政府  2025-12-31  已完成 100%  已完成",
    ]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--as-of", "2026-01-01"], [("red", "一/（一）/1"), ("green", "一/（一）/2")]),
        (["--as-of", "2025-04-01"], [("grey", "一/（一）/1"), ("grey", "一/（一）/2")]),
        (["--as-of", "2025-12-15", "--state", "黄"], [("yellow", "一/（一）/1")]),
        (["--as-of", "2025-12-15", "--state", "已完成", "--state", "red"], [("green", "一/（一）/2")]),
        (["--as-of", "2025-12-15", "--agency", "市行业协会"], [("yellow", "一/（一）/1")]),
        (["--as-of", "2025-12-15", "--quarter", "2025Q2"], [("green", "一/（一）/2")]),
        (["--as-of", "2025-11-01", "--soon", "60", "--quarter", "2025Q4"], [("yellow", "一/（一）/1"), ("green", "一/（一）/2")]),
        (["--as-of", "2025-12-15", "--plan", "工业节能", "--region", "石家庄"], [("yellow", "一/（一）/1"), ("green", "一/（一）/2")]),
    ],
)  # fmt: skip
def test_options_choose(said, options: list[str], found: list[tuple[str, str]]) -> None:
    status, out, _err = said(*options, "--format", "json")
    rows = json.loads("\n".join(out))
    assert (status, [(row["light"], row["number"]) for row in rows]) == (0, found)


def test_what_nobody_reported_on_is_counted_and_listed_when_asked_for(said) -> None:
    assert said("--as-of", "2025-04-01")[2] == ["另有 2 项未报进展且未临近时限，用 --state 灰 列出"]
    assert len(said("--as-of", "2025-04-01", "--state", "灰")[1]) == 12


def test_a_workbook_and_a_csv(said, tmp_path: Path) -> None:
    path = tmp_path / "进展.xlsx"
    assert said("--as-of", "2025-12-15", "-o", str(path))[0] == 0
    book = load_workbook(path)
    assert book.sheetnames == ["汇总", "任务进展", "填报记录"]
    sheet = book["任务进展"]
    assert [sheet.cell(3, at).value for at in (2, 5, 8, 9, 10, 11)] == [
        "黄", "改造第1批炉窑", "推进中", "30%", "已改造3台。", "2025Q1 已招标",
    ]  # fmt: skip
    assert sheet.cell(3, 2).fill.start_color.rgb == "00FFE699"
    assert sheet.cell(4, 10).data_type == "s"
    assert [row[4].value for row in book["填报记录"].iter_rows(min_row=3)] == ["市工业和信息化局", "市财政局"]
    status, out, _err = said("--as-of", "2025-12-15", "--format", "csv")
    assert (status, len(out), "'=已改造完。" in out[2]) == (0, 3, True)


def test_a_state_that_is_none_is_a_sentence(said) -> None:
    assert said("--state", "快了") == (
        1,
        [],
        ["错误：--state 快了：没有这个状态；可写 红、黄、绿、灰、未开展、推进中、已完成、受阻"],
    )
