"""What Tab offers: names out of a store, quickly, and nothing at all where something is wrong."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.shell_completion import CompletionItem

from zerentu.cli import cli
from zerentu.completion import PowerShellComplete, agency_names, region_names
from zerentu.library import load, sample_plan


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("补全") / "a.lbug"
    load([sample_plan()], db=path)
    return str(path)


def context(db: str) -> click.Context:
    made = click.Context(cli)
    made.params["db"] = db
    return made


def test_names_come_from_the_store(db: str) -> None:
    asked = click.Argument(["name"])
    assert agency_names(context(db), asked, "市工业") == ["市工业和信息化局"]
    assert agency_names(context(db), asked, "工业") == ["市工业和信息化局"]
    assert region_names(context(db), asked, "云") == ["云泽市"]


def test_nothing_is_offered_where_the_store_fails(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.lbug").write_bytes(b"no store" * 100)
    for target in (tmp_path / "none.lbug", tmp_path / "b.lbug", "neo4j://localhost:1"):
        assert agency_names(context(str(target)), click.Argument(["name"]), "市") == []
    assert capfd.readouterr() == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["b.lbug"]


@pytest.mark.parametrize(
    ("line", "word", "meant"),
    [
        ("zerentu\nag", "ag", ([], "ag")),
        ("zerentu\nagency", "", (["agency"], "")),
        ("zerentu\nagency\n市工", "市工", (["agency"], "市工")),
        ("zerentu", "", ([], "")),
    ],
)
def test_powershell_tells_words_by_line(
    monkeypatch: pytest.MonkeyPatch, line: str, word: str, meant: tuple[list[str], str]
) -> None:
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", word)
    assert PowerShellComplete(cli, {}, "zerentu", "_ZERENTU_COMPLETE").get_completion_args() == meant


def test_powershell_gets_a_line_a_word() -> None:
    shell = PowerShellComplete(cli, {}, "zerentu", "_ZERENTU_COMPLETE")
    assert shell.format_completion(CompletionItem("--lang", help="语言\n…")) == "--lang\t语言"
    assert shell.format_completion(CompletionItem("市财政局")) == "市财政局"
