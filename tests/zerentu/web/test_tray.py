"""Files arrive piece by piece, or leave nothing behind."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from served import waited

from graph.errors import ReadError, UnknownNameError
from zerentu.web.tray import MOST_FILES, TooMuch, Tray, Upload, clear_left_behind


@pytest.fixture
def tray() -> Iterator[Tray]:
    found = Tray(0.00001)
    yield found
    found.close()
    assert not found.folder.exists()


async def pieces(*texts: bytes) -> AsyncIterator[bytes]:
    for text in texts:
        yield text


def receive(tray: Tray, name: str, size: int, *texts: bytes) -> Upload:
    return waited(tray.receive(name, "plan", size, pieces(*texts)))


def test_a_file_lies_in_a_folder_of_its_own_under_a_harmless_name(tray: Tray) -> None:
    found = receive(tray, "../../a.txt", 4, b"ab", b"cd")
    assert found.path == tray.folder / found.id / "a.txt"
    assert (found.path.read_bytes(), found.size, found.state) == (b"abcd", 4, "waiting")
    assert tray.folder.stat().st_mode & 0o077 == 0
    assert [each.id for each in tray.uploads()] == [found.id]
    tray.forget(found)
    assert (tray.uploads(), list(tray.folder.iterdir())) == ([], [])
    with pytest.raises(UnknownNameError):
        tray.find(found.id)


@pytest.mark.parametrize(("size", "texts"), [(3, (b"ab", b"cd")), (9, (b"ab", b"cd")), (0, (b"a",))])
def test_a_length_that_lies_leaves_nothing(tray: Tray, size: int, texts: tuple[bytes, ...]) -> None:
    with pytest.raises(ReadError):
        receive(tray, "a.txt", size, *texts)
    assert (tray.uploads(), list(tray.folder.iterdir())) == ([], [])


def test_a_browser_that_goes_away_leaves_nothing(tray: Tray) -> None:
    async def gone() -> AsyncIterator[bytes]:
        yield b"ab"
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        waited(tray.receive("a.txt", "plan", 4, gone()))
    assert (tray.uploads(), list(tray.folder.iterdir())) == ([], [])


def test_too_large_is_refused_before_anything_is_taken(tray: Tray) -> None:
    with pytest.raises(TooMuch, match="more than the limit"):
        receive(tray, "a.txt", 11, b"x" * 11)
    assert list(tray.folder.iterdir()) == []


def test_so_many_files_and_no_more(tray: Tray) -> None:
    for _at in range(MOST_FILES):
        receive(tray, "a.txt", 1, b"x")
    with pytest.raises(TooMuch, match=f"holds {MOST_FILES} files already"):
        receive(tray, "a.txt", 1, b"x")
    assert len(list(Path(tray.folder).iterdir())) == MOST_FILES


def test_what_a_killed_run_left_behind_goes_and_a_run_that_goes_on_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    running = Tray(1)
    dead, fresh, other = (tmp_path / name for name in ("zerentu-serve-dead", "zerentu-serve-new", "other"))
    for folder in (dead, fresh, other):
        (folder / "0a").mkdir(parents=True)
        (folder / "0a" / "方案.txt").write_text("一")
    for folder in (dead, other, running.folder):
        os.utime(folder, (0, 0))
    clear_left_behind(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {fresh.name, other.name, running.folder.name, f"{running.folder.name}.lock"}
    running.close()
