from __future__ import annotations

import pytest

from ingest.clauses.running import running_clauses
from ingest.language.paragraphs import Paragraph, Piece


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("由市公安局会同市教育局提出方案，报市政府审定。", [["市公安局:lead", "市教育局:support"]]),
        ("2027年10月底前，由市城管局牵头完成检修。", [["市城管局:lead"]]),
        ("6月底前由市统计局负责汇总数据。", [["市统计局:lead"]]),
        ("费用主要由市财政局负责筹措。", []),
        ("方案由市林业局负责制定。", []),
        ("编制目录，具体由市民政局牵头推进，市财政局、市残联配合做好保障。", [["市民政局:lead", "市财政局:support", "市残联:support"]]),
        ("由市水利局负责巡查河道；由市住建局负责疏通管网。", [["市水利局:lead"], ["市住建局:lead"]]),
        ("逾期未改的，由市应急局负责处罚。", []),
        ("建立由市委组织部牵头、部门参与的机制。", []),
        ("由用户负责保管，由市水利局负责人签字。", []),
        ("由各有关部门负责落实资金。", []),
    ],
)  # fmt: skip
def test_by_marks_the_agencies_of_a_sentence(text: str, wanted: list[list[str]]) -> None:
    found = running_clauses(Paragraph(text, (Piece(0, 0),)), 0)
    assert [[f"{owner.agency.name}:{owner.role}" for owner in each.clause.owners] for each in found] == wanted


def test_the_words_of_the_clause_are_those_of_the_text() -> None:
    text = "一、由市民政局牵头编制目录，市财政局配合落实资金。"
    [found] = running_clauses(Paragraph(text, (Piece(0, 0),)), 2)
    assert found.clause.text == text[found.start : found.end] == "市民政局牵头编制目录，市财政局配合"
    assert [found.clause.text[each.agency.start : each.agency.end] for each in found.clause.owners] == [
        "市民政局",
        "市财政局",
    ]
