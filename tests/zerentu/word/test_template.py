"""Templates of the user's own: places filled in, styles and pages kept, and what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as read_word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from graph.errors import SettingsError
from zerentu.word.forms import BODY
from zerentu.word.template import Template


def opened(path: Path) -> Template:
    return Template(path, texts=["标题", "日期"], blocks=["正文"], needed="正文")


def test_places_are_filled_and_the_rest_stays(tmp_path: Path) -> None:
    made = read_word()
    made.sections[0].page_width = Mm(200)
    made.sections[0].header.paragraphs[0].text = "红头 {{日期}}"
    heading = made.add_paragraph("关于", style="Title")
    for part in ("{{标", "题}}", "的函"):
        heading.add_run(part).bold = part == "{{标"
    made.add_paragraph("{{正文}}", style="Quote")
    made.add_table(1, 1).cell(0, 0).text = "日期：{{日期}}"
    made.add_paragraph("抄送：档案室")
    made.save(tmp_path / "模板.docx")
    template = opened(tmp_path / "模板.docx")
    template.fill(
        {"标题": "护林", "日期": "今天"},
        {"正文": lambda document: [document.add_paragraph(text, style=BODY) for text in ("甲", "乙")]},
    )
    found = template.document
    assert [(each.text, each.style.name) for each in found.paragraphs] == [
        ("关于护林的函", "Title"), ("甲", "Quote"), ("乙", "Quote"), ("抄送：档案室", "Normal")
    ]  # fmt: skip
    assert [run.bold for run in found.paragraphs[0].runs if run.text == "护林"] == [True]
    assert found.tables[0].cell(0, 0).text == "日期：今天"
    assert found.sections[0].header.paragraphs[0].text == "红头 今天"
    assert round(found.sections[0].page_width.mm) == 200


def test_a_bookmark_is_a_place(tmp_path: Path) -> None:
    made = read_word()
    paragraph = made.add_paragraph("函：")
    for tag in ("w:bookmarkStart", "w:r", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        if tag == "w:r":
            element.append(OxmlElement("w:t"))
            element[0].text = "旧标题"
        else:
            element.set(qn("w:id"), "7")
            element.set(qn("w:name"), "标题")
        next(made.element.body.iter(qn("w:p"))).append(element)
    made.add_paragraph("{{正文}}")
    assert paragraph.text == "函：旧标题"
    made.save(tmp_path / "模板.docx")
    template = opened(tmp_path / "模板.docx")
    template.fill({"标题": "护林"}, {"正文": lambda document: None})
    assert [each.text for each in template.document.paragraphs] == ["函：护林"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{正文}}{{标提}}", "{path}：模板里的 {{标提}} 不认识；可用的有 标题、日期、正文"),
        ("{{标题}}", "{path}：模板里没有 {{正文}}；请在要放内容的地方写上，单独成段"),
    ],
)
def test_a_template_with_other_places_is_refused(tmp_path: Path, text: str, why: str) -> None:
    made = read_word()
    made.add_paragraph(text)
    made.save(tmp_path / "模板.docx")
    with pytest.raises(SettingsError) as refused:
        opened(tmp_path / "模板.docx")
    assert refused.value.zh == why.replace("{path}", str(tmp_path / "模板.docx"))


@pytest.mark.parametrize(
    "data", [b"", b"not a document", b"PK\x05\x06" + bytes(18), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_what_is_no_word_document_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "模板.docx").write_bytes(data)
    with pytest.raises(SettingsError) as refused:
        opened(tmp_path / "模板.docx")
    assert refused.value.zh == (
        f"{tmp_path / '模板.docx'}：不能用作模板，它不是 Word 文档（.docx）或已损坏、加密；请用 Word 另存为 .docx"
    )
