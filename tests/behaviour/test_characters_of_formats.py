"""A plan with invisible and compatibility characters is the same plan, and the same in every format."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx_writer import paragraph, table, write_docx

from ingest.parse import parse_file
from ingest.to_json import to_json

LINES = ["云泽市停⻋设施建设方案", "一\u200b、重点任务", "（ 一 ）选址。定点。（市财政\u00ad局\ufeff牵头，市⼯业和信息化局配合）", "（ 二 ）建设。施工。（市\xa0水利局\u202a牵头）", "云泽市人民政府", "二Ｏ二六年三月一日"]  # fmt: skip
ROWS = [["序号", "重点\u200b任务", "牵\ufeff头单位"], ["1", "建\u00ad站", "市⽔利局"], ["2", "设点", "市\u2009商务局"]]


def write(path: Path) -> None:
    match path.suffix:
        case ".txt" | ".md":
            path.write_text("\n\n".join(LINES) if path.suffix == ".md" else "\n".join(LINES), encoding="utf-8")
        case ".html":
            path.write_text("".join(f"<p>{line}</p>" for line in LINES), encoding="utf-8")
        case ".docx":
            path.write_bytes(write_docx("".join(map(paragraph, LINES))))


def owners(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    tasks: list[dict[str, Any]] = to_json(parse_file(path))["tasks"]
    return [(task["number"], [(owner["name"], owner["role"]) for owner in task["owners"]]) for task in tasks]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_texts(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"方案{suffix}"
    write(path)
    assert owners(path) == [
        ("一/（一）", [("市财政局", "lead"), ("市工业和信息化局", "support")]),
        ("一/（二）", [("市水利局", "lead")]),
    ]
    plan = to_json(parse_file(path))["plan"]
    assert (plan["title"], plan["issued"]) == ("云泽市停车设施建设方案", "2026-03-01")


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".xlsx", ".docx"])
def test_tables(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"台账{suffix}"
    if suffix == ".xlsx":
        book, out = openpyxl.Workbook(), io.BytesIO()
        for row in ROWS:
            book.active.append(row)
        book.save(out)
        path.write_bytes(out.getvalue())
    elif suffix == ".docx":
        path.write_bytes(write_docx(table(*ROWS)))
    else:
        path.write_text("\n".join(("\t" if suffix == ".txt" else ",").join(row) for row in ROWS), encoding="utf-8")
    assert owners(path) == [("表/1", [("市水利局", "lead")]), ("表/2", [("市商务局", "lead")])]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\r\n", "\r"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_line_ends(tmp_path: Path, suffix: str, end: str) -> None:
    path = tmp_path / f"方案{suffix}"
    path.write_bytes(end.join(["云泽市夜市方案", "一、任务", "（一）选址。（市财政局牵头）"]).encode())
    (task,) = to_json(parse_file(path))["tasks"]
    assert (task["number"], task["line"], [owner["name"] for owner in task["owners"]]) == ("一/（一）", 3, ["市财政局"])


@pytest.mark.parametrize("nought", "〇○◯OＯ０0零")
def test_noughts_in_dates(tmp_path: Path, nought: str) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(
        f"云泽市夜市方案\n一、任务\n（一）选址。（市财政局牵头）\n云泽市人民政府\n二{nought}二六年三月一日\n",
        encoding="utf-8",
    )
    assert to_json(parse_file(path))["plan"]["issued"] == "2026-03-01"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\v", "\f"], ids=ascii)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_other_line_ends(tmp_path: Path, suffix: str, end: str) -> None:
    path = tmp_path / f"方案{suffix}"
    path.write_bytes(((end * 2 if suffix == ".md" else end).join(LINES)).encode())
    assert [number for number, _ in owners(path)] == ["一/（一）", "一/（二）"]
