"""What looks like responsibility and was not read: tables, lines of agencies, duty lines."""

from __future__ import annotations

import pytest

from ingest.clauses.unread import UnreadTrigger
from ingest.document.owner_like import find_owner_like, owner_column
from ingest.files.read import Document
from ingest.language.paragraphs import Paragraph
from ingest.parse import parse_document


def lines(*texts: str) -> list[Paragraph]:
    found, at = [], 0
    for text in texts:
        found.append(Paragraph(text, ((0, at),), table="\t" in text))
        at += len(text) + 1
    return found


def told(*texts: str, taken: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    body = lines(*texts)
    stretches = [(line.source(0), line.source(0) + len(line.text)) for line in body]
    found = list(find_owner_like(body, stretches, [stretches[at] for at in taken]))
    passage = "\n".join(texts)
    assert all(item == UnreadTrigger(item.word, 0, None, item.start, item.end) for item in found)
    return [(item.word, passage[item.start : item.end]) for item in found]


def test_a_table_with_a_column_of_owners_is_told_by_its_header() -> None:
    assert told("分工表", "序号\t说明\t责任单位", "1\t见附图\t市财政局") == [("责任表", "序号\t说明\t责任单位")]


def test_a_table_of_agency_names_is_told_by_its_first_line() -> None:
    assert told("甲类\t市财政局、市商务局", "乙类\t市水利局") == [("责任表", "甲类\t市财政局、市商务局")]
    assert told("企业名称\t推荐单位", "云泽钢铁公司\t市财政局", "云泽水泥公司\t市水利局") == []


@pytest.mark.parametrize(
    "table",
    [
        ("姓名\t单位\t职务\t电话", "王某\t市财政局\t科长\t12345"),
        ("年份\t投资（亿元）", "2026\t3.5"),
        ("项目\t地点\t投资", "水厂\t云泽市\t3.5"),
    ],
)
def test_contacts_and_figures_are_not_told(table: tuple[str, ...]) -> None:
    assert told(*table) == []


def test_of_a_table_that_was_read_the_rows_with_agencies_that_were_not() -> None:
    table = ("序号\t任务\t责任单位", "1\t清淤\t市水利局", "合计\t1\t", "另\t\t市财政局")
    assert told(*table, taken=(0, 1)) == [("责任表", "另\t\t市财政局")]
    assert told("任务\t市水利局\t市财政局", "清淤\t★\t●", taken=(1,)) == []
    headers = ("任务\t责任单位\t责任单位", "任务\t市水利局\t市财政局")
    assert told(*headers, "清淤\t★\t●", taken=(0, 2)) == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("市财政局、市水利局、市商务局。", "单位名单"),
        ("建立由市水利局牵头，市财政局、市商务局参与的联席会议制度", ""),
        ("由市水利局牵头，清理河道", "职责"),
        ("市水利局 2026年3月1日", ""),
        ("市财政局：落实所需资金。", "职责"),
        ("市财政局、市水利局 编制年度计划。", "职责"),
        ("· 市财政局负责落实资金。", "职责"),
        ("市财政局负责解释本方案。", ""),
        ("各县区人民政府，市直各部门：", ""),
        ("云泽市人民政府办公室", ""),
        ("整修道路。县交通运输局。", "单位名单"),
        ("市财政局", ""),
        ("市财政局负责人参加会议。", ""),
        ("目标：建成水厂三座。", ""),
    ],
)
def test_lines(line: str, word: str) -> None:
    assert told("说明", line) == ([(word, line)] if word else [])
    assert told("说明", line, taken=(1,)) == []


def test_the_column_of_owners() -> None:
    found = owner_column(lines("表1\t", "序号\t任务\t牵头单位"))
    assert found is not None
    assert (found[0].text, found[1]) == ("序号\t任务\t牵头单位", "牵头单位")
    assert owner_column(lines("姓名\t单位\t电话")) is None


def test_a_plan_tells_its_unread_table_without_a_reason() -> None:
    text = (
        "云泽市绿化方案\n一、重点任务\n1.植树。市林业局牵头。\n二、其他\n联系人\t说明\t责任单位\n张某\t见图\t市财政局\n"
    )
    (plan,) = parse_document(Document("方案.txt", text, "utf-8", "0")).plans
    assert [
        (place.trigger.word, place.trigger.reason, place.text) for place in plan.unread if not place.trigger.reason
    ] == [("责任表", None, "联系人\t说明\t责任单位")]


def test_a_bracket_in_the_place_of_a_clause_that_names_a_body_is_told() -> None:
    assert told("扩大供给。（市教育局主推，市妇联助力）") == [("括注的单位", "（市教育局主推，市妇联助力）")]
    assert told("办理备案。（甲类：市卫健委；乙类：市教育局）") == [
        ("括注的单位", "（甲类：市卫健委；乙类：市教育局）")
    ]
    # What was read, what has a role word, what explains the body before it, and what names none.
    assert told("扩大供给。（市教育局主推）", taken=(0,)) == []
    assert told("扩大供给。（由市教育局负责到底）") == []
    assert told("报市安委会办公室（市应急局主推）。") == []
    assert told("建设托位。（公益性是指政府参与建设）", "见附表。（含在建）") == []


def test_brackets_of_bodies_in_a_row_of_which_the_last_was_read_are_told() -> None:
    text = "完成立项（市水利局、市发改委）、可研（市水利局）和环评（市生态环境局）。"
    body = lines(text)
    found = find_owner_like(body, [(0, len(text))], [(text.rindex("（"), text.rindex("）") + 1)])
    assert [(each.word, text[each.start : each.end]) for each in found] == [
        ("括注的单位", "（市水利局、市发改委）"),
        ("括注的单位", "（市水利局）"),
    ]
