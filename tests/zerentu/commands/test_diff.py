"""``zerentu diff``: two files or two loaded plans, on the screen, as JSON, workbook and page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program import run_program

from zerentu.library import load

OLD = """云泽市护林行动方案（{year}年）
一、任务
（一）护林
1.补种苗木。沿岸补种耐水苗木，划定禁伐区。（市林业局牵头，市财政局配合）
2.巡护队伍。组建巡护队伍。（市公安局负责）
"""
NEW = OLD.replace("耐水苗木", "耐水耐寒苗木").replace("市林业局牵头", "市水利局牵头").partition("2.")[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("护林")
    (folder / "旧.txt").write_text(OLD.format(year=2023), encoding="utf-8")
    (folder / "新.txt").write_text(NEW.format(year=2025), encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> str:
    done = run_program("diff", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_files_and_loaded_plans_compare_alike(folder: Path) -> None:
    files = json.loads(run(folder / "旧.txt", folder / "新.txt", "--format", "json"))
    assert [(each["kind"], each["title"]) for each in files["changes"]] == [
        ("reworded", "补种苗木"), ("lead changed", "补种苗木"), ("dropped", "巡护队伍")
    ]  # fmt: skip
    assert files["agencies"] == {"市公安局": [2], "市林业局": [0, 1], "市水利局": [0, 1], "市财政局": [0, 1]}
    load([folder / "旧.txt", folder / "新.txt"], db=folder / "a.lbug")
    loaded = json.loads(run("2023年", "2025年", "--db", folder / "a.lbug", "--format", "json"))
    assert loaded == files


def test_people_see_the_changes_and_whom_to_tell(folder: Path) -> None:
    out = run(folder / "旧.txt", folder / "新.txt")
    assert [line for line in out.splitlines() if "：" in line and "  " not in line] == [
        "改动：3",
        "应当告知的单位：4",
    ]
    assert [line.split() for line in out.splitlines() if line.startswith("单位 ")] == [["单位", "编号", "变化"]]
    assert "删去任务 一/（一）/2 巡护队伍 2.巡护队伍。组建巡护队伍。（市公安局负责）" in [
        " ".join(line.split()) for line in out.splitlines()
    ]


def test_a_workbook_and_a_page_with_the_words_marked(folder: Path, tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.html"):
        run(folder / "旧.txt", folder / "新.txt", "-o", tmp_path / name)
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["改动", "应当告知的单位"]
    heads = [[cell.value for cell in sheet["A"][:2]] for sheet in book]
    assert heads == [
        ["云泽市护林行动方案（2023年） → 云泽市护林行动方案（2025年）：改动", "类别"],
        ["云泽市护林行动方案（2023年） → 云泽市护林行动方案（2025年）：应当告知的单位", "单位"],
    ]
    assert [sheet.freeze_panes for sheet in book] == ["A3", "A3"]
    assert "耐水<mark>耐寒</mark>苗木" in (tmp_path / "a.html").read_text(encoding="utf-8")
