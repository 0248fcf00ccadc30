"""``zerentu demo``: what a new user would type, step by step."""

from __future__ import annotations

from pathlib import Path

from zerentu.cli import run
from zerentu.library import sample_plan
from zerentu.reference import help_pages


def test_every_step_is_shown_and_leaves_its_file(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "试"
    assert run(["demo", "-o", str(folder)]) == 0
    db, page = folder / "zerentu.lbug", folder / "map.html"
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("$ ")] == [
        f"$ zerentu load {sample_plan()} --db {db}",
        f"$ zerentu agency 市工业和信息化局 --db {db}",
        f"$ zerentu audit --rule no_owner --rule only_collective --rule unread_trigger --db {db}",
        f"$ zerentu map -o {page} --db {db}",
    ]
    assert lines[-1] == "下一步：zerentu load 你的方案文件夹"
    assert {path.name for path in folder.iterdir() if path.suffix != ".lock"} == {
        "zerentu.lbug",
        "zerentu.lbug.known",
        "map.html",
    }


def test_the_commands_of_the_demo_keep_their_help(tmp_path: Path, capsys) -> None:
    assert run(["demo", "-o", str(tmp_path / "试")]) == 0
    assert help_pages()["load"].splitlines()[-3].split()[:2] == ["-h,", "--help"]
