"""What stands at the edges of pages and is no text: numbers, running heads, marks of scanners."""

from __future__ import annotations

import pytest

from ingest.files.pdf.furniture import furniture, is_scanner_mark
from ingest.files.pdf.lines import Line

HEIGHT = 800.0


def line(text: str, y: float, *, size: float = 12.0) -> Line:
    return Line(text=text, x0=90.0, x1=500.0, y=y, size=size, first=12.0)


def page(number: int, *, head: str = "", foot: str = "") -> tuple[float, list[Line]]:
    body = [line(f"第{number}页的正文，写到这里为止。", 150.0 + 20 * at) for at in range(20)]
    return HEIGHT, [*([line(head, 50.0)] if head else []), *body, *([line(foot, 760.0)] if foot else [])]


def gone(pages: list[tuple[float, list[Line]]]) -> list[str]:
    dropped = furniture(pages)
    return [each.text for _, lines in pages for each in lines if each in dropped]


@pytest.mark.parametrize("text", ["扫描全能王 创建", "由 CamScanner 生成", "用WPS扫描", "夸克扫描"])
def test_marks_of_scanners(text: str) -> None:
    assert is_scanner_mark(text)


def test_a_text_about_scanning_is_no_mark() -> None:
    assert not is_scanner_mark("开展风险扫描工作")


@pytest.mark.parametrize("foot", ["- {} -", "第 {} 页", "{}", "{} / 3"])
def test_page_numbers_go(foot: str) -> None:
    pages = [page(number, foot=foot.format(number)) for number in (1, 2, 3)]
    assert gone(pages) == [foot.format(number) for number in (1, 2, 3)]


def test_a_number_on_one_page_that_does_not_count_it_stays() -> None:
    assert gone([page(1), page(2, foot="30"), page(3)]) == []


def test_a_head_that_comes_back_goes_and_one_that_says_who_answers_stays() -> None:
    assert gone([page(number, head="云泽市人民政府公报") for number in (1, 2, 3)]) == ["云泽市人民政府公报"] * 3
    assert gone([page(number, head="责任单位：市财政局") for number in (1, 2, 3)]) == []
    assert gone([page(1, head="云泽市人民政府公报"), page(2), page(3)]) == []
