"""A file becomes a document: its bytes, its format, its text.

`ingest.files` holds one reader a format; this is the only module that opens files.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ReaderFault, ReadError, ZerentuError
from graph.messages import Message, _
from graph.visible import visible
from ingest.files.content import Content, refuse
from ingest.files.encoding import decode
from ingest.files.limits import OverLimit, check, limit
from ingest.files.sniff import SUFFIXES, sniff
from ingest.files.stray_marks import strip_stray_marks
from ingest.files.words import any_of
from ingest.language.characters import LINE_ENDS

if TYPE_CHECKING:
    from ingest.files.workbook import SheetCells

__all__ = ["SUFFIXES", "Document", "read_cells", "read_document"]

#: Words of every plan whose two scripts differ. Mirror sites convert plans; read as they are they would name nobody.
_TRADITIONAL = re.compile(any_of("script_traditional"))
_SIMPLIFIED = re.compile(any_of("script_simplified"))


@dataclass(frozen=True)
class Document:
    """A file as text.

    Attributes
    ----------
    name : str
        File name without folders.
    text : str
        The stored text: what all offsets refer to. A text file as it is, with line feeds for line ends; of other
        formats the paragraphs and table rows, one a line.
    codec : str
        The codec that decoded it, or the name of the format.
    sha256 : str
        Of the bytes.
    pages : tuple of int
        Offsets in `text` where each page begins; empty where the format has no pages.
    unread : tuple of Message
        What the file shows besides its text, such as pictures of tables.
    sheets : tuple of (int, str)
        Where in `text` each sheet of a workbook with several begins, and its name.
    merges_known : bool
        True where the format tells which cells are merged: those are filled in `text`, and a blank cell is blank.
        In a copy as text a blank may be the rest of a merged cell.
    """

    name: str
    text: str
    codec: str
    sha256: str
    pages: tuple[int, ...] = ()
    unread: tuple[Message, ...] = ()
    merges_known: bool = False
    sheets: tuple[tuple[int, str], ...] = ()


def read_document(path: str | Path) -> Document:
    """Read one file.

    Raises
    ------
    ReadError
        For a missing, empty, too large or damaged file, a folder, a format that is not read, a scan, or bytes that
        no codec accepts, or one that is over a limit (`ingest.files.limits`).
    SettingsError
        If the environment sets a limit that is not a number.
    """
    path = Path(path)
    with _refusing(path):
        data = _bytes(path)
        content = _content(data, path)
        check("characters", len(content.text))
    if not content.text.strip():
        raise refuse(path, _("文件是空的，没有内容可读；请检查文件是否保存成功"))
    if _is_traditional(content.text):
        raise refuse(path, _("文件是繁体字，而责任用语按简体字识读；请改用公文原件，或先转换成简体再读"))
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        # A name that is not UTF-8 is kept as people read it.
        name=visible(path.name),
        text=content.text,
        codec=content.codec,
        sha256=digest,
        pages=content.pages,
        unread=content.unread,
        merges_known=content.merges_known,
        sheets=content.sheets,
    )


def read_cells(path: str | Path) -> list[tuple[str, SheetCells]]:
    """Return the sheets of a workbook with their names and cells, or the one table of a CSV file, which has no name.

    Raises
    ------
    ReadError
        As `read_document`, and for a file that is neither.
    """
    path = Path(path)
    with _refusing(path):
        from ingest.files.sheet import csv_cells, xlsx_cells

        data = _bytes(path)
        match sniff(data, path) if data.strip() else "":
            case "xlsx":
                return xlsx_cells(data, path)
            case "csv":
                return [("", csv_cells(data, path))]
            case "":
                raise refuse(path, _("文件是空的，没有内容可读；请检查文件是否保存成功"))
            case _:
                raise refuse(path, _("不是表格；请交回 .xlsx 或 .csv 文件"))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Refuse a file that cannot be read in one sentence, whatever the reason."""
    try:
        yield
    except OverLimit as error:
        raise refuse(path, error.message) from error
    except MemoryError as error:
        raise refuse(path, _("内存不够，读不完这个文件；请拆分文件，或关闭其他程序后再读")) from error
    except RecursionError as error:
        raise refuse(path, _("内容嵌套太深，不是正常的方案；请用 Word 或 WPS 打开后另存再读取")) from error
    except ZerentuError:
        raise
    except Exception as error:
        # A library that a damaged file confuses: one bad file costs one file.
        raise ReaderFault(
            _(
                "{path}：读取时出错（{kind}：{why}）；文件可能已损坏，请用原来的程序打开后另存再读取",
                path=path,
                kind=type(error).__name__,
                why=error,
            )
        ) from error


def _content(data: bytes, path: Path) -> Content:
    # The readers are imported when they are needed: a text file should not wait for the library of PDF files.
    match sniff(data, path) if data.strip() else "text":
        case "docx":
            from ingest.files.word.docx import read_docx

            return read_docx(data, path)
        case "pdf":
            from ingest.files.pdf.reader import read_pdf

            return read_pdf(data, path)
        case "html":
            from ingest.files.web.html import read_html

            return read_html(data, path)
        case "mhtml":
            from ingest.files.web.mhtml import read_mhtml

            return read_mhtml(data, path)
        case "xlsx":
            from ingest.files.sheet import read_xlsx

            return read_xlsx(data, path)
        case "csv":
            from ingest.files.sheet import read_csv

            return read_csv(data, path)
        case "markdown":
            from ingest.files.web.markdown import read_markdown

            return read_markdown(data, path)
        case _:
            text, codec = decode(data, path)
            lines = LINE_ENDS.sub("\n", text).split("\n")
            return Content("\n".join(strip_stray_marks(lines)), codec)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ReadError(_("{path}：这是文件夹；请写出其中的文件名，或改用可以读文件夹的 zerentu load", path=path))
        size = path.stat().st_size
        check("megabytes", size / 1e6)
        if not path.is_file():  # a pipe or a device says 0, and /dev/zero never ends
            size = int(limit("megabytes") * 1e6)
        with path.open("rb") as file:
            data = file.read(size + 1)
        check("megabytes", len(data) / 1e6)
        return data
    except FileNotFoundError as error:
        raise ReadError(_("{path}：找不到这个文件；请检查路径", path=path)) from error
    except OSError as error:
        raise ReadError(_("{path}：无法读取（{why}）；请检查路径和访问权限", path=path, why=error.strerror)) from error


def _is_traditional(text: str) -> bool:
    found = len(_TRADITIONAL.findall(text))
    return found > 0 and found > len(_SIMPLIFIED.findall(text))
