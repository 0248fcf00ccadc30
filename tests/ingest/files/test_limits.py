"""Limits of reading: what is over one is refused in a sentence that says how to raise it, before it costs memory or time."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx_writer
import openpyxl
import pdf_writer
import pytest

from graph.errors import ReadError, SettingsError
from ingest.files.limits import DEFAULTS, OverLimit, check, from_environment, limit, parse_limits, using
from ingest.files.read import read_document

PLAN = "一、推进改造（市财政局牵头）"


def workbook(change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> bytes:
    made = openpyxl.Workbook()
    for row in (["序号", "重点任务", "责任单位"], [1, "推进改造", "市财政局"], [2, "建设平台", "市水利局"]):
        made.active.append(row)
    change(made.active)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, part: str, change: Callable[[str], str], **more: str) -> bytes:
    """Return a workbook with the text of one part of its archive changed, and with more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == part else text)
        for name, text in more.items():
            new.writestr(f"xl/{name}.xml", text)
    return out.getvalue()


def with_strings(count: int) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Type="{kind}" Target="strings.xml" Id="rId9"/></Relationships>'
    return changed(
        workbook(lambda sheet: None),
        "xl/_rels/workbook.xml.rels",
        lambda text: text.replace("</Relationships>", relation),
        strings='<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + "<si><t>甲</t></si>" * count
        + "</sst>",
    )


def merged(data: bytes, *areas: str) -> bytes:
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    added = f"</sheetData><mergeCells>{cells}</mergeCells>"
    return changed(data, "xl/worksheets/sheet1.xml", lambda text: text.replace("</sheetData>", added))


def pages(count: int) -> bytes:
    made = pdf_writer.PdfDocument()
    for at in range(count):
        made.paragraph(f"{at + 1}.推进改造工作。（市财政局牵头）" * 40)
        made.turn()
    return made.bytes()


def nested(depth: int) -> bytes:
    inside = "<w:tbl><w:tr><w:tc>" * depth + docx_writer.paragraph(PLAN) + "</w:tc></w:tr></w:tbl>" * depth
    return docx_writer.write_docx(inside)


#: For each limit the name of a file, its bytes, a limit that it is over, and how much of it there is.
OVER: dict[str, tuple[str, bytes, float, str]] = {
    "megabytes": ("a.txt", (PLAN * 100).encode(), 0.001, "0.0042"),
    "unpacked": ("a.docx", docx_writer.write_docx(docx_writer.paragraph(PLAN) + " " * 300_000), 0.1, "0.30"),
    "pages": ("a.pdf", pages(3), 2, "4"),
    "rows": ("a.xlsx", workbook(lambda sheet: sheet.append([3, "修路", "市住建局"])), 3, "4"),
    "cells": ("a.xlsx", workbook(lambda sheet: sheet.merge_cells("D1:F3")), 10, "18"),
    "strings": ("a.xlsx", with_strings(5), 4, "5"),
    "merged": ("a.xlsx", workbook(lambda sheet: [sheet.merge_cells(f"D{at}:E{at}") for at in (1, 2)]), 1, "2"),
    "characters": ("a.txt", PLAN.encode(), 5, "14"),
    "nesting": ("a.docx", nested(30), 50, "9"),
    "web_nesting": ("a.html", ("<div>" * 30 + PLAN).encode(), 20, "32"),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_file_over_a_limit_is_named_with_the_limit_and_how_to_raise_it(tmp_path: Path, name: str) -> None:
    file, data, most, there = OVER[name]
    path = tmp_path / file
    path.write_bytes(data)
    with using({name: most}), pytest.raises(ReadError) as refused:
        read_document(path)
    told = refused.value.zh
    assert told.startswith(f"{path}：{DEFAULTS[name][0].zh}至少有 {there}")
    assert f"，超过上限 {most:g}；" in told
    assert f"加 --limit {name}=" in told and told.endswith("zerentu.toml 的 [limits]")
    raised = float(told.partition(f"{name}=")[2].partition("，")[0])
    with using({name: raised}):
        read_document(path)


def test_areas_and_cells_that_would_fill_the_memory_are_refused_at_once(tmp_path: Path) -> None:
    def long(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["A1"] = "推进改造" * 4_000
        for at in range(1, 30):
            sheet.cell(at, 100, at)

    tall = workbook(lambda sheet: sheet.cell(40_000, 1, "推进改造"))
    files = {
        "文字.xlsx": merged(workbook(long), "A1:CU29"),
        "合并.xlsx": merged(tall, "A1:GR40000", "B1:GR40000"),
    }
    for name, data in files.items():
        path = tmp_path / name
        path.write_bytes(data)
        begin = time.process_time()
        with pytest.raises(ReadError, match=r"over the limit of (?:5,000,000|3,000,000); if that is what"):
            read_document(path)
        assert time.process_time() - begin < 8, name


def test_cells_that_span_all_rows_are_counted_as_they_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<table>" + "<tr><td rowspan=0>改造<td>甲" * 1_000 + "</table>", encoding="utf-8")
    with using({"cells": 20_000}), pytest.raises(ReadError, match="merged areas filled: at least 20,"):
        read_document(path)


def test_deep_nesting_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    deep = f"<w:p><w:pPr>{'<w:x>' * 300}{'</w:x>' * 300}</w:pPr><w:r><w:t>{PLAN}</w:t></w:r></w:p>"
    path.write_bytes(docx_writer.write_docx(deep))
    with pytest.raises(ReadError, match=r"at least \d+, over the limit of 250"):
        read_document(path)
    with using({"nesting": 500}):
        assert read_document(path).text == PLAN


def test_limits_are_numbers_above_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse_limits(["pages=3e3", "rows=10"], "--limit") == {"pages": 3000, "rows": 10}
    for text in ("pages", "sides=3", "pages=", "pages=-1", "pages=nan", "pages=inf", "nesting=5000", "pages=0"):
        with pytest.raises(SettingsError, match="--limit"):
            parse_limits([text], "--limit")
    monkeypatch.setenv("ZERENTU_MAX_MB", "30")
    monkeypatch.setenv("ZERENTU_LIMITS", "rows=7, pages=8")
    assert from_environment() == {"megabytes": 30, "rows": 7, "pages": 8}
    assert (limit("rows"), limit("merged")) == (7, 100_000)
    with using({}):
        assert limit("rows") == 50_000
        check("rows", 50_000)
        with pytest.raises(OverLimit):
            check("rows", 50_001)
