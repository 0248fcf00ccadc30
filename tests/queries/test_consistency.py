"""Checks inside a plan: each with what it must find and what it must leave alone."""

from __future__ import annotations

import pytest

from graph.stores.embedded.store import EmbeddedStore
from queries import audit

TODAY = "2026-06-30"


def lead(name):
    return ("lead", name, "牵头", "explicit", False)


def share(name):
    return ("co_own", name, "责任单位", "listed", False)


@pytest.fixture
def plan(draft):
    return draft("洛阳市教育发展方案（2024—2027年）", "洛阳市", "市", "a.txt")


@pytest.fixture
def found(tmp_path, plan):
    def ask(rule, *columns):
        with EmbeddedStore(tmp_path / "plan.lbug") as store:
            store.load([plan.graph])
            rows = audit(store, rules=[rule], today=TODAY).to_dict("records")
        assert all(row["rule"] == rule and row["severity"] in {"error", "warning", "notice"} for row in rows)
        return [tuple(row[name] for name in columns) for row in rows]

    return ask


def level(value, due=2027, unit="所", **more):
    return {
        "kind": "quantitative",
        "change": "level",
        "comparator": ">=",
        "value": value,
        "unit": unit,
        "due": due,
        **more,
    }


def test_owners_of_the_row_above_are_told_as_assumed(plan, found):
    chapter = plan.section("一", "任务")
    above = ("lead", "市教育局", "牵头单位", "explicit", True)
    plan.task(chapter, "一/1", "建园", "建园。", [above])
    plan.task(chapter, "表/1", "修路", "1\t修路\t市教育局\t", [lead("市教育局")], kind="row")
    plan.task(chapter, "表/2", "架桥", "2\t架桥\t\t市财政局", [above, share("市财政局")], kind="row")
    assert found("owner_assumed", "number", "agencies", "severity", "sentence") == [
        ("表/2", ["市教育局"], "notice", "架桥")
    ]


def test_two_values_for_one_indicator(plan, found):
    chapter = plan.section("一", "任务")
    plan.target(chapter, "一", "公办幼儿园数量", "公办幼儿园数量达到30所", **level(30.0))
    plan.target(chapter, "表/1", "建设公办幼儿园数量", "公办幼儿园数量\t20所", **level(20.0))
    assert found("two_values", "number", "title", "severity", "reason", "sentence") == [
        ("表/1", "建设公办幼儿园数量", "error", "一: 30所 ≠ 表/1: 20所", "公办幼儿园数量\t20所")
    ]


@pytest.mark.parametrize(
    ("metric", "text", "properties"),
    [
        ("公办幼儿园数量", "公办幼儿园数量30所以上", level(30.0)),
        ("公办幼儿园数量", "公办幼儿园数量达到40所", level(40.0, due=2030)),
        ("公办幼儿园数量", "公办幼儿园数量达到0.2万人", level(0.2, unit="万人")),
        ("公办幼儿园数量", "公办幼儿园数量增加5所", level(5.0) | {"change": "increase"}),
        ("公办幼儿园数量", "每年新建公办幼儿园数量5所", level(5.0)),
        ("公办幼儿园数量", "力争公办幼儿园数量达到40所", level(40.0)),
        ("公办幼儿园数量", "其中公办幼儿园数量10所", level(10.0)),
        ("民办幼儿园数量", "民办幼儿园数量达到10所", level(10.0)),
        ("公办幼儿园数量", "公办幼儿园数量大幅增加", {"kind": "qualitative", "change": "increase", "due": 2027}),
    ],
)
def test_other_statements_on_an_indicator_do_not_contradict_it(plan, found, metric, text, properties):
    chapter = plan.section("一", "任务")
    plan.target(chapter, "一", "公办幼儿园数量", "公办幼儿园数量达到30所", **level(30.0))
    plan.target(chapter, "二", metric, text, **properties)
    assert found("two_values", "title") == []


def test_numbers_for_each_of_several_things_contradict_only_the_same_statement(plan, found):
    chapter = plan.section("一", "任务")
    for number, text, value in (
        ("一", "示范幼儿园中城区、镇区各1所", 1.0),
        ("二", "示范幼儿园中公办、民办各24所", 24.0),
        ("三", "示范幼儿园中公办、民办各30所", 30.0),
    ):
        plan.target(chapter, number, "示范幼儿园", text, **level(value))
    assert found("two_values", "number", "reason") == [("三", "二: 24所 ≠ 三: 30所")]


def test_the_two_ends_of_a_range_are_one_statement(plan, found):
    chapter = plan.section("一", "任务")
    for number, value in (("一", 2.0), ("一", 3.0)):
        target = plan.target(
            chapter, number, "示范幼儿园", f"示范幼儿园2—3所{'' if value == 2 else ' '}", **level(value)
        )
        plan.graph.nodes[target]["start"] = 50
    assert found("two_values", "title") == []


@pytest.mark.parametrize(
    ("title", "goal", "due", "expected"),
    [
        ("洛阳市教育发展方案（2024—2027年）", 2027, 2028, [("warning", "2028 > 2027")]),
        ("洛阳市“十四五”教育发展方案", None, 2026, [("warning", "2026 > 2025")]),
        ("洛阳市教育发展方案", 2027, 2028, [("notice", "2028 > 2027")]),
        ("洛阳市教育发展方案（2024—2027年）", 2035, 2030, []),  # a vision in the general goals
        ("洛阳市教育发展方案（2024—2027年）", 2027, 2027, []),
        ("洛阳市教育发展方案", None, 2050, []),  # nothing tells how far the plan reaches
    ],
)
def test_due_after_the_plan_ends(tmp_path, draft, title, goal, due, expected):
    plan = draft(title, "洛阳市", "市", "a.txt")
    aims = plan.section("一", "总体要求")
    if goal:
        plan.target(aims, "一", "就学环境", "就学环境明显改善", kind="qualitative", due=goal)
    task = plan.task(plan.section("二", "任务"), "二/1", "建园", "建园。", [lead("市教育局")])
    plan.target(task, "二/1", "幼儿园", "建成幼儿园", kind="qualitative", due=due)
    with EmbeddedStore(tmp_path / "plan.lbug") as store:
        store.load([plan.graph])
        rows = audit(store, rules=["due_beyond"], today=TODAY).to_dict("records")
    assert [(row["severity"], row["reason"]) for row in rows] == expected


def test_a_tasks_deadline_counts_too(plan, found):
    chapter = plan.section("一", "任务")
    plan.task(chapter, "一/1", "建园", "建园。", [lead("市教育局")], deadline="2029年6月底前", due=2029)
    assert found("due_beyond", "number", "sentence", "reason") == [("一/1", "2029年6月底前", "2029 > 2027")]


def test_deadlines_that_have_passed(plan, found):
    plan.graph.nodes[plan.plan]["issued"] = "2025-03-01"
    chapter = plan.section("一", "任务")
    for metric, due, by in (("甲", 2024, "2024-12-31"), ("乙", 2026, "2026-06-29"), ("丙", 2026, "2026-06-30")):
        plan.target(chapter, "一", metric, metric, due=due, due_by=by)
    plan.target(chapter, "一", "丁", "丁", due_derived=2025, due_by="2025-12-31")
    plan.task(chapter, "一/1", "建园", "建园。", [lead("市教育局")], deadline="2025年底前", due=2025)
    plan.task(chapter, "一/2", "招师", "招师。", [lead("市教育局")], deadline="2026年3月底前", due=2026)
    assert found("due_past", "title", "severity", "reason") == [
        ("甲", "warning", f"2024-12-31 < {TODAY}"),
        ("乙", "notice", f"2026-06-29 < {TODAY}"),
        ("丁", "notice", f"2025-12-31 < {TODAY}"),
        ("建园", "notice", f"2025-12-31 < {TODAY}"),
    ]


def test_targets_that_nobody_answers_for(plan, found):
    chapter = plan.section("一", "任务")
    plan.target(chapter, "一", "就学环境", "就学环境明显改善", kind="qualitative")
    plan.target(chapter, "表/1", "学位数", "学位数\t30个", owners=[lead("市教育局")])
    owned = plan.task(chapter, "一/1", "建园", "建园。", [lead("市教育局")])
    plan.target(owned, "一/1", "幼儿园", "建成幼儿园30所")
    orphan = plan.task(chapter, "一/2", "招师", "招师。")
    plan.target(orphan, "一/2", "教师", "招聘教师100名")
    assert found("target_without_owner", "title", "severity") == [("就学环境", "notice"), ("教师", "warning")]


def test_a_task_that_is_named_twice_with_other_leads(plan, found):
    chapter = plan.section("一", "任务")
    plan.task(chapter, "一/1", "扩大学位供给", "扩大学位供给。", [lead("市教育局"), share("市财政局")])
    plan.task(chapter, "一/2", "扩大 学位供给", "扩大学位供给。", [lead("市发展和改革委员会")])
    plan.task(chapter, "一/3", "扩大学位供给", "扩大学位供给。", [share("市财政局")])  # no lead is named
    plan.task(chapter, "一/4", "建设校车平台", "建设校车平台。", [lead("市公安局")], of=2)
    plan.task(chapter, "一/4", "建设校车平台", "建设校车平台。", [lead("市教育局")], part=2, of=2)  # parts of one item
    plan.task(chapter, "一/5", "加强培训", "加强培训。", [lead("市教育局")])
    plan.task(chapter, "一/6", "加强培训", "加强培训。", [lead("市教育局"), share("市财政局")])
    assert found("task_twice", "number", "agencies", "reason") == [
        ("一/2", ["市发展和改革委员会"], "一/1: 市教育局 ≠ 一/2: 市发展和改革委员会")
    ]


@pytest.mark.parametrize(
    ("title", "owners", "expected"),
    [
        ("建设智慧校园管理平台", [share("市教育局"), share("市公安局")], ["市公安局"]),
        ("建设智慧校园管理平台", [share("市教育局")], None),
        ("建设智慧校园管理平台", [lead("市财政局")], ["市财政局"]),
        ("建设智慧校园管理平台", [("lead", "市财政局", "责任单位", "sole", False)], None),  # alone, not written 牵头
        ("建设智慧校园统一平台", [share("市公安局")], None),  # other words
        ("建设校园", [share("市公安局")], None),  # too short to tell
        ("建设智慧校园管理平台", [], None),  # no_owner says so
    ],
)
def test_a_table_that_differs_from_the_text(plan, found, title, owners, expected):
    chapter = plan.section("一", "任务")
    text = "推进数字教育。建设智慧校园\n管理平台，推广应用。"
    plan.task(chapter, "一/1", "推进数字教育", text, [lead("市教育局"), share("市财政局")])
    plan.task(chapter, "表/1", title, title, owners, kind="row")
    rows = found("table_differs", "number", "agencies", "reason")
    if expected is None:
        assert rows == []
    else:
        names = "、".join(name for _, name, *_ in owners)
        assert rows == [("表/1", expected, f"一/1: 市教育局、市财政局 ≠ 表/1: {names}")]


def test_a_row_that_stands_in_two_items_tells_nothing(plan, found):
    chapter = plan.section("一", "任务")
    for number in ("一/1", "一/2"):
        plan.task(chapter, number, "平台", "建设智慧校园管理平台。", [lead("市教育局")])
    plan.task(chapter, "表/1", "建设智慧校园管理平台", "行", [share("市公安局")], kind="row")
    assert found("table_differs", "number") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建园。方案报市财政局备案。公布结果。", [("市财政局", "方案报市财政局备案。")]),
        ("建园。会同市教育局推进。", []),
        ("建园。按照《市财政局专项资金办法》执行。", []),
        ("建园。做好财政局的对接。", []),  # not the full name
        ("建园。市财政局势必支持。", []),  # no name at all
        ("建园。由市教育局负责，市财政局配合。", []),  # its own clause
        ("建园。报市气象局备案。", []),  # no owner anywhere in the plan
    ],
)
def test_agencies_named_in_the_prose_of_others(plan, found, text, expected):
    chapter = plan.section("一", "任务")
    clause = "由市教育局负责，市财政局配合"
    plan.task(chapter, "一/1", "建园", text, [lead("市教育局")], clause=clause if clause in text else "市教育局负责")
    plan.task(chapter, "一/2", "拨款", "拨款。", [lead("市财政局")])
    assert found("named_not_owner", "word", "sentence") == expected


def test_an_owner_of_another_part_of_the_item_is_no_stranger(plan, found):
    chapter = plan.section("一", "任务")
    plan.task(chapter, "一/1", "建园", "建园。报市财政局审核。", [lead("市教育局")], of=2)
    plan.task(chapter, "一/1", "建园", "下达资金。", [lead("市财政局")], part=2, of=2)
    assert found("named_not_owner", "word") == []
