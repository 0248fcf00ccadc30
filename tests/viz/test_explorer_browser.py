"""The explorer as a person meets it: in a real browser, from a file, without a network."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from explorer_content import content, reported
from explorer_pages import go, opened

from viz.explorer import Explorer, write_explorer

VIEWS = ["overview", "agencies", "agency=agency-0", "tasks", "task=task-1", "matrix", "map", "map&plan=plan-0", "targets", "audit",
         "audit=no_owner", "relations", "agency=nobody", "progress", "cascade", "cascade=plan-1~plan-0"]  # fmt: skip


@pytest.fixture(scope="module")
def page(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A page of 203 tasks; at the end no request and no error may have been seen."""
    troubles: list[str] = []
    path = write_explorer(tmp_path_factory.mktemp("explorer") / "浏览 器.html", reported(content(more=200)))
    page = opened(chromium, path, 1280, troubles)
    yield page
    assert troubles == []
    page.close()


def test_the_first_view_says_who_leads_and_what_has_nobody(page: Any) -> None:
    go(page, "overview")
    assert page.locator(".figure").all_inner_texts() == [
        "2\n方案", "203\n任务", "4\n单位", "2\n目标", "1\n无责任单位", "1\n无牵头单位",
        "1\n进展 红", "0\n进展 黄",
    ]  # fmt: skip
    first = page.locator(".chart.roles tbody tr").first
    assert (first.locator("th").inner_text(), first.locator("td.first").inner_text()) == ("市工业和信息化局", "201")
    assert page.locator(".card .plain a").all_inner_texts() == ["二/（2） 编写年报"]
    assert page.inner_text(".banner").startswith("2 份方案中有 1 份通篇未写“牵头”")
    page.click(".banner summary")
    assert page.locator(".banner li").all_inner_texts() == ["沙原县植树方案"]
    assert page.locator(".led .key").all_inner_texts() == [
        "有牵头单位 201 (99%)", "有责任单位而无牵头 1 (0%)", "无责任单位 1 (0%)",
    ]  # fmt: skip
    # Two bodies of one name carry their regions.
    names = page.locator(".chart.roles tbody th").all_inner_texts()
    assert {"市财政局（云泽市）", "市财政局（沙原县）", "县财政局"} <= set(names)


@pytest.mark.parametrize("typed", ["工信局", "云泽市工信局", "云泽工信局", "市 工信局", "市工信委", "工业和信息化局"])
def test_from_a_short_name_to_the_agency_to_the_sentence(page: Any, typed: str) -> None:
    go(page, "overview")
    page.fill("#search", typed)
    assert page.locator("#found [role=option]").first.inner_text().split("\n")[0] == "市工业和信息化局"
    page.press("#search", "Enter")
    page.wait_for_selector(".view-agency h1")
    assert page.inner_text("h1") == "市工业和信息化局"
    page.click("a.quote >> nth=0")
    page.wait_for_selector(".view-task mark.on")
    assert page.inner_text(".source mark.on") == "市工信局牵头，市财政局配合"
    assert page.inner_text(".source mark.on b") == "市工信局"
    assert "甲.txt 第1行" in page.inner_text(".facts")
    page.go_back()
    page.wait_for_selector(".view-agency h1")
    page.go_back()
    page.wait_for_selector(".view-overview h1")
    page.go_forward()
    page.wait_for_selector(".view-agency h1")


def test_years_and_questions_are_found_too(page: Any) -> None:
    page.fill("#search", "2027")
    said = [text.split("\n")[0] for text in page.locator("#found [role=option]").all_inner_texts()]
    assert said[:2] == ["任务：2027 年到期（1 项）", "目标 2027"]
    page.fill("#search", "无主任务")
    page.press("#search", "Enter")
    page.wait_for_selector(".view-audit h1")
    assert page.inner_text("h1") == "无责任单位 1"
    page.fill("#search", "没有这样的字")
    assert page.inner_text("#found") == "没有找到"
    page.press("#search", "Escape")


def test_conditions_of_tasks_stand_in_the_address(page: Any) -> None:
    go(page, "tasks")
    assert page.inner_text(".table .count") == "203 行"
    page.select_option("[name=agency]", "agency-0")
    page.select_option("[name=role]", "lead")
    page.fill("[name=q]", "修渠19")
    assert page.inner_text(".table .count") == "11 / 203 行"
    kept = page.evaluate("location.hash").lstrip("#")
    go(page, "overview")
    go(page, kept)
    assert page.inner_text(".table .count") == "11 / 203 行"
    page.click("text=清除条件")
    page.select_option("[name=state]", "no_owner")
    assert page.locator("tbody th").all_inner_texts() == ["编写年报无责任单位"]
    page.select_option("[name=year]", "2028")
    assert page.is_visible("text=没有符合条件的行")


def test_rows_come_when_they_are_scrolled_to_and_a_click_sorts_all(page: Any) -> None:
    go(page, "tasks")
    assert page.locator("tbody tr").count() < 203
    page.click("thead button:has-text('时限')")
    assert page.locator("tbody tr").first.locator("th").inner_text() == "植树造林"
    page.click("thead button:has-text('时限')")
    assert page.locator("tbody tr").first.locator("th").inner_text() == "改造管网"
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    page.locator("tbody tr").nth(119).wait_for(state="attached")


def test_a_sentence_of_a_section_is_told_apart_from_the_text(page: Any) -> None:
    go(page, "task=task-3&agency=agency-2")
    assert page.locator(".source").all_inner_texts() == ["植树造林。每年一百亩。", "县财政局、市财政局按职责分工负责"]
    assert page.inner_text("mark.on b") == "县财政局"
    owners = page.locator(".table").first
    assert owners.locator("tbody td:nth-child(3)").all_inner_texts() == ["并列，承自上级条款"] * 2


def test_the_matrix_has_a_cell_for_each_owner(page: Any) -> None:
    go(page, "matrix&q=改造管网")
    assert page.locator("th.agency").all_inner_texts() == ["市工业和信息化局", "市财政局"]
    assert [text for text in page.locator("tbody tr:nth-child(2) td").all_inner_texts() if text] == [
        "2027年底前", "●", "△", "2",
    ]  # fmt: skip
    page.click("td.cell a >> nth=1")
    page.wait_for_selector(".view-task mark.on")
    assert page.inner_text("mark.on b") == "市财政局"


def test_a_year_of_the_time_line_leaves_its_targets(page: Any) -> None:
    go(page, "targets")
    assert page.locator(".column .year").all_inner_texts() == ["2027", "2028", "2029", "2030"]
    page.click(".column:has-text('2030')")
    assert page.locator("tbody th").all_inner_texts() == ["绿化"]
    page.click(".column:has-text('2030')")
    assert page.locator("tbody th").all_inner_texts() == ["改造管道", "绿化"]


def test_lights_have_their_reasons(page: Any) -> None:
    go(page, "progress")
    assert page.locator(".figure").all_inner_texts() == ["1\n红", "0\n黄", "1\n灰", "0\n绿"]
    assert page.locator(".table tbody tr").all_inner_texts() == [
        "红\t二/（1）\t改造管网\t逾期 30 天；推进中\t2026-10-29\t市工业和信息化局\t推进中 40% 已查完一半。\t2026-10-01\t云泽市节水实施方案",
        "灰\t二/（2）\t编写年报\t未报进展\t\t\t\t\t云泽市节水实施方案",
    ]
    page.click("text=改造管网")
    page.wait_for_selector(".view-task h1")
    assert "逾期 30 天；推进中" in page.inner_text("main")


def test_a_comparison_is_counted_and_told_line_by_line(page: Any) -> None:
    go(page, "cascade")
    assert page.locator("tbody td, tbody th").all_inner_texts() == [
        "云泽市节水实施方案", "沙原县植树方案", "1", "1", "0", "1", "1",
    ]  # fmt: skip
    page.click("tbody th a")
    page.wait_for_selector("h1:has-text('→')")
    assert page.locator("h2").all_inner_texts() == ["未承接 1", "目标减弱、推迟或缺失 1", "责任单位变化 1", "已承接 1"]
    assert page.locator("table >> nth=2").locator("tbody td, tbody th").all_inner_texts() == [
        "牵头改变", "二/（1） 改造管网", "二/（3） 植树造林", "甲（牵头） → 乙（牵头）",
    ]  # fmt: skip


def test_views_without_anything_in_them_are_not_offered(chromium: Any, tmp_path: Path) -> None:
    troubles: list[str] = []
    page = opened(chromium, write_explorer(tmp_path / "a.html", content()), 1280, troubles)
    assert page.locator("nav a").all_inner_texts() == [
        "概览",
        "单位",
        "任务",
        "责任矩阵",
        "责任图",
        "目标",
        "检查",
        "协作关系",
    ]
    assert troubles == []
    page.close()


def test_a_table_is_downloaded_and_no_cell_of_it_is_a_formula(chromium: Any, tmp_path: Path) -> None:
    given = content()
    agencies = [replace(given.agencies[0], name="=1+1", names=[]), *given.agencies[1:]]
    troubles: list[str] = []
    page = opened(chromium, write_explorer(tmp_path / "a.html", replace(given, agencies=agencies)), 1280, troubles)
    go(page, "agencies")
    with page.expect_download() as found:
        page.click("text=下载 CSV")
    lines = Path(found.value.path()).read_text("utf-8-sig").splitlines()
    assert lines[1].startswith('"\'=1+1","云泽市","党政机关"') and len(lines) == 5
    assert troubles == []
    page.close()


@pytest.mark.parametrize("typed", ["二/（2）", "二(2)", "第二章（2）"])
def test_the_search_and_the_list_take_numbers_as_people_say_them(page: Any, typed: str) -> None:
    go(page, "overview")
    page.wait_for_selector(".view-overview h1")
    page.fill("#search", typed)
    page.wait_for_selector("#found:not([hidden]) [aria-selected=true]:has-text('编写年报')")
    page.press("#search", "Enter")
    page.wait_for_selector("h1:has-text('编写年报')")
    go(page, f"tasks&q={typed}")
    page.wait_for_selector(".view-tasks tbody tr:has-text('编写年报')")
    assert page.locator("main tbody tr").count() == 1


def test_the_partners_of_an_agency_are_drawn_without_any_lying_over_another(page: Any) -> None:
    go(page, "relations=agency-0")
    assert page.locator(".relations a text").all_text_contents() == ["市财政局（云泽市） 1", "市工业和信息化局 201"]
    overlaps = page.evaluate(
        """() => { const boxes = Array.from(document.querySelectorAll('.relations rect')).map((each) => each.getBoundingClientRect());
        return boxes.filter((a) => boxes.some((b) => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length; }"""
    )
    assert overlaps == 0
    # A narrow screen has them as lists.
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator(".relations-lists section").all_inner_texts() == ["它牵头，对方参与 1\n市财政局（云泽市） 1"]
    assert page.is_hidden(".relations")
    page.set_viewport_size({"width": 1280, "height": 800})


def test_a_link_from_elsewhere_says_that_it_leads_nowhere(page: Any) -> None:
    go(page, "agency=agency-99")
    assert page.inner_text("main") == "这里没有这一项；可能链接来自另一份文件。"


def test_it_is_used_without_a_mouse(page: Any) -> None:
    page.mouse.move(0, 0)
    go(page, "overview")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("财政局")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#found > :nth-child(2)[aria-selected=true]")
    wanted = page.inner_text("#found [aria-selected=true]").split("\n")[0]
    page.keyboard.press("Enter")
    page.wait_for_selector(".view-agency h1")
    assert page.inner_text("h1").startswith(wanted)
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("width", [360, 390, 1366])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_is_wider_than_the_screen(page: Any, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    for view in VIEWS:
        go(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
        assert page.evaluate("document.querySelectorAll('main button:empty, main a:empty').length") == 0, view
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})


def test_each_view_prints_whole(page: Any) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    go(page, "tasks")
    document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = "".join("".join(each.get_textpage().get_text_range().split()) for each in document)
    assert [round(points * 25.4 / 72) for points in document[0].get_size()] == [210, 297]
    assert all(f"修渠{at}" in text for at in (0, 99, 199)) and "复制链接" not in text
    go(page, "matrix")
    assert [
        round(points * 25.4 / 72) for points in pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_size()
    ] == [420, 297]


def filled(value: Any, text: str) -> Any:
    """Return a content whose texts all say `text`; ids, kinds and numbers stay."""
    kept = ("id", "role", "basis", "kind", "severity", "levels", "groups", "light")
    if is_dataclass(value) and not isinstance(value, type):
        rule = isinstance(getattr(value, "doc", None), str)
        changes = {
            field.name: filled(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in kept and not (rule and field.name == "name")
        }
        return replace(value, **changes)
    if isinstance(value, list | tuple):
        return type(value)(filled(each, text) for each in value)
    return text if isinstance(value, str) else value


def hostile_texts() -> list[str]:
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("test_map_hostile.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.HOSTILE)


def test_hostile_texts_stay_texts(chromium: Any, tmp_path: Path) -> None:
    # All of them side by side in every text, and the one that does harm as a whole word.
    for at, text in enumerate(["　".join(hostile_texts()), "__proto__"]):
        troubles: list[str] = []
        given: Explorer = filled(reported(content()), text)
        page = opened(chromium, write_explorer(tmp_path / f"{at}.html", given), 1280, troubles)
        for view in VIEWS:
            go(page, view)
            assert page.locator("main img, main script, main iframe, main a[href^=javascript]").count() == 0, (
                text,
                view,
            )
            assert page.is_visible("main h1, main .banner"), (text, view)
        page.fill("#search", text.encode("utf-8", "replace").decode().replace("\x00", "")[:6])
        assert page.evaluate("window.__pwn") is None, text
        assert troubles == [], text
        page.close()
