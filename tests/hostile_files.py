"""Files that nobody sent yet: plans and ledgers in every format, built at random, with what breaks readers in them.

Every maker takes a source of randomness. `FILES` hands it one that hypothesis controls and can shrink;
``make fuzz`` (tests/fuzz.py) hands it plain ones, which are faster, and counts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

import docx_writer
import pdf_writer
from hypothesis import strategies as st

AGENCIES = (
    "市发展改革委", "市财政局", "市工业和信息化局", "各县（市、区）人民政府", "国家发展改革委", "有关部门", "省水利厅",
    "园区管委会", "市委宣传部", "市融媒体中心", "某某集团有限公司", "市 住 建 局", "市工信局（市大数据局）", "各部门",
)  # fmt: skip
NUMBERS = (
    "一、", "二、", "十二、", "（一）", "（二）", "(3)", "1.", "2．", "3、", "1.1", "1.1.1", "①", "⑳", "（1）", "1）", "第一条", "第三章",
    "附件1", "附表", "专栏2", "——", "·", "99999999999999999999.", "（〇）", "Ⅳ.", "十百千万、", "1.4月底前", "-1.", "一是", "其一，",
)  # fmt: skip
WORK = (
    "推进节能改造", "完善制度", "到2025年底前建成示范园区3个以上", "单位能耗下降15%左右", "力争达到≥95%", "总量＜300万吨", "开展排查整治，形成闭环",
    "举办活动1—2场", "氢冶金、钢铁、水泥行业", "2026年6月底前", "每年12月31日前", "不低于", "确保", "培育企业100家、平台24个", "长期坚持",
    "2025年目标值120亿元", "同比增长", "下同", "以上任务", "并于2月30日前", "到9999年", "0.000001%", "9" * 30, "一二三四五六七八九十百千万亿",
)  # fmt: skip
ROLES = (
    "牵头", "负责", "配合", "按职责分工负责", "指导", "落实", "牵头，{} 配合", "会同{}", "等按职责分工负责", "责任单位：", "牵头单位：{}；配合单位：",
    "为第一责任人", "具体实施", "组织实施", "主办", "协办", "责任人：", "完成时限：2025年", "参与", "、",
)  # fmt: skip
HEADERS = (
    "序号", "重点任务", "工作内容", "责任单位", "牵头单位", "配合单位", "完成时限", "目标", "2025年目标", "指标名称", "单位", "备注", "责任领导", "",
    "市发展改革委", "建议责任单位",
)  # fmt: skip
MARKS = tuple("，。；：、（）()〔〕【】《》“”|\t 　\n\r.-—…★●√△%≥＜＝=+@'\"<>&\\/#*_~$`{}")
ODD = (
    "\x00", "\ufeff", "\u2028", "\x85", "\u200b", "\u202e", "\x1b]0;x\x07", "😀", "𠮷", "\ue000", "\uffff", "⼀", "㈠", "́", "\x0b", "\x0c", "㎡", "K",
)  # fmt: skip
TITLES = (
    "云泽市节能实施方案",
    "关于印发《云泽市行动计划》的通知",
    "任务分解表",
    "督查台账",
    "责任清单",
    "若干措施",
    "（征求意见稿）",
    "",
)

#: A maker of one kind of file.
Maker = Callable[[Random], bytes]


def word(random: Random) -> str:
    """Return a few characters of a plan, now and then of something else."""
    at = random.randrange(20)
    if at == 0:
        return random.choice(ODD)
    if at == 1:
        return random.choice(MARKS) * random.choice((1, 1, 2, 30))
    return random.choice((AGENCIES, WORK, NUMBERS, ROLES, AGENCIES)[at % 5]).replace("{}", random.choice(AGENCIES))


def words(random: Random, most: int = 8) -> str:
    """Return some words behind each other."""
    joints = ("", "", "、", "，", "。", " ", "；")
    return "".join(word(random) + random.choice(joints) for _each in range(random.randrange(most + 1)))


def clause(random: Random) -> str:
    """Return who answers, in brackets or behind a label, often not closed."""
    names = random.choice(("、", "，", " ", "和")).join(
        random.choice(AGENCIES) for _each in range(random.randrange(1, 5))
    )
    role = random.choice(ROLES).replace("{}", random.choice(AGENCIES))
    begin, end = random.choice(
        (("（", "）"), ("(", ")"), ("责任单位：", ""), ("", "。"), ("（", ""), ("【", "】"), ("（（", "））"))
    )
    return begin + (names + role if random.random() < 0.8 else role + names) + end


def line(random: Random) -> str:
    """Return a paragraph of a plan."""
    number = random.choice(NUMBERS) if random.random() < 0.7 else ""
    return number + words(random) + (clause(random) if random.random() < 0.5 else "")


def plan(random: Random) -> str:
    """Return a plan as text."""
    body = [random.choice(TITLES), *(line(random) for _each in range(random.randrange(1, 14)))]
    if random.random() < 0.1:
        body.insert(1, random.choice((line(random), *MARKS)) * random.choice((50, 500, 3_000)))
    if random.random() < 0.2:
        body += ["\t".join(row) for row in ledger(random)]
    return random.choice(("\n", "\n", "\n\n", "\r\n", "\r", "\u2028")).join(body)


def ledger(random: Random) -> list[list[str]]:
    """Return the cells of a table of tasks, rows often shorter or longer than the header."""
    wide = random.randrange(1, 8)
    header = [random.choice(HEADERS) for _each in range(wide)]
    if random.random() < 0.7:
        header[: min(4, wide)] = ["序号", "重点任务", "责任单位", "完成时限"][:wide]
    rows = [header]
    for at in range(random.randrange(10)):
        row = [
            str(at),
            words(random, 4),
            random.choice((clause(random), random.choice(AGENCIES), "")),
            "2025年",
            *[words(random, 2)] * 5,
        ]
        rows.append(row[: wide if random.random() < 0.8 else random.randrange(9)])
    return rows


def txt(random: Random) -> bytes:
    """Make a text file in any of the codecs, sometimes the wrong one at places."""
    codec = random.choice(("utf-8", "utf-8", "gb18030", "utf-16", "utf-8-sig"))
    return plan(random).encode(codec, "replace")


def md(random: Random) -> bytes:
    """Make a Markdown file: headings, lists, a pipe table, HTML in between."""
    parts = [
        random.choice(("# ", "## ", "- ", "1. ", "> ", "", "**")) + line(random)
        for _each in range(random.randrange(1, 9))
    ]
    rows = ledger(random)
    parts += ["| " + " | ".join(row) + random.choice((" |", "")) for row in rows]
    if random.random() < 0.7:
        parts.insert(len(parts) - len(rows) + 1, "|" + " --- |" * len(rows[0]))
    return "\n".join(parts).encode()


def html(random: Random) -> bytes:
    """Make a web page whose tags nest, span and close as they like."""
    tags = (
        "p",
        "div",
        "h1",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "b",
        "s",
        "span",
        "script",
        "select",
        "input",
        "svg",
        "br",
        "a",
    )
    parts: list[str] = []
    for _each in range(random.randrange(1, 25)):
        tag = random.choice(tags)
        what = random.choice(
            (
                "",
                "",
                ' style="display:none"',
                ' hidden=""',
                ' start="99999999999"',
                ' type="i"',
                ' value="x"',
                ' class="c"',
            )
        )
        parts.append(f"<{tag}{what}>{escape(words(random, 3))}" + random.choice((f"</{tag}>", "", "</table>", "</p>")))
    cells = "".join(
        "<tr>" + "".join(f"<td{span(random)}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in ledger(random)
    )
    parts.insert(random.randrange(len(parts) + 1), f"<table>{cells}</table>")
    if random.random() < 0.05:
        parts.insert(0, "<div>" * random.choice((200, 3_000, 30_000)))
    return ("<html><body>" + "".join(parts)).encode(random.choice(("utf-8", "utf-8", "gb18030")), "replace")


def span(random: Random) -> str:
    """Return how many rows or columns a cell takes, mostly one."""
    if random.random() < 0.8:
        return ""
    return f' {random.choice(("rowspan", "colspan"))}="{random.choice(("2", "3", "0", "-1", "x", "1000", "99999999"))}"'


def csv(random: Random) -> bytes:
    """Make a CSV file, one in ten with quotes that may not end."""
    mark = random.choice((",", ";", "\t"))
    forms = ("{}", '"{}"', '"{}') if random.random() < 0.1 else ('"{}"',)
    rows = [[random.choice(forms).replace("{}", cell.replace('"', "")) for cell in row] for row in ledger(random)]
    text = "\r\n".join(map(mark.join, rows))
    return text.encode(random.choice(("utf-8", "gb18030", "utf-8-sig")), "replace")


def docx(random: Random) -> bytes:
    """Make a Word document: paragraphs with levels, tables with spans, numbering that refers to what is not there."""
    parts: list[str] = []
    for _each in range(random.randrange(1, 10)):
        level = random.randrange(12)
        properties = (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{random.randrange(4)}"/></w:numPr>' if level < 9 else ""
        )
        parts.append(f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{clean(line(random))}</w:t></w:r></w:p>")
    rows = "".join("<w:tr>" + "".join(docx_cell(random, cell) for cell in row) + "</w:tr>" for row in ledger(random))
    parts.insert(random.randrange(len(parts) + 1), f"<w:tbl>{rows}</w:tbl>")
    forms = ("decimal", "chineseCounting", "upperRoman", "none", "bullet", "x")
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{random.choice((0, 1, 7, 99999))}"/><w:numFmt w:val="{random.choice(forms)}"/>'
        f'<w:lvlText w:val="{random.choice(("%1.", "（%1）", "%1.%2", "%9", "第%1条", ""))}"/></w:lvl>'
        for at in range(random.randrange(10))
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"/>'
    return docx_writer.write_docx("".join(parts), numbering=numbering)


def docx_cell(random: Random, text: str) -> str:
    """Return a cell of a Word table, merged at random, now and then with a table inside."""
    kind = random.randrange(12)
    merge = {
        0: "<w:vMerge/>",
        1: '<w:vMerge w:val="restart"/>',
        2: f'<w:gridSpan w:val="{random.choice((2, 0, -3, 70_000))}"/>',
    }.get(kind, "")
    inside = (
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{clean(words(random, 2))}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        if kind == 3
        else ""
    )
    return f"<w:tc><w:tcPr>{merge}</w:tcPr>{inside}<w:p><w:r><w:t>{clean(text)}</w:t></w:r></w:p></w:tc>"


def clean(text: str) -> str:
    """Return text without what XML cannot hold."""
    return escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text))


def xlsx(random: Random) -> bytes:
    """Make a workbook by hand: shared strings, dates, formulas, merged areas of any size, references out of range."""
    rows, cells = ledger(random), []
    for at, row in enumerate(rows, 1):
        inside = "".join(xlsx_cell(random, f"{chr(65 + column)}{at}", text) for column, text in enumerate(row))
        cells.append(
            f'<row r="{random.choice((at, at, at, 1_048_576)) if random.random() < 0.05 else at}">{inside}</row>'
        )
    areas = [
        random.choice(("A1:B2", "C2:C4", "A1:XFD1048576", "B2:A1", "A1", "ZZZ9:A1", "C1:C1048576"))
        for _each in range(random.randrange(3))
    ]
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    merged = f"<mergeCells>{merges}</mergeCells>" if areas else ""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    strings = "".join(f"<si><t>{clean(words(random, 2))}</t></si>" for _each in range(3))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="{clean(random.choice(TITLES)) or "表"}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(cells)}</sheetData>{merged}</worksheet>',
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def xlsx_cell(random: Random, at: str, text: str) -> str:
    """Return a cell of a sheet."""
    kind = random.randrange(12)
    if kind == 0:
        return f'<c r="{at}" t="s"><v>{random.choice((0, 1, 2, 999, -1))}</v></c>'
    if kind == 1:
        return f'<c r="{at}"><v>{random.choice(("45000", "0.95", "1e308", "-1", "nan", "x", ""))}</v></c>'
    if kind == 2:
        return f'<c r="{at}" t="{random.choice(("str", "e", "b", "d"))}"><f>A1+1</f><v>{clean(text)}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{clean(text)}</t></is></c>'


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def pdf(random: Random) -> bytes:
    """Make a PDF file: paragraphs, and a table with lines, with some or with none."""
    made = pdf_writer.PdfDocument(columns=random.choice((1, 1, 1, 2)))
    for _each in range(random.randrange(1, 6)):
        made.paragraph(shown(line(random)), center=random.random() < 0.2)
    if random.random() < 0.6:
        rows = [[shown(cell)[:80] for cell in row[:4]] for row in ledger(random)]
        wide = max(map(len, rows))
        if wide:
            rows = [row + [""] * (wide - len(row)) if len(row) != 1 else row for row in rows if row]
            made.table(
                rows,
                [440 / wide] * wide,
                rules=random.choice(("all", "across", "none")),
                header=random.choice((0, 1)) if len(rows[0]) > 1 else 0,
            )
    return made.bytes()


def shown(text: str) -> str:
    """Return text that a page can show: characters of the font's plane, on one line."""
    return "".join(char for char in text if " " <= char < "\ud800") or "一"


def changed(random: Random, data: bytes) -> bytes:
    """Return the bytes of a real file changed here and there: in the parts of an archive, else as they lie."""
    if data[:2] == b"PK" and random.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = random.choice(sorted(parts))
        if random.random() < 0.1:
            del parts[name]
        else:
            parts[name] = edited(random, parts[name])
        return zipped(parts)
    return edited(random, data)


def edited(random: Random, data: bytes) -> bytes:
    """Return bytes with some cut out, doubled, overwritten, or numbers and tags in them replaced."""
    for _each in range(random.randrange(1, 5)):
        at = random.randrange(len(data) + 1)
        size = random.choice((1, 1, 2, 8, 100))
        match random.randrange(6):
            case 0:
                data = data[:at] + data[at + size :]
            case 1:
                data = data[:at] + data[at : at + size] * random.choice((2, 2, 50)) + data[at + size :]
            case 2:
                data = data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
            case 3:
                data = data[:at]
            case 4:
                number = re.compile(rb"\d+").search(data, at)
                if number:
                    value = random.choice((b"0", b"-1", b"99999999999", b"65536", b"1"))
                    data = data[: number.start()] + value + data[number.end() :]
            case 5:
                data = (
                    data[:at]
                    + random.choice((b"<", b">", b"&", b"\x00", b"]]>", b"endobj", b'"', b"\xff\xfe"))
                    + data[at:]
                )
    return data


MAKERS: dict[str, Maker] = {
    "txt": txt, "md": md, "html": html, "csv": csv, "docx": docx, "xlsx": xlsx, "pdf": pdf,
}  # fmt: skip


def hostile_file(random: Random) -> tuple[str, bytes]:
    """Make a file: its name and its bytes, as built or changed."""
    kind = random.choice(("txt", "txt", *MAKERS))
    data = MAKERS[kind](random)
    if random.random() < 0.5:
        data = changed(random, data)
    return f"方案.{kind}", data


#: Files that hypothesis builds and shrinks.
FILES = st.builds(hostile_file, st.randoms(use_true_random=False))
