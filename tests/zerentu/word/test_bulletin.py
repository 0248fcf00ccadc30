"""The notice of supervision: its form, and that it tells what the store holds."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document as read_word
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu.word.bulletin import Letter, bulletin_document, bulletin_title
from zerentu.word.findings import find
from zerentu.word.rows import plan_tables

PLAN = """洛阳市河湖治理实施方案
一、重点任务
1.清理漂浮物。（市水利局牵头，市城市管理局配合；完成时限：2027年6月底前）
2.修整护坡。（市水利局、市财政局按职责分工负责；完成时限：2027年12月底前）
3.开展宣传。
4.公布名录。（市统计局负责）
"""
LETTER = Letter(to="市直有关部门", sender="市政府督查室", day=date(2027, 12, 10))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> WordDocument:
    with EmbeddedStore(tmp_path_factory.mktemp("通报") / "a.lbug") as store:
        store.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
        findings = find(store, day=LETTER.day)
        tables = plan_tables(store)
    assert bulletin_title(findings) == "关于《洛阳市河湖治理实施方案》责任分工和完成时限的督查通报"
    assert bulletin_document(findings, tables, LETTER) == bulletin_document(findings, tables, LETTER)
    return read_word(io.BytesIO(bulletin_document(findings, tables, LETTER)))


def test_the_text_has_the_form_of_a_notice(document: WordDocument) -> None:
    said = [each.text for each in document.paragraphs if each.text]
    assert said[:3] == [
        "关于《洛阳市河湖治理实施方案》责任分工和完成时限的督查通报",
        "市直有关部门：",
        "截至2027年12月10日，《洛阳市河湖治理实施方案》（出处：方案.txt）共有任务4项。现将有关情况通报如下。",
    ]
    assert [each.text for each in document.paragraphs if each.style.name == "公文一级标题"] == [
        "一、总体情况", "二、各单位情况", "三、逾期任务", "四、临近到期和进度滞后的任务", "五、责任和时限不明确的任务",
        "六、方案文本中需要核实的问题", "附件",
    ]  # fmt: skip
    assert (
        "（一）责任分工。4项任务中，有牵头单位的2项（原文写明牵头的1项，只写了一个单位的1项），"
        "列了责任单位而没有牵头的1项，没有责任单位的1项。"
    ) in said
    assert "4个单位承担任务。有逾期任务的单位：市水利局1项。" in said
    end = said.index("特此通报。")
    assert said[end + 1 : end + 5] == [
        "附件：洛阳市河湖治理实施方案任务分解表",
        "市政府督查室",
        "2027年12月10日",
        "附件",
    ]


def test_every_task_that_is_named_has_its_place(document: WordDocument) -> None:
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    bodies, overdue, near, unclear = tables[:4]
    assert bodies[1] == ["市水利局", "1", "1", "", "", "", "1", "1", "2"]
    assert overdue[1:] == [
        ["1", "清理漂浮物", "市水利局", "2027年6月底前", "逾期 163 天；未报进展", "方案.txt 第3行（一/1）"]
    ]
    assert [row[1:3] + row[4:] for row in near[1:]] == [
        ["修整护坡", "市水利局、市财政局", "还有 21 天到期；未报进展", "方案.txt 第4行（一/2）"]
    ]
    assert [(row[1], row[4]) for row in unclear[1:]] == [("开展宣传", "无责任单位"), ("修整护坡", "无牵头单位")]
    assert [row[0] for row in tables[-1]] == ["序号", "一、重点任务", "1", "2", "3", "4"]


def test_the_annex_lies_on_its_side(document: WordDocument) -> None:
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
