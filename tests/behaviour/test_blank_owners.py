"""A blank owner cell is nobody where the format tells its merged cells; in a copy as text the owners above hold."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx_writer import cell, table, write_docx
from pdf_writer import PdfDocument

from ingest.parse import parse_file
from ingest.to_json import to_json

HEADER = ["序号", "重点任务", "牵头单位", "配合单位"]
#: Rows 2 and 3 have one merged lead; row 4 has none.
ROWS = [
    ["1", "建设驿站十座。", "市商务局", "市财政局"],
    ["2", "设立服务网点。", "市水利局", ""],
    ["3", "开通公交专线。", "", "市公安局"],
    ["4", "改造路灯线路。", "", ""],
]
MERGED = (2, 2)


def as_docx() -> bytes:
    merge = {(1, 2): '<w:vMerge w:val="restart"/>', (2, 2): "<w:vMerge/>"}
    return write_docx(
        table(
            HEADER,
            *([cell(text, merge.get((at, to), "")) for to, text in enumerate(row)] for at, row in enumerate(ROWS)),
        )
    )


def as_html() -> bytes:
    rows = ["".join(f"<th>{name}</th>" for name in HEADER)]
    for at, row in enumerate(ROWS):
        cells = [(to, text) for to, text in enumerate(row) if (at, to) != MERGED]
        rows.append("".join(f"<td{' rowspan=2' if (at, to) == (1, 2) else ''}>{text}</td>" for to, text in cells))
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode()


def as_xlsx() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (HEADER, *ROWS):
        book.active.append([text or None for text in row])
    book.active.merge_cells("C3:C4")
    book.save(out)
    return out.getvalue()


def as_pdf() -> bytes:
    document = PdfDocument()
    document.table([HEADER, *ROWS], [40, 180, 100, 100], down={(3, 2)})
    return document.bytes()


def owners(path: Path) -> list[list[tuple[str, str]]]:
    return [[(owner["name"], owner["role"]) for owner in task["owners"]] for task in to_json(parse_file(path))["tasks"]]


@pytest.mark.parametrize(
    ("name", "write"), [("a.docx", as_docx), ("a.html", as_html), ("a.xlsx", as_xlsx), ("a.pdf", as_pdf)]
)
def test_a_merged_cell_is_filled_and_a_blank_one_stays_blank(
    tmp_path: Path, name: str, write: Callable[[], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(write())
    assert owners(path) == [
        [("市商务局", "lead"), ("市财政局", "support")],
        [("市水利局", "lead")],
        [("市水利局", "lead"), ("市公安局", "support")],
        [],
    ]


@pytest.mark.parametrize(("name", "comma"), [("a.txt", "\t"), ("a.csv", ",")])
def test_in_a_copy_as_text_the_owners_above_hold(tmp_path: Path, name: str, comma: str) -> None:
    path = tmp_path / name
    path.write_text("\n".join(map(comma.join, (HEADER, *ROWS))), encoding="utf-8")
    assert owners(path) == [
        [("市商务局", "lead"), ("市财政局", "support")],
        [("市水利局", "lead")],
        [("市水利局", "lead"), ("市公安局", "support")],
        [("市水利局", "lead"), ("市公安局", "support")],
    ]
