"""``zerentu doctor`` as it is typed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from program import run_program


def doctor(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_program("doctor", *arguments, folder=folder)


def test_it_tells_findings_and_remedies_and_ends_with_zero_for_hints(tmp_path: Path) -> None:
    done = doctor(tmp_path)
    lines = done.stdout.splitlines()
    at = lines.index("[提示] 图库：zerentu.lbug 还不存在")
    assert lines[at + 1] == "    → 用 zerentu load 方案文件夹 建立"
    assert (done.returncode, done.stderr.startswith("问题 0 个")) == (0, True)


def test_a_fault_ends_with_one(tmp_path: Path) -> None:
    (tmp_path / "zerentu.toml").write_text("stroe = 1\n", encoding="utf-8")
    done = doctor(tmp_path, "--format", "json", "--lang", "en")
    (fault,) = [row for row in json.loads(done.stdout) if row["state"] == "fault"]
    assert fault == {
        "item": "configuration file",
        "state": "fault",
        "found": "zerentu.toml: there is no setting stroe; use store",
        "remedy": "correct it and run again; docs/config.md explains it",
    }
    assert done.returncode == 1
