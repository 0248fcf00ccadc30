import pytest
from pdf_writer import BODY, LEFT, PITCH, TOP, PdfDocument, PdfPage, lines, read, write_pdf

from graph.errors import ReadError

SEEN = ["一、重点任务", "（一）完善设施。（市交通运输局牵头）"]
GHOST = "（二）起草备注。（市民政局牵头）"
TOLD = f"有 1 处页面上看不到（白色、不显示或在页面之外）的文字没有读入（第一处：“{GHOST}”）"


def page() -> PdfPage:
    made = PdfPage()
    for at, line in enumerate(SEEN):
        made.text(LEFT, TOP - at * PITCH, line)
    return made


@pytest.mark.parametrize(
    ("x", "y", "painted", "crop"),
    [
        (LEFT, -60, "", ""),
        (700, TOP - 200, "", ""),
        (LEFT, 60, "", "0 142 595 842"),
        (LEFT, TOP - 200, "1 1 1 rg", ""),
        (LEFT, TOP - 200, "0 0 0 0 k", ""),
        (LEFT, TOP - 200, "3 Tr", ""),
        (LEFT, TOP - 200, "7 Tr", ""),
    ],
)
def test_text_that_nobody_sees_is_left_out_and_told(x: float, y: float, painted: str, crop: str) -> None:
    made = page()
    made.crop = crop
    made.text(x, y, GHOST, painted=painted)
    content = read(write_pdf([made]))
    assert content.text.split("\n") == SEEN
    assert [unread.zh for unread in content.unread] == [TOLD]


@pytest.mark.parametrize(("box", "right"), [("0 0 595 842", 0), ("0 0 1191 842", 560)])
def test_the_box_that_all_pages_inherit_is_what_is_seen(box: str, right: float) -> None:
    # The title stands higher, and the text of the wide page farther to the right, than a page of letter size reaches.
    made = PdfPage()
    for at, line in enumerate(["云泽市养老方案", *SEEN]):
        made.text(LEFT + right, 815 - at * PITCH, line)
    own = b"/MediaBox [0 0 595 842]"
    inherits = (
        write_pdf([made])
        .replace(own, b" " * len(own))
        .replace(b"/Type /Pages", f"/Type /Pages /MediaBox [{box}]".encode())
    )
    assert read(inherits).text.split("\n") == ["云泽市养老方案", *SEEN]


def test_a_crop_box_that_all_pages_inherit_hides_too() -> None:
    made = page()
    made.text(LEFT, 60, GHOST)
    inherits = write_pdf([made]).replace(b"/Type /Pages", b"/Type /Pages /CropBox [0 142 595 842]")
    assert [unread.zh for unread in read(inherits).unread] == [TOLD]


def test_white_letters_on_a_dark_ground_and_on_a_picture_are_seen() -> None:
    made = page()
    for y in (TOP - 300, TOP - 400):
        if y == TOP - 300:
            made.parts.append(f"0 0 0.5 rg {LEFT} {y - 10} 400 30 re f 0 g")
        else:
            made.image(LEFT, y - 10, 400, 30)
        made.text(LEFT, y, "（二）设点。（市商务局牵头）", painted="1 g")
    content = read(write_pdf([made]))
    assert content.text.split("\n")[2:] == ["（二）设点。（市商务局牵头）"] * 2
    assert content.unread == ()


def test_unpainted_letters_over_a_picture_of_the_page_are_the_text_layer_of_a_scan() -> None:
    made = PdfPage()
    made.image(0, 0, 595, 842)
    for at, line in enumerate([*SEEN, "（二）设点。建设站点。（市商务局牵头，市财政局配合）"]):
        made.text(LEFT, TOP - at * PITCH, line, painted="3 Tr")
    assert lines(write_pdf([made]))[:2] == SEEN


def test_text_set_from_top_to_bottom_is_refused() -> None:
    made = PdfPage()
    for column in range(3):
        made.text(500 - 30 * column, TOP, (BODY + BODY)[20 * column : 20 * column + 30])
    with pytest.raises(ReadError, match="page 1 runs from top to bottom"):
        read(write_pdf([made], encoding="UniGB-UCS2-V"))


def test_values_of_forms_and_text_boxes_are_read_where_they_stand() -> None:
    document = PdfDocument(numbers=None)
    document.paragraph("一、重点任务", indent=0)
    document.paragraph("（一）完善设施。", indent=0)
    document.paragraph("牵头单位：", indent=0)
    document.table([["序号", "任务", "责任单位"], ["1", "建设停车设施", ""]], [60, 200, 150])
    made = document.pages[-1]
    made.fill_in(LEFT + 82, TOP - 2 * PITCH - 4, 200, 20, "市交通运输局")
    made.fill_in(LEFT + 262, TOP - 3 * PITCH - 46, 145, 20, "市商务局", "box")
    made.fill_in(300, 300, 20, 20, "批注", "note")
    assert lines(document.bytes()) == [
        "一、重点任务",
        "（一）完善设施。",
        "牵头单位：市交通运输局",
        "序号\t任务\t责任单位",
        "1\t建设停车设施\t市商务局",
    ]
