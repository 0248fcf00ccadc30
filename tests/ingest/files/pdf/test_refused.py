"""PDF files that cannot be read whole: each is refused with the pages and the remedy, and nothing else is."""

import pytest
from pdf_writer import BODY, CLAUSE, HEIGHT, LEFT, PITCH, TOP, WIDTH, PdfDocument, PdfPage, lines, read, write_pdf

from graph.errors import ReadError

OCR = "; convert it with an OCR program, check the result, and load that"
COVER = "; or delete the page if it holds nothing to read, such as a cover"
OCR_ZH = "；请先用 OCR 软件识别成文字并校对，再读取识别后的文件"
COVER_ZH = "；如果该页没有要读的文字（如封面、照片），删去该页即可"
GARBLED = (
    f"方案.pdf: the text layer of page 1 is garbled: its characters differ from what is printed{OCR}",
    f"方案.pdf：第 1 页的文字层是乱码，与页面显示的文字不符{OCR_ZH}",
)
NO_CHINESE = (
    f"方案.pdf: no page from page 1 on holds Chinese text; the file is a scan, or its text layer is garbled{OCR}",
    f"方案.pdf：从第 1 页起都没有中文文字，可能是扫描件，或文字层是乱码{OCR_ZH}",
)


def refused(data: bytes) -> tuple[str, str]:
    """Return what is told in English and in Chinese."""
    with pytest.raises(ReadError) as caught:
        read(data)
    return str(caught.value), caught.value.zh


def scanned(page: int, others: str = "") -> tuple[str, str]:
    """Return what is told of a scan on a page, and on others."""
    en, zh = (f" (other such pages: {others})", f"（第 {others} 页也是）") if others else ("", "")
    return (
        f"方案.pdf: page {page} is a picture (a scan) without a text layer{en}{OCR}{COVER}",
        f"方案.pdf：第 {page} 页是图片（扫描件），没有文字层{zh}{OCR_ZH}{COVER_ZH}",
    )


def scan(*texts: tuple[float, str]) -> PdfPage:
    page = PdfPage()
    page.image(0, 0, WIDTH, HEIGHT)
    for y, text in texts:
        page.text(250, y, text, 10)
    return page


def test_a_scan_is_refused_with_the_page_and_the_remedy() -> None:
    assert refused(write_pdf([scan(), scan()])) == scanned(1, "2")


@pytest.mark.parametrize("mark", ["扫描全能王 创建", "Scanned by CamScanner", "由夸克扫描王提供"])
@pytest.mark.parametrize(("pages", "others"), [(1, ""), (4, "2-4")])
def test_a_scan_with_the_mark_of_an_app_is_refused(mark: str, pages: int, others: str) -> None:
    found = refused(write_pdf([scan((20, mark), (50, f"- {at} -")) for at in range(pages)]))
    assert found == scanned(1, others)


def test_an_unknown_mark_on_each_page_is_no_text_either() -> None:
    assert refused(write_pdf([scan((20, "某某软件制作")) for _ in range(4)])) == scanned(1, "2-4")


def test_a_scanned_page_in_a_text_is_named() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    assert refused(write_pdf([*document.pages, scan()])) == scanned(2)


def test_all_scanned_pages_are_named_with_the_way_out() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    found = refused(write_pdf([scan(), *document.pages, scan(), scan(), scan(), *document.pages, scan()]))
    assert found == (scanned(1, "3-5, 7")[0], scanned(1, "3-5、7")[1])


@pytest.mark.parametrize("shade", ["ff ff ff", "e0 20 20"])
def test_a_blank_sheet_and_a_seal_are_nothing_to_read(shade: str) -> None:
    document = PdfDocument(numbers=None)
    document.paragraph("1." + BODY + CLAUSE)
    content = read(write_pdf([*document.pages, scan()], shade=shade))
    assert content.text == "1." + BODY + CLAUSE and content.unread == ()


def test_a_scan_in_strips_is_a_scan() -> None:
    page = PdfPage()
    for at in range(12):
        page.image(0, at * HEIGHT / 12, WIDTH, HEIGHT / 12)
    assert refused(write_pdf([page])) == scanned(1)


def test_letters_that_are_drawings_are_refused() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    page = PdfPage()
    page.parts.extend(f"{at} 100 m {at} 110 {at + 5} 110 {at + 5} 100 c f" for at in range(1100))
    assert refused(write_pdf([*document.pages, page])) == (
        f"方案.pdf: page 2 shows letters that are drawings (outlines) and has no text layer{OCR}{COVER}",
        f"方案.pdf：第 2 页的文字已转成曲线，没有文字层{OCR_ZH}{COVER_ZH}",
    )


def test_a_scan_with_a_text_layer_and_a_page_with_a_picture_are_read() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    document.pages[0].image(0, 0, WIDTH, HEIGHT)
    document.turn()
    document.paragraph("附件 流程图")
    document.pages[1].image(100, 200, 400, 500)
    assert len(lines(document.bytes())) == 2


def test_garbled_text_is_refused() -> None:
    private, rare = PdfPage(), PdfPage()
    private.text(LEFT, TOP, "".join(chr(0xE100 + at) for at in range(40)), 8)
    assert refused(write_pdf([private], encoding="Identity-H", ordering="Identity")) == GARBLED
    for at in range(4):
        rare.text(LEFT, TOP - at * PITCH, "鏄竴浠芥斂搴滄枃浠剁殑涔辩爜鐗堟湰锛岃繖閲", 10)
    assert refused(write_pdf([rare], encoding="UniGB-UTF16-H")) == GARBLED


def test_a_text_without_chinese_and_an_empty_file_are_refused() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "Annual report of the company, all rights reserved")
    assert refused(write_pdf([page])) == NO_CHINESE
    assert refused(write_pdf([PdfPage()])) == NO_CHINESE


def test_damaged_files_are_refused() -> None:
    why = "Failed to load document (PDFium: Data format error)."
    assert refused(b"%PDF-1.4\n" + bytes(100)) == (
        f"方案.pdf: the PDF file is damaged ({why}); open it in a PDF reader and save it again, or obtain it again",
        f"方案.pdf：PDF 文件已损坏（{why}）；请用 PDF 阅读器打开并另存，或重新获取",
    )
