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


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("由市民政局、市财政局负责，并于2027年底前建成，逐步扩大覆盖面。", "市民政局、市财政局负责"),
        ("选址布点。市民政局、市财政局负责，并在全市推广经验，及时总结。", "市民政局、市财政局负责"),
        (
            "选址布点，由市民政局牵头，市财政局、市住建局配合，并按季通报，年底前总结。",
            "市民政局牵头，市财政局、市住建局配合",
        ),
        ("推进充电桩建设，市发展改革委牵头，市财政局配合。", "市发展改革委牵头，市财政局配合"),
        ("该项工作由市民政局牵头负责，市财政局配合，并每季度通报。", "市民政局牵头负责，市财政局配合"),
        ("鼓励仓单质押。市金融局、市税务局按职责落实", "市金融局、市税务局按职责落实"),
        (
            "消除隐患。市应急局负总责，市公安局密切配合，属地政府具体抓落实。",
            "市应急局负总责，市公安局密切配合，属地政府具体抓落实",
        ),
        ("消除隐患。市应急局主抓，市公安局协抓。", "市应急局主抓，市公安局协抓"),
        (
            "打击非法采砂，市水务局、市公安局按职责分工负责，各镇配合，全年持续推进。",
            "市水务局、市公安局按职责分工负责，各镇配合，全年持续推进",
        ),
        ("各部门按职责落实。", None),
        ("市城管局负责城区，各镇负责农村，市水利局负责技术指导。", None),
        ("由专人负责，并加强监管。", None),
        ("自由贸易试验区管委会的改革，由企业负责，并推广。", None),
        ("建立机制，督促市民政局负责，并加强监管。", None),
    ],
)
def test_a_clause_may_be_the_beginning_or_the_end_of_a_sentence(text: str, clause: str | None) -> None:
    assert [found for found, _ in located(text)] == ([clause] if clause else [])


def test_the_first_words_of_a_heading_are_a_clause_only_behind_by() -> None:
    text = "（二）由市民政局负责，制定规划。"
    assert [found for found, _ in located(text, title_end=len(text))] == ["市民政局负责"]
    text = "（二）市民政局负责，制定规划。"
    assert located(text, title_end=len(text)) == []


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "新建站点。（市民政局 2027年6月底前完成）",
            [("（市民政局 2027年6月底前完成）", [("市民政局", "lead")])],
        ),
        ("新建站点。（市民政局，每月）", [("（市民政局，每月）", [("市民政局", "lead")])]),
        ("新建站点。（责任单位——市民政局）", [("（责任单位——市民政局）", [("市民政局", "lead")])]),
        ("新建站点。责任单位市民政局。", [("责任单位市民政局。", [("市民政局", "lead")])]),
        (
            "新建站点，责任单位市民政局、市财政局，完成时限2027年底。",
            [("责任单位市民政局、市财政局，完成时限2027年底。", [("市民政局", "co_own"), ("市财政局", "co_own")])],
        ),
        ("责任单位市民政局要做好摸底调查。", []),
        (
            "新建站点。市民政局为责任单位，市财政局为协助单位。",
            [("市民政局为责任单位，市财政局为协助单位", [("市民政局", "lead"), ("市财政局", "support")])],
        ),
        ("新建站点。督导：市委督查室", [("督导：市委督查室", [("市委督查室", "guide")])]),
        ("各县区政府为责任单位，要抓好落实。", []),
        (
            "新建站点。\n牵头：市民政局\n落实：各县区政府、乡镇（街道）",
            [
                (
                    "牵头：市民政局\n落实：各县区政府、乡镇（街道）",
                    [("市民政局", "lead"), ("各县区政府", "implement"), ("乡镇（街道）", "implement")],
                )
            ],
        ),
        (
            "新建站点——市民政局、市财政局负责。",
            [("市民政局、市财政局负责", [("市民政局", "co_own"), ("市财政局", "co_own")])],
        ),
        (
            "做好保障：（1）用地（市自然资源局）；（2）用电（县供电公司）；（3）用工（市人力资源社会保障局）。",
            [
                ("（市自然资源局）", [("市自然资源局", "lead")]),
                ("（县供电公司）", [("县供电公司", "lead")]),
                ("（市人力资源社会保障局）", [("市人力资源社会保障局", "lead")]),
            ],
        ),
    ],
)
def test_dates_dashes_and_labels_without_colon(text: str, found: list[Found]) -> None:
    assert located(text) == found
