"""Whatever a file holds, it becomes a graph that obeys the schema, or is refused by an error of ours.

A short run; ``make fuzz`` is the long one. What either finds is mended with a test of the module at fault.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

import fuzz
import pytest
from hostile_files import FILES, MAKERS
from hypothesis import given, settings


def became(folder: Path, name: str, data: bytes) -> str:
    """Read a file as ``zerentu load`` does, in time; return what became of it."""
    path = folder / name
    path.write_bytes(data)
    begin = time.process_time()
    try:
        return fuzz.read(path)
    finally:
        assert time.process_time() - begin < fuzz.SECONDS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("方案")


@settings(max_examples=150)
@given(file=FILES)
def test_files_are_read_or_refused(folder: Path, file: tuple[str, bytes]) -> None:
    became(folder, *file)


def test_the_makers_make_files_that_are_read(folder: Path) -> None:
    """A fuzzer whose files are all refused would find nothing."""
    for kind, maker in MAKERS.items():
        seen = {became(folder, f"方案.{kind}", maker(Random(seed))) for seed in range(12)}
        assert "read" in seen, kind


@pytest.mark.skipif(sys.platform == "win32", reason="timers of POSIX")
def test_the_sums_go_on_where_an_earlier_run_ended(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "fuzz.json"
    for end in (2, 5):
        assert fuzz.run(fuzz.Tally.of(file, 0), end, 60, folder) == 0
    kept = fuzz.Tally.of(file, 0)
    assert (kept.number, sum(kept.outcomes.values())) == (5, 5)


def test_a_reader_that_fails_is_no_refusal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a user sees as one refused file is what is looked for here."""

    def fails(data: bytes, path: Path) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("ingest.files.web.markdown.read_markdown", fails)
    with pytest.raises(IndexError):
        became(folder, "方案.md", "# 方案\n1.节水。（市水利局负责）\n".encode())
