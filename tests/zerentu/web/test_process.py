"""The helper process: it answers, it dies alone, and another takes its place."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from served import PLAN

from zerentu.web.process import Died, Helper


@pytest.fixture
def helper() -> Iterator[Helper]:
    found = Helper()
    yield found
    found.close()
    assert found.pid is None


def request(path: Path) -> dict[str, Any]:
    folder = path.parent
    return {"do": "read", "db": str(folder / "a.lbug"), "folder": str(folder), "path": str(path), "region": None}


def test_one_that_is_killed_at_work_costs_one_answer(helper: Helper, tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text(PLAN, encoding="utf-8")
    large.write_text(
        PLAN + "（三）改造管网。2027年底前改造管网30公里。（县水利局牵头，县财政局配合）\n" * 6_000, encoding="utf-8"
    )
    assert helper.ask(request(small))["report"]["counts"]["tasks"] == 2
    first = helper.pid
    assert first is not None
    died: list[Exception] = []

    def ask() -> None:
        try:
            helper.ask(request(large))
        except Died as error:
            died.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.3)
    os.kill(first, signal.SIGKILL)
    thread.join(timeout=20)
    assert len(died) == 1
    assert helper.ask(request(small))["report"]["counts"]["tasks"] == 2
    assert helper.pid not in (None, first)


def test_after_the_end_nothing_is_started(tmp_path: Path) -> None:
    helper = Helper()
    helper.close()
    with pytest.raises(Died):
        helper.ask(request(tmp_path / "a.txt"))
    assert helper.pid is None
