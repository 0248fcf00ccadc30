"""A small plan as a graph, built by hand; processes that tests start import it without pytest."""

from __future__ import annotations

import networkx as nx

from graph.model.check import check
from graph.model.identity import make_id
from graph.model.schema import LABELS, RELATIONSHIPS, ROLES

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
