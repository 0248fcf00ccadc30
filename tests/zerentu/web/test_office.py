"""One queue: a file that kills its reader costs itself, a file that is stopped goes, work that is given up leaves the store."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from served import PLAN, waited

from graph.errors import SettingsError
from zerentu.web.office import Office
from zerentu.web.tray import Tray, Upload

LONG = PLAN + "（三）改造管网。2027年底前改造管网30公里。（县水利局牵头，县财政局配合）\n" * 6_000


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    found = Office(str(tmp_path / "a.lbug"), Tray(20))
    yield found
    found.close()
    assert not found.tray.folder.exists()
    assert found.helper.pid is None


def drop(office: Office, name: str, text: str) -> Upload:
    data = text.encode()

    async def pieces() -> AsyncIterator[bytes]:
        yield data

    upload = waited(office.tray.receive(name, "plan", len(data), pieces()))
    office.read(upload)
    return upload


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def idle(office: Office) -> bool:
    now = office.now()
    return not now["job"] and not now["waiting"]


def test_a_file_that_kills_its_reader_costs_itself_only(office: Office) -> None:
    first = drop(office, "甲.txt", PLAN)
    killer = drop(office, "乙.txt", LONG)
    last = drop(office, "丙.txt", PLAN.replace("栾川县", "汝阳县"))
    until(lambda: killer.state == "reading" and office.helper.pid is not None)
    os.kill(office.helper.pid or 0, signal.SIGKILL)
    until(lambda: idle(office))
    assert [each.state for each in (first, killer, last)] == ["read", "refused", "read"]
    assert killer.said == ["乙.txt：读取这个文件的程序中途停止；文件可能已损坏，请用原来的程序打开后另存再读取"]
    office.load([each.id for each in (first, killer, last)])
    until(lambda: idle(office))
    assert [each.state for each in (first, killer, last)] == ["loaded", "refused", "loaded"]
    assert [each.path.exists() for each in (first, killer, last)] == [False, True, False]


def test_reading_is_stopped_by_taking_the_file_off_the_page(office: Office) -> None:
    long = drop(office, "乙.txt", LONG)
    until(lambda: long.state == "reading" and office.helper.pid is not None)
    office.discard(long)
    until(lambda: idle(office))
    assert office.tray.uploads() == []
    assert list(office.tray.folder.iterdir()) == []


def test_what_was_not_read_is_not_loaded(office: Office) -> None:
    with pytest.raises(SettingsError, match="there is no file to load"):
        office.load([])
    with pytest.raises(SettingsError, match="there is no sheet to take in"):
        office.take_in([])


def test_an_older_version_waits_for_a_word(office: Office) -> None:
    new = drop(office, "新.txt", PLAN.replace("方案\n", "方案\n（2026年3月1日）\n", 1))
    until(lambda: idle(office))
    office.load([new.id])
    old = drop(office, "旧.txt", PLAN.replace("方案\n", "方案\n（2026年2月1日）\n", 1).replace("30公里", "20公里"))
    until(lambda: idle(office))
    office.load([old.id])
    until(lambda: idle(office))
    assert (old.state, old.said[0]) == ("older", "《栾川县节水实施方案》没有载入：图库里的版本较新")
    office.load([old.id], replace=True)
    until(lambda: idle(office))
    assert (old.state, old.said[0]) == ("loaded", "《栾川县节水实施方案》已更新")
