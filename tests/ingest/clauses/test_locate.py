"""Where clauses stand: brackets, label lines, labels in mid-paragraph, first words, whole sentences."""

from __future__ import annotations

import pytest

from ingest.clauses.locate import locate_clauses
from ingest.language.paragraphs import Paragraph, join

Found = tuple[str, list[tuple[str, str]]]


def located(*lines: str, title_end: int = 0, first_leads: bool = False) -> list[Found]:
    at, paragraphs = 0, []
    for line in lines:
        paragraphs.append(Paragraph(line, ((0, at),)))
        at += len(line) + 1
    passage = join(paragraphs)
    return [
        (passage.text[each.start : each.end], [(owner.agency.name, owner.role) for owner in each.clause.owners])
        for each in locate_clauses(paragraphs, passage, title_end, first_leads=first_leads)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "新建站点。（市民政局牵头，市财政局配合）",
            [("（市民政局牵头，市财政局配合）", [("市民政局", "lead"), ("市财政局", "support")])],
        ),
        ("新建站点。责任单位：市民政局", [("责任单位：市民政局", [("市民政局", "lead")])]),
        ("新建站点。【责任单位】市民政局", [("【责任单位】市民政局", [("市民政局", "lead")])]),
        (
            "新建站点。（市民政局、市财政局）",
            [("（市民政局、市财政局）", [("市民政局", "co_own"), ("市财政局", "co_own")])],
        ),
        (
            "新建站点。由市民政局牵头，市财政局配合。",
            [("市民政局牵头，市财政局配合", [("市民政局", "lead"), ("市财政局", "support")])],
        ),
        ("新建站点。（详见附件）", []),
        ("报市民政局（养老处）备案。", []),
        ("成员单位：市民政局、市财政局", []),
        ("市民政局负责日常登记，市财政局配合。", []),
    ],
)
def test_one_paragraph(text: str, found: list[Found]) -> None:
    assert located(text) == found


def test_first_words_of_an_item() -> None:
    text = "市民政局牵头，市财政局配合，制定办法并印发。"
    assert located(text) == [("市民政局牵头，市财政局配合", [("市民政局", "lead"), ("市财政局", "support")])]


def test_clauses_with_nothing_between_them_are_one() -> None:
    assert located("新建站点。", "牵头单位：市民政局", "配合单位：市财政局") == [
        ("牵头单位：市民政局\n配合单位：市财政局", [("市民政局", "lead"), ("市财政局", "support")])
    ]


def test_clauses_with_text_between_them_are_several() -> None:
    assert [text for text, _ in located("甲事。（市民政局负责）乙事。（市财政局负责）")] == [
        "（市民政局负责）",
        "（市财政局负责）",
    ]


def test_a_declared_rule_makes_the_first_one_lead() -> None:
    assert located("甲事。（市民政局、市财政局负责）", first_leads=True) == [
        ("（市民政局、市财政局负责）", [("市民政局", "lead"), ("市财政局", "co_own")])
    ]


def test_a_bare_list_of_agencies_below_an_item() -> None:
    assert located("（一）新建站点", "市民政局、市财政局", title_end=7) == [
        ("市民政局、市财政局", [("市民政局", "co_own"), ("市财政局", "co_own")])
    ]
