"""``zerentu serve`` as it is typed: it says where it is, stops on Ctrl-C, and says what it lacks."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from program import run_program

from zerentu.cli import cli


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent to a whole console there")
def test_ctrl_c_ends_it_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    environment = {**os.environ, "ZERENTU_LANG": "zh", "TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "zerentu", "serve", "--no-browser", "--db", str(tmp_path / "督查.lbug")]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found is not None
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{found[0]}/now", timeout=20)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out.splitlines()[-1], err) == (0, "已停止", "")
    assert list(tmp_path.iterdir()) == []


def test_another_address_is_refused_in_a_sentence(tmp_path: Path) -> None:
    done = run_program("serve", "--host", "0.0.0.0", folder=tmp_path)
    assert done.returncode == 1
    assert (
        done.stderr
        == "错误：--host 0.0.0.0：只能用本机地址 127.0.0.1 或 ::1；这个网页没有账户和口令，不能给别的电脑用\n"
    )
    assert "Traceback" not in done.stderr


def test_a_start_file_is_written_and_nothing_is_started(tmp_path: Path) -> None:
    done = run_program("serve", "--start-file", "打开.cmd", "--db", "督查.lbug", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "已写入：打开.cmd；双击它就打开网页\n")
    assert [path.name for path in tmp_path.iterdir()] == ["打开.cmd"]


def test_without_the_libraries_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("zerentu.web", "starlette", "uvicorn")
    for name in [name for name in sys.modules if name.startswith(names)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Missing(), *sys.meta_path])
    done = CliRunner().invoke(cli, ["serve"])
    assert str(done.exception) == "serve needs the libraries of the page; run pip install 'zerentu[web]'"


class _Missing:
    """Finds neither library, as where they are not installed."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.split(".")[0] in ("starlette", "uvicorn"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
