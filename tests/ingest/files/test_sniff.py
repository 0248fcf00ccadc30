import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx_writer import paragraph, write_docx
from pdf_writer import PdfDocument

from graph.errors import ReadError
from ingest.files.read import read_document
from ingest.files.sniff import SUFFIXES, sniff

DOCX = write_docx(paragraph("一、任务"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.docx", DOCX, "docx"),
        ("a.wps", DOCX, "docx"),
        ("a.doc", b"\n<html><p>x</p></html>", "html"),
        ("a.html", "一、任务".encode(), "html"),
        ("a.txt", "<p>一、任务</p>".encode(), "text"),
        ("a.xlsx", archive("xl/workbook.xml"), "xlsx"),
        ("a.CSV", "序号,任务".encode(), "csv"),
        ("a.xls", b"<table><tr><td>x</td></tr></table>", "html"),
        ("a.MD", b"# x", "markdown"),
        ("a.markdown", b"# x", "markdown"),
        ("a.txt", b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
        ("方案", "一、任务".encode(), "text"),
    ],
)
def test_what_a_file_holds_counts(name: str, data: bytes, form: str) -> None:
    assert sniff(data, Path(name)) == form


@pytest.mark.parametrize(
    ("name", "data", "says", "zh"),
    [
        ("a.doc", OLE, 'soffice --headless --convert-to docx "a.doc"', "旧版 Word"),
        ("a.wps", OLE, 'soffice --headless --convert-to docx "a.wps"', "WPS"),
        ("a.et", OLE, 'soffice --headless --convert-to xlsx "a.et"', "表格"),
        ("a.xlsb", archive("xl/workbook.bin"), 'soffice --headless --convert-to xlsx "a.xlsb"', "电子表格"),
        ("a.odt", archive("mimetype", "content.xml"), "--convert-to docx", "OpenDocument"),
        ("a.rtf", b"{\\rtf1 x}", "--convert-to docx", "RTF"),
        ("a.pptx", archive("ppt/presentation.xml"), "slides", "演示文稿"),
        ("a.ofd", archive("OFD.xml"), "export it as PDF", "OFD"),
        ("a.zip", archive("a.txt"), "unpack it", "压缩包"),
        ("a.rar", b"Rar!\x1a", "unpack it", "压缩包"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "加密"),
        (
            "a.doc",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
            "--convert-to docx",
            "XML",
        ),
        ("a.xml", b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "--convert-to docx", "XML"),
        (
            "a.xls",
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>',
            "--convert-to xlsx",
            "XML",
        ),
        ("a.ceb", b"Founder CEB 3.00\x00", "CEB", "CEB"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "OCR", "OCR"),
        ("~$方案.docx", b"\x05user", "lock file", "锁定文件"),
        ("a.docx", b"\x00\x01\x02", "not a Word file", "不是 Word 文件"),
    ],
)
def test_other_formats_are_refused_with_the_way_to_convert(name: str, data: bytes, says: str, zh: str) -> None:
    with pytest.raises(ReadError) as caught:
        sniff(data, Path(name))
    assert says in str(caught.value) and zh in caught.value.zh
    assert str(caught.value).startswith(f"{name}: ") and caught.value.zh.startswith(f"{name}：")


def test_a_document_names_its_format_and_its_pages(tmp_path: Path) -> None:
    document = PdfDocument()
    document.paragraph("一、任务")
    document.turn()
    document.paragraph("二、保障")
    made = {
        "a.docx": DOCX,
        "a.pdf": document.bytes(),
        "a.md": "# 一、任务".encode(),
        "a.htm": "<p>一、任务".encode("gb18030"),
        "a.txt": "一、任务".encode("gb18030"),
    }
    codecs = {}
    for name, data in made.items():
        path = tmp_path / name
        path.write_bytes(data)
        found = read_document(path)
        codecs[name] = found.codec
        assert found.text.startswith("一、任务")
        assert found.pages == ((0, 5) if name == "a.pdf" else ())
        assert path.suffix in SUFFIXES
    assert codecs == {
        "a.docx": "docx",
        "a.pdf": "pdf",
        "a.md": "markdown/utf-8",
        "a.htm": "html/gb18030",
        "a.txt": "gb18030",
    }
