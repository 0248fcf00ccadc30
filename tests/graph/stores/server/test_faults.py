"""What a server's store survives: killed loaders, two at once, readers in between, a server that dies."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
import time
from collections import Counter
from pathlib import Path

import neo4j_server
import networkx as nx
import pytest
from any_plan import content
from killed import loaders, usual_time

from graph.errors import StoreUnavailable
from graph.model.rows import plan_of
from graph.stores.server.store import Neo4jStore

ROOT = Path(__file__).parents[4]

pytestmark = [
    pytest.mark.parametrize("engine", [*neo4j_server.VERSIONS][:1], indirect=True, scope="module"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]


@pytest.fixture
def store(any_store):
    return any_store


@pytest.fixture
def own(request, engine):
    """The server, if it is ours to kill; whoever asks it next starts it again."""
    if not isinstance(engine, neo4j_server.OwnServer):
        pytest.skip("somebody else's server is not killed; unset NEO4J_URI")
    if engine.process is None:
        engine.start()
    yield engine
    if engine.process is None and "store" in request.fixturenames:
        engine.start()


def python(engine, code, *arguments):
    """Start a Python with the sample plan and a `store` that is connected."""
    prelude = """
        import sys; sys.path[:0] = ["tests", "."]
        from small_plan import make_graph
        from graph.errors import ZerentuError
        from graph.stores.server.store import Neo4jStore
        store = Neo4jStore(sys.argv[1], username=sys.argv[2], password=sys.argv[3])
        store.rows("RETURN 1 AS a")
    """
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(prelude) + textwrap.dedent(code),
            engine.uri,
            engine.user,
            engine.password,
        ]
        + [str(argument) for argument in arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


LOAD = """
    graph = make_graph(tasks=40)
    print("ready", flush=True)
    try:
        store.load([graph])
        print("done", flush=True)
    except ZerentuError as error:
        print(f"{type(error).__name__}: {error}", flush=True)
"""


def test_a_load_killed_at_any_point_leaves_the_old_or_the_new_state(store, engine, sample_graph, kills):
    old, new = sample_graph(tasks=3), sample_graph(tasks=40)
    seen = Counter()
    rng = random.Random(kills)
    opened = "Neo4jStore(sys.argv[2], username=sys.argv[3], password=sys.argv[4])"
    with loaders(opened, 40, engine.uri, engine.user, engine.password) as writers:
        whole = usual_time(store, old, writers)
        for _ in range(kills):
            store.load([old])
            writers.run(kill_after=rng.uniform(0, whole))
            with Neo4jStore(engine.uri, username=engine.user, password=engine.password, read_only=True) as reader:
                state = content(reader.graph())
            assert state in (content(old), content(new))
            seen["old" if state == content(old) else "new"] += 1
    print(f"{kills} kills within {whole:.2f} s left {seen['old']} times the old state, {seen['new']} times the new one")
    store.load([new])
    store.load([old])
    assert content(store.graph()) == content(old)
    assert engine.ours() == store.graph().number_of_nodes()


def test_loaders_at_once_wait_for_each_other(store, engine, sample_graph):
    """All of them share the state and the industries, and two replace each other's plan."""
    cities = ["石家庄市", "洛阳市", "洛阳市", "三明市"]
    code = "for tasks in (2, 5, 3): store.load([make_graph(sys.argv[4], tasks=tasks)])"
    loaders = [python(engine, code, city) for city in cities]
    for loader in loaders:
        said, talk = loader.communicate(timeout=180)
        assert (loader.returncode, said, talk) == (0, "", "")
    union = nx.compose_all([sample_graph(city, tasks=3) for city in cities])
    assert content(store.graph()) == content(union)


def test_a_plan_that_goes_takes_nothing_from_one_that_comes(store, engine, sample_graph):
    """One process removes the last plan that reaches a shared node while another loads one that reaches it."""
    here, there = plan_of(sample_graph()), plan_of(sample_graph("洛阳市"))
    code = """
        city, plan = sys.argv[4:6]
        for _ in range(6):
            store.load([make_graph(city, tasks=2)])
            store.remove(plan)
        store.load([make_graph(city, tasks=2)])
    """
    loaders = [python(engine, code, "石家庄市", here), python(engine, code, "洛阳市", there)]
    for loader in loaders:
        _, talk = loader.communicate(timeout=180)
        assert (loader.returncode, talk) == (0, "")
    assert content(store.graph()) == content(nx.compose(sample_graph(tasks=2), sample_graph("洛阳市", tasks=2)))


def test_readers_during_loads_see_one_state_or_the_other(store, engine, sample_graph):
    few, many = sample_graph(tasks=2), sample_graph(tasks=30)
    states = [content(few), content(many)]
    store.load([few])
    code = """
        for tasks in (30, 2) * 8:
            store.load([make_graph(tasks=tasks)])
    """
    seen, counts = [], set()
    with python(engine, code) as loader:
        while loader.poll() is None:
            seen.append(content(store.graph()))
            [row] = store.rows(
                "MATCH (t:Task) OPTIONAL MATCH (t)-[:SETS]->(g:Target) RETURN count(DISTINCT t) AS tasks, count(g) AS targets"
            ).to_numpy()
            counts.add(tuple(row))
        assert (loader.returncode, loader.stderr.read()) == (0, "")
    assert seen
    assert all(state in states for state in seen)
    assert counts <= {(2, 2), (30, 30)}


@pytest.mark.server_turn(1)
def test_a_server_killed_in_mid_load_is_a_sentence_and_comes_back_with_one_state_or_the_other(store, own, sample_graph):
    old, new = sample_graph(tasks=3), sample_graph(tasks=40)
    store.load([old])
    with python(own, LOAD) as loader:
        assert loader.stdout.readline() == "ready\n"
        time.sleep(0.2)
        own.kill()
        with Neo4jStore(own.uri, password=own.password) as late:
            with pytest.raises(StoreUnavailable, match="no Neo4j server answers there"):
                late.graph()
            own.start()
            # The driver tries again by itself for half a minute.
            said, talk = loader.communicate(timeout=180)
            assert talk == ""
            assert said == "done\n" or said.startswith("StoreUnavailable: bolt://127.0.0.1:")
            state = content(late.graph())
        assert state == content(new) if said == "done\n" else state in (content(old), content(new))
    store.load([old])
    assert content(store.graph()) == content(old)


@pytest.mark.server_turn(2)
def test_a_database_that_is_read_only_is_a_sentence(own, opened, sample_graph):
    own.clear()
    with opened() as store:
        store.load([sample_graph()])
    own.halt()
    own.configure("server.databases.read_only=neo4j")
    try:
        own.start()
        with opened() as reader:
            assert content(reader.graph()) == content(sample_graph())
            for act in (lambda: reader.load([sample_graph("洛阳市")]), lambda: reader.remove(plan_of(sample_graph()))):
                with pytest.raises(StoreUnavailable, match=r"neo4j has no permission .*read-only") as caught:
                    act()
                assert "没有权限" in caught.value.zh
            assert content(reader.graph()) == content(sample_graph())
    finally:
        own.halt()
        own.configure()
