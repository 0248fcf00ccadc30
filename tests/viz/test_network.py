"""The drawing of who works with whom."""

from __future__ import annotations

import re
from pathlib import Path

from viz.network import Line, Spot, strongest, write_network

SPOTS = [Spot(f"市{name}局", 4, at % 2, f"市{name}局：4 项任务") for at, name in enumerate("甲乙丙丁")]


def test_what_is_drawn_hangs_together_even_by_weak_lines() -> None:
    strong = [Line(one, other, 9, "") for one in range(8) for other in range(one + 1, 8)]
    weak = Line(0, 8, 1, "")
    drawn = strongest(9, [weak, *strong])
    assert weak in drawn
    assert len(drawn) < len(strong)
    assert strongest(0, []) == []


def test_a_page_holds_names_tasks_and_no_script_or_address(tmp_path: Path) -> None:
    lines = [Line(0, 1, 3, "市甲局 — 市乙局\n1 <修渠>：甲、乙"), Line(1, 2, 1, "乙丙")]
    write_network(tmp_path / "a.html", "协作", "两条线", SPOTS, lines)
    page = (tmp_path / "a.html").read_text("utf-8")
    assert re.findall("<text[^>]*>([^<]*)</text>", page) == [spot.name for spot in SPOTS]
    assert "<title>市甲局 — 市乙局\n1 &lt;修渠&gt;：甲、乙</title>" in page
    assert re.findall('stroke-width="([^"]*)"', page) == ["8.0", "3.3"]
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    again = write_network(tmp_path / "b.html", "协作", "两条线", SPOTS, lines)
    assert again.read_bytes() == (tmp_path / "a.html").read_bytes()


def test_a_network_of_nobody_is_an_empty_page(tmp_path: Path) -> None:
    assert "<circle" not in write_network(tmp_path / "a.html", "", "", [], [], lang="en").read_text("utf-8")
