"""Fixtures that more than one package's tests use: a small plan as a graph, and a store."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import neo4j_server
import networkx as nx
import pytest
from hypothesis import HealthCheck, settings

from graph.model.check import check
from graph.model.identity import make_id
from graph.model.schema import LABELS, RELATIONSHIPS, ROLES
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


def pytest_configure():
    # A run that is terminated stops its servers as it would on Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("terminated", 143))


@pytest.fixture
def kills(request):
    """How often a test of crashes kills."""
    return request.config.getoption("--kills")


_PROPERTIES = {item.name: [each.name for each in item.properties] for item in (*LABELS, *RELATIONSHIPS)}


_ROLE_OF = {kind: role for role, kind in ROLES.items()}


class Sample:
    """Builds a graph by hand: `node` and `edge` fill in what is not said with None."""

    def __init__(self) -> None:
        self.graph = nx.MultiDiGraph()

    def node(self, label: str, *key: str, **properties: object) -> str:
        name = make_id(label, *key)
        known = dict.fromkeys(_PROPERTIES[label])
        self.graph.add_node(name, label=label, **{**known, "id": name, **properties})
        return name

    def edge(self, source: str, kind: str, target: str, **properties: object) -> None:
        self.graph.add_edge(source, target, key=kind, **{**dict.fromkeys(_PROPERTIES[kind]), **properties})

    def region(self, name: str, level: str, code: str, within: str | None = None) -> str:
        region = self.node("Region", name, name=name, level=level, code=code)
        if within is not None:
            self.edge(region, "WITHIN", within)
        return region

    def agency(self, region: str, name: str, *aliases: str, kind: str = "body", level: str = "市") -> str:
        at = self.graph.nodes[region]["name"]
        agency = self.node("Agency", at, name, name=name, region=at, level=level, kind=kind, aliases=list(aliases))
        self.edge(agency, "IN", region)
        return agency


def make_graph(city: str = "石家庄市", *, title: str = "工业节能实施方案", tasks: int = 4) -> nx.MultiDiGraph:
    """Return a plan of `city` with every label, every relationship type and all five roles.

    Plans of two cities share the state, the industries and nothing else.
    """
    plan_title = f"{city}{title}"
    sample = Sample()
    state = sample.region("全国", "国家", "100000")
    region = sample.region(city, "市", "130100", within=state)
    plan = sample.node(
        "Plan", city, title, title=plan_title, number="某政发〔2024〕1号", region=city, level="市",
        issuers=[f"{city}人民政府"], issued="2024-03-01", draft=False, source=f"{plan_title}.txt", sha256="0" * 64,
        part=1, stored_text=f"{plan_title}\n一、重点任务\n",
    )  # fmt: skip
    sample.edge(plan, "APPLIES_TO", region)
    chapter = sample.node(
        "Section", plan, "一", plan_id=plan, number="一", title="重点任务", depth=1, order=1, line=2, start=20, end=26,
        text="一、重点任务",
    )  # fmt: skip
    section = sample.node(
        "Section", plan, "一/（一）", plan_id=plan, number="一/（一）", title="节能改造", depth=2, order=2, line=3,
        start=27, end=35, text="（一）节能改造",
    )  # fmt: skip
    sample.edge(plan, "HAS_SECTION", chapter)
    sample.edge(chapter, "HAS_SECTION", section)
    industry = sample.agency(region, "市工业和信息化局", "市工信局", "工业和信息化局")
    finance = sample.agency(region, "市财政局", "财政局")
    experts = sample.agency(region, "市行业协会", kind="organisation")
    counties = sample.agency(region, "各县（市、区）人民政府", kind="collective", level="区县")
    ministry = sample.agency(state, "工业和信息化部", "工信部", level="国家")
    metal = sample.node("Industry", "金属冶炼", name="金属冶炼", code="C31", aliases=[])
    steel = sample.node("Industry", "钢铁", name="钢铁", aliases=["炼钢"])
    sample.edge(steel, "PART_OF", metal)
    for index in range(1, tasks + 1):
        number = f"一/（一）/{index}"
        clause = "市工业和信息化局牵头，市财政局、各县（市、区）人民政府等按职责分工负责"
        start = 100 * index
        task = sample.node(
            "Task", plan, number, plan_id=plan, number=number, part=1, of=1, title=f"改造第{index}批炉窑", kind="item",
            clause=clause, open_ended=True, deadline="2025年底前", due=2025, order=index, line=3 + index, start=start,
            end=start + 60, text=f"{index}.改造第{index}批炉窑，能耗下降{index}%。（{clause}）",
        )  # fmt: skip
        sample.edge(section if index > 1 else plan, "HAS_TASK", task)
        owners = [
            ("LEADS", industry, "牵头", "explicit"),
            ("CO_OWNS", finance, "负责", "listed"),
            ("SUPPORTS", experts, "配合", "explicit"),
            ("GUIDES", ministry, "指导", "explicit"),
            ("IMPLEMENTS", counties, "落实", "explicit"),
        ]
        for order, (kind, agency, word, basis) in enumerate(owners if index < tasks else owners[3:], start=1):
            name = sample.graph.nodes[agency]["name"]
            sample.edge(
                agency, kind, task, role=_ROLE_OF[kind], role_word=word, basis=basis, inherited=index % 2 == 0, open_ended=True, order=order,
                name=name, written=name.removeprefix("市"), quote=clause, line=3 + index, start=start + 30,
                end=start + 58,
            )  # fmt: skip
        sample.edge(task, "CONCERNS", steel, written="钢铁", order=1)
        for holder in (plan, section, task):
            target = sample.node(
                "Target", plan, number, holder, plan_id=plan, section=number, metric="能耗", kind="quantitative",
                change="decrease", comparator=">=", value=index + 0.5, unit="%", due=2025, order=index, line=3 + index,
                start=start + 12, end=start + 20, text=f"能耗下降{index}.5%",
            )  # fmt: skip
            sample.edge(holder, "SETS", target)
            mention = sample.node(
                "UnreadTrigger", plan, number, holder, plan_id=plan, word="牵头", number=number, order=index,
                line=3 + index, start=start + 70, end=start + 72, text="由牵头单位另行通知。",
            )  # fmt: skip
            sample.edge(holder, "LEAVES_UNREAD", mention)
    first = make_id("Task", plan, "一/（一）/1")
    report = sample.node(
        "Progress", plan, "1", plan_id=plan, task_id=first, number="一/（一）/1", title="改造第1批炉窑", agency_id=industry,
        agency="市工业和信息化局", said="已改造3台。", state="under_way", share=30.0, quarters=["2025Q1 已招标"],
        imported="2025-04-02", order=1, file="工信局.xlsx", sheet="任务", row=4,
    )  # fmt: skip
    sample.edge(industry, "REPORTED", report)
    sample.edge(report, "REPORTS_ON", first)
    override = sample.node(
        "Override", plan, "merge", plan_id=plan, kind="merge", entry="override-1", subject=finance, order=1,
        text="市财政局 与 市工业和信息化局 视为同一机构",
    )  # fmt: skip
    sample.edge(plan, "HAS_OVERRIDE", override)
    for agency in (finance, industry):
        sample.edge(override, "SAME_AS", agency)
    check(sample.graph)
    return sample.graph


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


@pytest.fixture(scope="module", params=["embedded", *neo4j_server.VERSIONS])
def engine(request, servers):
    """Each engine in turn: None for the embedded one, else a server that runs."""
    line = request.param
    if line == "embedded":
        return None
    if line not in servers:
        try:
            server = neo4j_server.find(line)
            server.start()
        except neo4j_server.NoServer as error:
            required = os.environ.get("ZERENTU_REQUIRE_NEO4J") == "1" and not isinstance(error, neo4j_server.OtherLine)
            (pytest.fail if required else pytest.skip)(str(error))
        servers[line] = server
        if server.process is None and server.ours():
            pytest.fail(f"{server.uri} holds plans, and the tests would remove them; set NEO4J_URI to a server without")
    return servers[line]


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
