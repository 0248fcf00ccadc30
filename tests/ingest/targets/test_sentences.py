from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.parse import parse_file
from ingest.targets.sentences import Target, find_targets

CORPUS = os.environ.get("ZERENTU_CORPUS")


def brief(text: str) -> list[tuple[str, str, str | None, float | None, str | None, int | None]]:
    return [(s.metric, s.change, s.comparator, s.value, s.unit, s.due) for s in find_targets(text)]


def one(text: str) -> Target:
    [target] = find_targets(text)
    return target


def test_a_year_right_before_a_number_is_its_own() -> None:
    found = brief("培育示范企业30家，其中2026年10家、2027年12家、2028年8家。")
    assert [(value, due) for *_, value, _, due in found] == [(30, None), (10, 2026), (12, 2027), (8, 2028)]
    [(*_, value, _, due)] = brief("覆盖率由2026年的35%提高到2027年的50%。")
    assert (value, due) == (50, 2027)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Where a number starts from is neither a report nor a part of the metric.
        ("床位由目前的500张增至800张。", [("床位", "level", ">=", 800, "张", None)]),
        (
            "床位由目前的500张增至800张，覆盖率从60%提高到80%。",
            [
                ("床位", "level", ">=", 800, "张", None),
                ("覆盖率", "level", ">=", 80, "%", None),
            ],
        ),
        ("目前床位500张，力争达到800张。", [("床位", "level", ">=", 800, "张", None)]),
        ("认定企业由现在的12家增加到40家。", [("企业", "level", ">=", 40, "家", None)]),
        # Of what size those are that all are reached tells no number to reach.
        ("实现20户以上自然村通信全覆盖。", []),
        ("基金可支付月数不低于9个月。", [("基金可支付月数", "level", ">=", 9, "个月", None)]),
        (
            "接待游客300万人次、综合收入26亿元，均增长10%以上。",
            [("接待游客、综合收入", "increase", ">=", 10, "%", None)],
        ),
        ("恢复改善灌溉面积38万亩。", [("灌溉面积", "level", "=", 38, "万亩", None)]),
        ("惠及群众12万人。", [("群众", "level", "=", 12, "万人", None)]),
        ("申请材料精简30%。", [("申请材料", "decrease", "=", 30, "%", None)]),
        ("森林蓄积量净增120万立方米。", [("森林蓄积量", "increase", "=", 120, "万立方米", None)]),
        # A part of the year is no metric; without a noun the verb is one, unless it says only that something is done.
        ("上半年新增学位200个。", [("学位", "increase", "=", 200, "个", None)]),
        (
            "新增学位200个，全年培训500人次。",
            [("学位", "increase", "=", 200, "个", None), ("培训", "level", "=", 500, "人次", None)],
        ),
        (
            "新建公厕20座，上半年完成10座。",
            [("公厕", "level", "=", 20, "座", None), ("公厕", "level", "=", 10, "座", None)],
        ),
        (
            "培育服务商10家，打造服务业集聚区5个。",
            [("服务商", "level", "=", 10, "家", None), ("服务业集聚区", "level", "=", 5, "个", None)],
        ),
        ("每年培训不少于2期。", [("培训", "level", ">=", 2, "期", None)]),
        # What every one of them does.
        ("城镇新建建筑100%执行绿色标准。", [("城镇新建建筑", "level", "=", 100, "%", None)]),
        ("按实缴额100%返还。", []),
        # A noun such as 示范 or 项目 behind a verb of wishing is what is wanted; behind one of rising it is its name.
        ("建设示范基地10个。", [("示范基地", "level", "=", 10, "个", None)]),
        ("新增项目30个。", [("项目", "increase", "=", 30, "个", None)]),
        ("出栏生猪100万头。", [("生猪", "level", "=", 100, "万头", None)]),
        ("抽检食品3万批次。", [("食品", "level", "=", 3, "万批次", None)]),
        ("加工秸秆，综合利用率94%。", [("综合利用率", "level", "=", 94, "%", None)]),
        ("现状覆盖率60%。", []),
        ("优良天数310天以上。", [("优良天数", "level", ">=", 310, "天", None)]),
        ("公示天数5天以上。", []),
        ("创建和美乡村示范村50个。", [("和美乡村示范村", "level", "=", 50, "个", None)]),
        ("举办培训班20期。", [("培训班", "level", "=", 20, "期", None)]),
        ("组织招聘会100场。", [("招聘会", "level", "=", 100, "场", None)]),
        ("为5000户困难家庭实施改造。", [("困难家庭实施改造", "level", "=", 5000, "户", None)]),
        ("城市低保标准提高到每人每月720元。", [("城市低保标准", "level", ">=", 720, "元", None)]),
        ("对困难家庭给予每人每月720元补贴。", []),
        ("认为2名专家提供的意见可行。", []),
    ],
)
def test_numbers_that_a_plan_wants_without_a_deadline(text: str, found: list[tuple[object, ...]]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "metric", "change", "comparator", "value", "unit"),
    [
        ("到2027年，绿地覆盖率达到45%。", "绿地覆盖率", "level", ">=", 45, "%"),
        ("到2027年，渗漏率降至9%以下。", "渗漏率", "level", "<=", 9, "%"),
        ("到2027年，用水量较2020年下降16%。", "用水量", "decrease", "=", 16, "%"),
        ("到2027年，渗漏率下降不低于3个百分点。", "渗漏率", "decrease", ">=", 3, "个百分点"),
        ("到2027年，客运量年均增长8%左右。", "客运量", "increase", "~", 8, "%"),
        ("到2027年，取水总量控制在3亿立方米以内。", "取水总量", "level", "<=", 3, "亿立方米"),
        ("到2027年，优良天数比例稳定在85%以上。", "优良天数比例", "level", ">=", 85, "%"),
        ("到2027年，覆盖率力争达到60%左右。", "覆盖率", "level", "~", 60, "%"),
        ("到2027年，累计建成口袋公园120个。", "口袋公园", "level", ">=", 120, "个"),
        ("到2027年，培育30家骨干养老机构。", "骨干养老机构", "level", "=", 30, "家"),
        ("到2027年，培育骨干养老机构30家左右。", "骨干养老机构", "level", "~", 30, "家"),
        ("到2027年，新增停车位4万个。", "停车位", "increase", "=", 4, "万个"),
        ("到2027年，推广万种特色产品。", "特色产品", "level", "=", 10000, "种"),
        ("到2027年，游客人数实现翻番。", "游客人数", "increase", "=", 1, "番"),
        ("到2027年，游客人数增长一倍以上。", "游客人数", "increase", ">=", 1, "倍"),
        ("到2027年，人均预期寿命达到80岁。", "人均预期寿命", "level", ">=", 80, "岁"),
        ("到2027年，办结时限压缩至3个工作日以内。", "办结时限", "level", "<=", 3, "个工作日"),
        ("到2027年，终端售价不高于25元/千克。", "终端售价", "level", "<=", 25, "元/千克"),
        ("到2027年，渗漏率由2020年的12%降到9%。", "渗漏率", "level", "<=", 9, "%"),
        ("2027年力争新建充电站100座。", "充电站", "level", "=", 100, "座"),
        ("适龄人口体检率2027年达到70%。", "适龄人口体检率", "level", ">=", 70, "%"),
        ("在2027年底前建成驿站不少于20个。", "驿站", "level", ">=", 20, "个"),
    ],
)
def test_a_number_with_its_deadline(
    text: str, metric: str, change: str, comparator: str, value: float, unit: str
) -> None:
    assert brief(text) == [(metric, change, comparator, value, unit, 2027)]


@pytest.mark.parametrize(
    ("text", "metric", "comparator", "value"),
    [
        ("每年组织20场以上科普讲座。", "科普讲座", ">=", 20),
        ("稳定控制取水总量在3亿立方米以内。", "取水总量", "<=", 3),
        ("面向山区培育40家乡村客栈。", "乡村客栈", "=", 40),
        ("改造提升步行街2条以上。", "步行街", ">=", 2),
        ("事项网上可办率不低于90%。", "事项网上可办率", ">=", 90),
        ("各级100个高频事项实现一次办结。", "高频事项实现一次办结", "=", 100),
        ("推动30%的村集体完成清产核资。", "村集体完成清产核资", "=", 30),
    ],
)
def test_a_number_without_a_deadline(text: str, metric: str, comparator: str, value: float) -> None:
    said = one(text)
    assert (said.metric, said.comparator, said.value, said.due) == (metric, comparator, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "推广适合60℃以下低温热源的设备。",
        "淘汰20蒸吨/小时以下锅炉。",
        "加快5G和L3级自动驾驶应用。",
        "支持营业收入2000万元以上的企业做大做强。",
        "落实《2030年前城市更新行动方案》和国发〔2021〕23号文件。",
        "对前30位企业开展走访。",
        "按实际缴费的50%返还失业保险费。",
        "贴息期限不超过1年，最高给予30万元奖励。",
        "对购置设备的企业给予30%补助。",
        "公示期不少于7个工作日，逾期3个月内补办。",
        "落实五项制度，做好三级联动，建设“15分钟”生活圈。",
        "围绕3个方向、依托2个平台深化合作。",
        "截至2023年底，全市已建成充电桩1.2万个。",
        "目前覆盖率达到60%。",
        "“十四五”期间，生态环境质量持续改善。",
        "本措施自2026年1月1日起施行，有效期至2027年12月31日。",
        "2026年1月1日至2026年6月30日，免征摊位费。",
        "2026年3月31日前，暂免收取邮寄费用，对困难企业优先办理。",
        "2027年工作要点",
        "完成时限：2027年6月底前",
        "水泥熟料\t≤100千克标准煤/吨\t2027年",
        "突破核心零部件技术，提供一站式服务。",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert brief(text) == []


def test_a_date_at_the_head_holds_for_later_clauses_until_another_comes() -> None:
    text = "到2025年，甲项覆盖率达到50%，乙项机制全面建立；丙站建成30座；到2030年，甲项覆盖率进一步提高。"
    assert [(s.kind, s.due) for s in find_targets(text)] == [
        ("quantitative", 2025),
        ("qualitative", 2025),
        ("quantitative", 2025),
        ("qualitative", 2030),
    ]


def test_a_date_inside_a_clause_holds_for_that_clause_only() -> None:
    assert brief("确保全市用水总量在2030年前达峰，推动有条件的园区率先达峰。") == [
        ("全市用水总量", "level", None, None, None, 2030)
    ]


def test_a_date_does_not_reach_into_the_next_sentence() -> None:
    assert [(s.value, s.due) for s in find_targets("到2027年，建成驿站20个。建成步道50公里。")] == [
        (20, 2027),
        (50, None),
    ]


def test_numbers_and_metrics_are_told_apart_by_fenbie() -> None:
    assert brief("到2027年，甲类、乙类垃圾回收率分别达到40%、60%以上。") == [
        ("甲类垃圾回收率", "level", ">=", 40, "%", 2027),
        ("乙类垃圾回收率", "level", ">=", 60, "%", 2027),
    ]


def test_two_dates_share_out_two_numbers() -> None:
    assert brief("到2025年和2030年，中水回用率分别达到25%和30%。") == [
        ("中水回用率", "level", ">=", 25, "%", 2025),
        ("中水回用率", "level", ">=", 30, "%", 2030),
    ]


def test_a_clause_without_a_subject_goes_on_about_the_one_before() -> None:
    assert brief("到2025年，中水回用率达到25%，2030年进一步提升至30%。")[1] == (
        "中水回用率",
        "level",
        ">=",
        30,
        "%",
        2030,
    )


def test_one_verb_governs_a_list_of_counts() -> None:
    assert brief("打造10个以上街区、30个以上驿站，培育龙头企业5家、骨干企业20家。") == [
        ("街区", "level", ">=", 10, "个", None),
        ("驿站", "level", ">=", 30, "个", None),
        ("龙头企业", "level", "=", 5, "家", None),
        ("骨干企业", "level", "=", 20, "家", None),
    ]


def test_a_size_belongs_to_the_metric() -> None:
    assert brief("打造甲业、乙业等2条千亿级产业链和丙业、丁业3条500亿级产业链。") == [
        ("千亿级产业链", "level", "=", 2, "条", None),
        ("500亿级产业链", "level", "=", 3, "条", None),
    ]


def test_a_range_gives_both_ends() -> None:
    assert [(s.comparator, s.value) for s in find_targets("重点建设2—3个示范园区。")] == [(">=", 2), ("<=", 3)]


def test_the_baseline_is_the_year_compared_with() -> None:
    first, second = find_targets("到2027年，单位能耗较2020年下降15%，单位水耗下降10%。")
    assert (first.baseline, second.baseline) == (2020, None)


@pytest.mark.parametrize(
    ("clause", "metric", "change"),
    [
        ("污水排放明显下降", "污水排放", "decrease"),
        ("服务能力大幅提升", "服务能力", "increase"),
        ("大幅降低运行成本", "运行成本", "decrease"),
        ("排放下降幅度大于全省平均水平", "排放", "decrease"),
        ("工业增速高于全省平均水平", "工业增速", "level"),
        ("用水增长得到有效控制", "用水增长", "level"),
        ("建成一批示范社区", "示范社区", "level"),
        ("通过试点形成一批典型案例", "典型案例", "level"),
        ("在园区建设一批中试基地", "中试基地", "level"),
        ("养老服务体系基本建立", "养老服务体系", "level"),
        ("消耗总量稳中有降", "消耗总量", "decrease"),
    ],
)
def test_a_dated_claim_without_a_number(clause: str, metric: str, change: str) -> None:
    said = one(f"到2027年，{clause}。")
    assert (said.kind, said.metric, said.change, said.due) == ("qualitative", metric, change, 2027)
    assert (said.comparator, said.value, said.unit) == (None, None, None)


def test_a_lead_in_claims_nothing() -> None:
    assert [s.metric for s in find_targets("到2027年，以老旧小区为重点，按照统一部署要求，建成一批示范社区。")] == [
        "示范社区"
    ]


def test_a_relative_target_stays_relative() -> None:
    said = one("确保2026年信贷余额不低于2025年同期。")
    assert (said.kind, said.due, said.baseline) == ("qualitative", 2026, 2025)


def test_a_period_gives_a_derived_year_only() -> None:
    first, second = find_targets("“十五五”末，绿地率达到45%，空气质量明显改善。")
    assert [(s.due, s.due_derived) for s in (first, second)] == [(None, 2030)] * 2
    assert first.text == "“十五五”末，绿地率达到45%"
    said = one("“十四五”期间，新增绿地500公顷，生态持续向好。")
    assert (said.value, said.due, said.due_derived) == (500, None, 2025)


def test_text_is_verbatim_and_the_metric_is_without_blanks_of_conversion() -> None:
    said = one("一、目标。到 2027 年，生态（绿色）示范区达到 12 个（市财政局牵头，各区负责）。")
    assert said.text == "到 2027 年，生态（绿色）示范区达到 12 个"
    assert said.metric == "生态（绿色）示范区"


def test_responsibility_clauses_are_not_read() -> None:
    text = "建成驿站20个（2026年底前由市财政局负责）推广经验"
    assert [(s.text, s.due) for s in find_targets(text)] == [("建成驿站20个", None)]
    assert find_targets("建成驿站20个", skip=[(0, 8)]) == []


def test_a_remark_in_brackets_needs_a_comparator_and_has_the_date_of_its_sentence() -> None:
    text = "到2027年，每站配备不少于4名（女性不少于2名，现有3名）护士。"
    assert [(s.text, s.value, s.due) for s in find_targets(text)] == [
        ("到2027年，每站配备不少于4名（女性不少于2名，现有3名）护士", 4, 2027),
        ("女性不少于2名", 2, 2027),
    ]


def test_a_deadline_in_brackets_dates_its_clause() -> None:
    said = one("推进管网改造（2026年底前完成）。")
    assert (said.kind, said.due, said.metric, said.text) == (
        "qualitative",
        2026,
        "管网改造",
        "推进管网改造（2026年底前完成）",
    )


WORDS = st.sampled_from(
    [*"到至较比由，、；。（）“”《》\n\t %年前底末的", "2025年", "十四五", "达到", "下降", "分别", "培育", "30", "家", "万吨", "以上", "左右", "力争", "期间"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_every_statement_points_at_its_words(text: str) -> None:
    found = find_targets(text)
    assert [s.start for s in found] == sorted(s.start for s in found)
    for said in found:
        assert text[said.start : said.end] == said.text != ""
        assert (said.kind == "quantitative") == (said.value is not None) == (said.comparator is not None)


@given(st.text("到2025年，达30%。（）甲乙", max_size=40), st.data())
def test_nothing_is_read_inside_skipped_spans(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for said in find_targets(text, skip=[(start, end)]):
        assert not start <= said.start < end


def keys(targets: list[dict[str, object]], kind: str) -> Counter[tuple[object, ...]]:
    fields = (
        ("section", "due")
        if kind == "qualitative"
        else ("section", "value", "unit", "comparator", "change", "due", "baseline")
    )
    return Counter(tuple(target[field] for field in fields) for target in targets if target["kind"] == kind)


@pytest.mark.skipif(CORPUS is None, reason="ZERENTU_CORPUS is not set, the real plans are not at hand")
@pytest.mark.parametrize(("kind", "least"), [("quantitative", 0.95), ("qualitative", 0.85)])
def test_targets_of_the_annotated_plans(kind: str, least: float) -> None:
    corpus = Path(CORPUS or "")
    hits = total = 0
    for annotation in sorted((corpus.parent / "gold" / "seeds").glob("*.json")):
        gold = json.loads(annotation.read_text(encoding="utf-8"))
        [plan] = parse_file(corpus / "seeds" / gold["doc"]).plans
        read = [vars(target.said) | {"section": target.path} for target in plan.targets]
        wanted, found = keys(gold["targets"], kind), keys(read, kind)
        hits += (wanted & found).total()
        total += wanted.total() + found.total()
    assert 2 * hits / total >= least
