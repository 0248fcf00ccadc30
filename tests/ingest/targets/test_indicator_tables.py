"""Indicator tables become targets with unit, years, base year and owners."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parse import parse_file
from ingest.parsed import Parsed, PlacedTarget
from ingest.to_graph import build_graphs
from ingest.to_json import to_json

HEAD = "云泽市体育发展实施方案\n一、重点任务\n1.建设步道。（市体育局负责）\n"


def parsed(tmp_path: Path, table: str) -> Parsed:
    path = tmp_path / "plan.txt"
    path.write_text(f"{HEAD}附件1\n主要指标表\n{table}\n", encoding="utf-8")
    return parse_file(path)


def targets(tmp_path: Path, table: str) -> list[PlacedTarget]:
    return [target for plan in parsed(tmp_path, table).plans for target in plan.targets]


def brief(tmp_path: Path, table: str) -> list[tuple[object, ...]]:
    found = [target.said for target in targets(tmp_path, table)]
    return [(s.metric, s.change, s.comparator, s.value, s.unit, s.due, s.baseline) for s in found]


def test_a_table_with_unit_base_and_owners(tmp_path: Path) -> None:
    table = (
        "序号\t类别\t指标名称\t单位\t2020年基期值\t2025年目标值\t2027年目标值\t指标属性\t责任单位\n"
        "1\t设施\t步道里程\t公里\t120\t200\t≥300\t预期性\t市体育局\n"
        "2\t\t人均场地面积\t平方米\t—\t2.6\t2.8左右\t约束性\t\n"
        "3\t参与\t锻炼人数比例\t%\t35\t38以上\t40\t预期性\t市体育局、市卫生健康委、市教育局"
    )
    found = targets(tmp_path, table)
    assert brief(tmp_path, table) == [
        ("步道里程", "level", "=", 200, "公里", 2025, 2020),
        ("步道里程", "level", ">=", 300, "公里", 2027, 2020),
        ("人均场地面积", "level", "=", 2.6, "平方米", 2025, None),
        ("人均场地面积", "level", "~", 2.8, "平方米", 2027, None),
        ("锻炼人数比例", "level", ">=", 38, "%", 2025, 2020),
        ("锻炼人数比例", "level", "=", 40, "%", 2027, 2020),
    ]
    assert [target.path.rpartition("/")[2] for target in found] == ["1", "1", "2", "2", "3", "3"]
    assert [[(o.agency.name, o.role, o.basis) for o in target.owners] for target in found[::2]] == [
        [("市体育局", "lead", "sole")],
        [("市体育局", "lead", "sole")],  # the merged cell of the row above
        [
            ("市体育局", "co_own", "explicit"),
            ("市卫生健康委", "co_own", "explicit"),
            ("市教育局", "co_own", "explicit"),
        ],
    ]
    assert found[4].said.text == "锻炼人数比例\t%\t35\t38以上"


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("指标\t2020年\t2025年", "绿地率（%）\t38\t42", ("绿地率", "level", "=", 42, "%", 2025, 2020)),
        ("工作指标\t2027年目标值\t牵头单位", "新增站点\t30个以上\t市体育局", ("新增站点", "increase", ">=", 30, "个", 2027, None)),
        ("工作指标\t目标值\t牵头单位", "培训教练\t突破2万人次\t市体育局", ("培训教练", "level", ">=", 2, "万人次", None, None)),
        ("指标\t单位\t目标值", "用户数\t户\t10万以上", ("用户数", "level", ">=", 10, "万户", None, None)),
        ("主要指标\t现状值\t2025年", "伤害率\t5‰\t控制在3‰以内", ("伤害率", "level", "<=", 3, "‰", 2025, None)),
        ("指标\t单位\t2020年\t2025年\t年均增速", "产值\t亿元\t80\t—\t8左右", ("产值", "increase", "~", 8, "%", 2025, 2020)),
        ("指标\t2025年\t属性", "能耗降低（%）\t[14.5]\t约束性", ("能耗降低", "decrease", "=", 14.5, "%", 2025, None)),
        ("指标名称\t“十四五”目标值", "体育公园\t12个", ("体育公园", "level", "=", 12, "个", None, None)),
        ("指标\t2025年目标", "三级网络\t全覆盖", ("三级网络", "level", None, None, None, 2025, None)),
        ("指标\t2025年目标", "医护比\t1:1.2", ("医护比", "level", "=", 1, ":1.2", 2025, None)),
    ],
)  # fmt: skip
def test_headers_and_cells(tmp_path: Path, header: str, row: str, expected: tuple[object, ...]) -> None:
    assert brief(tmp_path, f"{header}\n{row}") == [expected]


def test_the_title_of_a_table_gives_the_year_that_no_column_gives(tmp_path: Path) -> None:
    assert brief(tmp_path, "2026年任务指标\n指标\t目标值\n健身站点\t12个")[0][5] == 2026


def test_a_repeated_header_and_group_rows_are_no_targets_and_do_not_end_merged_cells(tmp_path: Path) -> None:
    table = "序号\t指标\t2025年目标值\t责任单位\n1\t步道\t30公里\t市体育局\n序号\t指标\t2025年目标值\t责任单位\n2\t站点\t20个\t\n\t合计\t—\t"
    assert [(t.said.metric, [o.agency.name for o in t.owners]) for t in targets(tmp_path, table)] == [
        ("步道", ["市体育局"]),
        ("站点", ["市体育局"]),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "产品\t先进值\t准入值\n水泥熟料\t100\t110",
        "指标\t甲县\t乙县\n步道\t30\t20",
        "路径\t具体措施\n控制\t严控新增产能30万吨",
    ],
)
def test_other_tables_are_no_indicator_tables(tmp_path: Path, table: str) -> None:
    assert targets(tmp_path, table) == []


def test_a_second_header_line_completes_the_first(tmp_path: Path) -> None:
    table = (
        "序号\t指标\t单位\t2022年实际\t2026年\t\t责任单位\n\t\t\t\t目标\t年均增速\t\n"
        "1\t步道里程\t公里\t80\t120\t-\t市体育局\n2\t体育产值\t亿元\t30\t-\t9\t市体育局、市统计局"
    )
    assert brief(tmp_path, table) == [
        ("步道里程", "level", "=", 120, "公里", 2026, 2022),
        ("体育产值", "increase", "=", 9, "%", 2026, 2022),
    ]
    assert [len(target.owners) for target in targets(tmp_path, table)] == [1, 2]


@pytest.mark.parametrize(
    "table",
    [
        "2026年目标分解表\n指标\t单位\t全市\t甲水县\t乙山区\n步道里程\t公里\t50\t30\t20以上",
        "2026年目标任务分解表\n县区\t步道里程（公里）\t备注\n全市\t50\t\n甲水县\t30\t\n乙山区\t20以上\t",
    ],
)
def test_a_table_that_shares_out_a_year_s_goals_has_a_target_for_each_place(tmp_path: Path, table: str) -> None:
    assert brief(tmp_path, table) == [
        ("全市步道里程", "level", "=", 50, "公里", 2026, None),
        ("甲水县步道里程", "level", "=", 30, "公里", 2026, None),
        ("乙山区步道里程", "level", ">=", 20, "公里", 2026, None),
    ]


def test_the_year_in_brackets_of_a_header_is_the_deadline(tmp_path: Path) -> None:
    table = "指标名称\t指标单位\t基期年（2022年）\t目标年（2026年）\n步道里程\t公里\t80\t120"
    assert brief(tmp_path, table) == [("步道里程", "level", "=", 120, "公里", 2026, 2022)]


def test_the_table_counts_as_read_and_its_rows_are_no_tasks(tmp_path: Path) -> None:
    [plan] = parsed(tmp_path, "指标\t2025年目标值\t责任单位\n步道\t30公里\t市体育局").plans
    assert plan.unread == () and plan.coverage.left_over == 0
    assert [task.title for task in plan.tasks] == ["建设步道"]


def test_owners_reach_the_graph_and_the_json(tmp_path: Path) -> None:
    read = parsed(tmp_path, "指标\t2025年目标值\t牵头单位\t配合单位\n步道里程\t30公里\t市体育局\t市财政局")
    [graph] = build_graphs(read)
    [target] = [key for key, label in graph.nodes(data="label") if label == "Target"]
    edges = {(graph.nodes[source].get("name"), kind) for source, _, kind in graph.in_edges(target, keys=True)}
    assert edges >= {("市体育局", "LEADS"), ("市财政局", "SUPPORTS")}
    [record] = to_json(read)["targets"]
    assert [(owner["name"], owner["role"]) for owner in record["owners"]] == [
        ("市体育局", "lead"),
        ("市财政局", "support"),
    ]
    assert record["due_by"] == "2025-12-31"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_task_table_and_an_indicator_table_in_one_annex(tmp_path: Path, order: tuple[int, int]) -> None:
    tables = [
        "序号\t具体任务\t责任单位\n1\t改造老旧体育场馆设施\t市体育局",
        "序号\t指标\t2025年目标值\t责任单位\n1\t步道里程\t30公里\t市教育局",
    ]
    [plan] = parsed(tmp_path, "\n".join(tables[at] for at in order)).plans
    assert [task.title for task in plan.tasks if task.kind == "row"] == ["改造老旧体育场馆设施"]
    assert [(t.said.metric, t.owners[0].agency.name) for t in plan.targets] == [("步道里程", "市教育局")]


def test_a_row_that_ends_before_its_name_is_no_target(tmp_path: Path) -> None:
    table = "序号\t责任单位\t2025年目标\t指标名称\t备注\n1\t市体育局\t200公里\n2\t市体育局\t300公里\t步道里程\t"
    assert [found[0] for found in brief(tmp_path, table)] == ["步道里程"]


def test_a_row_that_ends_before_its_number_is_counted(tmp_path: Path) -> None:
    table = "指标名称\t2027年目标值\t单位\t序号\n步道里程\t300\t公里\t7\n驿站数量\t20"
    assert [(target.path.rpartition("/")[2], target.said.value) for target in targets(tmp_path, table)] == [
        ("7", 300),
        ("2", 20),
    ]
