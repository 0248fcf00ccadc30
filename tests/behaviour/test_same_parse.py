"""One plan saved in all formats gives one and the same parse: the sample plan, written anew in each of them."""

import re
from html import escape
from pathlib import Path
from typing import Any

import pytest
from docx_writer import abstract, cell, level, num, paragraph, table, write_docx
from pdf_writer import PdfDocument

from graph.width import fold_width
from ingest.language.item_numbers import read_marker
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from ingest.to_json import to_json

SAMPLE = next((Path(__file__).parents[2] / "zerentu" / "sample").glob("*.txt"))
LINES = [line for line in SAMPLE.read_text(encoding="utf-8").split("\n") if line]
PROSE = [line for line in LINES if "\t" not in line]
ROWS = [line.split("\t") for line in LINES if "\t" in line]
LEVELS = {"han": 0, "han_in": 1, "digits": 2}


def merged_below(row: int, column: int) -> bool:
    """Tell whether the cell below belongs to this one: the sample leaves it empty."""
    return row + 1 < len(ROWS) and not ROWS[row + 1][column]


def as_docx() -> bytes:
    body = ""
    for line in PROSE:
        marker = read_marker(fold_width(line))
        if marker and marker.kind in LEVELS:
            # Numbers are not typed: Word computes them from the level.
            body += paragraph(line[marker.end :], number=(1, LEVELS[marker.kind]), style="Header")
        else:
            body += paragraph(line)
    rows = [
        [
            cell(text, "<w:vMerge/>" if not text else '<w:vMerge w:val="restart"/>' if merged_below(at, column) else "")
            for column, text in enumerate(row)
        ]
        for at, row in enumerate(ROWS)
    ]
    numbering = abstract(
        0,
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    )  # fmt: skip
    styles = '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/></w:style>'
    return write_docx(body + table(*rows), numbering=numbering + num(1, 0), styles=styles)


def as_html() -> bytes:
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{' rowspan=2' if merged_below(at, column) else ''}>{escape(text)}"
            for column, text in enumerate(row)
            if text
        )
        for at, row in enumerate(ROWS)
    )
    prose = "".join(f"<p>　　{escape(line)}</p>\n" for line in PROSE)
    navigation = "<ul><li><a href=1>首页</a><li><a href=2>政务公开</a><li><a href=3>办事服务</a></ul>"
    page = f'<html><head><meta charset="gb2312"><title>{PROSE[0]}-云泽市人民政府</title></head><body><div class=nav>{navigation}</div><div id=zoom>{prose}<table>{rows}</table></div><div class=footer>主办单位：云泽市人民政府办公室</div></body></html>'
    return page.encode("gb18030")


def as_markdown() -> bytes:
    prose = []
    for line in PROSE:
        marker = read_marker(fold_width(line))
        heading = marker and marker.kind in ("han", "han_in") and len(line) < 20
        prose.append(f"## **{line}**" if heading else line)
    rows = ["| " + " | ".join(row) + " |" for row in ROWS]
    return "\n\n".join([*prose, "\n".join([rows[0], "|---" * len(ROWS[0]) + "|", *rows[1:]])]).encode()


def as_pdf() -> bytes:
    document = PdfDocument(head="云泽市人民政府办公室文件")
    for line in PROSE:
        title = line.startswith("云泽市") and not line.endswith("。")
        document.paragraph(line, center=title)
    gone = {(at + 1, column) for at in range(len(ROWS)) for column in range(len(ROWS[0])) if merged_below(at, column)}
    document.table(ROWS, [40, 140, 90, 90, 72], down=gone, header=1)
    return document.bytes()


FORMATS = {
    "方案.docx": as_docx,
    "方案.html": as_html,
    "方案.md": as_markdown,
    "方案.pdf": as_pdf,
    "方案.txt": lambda: SAMPLE.read_text(encoding="utf-8").encode("gb18030"),
}
#: Where a fact stands depends on the format; what it says does not.
PLACES = ("line", "start", "end", "page", "text", "doc", "source")


def said(value: Any) -> Any:
    """Return a parse without the places of its facts; blanks are no words."""
    if isinstance(value, dict):
        if value.get("kind") == "row":
            # A copy as text shows a merged cell as a blank: there the owners of the row above are only assumed.
            value = {**value, "owners": [{**owner, "inherited": False} for owner in value["owners"]]}
        return {key: said(item) for key, item in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [said(item) for item in value]
    return re.sub(r"\s", "", value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", FORMATS)
def test_one_plan_in_all_formats_is_one_parse(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FORMATS[name]())
    expected, found = (said(to_json(parse_file(each))) for each in (SAMPLE, path))
    assert len(found["tasks"]) >= 17 and len(found["targets"]) >= 8
    assert found == expected


def test_every_fact_of_a_pdf_names_its_page(tmp_path: Path) -> None:
    path = tmp_path / "方案.pdf"
    path.write_bytes(as_pdf())
    parsed = parse_file(path)
    tasks = to_json(parsed)["tasks"]
    pages = [task["page"] for task in tasks]
    assert pages == sorted(pages) and pages[0] == 1 and pages[-1] == len(parsed.document.pages) > 1
    for task in tasks:
        begin = parsed.document.pages[task["page"] - 1]
        assert begin <= task["start"]
    graph = build_graphs(parsed)[0]
    assert all(data["page"] for _, data in graph.nodes(data=True) if data["label"] == "Task")
    assert all("page" not in task for task in to_json(parse_file(SAMPLE))["tasks"])
