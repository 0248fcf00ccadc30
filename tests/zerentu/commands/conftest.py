"""What tests of commands on a store share."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run


@pytest.fixture(autouse=True)
def no_other_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no variable of whoever runs the tests name a store."""
    for name in ("ZERENTU_DB", "NEO4J_URI", "NEO4J_PASSWORD", "NEO4J_USERNAME", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def db(tmp_path: Path, sample_graph) -> Path:
    """Return the path of a store with two plans; it has a blank and Chinese characters in it."""
    path = tmp_path / "库 存.lbug"
    with EmbeddedStore(path) as store:
        store.load([sample_graph("石家庄市"), sample_graph("洛阳市")])
    return path


@pytest.fixture(scope="session")
def read_db(tmp_path_factory: pytest.TempPathFactory, sample_plans) -> Path:
    """Return the path of a store with the two plans of `conftest.py`, for commands that only read."""
    path = tmp_path_factory.mktemp("read") / "库 存.lbug"
    with EmbeddedStore(path) as store:
        store.load(sample_plans)
    return path


@pytest.fixture
def said(read_db: Path, capsys: pytest.CaptureFixture[str]):
    """Run a command on that store: its exit status, and its lines on standard output and standard error."""

    def call(*arguments: str) -> tuple[int, list[str], list[str]]:
        status = run([*arguments, "--db", str(read_db)])
        out, err = capsys.readouterr()
        return status, [line.rstrip() for line in out.splitlines()], err.splitlines()

    return call
