"""What an address and the environment mean, before any server is asked."""

from __future__ import annotations

import traceback

import pytest

from graph.errors import SettingsError, StoreUnavailable
from graph.stores.open import open_store
from graph.stores.server.bolt import SCHEMES
from graph.stores.server.bolt_errors import sentence
from graph.stores.server.store import Neo4jStore

SECRET = "geheim-4711"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    for name in ("URI", "USERNAME", "PASSWORD", "DATABASE"):
        monkeypatch.delenv(f"NEO4J_{name}", raising=False)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_address_is_a_server(monkeypatch, scheme):
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with open_store(f"{scheme}://localhost:7687") as store:
        assert isinstance(store, Neo4jStore)
        assert store.name == f"{scheme}://localhost:7687"


def test_the_environment_names_server_and_database(monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "neo4j://example.org")
    monkeypatch.setenv("NEO4J_PASSWORD", "")
    monkeypatch.setenv("NEO4J_DATABASE", "plans")
    with open_store() as store:
        assert store.name == "neo4j://example.org (plans)"


@pytest.mark.parametrize(
    "target", ["http://example.org", "neo4j://", "bolt://host:port", "bolt://host:99999", "neo4j://host/db", "postgres://x"]
)  # fmt: skip
def test_other_addresses_are_refused(monkeypatch, target):
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with pytest.raises(SettingsError, match="is not the address of a Neo4j server; write it as neo4j://host:7687"):
        open_store(target)


def test_a_password_in_an_address_is_refused_and_not_shown(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    for address in (f"neo4j://neo4j:{SECRET}@host:7687", f"bolt://:{SECRET}@["):
        with pytest.raises(SettingsError, match="NEO4J_USERNAME and NEO4J_PASSWORD") as caught:
            open_store(address)
        assert SECRET not in str(caught.value) + caught.value.zh


def test_no_password_is_a_sentence():
    with pytest.raises(SettingsError, match="set NEO4J_PASSWORD"):
        open_store("neo4j://localhost")


def test_the_password_of_the_environment_is_in_no_dump(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    monkeypatch.setenv("NEO4J_DATABASE", "plans")
    with open_store("bolt://127.0.0.1:1") as store, pytest.raises(StoreUnavailable) as caught:
        store.graph()
    dump = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert SECRET not in "".join(dump.format())


def test_what_the_driver_says_is_one_line():
    error = sentence(OSError("first\nsecond"), name="neo4j://x", user="neo4j", database="neo4j")
    assert "(first)" in str(error)
    assert "second" not in str(error)
