"""Dark, forced colours, paper; and from a narrow window on nothing is cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

LEAD = "市工业和信息化局"


def pixel(page: Any, canvas: str, x: int, y: int) -> list[int]:
    """Return the colour of one point of a canvas, read off a copy of it."""
    found: list[int] = page.evaluate(
        """([canvas, x, y]) => {
            const one = document.createElement('canvas').getContext('2d');
            one.drawImage(document.querySelector(canvas), x, y, 1, 1, 0, 0, 1, 1);
            return Array.from(one.getImageData(0, 0, 1, 1).data.slice(0, 3));
        }""",
        [canvas, x, y],
    )
    return found


def ground(page: Any) -> list[int]:
    """Return the colour of a corner of the map."""
    page.evaluate("document.querySelector('#network').dispatchEvent(new Event('describe'))")
    return pixel(page, "#network canvas", 2, 2)


def test_the_map_follows_the_scheme_of_the_system_at_once_and_paper_stays_light(
    open_map: Any, plan_graph: nx.MultiDiGraph, tmp_path: Path
) -> None:
    page = open_map(plan_graph)
    assert ground(page) == [255, 255, 255]
    page.emulate_media(color_scheme="dark")
    assert ground(page) == [20, 25, 31]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 31)"
    view = page.get_attribute("#network", "data-view")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert pixel(page, "#paper canvas", 9, 400) == [255, 255, 255]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    with page.expect_download() as saved:
        page.click("#svg")
    drawing = saved.value.path().read_text(encoding="utf-8")
    assert ('fill="#10324a"' in drawing, 'fill="#cfe6f7"' in drawing) == (True, False)
    assert ground(page) == [20, 25, 31]
    assert page.get_attribute("#network", "data-view") == view


def test_forced_colours_are_the_systems_own(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.emulate_media(color_scheme="dark", forced_colors="active")
    probe = "(() => { const box = document.createElement('i'); box.style.color = 'Canvas'; document.body.append(box); const found = getComputedStyle(box).color; box.remove(); return found; })()"
    assert f"rgb({', '.join(map(str, ground(page)))})" == page.evaluate(probe)


@pytest.mark.parametrize("width", [360, 390, 768])
def test_in_a_narrow_window_the_map_has_the_width_and_the_rest_are_drawers(
    open_map: Any, plan_graph: nx.MultiDiGraph, width: int
) -> None:
    page = open_map(plan_graph)
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_selector("#open-legend", state="visible")
    assert page.locator("#network").bounding_box()["width"] == width
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for button in page.locator("header button").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    page.click("#open-legend")
    assert page.is_visible("#reset")
    page.click("#legend .drawer-close")
    assert not page.is_visible("#legend")
    page.fill("#search", LEAD)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == LEAD
    assert page.locator("#panel").bounding_box()["y"] >= 300
    page.click("#panel .close")
    assert not page.is_visible("#panel")
