"""``zerentu completion``: the scripts, and what the program answers to a shell that completes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from zerentu.library import load, sample_plan


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("补 全")
    load([sample_plan()], db=path / "zerentu.lbug")
    return path


def zerentu(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("ZERENTU_", "NEO4J_"))}
    return subprocess.run(
        [sys.executable, "-m", "zerentu", *arguments],
        cwd=folder,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def offered(folder: Path, shell: str, words: str, at: str) -> list[str]:
    asked = {"_ZERENTU_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": at}
    done = zerentu(folder, **asked)
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
    done = zerentu(folder, "completion", shell)
    assert (done.returncode, sign in done.stdout, "_ZERENTU_COMPLETE" in done.stdout) == (0, True, True)


def test_commands_and_names_are_offered(folder: Path) -> None:
    assert offered(folder, "bash", "zerentu ag", "1") == ["plain,agency"]
    assert offered(folder, "bash", "zerentu agency 市工业", "2") == ["plain,市工业和信息化局"]
    assert offered(folder, "fish", "zerentu targets --agency", "市工业") == ["plain,市工业和信息化局"]
    assert offered(folder, "powershell", "zerentu\nagency\n市工业", "市工业") == ["市工业和信息化局"]
    assert offered(folder, "bash", "zerentu agency --db none.lbug 市", "4") == []
