"""Small inputs in the manner of what offices send, written before the parser saw them; each was read wrong at first.

How many were is told in docs/accuracy.md.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx_writer import cell, paragraph, table, write_docx

from ingest.parse import parse_file
from ingest.to_json import to_json

Read = list[tuple[str, str]]


def rows(*lines: str) -> str:
    """Return a table of html; cells are told apart by bars."""
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in line.split("|")) + "</tr>" for line in lines)
    return f"<table border=1>{body}</table>"


def html(*blocks: str) -> bytes:
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(blocks)}</body></html>'.encode()


def read(folder: Path, suffix: str, content: bytes) -> Read:
    path = folder / f"输入{suffix}"
    path.write_bytes(content)
    record = json.loads(json.dumps(to_json(parse_file(path))))
    return [
        (task["number"], " ".join(f"{owner['name']}:{owner['role']}" for owner in task["owners"]))
        for task in record["tasks"]
    ]


TEXTS: dict[str, tuple[str, Read]] = {
    "a day glued to the number of an item": (
        "云泽县校车方案\n一、措施\n1.9月1日前完成登记。（县教育局负责）\n2.3名驾驶员一组培训。（县公安局负责）\n3.12月中旬总结。（县交通运输局负责）",
        [("一/1", "县教育局:lead"), ("一/2", "县公安局:lead"), ("一/3", "县交通运输局:lead")],
    ),
    "names with a colon in a closing chapter": (
        "云泽市招商方案\n一、行动\n（一）链主招商行动\n梳理企业。\n（二）以商招商行动\n用好商会。\n二、分工落实\n"
        "1.链主招商行动：市工业和信息化局牵头，市投资促进局配合。\n2.以商招商行动：市工商联牵头。",
        [("一/（一）", "市工业和信息化局:lead 市投资促进局:support"), ("一/（二）", "市工商联:lead")],
    ),
    "labels of offices": (
        "省林业局工作要点\n一、任务\n（一）宣传。（牵头处室：办公室；配合处室：宣教中心）",
        [("一/（一）", "办公室:lead 宣教中心:support")],
    ),
    "a boxed label right behind a name": (
        "云泽市科普方案\n一、任务\n（一）科普。开展科普。【牵头单位】市科协【配合单位】市地震局、市教育局",
        [("一/（一）", "市科协:lead 市地震局:support 市教育局:support")],
    ),
    "dashes between agency and duty": (
        "云泽市防汛预案\n2.组织体系\n2.3 成员单位职责\n市水利局——承担日常工作，负责监测。\n市住建局—负责排涝。",
        [("2/2.3", "市水利局:lead"), ("2/2.3", "市住建局:lead")],
    ),
    "several offices that answer by their duties, first in an item": (
        "东关街道创城方案\n三、任务分解\n1.由市场监管所负责，整治占道。\n2.派出所、司法所按职责分工负责，调解纠纷。",
        [("三/1", "市场监管所:lead"), ("三/2", "派出所:co_own 司法所:co_own")],
    ),
    "a name that begins with a word of running text": (
        "云泽市应急方案\n一、任务\n（一）演练。开展演练。应急局、经信局按职责分工负责。",
        [("一/（一）", "应急局:co_own 经信局:co_own")],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str, tmp_path: Path) -> None:
    text, wanted = TEXTS[name]
    assert read(tmp_path, ".txt", text.encode()) == wanted


TABLES: dict[str, tuple[str, bytes, Read]] = {
    "a column of tasks by a name of its own": (
        ".html",
        html(
            "<h1>民生实事清单</h1>",
            rows(
                "编号|民生实事|主责部门|协同部门",
                "1|新建公厕30座|市城管局|市财政局",
                "2|改造菜场6个||市商务局",
                "小计|2件||",
            ),
        ),
        [("表/1", "市城管局:lead 市财政局:support"), ("表/2", "市商务局:support")],
    ),
    "a column of tasks by a name of no list": (
        ".html",
        html(
            "<h1>提案办理分工</h1>", rows("提案编号|缘起|主办单位|会办单位", "T-1|增设公交线|市交通运输局|市公交集团")
        ),
        [("表/T-1", "市交通运输局:lead 市公交集团:support")],
    ),
    "who assesses": (
        ".html",
        html(
            "<h1>考核方案</h1>", rows("考核内容|分值|评分标准|考核单位", "农村厕改|8|少一户扣分|县农业农村局、县卫健局")
        ),
        [("表/1", "县农业农村局:co_own 县卫健局:co_own")],
    ),
    "承办单位 in a ledger": (
        ".csv",
        "序号,督办事项,承办单位,配合单位\n1,修复道路,市住建局 王强 13900001111,市公安局交警支队\n2,疏通热线,市数据局,\n".encode(),
        [("表/1", "市住建局:lead 市公安局交警支队:support"), ("表/2", "市数据局:lead")],
    ),
    "a matrix of 主办 and 协办": (
        ".html",
        html(
            "<h1>双拥分工</h1>",
            rows("工作事项|市民政局|市人社局|市教育局", "家属就业|主办|协办|", "子女入学|协办||主办"),
        ),
        [("表/1", "市民政局:lead 市人社局:support"), ("表/2", "市教育局:lead 市民政局:support")],
    ),
    "a matrix of offices with a legend below": (
        ".csv",
        "序号,任务,综合科,规划科,执法科\n1,年度计划,☆,○,\n2,专项检查,,○,☆\n说明：☆主办 ○协同,,,,\n".encode(),
        [("表/1", "综合科:lead 规划科:support"), ("表/2", "执法科:lead 规划科:support")],
    ),
    "a table in Markdown with a blank helper": (
        ".md",
        "# 林长制任务表\n\n|任务|牵头单位|协助单位|\n|---|---|---|\n|建平台|市林业局|市数据局|\n|古树挂牌|市林业局||\n".encode(),
        [("表/1", "市林业局:lead 市数据局:support"), ("表/2", "市林业局:lead")],
    ),
    "two cards one below the other": (
        ".docx",
        write_docx(
            paragraph("重点项目卡")
            + table(
                ["项目名称", "东站枢纽", "责任单位", "市交通运输局"],
                ["配合单位", "市自然资源局", "完成时间", "2028年6月"],
            )
            + table(
                ["项目名称", "南湖公园", "责任单位", "市城管局"], ["配合单位", "市财政局", "完成时间", "2027年12月"]
            )
        ),
        [("表1/1", "市交通运输局:lead 市自然资源局:support"), ("表2/1", "市城管局:lead 市财政局:support")],
    ),
    "the same header again behind a line of text": (
        ".docx",
        write_docx(
            paragraph("年度任务")
            + table(["序号", "任务", "责任单位"], ["1", "甲任务", "市教育局"])
            + paragraph("其他任务")
            + table(["序号", "任务", "责任单位"], ["1", "乙任务", cell("市卫健委")])
        ),
        [("表1/1", "市教育局:lead"), ("表2/1", "市卫健委:lead")],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str, tmp_path: Path) -> None:
    suffix, content, wanted = TABLES[name]
    assert read(tmp_path, suffix, content) == wanted
