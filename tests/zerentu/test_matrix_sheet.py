"""Matrices as workbooks: what they show, and that they come back to the same owners."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.model.progress import ProgressReport
from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document, parse_file
from ingest.to_graph import build_graphs
from queries.matrix import Matrix, matrices
from zerentu import settings
from zerentu.matrix_sheet import matrix_workbook
from zerentu.matrix_words import csv_rows, progress_words

PLAN = """云泽市绿色园区实施方案
一、重点任务
（一）节能改造
1.改造锅炉。2027年底前改造锅炉10台。（市工业和信息化局牵头，市财政局、生态环境局配合）
2.铺设管网。（市住房和城乡建设局、市水利局按职责分工负责）
3.公布名录。（市统计局负责，省统计局指导；完成时限：2028年6月底前）
4.开展宣传。持续开展宣传。
（二）落实到位
1.巡查河道。（市水利局牵头，市财政局负责，各县（市、区）人民政府、云泽供电公司、有关部门配合，各乡镇人民政府落实）
2.培训人员。（市教育局负责，各有关单位配合）
"""
LISTED = """临江市河道保洁工作方案
一、主要任务
1.清理漂浮物。（市水利局、市城市管理局按职责分工负责）
2.修整护坡。（市水利局负责）
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Matrix]:
    with EmbeddedStore(tmp_path_factory.mktemp("matrix") / "a.lbug") as store:
        for text in (PLAN, LISTED):
            store.load(build_graphs(parse_document(Document("方案.txt", text, "utf-8", "0"))))
        by_title = {each.plan["title"]: each for each in matrices(store)}
    return [by_title["云泽市绿色园区实施方案"], by_title["临江市河道保洁工作方案"]]


@pytest.fixture(scope="module")
def sheets(found: list[Matrix]) -> list[Worksheet]:
    return load_workbook(io.BytesIO(matrix_workbook(found))).worksheets


def owners(matrix: Matrix) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    names = {column.id: column.name for column in matrix.columns}
    return [
        (
            row.title,
            sorted((names[key], by.role, by.basis == "sole") for key, said in row.owners.items() for by in said),
        )
        for row in matrix.rows
    ]


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = settings.language()
    settings.set_language(request.param)
    yield request.param
    settings.set_language(before)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("at", [0, 1])
def test_a_matrix_comes_back_to_the_same_owners(found: list[Matrix], at: int, tmp_path: Path) -> None:
    path = tmp_path / "矩阵.xlsx"
    path.write_bytes(matrix_workbook([found[at]]))
    [plan] = parse_file(path).plans
    back = [
        (task.title, sorted((o.agency.name, o.role, o.basis == "sole") for o in task.owners)) for task in plan.tasks
    ]
    assert back == owners(found[at])
    assert [task.deadline for task in plan.tasks] == [row.deadline for row in found[at].rows]
    assert plan.metadata.region == found[at].plan["region"]


def test_cells_hold_signs_shades_and_notes(sheets: list[Worksheet]) -> None:
    first = sheets[0]
    rows = {row[2].value: row for row in first.iter_rows(min_row=5)}
    shown = [(cell.value, cell.fill.start_color.rgb[2:]) for cell in rows["改造锅炉"] if cell.value in set("●△")]
    assert sorted(shown) == [("△", "9CC3E6"), ("△", "9CC3E6"), ("●", "9CC3E6")]
    lead = next(cell for cell in rows["改造锅炉"] if cell.value == "●")
    assert lead.comment.text.splitlines()[0] == "牵头·明示"
    assert {cell.fill.start_color.rgb[2:] for cell in rows["开展宣传"]} == {"F8CBAD"}
    assert rows["改造锅炉"][-2].value.startswith("1.改造锅炉。2027年底前")
    assert rows["改造锅炉"][-1].value == "方案.txt 第4行"


def test_sums_are_formulas_with_their_results(found: list[Matrix], sheets: list[Worksheet]) -> None:
    stored = load_workbook(io.BytesIO(matrix_workbook(found)), data_only=True).worksheets[0]
    formulas = [cell for row in sheets[0].iter_rows() for cell in row if cell.data_type == "f"]
    matrix = found[0]
    assert len(formulas) == len(matrix.rows) + 7 * (len(matrix.columns) + 1)
    assert all(isinstance(stored[cell.coordinate].value, int) for cell in formulas)
    last = stored.max_row
    assert [stored.cell(last, 5 + at).value for at in range(len(matrix.columns))] == [
        sum(column.id in row.owners for row in matrix.rows) for column in matrix.columns
    ]
    assert stored.cell(last, 1).value == "合计"


def test_a_plan_that_writes_no_lead_has_a_banner(sheets: list[Worksheet]) -> None:
    assert [str(each["A3"].value)[:3] == "注意：" for each in sheets] == [False, True]
    assert [each.title for each in sheets] == ["云泽市绿色园区实施方案", "临江市"]


def test_the_sheet_is_ready_to_print(sheets: list[Worksheet]) -> None:
    first = sheets[0]
    assert (first.page_setup.orientation, first.page_setup.paperSize, first.page_setup.fitToWidth) == (
        "landscape",
        8,
        1,
    )
    assert (first.freeze_panes, first.print_title_rows) == ("E5", "$3:$4")
    assert first.auto_filter.ref.startswith("A4:")


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    """A matrix of a plan on one of whose tasks something was reported."""
    with EmbeddedStore(tmp_path_factory.mktemp("reported") / "a.lbug") as store:
        store.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
        [matrix] = matrices(store)
        report = ProgressReport(
            task_id=matrix.rows[0].id, plan_id=matrix.plan["id"], agency_id="", agency="", said="完成了。", state="done",
            share=None, person="", phone="", updated="2027-03-01", quarters=(), file="表.csv", sheet="", row=2,
        )  # fmt: skip
        store.add_progress([report], imported="2027-03-02")
        [matrix] = matrices(store, as_of="2028-08-01")
    return matrix


def test_progress_stands_last_where_anything_was_reported(found: list[Matrix], reported: Matrix) -> None:
    assert [progress_words(row) for row in reported.rows[:3]] == [
        "绿：已完成",
        "灰：未报进展",
        "红：逾期 32 天；未报进展",
    ]
    assert progress_words(found[0].rows[0]) is None
    [sheet] = load_workbook(io.BytesIO(matrix_workbook([reported]))).worksheets
    [head] = [row for row in sheet.iter_rows() if row[0].value == "编号"]
    assert (head[-1].value, head[-2].value) == ("进展", "出处")
    below = [sheet.cell(head[0].row + at, sheet.max_column) for at in (1, 2, 3)]
    assert [(cell.value, cell.fill.start_color.rgb) for cell in below] == [
        ("绿：已完成", "00C6E0B4"),
        ("灰：未报进展", "00D9D9D9"),
        ("红：逾期 32 天；未报进展", "00F8B4B4"),
    ]
    rows, columns = csv_rows([reported])
    assert (columns[-3:], rows[0]["进展"]) == (["出处", "进展", "任务标识"], "绿：已完成")
    assert "进展" not in csv_rows(found)[1]


def test_a_matrix_with_progress_comes_back_to_the_same_owners(reported: Matrix, tmp_path: Path) -> None:
    path = tmp_path / "矩阵.xlsx"
    path.write_bytes(matrix_workbook([reported]))
    with EmbeddedStore(tmp_path / "again.lbug") as store:
        store.load(build_graphs(parse_file(path)))
        [again] = matrices(store)
    assert owners(again) == owners(reported)
