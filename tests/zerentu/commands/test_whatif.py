"""``zerentu whatif``: what people read, and the file that it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from zerentu.cli import cli
from zerentu.cli import run as run_program
from zerentu.library import load

PLAN = """云泽市河湖管护行动方案
一、重点任务
（一）治水
1.修缮灌渠。修缮灌渠和提水泵站。到2026年，新打机井80眼。（市水利局牵头，市财政局、市林业局配合）
2.巡护队伍。组建巡护队伍。（市林业局负责）
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("河湖")
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    load([folder / "a.txt"], db=folder / "a.lbug")
    return folder


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["whatif", "--db", str(folder / "a.lbug"), *arguments])


def test_people_see_what_lacks_a_lead_first(folder: Path) -> None:
    lines = run(folder, "--abolish", "林业局").stdout.splitlines()
    assert lines[:3] == ["假如撤销 市林业局", "", "没有了牵头的任务：1"]
    assert lines[5].split() == ["一/（一）/2", "巡护队伍", "市林业局"]


def test_three_bodies_in_a_row_become_one(folder: Path) -> None:
    found = json.loads(
        run(folder, "--merge", "市水利局", "市林业局", "市财政局", "--into", "市水务局", "--format", "json").stdout
    )
    assert found["acts"] == [
        {"kind": "merge", "region": None, "subjects": ["市水利局", "市林业局", "市财政局"], "into": "市水务局"}
    ]
    assert [(each["agency"], each["roles"]) for each in found["double_roles"]] == [("市水务局", ["lead", "support"])]
    assert [each["metric"] for each in found["targets"]] == ["新打机井"]


def test_a_workbook_has_a_sheet_for_each(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--rename", "市水利局", "市水务局", "-o", str(tmp_path / "a.xlsx")).exit_code == 0
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [
        "没有了牵头的任务", "没有了责任单位的任务", "新的双重角色", "转移的牵头", "转移的其他责任", "随之转移的目标"
    ]  # fmt: skip
    assert list(book["转移的牵头"].values)[2][:5] == ("一/（一）/1", "修缮灌渠", "牵头", "市水利局", "市水务局")


def test_the_file_holds_what_was_in_force_and_what_is_new(folder: Path, tmp_path: Path) -> None:
    current, new = tmp_path / "zerentu.overrides.toml", tmp_path / "neu.toml"
    current.write_text("# 现有\n", encoding="utf-8")
    arguments = ("--move", "巡护队伍", "--to", "市公安局", "--overrides", str(current), "--save")
    assert run(folder, *arguments, str(new)).exit_code == 0
    text = new.read_text("utf-8")
    assert text.startswith("# 现有\n\n# 假如任务“一/（一）/2 巡护队伍”改由 市公安局 牵头\n[[owner]]\n")
    assert text.count("[[owner]]") == 2
    refused = run(folder, *arguments, str(new))
    assert "neu.toml exists" in str(refused.exception)
    assert new.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "请写明假如什么：--merge … --into …、--rename、--abolish 或 --move … --to …"),
        (("--merge", "市水利局", "市林业局"), "每个 --merge 要有一个 --into，写明并成哪个机构"),
        (("--move", "巡护队伍"), "每个 --move 要有一个 --to，或者全部任务共用一个 --to"),
        (("--abolish", "市水利局", "市林业局"), "不知道 市林业局 属于哪个选项"),
    ],
)
def test_options_that_do_not_belong_together_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], why: str
) -> None:
    assert run_program(["whatif", "--db", str(folder / "a.lbug"), *arguments]) == 2
    told = f"用法：zerentu whatif [OPTIONS]\n用 zerentu whatif --help 查看说明\n\n错误：{why}\n"
    assert capsys.readouterr() == ("", told)
