import pytest

from ingest.document.unknown_roles import unknown_columns, unknown_labels
from ingest.language.paragraphs import Paragraph, Piece

HEADER = "序号\t项目名称\t责任单位\t{}"


def table(*lines: str) -> list[Paragraph]:
    return [Paragraph(line, (Piece(0, 0),), True) for line in lines]


@pytest.mark.parametrize(
    ("name", "cell", "told"),
    [
        ("服务单位", "市财政局、市商务局", [(0, "服务单位")]),
        ("属地县区", "东城区政府", [(0, "属地县区")]),
        # What says nothing of who answers, what names no body, and what is read.
        ("提出单位", "市政协", []),
        ("责任科室", "规划科", []),
        ("服务单位", "见附件", []),
        ("服务单位", "", []),
        ("配合单位", "市财政局", []),
    ],
)
def test_a_column_of_bodies_whose_role_is_not_known_is_told(name: str, cell: str, told: list[tuple[int, str]]) -> None:
    rows = table(HEADER.format(name), f"1\t建园区\t市发展改革委\t{cell}", f"2\t建医院\t市卫健委\t{cell}")
    assert list(unknown_columns(rows)) == told


def test_a_table_without_a_header_of_tasks_has_no_such_column() -> None:
    assert list(unknown_columns(table("单位名称\t服务单位", "甲公司\t市财政局"))) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("建设园区。服务单位：市发展改革委、市财政局。", ["服务单位"]),
        ("链主企业：云泽钢铁公司；属地县区：东城区政府", ["属地县区"]),
        ("责任单位：市财政局", []),
        ("牵头股室：农水股", []),
        ("抄送单位：市财政局", []),
        ("服务单位：详见附表", []),
        ("服务单位为市财政局", []),
    ],
)
def test_a_label_with_bodies_whose_role_is_not_known_is_told(line: str, told: list[str]) -> None:
    assert [label for _, _, label in unknown_labels(Paragraph(line, (Piece(0, 0),)))] == told
