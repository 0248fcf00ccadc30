"""The map of an explorer: whole in its frame, every plan named, one plan at a click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from explorer_content import content, many_plans, reported
from explorer_pages import go, opened

from viz.explorer import write_explorer


@pytest.fixture(scope="module")
def page(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A page of 203 tasks; at the end no request and no error may have been seen."""
    troubles: list[str] = []
    page = opened(
        chromium,
        write_explorer(tmp_path_factory.mktemp("explorer") / "a.html", reported(content(more=200))),
        1280,
        troubles,
    )
    yield page
    assert troubles == []
    page.close()


def test_the_map_draws_the_whole_and_each_plan(page: Any) -> None:
    go(page, "map")
    assert page.inner_text("main .count") == "单位 4，任务 203，连线 204"
    assert page.locator(".map-box .tie-lead").count() == 201
    assert page.text_content(".map-box text.nobody") == "无责任单位的任务 1 项"
    page.select_option("[name=plan]", "plan-1")
    assert page.inner_text("main .count") == "单位 2，任务 1，连线 2"
    assert page.locator(".map-box text.name").all_text_contents() == ["县财政局 1", "市财政局·沙原县 1", "植树造林"]
    assert page.evaluate("location.hash") == "#map&plan=plan-1"
    page.click(".map-box a:has(rect) >> nth=0")
    page.wait_for_selector(".view-agency h1")
    assert page.inner_text("h1") == "县财政局"


def test_conditions_leave_only_what_they_ask_for_on_the_map(page: Any) -> None:
    go(page, "map&plan=plan-0&role=support")
    assert page.inner_text("main .count") == "单位 1，任务 1，连线 1"
    wide = page.locator(".map-box svg").get_attribute("width")
    page.click("main .zoom >> nth=0")
    assert int(page.locator(".map-box svg").get_attribute("width")) > int(wide)
    go(page, "map&agency=agency-3")
    assert page.inner_text("main .count") == "单位 1，任务 1，连线 1"


def test_the_map_of_very_many_tasks_shows_plans_and_leads_to_each(chromium: Any, tmp_path: Path) -> None:
    troubles: list[str] = []
    many = opened(chromium, write_explorer(tmp_path / "a.html", content(more=310)), 1280, troubles)
    go(many, "map")
    assert many.inner_text("main .count") == "单位 4，方案 2，连线 4"
    assert many.locator(".map-box .plan").count() == 2
    many.click(".map-box a:has(.plan) >> nth=1")
    many.wait_for_selector(".map-box .task")
    assert many.input_value("[name=plan]") == "plan-1"
    many.close()
    assert troubles == []


#: The drawing and its frame; the names that stand on the drawing; the titles of plans among them.
_FRAMED = """() => { const [box, svg] = ['.map-box', '.map-box svg'].map((each) => document.querySelector(each));
  return { over: [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight], width: svg.getBoundingClientRect().width,
    high: box.getBoundingClientRect().height, names: Array.from(svg.querySelectorAll('text.name')).map((each) => each.textContent),
    keys: Array.from(document.querySelectorAll('.map-key li')).map((each) => each.textContent) }; }"""


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """Twenty plans and the page of them, which takes longer to lay out than to open in one more window."""
    given = many_plans(20)
    return given, write_explorer(tmp_path_factory.mktemp("twenty") / "a.html", given)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1366, 768), (390, 844)])
def test_the_map_of_many_plans_opens_whole_in_its_frame(
    chromium: Any, twenty: tuple[Any, Path], width: int, height: int
) -> None:
    given, path = twenty
    troubles: list[str] = []
    many = opened(chromium, path, width, troubles)
    many.set_viewport_size({"width": width, "height": height})
    go(many, "map")
    whole = many.evaluate(_FRAMED)
    assert whole["over"] == [0, 0] and whole["high"] < height
    titles = {plan.title[:6] for plan in given.plans}
    letters, spelt = zip(*(key.split(" ", 1) for key in whole["keys"]), strict=True) if whole["keys"] else ((), ())
    assert set(letters) <= set(whole["names"])
    told = whole["names"] if width > 1000 else [*whole["names"], *spelt]
    assert {title for title in titles if any(name.startswith(title) for name in told)} == titles
    frame, key = (many.locator(each).bounding_box() for each in (".map-box", ".map-keys"))
    assert key["y"] >= frame["y"] + frame["height"] - 1 and key["y"] + key["height"] < max(height, key["y"] + 200)
    if width > 1000:
        assert frame["y"] + frame["height"] < height
    for _ in range(3):
        many.click(".zoom >> nth=0")
    assert many.evaluate(_FRAMED)["width"] > 1.5 * whole["width"]
    many.click("text=看全图")
    assert many.evaluate(_FRAMED) == whole
    many.close()
    assert troubles == []


def test_agencies_of_one_name_carry_their_region_on_the_map(page: Any) -> None:
    go(page, "map")
    names = page.locator(".map-box text.name").all_text_contents()
    assert any(name.startswith("市财政局·") for name in names) and not any(
        name.startswith("市财政局 ") for name in names
    )
