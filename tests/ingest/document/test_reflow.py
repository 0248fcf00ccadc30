import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document.reflow import reflow

PARAGRAPH = "加快发展储能和新能源装备，推动产业链上下游协同，提升重点园区的配套能力，形成一批示范项目。"
CLAUSE = "（市发展改革委牵头，市财政局、市生态环境局等按职责分工负责）"


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in reflow(text)]


def test_a_page_break_in_running_text_is_joined() -> None:
    assert texts(PARAGRAPH[:40] + "\n\n" + PARAGRAPH[40:]) == [PARAGRAPH]


def test_a_page_break_inside_a_clause_is_joined() -> None:
    whole = "1.推进改造。" + PARAGRAPH + CLAUSE
    for at in range(len(whole) - len(CLAUSE) + 2, len(whole)):
        assert texts(whole[:at] + "\n\n" + whole[at:]) == [whole]


def test_headings_labels_and_new_items_are_not_joined() -> None:
    lines = [
        "一、重点任务",
        "（一）发展绿色金融",
        "引导金融机构扩大投放",
        "1.做好服务",
        "责任单位：市财政局",
        "完成时限：2027年6月",
    ]
    assert texts("\n".join(lines)) == lines


def test_a_clause_at_the_line_end_ends_the_paragraph() -> None:
    first = PARAGRAPH + "（生态环境部指导）"
    assert texts(first + "\n" + PARAGRAPH) == [first, PARAGRAPH]


def test_lines_cut_at_a_fixed_width_are_joined() -> None:
    body = PARAGRAPH * 20
    lines = [body[at : at + 30] for at in range(0, len(body), 30)]
    assert "".join(texts("\n".join(lines))) == body
    assert len(texts("\n".join(lines))) < len(lines) / 2


def test_page_numbers_are_dropped_but_numbers_in_the_text_stay() -> None:
    text = PARAGRAPH[:40] + "\n— 3 —\n" + PARAGRAPH[40:] + "\n第 4 页 共 9 页\n2025"
    assert texts(text) == [PARAGRAPH, "2025"]


def test_bare_page_numbers_are_dropped_when_they_count_up() -> None:
    pages = "\n".join(f"{PARAGRAPH}\n{page}" for page in range(1, 6))
    assert texts(pages) == [PARAGRAPH] * 5


def test_a_table_of_contents_is_left_out() -> None:
    contents = ["一、重点任务..........1", "（一）提升能力……………… 12", "附件 ······ - 3 -"]
    lines = ["一、重点任务", "（一）提升能力……持续推进5", "服务1.5万户"]
    assert texts("\n".join([*contents, *lines])) == lines


def test_table_lines_stay_apart() -> None:
    found = reflow("序号\t任务\n1\t做好服务\n2\t推进改革")
    assert [paragraph.table for paragraph in found] == [True, True, True]


@given(st.text(alphabet=st.sampled_from("一、（）()1.2。，；责任单位：市财政局负责牵头年\t\n 　-—3AB“”"), max_size=300))
def test_nothing_is_lost_or_invented_and_every_character_has_its_place(text: str) -> None:
    paragraphs = reflow(text)
    kept = "".join(re.sub(r"\s", "", paragraph.text) for paragraph in paragraphs)
    dropped = [line for line in text.split("\n") if re.fullmatch(r"[-—\s\d/第页共　]*", line)]
    assert len(re.sub(r"\s", "", text)) - len(kept) <= sum(len(line) for line in dropped)
    for paragraph in paragraphs:
        for at, char in enumerate(paragraph.text):
            if not char.isspace():
                assert text[paragraph.source(at)] == char


@given(
    st.lists(
        st.sampled_from([PARAGRAPH, PARAGRAPH + CLAUSE, "1.做好服务。" + PARAGRAPH + CLAUSE, "（二）强化保障"]),
        min_size=1,
        max_size=6,
    )
)
def test_unbroken_paragraphs_come_back_as_they_are(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == lines
    assert texts("\n\n".join(lines)) == lines


def test_letters_set_apart_are_put_together_and_point_at_the_stored_text() -> None:
    text = "一、任务\n责 任 单 位：市 民 政 局 和市教育局"
    label = reflow(text)[1]
    assert label.text == "责任单位：市民政局 和市教育局"
    assert [text[label.source(at)] for at in range(len(label.text))] == list(label.text)
    assert reflow("市民政局 市教育局 市财政局")[0].text == "市民政局 市教育局 市财政局"


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    assert [p.text for p in reflow("责任单位：市民政局、\n市医保局\n（二）乙")] == [
        "责任单位：市民政局、市医保局",
        "（二）乙",
    ]


def test_the_foot_of_a_site_is_no_text() -> None:
    foot = "主办：云泽市人民政府　承办：市政府办公室　网站标识码：4100000001　豫ICP备12345678号"
    assert texts(f"一、任务\n1.做好服务。（市财政局负责）\n{foot}") == ["一、任务", "1.做好服务。（市财政局负责）"]
    assert texts("1.规范网站管理。清理未办理ICP备案的网站。") == ["1.规范网站管理。清理未办理ICP备案的网站。"]


@pytest.mark.parametrize("indent", ["\t", "\t\t", "\u2003\u2003", "\u2002 ", "\xa0\xa0", "\u200b　"])
def test_whatever_indents_a_paragraph_is_no_cell(indent: str) -> None:
    lines = ["一、任务", "1.做好服务。（市财政局负责）", "责任单位：市教育局"]
    text = "\n".join(indent + line + "\t" for line in lines)
    found = reflow(text)
    assert [p.text for p in found] == lines and not any(p.table for p in found)
    assert [text[p.source(0)] for p in found] == [line[0] for line in lines]


def test_tabs_before_the_last_cells_of_a_table_stay() -> None:
    text = "序号\t任务\t单位\n1\t甲\t市财政局\n\t\t市教育局\n\t乙\t\n\t二、保障\n\t做好。"
    assert [(p.text, p.table) for p in reflow(text)][2:] == [
        ("\t\t市教育局", True),
        ("\t乙\t", True),
        ("二、保障", False),
        ("做好。", False),
    ]


def test_a_number_cut_inside_a_bracket_is_no_item() -> None:
    assert texts("1.按照《云泽市绿色转型实施方案》（云政发〔20\n18〕53号）做好服务。\n2.优化。") == [
        "1.按照《云泽市绿色转型实施方案》（云政发〔2018〕53号）做好服务。",
        "2.优化。",
    ]
    assert texts("1.做好服务（包括：\n1）甲\n2）乙）")[1:] == ["1）甲", "2）乙）"]


def test_a_body_above_a_date_signs_the_plan_also_behind_a_label_line() -> None:
    for date in ("2020年2月9日", "二〇二〇年二月九日"):
        lines = ["1.融资。做好融资。", "责任单位：市工信局、财政局", "三明市人民政府", date]
        assert [p.text for p in reflow("\n".join(lines))] == lines
    named = "责任单位：\n市工信局\n2020年2月9日"
    assert [p.text for p in reflow(named)] == ["责任单位： 市工信局", "2020年2月9日"]
