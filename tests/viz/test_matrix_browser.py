"""The page of a matrix as a person meets it: in a real browser, from a file, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from viz.matrix import PageCell, PageMatrix, PageRow, write_matrices

WORDS = {
    "plan": "方案",
    "title": "任务",
    "deadline": "时限",
    "count": "单位数",
    "search": "搜索",
    "legend": "图例：●牵头",
    "nobody": "无责任单位",
    "close": "关闭",
    "total": "合计",
}
AGENCIES = ["市财政局", "市水利局", "云泽市河道保洁和城乡供水一体化工作领导小组办公室"]


def cell(at: int, signs: str = "●") -> PageCell:
    return PageCell(at=at, signs=signs, basis="explicit", note="牵头·明示\n（市水利局负责）")


def row(title: str, *cells: PageCell, section: str) -> PageRow:
    text = f"{title}，逐段<b>检查</b>。"
    return PageRow(
        number="1", section=section, title=title, deadline="2027年", cells=cells, text=text, place="甲.txt 第3行"
    )


@pytest.fixture(scope="module")
def page(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two plans, the first of 120 tasks in two sections; at the end no request and no error may have been seen."""
    rows = [row(f"修渠{at}", cell(at % 3), section="水利" if at < 110 else "植树") for at in range(119)]
    rows.append(row("植树", section="植树"))
    plans = [
        PageMatrix(
            title=title,
            banner="",
            groups=[("条线", 2), ("群体", 1)],
            agencies=AGENCIES,
            rows=held,
            sums=[("●", [1, 1, 1])],
        )
        for title, held in (("甲方案", rows), ("乙方案", rows[:2]))
    ]
    path = write_matrices(tmp_path_factory.mktemp("matrix") / "a.html", "责任矩阵", plans, WORDS)
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else troubles.append(request.url))
    page.goto(path.as_uri(), timeout=120_000)
    yield page
    assert troubles == []
    page.close()


def test_search_and_a_chosen_agency_leave_the_rows_that_fit(page: Any) -> None:
    assert page.inner_text("#count") == "120 / 120"
    page.fill("#search", "植树 市财政局")
    assert page.inner_text("#count") == "3 / 120"
    page.fill("#search", "")
    page.click("section:not([hidden]) th.agency:has-text('市水利局')")
    assert page.inner_text("#count") == "40 / 120"
    page.click("section:not([hidden]) th.agency:has-text('市水利局')")
    assert page.inner_text("#count") == "120 / 120"


def test_a_click_shows_the_sentence_of_a_cell(page: Any) -> None:
    page.click("section:not([hidden]) td.cell[title='市水利局'] >> nth=0")
    said = page.locator("#sentence p").all_inner_texts()
    assert said == ["1 修渠1", "市水利局：牵头·明示\n（市水利局负责）", "修渠1，逐段<b>检查</b>。", "甲.txt 第3行"]
    page.keyboard.press("Escape")
    assert page.is_hidden("#sentence")


def test_header_and_tasks_stay_in_view(page: Any) -> None:
    page.evaluate("document.querySelector('.wide').scrollTo(0, 2500)")
    box = page.locator(".wide >> nth=0").bounding_box()
    head = page.locator("section:not([hidden]) thead").bounding_box()
    assert abs(head["y"] - box["y"]) < 1 and head["height"] > 60
    page.set_viewport_size({"width": 420, "height": 800})
    page.evaluate("document.querySelector('.wide').scrollTo(60, 2500)")
    lefts = page.evaluate(
        "[...document.querySelectorAll('tr.row th')].slice(60, 64).map((th) => th.getBoundingClientRect().left)"
    )
    assert lefts == [0, 0, 0, 0]
    page.set_viewport_size({"width": 1280, "height": 800})


def test_it_prints_on_a3_with_its_header_on_every_page(page: Any) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [round(points * 25.4 / 72) for points in document[0].get_size()] == [420, 297]
    texts = ["".join(each.get_textpage().get_text_range().split()) for each in document]
    heads = [text.count("单位数") for text in texts]
    assert len(heads) > 1 and heads == [1] * len(heads)
    # The screen has its blocks back.
    assert page.locator("section:not([hidden]) .block").count() > 1


def test_another_plan_is_chosen(page: Any) -> None:
    page.select_option("#plan", "乙方案")
    assert page.inner_text("#count") == "2 / 2"
