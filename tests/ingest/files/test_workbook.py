"""Workbooks as Excel writes them: shared strings, strict namespaces, formats by number, cells without a place."""

import io
import zipfile
from pathlib import Path

import pytest

from graph.errors import ReadError
from ingest.files.sheet import read_xlsx
from ingest.files.workbook import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def book(
    sheet: str, strings: str = "", styles: str = "", main: str = MAIN, types: str = TYPES, prolog: str = ""
) -> bytes:
    """Return a workbook of one sheet whose parts hold what is given."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="x"><Relationship Id="a" Type="{types}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{types}"><sheets><sheet name="台账" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x">'
        + "".join(
            f'<Relationship Id="{name}" Type="{types}/{type_}" Target="{part}"/>'
            for name, type_, part in (
                ("s1", "worksheet", "worksheets/sheet1.xml"),
                ("t", "sharedStrings", "sharedStrings.xml"),
                ("y", "styles", "styles.xml"),
            )
        )
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'{prolog}<worksheet xmlns="{main}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


STRINGS = (
    "<si><t>任务</t></si><si><r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r><rPh sb='0' eb='1'><t>しん</t></rPh></si>"
    "<si><t>一_x000A_二_x005F_x</t></si>"
)
STYLES = (
    '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="31" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="57" fontId="2"/></cellXfs>'
)
SHEET = (
    '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    '<row r="3" hidden="1"><c r="A3" s="1"><v>46295</v></c><c r="B3" s="2" t="s"><v>0</v></c><c r="C3" s="3"><v>46295</v></c></row>'
    '<row><c t="b"><v>1</v></c><c><f>A1</f></c><c t="str"><f>A1</f><v>甲</v></c><c t="inlineStr"><is><t>乙</t></is></c>'
    '<c t="d" s="1"><v>2026-09-30T00:00:00</v></c><c t="e"><v>#N/A</v></c><c s="1"/></row>'
    '</sheetData><mergeCells><mergeCell ref="A3:A4"/></mergeCells>'
)


@pytest.mark.parametrize(("main", "types"), [(MAIN, TYPES), (STRICT, STRICT_TYPES)])
def test_cells_are_read_where_they_stand(main: str, types: str) -> None:
    read = Workbook(book(SHEET, STRINGS, STYLES, main, types), Path("a.xlsx"))
    (sheet,) = read.sheets
    cells = read.cells(sheet)
    assert (sheet.name, sheet.visible, read.creator, read.figures) == ("台账", True, "", 0)
    assert {at: {column: tuple(text) for column, text in row.items()} for at, row in cells.rows.items()} == {
        1: {1: ("任务", ""), 2: ("新", "旧"), 3: ("一\n二_x", "")},
        3: {1: ("2026年9月30日", ""), 2: ("", "任务"), 3: ("2026年9月", "")},
        4: {1: ("是", ""), 3: ("甲", ""), 4: ("乙", ""), 5: ("2026年9月30日", ""), 6: ("#N/A", "")},
    }
    assert (cells.uncounted, cells.merged) == ([(4, 2)], [(3, 1, 4, 1)])
    assert (cells.hidden_rows, cells.hidden_columns) == ([(3, 3)], [(2, 2), (9, 16384)])


def test_of_a_merged_area_the_first_cell_is_shown_and_what_is_hidden_beside_the_table_is_not_told() -> None:
    content = read_xlsx(book(SHEET, STRINGS, STYLES), Path("a.xlsx"))
    assert content.text.split("\n") == [
        "任务\t新\t一二_x\t\t\t",
        "2026年9月30日\t\t2026年9月\t\t\t",
        "2026年9月30日\t\t甲\t乙\t2026年9月30日\t#N/A",
    ]
    assert [unread.zh for unread in content.unread] == [
        "工作表“台账”有隐藏的行 1 处、隐藏的列 1 处，已一并读入，请核对",
        "有 2 处已划掉（删除线）的文字没有读入（第一处：“旧”）",
        "有 1 个公式单元格没有存下计算结果，没有读入；请用 Excel 或 WPS 打开并保存后再读取",
    ]


@pytest.mark.parametrize(
    "data",
    [
        book('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'),
        book('<sheetData><row r="one"/></sheetData>'),
        book('<sheetData><row r="1"><c r="A1"><v>&e;</v></c></row></sheetData>', prolog='<!DOCTYPE x [<!ENTITY e "1">]>'),
        book("<sheetData><row>"),
    ],
)  # fmt: skip
def test_what_is_no_sound_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.xlsx"):
        read_xlsx(data, Path("a.xlsx"))


def test_places_need_not_be_written() -> None:
    read = Workbook(
        book('<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row></sheetData>'), Path("a.xlsx")
    )
    assert read.cells(read.sheets[0]).rows == {1: {1: ("1", ""), 4: ("2", ""), 5: ("3", "")}}
