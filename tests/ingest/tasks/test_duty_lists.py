import pytest

from ingest.document.outline import outline
from ingest.document.plans import find_plans
from ingest.document.reflow import reflow
from ingest.tasks.duty_lists import read_duties


def entries(text: str) -> list[tuple[list[str], str]]:
    _, plans = find_plans(reflow(text))
    return [
        ([agency.written for agency in duty.agencies], duty.title)
        for section in outline(plans[0]).walk()
        if not section.numbered
        for duty in read_duties(section)
    ]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("1.县教育局：负责校园安全。", ["县教育局"]),
        ("1.县教育局、县民政局：负责校园安全。", ["县教育局", "县民政局"]),
        ("1.县教育局。负责校园安全。", ["县教育局"]),
        ("1.县教育局负责校园安全。", ["县教育局"]),
        ("1.县教育局主要职责：统筹校园安全。", ["县教育局"]),
        ("1.县级河长：负责巡河护河。", ["县级河长"]),
    ],
)
def test_an_entry_is_a_numbered_item(line: str, agencies: list[str]) -> None:
    assert [found for found, _ in entries(f"一、职责分工\n{line}")] == [agencies]


@pytest.mark.parametrize(
    "line", ["1.宣传工作：做好宣传教育。", "1.加强领导。县教育局负责统筹。", "1.专人负责校园安全。"]
)
def test_running_text_is_no_entry(line: str) -> None:
    assert not entries(f"一、职责分工\n{line}")


def test_lines_without_numbers_are_entries_below_a_heading_of_duties_only() -> None:
    lines = "县教育局：负责校园安全。\n县公安局：维护治安秩序。\n同时做好疏导工作。\n县财政局负责落实经费。"
    assert entries(f"一、成员单位职责\n{lines}") == [
        (["县教育局"], "负责校园安全"),
        (["县公安局"], "维护治安秩序"),
        (["县财政局"], "负责落实经费"),
    ]
    assert not entries(f"一、基本情况\n{lines}")
