"""PDF files that cannot be read whole: each is refused with the pages and the remedy, and nothing else is."""

import pytest
from pdf_writer import BODY, CLAUSE, HEIGHT, LEFT, PITCH, TOP, WIDTH, PdfDocument, PdfPage, lines, read, write_pdf

from graph.errors import ReadError


def refused(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert str(caught.value).startswith("方案.pdf: ") and caught.value.zh.startswith("方案.pdf：")
    return caught.value


def scan(*texts: tuple[float, str]) -> PdfPage:
    page = PdfPage()
    page.image(0, 0, WIDTH, HEIGHT)
    for y, text in texts:
        page.text(250, y, text, 10)
    return page


def test_a_scan_is_refused_with_the_page_and_the_remedy() -> None:
    error = refused(write_pdf([scan(), scan()]))
    assert "page 1 is a picture" in str(error) and "OCR" in str(error) and "第 1 页是图片" in error.zh


@pytest.mark.parametrize("mark", ["扫描全能王 创建", "Scanned by CamScanner", "由夸克扫描王提供"])
@pytest.mark.parametrize("pages", [1, 4])
def test_a_scan_with_the_mark_of_an_app_is_refused(mark: str, pages: int) -> None:
    assert "page 1 is a picture" in str(
        refused(write_pdf([scan((20, mark), (50, f"- {at} -")) for at in range(pages)]))
    )


def test_an_unknown_mark_on_each_page_is_no_text_either() -> None:
    assert "is a picture" in str(refused(write_pdf([scan((20, "某某软件制作")) for _ in range(4)])))


def test_a_scanned_page_in_a_text_is_named() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    assert "page 2 is a picture" in str(refused(write_pdf([*document.pages, scan()])))


def test_all_scanned_pages_are_named_with_the_way_out() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    error = refused(write_pdf([scan(), *document.pages, scan(), scan(), scan(), *document.pages, scan()]))
    assert "(so do pages 3-5, 7)" in str(error) and "delete the page" in str(error)
    assert "（第 3-5、7 页也是）" in error.zh and "删去该页" in error.zh


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
    assert "page 1 is a picture" in str(refused(write_pdf([page])))


def test_letters_that_are_drawings_are_refused() -> None:
    document = PdfDocument()
    document.paragraph("1." + BODY + CLAUSE)
    page = PdfPage()
    page.parts.extend(f"{at} 100 m {at} 110 {at + 5} 110 {at + 5} 100 c f" for at in range(1100))
    error = refused(write_pdf([*document.pages, page]))
    assert "page 2 shows letters that are drawings" in str(error) and "曲线" in error.zh


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
    assert "garbled" in str(refused(write_pdf([private], encoding="Identity-H", ordering="Identity")))
    for at in range(4):
        rare.text(LEFT, TOP - at * PITCH, "鏄竴浠芥斂搴滄枃浠剁殑涔辩爜鐗堟湰锛岃繖閲", 10)
    error = refused(write_pdf([rare], encoding="UniGB-UTF16-H"))
    assert "garbled" in str(error) and "乱码" in error.zh


def test_a_text_without_chinese_and_an_empty_file_are_refused() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "Annual report of the company, all rights reserved")
    assert "no page from page 1 on holds Chinese text" in str(refused(write_pdf([page])))
    assert "no page from page 1 on holds Chinese text" in str(refused(write_pdf([PdfPage()])))


def test_damaged_files_are_refused() -> None:
    assert "the PDF file is damaged" in str(refused(b"%PDF-1.4\n" + bytes(100)))
