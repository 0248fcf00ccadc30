import pytest
from docx_writer import abstract, cell, level, num, paragraph, read, table
from hypothesis import given
from hypothesis import strategies as st

from ingest.files.list_numerals import numeral
from ingest.language.item_numbers import chinese_number

OFFICIAL = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)  # fmt: skip


def items(*levels: int, number: int = 1) -> str:
    return "".join(paragraph("做好服务", number=(number, at)) for at in levels)


def numbers(lines: list[str]) -> list[str]:
    return [line.removesuffix("做好服务").strip() for line in lines]


def test_the_sequence_of_official_documents_restarts_below_each_heading() -> None:
    found = read(items(0, 1, 2, 2, 1, 2, 0, 1, 2, 3), numbering=OFFICIAL + num(1, 0))
    assert numbers(found) == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）", "1.", "（1）"]


def test_a_number_and_its_text_do_not_run_together() -> None:
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%3.", '<w:suff w:val="nothing"/>'),
    ) + num(1, 0)
    body = (
        paragraph("5万吨产能", number=(1, 0))
        + paragraph("推进", number=(1, 1))
        + paragraph("推进", number=(1, 0))
        + paragraph("5万吨", number=(1, 2))
    )
    assert read(body, numbering=lists) == ["1. 5万吨产能", "1.1 推进", "2.推进", "1.5万吨"]


def test_never_restarting_levels_run_through_the_sections() -> None:
    lists = abstract(
        0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    assert numbers(read(items(0, 1, 1, 0, 1), numbering=lists)) == ["一、", "1.", "2.", "二、", "3."]


def test_restart_only_behind_the_level_that_is_named() -> None:
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2)"),
        level(2, "decimal", "(%3)", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    assert numbers(read(items(0, 1, 2, 1, 2, 0, 1, 2), numbering=lists)) == [
        "1.",
        "1)",
        "(1)",
        "2)",
        "(2)",
        "2.",
        "1)",
        "(1)",
    ]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = OFFICIAL + num(1, 0) + num(2, 0) + num(3, 0, anew)
    assert numbers(read(items(0, 0) + items(0, number=2) + items(0, 0, number=3), numbering=lists)) == [
        "一、",
        "二、",
        "三、",
        "一、",
        "二、",
    ]


def test_an_override_may_replace_a_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'
    assert numbers(read(items(0, number=2), numbering=OFFICIAL + num(2, 0, other))) == ["第1条"]


def test_start_value_and_legal_numbers() -> None:
    lists = abstract(
        0, level(0, "chineseCounting", "%1、", '<w:start w:val="3"/>'), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 0)
    assert numbers(read(items(0, 1), numbering=lists)) == ["三、", "3.1"]


def test_numbers_come_through_styles_and_their_bases() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H2"/></w:style>'
    )
    body = "".join(paragraph("做好服务", style=style) for style in ("H1", "H2", "H3", "H1"))
    assert numbers(read(body, numbering=OFFICIAL + num(1, 0), styles=styles)) == ["一、", "（一）", "（二）", "二、"]


def test_the_level_of_a_style_is_the_one_that_names_it() -> None:
    linked = abstract(
        0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>')
    ) + num(1, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert numbers(read(paragraph("做好服务", style="H2"), numbering=linked, styles=styles)) == ["（一）"]


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("level_of_base", ["", '<w:ilvl w:val="0"/>'])
def test_a_style_may_only_deepen_the_level_of_its_base(linked: bool, level_of_base: str) -> None:
    names = ("<w:pStyle w:val='A'/>", "<w:pStyle w:val='B'/>") if linked else ("", "")
    numbering = abstract(0, level(0, "decimal", "%1.", names[0]), level(1, "decimal", "（%2）", names[1])) + num(1, 0)
    styles = (
        f'<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr>{level_of_base}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
    )
    body = "".join(paragraph(name, style=name) for name in "ABCAB")
    assert read(body, numbering=numbering, styles=styles) == ["1. A", "（1） B", "（2） C", "2. A", "（1） B"]


def test_a_definition_may_point_to_a_list_style() -> None:
    lists = (
        abstract(0, extra='<w:numStyleLink w:val="L"/>')
        + OFFICIAL.replace('Id="0"', 'Id="9"', 1)
        + num(1, 0)
        + num(2, 9)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert numbers(read(items(0, 1), numbering=lists, styles=styles)) == ["一、", "（一）"]


def test_number_zero_switches_the_number_of_the_style_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("一、做好服务", style="H1", number=(0, 0)) + paragraph("做好服务", style="H1")
    assert read(body, numbering=OFFICIAL + num(1, 0), styles=styles) == ["一、做好服务", "一、做好服务"]


def test_bullets_and_texts_that_name_a_deeper_level_show_no_number() -> None:
    lists = abstract(0, level(0, "bullet", "l"), level(1, "decimal", "%3.")) + num(1, 0)
    assert read(items(0, 1), numbering=lists) == ["做好服务", "做好服务"]


def test_an_old_numbering_in_a_tracked_change_does_not_count() -> None:
    change = (
        '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    )
    assert read(paragraph("做好服务", properties=change), numbering=OFFICIAL + num(1, 0)) == ["做好服务"]


def test_empty_numbered_paragraphs_count_and_number_the_cells_of_a_table() -> None:
    lists = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    body = table(*[[cell(inside=paragraph(number=(1, 0), inside="<w:r/>")), "推进改造"] for _ in range(2)]) + items(0)
    assert read(body, numbering=lists) == ["1\t推进改造", "2\t推进改造", "3.做好服务"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("chineseCounting", "十一"), ("chineseCountingThousand", "十一"), ("taiwaneseCounting", "十一"), ("japaneseCounting", "十一"),
        ("decimal", "11"), ("decimalZero", "11"), ("upperLetter", "K"), ("lowerRoman", "xi"), ("decimalEnclosedCircle", "⑪"),
        ("decimalEnclosedParen", "⑾"), ("decimalEnclosedFullstop", "⒒"), ("decimalFullWidth", "１１"), ("ideographDigital", "一一"),
        ("chineseLegalSimplified", "壹拾壹"), ("ideographZodiac", "戌"), ("ideographTraditional", "11"), ("no such form", "11"),
    ],
)  # fmt: skip
def test_forms(form: str, expected: str) -> None:
    assert numeral(11, form) == expected


@given(st.integers(1, 999))
def test_chinese_numbers_are_what_the_outline_reads(value: int) -> None:
    assert chinese_number(numeral(value, "chineseCountingThousand")) == value
