from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_writer import (
    BODY,
    CLAUSE,
    LEFT,
    PITCH,
    RIGHT,
    SIZE,
    TOP,
    PdfDocument,
    PdfPage,
    lines,
    read,
    wrap,
    write_pdf,
)

from ingest.parse import parse_file


def test_paragraphs_are_rejoined_over_lines_and_pages_and_page_numbers_dropped() -> None:
    document = PdfDocument()
    paragraphs = ["一、重点任务", *(f"{at}.{BODY}{CLAUSE}" for at in range(1, 15)), "二、保障措施"]
    for each in paragraphs:
        document.paragraph(each)
    assert len(document.pages) > 2
    content = read(document.bytes())
    assert content.text.split("\n") == paragraphs
    assert len(content.pages) == len(document.pages) and content.pages[0] == 0
    # A page may begin inside of a paragraph; then its place is where its first line begins.
    assert any(content.text[start - 1] != "\n" for start in content.pages[1:])


def test_a_page_number_inside_a_clause_does_not_split_it() -> None:
    document = PdfDocument(bottom=TOP - 2 * PITCH)
    document.paragraph("1." + BODY + "（责任单位：市生态环境局，市委组织部，各区、市政府）")
    assert lines(document.bytes()) == ["1." + BODY + "（责任单位：市生态环境局，市委组织部，各区、市政府）"]


def test_running_heads_go_and_lines_that_tasks_have_in_common_stay() -> None:
    document = PdfDocument(head="云泽市人民政府文件", numbers="第 {} 页 共 9 页")
    for at in range(1, 30):
        document.paragraph(f"{at}.做好服务。")
        document.paragraph("完成时限：2026年6月底前")
    found = lines(document.bytes())
    assert len(found) == 58 and found.count("完成时限：2026年6月底前") == 29


def test_a_running_head_on_two_pages_goes_and_what_stands_on_one_stays() -> None:
    pages = [PdfPage(), PdfPage()]
    for at, page in enumerate(pages, 1):
        page.text(200, 797, f"云泽市人民政府公报 2026年第{at}期", 9)
        page.text(290, 32, f"— {at} —", 9)
    pages[0].text(150, 742, "云泽市低空经济实施方案")
    pages[0].text(LEFT, 692, "一、重点任务")
    pages[1].text(LEFT, 742, "（一）培育企业。（市商务局牵头）")
    assert lines(write_pdf(pages)) == ["云泽市低空经济实施方案", "一、重点任务", "（一）培育企业。（市商务局牵头）"]


def test_what_a_browser_prints_at_the_edges_goes_though_it_stands_close() -> None:
    document = PdfDocument(numbers=None, bottom=40)
    every = [f"{at}.{BODY}{CLAUSE}" for at in range(1, 30)]
    for each in every:
        document.paragraph(each)
    for at, page in enumerate(document.pages, 1):
        page.text(60, TOP + PITCH, "2026/3/16 17:20  实施方案-云泽市人民政府")
        page.text(60, 20, f"http://www.example.cn/a.html {at}/9")
    assert lines(document.bytes()) == every


def test_label_lines_and_full_lines_stay_apart() -> None:
    document = PdfDocument()
    full = "责任单位：市发展改革委、市财政局、市应急管理局、市科技局"
    every = [
        "1.做好服务。",
        full[: int((RIGHT - LEFT) / SIZE) - 2],
        "完成时限：2026年6月",
        "2.推进改造。",
        "责任单位：市财政局",
    ]
    for each in every * 4:
        document.paragraph(each)
    assert lines(document.bytes()) == every * 4


def test_a_plan_without_indents_is_parted_by_its_numbers() -> None:
    document = PdfDocument()
    every = [f"{at}.{BODY}{CLAUSE}" for at in range(1, 9)]
    for each in every:
        document.paragraph(each, indent=0)
    assert lines(document.bytes()) == every


@pytest.mark.parametrize("tasks", [9, 20, 23, 30])
@pytest.mark.parametrize("indent", [None, 0])
def test_columns_are_read_one_after_the_other(tasks: int, indent: float | None) -> None:
    document = PdfDocument(columns=2, size=10.5)
    document.across("云泽市绿色转型实施方案")
    every = ["一、重点任务", *(f"{at}.{BODY}{CLAUSE}" for at in range(1, tasks)), "二、保障措施"]
    for each in every:
        document.paragraph(each, indent=indent)
    assert lines(document.bytes()) == ["云泽市绿色转型实施方案", *every]


def test_what_crosses_the_columns_parts_those_above_from_those_below() -> None:
    plans = [[f"{at}.{BODY}{CLAUSE}" for at in range(first, first + 5)] for first in (1, 11)]
    page = PdfPage()
    for top, title, tasks in zip((TOP, 380), ("云泽市实施方案", "明川市实施方案"), plans, strict=True):
        page.text(250, top, title)
        for x, column in ((LEFT, tasks[:3]), (LEFT + 226, tasks[3:])):
            flow = [(at, line) for each in column for at, line in enumerate(wrap(each, 21, 205, 10.5))]
            for y, (at, line) in enumerate(flow, 2):
                page.text(x + (0 if at else 21), top - 16 * y, line, 10.5)
    assert lines(write_pdf([page])) == ["云泽市实施方案", *plans[0], "明川市实施方案", *plans[1]]


def test_two_pages_on_one_sheet_are_two_pages_and_their_numbers_go() -> None:
    document = PdfDocument(columns=2, size=10.5, numbers=None)
    every = [f"{at}.{BODY}{CLAUSE}" for at in range(1, 31)]
    for each in every:
        document.paragraph(each)
    for at, page in enumerate(document.pages):
        page.text(170, 50, f"－ {2 * at + 1} －", 10.5)
        page.text(400, 50, f"－ {2 * at + 2} －", 10.5)
    assert lines(document.bytes()) == every


def test_left_and_right_pages_with_margins_of_their_own() -> None:
    document = PdfDocument()
    every = [f"{at}.{BODY}{CLAUSE}" for at in range(1, 25)]
    for each in every:
        document.paragraph(each)
    for page in document.pages[1::2]:
        page.shift(30)
    assert lines(document.bytes()) == every


@pytest.mark.parametrize("columns", [1, 2])
def test_marks_that_hang_over_the_margin_widen_nothing(columns: int) -> None:
    document = PdfDocument(columns=columns, hang=True, size=10.5 if columns > 1 else SIZE)
    every = [f"{at}.{BODY[at:]}{BODY[: at % 9]}、{CLAUSE}" for at in range(1, 25)]
    for each in every:
        document.paragraph(each)
    assert lines(document.bytes()) == every


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "推广5G-")
    page.text(LEFT, TOP - PITCH, "A应用")
    assert lines(write_pdf([page])) == ["推广5G-", "A应用"]


def test_a_line_of_digits_goes_on_with_its_paragraph() -> None:
    document = PdfDocument()
    text = BODY + "建成中心，占比不低于"
    short = text[: 27 * 5 - 2] + "98.5%"
    for at in range(1, 9):
        document.paragraph(f"{at}.{BODY}")
    document.paragraph(short, indent=0)
    assert lines(document.bytes())[-1] == short


def test_a_title_on_two_lines_in_the_middle_is_one_title() -> None:
    document = PdfDocument()
    title = "云泽市人民政府关于加快推进制造业绿色低碳转型发展的若干实施意见"
    document.paragraph(title, center=True)
    for at in range(1, 9):
        document.paragraph(f"{at}.{BODY}{CLAUSE}")
    assert lines(document.bytes())[0] == title


def test_blanks_around_digits_go_and_blanks_that_part_something_stay() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "到2026 年2 月 底前建成 AI 平台Cloud Native一个。")
    page.text(LEFT, TOP - PITCH, "市财政局")
    page.text(LEFT + 7 * SIZE, TOP - PITCH, "市科技局")
    page.text(LEFT, TOP - 2 * PITCH, "附件 1 清单")
    assert lines(write_pdf([page])) == [
        "到2026年2月底前建成AI平台Cloud Native一个。",
        "市财政局  市科技局",
        "附件1 清单",
    ]


def test_a_typed_blank_keeps_two_bodies_apart_and_others_go() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "云泽市财政局 云泽市教育局")
    page.text(LEFT, TOP - PITCH, "推进 绿色 转型")
    assert lines(write_pdf([page])) == ["云泽市财政局 云泽市教育局", "推进绿色转型"]


def test_bold_type_made_of_two_strokes_is_read_once() -> None:
    page = PdfPage()
    for shift in (0, 0.4):
        page.text(LEFT + shift, TOP, "一、重点任务")
    assert lines(write_pdf([page])) == ["一、重点任务"]


def test_a_watermark_across_the_page_is_no_text() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "一、重点任务")
    page.text(200, 400, "内部资料", 60, "0.7 0.7 -0.7 0.7")
    assert lines(write_pdf([page])) == ["一、重点任务"]


@pytest.mark.parametrize(
    ("matrix", "place"), [("0 1 -1 0", (200, 100)), ("0 -1 1 0", (200, 700)), ("-1 0 0 -1", (500, 400))]
)
@pytest.mark.parametrize("rotate", [0, 90])
def test_text_set_sideways_is_turned_upright(matrix: str, place: tuple[int, int], rotate: int) -> None:
    page = PdfPage(rotate=rotate)
    c, d = map(float, matrix.split()[2:])
    for at, text in enumerate(["一、重点任务", "二、保障措施"]):
        page.text(place[0] - at * PITCH * c, place[1] - at * PITCH * d, text, SIZE, matrix)
    assert lines(write_pdf([page])) == ["一、重点任务", "二、保障措施"]


def test_two_plans_in_one_file_are_two_plans(tmp_path: Path) -> None:
    document = PdfDocument()
    for place in ("云泽市", "明川市"):
        document.paragraph(f"{place}绿色转型实施方案", center=True)
        document.paragraph("一、重点任务")
        for at in range(1, 9):
            document.paragraph(f"{at}.{BODY}{CLAUSE}")
        document.turn()
    path = tmp_path / "a.pdf"
    path.write_bytes(document.bytes())
    parsed = parse_file(path)
    assert [(plan.metadata.title, len(plan.tasks)) for plan in parsed.plans] == [
        ("云泽市绿色转型实施方案", 8),
        ("明川市绿色转型实施方案", 8),
    ]


def test_radicals_in_the_place_of_characters_are_read_as_characters() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "⼀、⻓江⽣态")
    assert lines(write_pdf([page])) == ["一、长江生态"]


def test_pictures_that_may_show_a_table_are_told() -> None:
    document = PdfDocument()
    for _ in range(3):
        document.paragraph("1." + BODY + CLAUSE)
        document.turn()
    document.pages[0].image(400, 100, 110, 110)
    document.pages[1].image(100, 200, 300, 200)
    document.pages[2].image(100, 200, 300, 200)
    (unread,) = read(document.bytes()).unread
    assert (unread.en, unread.zh) == (
        "pages with pictures whose words were not read: 2-3",
        "第 2-3 页有图片，图片里的文字（如表格截图）没有读入",
    )


def test_footnotes_and_their_marks_are_left_out_and_told() -> None:
    document = PdfDocument(bottom=150)
    every = [f"{at}.{BODY}{CLAUSE}" for at in range(1, 15)]
    for each in every:
        document.paragraph(each)
    for page in document.pages[:2]:
        page.rule(LEFT, 130, LEFT + 110, 130)
        page.text(LEFT, 112, "1 此处所称项目由市发展改革委负责解释，具体范围见管理办法。", 9)
        page.text(LEFT, 98, "详见附件。", 9)
    document.pages[0].text(LEFT + 7 * SIZE - 1, TOP + 6, "1", 8)
    content = read(document.bytes())
    assert content.text.split("\n") == every
    assert [unread.zh for unread in content.unread] == ["第 1-2 页有脚注，没有读入"]


def test_a_raised_digit_behind_a_letter_is_a_power() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "面积5km")
    page.text(LEFT + 3.5 * SIZE, TOP + 5, "2", 8)
    page.text(LEFT + 4 * SIZE, TOP, "以上，项目")
    page.text(LEFT + 9 * SIZE, TOP + 5, "[3]", 8)
    page.text(LEFT + 9.7 * SIZE, TOP, "建成")
    assert lines(write_pdf([page])) == ["面积5km2以上，项目建成"]


def test_small_print_without_a_rule_is_text() -> None:
    document = PdfDocument(bottom=150)
    for at in range(1, 9):
        document.paragraph(f"{at}.{BODY}{CLAUSE}")
    document.pages[0].text(LEFT, 112, "1 责任单位：市财政局", 9)
    assert [line for line in lines(document.bytes()) if "责任单位" in line] == ["1责任单位：市财政局"]


def test_lines_of_a_table_of_contents_stay_apart() -> None:
    document = PdfDocument()
    heads = ["一、总体要求", "指导思想和目标", "重点任务清单"]
    contents = [f"{head}{'.' * (2 * (26 - len(head)))}{at}" for at, head in enumerate(heads, 1)]
    for each in contents:
        document.paragraph(each, indent=0)
    for at in range(1, 9):
        document.paragraph(f"{at}.{BODY}{CLAUSE}")
    assert lines(document.bytes())[:3] == contents


def test_text_at_a_right_angle_to_the_rest_is_told() -> None:
    page = PdfPage()
    for at in range(4):
        page.text(LEFT, TOP - at * PITCH, BODY[:24])
    page.text(540, 100, BODY[:12], SIZE, "0 1 -1 0")
    assert read(write_pdf([page])).unread == ()
    for at in range(3):
        page.text(540 - 20 * at, 100, BODY[:24], SIZE, "0 1 -1 0")
    (unread,) = read(write_pdf([page])).unread
    assert (unread.en, unread.zh) == (
        "pages with text at a right angle to the other text, which was not read: 1",
        "第 1 页有与其他文字方向不同（横竖混排）的文字，没有读入",
    )


def test_rare_characters_are_whole() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "推广𬭎材料")
    assert lines(write_pdf([page], encoding="UniGB-UTF16-H")) == ["推广𬭎材料"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=8), st.sampled_from([0, 2 * SIZE]))
def test_paragraphs_of_any_length_come_back(lengths: list[int], indent: float) -> None:
    text = (BODY + CLAUSE) * 6
    paragraphs = [f"{at}." + text[:length].rstrip("，、；：（") + "。" for at, length in enumerate(lengths, 1)]
    document = PdfDocument()
    for each in paragraphs:
        document.paragraph(each, indent=indent)
    assert "".join(lines(document.bytes())) == "".join(paragraphs)
    # Without indents a full line that ends a sentence may end a paragraph or not.
    if indent and len(document.pages) > 1:
        assert lines(document.bytes()) == paragraphs


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 28)),
        st.sampled_from(["序号", "重点任务", "牵头单位", "完成时限", "推进节能改造，", "市财政局、", "做好服务。"]),
        max_size=90,
    ),
    st.sampled_from([12, 18, 24]),
)
def test_no_character_is_lost_wherever_it_stands(pieces: dict[tuple[int, int], str], pitch: int) -> None:
    page = PdfPage()
    page.text(LEFT, 40, "云泽市实施方案")
    for (column, row), text in pieces.items():
        page.text(50 + 100 * column, 780 - pitch * row, text, 10)
    found = Counter(char for char in read(write_pdf([page])).text if not char.isspace())
    assert found == Counter("".join(pieces.values()) + "云泽市实施方案")
