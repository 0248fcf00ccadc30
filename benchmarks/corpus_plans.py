"""One made plan: its text in lines or rows, and the truth about it, from a seed and a place in the corpus."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.agencies.regions import NATION, Region, children, unique_name

__all__ = ["MadePlan", "Truth", "make_plan", "regions"]

#: Regions whose governments write no plans of this kind.
_ELSEWHERE = ("71", "81", "82")
_PREFIXES = ("自治区", "林区", "特区", "地区", "省", "市", "县", "区", "旗", "州", "盟")
#: Bodies that have the same name at every level, and those that are 厅 in provinces and 局 below.
_FIXED = (
    "发展改革委",
    "卫生健康委",
    "国资委",
    "政府办公室",
    "市场监管局",
    "统计局",
    "机关事务局",
    "医保局",
    "林草局",
    "税务局",
    "气象局",
)
_BY_LEVEL = (
    "教育", "科技", "公安", "民政", "司法", "财政", "人力资源社会保障", "自然资源", "生态环境", "住房城乡建设", "交通运输", "水利", "农业农村", "商务",
    "文化和旅游", "应急管理", "工业和信息化", "审计", "退役军人事务",
)  # fmt: skip
_TOPICS = (
    "制造业绿色转型", "数字乡村建设", "城市内涝治理", "养老服务提质", "营商环境优化", "社区食堂建设", "农村供水保障", "充电设施建设", "冷链物流发展",
    "河湖水质提升", "建筑垃圾治理", "中小企业数字化转型", "城市更新", "职业技能培训", "消费品以旧换新", "固体废物治理", "公共体育设施补短板", "种业振兴",
    "低空经济发展", "老旧电梯更新", "托育服务发展", "义务教育优质均衡发展", "森林防火能力提升", "安全生产治本攻坚", "商贸流通提升", "文化遗产保护",
    "基层医疗能力提升", "公共交通优先发展", "节水型社会建设", "家政服务扩容",
)  # fmt: skip
_KINDS = ("实施方案", "行动方案", "行动计划", "工作方案")
_VERBS = ("完善", "建设", "开展", "健全", "推广", "改造", "整治", "培育")
_OBJECTS = (
    "基础数据台账", "示范站点", "老旧管网", "专业人才队伍", "便民服务网点", "监测预警平台", "重点隐患点位", "标准体系", "龙头企业梯队", "公共服务场所", "联合执法机制",
    "信用评价办法", "绿色通道", "应急物资储备", "项目库", "信息共享目录",
)  # fmt: skip
_WORDS = (
    "摸清底数，分类建档，逐项销号。", "坚持问题导向，先易后难，分批推进。", "统筹存量和增量，避免重复建设。", "引导社会力量有序参与，降低群众办事成本。",
    "结合实际细化举措，形成可复制的做法。", "加大宣传引导，及时回应群众关切。", "优化审批流程，压减申报材料。", "严格质量管理，加强全过程监督。",
)  # fmt: skip
_METRICS = (
    ("服务覆盖率", "%"), ("设施完好率", "%"), ("示范站点", "个"), ("改造管网", "公里"), ("培训人员", "人次"), ("集中处理率", "%"), ("培育企业", "家"), ("办结率", "%"),
)  # fmt: skip
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Truth:
    """What a plan says, in the words of ``zerentu parse``.

    Attributes
    ----------
    region, title, number, issued
        As on the plan.
    tasks
        ``number``, ``part``, ``owners`` as lists of name and role, ``deadline``.
    targets
        Value, unit and due year of each number that is wanted.
    faults
        What is wrong with the file, as it is with those of offices.
    """

    region: str
    title: str
    number: str | None
    issued: str | None
    tasks: list[dict[str, Any]] = field(default_factory=list)
    targets: list[tuple[float, str, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class MadePlan:
    """A plan before it becomes a file: the lines of its text, or the rows of its ledger behind the lines above it."""

    lines: list[str]
    rows: list[list[str]]
    truth: Truth


@cache
def regions() -> tuple[Region, ...]:
    """Return all provinces, prefectures and counties of the gazetteer, the higher before the lower."""
    found: list[Region] = []
    level = children(NATION.name)
    while level:
        found.extend(level)
        level = tuple(below for each in level for below in children(unique_name(each)))
    return tuple(each for each in dict.fromkeys(found) if each.code and not each.code.startswith(_ELSEWHERE))


def make_plan(index: int, seed: int, kind: str) -> MadePlan:
    """Return the plan number `index` of the corpus `seed`; a ``ledger`` is a table, everything else a text."""
    chance = random.Random(f"{seed} {index}")
    places = regions()
    region = places[index % len(places)]
    return _Writer(chance, region, index // len(places)).plan(ledger=kind == "ledger")


class _Writer:
    """Writes one plan and keeps the truth about it."""

    def __init__(self, chance: random.Random, region: Region, turn: int) -> None:
        self._chance = chance
        self._place = unique_name(region)
        self._prefix = next((each for each in _PREFIXES if region.name.endswith(each)), "县")
        ending = "厅" if region.level == "省" and self._prefix != "市" else "局"
        self._bodies = (*_FIXED, *(f"{stem}{ending}" for stem in _BY_LEVEL))
        self._year = 2021 + turn % 6
        topic = _TOPICS[(turn + int(region.code[:4])) % len(_TOPICS)]
        title = f"{self._place}{topic}{chance.choice(_KINDS)}（{self._year}—{self._year + 2}年）"
        self._issuer = f"{self._place}人民政府办公室"
        number = f"{region.name[0]}政办发〔{self._year}〕{turn % 90 + 1}号"
        self._day = chance.randint(1, 28)
        self._month = chance.randint(1, 12)
        issued = f"{self._year}-{self._month:02}-{self._day:02}"
        self._truth = Truth(self._place, title, number, issued)

    def plan(self, *, ledger: bool) -> MadePlan:
        if ledger:
            return self._ledger()
        lines = [
            *self._notice(),
            self._truth.title,
            "为落实上级部署，结合本地实际，制定本方案。",
            "一、工作目标",
            self._aims(),
            "二、重点任务",
        ]
        for section in range(self._chance.randint(1, 3)):
            lines.append(f"（{_NUMERALS[section]}）{self._heading()}")
            for item in range(self._chance.randint(2, 6)):
                lines.extend(self._task(f"二/（{_NUMERALS[section]}）/{item + 1}", f"{item + 1}."))
        lines.append("三、保障措施")
        for item, name in enumerate(("加强组织领导", "强化要素保障")):
            lines.extend(self._task(f"三/（{_NUMERALS[item]}）", f"（{_NUMERALS[item]}）", name))
        return MadePlan(lines, [], self._truth)

    def _notice(self) -> list[str]:
        truth = self._truth
        return [
            f"{self._issuer}关于印发《{truth.title}》的通知",
            truth.number or "",
            "各有关单位：",
            f"《{truth.title}》已经研究同意，现印发给你们，请认真组织实施。",
            self._issuer,
            f"{self._year}年{self._month}月{self._day}日",
        ]

    def _aims(self) -> str:
        due = self._year + 2
        parts = []
        for name, unit in self._chance.sample(_METRICS, 2):
            value = self._chance.randint(55, 98) if unit == "%" else self._chance.randint(3, 900)
            parts.append(f"{name}达到{value}{unit}")
            self._truth.targets.append((float(value), unit, due))
        return f"到{due}年，{'，'.join(parts)}。"

    def _heading(self) -> str:
        return f"{self._chance.choice(_VERBS)}{self._chance.choice(_OBJECTS)}"

    def _task(self, number: str, label: str, name: str = "") -> list[str]:
        text = f"{label}{name or self._heading()}。{self._chance.choice(_WORDS)}"
        form = self._chance.choice(_FORMS)
        clause, owners = form(self)
        if form is _lines:
            deadline = f"{self._year + 1}年{self._chance.choice((3, 6, 9))}月底前"
            self._say(number, owners, deadline)
            return [text, *clause.split("\n"), f"完成时限：{deadline}"]
        self._say(number, owners, None)
        if clause and self._chance.random() < 0.08:
            second, others = _sole(self)
            self._say(number, others, None, part=2)
            return [f"{text}{clause}{self._chance.choice(_WORDS)}{second}"]
        return [f"{text}{clause}"]

    def _say(self, number: str, owners: Sequence[tuple[str, str]], deadline: str | None, part: int = 1) -> None:
        found = {"number": number, "part": part, "owners": [list(each) for each in owners], "deadline": deadline}
        self._truth.tasks.append(found)

    def _ledger(self) -> MadePlan:
        head = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"]
        rows = [head]
        for item in range(1, self._chance.randint(5, 16)):
            lead, *others = self.bodies(self._chance.randint(1, 4))
            deadline = f"{self._year + 1}年{self._chance.randint(1, 12)}月底"
            rows.append(
                [str(item), f"{self._heading()}，{self._chance.choice(_WORDS)}", lead, "、".join(others), deadline]
            )
            # The way from the top: a table that stands alone is its own section.
            self._say(f"表/{item}", [(lead, "lead"), *((each, "support") for each in others)], deadline)
        title = f"{self._truth.title.removesuffix('）').replace('（', '重点任务分解表（')}）"
        truth = Truth(self._truth.region, title, None, None, self._truth.tasks)
        return MadePlan([title], rows, truth)

    def bodies(self, count: int) -> list[str]:
        """Return so many bodies of the place, none twice."""
        return [f"{self._prefix}{each}" for each in self._chance.sample(self._bodies, count)]

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list, in which the level may stand before the first one alone."""
        if self._chance.random() < 0.15:
            return "、".join([names[0], *(each.removeprefix(self._prefix) for each in names[1:])])
        return "、".join(names)

    def several(self, least: int, most: int) -> list[str]:
        return self.bodies(self._chance.randint(least, most))


Form = Callable[[_Writer], tuple[str, list[tuple[str, str]]]]


def _led(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    lead, *others = writer.several(2, 5)
    return f"（{lead}牵头，{writer.listed(others)}配合）", [(lead, "lead"), *((each, "support") for each in others)]


def _divided(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    lead, *others = writer.several(3, 5)
    text = f"（{lead}牵头，{writer.listed(others)}等按职责分工负责）"
    return text, [(lead, "lead"), *((each, "co_own") for each in others)]


def _responsible(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    names = writer.several(2, 6)
    return f"（责任单位：{writer.listed(names)}）", [(each, "co_own") for each in names]


def _shared(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    names = writer.several(2, 4)
    return f"（{writer.listed(names)}按职责分工负责）", [(each, "co_own") for each in names]


def _sole(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    [name] = writer.bodies(1)
    return f"（{name}负责）", [(name, "lead")]


def _lines(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    lead, *others = writer.several(2, 4)
    owners = [(lead, "lead"), *((each, "support") for each in others)]
    return f"牵头单位：{lead}\n配合单位：{writer.listed(others)}", owners


def _nobody(writer: _Writer) -> tuple[str, list[tuple[str, str]]]:
    return "", []


#: Ways to say who answers, the common ones more than once.
_FORMS: tuple[Form, ...] = (
    _led, _led, _led, _divided, _divided, _responsible, _responsible, _responsible, _shared, _shared, _sole, _sole, _lines, _nobody,
)  # fmt: skip
