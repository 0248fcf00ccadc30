"""Getting to a server and away from it: addresses, passwords, what goes wrong, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

import neo4j_server
import pytest
from any_plan import content

from graph.errors import SettingsError, StoreError, StoreUnavailable, ZerentuError
from graph.model.rows import plan_of
from graph.stores.open import open_store
from graph.stores.server.store import Neo4jStore

pytestmark = pytest.mark.parametrize("engine", list(neo4j_server.VERSIONS), indirect=True, scope="module")


@pytest.fixture
def store(any_store):
    return any_store


WRONG = "falsches-geheimnis-4711"


def test_a_wrong_password_is_a_sentence_that_does_not_show_it(sample_graph, caplog, opened):
    caplog.set_level("DEBUG")
    with opened(password=WRONG) as store:
        assert WRONG not in repr(store) + repr(vars(store)) + store.name
        for act in (store.graph, lambda: store.load([sample_graph()])):
            with pytest.raises(StoreUnavailable, match=r"does not let neo4j log in .*NEO4J_PASSWORD") as caught:
                act()
            trace = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
            assert WRONG not in "".join(line for line in trace.format() if Path(__file__).name not in line)
    assert caplog.text
    assert WRONG not in caplog.text


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_server_is_a_sentence_at_once(engine, sample_graph, scheme):
    with Neo4jStore(f"{scheme}://127.0.0.1:1", password="x") as store:
        for act in (store.graph, lambda: store.load([sample_graph()]), lambda: store.rows("RETURN 1 AS a")):
            with pytest.raises(StoreUnavailable, match=rf"{scheme}://127\.0\.0\.1:1: no Neo4j server answers there"):
                act()


def test_encryption_that_the_server_lacks_is_a_sentence(engine, opened):
    with opened() as store:
        pass
    address = store.name.split(" ")[0].replace("bolt://", "bolt+s://").replace("neo4j://", "neo4j+s://")
    with (
        Neo4jStore(address, password=engine.password) as store,
        pytest.raises(StoreUnavailable, match="check host, port and encryption"),
    ):
        store.graph()


def test_a_wrong_database_is_a_sentence(engine, sample_graph, opened):
    with opened(database="nirgends") as store:
        assert store.name == f"{engine.uri} (nirgends)"
        for act in (store.graph, lambda: store.load([sample_graph()])):
            with pytest.raises(StoreUnavailable, match="has no database nirgends; check NEO4J_DATABASE"):
                act()


def test_routing_and_a_named_database(engine, sample_graph, opened):
    engine.clear()
    with opened(database="neo4j") as store:
        store.load([sample_graph()])
    with Neo4jStore(engine.uri.replace("bolt://", "neo4j://"), password=engine.password, username=engine.user) as store:
        assert content(store.graph()) == content(sample_graph())
    engine.clear()


def test_read_only_refuses_to_write(store, sample_graph, opened):
    store.load([sample_graph()])
    with opened(read_only=True) as reader:
        for act in (lambda: reader.load([sample_graph("洛阳市")]), lambda: reader.remove(plan_of(sample_graph()))):
            with pytest.raises(StoreError, match="was opened for reading only"):
                act()
        assert content(reader.graph()) == content(sample_graph())


def test_a_closed_store_is_closed(sample_graph, opened):
    store = opened()
    store.close()
    for act in (store.graph, lambda: store.rows("RETURN 1 AS a"), lambda: store.load([sample_graph()])):
        with pytest.raises(StoreUnavailable, match="was closed; open it again"):
            act()


def test_an_address_and_the_environment_open_the_store(engine, monkeypatch, sample_graph):
    monkeypatch.setenv("NEO4J_USERNAME", engine.user)
    monkeypatch.setenv("NEO4J_PASSWORD", engine.password)
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with open_store(engine.uri) as store:
        store.load([sample_graph()])
        assert engine.password not in store.name
    monkeypatch.setenv("NEO4J_URI", engine.uri)
    monkeypatch.delenv("NEO4J_DATABASE")
    monkeypatch.delenv("NEO4J_PASSWORD")
    with open_store(read_only=True, password=engine.password) as store:
        assert content(store.graph()) == content(sample_graph())
    with pytest.raises(SettingsError, match="set NEO4J_PASSWORD"):
        open_store(engine.uri)
    engine.clear()


LONG = """
import sys; sys.path.insert(0, ".")
from graph.stores.server.store import Neo4jStore
with Neo4jStore(sys.argv[1], username=sys.argv[2], password=sys.argv[3]) as store:
    store.rows("RETURN 1 AS a")
    print("ready", flush=True)
    # A single UNWIND in one piece would never look whether it was ended.
    store.rows("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b) AS n")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_the_query_on_the_server_too(engine, driver):
    running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS '1000000' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)"
    asker = subprocess.Popen(
        [sys.executable, "-c", LONG, engine.uri, engine.user, engine.password],
        cwd=Path(__file__).parents[4], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        preexec_fn=heeds_ctrl_c,
    )  # fmt: skip
    with asker:
        try:
            assert asker.stdout.readline() == "ready\n"
            wait_until(lambda: driver.execute_query(running).records[0][0] == 1)
            asker.send_signal(signal.SIGINT)
            _, talk = asker.communicate(timeout=60)
        finally:
            asker.kill()
    assert "KeyboardInterrupt" in talk
    wait_until(lambda: driver.execute_query(running).records[0][0] == 0)


def heeds_ctrl_c():
    """Undo what a shell does to the jobs that it starts in the background: they ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until(true, seconds=60):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.05)


def test_nothing_is_said_on_standard_error(engine, sample_graph):
    """The driver would tell of names that are not there yet, and of every retry."""
    code = """
import sys; sys.path[:0] = ["tests", "."]
from small_plan import make_graph
from graph.stores.server.store import Neo4jStore
with Neo4jStore(sys.argv[1], username=sys.argv[2], password=sys.argv[3]) as store:
    store.rows("MATCH (t:Task)<-[:GUIDES]-(a:Agency) RETURN t.due AS due, a.aliases AS aliases")
    store.load([make_graph()])
"""
    environment = {**os.environ, "PYTHONWARNINGS": "default"}
    done = subprocess.run(
        [sys.executable, "-c", code, engine.uri, engine.user, engine.password],
        cwd=Path(__file__).parents[4], capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    engine.clear()


def test_errors_are_of_our_tree(store):
    with pytest.raises(ZerentuError) as caught:
        store.rows("MATCH (t:Task) RETURN t.id")
        store.rows("MATCH (t:Task) RETURN nothing(t) AS a")
    assert "Neo4j does not accept the query" in str(caught.value)
    assert "\n" not in str(caught.value)
