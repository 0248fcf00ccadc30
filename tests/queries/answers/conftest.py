"""A store of three small plans, written for the questions of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.embedded.store import EmbeddedStore
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from queries.answers import Session

PLANS = Path(__file__).with_name("plans")


@pytest.fixture(scope="session")
def session(tmp_path_factory):
    """Questions to the three plans."""
    with EmbeddedStore(tmp_path_factory.mktemp("asked") / "asked.lbug") as store:
        store.load([graph for path in sorted(PLANS.glob("*.txt")) for graph in build_graphs(parse_file(path))])
        yield Session(store)
