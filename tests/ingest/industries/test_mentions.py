"""Industries: the lexicon holds together, and a text's industries are found in context."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.identity import fold
from ingest.industries.mentions import broader, entries, find_industries, industry, narrower


def written(text: str) -> list[str]:
    return [found.written for found in find_industries(text)]


def test_every_wider_industry_is_an_entry_and_no_chain_goes_round() -> None:
    for name, entry in entries().items():
        assert entry.broader is None or entry.broader in entries(), name
        assert name not in broader(name)


def test_codes_are_sections_divisions_groups_or_classes() -> None:
    for entry in entries().values():
        assert (
            entry.code is None
            or (entry.code.isdigit() and 2 <= len(entry.code) <= 4)
            or entry.code in "ABCDEFGHIJKLMNOPQRST"
        )


@pytest.mark.parametrize(
    ("name", "code", "wider"),
    [
        ("水泥", "3011", ("建材", "原材料", "制造业")),
        ("平板玻璃", "3041", ("玻璃", "建材", "原材料", "制造业")),
        ("电解铝", "3216", ("有色金属", "原材料", "制造业")),
        ("新能源汽车", "3612", ("汽车", "装备制造", "制造业")),
        ("氢能", None, ("新能源", "能源")),
    ],
)
def test_code_and_hierarchy(name: str, code: str | None, wider: tuple[str, ...]) -> None:
    entry = industry(name)
    assert entry is not None
    assert (entry.code, broader(name)) == (code, wider)


@pytest.mark.parametrize(
    ("name", "expected"), [("有色", "有色金属"), ("钢铁行业", "钢铁"), ("家用电器", "家电"), ("纺织业", "纺织")]
)
def test_other_words_lead_to_the_entry(name: str, expected: str) -> None:
    entry = industry(name)
    assert entry is not None
    assert entry.name == expected


def test_unknown_words_are_no_industry() -> None:
    assert industry("督查") is None
    assert broader("督查") == narrower("督查") == ()


def test_narrower_goes_all_the_way_down() -> None:
    assert {"水泥", "水泥熟料", "陶瓷", "建筑陶瓷"} <= set(narrower("建材"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动钢铁、水泥和平板玻璃等行业改造。", ["钢铁", "水泥", "平板玻璃"]),
        ("支持水泥企业技改，淘汰落后水泥产能。", ["水泥"]),
        ("发展新能源汽车，做强汽车零部件。", ["新能源汽车", "汽车零部件"]),
        ("做大石化化工产业，推进化工园区整治。", ["石化化工", "化工"]),
        ("1.钢铁。严格产能置换。", ["钢铁"]),
        ("优化石化产业布局。", ["石化"]),
        ("做强钢铁、先进农机装备、高端轴承等产业链。", ["钢铁", "先进农机装备", "高端轴承"]),
        ("回收利用铜、铝、铅等。", ["铜", "铝", "铅"]),
        ("发展海洋工程用特钢、弹簧钢等产品。", ["海洋工程用特钢", "弹簧钢"]),
    ],
)
def test_industries_in_text_order_longest_first(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "由市汽车产业发展局牵头，钢铁产业链专班跟进。",
        "贯彻《钢铁行业规范条件》，规范审批。",
        "落实水泥行业碳达峰实施方案要求。",
        "加强协同（市生态环境局、石化化工产业专班按职责分工负责）",
        "责任单位：市汽车产业办、市钢铁协会",
        "会同江南化工大学开展培训。",
        "强化工作调度，深化工程管理。",
        "控制能源消费，倡导绿色出行。",
        "推动电子政务建设。",
        "督促金融、能源、建筑等部门协同。",
        "利用大数据分析。",
        "按照国家政策标准执行。",
        "",
    ],
)
def test_words_that_act_as_something_else(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("壮大能源产业。", ["能源"]),
        ("推动电子、机械等行业诊断改造。", ["电子", "机械"]),
        ("发展现代金融业。", ["金融"]),
        ("培育旅游企业。", ["旅游"]),
    ],
)
def test_weak_words_count_where_the_text_presents_a_trade(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("谋划量子传感、深海装备、细胞育种等未来产业。", ["量子传感", "深海装备", "细胞育种"]),
        ("做强轻型飞艇、钢结构、智能锁具三条百亿级产业链。", ["轻型飞艇", "钢结构", "智能锁具"]),
        ("发展壮大预制菜产业，延伸仿真花产业链。", ["预制菜", "仿真花"]),
        ("培育柳林县竹编产业集群和新型陶瓷产业集群。", ["竹编", "新型陶瓷"]),
        ("支持潮汐能、波浪能等新能源产业发展。", ["潮汐能", "波浪能", "新能源"]),
        ("大力发展工业设计、检测认证等生产性服务业。", ["工业设计", "检测认证"]),
        ("在井下充填、生态修复、绿色建材等领域扩大应用。", ["井下充填", "生态修复", "绿色建材"]),
        ("重点发展现代物流、研发设计，配套建设码头。", ["现代物流", "研发设计"]),
        ("加快发展尼龙材料、改性工程塑料、合成树脂等高附加值产品。", ["尼龙材料", "改性工程塑料", "合成树脂"]),
        ("做大锂电池及储能装备、集成电路和电子元器件，延长链条。", ["锂电池及储能装备", "集成电路", "电子元器件"]),
        ("推进制造业数字化转型，做强铝产业。", ["制造业", "铝"]),
        ("实施智能光伏产业创新行动计划。", ["智能光伏"]),
        ("强化工业固废综合利用，做强化工。", ["工业固废综合利用", "化工"]),
        ("组织石化、织物印染、蜡染布、农药等重点行业治理异味。", ["石化", "织物印染", "蜡染布", "农药"]),
    ],
)
def test_trades_that_the_text_presents_need_no_lexicon(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "完善上下游产业链，培育战略性新兴产业，压减高耗能行业产能。",
        "在产品开发、技术创新、品牌建设等领域培育小巨人。",
        "发挥学会、行业协会、产业联盟等机构作用，加强行业自律。",
        "形成可复制的管理办法和行业方案，推动跨行业合作。",
        "承接京津冀、长三角等地产业，推进企业园区内产业循环。",
        "对产能已饱和的行业严格准入，对标国际先进行业水平。",
        "由渔业集团、航空产业联合会、低空飞行创新中心承办。",
        "推广基础制造工艺与检测方法，减少物流量。",
        "支持受灾情影响较重行业恢复，保障应急物资生产企业用工。",
        "规范各类收费，坚决禁止、严厉查处利用行业垄断收费的行为。",
    ],
)
def test_what_only_stands_before_such_a_word_is_no_trade(text: str) -> None:
    assert written(text) == []


def test_an_unknown_trade_belongs_to_what_its_name_ends_with() -> None:
    found = find_industries("壮大稀土新材料产业，做优竹编产业，推进有色金属企业和有色冶炼改造。")
    assert [(each.written, each.name) for each in found] == [
        ("稀土新材料", "新材料"),
        ("竹编", "竹编"),
        ("有色金属", "有色金属"),
    ]


def test_found_keeps_what_was_written_and_where() -> None:
    text = "提升有色行业能效。"
    (found,) = find_industries(text)
    assert (found.written, found.name, found.code, text[found.start : found.end]) == ("有色", "有色金属", "32", "有色")


@given(
    st.lists(
        st.sampled_from(["钢铁", "能源", "、", "等行业", "。", "《", "》", "化工", "（", "负责）", "铜、铝", "a"]),
        max_size=30,
    ).map("".join)
)
def test_offsets_are_true_and_spellings_unique(text: str) -> None:
    found = find_industries(text)
    assert [text[each.start : each.end] for each in found] == [each.written for each in found]
    assert len({each.written for each in found}) == len(found)
    assert [each.start for each in found] == sorted(each.start for each in found)


def measure_text(text: str, task: dict[str, str | int | None], start: int) -> tuple[str, int]:
    """Cut a task crudely: from its title, or the clause before, to its clause."""
    if task["part"] == 1:
        start = max(text.find(fold(str(task["title"]))[:14], start), start)
    if task["clause"] is None:
        return text[start : start + 600], start + 5
    clause = fold(str(task["clause"]))
    end = text.find(clause, start)
    return (text[start:end], end + len(clause)) if end >= 0 else ("", start)


@pytest.mark.parametrize(("gold", "number"), [("national", "002"), ("henan", "003"), ("anqing", "001")])
def test_f1_on_the_annotated_seeds(gold: str, number: str) -> None:
    folder = os.environ.get("ZERENTU_CORPUS")
    if not folder:
        pytest.skip("set ZERENTU_CORPUS to the folder of real plans")
    (path,) = Path(folder, "seeds").glob(f"{number}_*.txt")
    text = fold(path.read_text(encoding="utf-8"))
    tasks = json.loads((Path(folder).parent / "gold" / "seeds" / f"{gold}.json").read_text(encoding="utf-8"))["tasks"]
    start = text.find("二、", 200)
    tally: Counter[str] = Counter()
    for task in tasks:
        passage, start = measure_text(text, task, start)
        if not task["clause"]:  # its end is not told by a clause
            continue
        want, got = {fold(name) for name in task["industries"]}, set(written(passage))
        tally.update(both=len(want & got), gold=len(want), found=len(got))
    assert 2 * tally["both"] / (tally["gold"] + tally["found"]) >= 0.8


@pytest.mark.parametrize(
    ("text", "acted_on"),
    [
        ("面向钢铁、交通等行业提供数字化转型服务", []),
        ("为钢铁、化工行业提供算力服务", []),
        ("面向装备制造、电子信息等行业开发工业软件", []),
        ("培育面向建材、化工等重点行业的系统解决方案供应商", []),
        ("发展钢铁产业，面向交通行业提供专用钢材", ["钢铁"]),
        ("为推动钢铁行业转型提供支撑", ["钢铁"]),
        ("推动人工智能在钢铁、纺织行业的应用", ["钢铁", "纺织"]),
    ],
)
def test_whom_a_service_is_for_is_not_acted_on(text: str, acted_on: list[str]) -> None:
    assert [found.written for found in find_industries(text)] == acted_on
