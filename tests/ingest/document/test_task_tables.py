"""Task tables: a task a row, whatever their columns are called."""

import pytest
from parsed import parse, tasks


def test_a_task_table_has_a_measure_a_row_and_merged_cells_reach_down() -> None:
    text = (
        "一、任务\n1.甲。做好。（市财政局负责）\n附件1\n任务分解表\n序号\t重点任务\t责任单位\t完成时限\n"
        "一、基础工作\n1\t建立台账。逐项登记。\t市财政局、市教育局\t2026年底\n2\t公开清单\t\t\n序号\t重点任务\t责任单位\t完成时限\n3\t开展评估\t市统计局\t长期"
    )
    found = parse(text)["tasks"][1:]
    assert [(t["number"], t["title"], t["clause"], t.get("deadline")) for t in found] == [
        ("附件1/1", "建立台账", "市财政局、市教育局", "2026年底"),
        ("附件1/2", "公开清单", "市财政局、市教育局", None),
        ("附件1/3", "开展评估", "市统计局", "长期"),
    ]
    assert [[(o["name"], o["role"], o["basis"]) for o in t["owners"]] for t in found] == [
        [("市财政局", "co_own", "explicit"), ("市教育局", "co_own", "explicit")],
        [("市财政局", "co_own", "explicit"), ("市教育局", "co_own", "explicit")],
        [("市统计局", "lead", "sole")],
    ]


def test_an_indicator_table_is_no_task_table() -> None:
    text = "一、任务\n1.甲。做好。（市财政局负责）\n附件1\n指标表\n序号\t工作指标\t2027年目标值\t责任单位\n1\t新增企业\t10家\t市商务局"
    assert [number for number, *_ in tasks(text)] == ["一/1"]


def test_numbered_rows_of_a_table_belong_to_the_heading_above() -> None:
    text = "一、路径\n统筹推进。（市财政局牵头，市教育局等按职责分工负责）\n（一）建材\n路径\t具体措施\n产能\t1、退出低效产能；\n产品\t2、发展低碳建材。\n（二）化工\n路径\t具体措施\n产能\t1、优化布局。"
    assert [(number, title) for number, _, title, _ in tasks(text)] == [("一/（一）", "建材"), ("一/（二）", "化工")]


def rows(table: str) -> list[tuple[str, int, str, str | None, list[str]]]:
    found = parse("一、任务\n1.甲。做好。（市财政局负责）\n附件1\n任务分解表\n" + table.replace("|", "\t"))["tasks"][1:]
    return [
        (t["number"], t["part"], t["title"], t.get("deadline"), [f"{o['name']}:{o['role']}" for o in t["owners"]])
        for t in found
    ]


def test_columns_in_any_order_and_a_rule_in_the_header() -> None:
    assert rows(
        "责任单位（排第一位的为牵头单位）|任务|完成时限\n市财政局、市教育局|建立台账|6月底\n市税务局|公开清单|9月底"
    ) == [
        ("附件1/1", 1, "建立台账", "6月底", ["市财政局:lead", "市教育局:co_own"]),
        ("附件1/2", 1, "公开清单", "9月底", ["市税务局:lead"]),
    ]


def test_merged_numbers_tasks_and_leads_reach_down_and_an_empty_supporter_is_empty() -> None:
    table = (
        "序号|重点任务|具体举措|牵头单位|配合单位|时间节点\n1|优化服务|建立台账，逐项销号|市财政局|市教育局|6月底\n"
        "||公开清单，接受监督||市税务局|\n2|强化监管|开展检查|市公安局||9月底"
    )
    assert rows(table) == [
        ("附件1/1", 1, "建立台账，逐项销号", "6月底", ["市财政局:lead", "市教育局:support"]),
        ("附件1/1", 2, "公开清单，接受监督", None, ["市财政局:lead", "市税务局:support"]),
        ("附件1/2", 1, "开展检查", "9月底", ["市公安局:lead"]),
    ]


def test_a_table_that_names_the_unit_first_with_a_short_header_or_none() -> None:
    body = "市财政局|统筹安排专项资金，按时拨付到位并加强监管\n市教育局|组织学校开展宣传教育活动，做好安全管理工作"
    expected = [
        ("附件1/1", 1, "统筹安排专项资金，按时拨付到位并加强监管", None, ["市财政局:lead"]),
        ("附件1/2", 1, "组织学校开展宣传教育活动，做好安全管理工作", None, ["市教育局:lead"]),
    ]
    assert rows("单位|工作任务\n" + body) == expected
    assert rows(body) == expected


@pytest.mark.parametrize(
    "table",
    ["姓名|单位|电话\n张三|市财政局|123\n李四|市教育局|456", "指标名称|单位|2027年|责任单位\n企业数|家|10|市商务局"],
)
def test_lists_of_people_and_indicators_are_no_task_tables(table: str) -> None:
    assert rows(table) == []
