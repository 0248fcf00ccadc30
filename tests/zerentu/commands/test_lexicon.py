"""A lexicon beside the store: found on every run, kept on re-load, refused with its line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from program import run_program

from zerentu.library import load, parse

Run = Callable[..., subprocess.CompletedProcess[str]]

PLAN = """安庆市政务服务提升方案
一、主要任务
（一）提升服务
1.办好热线。推动氢冶金示范，健全制度。（12345热线、市改革办、三局按职责分工负责）
2.压减时限。全面压减。
主抓单位：市财政局；办结期限：2027年底
"""
LEXICON = """机构 市热线中心；别名 12345热线
别名 改革办；指 发展和改革委员会
别名 三局；指 市工业和信息化局；地区 安庆市
行业 氢冶金；属于 钢铁
标签 主抓单位；角色 牵头
标签 办结期限；角色 时限
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "zerentu.lexicon").write_text(LEXICON, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    elsewhere = tmp_path_factory.mktemp("别处")

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run_program(*arguments, folder=elsewhere, PYTHONUTF8="1")

    return call


def rows(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    assert done.returncode == 0, done.stderr
    return [(row["number"], row["role"]) for row in json.loads(done.stdout)]


def test_the_lexicon_beside_the_store_is_always_in_force(run: Run, folder: Path) -> None:
    db = str(folder / "办公室.lbug")
    for state in ("新增", "未变"):
        done = run("load", str(folder / "方案.txt"), "--db", db, "--format", "json")
        assert [row["state"] for row in json.loads(done.stdout)] == [state]
    for name in ("市工信局", "三局", "市三局"):
        assert rows(run("agency", name, "--db", db, "--format", "json")) == [("一/（一）/1", "co_own")]
    assert rows(run("agency", "市发改委", "--db", db, "--format", "json")) == [("一/（一）/1", "co_own")]
    assert rows(run("agency", "市财政局", "--db", db, "--format", "json")) == [("一/（一）/2", "lead")]
    (row,) = json.loads(run("industry", "钢铁", "--db", db, "--format", "json").stdout)
    assert row["written"] == ["氢冶金"]
    (found,) = json.loads(run("resolve", "三局", "--region", "安庆市", "--db", db, "--format", "json").stdout)
    assert (found["canonical"], found["plans"]) == ("市工业和信息化局", ["安庆市政务服务提升方案"])


def test_without_it_the_words_mean_nothing(run: Run, folder: Path) -> None:
    task = json.loads(run("parse", str(folder / "方案.txt")).stdout)["tasks"][1]
    assert (task["owners"], task.get("deadline")) == ([], None)
    given = json.loads(run("parse", str(folder / "方案.txt"), "--lexicon", str(folder / "zerentu.lexicon")).stdout)
    task = given["tasks"][1]
    assert ([owner["name"] for owner in task["owners"]], task["deadline"]) == (["市财政局"], "2027年底")


def test_the_library_takes_it_too(folder: Path) -> None:
    own = folder / "zerentu.lexicon"
    assert parse(folder / "方案.txt", lexicon=own)["tasks"][1]["owners"][0]["role"] == "lead"
    load([folder / "方案.txt"], db=folder / "甲.lbug", lexicon=own)


@pytest.mark.parametrize("command", [["lexicon", "check"], ["load", "方案.txt", "--lexicon"]])
def test_a_wrong_line_is_named(run: Run, folder: Path, command: list[str]) -> None:
    wrong = folder / "错.lexicon"
    wrong.write_text("# 说明\n别名 三局；只 市商务局\n", encoding="utf-8")
    done = run(*command, str(wrong))
    assert done.returncode == 1
    assert done.stderr == f"错误：{wrong} 第 2 行：“只 市商务局”不是“别名”的字段；可用：指、地区\n"
    wrong.write_text("行业 氢冶金；属于 冶氢\n", encoding="utf-8")
    assert "但没有这个行业" in run(*command, str(wrong)).stderr


def test_check_lists_what_the_names_come_to(run: Run, folder: Path) -> None:
    done = run("lexicon", "check", str(folder / "zerentu.lexicon"))
    first, *table = done.stdout.splitlines()
    assert first == f"{folder / 'zerentu.lexicon'}：机构 1，别名 2，行业 1，标签 2，动词 0"
    assert [line.split() for line in table[2:]] == [
        ["1", "市热线中心、12345热线", "市热线中心", "各地"],
        ["2", "改革办", "发展和改革委员会", "各地"],
        ["3", "三局", "市工业和信息化局", "安庆市"],
    ]
