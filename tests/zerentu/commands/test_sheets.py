"""``zerentu sheets``: what is written, what is said of it, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from sheet_plans import loaded

from zerentu.cli import run


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheets") / "a.lbug"
    loaded(path).close()
    return path


def test_who_gets_which_sheet_is_said(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "填报表"
    options = ["--quarters", "2026Q1..2026Q2", "--return-by", "2026-04-10", "--as-of", "2026-04-01"]
    assert run(["sheets", "-o", str(folder), "--db", str(db), *options]) == 0
    said = capsys.readouterr()
    assert [line.split() for line in said.out.splitlines() if line][2:] == [
        ["市工业和信息化局", "洛阳市", "1", "牵头", "1", "市工业和信息化局.xlsx"],
        ["市财政局", "洛阳市", "2", "共同负责", "1、配合", "1", "市财政局.xlsx"],
        ["市统计局", "洛阳市", "1", "牵头", "1", "市统计局.xlsx"],
        ["市水利局", "洛阳市", "1", "共同负责", "1", "市水利局.xlsx"],
        ["无责任单位的任务", "1", "无责任单位的任务.xlsx"],
    ]
    assert said.err == (
        f"已写入：{folder}（5 张填报表，4 项任务）\n注意：1 项任务没有可以下发的单位，写在“无责任单位的任务”里\n"
    )
    sheet = load_workbook(folder / "市水利局.xlsx")["市水利局"]
    assert [sheet.cell(3, at).value for at in (21, 22)] == ["2026年第1季度", "2026年第2季度"]


def test_one_body_in_one_workbook(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    assert run(["sheets", "-o", str(path), "--db", str(db), "--by", "lead", "--agency", "统计局"]) == 0
    assert capsys.readouterr().err == (
        f"已写入：{path}（1 张填报表，1 项任务）\n另有 3 项任务不在任何表里：不归 --agency 所指的单位\n"
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            ["--quarters", "今年"],
            "错误：--quarters 今年：要写成 2026Q1 或 2026Q1..2026Q4，前一个季度在前，至多 40 个季度\n",
        ),
        (
            ["--agency", "市水利局", "--by", "lead", "--plan", "节水"],
            "错误：没有名为“节水”的方案；相近的有：洛阳市绿色园区实施方案\n",
        ),
    ],
)
def test_wrong_wishes_are_refused_before_anything_is_written(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str
) -> None:
    assert run(["sheets", "-o", str(tmp_path / "a"), "--db", str(db), *options]) == 1
    assert capsys.readouterr().err == says
    assert not (tmp_path / "a").exists()
