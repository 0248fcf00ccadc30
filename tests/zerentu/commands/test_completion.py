"""``zerentu completion``: the scripts, and what the program answers to a shell that completes."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import run_program

from zerentu.library import load, sample_plan


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("补 全")
    load([sample_plan()], db=path / "zerentu.lbug")
    return path


def offered(folder: Path, shell: str, words: str, at: str) -> list[str]:
    asked = {"_ZERENTU_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": at}
    done = run_program(folder=folder, **asked)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.parametrize(
    ("shell", "sign"),
    [
        ("bash", "complete -o nosort -F _zerentu_completion zerentu"),
        ("zsh", "#compdef zerentu"),
        ("fish", "complete --no-files --command zerentu"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName zerentu"),
    ],
)
def test_each_shell_gets_its_script(folder: Path, shell: str, sign: str) -> None:
    done = run_program("completion", shell, folder=folder)
    assert (done.returncode, sign in done.stdout, "_ZERENTU_COMPLETE" in done.stdout) == (0, True, True)


def test_commands_and_names_are_offered(folder: Path) -> None:
    assert offered(folder, "bash", "zerentu ag", "1") == ["plain,agency"]
    assert offered(folder, "bash", "zerentu agency 市工业", "2") == ["plain,市工业和信息化局"]
    assert offered(folder, "fish", "zerentu targets --agency", "市工业") == ["plain,市工业和信息化局"]
    assert offered(folder, "powershell", "zerentu\nagency\n市工业", "市工业") == ["市工业和信息化局"]
    assert offered(folder, "bash", "zerentu agency --db none.lbug 市", "4") == []
