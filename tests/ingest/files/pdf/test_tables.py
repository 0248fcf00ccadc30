"""Tables of PDF files: with all their lines, with some, with none, over pages and columns."""

import pytest
from pdf_writer import BODY, CLAUSE, LEFT, PITCH, RIGHT, TOP, PdfDocument, lines, write_pdf

HEADER = ["序号", "重点任务", "牵头单位", "完成时限"]


WIDTHS = [40.0, 200.0, 100.0, 90.0]


def test_tables_are_read_by_cell_over_pages_with_merged_cells_filled() -> None:
    document = PdfDocument()
    document.paragraph("附件")
    rows = [
        [
            str(at),
            f"做好第{at}项服务，推进各类园区绿色低碳循环发展。",
            f"市发展改革委、市市场监管局{'、市财政局' * (at % 3)}",
            "2026年",
        ]
        for at in range(1, 31)
    ]
    document.table([HEADER, *rows], WIDTHS, header=1)
    assert len(document.pages) > 2
    assert lines(document.bytes()) == ["附件", *("\t".join(row) for row in [HEADER, *rows])]


def test_merged_cells_fill_the_rows_they_cover() -> None:
    document = PdfDocument()
    rows = [HEADER, ["1", "甲任务", "市财政局", "2026年"], ["2", "乙任务", "", "2027年"], ["3", "丙任务", "", ""]]
    document.table(rows, WIDTHS, down={(2, 2), (3, 2), (3, 3)})
    assert lines(document.bytes())[1:] == [
        "1\t甲任务\t市财政局\t2026年",
        "2\t乙任务\t市财政局\t2027年",
        "3\t丙任务\t市财政局\t2027年",
    ]


def test_a_row_cut_by_a_page_is_made_whole_and_a_merged_cell_goes_on() -> None:
    first, second = PdfDocument(numbers=None), PdfDocument(numbers=None)
    first.table([HEADER, ["1", "做好服务，", "市发展和", "2026年"]], WIDTHS)
    second.table([HEADER, ["", "推进改造。", "改革委", ""], ["2", "优化流程。", "市财政局", "2027年"]], WIDTHS)
    assert lines(write_pdf([*first.pages, *second.pages])) == [
        "\t".join(HEADER),
        "1\t做好服务，推进改造。\t市发展和改革委\t2026年",
        "2\t优化流程。\t市财政局\t2027年",
    ]


def test_a_merged_cell_goes_on_over_the_page_and_an_empty_cell_stays_empty() -> None:
    first, second = PdfDocument(numbers=None), PdfDocument(numbers=None)
    rows = [HEADER, ["1", "做好服务。", "市发展改革委", "2026年"], ["2", "推进改造。", "", "2026年"]]
    first.table(rows, WIDTHS, down={(2, 2)})
    second.table([["3", "优化流程。", "", ""]], WIDTHS)
    found = lines(write_pdf([*first.pages, *second.pages]))
    assert found[-2:] == ["2\t推进改造。\t市发展改革委\t2026年", "3\t优化流程。\t市发展改革委\t"]


def task_rows(count: int) -> list[list[str]]:
    units = ["市发展改革委", "市财政局、市市场监管局", "市科技局", ""]
    text = "推进各类园区绿色低碳循环发展，"
    return [
        [str(at), text * (at % 4) + "完成普查。", units[at % 3], units[(at * 7) % 4], "2026年6月底"]
        for at in range(1, count + 1)
    ]


LONG_HEADER = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"]


LONG_WIDTHS = [40.0, 160.0, 90.0, 90.0, 60.0]


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("rules", ["across", "none"])
@pytest.mark.parametrize(("count", "header"), [(3, 0), (11, 1), (40, 0), (40, 1)])
def test_tables_without_lines_between_their_columns(middle: bool, rules: str, count: int, header: int) -> None:
    document, rows = PdfDocument(), [LONG_HEADER, *task_rows(count)]
    document.paragraph("附件")
    document.table(rows, LONG_WIDTHS, header=header, rules=rules, middle=middle)
    document.space()
    document.paragraph("二、保障措施。" + BODY)
    assert lines(document.bytes()) == ["附件", *("\t".join(row) for row in rows), "二、保障措施。" + BODY]


@pytest.mark.parametrize("middle", [False, True])
def test_a_table_without_lines_goes_on_behind_rows_across_it(middle: bool) -> None:
    document, rows = PdfDocument(), task_rows(24)
    across = "一、推进产业结构优化升级和绿色低碳发展"
    document.table([LONG_HEADER, [across], *rows[:9], [across], *rows[9:]], LONG_WIDTHS, rules="none", middle=middle)
    found = ["\t".join(row) for row in rows]
    assert lines(document.bytes()) == ["\t".join(LONG_HEADER), across, *found[:9], across, *found[9:]]


def test_a_row_without_lines_that_a_page_cuts_is_made_whole() -> None:
    first, second = PdfDocument(numbers=None), PdfDocument(numbers=None)
    text = "推进各类园区绿色低碳循环发展，建成示范工程，"
    first.table([LONG_HEADER, ["1", text + "做好", "市财政局", "", "2026年"]], LONG_WIDTHS, rules="none")
    rows = [["", "服务。", "", "", ""], ["2", text + "优化。", "市科技局", "市财政局", "2027年"]]
    second.table(rows, LONG_WIDTHS, rules="none")
    assert lines(write_pdf([*first.pages, *second.pages]))[1:] == [
        f"1\t{text}做好服务。\t市财政局\t\t2026年",
        f"2\t{text}优化。\t市科技局\t市财政局\t2027年",
    ]


def test_a_table_goes_on_in_the_next_column() -> None:
    document = PdfDocument(columns=2, size=10.5)
    for at in range(1, 20):
        document.paragraph(f"{at}.{BODY}{CLAUSE}")
    document.turn()
    page = document.pages[-1]
    for x, row in ((LEFT, ["1", "推进改造和", "2026年"]), (LEFT + 226, ["", "升级。", ""])):
        for left, text in zip((0, 30, 150), row, strict=True):
            page.text(x + left + 5, 700, text, 10.5)
            page.rule(x + left, 680, x + left, 720)
        page.rule(x + 205, 680, x + 205, 720)
        page.rule(x, 680, x + 205, 680)
        page.rule(x, 720, x + 205, 720)
    page.text(LEFT + 226 + 5, 660, "2", 10.5)
    page.text(LEFT + 226 + 35, 660, "做好服务。", 10.5)
    for left in (0, 30, 150, 205):
        page.rule(LEFT + 226 + left, 640, LEFT + 226 + left, 680)
    page.rule(LEFT + 226, 640, LEFT + 226 + 205, 640)
    assert lines(document.bytes())[-2:] == ["1\t推进改造和升级。\t2026年", "2\t做好服务。\t"]


@pytest.mark.parametrize("rules", ["columns", "rows"])
def test_a_box_with_lines_one_way_only_is_a_table(rules: str) -> None:
    document, rows = PdfDocument(), [LONG_HEADER, *task_rows(9)]
    top = document._y
    document.table(rows, LONG_WIDTHS, rules="across" if rules == "rows" else "none")
    page = document.pages[0]
    edges = [LEFT + sum(LONG_WIDTHS[:at]) for at in range(6)]
    for x in edges if rules == "columns" else (edges[0], edges[-1]):
        page.rule(x, top, x, document._y)
    for y in (top, document._y) if rules == "columns" else ():
        page.rule(edges[0], y, edges[-1], y)
    assert len(document.pages) == 1
    assert lines(document.bytes()) == ["\t".join(row) for row in rows]


@pytest.mark.parametrize("middle", [False, True])
def test_rows_without_numbers_are_told_by_where_their_cells_begin(middle: bool) -> None:
    document = PdfDocument()
    rows = [[task, unit, "2026年底"] for _, task, unit, *_ in task_rows(9)]
    rows = [["重点任务", "牵头单位", "完成时限"], *rows]
    document.table(rows, [140.0, 120.0, 90.0], rules="none", middle=middle)
    assert lines(document.bytes()) == ["\t".join(row) for row in rows]


def test_units_in_a_cell_broken_by_its_width_and_units_on_lines_of_their_own() -> None:
    document = PdfDocument()
    document.table([["1", "市发展和改革委员会、市市场监督管理局"], ["2", "乙"]], [40.0, 92.0])
    page = document.pages[0]
    page.rule(LEFT, 300, LEFT + 240, 300)
    page.rule(LEFT, 240, LEFT + 240, 240)
    for x in (LEFT, LEFT + 40, LEFT + 240):
        page.rule(x, 240, x, 300)
    page.text(LEFT + 5, 280, "3", 12)
    page.text(LEFT + 50, 280, "市财政局", 12)
    page.text(LEFT + 50, 260, "市科技局", 12)
    assert lines(document.bytes())[-3:] == ["1\t市发展和改革委员会、市市场监督管理局", "2\t乙", "3\t市财政局  市科技局"]


def test_shading_and_underlines_are_no_tables_and_a_frame_is_text() -> None:
    document = PdfDocument(numbers=None)
    page = document.pages[0]
    for y in (TOP - 4, TOP - PITCH - 4):
        page.fill(LEFT, y, RIGHT - LEFT, PITCH)
        page.rule(LEFT, y, LEFT + 60, y)
    for x in (LEFT - 10, RIGHT + 10):
        page.rule(x, 200, x, TOP + 30)
    for y in (200, TOP + 30):
        page.rule(LEFT - 10, y, RIGHT + 10, y)
    document.paragraph("专栏1 能效提升工程")
    document.paragraph(BODY)
    assert lines(document.bytes()) == ["专栏1 能效提升工程", BODY]
