"""Reports: which outputs they have, and which combinations are refused."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from graph.errors import SettingsError
from zerentu.reports import Part, emit_parts, report_options

PARTS = [
    Part("任务/甲", ("number", "text"), [{"number": "一", "text": (("长" * 70, False), ("字", True))}]),
    Part("空", ("number",), []),
]


@click.command()
@report_options
def command(style: str, output: Path | None) -> None:
    emit_parts("标题", PARTS, style, output, to_json=lambda: {"a": [1, None]})


def run(*arguments: str) -> str:
    done = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_a_screen_shows_long_texts_in_short_and_empty_tables_as_a_number() -> None:
    out = run()
    assert out.startswith("标题\n\n任务/甲：1\n")
    assert out.endswith("\n\n空：0\n")
    assert (out.count("长"), out.count("…"), out.count("字")) == (59, 1, 0)


def test_json_is_what_the_caller_gives() -> None:
    assert run("--format", "json") == '{\n "a": [\n  1,\n  null\n ]\n}\n'


def test_the_ending_of_the_file_chooses_the_format(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.html", "a.json"):
        run("-o", str(tmp_path / name))
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["任务 甲", "空"]
    assert list(book["任务 甲"].values) == [("标题：任务/甲", None), ("编号", "原文"), ("一", "长" * 70 + "字")]
    assert "<mark>字</mark>" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["--format", "html"], "add -o result.html"), (["--format", "table", "-o", "a.txt"], "goes to the screen only")],
)
def test_combinations_without_sense_are_refused(arguments: list[str], sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        CliRunner().invoke(command, arguments, catch_exceptions=False)
