import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx_writer import abstract, cell, level, num, paragraph, read, run, table, write_docx

from graph.errors import ReadError
from ingest.files.limits import OverLimit, using
from ingest.files.word.docx import read_docx

CLAUSE = "（市财政局牵头，市商务局配合）"


def test_paragraphs_and_tables_stand_in_document_order() -> None:
    body = paragraph("一、任务") + table(["序号", "任务"], ["1", "做好服务"]) + paragraph("二、保障")
    assert read(body) == ["一、任务", "序号\t任务", "1\t做好服务", "二、保障"]


def test_one_clause_over_many_runs_is_one_clause() -> None:
    assert read(paragraph(inside="".join(run(char) for char in "1.做好服务。" + CLAUSE))) == ["1.做好服务。" + CLAUSE]


def test_a_body_in_the_style_header_is_read_and_page_headers_are_not() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/></w:style>'
    parts = {
        "word/header1.xml": "<x>页眉</x>",
        "word/footer1.xml": "<x>1</x>",
        "word/footnotes.xml": "<x>注</x>",
        "word/comments.xml": "<x>批注</x>",
    }
    note = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    assert read(paragraph(inside=run("1.做好服务") + note, style="Header"), styles=styles, parts=parts) == [
        "1.做好服务"
    ]


def test_footnotes_are_left_out_and_told() -> None:
    kinds = ("separator", "normal")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = "".join(f'<w:footnote w:type="{kind}">{paragraph("注解")}</w:footnote>' for kind in kinds)
    notes = f"<w:footnotes {space}>{notes}<w:footnote>{paragraph('注解')}</w:footnote></w:footnotes>"
    inside = run("建成") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("5座")
    content = read_docx(write_docx(paragraph(inside=inside), parts={"word/footnotes.xml": notes}), Path("a.docx"))
    assert content.text == "建成5座"
    assert [unread.zh for unread in content.unread] == ["有 2 条脚注，没有读入"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    changed = (
        run("（市财政局")
        + f'<w:del w:id="1">{run("牵头").replace("w:t", "w:delText")}</w:del>'
        + f'<w:ins w:id="2">{run("负责")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run("原处")}</w:moveFrom><w:moveTo w:id="4">{run("）")}</w:moveTo>'
    )
    assert read(paragraph(inside=changed)) == ["（市财政局负责）"]


def test_a_deleted_paragraph_mark_joins_and_the_next_paragraph_gives_the_number() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    body = (
        paragraph("第一段，", number=(1, 0), properties='<w:rPr><w:del w:id="1"/></w:rPr>')
        + paragraph("第二段", number=(1, 0))
        + paragraph("第三段", number=(1, 0))
    )
    assert read(body, numbering=numbering) == ["1.第一段，第二段", "2.第三段"]


def test_hidden_text_is_left_out_wherever_it_is_set() -> None:
    styles = '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    inside = (
        run("做好")
        + run("暗", "<w:vanish/>")
        + run("隐", '<w:rStyle w:val="S"/>')
        + run("服务", '<w:rStyle w:val="S"/><w:vanish w:val="0"/>')
    )
    assert read(paragraph(inside=inside), styles=styles) == ["做好服务"]


def test_text_that_a_paragraph_style_hides_is_left_out_with_its_number_and_told() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Note"/></w:style>'
        '<w:style w:type="character" w:styleId="Shown"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    body = (
        paragraph("建站。", number=(1, 0))
        + paragraph(inside=run("起草") + run("备注。"), number=(1, 0), style="Child")
        + paragraph(inside=run("两次") + run("设点。", '<w:rStyle w:val="Shown"/>'), style="Note")
        + paragraph("开线。", number=(1, 0))
    )
    content = read_docx(write_docx(body, numbering=numbering, styles=styles), Path("a.docx"))
    assert content.text.split("\n") == ["1.建站。", "设点。", "2.开线。"]
    assert [unread.zh for unread in content.unread] == ["有 2 处隐藏的文字没有读入（第一处：“起草备注。”）"]


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Gone"/>'])
def test_struck_out_text_is_left_out_and_told(mark: str) -> None:
    styles = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
    inside = (
        run("（") + run("市民政", mark) + run("局", mark) + run("市财政局", '<w:strike w:val="0"/>') + run("牵头）")
    )
    content = read_docx(write_docx(paragraph(inside=inside), styles=styles), Path("a.docx"))
    assert content.text == "（市财政局牵头）"
    assert [unread.en for unread in content.unread] == [
        'places with struck-out text, which was not read: 1 (the first "市民政局")'
    ]


def test_a_hidden_row_is_left_out_and_told() -> None:
    body = table(["序号", "任务"], ["1", "建站"], ["2", "备注"])
    hidden = body.rindex("<w:tr>") + len("<w:tr>")
    content = read_docx(write_docx(f"{body[:hidden]}<w:trPr><w:hidden/></w:trPr>{body[hidden:]}"), Path("a.docx"))
    assert content.text == "序号\t任务\n1\t建站"
    assert [unread.zh for unread in content.unread] == ["有 1 处隐藏的文字没有读入（第一处：“2备注”）"]


@pytest.mark.parametrize(
    "rows",
    [
        [["牵头单位", "市公安局"], ["配合单位：", "市商务局"]],
        [["牵头单位", "配合单位"], ["市公安局", "市商务局"]],
    ],
)
def test_a_table_inside_an_owner_cell_that_says_who_answers_is_part_of_the_cell(rows: list[list[str]]) -> None:
    body = table(["序号", "任务", "责任单位"], ["1", "建站", cell(inside=table(*rows) + paragraph())])
    assert read(body)[1:] == ["1\t建站\t牵头单位：市公安局；配合单位：市商务局"]


def field(code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_results_of_fields_are_text_and_their_codes_are_not() -> None:
    inner = field("PAGEREF x", run("12"))
    assert read(paragraph(inside=run("建成") + field("REF x", run("五") + inner) + run("座"))) == ["建成五12座"]


def test_a_field_that_never_ends_does_not_swallow_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert read(paragraph("一、任务") + paragraph(inside=begin + run("1.做好服务")) + paragraph(CLAUSE)) == [
        "一、任务",
        "1.做好服务",
        CLAUSE,
    ]


def test_a_table_of_contents_without_fields_is_left_out_too() -> None:
    contents = paragraph("目录") + paragraph(inside=run("一、任务") + "<w:r><w:tab/></w:r>" + run("3"))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{contents}</w:sdtContent></w:sdt>" + paragraph("一、任务")
    assert read(body) == ["一、任务"]


@pytest.mark.parametrize(
    ("font", "code", "text"),
    [
        ("Symbol", "F0B3", "占比≥60%"),
        ("宋体", "2265", "占比≥60%"),
        ("Wingdings", "F0FC", "占比60%"),
        ("Symbol", "x", "占比60%"),
    ],
)
def test_characters_of_symbol_fonts(font: str, code: str, text: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert read(paragraph(inside=run("占比") + symbol + run("60%"))) == [text]


def test_word_art_is_text() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="云泽市人民政府文件"/></v:shape></w:pict></w:r>'
    assert read(paragraph(inside=art) + paragraph("一、任务")) == ["云泽市人民政府文件", "一、任务"]


def test_a_table_of_contents_is_left_out_over_all_its_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        paragraph(inside=begin + run("一、任务 1"))
        + paragraph("二、保障 2")
        + paragraph(inside=end)
        + paragraph("一、任务")
    )
    assert read(body) == ["一、任务"]


def test_breaks_begin_lines_and_tabs_are_no_table() -> None:
    inside = (
        run("责任单位：市财政局") + "<w:r><w:br/></w:r>" + run("完成时限：2026年") + "<w:r><w:tab/></w:r>" + run("6月")
    )
    assert read(paragraph(inside=inside)) == ["责任单位：市财政局", "完成时限：2026年 6月"]


def test_content_controls_links_and_formulas_are_read_and_prompts_are_not() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('一、任务')}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处输入')}</w:sdtContent></w:sdt>"
    inside = f"<w:hyperlink>{run('建成')}</w:hyperlink><m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>{prompt}<w:sdt><w:sdtContent>{run('座')}</w:sdtContent></w:sdt>"
    assert read(control + paragraph(inside=inside)) == ["一、任务", "建成5座"]


def test_a_text_box_comes_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('专栏1 重点工程')}{paragraph('窑炉改造')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(paragraph(inside=both + run("正文")) + paragraph("后文")) == [
        "正文",
        "专栏1 重点工程",
        "窑炉改造",
        "后文",
    ]


def test_merged_cells_are_filled_and_continued_rows_are_no_rows() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        ["序号", "任务", cell("责任单位", '<w:gridSpan w:val="2"/>')],
        ["1", "甲", cell("市财政局", start), "市商务局"],
        ["2", "乙", cell("", on), "市教育局"],
        [cell("", on), cell("", on), cell("", on), cell("", on)],
        [cell("三、分组", '<w:gridSpan w:val="4"/>')],
    )
    assert read(body) == [
        "序号\t任务\t责任单位\t责任单位",
        "1\t甲\t市财政局\t市商务局",
        "2\t乙\t市财政局\t市教育局",
        "三、分组",
    ]


def test_old_horizontal_merges_and_skipped_columns() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("甲") + cell("乙") + "</w:tr>"
    body = table(["a", cell("b", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")]).replace(
        "</w:tbl>", row + "</w:tbl>"
    )
    assert read(body) == ["a\tb\tb", "\t甲\t乙"]


def test_deleted_rows_and_cells_are_gone() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("删") + cell("删") + "</w:tr>"
    body = table(["甲", "乙", cell("删", "<w:cellDel/>")]).replace("</w:tbl>", gone + "</w:tbl>")
    assert read(body) == ["甲\t乙"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["市发展和", "改革委"], "市发展和改革委"),
        (["市财政局、市市场", "监管局"], "市财政局、市市场监管局"),
        (["市财政局", "市科技局"], "市财政局  市科技局"),
        (["各县区", "市财政局、市科技局"], "各县区  市财政局、市科技局"),
        (["市财政局、", "市科技局"], "市财政局、市科技局"),
        (["Cloud", "AI平台"], "Cloud AI平台"),
    ],
)
def test_units_on_two_lines_of_a_cell(lines: list[str], text: str) -> None:
    apart = cell(inside="".join(map(paragraph, lines)))
    broken = cell(inside=paragraph(inside="<w:r><w:br/></w:r>".join(map(run, lines))))
    assert read(table(["1", apart], ["2", broken])) == [f"1\t{text}", f"2\t{text}"]


def test_a_frame_of_one_cell_is_text_and_a_table_in_it_a_table() -> None:
    inner = table(["序号", "任务"], ["1", "做好服务"])
    assert read(table([cell(inside=paragraph("专栏1") + paragraph("工程") + inner)])) == [
        "专栏1",
        "工程",
        "序号\t任务",
        "1\t做好服务",
    ]


def test_the_rows_of_a_table_beside_other_cells_stay_rows() -> None:
    inner = table(["序号", "任务"], ["1", "做好服务"])
    body = table(["类别", "清单"], ["甲类", cell(inside=paragraph("前言") + inner + paragraph("后语"))], ["乙类", "略"])
    assert read(body) == ["类别\t清单", "甲类\t前言后语", "序号\t任务", "1\t做好服务", "乙类\t略"]


def test_markdown_marks_inside_are_stripped_but_asterisks_elsewhere_stay() -> None:
    marked = (
        paragraph("### 一、**总体任务**")
        + paragraph("**（一）提升能力。** 做好服务")
        + paragraph("---")
        + paragraph("填写______")
    )
    assert read(marked) == ["一、总体任务", "（一）提升能力。 做好服务", "填写______"]
    assert read(paragraph("3*4*5与*号") + paragraph("- 3 -")) == ["3*4*5与*号", "- 3 -"]


def test_the_strict_kind_of_the_format_is_read() -> None:
    data = BytesIO(
        write_docx(paragraph("一、任务", number=(1, 0)), numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0))
    )
    out = BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(
                name,
                text.replace(
                    b"schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            )
    assert read_docx(out.getvalue(), Path("a.docx")).text == "1.一、任务"


def refused(data: bytes) -> tuple[str, str]:
    """Return what is told in English and in Chinese."""
    with pytest.raises(ReadError) as caught:
        read_docx(data, Path("方案.docx"))
    return str(caught.value), caught.value.zh


def damaged(why: str, why_zh: str | None = None) -> tuple[str, str]:
    """Return what is told of a damaged file."""
    return (
        f"方案.docx: the file is damaged ({why}); open it in Word or WPS to repair it, and save it again",
        f"方案.docx：文件已损坏（{why_zh or why}）；请用 Word 或 WPS 打开修复后另存，再读取",
    )


def test_damaged_archives_are_refused() -> None:
    whole = write_docx(paragraph("一、任务"))
    assert refused(whole[:-30]) == damaged("File is not a zip file")
    at = whole.index(b"word/document.xml") + 40
    # What zlib and the XML parser say differs between their versions.
    garbled = whole[:at] + bytes(byte ^ 0xFF for byte in whole[at : at + 60]) + whole[at + 60 :]
    for data in (garbled, write_docx("<w:p>")):
        en, zh = refused(data)
        why = en[en.index("(") + 1 : en.rindex(")")]
        assert why.startswith("word/document.xml: ")
        assert (en, zh) == damaged(why)


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    with using({"unpacked": 0.1}), pytest.raises(OverLimit, match=r"size unpacked \(MB\): at least 1\.0"):
        read_docx(write_docx(" " * 1_000_000), Path("a.docx"))


def test_entities_are_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(write_docx(paragraph("一、任务")))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/document.xml":
                text = '<!DOCTYPE w [<!ENTITY a "牵头">]>' + text.replace("一、任务", "&a;一、任务")
            new.writestr(name, text)
    assert refused(out.getvalue()) == damaged(
        "word/document.xml: a document type is not allowed here", "word/document.xml：不允许有文档类型声明"
    )


def test_documents_without_text_and_with_embedded_files_are_refused() -> None:
    assert refused(write_docx("<w:p><w:r><w:drawing/></w:r></w:p>")) == (
        "方案.docx: the document holds no text, perhaps only pictures; convert it with an OCR program, check the result, "
        "and load that",
        "方案.docx：文档里没有文字，可能只有图片；请先用 OCR 软件识别成文字并校对，再读取识别后的文件",
    )
    assert refused(write_docx(paragraph("一、任务") + "<w:altChunk/>")) == (
        "方案.docx: part of the text is an embedded file (altChunk); open the document in Word, save it, and load it again",
        "方案.docx：部分正文是嵌入的外部文件（altChunk）；请用 Word 打开并另存后再读取",
    )
