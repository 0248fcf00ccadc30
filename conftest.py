"""The tiny store that the examples in docstrings ask: ``sample_store``.

Two plans written by hand, small enough to be read here, with one case of everything the
questions and the audit tell apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest

from graph.agencies.regions import chain
from graph.agencies.resolve import resolve
from graph.model.check import check
from graph.model.identity import make_id
from graph.model.schema import ROLES
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import Store

#: Role, in-plan name, word of the document, basis, inherited.
Owner = tuple[str, str, str, str, bool]


class Draft:
    """A plan put together by hand, in document order; lines and offsets count on."""

    def __init__(self, title: str, region: str, level: str, source: str) -> None:
        self.graph = nx.MultiDiGraph()
        self.region = region
        self.level = level
        self.place = 0
        self.plan = make_id("Plan", region, title)
        self._node(
            "Plan", self.plan, title=title, region=region, level=level, source=source, part=1, draft=False, issuers=[]
        )
        self._edge(self.plan, self._region(region, level), "APPLIES_TO")

    def section(self, number: str, title: str, within: str | None = None) -> str:
        """Add a numbered heading below the plan or the section `within`."""
        section = make_id("Section", self.plan, number)
        depth = number.count("/") + 1
        self._node("Section", section, number=number, title=title, depth=depth, text=title, **self._at(title))
        self._edge(within or self.plan, section, "HAS_SECTION")
        return section

    def task(
        self,
        within: str,
        number: str,
        title: str,
        text: str,
        owners: list[Owner] | None = None,
        *,
        clause: str | None = None,
        part: int = 1,
        of: int = 1,
        kind: str = "item",
        deadline: str | None = None,
        due: int | None = None,
    ) -> str:
        """Add a task and who answers for it."""
        task = make_id("Task", self.plan, number, part)
        at = self._at(text)
        open_ended = bool(clause and "等" in clause)
        self._node(
            "Task", task, number=number, part=part, of=of, title=title, text=text, kind=kind, clause=clause,
            open_ended=open_ended, deadline=deadline, due=due, **at,
        )  # fmt: skip
        self._edge(within, task, "HAS_TASK")
        self._owners(task, owners, clause or "以上任务由各有关单位负责", at, open_ended=open_ended)
        return task

    def _owners(
        self, key: str, owners: list[Owner] | None, quote: str, at: dict[str, int], *, open_ended: bool
    ) -> None:
        for order, (role, name, word, basis, inherited) in enumerate(owners or [], start=1):
            self._edge(
                self._agency(name), key, ROLES[role], role=role, role_word=word, basis=basis, inherited=inherited,
                open_ended=open_ended, order=order, name=name,
                written=name.removeprefix("市") if order > 1 else name,
                quote=quote, line=at["line"], start=at["start"], end=at["end"],
            )  # fmt: skip

    def target(
        self,
        within: str,
        section: str,
        metric: str,
        text: str,
        *,
        owners: list[Owner] | None = None,
        **properties: object,
    ) -> str:
        """Add a target in the text of `within`, with owners where it is a row of an indicator table."""
        target = make_id("Target", self.plan, section, text, metric)
        at = self._at(text)
        self._node("Target", target, section=section, metric=metric, text=text, **at, **properties)
        self._edge(within, target, "SETS")
        self._owners(target, owners, "责任单位", at, open_ended=False)
        return target

    def mention(self, within: str, number: str, word: str, text: str, reason: str | None = None) -> str:
        """Add an unread trigger word in the text of `within`."""
        mention = make_id("UnreadTrigger", self.plan, text, word)
        self._node("UnreadTrigger", mention, word=word, number=number, text=text, reason=reason, **self._at(text))
        self._edge(within, mention, "LEAVES_UNREAD")
        return mention

    def industry(self, task: str, name: str, wider: str | None = None) -> None:
        """Let a task act on an industry, and that belong to a wider one."""
        industry = make_id("Industry", name)
        self._node("Industry", industry, name=name, aliases=[])
        self._edge(task, industry, "CONCERNS", written=name + "行业", order=1)
        if wider:
            self._node("Industry", make_id("Industry", wider), name=wider, aliases=[])
            self._edge(industry, make_id("Industry", wider), "PART_OF")

    def _agency(self, name: str) -> str:
        found = resolve(name, self.region, self.level)
        self._node(
            "Agency", found.id, name=found.canonical, region=found.region, level=found.level, kind=found.kind,
            functional_line=found.functional_line, aliases=list(found.aliases),
        )  # fmt: skip
        self._edge(found.id, self._region(found.region, found.level), "IN")
        return found.id

    def _region(self, name: str, level: str) -> str:
        region = make_id("Region", name)
        self._node("Region", region, name=name, level=level)
        for above in chain(name)[1:2]:
            self._edge(region, self._region(above.name, above.level), "WITHIN")
        return region

    def _at(self, text: str) -> dict[str, int]:
        self.place += 1
        start = self.place * 100
        return {"order": self.place, "line": self.place, "start": start, "end": start + len(text)}

    def _node(self, label: str, key: str, **properties: object) -> None:
        if label not in ("Plan", "Agency", "Industry", "Region"):
            properties["plan_id"] = self.plan
        self.graph.add_node(key, label=label, id=key, **properties)

    def _edge(self, source: str, target: str, kind: str, **properties: object) -> None:
        self.graph.add_edge(source, target, key=kind, **properties)


def green_parks() -> nx.MultiDiGraph:
    """Return a plan of 洛阳市: one task of each kind of responsibility."""
    plan = Draft("洛阳市绿色园区实施方案", "洛阳市", "市", "lvse.txt")
    aims = plan.section("一", "总体要求")
    plan.target(aims, "一", "园区面貌", "到2025年，园区面貌明显改善", kind="qualitative", change="level", due=2025)
    plan.mention(aims, "一", "责任单位", "各责任单位要高度重视。", reason="称呼，不指明单位")
    work = plan.section("二", "主要任务")
    saving = plan.section("二/（一）", "节能改造", work)
    boilers = plan.task(
        saving, "二/（一）/1", "改造锅炉", "改造锅炉。2025年底前改造水泥行业锅炉10台以上。",
        [
            ("lead", "市工业和信息化局", "牵头", "explicit", False),
            ("support", "市财政局", "配合", "explicit", False),
            ("support", "市生态环境局", "配合", "explicit", False),
        ],
        clause="市工业和信息化局牵头，市财政局、生态环境局配合", deadline="2025年底前", due=2025,
    )  # fmt: skip
    plan.industry(boilers, "水泥", "建材")
    plan.target(
        boilers, "二/（一）/1", "锅炉改造数", "改造水泥行业锅炉10台以上", kind="quantitative", change="level",
        comparator=">=", value=10.0, unit="台", due=2025,
    )  # fmt: skip
    plan.task(
        saving, "二/（一）/2", "统计能耗", "统计能耗。按季公布。", [("lead", "市统计局", "负责", "sole", False)],
        clause="市统计局负责",
    )  # fmt: skip
    firms = plan.task(
        work, "二/（二）", "培育企业", "培育企业。“十四五”末绿色企业达到30家。",
        [
            ("co_own", "市工业和信息化局", "负责", "listed", False),
            ("co_own", "市科技局", "负责", "listed", False),
        ],
        clause="市工业和信息化局、科技局等按职责分工负责", part=1, of=2,
    )  # fmt: skip
    plan.target(
        firms, "二/（二）", "绿色企业", "“十四五”末绿色企业达到30家", kind="quantitative", change="level",
        comparator=">=", value=30.0, unit="家", due_derived=2025,
    )  # fmt: skip
    plan.task(
        work, "二/（二）", "培育企业", "培育企业。各地自行宣传。",
        [("implement", "各县（市、区）人民政府", "落实", "explicit", False)],
        clause="各县（市、区）人民政府落实", part=2, of=2,
    )  # fmt: skip
    plan.task(
        work, "二/（三）", "建设平台", "建设平台。建成一个数据平台。",
        [
            ("lead", "市发展和改革委员会", "牵头负责", "explicit", False),
            ("lead", "市商务局", "牵头负责", "explicit", False),
        ],
        clause="市发展和改革委员会、商务局牵头负责",
    )  # fmt: skip
    roads = plan.section("二/（四）", "绿色运输", work)
    shared: list[Owner] = [
        ("co_own", "市交通运输局", "负责", "listed", True),
        ("co_own", "市公安局", "负责", "listed", True),
    ]
    plan.target(
        roads, "二/（四）", "新能源车占比", "新能源车占比达到60%左右", kind="quantitative", change="level",
        comparator="~", value=60.0, unit="%", due=2024,
    )  # fmt: skip
    plan.task(roads, "二/（四）/1", "更新车辆", "更新车辆。", shared)
    plan.task(
        roads, "二/（四）/2", "限行货车", "限行货车。", [*shared, ("lead", "市商务局", "牵头", "explicit", False)]
    )
    boxes = plan.section("二/（五）", "重点工程", work)
    plan.task(boxes, "二/（五）/专栏1", "重点工程", "", kind="box")
    support = plan.section("三", "保障措施")
    training = plan.task(support, "三/（一）", "加强培训", "各园区每年培训一次；由培训机构牵头组织。做好记录。")
    plan.mention(training, "三/（一）", "牵头", "由培训机构牵头组织。")
    check(plan.graph)
    return plan.graph


def digital_shops() -> nx.MultiDiGraph:
    """Return a plan of 石家庄市: a body of the same name as in 洛阳市, and one of the province."""
    plan = Draft("石家庄市数字车间行动方案", "石家庄市", "市", "shuzi.txt")
    work = plan.section("一", "重点任务")
    plan.task(
        work, "一/1", "建设车间", "建设车间。",
        [
            ("lead", "市工业和信息化局", "负责", "rule", False),
            ("co_own", "市财政局", "负责", "listed", False),
            ("guide", "省工业和信息化厅", "指导", "explicit", False),
        ],
        clause="市工业和信息化局、财政局负责，省工业和信息化厅指导",
    )  # fmt: skip
    plan.task(
        work, "一/2", "推广软件", "推广软件。", [("lead", "市工信局", "牵头", "explicit", False)], clause="市工信局牵头"
    )
    plan.target(
        plan.section("附", "指标表"), "附/1", "数字车间", "数字车间\t50个", kind="quantitative", change="level",
        comparator="=", value=50.0, unit="个", due=2027, due_by="2027-12-31",
        owners=[("lead", "市工业和信息化局", "责任单位", "sole", False)],
    )  # fmt: skip
    check(plan.graph)
    return plan.graph


def make_store(path: Path, plans: list[nx.MultiDiGraph]) -> Store:
    """Return a store of the default engine that holds `plans`."""
    store = EmbeddedStore(path)
    store.load(plans)
    return store


@pytest.fixture(scope="session")
def sample_plans() -> list[nx.MultiDiGraph]:
    """Return the two plans that the examples ask about."""
    return [green_parks(), digital_shops()]


@pytest.fixture(scope="session")
def sample_store(sample_plans: list[nx.MultiDiGraph], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield a store with both plans, for reading only."""
    store = make_store(tmp_path_factory.mktemp("sample") / "sample.lbug", sample_plans)
    yield store
    store.close()


@pytest.fixture(autouse=True)
def _doctest_names(doctest_namespace: dict[str, object], request: pytest.FixtureRequest) -> None:
    """Give the store to doctests only, so that no other test pays for it."""
    if isinstance(request.node, pytest.DoctestItem):
        doctest_namespace["sample_store"] = request.getfixturevalue("sample_store")


@pytest.fixture
def draft() -> Callable[..., Draft]:
    """`Draft`, to put a plan together by hand: ``draft(title, region, level, source)``."""
    return Draft
