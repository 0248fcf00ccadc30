"""One writer at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import StoreBusy, StoreUnavailable
from graph.stores.embedded.lock import locked

HOLDER = """
import sys
from pathlib import Path
from graph.stores.embedded.lock import locked
with locked(Path(sys.argv[1]), what="store", wait=0):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "库.lock"
    with locked(path, what="库", wait=0):
        with pytest.raises(StoreBusy) as caught, locked(path, what="库", wait=0.1):
            pytest.fail("two hold it")
        assert caught.value.zh == "库：另一个进程正在写入；请等它完成后重试"
    with locked(path, what="库", wait=0):
        assert path.read_bytes() == b""


def test_a_lock_is_let_go_of_when_the_block_fails(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), locked(path, what="store", wait=0):
        raise ZeroDivisionError
    with locked(path, what="store", wait=0):
        assert path.exists()


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[4],
    ) as holder:
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(StoreBusy), locked(path, what="store", wait=0):
            pytest.fail("two hold it")
        holder.kill()
        holder.wait()
        with locked(path, what="store", wait=0):
            assert path.exists()


def test_a_lock_file_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "lock"
    with pytest.raises(StoreUnavailable) as caught, locked(path, what="store", wait=0):
        pytest.fail("nothing to hold")
    assert caught.value.zh == f"{path}：无法写入（No such file or directory）；请检查文件夹和访问权限"
