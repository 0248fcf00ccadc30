"""Where tables begin and end, and which rows are no tasks."""

from __future__ import annotations

import time

import pytest
from parsed import parse, tasks

from ingest.files.read import Document
from ingest.parse import parse_document

TOP = "附件1\n云泽市任务分解表\n序号\t重点任务\t责任单位\n"


def rows(text: str) -> list[tuple[str, list[str]]]:
    return [(number, owners) for number, _, _, owners in tasks(TOP + text)]


def test_groups_stand_in_the_number_and_sums_and_remarks_hold_no_task() -> None:
    text = (
        "一\t夯实基础\t\n1\t建站\t市水利局\n2\t设点\t市林业局\n二\t壮大队伍\t\n1\t招聘\t市人社局\n\t合计3项\t\n"
        "注：各单位按月报送。"
    )
    assert rows(text) == [
        ("附件1/一/1", ["市水利局:lead"]), ("附件1/一/2", ["市林业局:lead"]), ("附件1/二/1", ["市人社局:lead"]),
    ]  # fmt: skip


def test_a_table_numbered_by_characters_alone_has_no_groups() -> None:
    assert rows("一\t建站\t市水利局\n二\t设点\t\n三\t巡查\t市林业局") == [
        ("附件1/一", ["市水利局:lead"]), ("附件1/二", ["市水利局:lead*"]), ("附件1/三", ["市林业局:lead"]),
    ]  # fmt: skip


@pytest.mark.parametrize("known", [False, True])
def test_a_blank_owner_is_nobody_where_merged_cells_are_known(known: bool) -> None:
    text = TOP + "1\t建站\t市水利局\n2\t设点\t\n3\t巡查\t市林业局"
    plan = parse_document(Document("表.docx", text, "docx", "0", merges_known=known)).plans[0]
    found = [[(owner.agency.name, owner.inherited) for owner in task.owners] for task in plan.tasks]
    assert found == [[("市水利局", False)], [] if known else [("市水利局", True)], [("市林业局", False)]]


def test_a_list_of_contacts_behind_a_table_holds_no_tasks() -> None:
    assert rows("1\t建站\t市水利局\n姓名\t单位\t电话\n王芳\t市民政局\t61234567") == [("附件1/1", ["市水利局:lead"])]


def test_several_tables_without_a_name_are_counted() -> None:
    table = "序号\t重点任务\t责任单位\n1\t{}\t市水利局\n"
    text = "云泽市工作方案\n一、水利\n" + table.format("建站") + "二、林业\n" + table.format("设点")
    assert [task["number"] for task in parse(text)["tasks"]] == ["表1/1", "表2/1"]


def test_sheets_of_a_workbook_name_their_tables() -> None:
    sheet = "序号\t重点任务\t责任单位\n1\t{}\t市水利局\n"
    text = "产业\n" + sheet.format("建站") + "民生\n" + sheet.format("设点")
    sheets = ((0, "产业"), (text.index("民生"), "民生"))
    plan = parse_document(Document("表.xlsx", text, "xlsx", "0", merges_known=True, sheets=sheets)).plans[0]
    assert [(task.number, task.title) for task in plan.tasks] == [("产业/1", "建站"), ("民生/1", "设点")]


def test_a_row_that_a_page_cut_is_one() -> None:
    text = "1\t建站\t市水利局、市林\n第3页\n序号\t重点任务\t责任单位\n\t\t业局\n2\t设点\t市财政局"
    assert rows(text) == [("附件1/1", ["市水利局:co_own", "市林业局:co_own"]), ("附件1/2", ["市财政局:lead"])]


def test_the_title_is_in_the_column_that_tells_the_rows_apart() -> None:
    text = (
        "附件1\n云泽市任务清单\n序号\t重点举措\t实施路径\t责任单位\n1\t夯实底座（2项）\t推进登记。逐月通报。\t市数据局\n"
        "2\t夯实底座（2项）\t建成专区\t市科技局"
    )
    assert [task["title"] for task in parse(text)["tasks"]] == ["推进登记", "建成专区"]


def test_a_row_of_a_hundred_columns_that_lacks_one_is_read_at_once() -> None:
    """Each cell is read once, wherever the missing one may be: found by fuzzing."""
    header = "\t".join(["序号", "重点任务", *["牵头单位"] * 100])
    lines = ["\t".join([str(at), "建站", *["市水利局、不详之处若干"] * 99]) for at in (1,)]
    began = time.process_time()
    found = parse_document(Document("表.txt", f"云泽市重点任务分解表\n{header}\n" + "\n".join(lines), "txt", "0"))
    assert (len(found.plans), time.process_time() - began < 5) == (1, True)
