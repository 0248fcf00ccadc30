"""What a whole document tells its targets: the year it was written in, and the year of the goals above them."""

from __future__ import annotations

from typing import Any

import pytest
from parsed import parse

from graph.errors import ParseError
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json

BODY = """
一、基本情况
2022年，全市完成产值300亿元，新增企业20家。
二、主要目标
到2026年，产业体系基本建成。具体目标如下：
1.规模。2025年产值达到500亿元。
2.平台。新增站点40个。
三、重点任务
（一）做强产业。培育企业30家。（市工信局负责）
"""


def targets(head: str) -> list[tuple[str, float | None, int | None, int | None]]:
    (plan,) = parse_document(Document("方案.txt", head + BODY, "utf-8", "0")).plans
    return [(target.path, target.said.value, target.said.due, target.said.due_derived) for target in plan.targets]


@pytest.mark.parametrize("head", ["河东市产业发展三年行动方案（2024—2026年）", "河东市产业发展方案\n河政办〔2024〕5号"])
def test_a_year_before_the_plan_is_a_report_though_the_plan_bears_no_date(head: str) -> None:
    assert targets(head) == [
        ("二", None, 2026, None),
        ("二/1", 500, 2025, None),
        ("二/2", 40, None, 2026),
        ("三/（一）", 30, None, None),
    ]


def test_a_plan_that_does_not_tell_its_year_reports_nothing() -> None:
    assert [value for path, value, _, _ in targets("河东市产业发展方案") if path == "一"] == [300, 20]


def test_the_cells_of_a_task_row_that_say_what_is_done_hold_targets() -> None:
    table = (
        "附件\n任务清单\n序号\t工作任务\t工作目标\t完成时限\t责任单位\n"
        "1\t建设站点\t到2026年建成站点800个，覆盖率达到70%\t2026年12月\t市发改委\n"
        "2\t培育企业。新增企业25家\t完成培育\t2025年底\t市工信局，各县区\n"
    )
    (plan,) = parse_document(Document("方案.txt", "河东市产业发展方案" + BODY + table, "utf-8", "0")).plans
    rows = [target for target in plan.targets if target.path.startswith("附件")]
    assert [(target.path, target.said.metric, target.said.value) for target in rows] == [
        ("附件/1", "站点", 800),
        ("附件/1", "覆盖率", 70),
        ("附件/2", "企业", 25),
    ]
    for target in rows:
        said = target.said
        assert target.passage.text[said.start : said.end] == said.text
        assert target.task is not None
        assert target.task.owners


@pytest.mark.parametrize(
    ("title", "derived"),
    [
        ("河东市2026年产业工作要点", 2026),
        ("2026年度河东市产业工作方案", 2026),
        ("河东市产业工作方案", None),
        ("河东市2030年前产业达标方案", None),
        ("河东市产业行动方案（2024—2026年）", None),
        ("河东市2026年产业方案（2025年修订）", None),
    ],
)
def test_numbers_of_a_plan_for_one_year_are_derived_to_be_due_in_it(title: str, derived: int | None) -> None:
    text = f"{title}\n一、重点任务\n（一）做强产业。培育企业30家，到2028年达到50家。（市工信局负责）\n"
    (plan,) = parse_document(Document("方案.txt", text, "utf-8", "0")).plans
    said = [(target.said.value, target.said.due, target.said.due_derived) for target in plan.targets]
    assert said == [(30, None, derived), (50, 2028, None)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("联系人\t说明\t责任单位\n张某\t见图\t市财政局\n", "第 1 行的表有“责任单位”一栏，但认不出哪一栏写任务"),
        ("云泽市台账\n序号\t任务\t牵头单位\n", "第 2 行的表有“牵头单位”一栏，但表头之下没有内容"),
        ("序号\t指标名称\t目标值\t责任单位\n1\t水厂\t3座\t市水利局\n", "第 1 行的表有“责任单位”一栏，但它是指标表"),
        ("今天天气很好。\n", "既没有编号条目"),
    ],
)
def test_a_file_without_tasks_is_refused_with_what_its_table_lacks(text: str, why: str) -> None:
    with pytest.raises(ParseError) as error:
        parse_document(Document("表.txt", text, "utf-8", "0"))
    assert error.value.message.zh.startswith(why)


def test_a_covering_notice_holds_targets_and_tells_whom_it_names() -> None:
    text = (
        "云泽市人民政府关于印发《云泽市夜市方案》的通知\n各县区：\n2027年底前全市建成夜市12个。"
        "督导由市商务局牵头，市财政局配合。\n云泽市人民政府\n2026年3月1日\n"
        "云泽市夜市方案\n一、任务\n（一）建夜市。（市商务局牵头）"
    )
    record: Any = to_json(parse_document(Document("方案.txt", text, "utf-8", "0")), coverage=True)
    assert [task["number"] for task in record["tasks"]] == ["一/（一）"]
    assert [(t["section"], t["value"], t["due"]) for t in record["targets"] if t["value"]] == [("", 12.0, 2027)]
    told = [s["text"] for s in record["coverage"]["sentences"] if s["reason"] is None]
    assert told == ["督导由市商务局牵头，市财政局配合。"]


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("一、任务\n1.建设学校3所，由市教育局负责。\n2.修路。", "学校", 3),
        ("一、任务\n1.1建设旅游公路80公里。（市交通局）\n1.2修建大桥。", "旅游公路", 80),
        ("一、任务\n任务1.1 建设旅游公路80公里。（市交通局）\n任务1.2 修桥。", "旅游公路", 80),
        ("市甲民生实事\n第一件：新建公厕20座，由市城管局负责。\n第二件：修路。", "公厕", 20),
    ],
)
def test_a_target_in_the_words_of_an_item_with_its_owner_behind(text: str, metric: str, value: float) -> None:
    found = parse(text)
    assert [(target["metric"], target["value"]) for target in found["targets"]] == [(metric, value)]
    assert [len(task["owners"]) for task in found["tasks"]] == [1, 0]
