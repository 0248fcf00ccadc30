"""Paragraphs: offsets that lead back, boxed labels, brackets closed and unclosed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.agencies.lexicon import parse_lexicon, using
from ingest.language.paragraphs import Lines, Paragraph, brackets, fold_labels, join


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("【责任单位】市教育局", " 责任单位:市教育局"),
        ("〔牵头单位〕：市教育局", " 牵头单位: 市教育局"),
        ("甲事。（责任单位）市教育局", "甲事。 责任单位:市教育局"),
        ("（责任单位）", "(责任单位)"),
        ("【示范学校】市教育局", "(示范学校)市教育局"),
        ("压实【责任单位】职责", "压实(责任单位)职责"),
    ],
)
def test_boxed_labels(text: str, folded: str) -> None:
    assert fold_labels(text) == folded


@given(st.text(alphabet="【】（）〔〕责任单位：牵头市教育局\n ，", max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_labels(text)) == len(text)


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("甲(乙(丙)丁)戊", [("(乙(丙)丁)", True)]),
        ("甲(见附件1。(市教育局负责)", [("(市教育局负责)", True)]),
        ("甲事。(市教育局牵头\n乙事。", [("(市教育局牵头", False)]),
        ("甲事。(责任单位:市教育局", [("(责任单位:市教育局", False)]),
        ("甲事。(指导单位:省教育厅", [("(指导单位:省教育厅", False)]),
        ("甲事。(另行通知", []),
        ("甲事)乙事", []),
    ],
)
def test_brackets(folded: str, found: list[tuple[str, bool]]) -> None:
    assert [(folded[start:end], closed) for start, end, closed in brackets(folded)] == found


@pytest.mark.parametrize(
    ("entry", "folded"),
    [("标签 兜底单位；角色 配合", "甲事。(兜底单位:市教育局"), ("动词 兜底；角色 配合", "甲事。(市教育局兜底")],
)
def test_a_word_of_the_lexicon_opens_an_unclosed_bracket(entry: str, folded: str) -> None:
    assert brackets(folded) == []
    with using(parse_lexicon(entry)):
        assert brackets(folded) == [(3, len(folded), False)]


def test_a_cut_of_joined_paragraphs_leads_back_to_the_text() -> None:
    text = "甲事。\n\n乙事。\n丙事。"
    lines = [Paragraph("甲事。", ((0, 0),)), Paragraph("乙事。丙事。", ((0, 5), (3, 9)))]
    joined = join(lines)
    assert joined.text == "甲事。\n乙事。丙事。"
    part = joined.cut(4, 10)
    assert (part.text, [part.source(at) for at in (0, 2, 3, 5)]) == ("乙事。丙事。", [5, 7, 9, 11])
    assert [text[part.source(at)] for at in range(6)] == list("乙事。丙事。")
    assert [Lines(text).number(at) for at in (0, 3, 5, 9)] == [1, 1, 3, 4]
