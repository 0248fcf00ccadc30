"""Invented pairs of plans, and which task below is the counterpart of which above, as it was judged before the first run.

A plan below takes items over in words of its own, merges, splits, reorders, inserts and drops some; numbers are weakened,
put off or left out. The texts stand in tests/behaviour/cascade.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["CARE", "CITY", "TRADE", "Pair"]

_TEXTS = Path(__file__).parent / "behaviour" / "cascade"


@dataclass(frozen=True)
class Pair:
    """Two plans and how they were judged.

    Links, doubts (told or not) and what is known to be missed are numbers of items, which count through each plan; targets
    are words of the plan above with their verdict.
    """

    name: str
    links: frozenset[tuple[int, int]]
    targets: dict[str, str]
    doubts: frozenset[tuple[int, int]] = frozenset()
    missed: frozenset[tuple[int, int]] = frozenset()

    @property
    def upper(self) -> str:
        """The plan above."""
        return (_TEXTS / f"{self.name}_above.txt").read_text(encoding="utf-8")

    @property
    def lower(self) -> str:
        """The plan below."""
        return (_TEXTS / f"{self.name}_below.txt").read_text(encoding="utf-8")


CARE = Pair(
    name="care",
    links=frozenset(
        {
            (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (6, 4), (7, 5), (8, 7), (9, 8), (10, 9), (11, 10), (13, 11),
            (14, 12), (15, 13), (16, 14), (18, 15), (19, 16), (20, 18), (21, 19), (22, 20), (23, 20), (24, 21),
            (26, 22), (26, 23), (27, 24), (28, 25), (29, 25), (30, 26), (31, 27),
        }
    ),
    targets={
        "护理型床位占比达到65%以上": "weaker",
        "新建家庭养老床位3万张": "missing",
        "完成改造5万户": "different baseline",
        "老年人规范健康管理率达到70%": "later",
        "老年大学在校学员达到80万人": "different baseline",
        "培训养老护理员4万人次": "different baseline",
        "二星级以上机构占比达到60%": "missing",
        "全省养老机构床位总数达到40万张": "different baseline",
        "每百名老年人拥有社会工作者1人": "weaker",
    },
)  # fmt: skip

TRADE = Pair(
    name="trade",
    links=frozenset(
        {
            (1, 6), (2, 6), (3, 7), (4, 8), (5, 5), (6, 1), (7, 2), (9, 3), (10, 9), (11, 10), (13, 11), (14, 12),
            (15, 13), (16, 14), (17, 15), (18, 15), (20, 16), (21, 17), (22, 19), (23, 20), (24, 20), (25, 21),
            (26, 22), (27, 23), (28, 24), (29, 24), (30, 25),
        }
    ),
    doubts=frozenset({(9, 9), (10, 3), (19, 8)}),
    targets={
        "自主品牌出口占比达到30%": "missing",
        "新增有进出口实绩企业2000家": "different baseline",
        "跨境电商进出口额年均增长20%": "weaker",
        "建成海外仓150个": "different baseline",
        "班列年开行1200列": "missing",
        "国际货运航线达到40条": "missing",
        "短期险承保额达到200亿美元": "missing",
        "全省进出口总额突破1万亿元": "different baseline",
        "机电产品出口占比达到60%": "weaker",
    },
)  # fmt: skip

CITY = Pair(
    name="city",
    links=frozenset(
        {
            (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 10), (7, 11), (8, 11), (9, 21), (10, 7), (11, 8), (12, 9),
            (13, 15), (14, 16), (16, 17), (17, 19), (18, 12), (19, 13), (20, 14), (21, 12), (22, 25), (23, 20),
            (25, 21), (26, 22), (27, 23), (28, 24), (29, 24),
        }
    ),
    # Floods, put behind the sewage of another item: 易涝积水点 is all that is left of the words.
    missed=frozenset({(7, 11)}),
    targets={
        "改造老旧小区3000个": "different baseline",
        "建成完整社区800个": "different baseline",
        "更新燃气管道5000公里": "different baseline",
        "生活污水集中收集率达到80%": "weaker",
        "新增停车泊位30万个": "different baseline",
        "新建口袋公园1200个": "different baseline",
        "完成既有建筑节能改造2000万平方米": "different baseline",
        "全省城市更新完成投资6000亿元": "different baseline",
    },
)  # fmt: skip
