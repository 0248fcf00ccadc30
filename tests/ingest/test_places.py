from typing import Any

import pytest

from ingest.export import to_json
from ingest.parse import parse_document
from ingest.read import Document


def measures(text: str) -> list[tuple[str, list[str]]]:
    found: list[dict[str, Any]] = to_json(parse_document(Document("方案.txt", text, "utf-8", "0")))["tasks"]
    return [(task["number"], [f"{o['name']}:{o['role']}" for o in task["owners"]]) for task in found]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # A bare list behind every sentence of a paragraph.
        ("整修道路。（市住建局）建设公园。（市园林局、市财政局）", [["市住建局:lead"], ["市园林局:co_own", "市财政局:co_own"]]),
        ("整修“样板路”。（市住建局）建设公园。", [["市住建局:lead"]]),
        # Before the stop instead of behind it.
        ("整修道路（市住建局、市财政局）；建设公园（市园林局、市财政局）。", [["市住建局:co_own", "市财政局:co_own"], ["市园林局:co_own", "市财政局:co_own"]]),
        ("整修道路（市住建局）。", [["市住建局:lead"]]),
        # What explains a name is no clause.
        ("材料报市安委会办公室（市应急局）。", [[]]),
        ("材料报市直主管部门（市应急局、市住建局）；按月调度。", [[]]),
        ("组建工作专班（市应急局、市住建局）。", [[]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line", ["", "\n"])
def test_where_a_list_of_bodies_is_a_clause(text: str, owners: list[list[str]], line: str) -> None:
    found = measures(f"一、任务\n1.甲。{line}{text}")
    assert [names for _, names in found] == owners


def test_circled_numbers_in_mid_paragraph() -> None:
    text = "一、任务\n1.甲。\n①整修道路。（市住建局负责）②建设公园。（市园林局负责）"
    assert measures(text) == [("一/1/①", ["市住建局:lead"]), ("一/1/②", ["市园林局:lead"])]


def test_labels_that_name_people_belong_to_the_clause_and_name_no_owner() -> None:
    text = (
        "一、任务\n1.整修道路。\n主管领导：王某\n责任单位：市住建局\n主要责任人：李某\n进度安排：6月底前完成\n2.做好。"
    )
    assert measures(text) == [("一/1", ["市住建局:lead"]), ("一/2", [])]


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("（市教育局、市财政局等和各县区政府负责）", ["市教育局:co_own", "市财政局:co_own", "各县区政府:co_own"]),
        ("责任单位:市教育局、各乡镇(街道).", ["市教育局:co_own", "各乡镇(街道):co_own"]),
        ("\n责任单位：市教育局，各乡镇\n（街道）", ["市教育局:co_own", "各乡镇（街道）:co_own"]),
    ],
)
def test_ends_of_names(clause: str, owners: list[str]) -> None:
    assert measures(f"一、任务\n1.甲。做好。{clause}\n2.乙。") == [("一/1", owners), ("一/2", [])]


def test_a_title_ends_before_a_bracket_with_a_label() -> None:
    found = to_json(parse_document(Document("方案.txt", "一、任务\n1.整修道路（责任科室：建设科）", "utf-8", "0")))
    assert found["tasks"][0]["title"] == "整修道路"
