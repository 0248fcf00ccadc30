from pathlib import Path

import pytest
from docx_writer import paragraph, run, write_docx

from graph.messages import Message
from ingest.files.word.docx import read_docx

_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(kind: str, wide: int, high: int, inside: str = "") -> str:
    size = f'<wp:extent cx="{wide * 12700}" cy="{high * 12700}"/>'
    data = f'<a:graphic><a:graphicData uri="{kind}">{inside}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:inline {_WP} {_A}>{size}{data}</wp:inline></w:drawing></w:r>"


def old(style: str, inside: str = "<v:imagedata/>") -> str:
    return f'<w:r><w:pict><v:shape style="{style}">{inside}</v:shape></w:pict></w:r>'


def unread(inside: str) -> tuple[Message, ...]:
    data = write_docx(paragraph("一、任务分工表") + paragraph(inside=inside) + paragraph("二、保障"))
    return read_docx(data, Path("a.docx")).unread


@pytest.mark.parametrize(
    "inside",
    [
        drawing(_PICTURE, 400, 300),
        drawing("http://schemas.openxmlformats.org/drawingml/2006/diagram", 100, 50),
        drawing("http://schemas.openxmlformats.org/drawingml/2006/chart", 300, 200),
        old("width:400pt;height:10cm"),
        '<w:r><w:object><v:shape style="width:50pt;height:50pt"><v:imagedata/></v:shape>'
        '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>',
    ],
)
def test_what_may_hold_words_is_told_with_its_place(inside: str) -> None:
    (found,) = unread(inside)
    assert found.en.endswith('were not read: 1 (the first after "一、任务分工表")')
    assert found.zh == "有 1 处图片、图示或嵌入对象，其中的文字没有读入（第一处在“一、任务分工表”之后）"


@pytest.mark.parametrize(
    "inside",
    [
        drawing(_PICTURE, 119, 119),
        drawing("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", 400, 300),
        old("width:40mm;height:40mm"),
        old("width:500pt;height:2pt", ""),
        old(
            "position:absolute;width:400pt;height:200pt",
            f"<v:textbox><w:txbxContent>{paragraph('专栏')}</w:txbxContent></v:textbox>",
        ),
        run("正文"),
    ],
)
def test_seals_lines_and_text_boxes_are_not(inside: str) -> None:
    assert unread(inside) == ()
