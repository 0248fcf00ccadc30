"""A store of three small plans, written for the questions of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.embedded.store import EmbeddedStore
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from queries.answers import Session

PLANS = Path(__file__).with_name("plans")


def filled(folder, plans):
    """Return a session with a store of the plans in a folder."""
    store = EmbeddedStore(folder / "asked.lbug")
    store.load([graph for path in sorted(plans.iterdir()) for graph in build_graphs(parse_file(path))])
    return Session(store)


@pytest.fixture(scope="session")
def session(tmp_path_factory):
    """Questions to the three plans."""
    asked = filled(tmp_path_factory.mktemp("asked"), PLANS)
    yield asked
    asked.store.close()


@pytest.fixture(scope="session")
def more(tmp_path_factory):
    """Questions to two plans of one region, one of a city in it, and one of a town that names no region."""
    asked = filled(tmp_path_factory.mktemp("more"), PLANS.with_name("more_plans"))
    yield asked
    asked.store.close()


@pytest.fixture(scope="session")
def fourth(tmp_path_factory):
    """Questions to plans of a city and a province and to the ledger of another city."""
    asked = filled(tmp_path_factory.mktemp("fourth"), PLANS.with_name("fourth_plans"))
    yield asked
    asked.store.close()


@pytest.fixture(scope="session")
def fifth(tmp_path_factory):
    """Questions to plans of two cities and their province in which everybody has the same kinds of bodies."""
    asked = filled(tmp_path_factory.mktemp("fifth"), PLANS.with_name("fifth_plans"))
    yield asked
    asked.store.close()


@pytest.fixture(scope="session")
def sixth(tmp_path_factory):
    """Questions to measures of a province and a plan of one of its cities."""
    asked = filled(tmp_path_factory.mktemp("sixth"), PLANS.with_name("sixth_plans"))
    yield asked
    asked.store.close()


@pytest.fixture(scope="session")
def third(tmp_path_factory):
    """Questions to plans of two cities and their province, asked for the first time with the answers at hand."""
    asked = filled(tmp_path_factory.mktemp("third"), PLANS.with_name("third_plans"))
    yield asked
    asked.store.close()
