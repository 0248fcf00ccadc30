from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.width import BLANK
from ingest.targets.passage import read_passage


def test_blanks_of_conversion_go_and_words_of_a_foreign_language_stay_apart() -> None:
    assert read_passage("到 2027 年，AI Agent 应用").chars == "到2027年,AI Agent应用"


def test_titles_and_quoted_names_are_blanked() -> None:
    assert read_passage("落实《2030年前行动方案》和“20分钟”圈").chars == "落实" + BLANK * 12 + "和" + BLANK * 6 + "圈"


def test_a_five_year_period_in_quotes_is_read() -> None:
    assert read_passage("“十四五”末").chars == "十四五末"


def test_a_responsibility_clause_ends_the_sentence() -> None:
    assert read_passage("建成（市财政局牵头）推广").chars == "建成\n推广"


def test_skipped_spans_end_the_sentence_too() -> None:
    assert read_passage("建成甲乙推广", [(2, 4)]).chars == "建成\n推广"


def test_a_remark_with_a_number_is_kept_aside() -> None:
    passage = read_passage("不少于四名（其中女性不少于2名）人员（含兼职）")
    assert passage.chars == "不少于四名人员"
    assert [aside.chars for aside in passage.asides] == ["其中女性不少于2名"]


def test_an_unclosed_mark_ends_at_the_line_end() -> None:
    assert read_passage("（甲\n乙“丙\n丁").chars == "(甲\n乙“丙\n丁"


@given(st.text('（）()《》“”"「」甲乙 1２\n\t%年', max_size=80))
def test_every_character_leads_back_to_its_place(text: str) -> None:
    passage = read_passage(text)
    assert list(passage.at) == sorted(set(passage.at))
    assert len(passage.at) == len(passage.chars)
    assert all(0 <= offset < len(text) for offset in passage.at)
    assert all(text[offset].isspace() for char, offset in zip(passage.chars, passage.at, strict=True) if char == "\n")


def test_stretches_with_and_without_blanks_are_read_alike() -> None:
    text = "建成站点 30 个（其中 5 个）、达到 AB 1.5 级“甲 乙”。完成20个。"
    passage = read_passage(text)
    assert passage.chars == "建成站点30个、达到AB 1.5级\0\0\0\0\0。完成20个。"
    assert [text[at] for at in passage.at[:4]] == ["建", "成", "站", "点"]
    assert passage.words(4, 7) == "30个"
