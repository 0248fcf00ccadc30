"""What leaves the map: paper, pictures, addresses, rows; and the table that they come from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.model.identity import make_id
from viz.style import NODES

LEAD = "市工业和信息化局"
HEAVIEST = "各县（市、区）人民政府"
SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Any, selector: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.click(selector)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_print_has_the_map_on_one_page_and_the_table_on_the_next(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, title="云岭市责任图")
    for size in ("A4", "A3"):
        pdf = page.pdf(format=size, landscape=True, print_background=True)
        assert len(re.findall(rb"/Type /Page\b", pdf)) == 2
        assert re.search(rb"/Subtype /Image", pdf)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelector('#paper canvas').width") == 2400
    assert page.evaluate("document.querySelectorAll('#paper tbody tr').length") == 4
    assert re.search(
        r"云岭市责任图.*4 行，共 7 行　\d{4}-\d\d-\d\d", page.evaluate("document.querySelector('#paper').textContent")
    )
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelector('#paper').childNodes.length") == 0


def test_a_plan_that_writes_no_lead_is_named_above_the_map_on_paper(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    for source, target, kind in [edge for edge in plan_graph.edges(keys=True) if edge[2] == "LEADS"]:
        plan_graph.remove_edge(source, target, key=kind)
    page = open_map(plan_graph)
    told, high = page.evaluate(
        """() => { const told = []; const { prototype } = CanvasRenderingContext2D; const plain = prototype.fillText;
        prototype.fillText = function (...given) { told.push([given[0], given[2]]); return plain.apply(this, given); };
        window.dispatchEvent(new Event('beforeprint')); prototype.fillText = plain;
        return [told, document.querySelector('#paper canvas').height]; }"""
    )
    assert [at < 140 for text, at in told if "通篇没有写明牵头" in text] == [True]
    assert high == 1548
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", landscape=True, print_background=True))) == 2


@pytest.mark.parametrize("focused", [False, True])
def test_what_is_round_is_round_on_paper(open_map: Any, plan_graph: nx.MultiDiGraph, focused: bool) -> None:
    """The only task with an owner is a disc; the legend below the picture has another."""
    page = open_map(plan_graph, focus=make_id("Agency", "云岭市", LEAD) if focused else None)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    colour = [int(NODES["Task"].colour[at : at + 2], 16) for at in (1, 3, 5)]
    left, top, right, bottom, legend = page.evaluate(
        """(colour) => {
            const canvas = document.querySelector('#paper canvas');
            const legend = canvas.height - 130;
            const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, legend).data;
            const box = [Infinity, Infinity, -1, -1];
            for (let at = 0; at < data.length; at += 4) {
                if (colour.some((part, n) => data[at + n] !== part)) continue;
                const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
                [x, y].forEach((value, axis) => {
                    box[axis] = Math.min(box[axis], value);
                    box[axis + 2] = Math.max(box[axis + 2], value);
                });
            }
            return [...box, legend];
        }""",
        colour,
    )
    assert 10 < right - left < legend / 2
    assert 0.9 < (right - left) / (bottom - top) < 1.1


def test_what_stands_around_a_body_is_made_anew_for_paper(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    """A window of 800 pixels cuts or breaks the title of a task, paper does not; the window is as it was."""
    title = "对全市水泥窑炉分年度分批次实施节能降碳改造"
    plan_graph.nodes[make_id("Task", "p", "二/（一）")]["title"] = title
    page = open_map(plan_graph, focus=make_id("Agency", "云岭市", LEAD), title="很长的题目" * 30)
    page.set_viewport_size({"width": 800, "height": 640})
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    before, told, after = page.evaluate(
        """() => { const told = []; const { prototype } = CanvasRenderingContext2D; const plain = prototype.fillText;
        const seen = () => { document.querySelector('#network').dispatchEvent(new Event('describe')); return document.querySelector('#network').dataset.picture; };
        prototype.fillText = function (...given) { told.push(given[0]); return plain.apply(this, given); };
        const before = seen();
        told.push("paper");
        window.dispatchEvent(new Event('beforeprint')); prototype.fillText = plain;
        return [before, told, seen()]; }"""
    )
    paper = told.index("paper")
    assert [any(title in text for text in part) for part in (told[:paper], told[paper:])] == [False, True]
    assert next(text for text in told if text.startswith("很长")).endswith("…")
    assert after == before


def test_svg_has_every_shape_that_is_seen_and_its_name(
    open_map: Any, plan_graph: nx.MultiDiGraph, tmp_path: Path
) -> None:
    agency = next(data for _, data in plan_graph.nodes(data=True) if data.get("name") == "市财政局")
    for _, _, said in plan_graph.out_edges(agency["id"], data=True):
        if "name" in said:
            said["name"] = "市<财政>局"
    page = open_map(plan_graph, title="图/甲")
    path = saved(page, "#svg", tmp_path)
    assert path.name == "图_甲.svg"
    root = ElementTree.parse(path).getroot()
    named = {title.text for title in root.iter(f"{SVG}title")}
    assert named == {LEAD, "市<财政>局", "各县（市、区）人民政府", "二/（一） 改造水泥窑炉", "二/（二） 编写年度报告"}
    texts = {text.text for text in root.iter(f"{SVG}text")}
    assert {"图/甲", LEAD, "市<财政>局", "无责任单位的任务 1 项"} <= texts


def wait_until(page: Any, expression: str) -> None:
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def test_link_zoom_and_keyboard(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    page.focus("#network .vis-network")
    page.keyboard.press("Shift+ArrowRight")
    assert page.inner_text("#panel h2") == HEAVIEST
    page.click("#link")
    assert page.evaluate("decodeURIComponent(window.copied.split('#')[1])") == f"agency={HEAVIEST}"
    before = float(page.get_attribute("#network", "data-view").split()[0])
    page.click("#zoom-in")
    # Not wait_for_function: from its second look on it evaluates text, which the policy of the page forbids.
    scale = "Number(document.querySelector('#network').dataset.view.split(' ')[0])"
    wait_until(page, f"{scale} > {before}")
    page.focus("#network .vis-network")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#crumbs b:has-text('{HEAVIEST}')")


def rows(page: Any, column: int) -> list[str]:
    return [row.locator("td").all_inner_texts()[column] for row in page.locator("#table tbody tr").all()]


def test_table_sorts_filters_and_saves(open_map: Any, plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    for _, _, kind, said in plan_graph.edges(keys=True, data=True):
        if kind == "SUPPORTS":
            said["quote"] = "=HYPERLINK(1)"
    page = open_map(plan_graph)
    page.click("#show-table")
    page.click("#table th button:text-is('关系')")
    ascending = rows(page, 1)
    page.click("#table th button:has-text('关系')")
    assert rows(page, 1) == ascending[::-1]
    assert page.get_attribute("#table th >> nth=1", "aria-sort") == "descending"
    path = saved(page, "#table .csv", tmp_path)
    text = path.read_text("utf-8")
    assert text.startswith('\ufeff"起点","关系"')
    assert '"\'=HYPERLINK(1)"' in text
    assert len(text.strip().split("\n")) == 5
    page.fill("#search", "财政")
    page.wait_for_selector("#table .rows:has-text('含“财政”')")
    assert set(rows(page, 0)) >= {"市财政局"}
    page.fill("#search", "配合（")
    page.wait_for_selector("#table .rows:has-text('1 行')")
    assert rows(page, 0) == ["市财政局"]


def test_table_begins_with_the_body_that_was_asked_for(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.click("#show-table")
    assert rows(page, 0)[0] != "市财政局"
    page.click("#show-map")
    page.fill("#search", "市财政局")
    page.keyboard.press("Enter")
    page.fill("#search", "")
    page.click("#show-table")
    assert rows(page, 0)[0] == "市财政局"


def test_questions_in_the_search_are_filters(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.fill("#search", "无主任务")
    assert page.inner_text("#found [role=option] >> nth=0") == "筛选：无责任单位的任务"
    page.keyboard.press("Enter")
    assert page.inner_text("#count").startswith("显示：机构 0/3　任务 1/2")
    assert page.inner_text("#legend label:has-text('牵头') .count") == "0/1"
    page.click("#reset")
    page.fill("#search", "没有时限")
    page.keyboard.press("Enter")
    assert page.input_value("#filter-year") == "none"
    assert page.inner_text("#count").startswith("显示：机构 0/3　任务 1/2")
    page.click("#reset")
    page.fill("#search", "2026年")
    page.keyboard.press("Enter")
    assert page.input_value("#filter-year") == "2026"
    assert page.inner_text("#count").startswith("显示：机构 3　任务 1/2")
    page.click("#reset")
    page.fill("#search", "云岭市工信局")
    assert LEAD in page.inner_text("#found [role=option] >> nth=0")
    page.fill("#search", "")
    page.select_option("#filter-agency", label="市财政局　1")
    assert "只看与“市财政局”相关" in page.inner_text("#count")
