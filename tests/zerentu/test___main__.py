"""The entry of the program: help out of files, streams that hold every character, the exit status."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import zerentu
from zerentu.__main__ import main

HELP = Path(__file__).parents[2] / "zerentu" / "help"
Call = Callable[..., tuple[int | None, bytes, bytes]]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run the program with arguments on streams of an encoding: the status it exits with, if it does, and what it wrote."""
    monkeypatch.chdir(tmp_path)
    for name in ("ZERENTU_CONFIG", "PYTHONIOENCODING", "_ZERENTU_COMPLETE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, encoding: str = "utf-8") -> tuple[int | None, bytes, bytes]:
        written = io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written[0], encoding=encoding, newline="\n"))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written[1], encoding=encoding, newline="\n"))
        monkeypatch.setattr(sys, "argv", ["zerentu", *arguments])
        status = None
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return status, written[0].getvalue(), written[1].getvalue()

    return run


def page(name: str, language: str = "zh") -> bytes:
    return (HELP / language / f"{name}.txt").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((), "zerentu"),
        (("--help",), "zerentu"),
        (("-h",), "zerentu"),
        (("agency", "--help"), "agency"),
        (("-h", "load"), "load"),
    ],
)
def test_help_is_a_page_that_ships(call: Call, arguments: tuple[str, ...], name: str) -> None:
    assert call(*arguments) == (None, page(name), b"")


def test_help_speaks_the_language_of_the_environment_or_of_the_file(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "en")
    assert call("task", "--help") == (None, page("task", "en"), b"")
    monkeypatch.delenv("ZERENTU_LANG")
    assert call("task", "--help") == (None, page("task"), b"")
    (tmp_path / "zerentu.toml").write_text('language = "en"\n', encoding="utf-8")
    assert call("task", "--help") == (None, page("task", "en"), b"")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("agenci", "没有 agenci 这个命令，是不是 agency？"),
        ("../en/task", "没有 ../en/task 这个命令；用 zerentu --help 查看全部命令"),
    ],
)
def test_help_for_what_is_not_a_command_is_wrong_usage(call: Call, name: str, why: str) -> None:
    told = f"用法：zerentu [OPTIONS] COMMAND [ARGS]...\n用 zerentu --help 查看说明\n\n错误：{why}\n"
    assert call(name, "--help") == (2, b"", told.encode())


def test_everything_else_runs_as_a_command_and_exits_with_its_status(call: Call, tmp_path: Path) -> None:
    assert call("--version") == (0, f"zerentu {zerentu.__version__}\n".encode(), b"")
    why = f"错误：{tmp_path / '没有.lbug'} 不存在；请先载入方案：zerentu load 方案文件夹\n"
    assert call("agency", "市财政局", "--db", "没有.lbug") == (1, b"", why.encode())


def test_a_pipe_gets_utf_8_whatever_the_locale(call: Call) -> None:
    assert call("plans", "--help", encoding="ascii") == (None, page("plans"), b"")


def test_an_encoding_that_was_asked_for_stays_and_what_it_cannot_hold_is_escaped(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page("plans").decode()
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert call("plans", "--help", encoding="ascii") == (None, text.encode("ascii", "backslashreplace"), b"")
    monkeypatch.setenv("PYTHONIOENCODING", "gbk:replace")
    assert call("plans", "--help", encoding="ascii") == (None, text.encode("ascii", "replace"), b"")


def test_a_shell_that_completes_gets_no_help_page(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ZERENTU_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "zerentu agen")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert call() == (0, b"plain,agency\n", b"")


def test_a_command_seldom_looks_for_cycles_and_a_program_that_imports_us_is_left_alone() -> None:
    code = """
import contextlib, gc, io, sys
before = gc.get_threshold()
import zerentu
print(gc.get_threshold() == before)
from zerentu.__main__ import main
sys.argv = ["zerentu", "queries"]
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main()
print(gc.get_threshold()[0])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=HELP.parents[1])
    assert (done.returncode, done.stdout) == (0, "True\n10000\n"), done.stderr
