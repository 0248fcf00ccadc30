"""Matrices as offline pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lxml import html

from viz.matrix import PageCell, PageMatrix, PageRow, write_matrices

WORDS = dict.fromkeys(("plan", "title", "deadline", "count", "search", "legend", "nobody", "close", "total"), "词")


def row(title: str, *cells: PageCell, section: str = "一") -> PageRow:
    text = f"{title}</script><b>&"
    return PageRow(number="1", section=section, title=title, deadline="", cells=cells, text=text, place="甲.txt 第1行")


def cell(at: int, signs: str = "●") -> PageCell:
    return PageCell(at=at, signs=signs, basis="explicit", note="牵头·明示")


def page(tmp_path: Path, *rows: PageRow) -> str:
    names = ["市财政局", "市水利局", "市教育局"]
    found = PageMatrix(
        title="甲", banner="", groups=[("财政", 1), ("群体", 2)], agencies=names, rows=rows, sums=[("●", [1, 0, 0])]
    )
    return write_matrices(tmp_path / "a.html", "甲", [found], WORDS).read_text(encoding="utf-8")


def test_empty_cells_beside_each_other_are_one(tmp_path: Path) -> None:
    assert row("甲").pieces(3) == [(3, None)]
    assert row("甲", cell(1)).pieces(3) == [(1, None), (1, cell(1)), (1, None)]
    assert row("甲", cell(0), cell(2)).pieces(3) == [(1, cell(0)), (1, None), (1, cell(2))]


def test_a_long_section_is_several_blocks_and_titled_once() -> None:
    rows = [*(row(f"事{at}") for at in range(60)), row("植树", section="二")]
    found = PageMatrix(title="甲", banner="", groups=[], agencies=[], rows=rows, sums=[])
    assert [(title, len(held)) for title, held in found.blocks()] == [("一", 50), ("", 10), ("二", 1)]


def test_rows_are_grouped_by_section_and_one_without_agency_is_marked(tmp_path: Path) -> None:
    tree = html.fromstring(page(tmp_path, row("修渠", cell(1)), row("植树"), row("清淤", cell(0), section="二")))
    rows = tree.xpath("//tr[contains(@class, 'row')]")
    assert [each.get("class") for each in rows] == ["row", "row nobody", "row"]
    assert tree.xpath("//tr[@class='section']/th/text()") == ["一", "二"]


def test_the_page_holds_its_sentences_as_data_and_no_address(tmp_path: Path) -> None:
    text = page(tmp_path, row("修渠", cell(1)))
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
    assert data is not None
    assert json.loads(data[1]) == [["修渠</script><b>&", "甲.txt 第1行", [["市水利局", "牵头·明示"]]]]
    assert "http" not in re.sub(r"http-equiv", "", text)
