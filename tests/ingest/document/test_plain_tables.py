from typing import Any

import pytest

from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json

HEADER = "序号\t重点任务\t责任单位\t完成时限\n"


def tasks(text: str) -> list[dict[str, Any]]:
    found = to_json(parse_document(Document("方案.txt", text, "utf-8", "0")))["tasks"]
    assert isinstance(found, list)
    return found


def rows(table: str) -> list[tuple[str, str, list[str], str | None]]:
    return [
        (task["number"], task["title"], [owner["name"] for owner in task["owners"]], task.get("deadline"))
        for task in tasks("附件\n任务分解表\n" + table)
    ]


WANTED = [
    ("附件/1", "整修道路，安装路灯", ["市住建局", "市城管局"], "2025年6月"),
    ("附件/2", "开展体检", ["市卫健委"], "2025年9月"),
]


@pytest.mark.parametrize(
    "table",
    [
        f"{HEADER}1\t整修道路，安装路灯\t市住建局、市城管局\t2025年6月\n2\t开展体检\t市卫健委\t2025年9月\n",
        # Cells broken over lines: the task, two units below each other, one unit in the middle of its name.
        f"{HEADER}1\t整修道路，\n安装路灯\t市住建局\n市城管局\t2025年6月\n2\t开展体检\t市卫\n健委\t2025年9月\n",
        f"{HEADER}1\t整修道路，安装路灯\t市住建局、市城管局\t2025年\n6月\n2\t开展体检\t市卫健委\t2025年9月\n",
        # Numbers in a cell begin no chapter.
        f"{HEADER}1\t整修道路，\n安装\n路灯\t市住建局、市城管局\t2025年6月\n2\t开展体检\t市卫健委\t2025年9月\n",
        "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 1 | 整修道路，安装路灯 | 市住建局、市城管局 | 2025年6月 |\n| 2 | 开展体检 | 市卫健委 | 2025年9月 |\n",
        "序号 | 重点任务 | 责任单位 | 完成时限\n1 | 整修道路，安装路灯 | 市住建局、市城管局 | 2025年6月\n2 | 开展体检 | 市卫健委 | 2025年9月\n",
        "序号  重点任务    责任单位    完成时限\n1   整修道路，安装路灯   市住建局、市城管局   2025年6月\n2   开展体检   市卫健委   2025年9月\n",
    ],
)
def test_a_table_in_plain_text_however_it_was_copied(table: str) -> None:
    assert rows(table) == WANTED


def test_the_last_cell_goes_on_below_and_what_follows_the_table_does_not_belong_to_it() -> None:
    table = "任务\t责任单位\n整修道路\t市住建局\n市城管局\n开展体检\t市卫健委\n联系人请于每月底报送进展。\n"
    assert [(title, names) for _, title, names, _ in rows(table)] == [
        ("整修道路", ["市住建局", "市城管局"]),
        ("开展体检", ["市卫健委"]),
    ]


def test_each_cell_on_a_line_of_its_own_with_headings_between_the_rows_and_numbers_left_out() -> None:
    lines = ["序号", "重点任务", "责任单位", "完成时限", "一、城建", "二、卫生", "3", "整修道路", "市住建局", "6月"]
    lines += ["三、文旅", "68", "办节会", "市文旅局", "9月"]
    wanted = [("附件/3", "整修道路", ["市住建局"], "6月"), ("附件/68", "办节会", ["市文旅局"], "9月")]
    assert rows("\n".join(lines)) == wanted
    assert rows(" |\n".join(lines)) == wanted
    below = [*lines, "四、要求", "加强领导。"]
    assert rows("\n".join(below))[:2] == wanted


def test_a_group_heads_rows_and_is_no_part_of_one() -> None:
    table = f"{HEADER}一、城建\n1\t整修道路\t市住建局\t6月\n二、卫生\n2\t开展体检\t市卫健委\t9月\n"
    assert [(number, title) for number, title, *_ in rows(table)] == [("附件/1", "整修道路"), ("附件/2", "开展体检")]


def test_a_row_of_units_and_places_is_no_signature() -> None:
    table = "责任单位\t主要任务\n市教育局\t建设学校\n市民政局\t建设养老院\n市卫健委\t建设医院\n"
    assert [names for *_, names, _ in rows(table)] == [["市教育局"], ["市民政局"], ["市卫健委"]]


def test_an_item_whose_text_stands_before_a_table_is_a_measure_of_its_own() -> None:
    text = f"一、任务\n1.甲。做好。\n责任单位：市教育局\n重点任务分解表\n{HEADER}1\t整修道路\t市住建局\t6月\n"
    assert [(task["number"], [owner["name"] for owner in task["owners"]]) for task in tasks(text)] == [
        ("一/1", ["市教育局"]),
        ("表/1", ["市住建局"]),
    ]
    heading = f"一、任务\n任务分解表\n{HEADER}1\t整修道路\t市住建局\t6月\n"
    assert [task["number"] for task in tasks(heading)] == ["表/1"]


def test_the_words_of_a_broken_row_are_found_where_they_stand() -> None:
    text = f"附件\n任务分解表\n{HEADER}1\t整修道路\t市住建局\n市城管局\t6月\n"
    parsed = parse_document(Document("方案.txt", text, "utf-8", "0"))
    row = parsed.plans[0].tasks[0].passage
    assert text[row.source(row.text.index("市城管局")) :].startswith("市城管局")


def test_a_row_without_the_cells_that_a_merged_one_covers_is_put_in_its_columns() -> None:
    table = "类别|序号|任务|牵头单位|配合单位\n城建|1|整修道路|市住建局|市城管局\n2|建设公园|市园林局|市财政局、市城管局\n".replace(
        "|", "\t"
    )
    assert [(number, title, names) for number, title, names, _ in rows(table)] == [
        ("附件/1", "整修道路", ["市住建局", "市城管局"]),
        ("附件/2", "建设公园", ["市园林局", "市财政局", "市城管局"]),
    ]


def test_an_empty_responsible_unit_beside_a_lead_of_its_own_is_empty_and_people_are_no_units() -> None:
    table = (
        "序号\t任务\t责任领导\t牵头单位\t责任单位\n1\t整修道路\t王某\t市住建局\t市城管局\n2\t建设公园\t\t市园林局\t\n"
    )
    found = tasks("附件\n任务分解表\n" + table)
    assert [[owner["name"] for owner in task["owners"]] for task in found] == [["市住建局", "市城管局"], ["市园林局"]]
    assert [task["clause"] for task in found] == ["牵头单位：市住建局；责任单位：市城管局", "市园林局"]


def test_a_file_that_is_a_title_and_a_table() -> None:
    parsed = parse_document(
        Document("方案.txt", f"洛阳市道路整修任务分解表\n{HEADER}1\t整修\t市住建局\t6月\n", "utf-8", "0")
    )
    assert (parsed.notice.title, [task.number for task in parsed.plans[0].tasks]) == (
        "洛阳市道路整修任务分解表",
        ["表/1"],
    )


def test_a_header_of_two_rows() -> None:
    table = "序号\t任务\t责任分工\t\t时限\n\t\t牵头单位\t配合单位\t\n1\t整修道路\t市住建局\t市城管局\t6月\n"
    found = tasks("附件\n任务分解表\n" + table)
    assert [[(o["name"], o["role"]) for o in task["owners"]] for task in found] == [
        [("市住建局", "lead"), ("市城管局", "support")]
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("市级牵头部门", "lead"),
        ("牵头部门/单位", "lead"),
        ("整改责任单位", "co_own"),
        ("责任镇街", "co_own"),
        ("省级指导单位", "guide"),
        ("牵头单位、责任单位", "co_own"),
    ],
)
def test_headers_that_say_more_than_a_label(header: str, role: str) -> None:
    found = tasks(f"附件\n任务分解表\n序号\t任务\t{header}\n1\t整修道路\t市住建局、市城管局\n")
    assert [owner["role"] for owner in found[0]["owners"]] == [role, role]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("附件2：重点任务分解表", "附件2/1"),
        ("附：任务分解表", "附/1"),
        ("附表1\n任务分解表", "附表1/1"),
        ("任务分解表", "表/1"),
    ],
)
def test_the_name_of_a_table(line: str, number: str) -> None:
    text = f"甲市方案\n一、任务\n1.甲。做好。（市教育局牵头）\n{line}\n{HEADER}1\t整修道路\t市住建局\t6月\n"
    assert [task["number"] for task in tasks(text)] == ["一/1", number]


def test_a_list_of_annexes_heads_no_table() -> None:
    text = f"甲市方案\n一、任务\n1.甲。做好。（市教育局牵头）\n附件：1.任务分解表\n2.指标表\n附件1\n任务分解表\n{HEADER}1\t整修道路\t市住建局\t6月\n"
    assert [task["number"] for task in tasks(text)] == ["一/1", "附件1/1"]


def test_pipes_outside_of_a_task_table_are_text() -> None:
    text = (
        "甲市办展方案\n发布时间：2026年1月5日 | 来源：市政府 | 字体：大 中 小\n一、任务\n1.甲。做好。（市教育局牵头）"
    )
    parsed = parse_document(Document("方案.txt", text, "utf-8", "0"))
    assert parsed.notice.title == "甲市办展方案"
    assert not any(line.table for read in parsed.plans[0].root.walk() for line in read.section.body)


def test_a_table_with_each_cell_on_a_line_of_its_own() -> None:
    head = "序号\n工作任务\n牵头单位\n配合单位\n完成时限\n"
    body = (
        "1\n整修道路，\n安装路灯。\n市住建局\n市财政局\n6月\n2\n建设公园。\n市园林局\n市财政局\n市城管局\n9月\n"
        "3\n开展体检。\n市卫健委\n9月\n4\n整治河道。\n市水利局\n市财政局\n9月\n联系人：张某\n"
    )
    assert rows(head + body) == [
        ("附件/1", "整修道路，安装路灯", ["市住建局", "市财政局"], "6月"),
        ("附件/2", "建设公园", ["市园林局", "市财政局", "市城管局"], "9月"),
        ("附件/3", "开展体检", ["市卫健委"], "9月"),
        ("附件/4", "整治河道", ["市水利局", "市财政局"], "9月"),
    ]
    text = f"附件\n任务分解表\n{head}{body}"
    row = parse_document(Document("方案.txt", text, "utf-8", "0")).plans[0].tasks[1].passage
    assert text[row.source(row.text.index("市城管局")) :].startswith("市城管局")


@pytest.mark.parametrize("ditto", ["同上", "〃"])
def test_ditto_means_the_cell_above(ditto: str) -> None:
    table = f"序号\t任务\t牵头单位\t配合单位\n1\t整修道路\t市住建局\t市城管局\n2\t建设公园\t{ditto}\t{ditto}\n"
    assert [names for *_, names, _ in rows(table)] == [["市住建局", "市城管局"]] * 2
