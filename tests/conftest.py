"""Fixtures that more than one package's tests use: a small plan as a graph, and a store."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import neo4j_server
import pytest
from hypothesis import HealthCheck, settings
from small_plan import make_graph

from graph.stores.embedded.store import EmbeddedStore
from graph.stores.server.store import Neo4jStore

ROOT = Path(__file__).parents[1]


# No test measures time: the first example of a test compiles patterns and reads tables, on a machine that may be busy.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser):
    parser.addoption("--kills", type=int, default=6, help="how often the tests of crashes kill a loader (default: 6)")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    # Somebody else's server is one, and the tests of two processes would meet on it.
    return 1 if os.environ.get("NEO4J_URI") else min(4, os.cpu_count() or 1)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from scheduling import ByServer

    return ByServer(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    # A server that was started anew plans every statement anew, which costs more than the start: what needs it stopped
    # comes before its first start (-1) or in the end (1 and 2).
    turns = {item: next((mark.args[0] for mark in item.iter_markers("server_turn")), 0) for item in items}
    items.sort(key=turns.__getitem__)


def pytest_configure(config):
    config.addinivalue_line("markers", "server_turn(number): when it comes among what asks a server; others have 0")
    # A run that is terminated stops its servers as it would on Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("terminated", 143))


@pytest.fixture
def kills(request):
    """How often a test of crashes kills."""
    return request.config.getoption("--kills")


@pytest.fixture(scope="session")
def sample_graph():
    """The function that builds a small plan: ``sample_graph("洛阳市", tasks=2)``."""
    return make_graph


@pytest.fixture
def store(tmp_path):
    """An empty store of the default engine, closed after the test."""
    opened = EmbeddedStore(tmp_path / "库 存.lbug")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def servers():
    """The servers that run, by their line; each starts when it is first asked for."""
    running = {}
    yield running
    for server in running.values():
        server.stop()


@pytest.fixture(scope="module", params=["embedded", "5.26"])
def engine(request, servers):
    """Each engine in turn: None for the embedded one, else a server that runs.

    The current line of servers is asked by tests/graph/stores/server, test_parity and test_same_answers, which say so themselves.
    """
    line = request.param
    if line == "embedded":
        return None
    server = servers.get(line)
    if server is None:
        server = found(line)
    if server.process is None:
        with needed():
            server.start()
    if line not in servers:
        servers[line] = server
        if server.process is None and server.ours():
            pytest.fail(f"{server.uri} holds plans, and the tests would remove them; set NEO4J_URI to a server without")
    return server


@contextmanager
def needed():
    """Skip where there is no server, or fail where one is required."""
    try:
        yield
    except neo4j_server.NoServer as error:
        required = os.environ.get("ZERENTU_REQUIRE_NEO4J") == "1" and not isinstance(error, neo4j_server.OtherLine)
        (pytest.fail if required else pytest.skip)(str(error))


def found(line, *settings):
    """Return a server of a line that is not started yet."""
    with needed():
        return neo4j_server.find(line, *settings)


@pytest.fixture(scope="module")
def stopped(request, servers):
    """A server of ours that does not run: files are imported into it, and it starts with what they made.

    Where nobody else's server is asked it is the one that all other tests ask afterwards.
    """
    line = request.param
    if "NEO4J_URI" not in os.environ:
        if line not in servers:
            servers[line] = found(line)
        servers[line].halt()
        yield servers[line]
    else:
        # A setting of its own rules out a server that somebody else runs.
        own = found(line, "db.tx_log.preallocate=false")
        yield own
        own.stop()


@contextmanager
def empty_store(engine, path):
    """Open an empty store of an engine; what a server was given goes at the end."""
    if engine is None:
        opened = EmbeddedStore(path)
    else:
        engine.clear()
        opened = Neo4jStore(engine.uri, username=engine.user, password=engine.password)
    with opened:
        yield opened
    if engine is not None:
        engine.clear()


@pytest.fixture
def any_store(engine, tmp_path):
    """An empty store of each engine, closed after the test."""
    with empty_store(engine, tmp_path / "库 存.lbug") as opened:
        yield opened


@pytest.fixture(scope="module")
def module_store(engine, tmp_path_factory):
    """A store of each engine that is empty when a module begins; its tests share it."""
    with empty_store(engine, tmp_path_factory.mktemp("库 存") / "a.lbug") as opened:
        yield opened


@pytest.fixture(scope="module")
def opened(engine):
    """The function that opens the server's store with other settings: ``opened(read_only=True)``."""

    def call(**options):
        return Neo4jStore(engine.uri, **{"username": engine.user, "password": engine.password, **options})

    return call


@pytest.fixture
def driver(engine):
    """A driver that is logged in to the server."""
    with engine.driver() as opened:
        yield opened


@pytest.fixture(scope="session")
def local_stores(tmp_path_factory):
    """Embedded stores by the plans that they hold, each with its report; it is filled when it is first asked for."""
    filled = {}
    yield filled
    for store, _ in filled.values():
        store.close()


@pytest.fixture(scope="module")
def loaded(request, engine, local_stores, tmp_path_factory):
    """The same plans in an embedded store and on a server: the ``sample`` ones or ``all``, as the test says.

    They are only read, and stay on the server until another test clears it.
    """
    if request.param not in local_stores:
        store = EmbeddedStore(tmp_path_factory.mktemp("parity") / "zerentu.lbug")
        local_stores[request.param] = store, store.load(plans_of(request.param))
    local, report = local_stores[request.param]
    with Neo4jStore(engine.uri, username=engine.user, password=engine.password) as server:
        if engine.holds != request.param:
            engine.clear()
            assert server.load(plans_of(request.param)) == report
            engine.holds = request.param
        yield local, server


@cache
def plans_of(name):
    """Return the graphs of the ``sample`` plans, or of ``all``: beside them so many real ones that each kind is among them."""
    sample = [*graphs_of(ROOT.glob("zerentu/sample/*.txt")), make_graph(), make_graph("洛阳市", tasks=2)]
    if name == "sample" or "ZERENTU_CORPUS" not in os.environ:
        return sample
    return [*sample, *graphs_of(sorted(Path(os.environ["ZERENTU_CORPUS"]).rglob("*.txt"))[::3])]


def graphs_of(paths):
    # Imported here: the processes that tests start import this module too, and need no parser.
    from corpus import parsed

    from ingest.to_graph import build_graphs

    return [graph for path in paths for graph in build_graphs(parsed(path))]
