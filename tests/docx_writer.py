"""Writes small Word documents for the tests from the XML that stands in the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    text: str = "", *, number: tuple[int, int] | None = None, style: str = "", inside: str = "", properties: str = ""
) -> str:
    """Return a paragraph; `number` is list and level, `inside` XML instead of the text."""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{listed}{properties}</w:pPr>{inside or run(text)}</w:p>"


def cell(text: str = "", properties: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or paragraph(text)}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """Return a table; a cell is text or a finished ``w:tc``."""
    made = ("".join(each if each.startswith("<w:tc>") else cell(each) for each in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def level(at: int, form: str, text: str, extra: str = "") -> str:
    start = "" if "<w:start" in extra else '<w:start w:val="1"/>'
    return f'<w:lvl w:ilvl="{at}">{start}<w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(key: int, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{extra}{"".join(levels)}</w:abstractNum>'


def num(key: int, definition: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def write_docx(body: str, *, numbering: str = "", styles: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a document with this body; `parts` are further files of the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
            f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="r3" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>")
        archive.writestr("word/numbering.xml", f"<w:numbering {_SPACES}>{numbering}</w:numbering>")
        archive.writestr("word/styles.xml", f"<w:styles {_SPACES}>{styles}</w:styles>")
        for name, text in (parts or {}).items():
            archive.writestr(name, text)
    return out.getvalue()


def read(body: str, *, numbering: str = "", styles: str = "", parts: Mapping[str, str] | None = None) -> list[str]:
    """Return the lines that the reader finds in such a document."""
    from ingest.files.word.docx import read_docx

    data = write_docx(body, numbering=numbering, styles=styles, parts=parts)
    return read_docx(data, Path("方案.docx")).text.split("\n")
