"""Which format a file is in, by what it holds; its ending only tells the kinds of text apart.

Offices send .doc files that are web pages and .wps files that are Word documents, so the
first bytes count. What cannot be read is answered with the command that converts it.
"""

from __future__ import annotations

import re
from pathlib import Path

from graph.errors import ReadError
from graph.messages import Message, _
from ingest.files.content import refuse
from ingest.files.package import Package

__all__ = ["SUFFIXES", "sniff"]

#: Endings of files that a folder stands for.
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".mht", ".mhtml", ".docx", ".pdf", ".xlsx")

_MARKDOWN = (".md", ".markdown")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta|table|tbody|div|p)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_MAIL = (
    re.compile(rb"^MIME-Version:", re.I | re.M),
    re.compile(rb"^Content-Type:\s*(?:multipart/|text/html)", re.I | re.M),
)
_FLAT = re.compile(
    rb"<(?:w:wordDocument|pkg:package|office:document|Workbook)[\s>]|progid=\"(?:Word\.Document|Excel\.Sheet)\""
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_OLE = b"\xd0\xcf\x11\xe0"


def sniff(data: bytes, path: Path) -> str:
    """Return ``docx``, ``pdf``, ``html``, ``mhtml``, ``xlsx``, ``csv``, ``markdown`` or ``text``.

    Raises
    ------
    ReadError
        For a format that is not read, with the way to convert it.
    """
    suffix = path.suffix.lower()
    if path.name.startswith("~$"):
        raise refuse(path, _("这是 Word 打开文档时留下的临时锁定文件；请读取文档本身"))
    if data[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip(data, path)
    if data.startswith(_OLE):
        raise _old_office(data, path)
    if data.lstrip().startswith(b"{\\rtf"):
        raise _convert(path, _("这是 RTF 文件"))
    if data.startswith(_PICTURES):
        raise refuse(path, _("这是图片；请先用 OCR 软件识别成文字并校对，再读取识别后的文件"))
    if data.startswith(_ARCHIVES):
        raise refuse(path, _("这是压缩包；请解压后读取其中的文件"))
    if suffix in (".docx", ".pdf") and data.strip():
        what = {".docx": "Word", ".pdf": "PDF"}[suffix]
        if b"\0" in data[:4096]:
            raise refuse(
                path,
                _("文件名是 {suffix}，内容却不是 {what} 文件；文件可能已损坏，请重新获取", suffix=suffix, what=what),
            )  # fmt: skip
    head = data[:2000]
    if flat := _FLAT.search(head):
        sheet = b"Workbook" in flat[0] or b"Excel" in flat[0]
        raise _convert(path, _("这是办公软件的单文件 XML 格式"), "xlsx" if sheet else "docx")
    if all(mark.search(head) for mark in _MAIL):
        return "mhtml"
    if data.startswith(b"Founder CEB") or suffix in (".ceb", ".cebx"):
        raise refuse(path, _("这是方正 CEB 版式文件；请用方正 Apabi Reader 打开，打印或导出为 PDF 后再读取"))
    if suffix in (".html", ".htm") or (suffix not in (".txt", *_MARKDOWN) and _HTML.match(head)):
        return "html"
    return "csv" if suffix == ".csv" else "markdown" if suffix in _MARKDOWN else "text"


def _zip(data: bytes, path: Path) -> str:
    package = Package(data, path, "Excel" if path.suffix.lower().startswith(".xls") else "Word")
    if package.document() is not None:
        return "docx"
    names = package.names
    if "OFD.xml" in names:
        raise refuse(path, _("这是 OFD 版式文件；请用 OFD 阅读器或 WPS 打开，导出为 PDF 或 .docx 后再读取"))
    if "content.xml" in names:
        raise _convert(path, _("这是 OpenDocument 文件"), "xlsx" if path.suffix.lower() == ".ods" else "docx")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.startswith("xl/") for name in names):
        raise _convert(path, _("这是二进制电子表格（.xlsb）"), "xlsx")
    if any(name.startswith("ppt/") for name in names):
        raise refuse(path, _("这是演示文稿；请把方案另存为 .docx 或 .txt 后再读取"))
    raise refuse(path, _("这是压缩包，不是 Word 文件；请解压后读取其中的文件"))


def _old_office(data: bytes, path: Path) -> ReadError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        office = "Excel" if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".et") else "Word"
        return refuse(path, _("文档已加密；请用 {office} 或 WPS 输入密码打开，去掉密码另存后再读取", office=office))
    if path.suffix.lower() in (".xls", ".et") or "Workbook".encode("utf-16-le") in data:
        return _convert(path, _("这是旧版电子表格（.xls）或 WPS 表格（.et）"), "xlsx")
    return _convert(path, _("这是旧版 Word（.doc）或 WPS 文件"))


def _convert(path: Path, what: Message, form: str = "docx") -> ReadError:
    return refuse(
        path,
        _(
            "{what}；请用 {office} 或 WPS 另存为 .{form}，或用 LibreOffice 转换：{command}",
            what=what,
            office="Excel" if form == "xlsx" else "Word",
            form=form,
            command=f'soffice --headless --convert-to {form} "{path.name}"',
        ),
    )
