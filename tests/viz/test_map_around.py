"""Who leads, without a click: a map of one agency or task opens on it; and there and back again, also by address."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pytest

from graph.model.identity import make_id

LEAD = "市工业和信息化局"
PLAN = "云岭市节能实施方案"


def agency(name: str) -> str:
    return make_id("Agency", "云岭市", name)


def picture(page: Any) -> dict[str, Any]:
    page.evaluate("document.querySelector('#network').dispatchEvent(new Event('describe'))")
    found: dict[str, Any] = json.loads(page.get_attribute("#network", "data-picture"))
    return found


def heads(page: Any) -> list[str]:
    return [label["text"] for label in picture(page)["labels"] if label["as"] == "head"]


def shapes(page: Any) -> set[str]:
    return {shape["name"] for shape in picture(page)["shapes"]}


def test_a_map_of_an_agency_opens_on_it_with_its_roles_and_partners(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, focus=agency(LEAD))
    assert page.inner_text("#panel h2") == LEAD
    assert heads(page) == ["牵头 1"]
    assert shapes(page) == {LEAD, "市财政局", "各县（市、区）人民政府", "改造水泥窑炉"}
    assert page.inner_text("#crumbs").split("\n")[0].startswith("全图›" + LEAD)
    assert "另有 3 个图形在全图中" in page.inner_text("#crumbs")
    where = {shape["name"]: shape["x"] for shape in picture(page)["shapes"]}
    assert abs(where["市财政局"] - where[LEAD]) > abs(where["改造水泥窑炉"] - where[LEAD])


def test_a_map_of_a_task_shows_its_bodies_by_role(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, focus=make_id("Task", "p", "二/（一）"))
    assert page.inner_text("#panel h2") == "二/（一） 改造水泥窑炉"
    assert heads(page) == ["牵头 1", "配合 1", "落实 1"]


def test_every_body_of_a_task_is_named_however_many(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    """In two columns a side, or where the window is too narrow for that from the top down, as far as it reaches."""
    task = make_id("Task", "p", "二/（一）")
    for n in range(88):
        key = agency(f"市第{n}号节能监测服务中心")
        plan_graph.add_node(key, label="Agency", id=key, name=f"市第{n}号节能监测服务中心", region="云岭市", level="市", kind="body", aliases=[])  # fmt: skip
        plan_graph.add_edge(key, task, "SUPPORTS", role="support", role_word="配合", basis="explicit", order=9 + n, name=f"第{n}号", written=f"第{n}号", inherited=False, open_ended=False, quote="", line=11)  # fmt: skip
    page = open_map(plan_graph, focus=task)
    for width, height, least in ((1440, 900, 91), (1366, 768, 91), (1000, 640, 40), (390, 844, 50)):
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.wait_for_selector("html[data-ready]", state="attached")
        seen = picture(page)
        has = {label["own"][0] for label in seen["labels"] if label["own"]}
        stage = page.locator("#network").bounding_box()
        bodies = [
            shape for shape in seen["shapes"] if shape["kind"] == "Agency" and 0 < shape["y"] < stage["height"] - 9
        ]
        assert [shape["name"] for shape in bodies if shape["i"] not in has] == []
        assert len(bodies) >= least
        assert ("上下拖动" in page.inner_text("#crumbs")) == (least < 91)


@pytest.mark.parametrize("size", [(1440, 900), (360, 740)])
def test_the_words_of_every_sector_stand_in_the_window(
    open_map: Any, plan_graph: nx.MultiDiGraph, size: tuple[int, int]
) -> None:
    for n in range(40):
        key = make_id("Task", "p", f"三/{n}")
        plan_graph.add_node(key, label="Task", id=key, plan_id=make_id("Plan", "p"), number=f"三/{n}", part=1, of=1,
                            title=f"修整水渠第{n}段", kind="item", order=20 + n, line=20 + n, text="修整水渠。")  # fmt: skip
        plan_graph.add_edge(make_id("Section", "p", "二"), key, "HAS_TASK")
        plan_graph.add_edge(agency(LEAD), key, "LEADS", role="lead", role_word="牵头", basis="explicit", order=1, name=LEAD,
                            written=LEAD, inherited=False, open_ended=False, quote="", line=20 + n)  # fmt: skip
    page = open_map(plan_graph, focus=agency(LEAD))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(300)
    page.click("#fit")
    page.wait_for_timeout(100)
    frame = page.evaluate(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.querySelector('#stage'))"
    )
    said = [label for label in picture(page)["labels"] if label["as"] == "head"]
    assert [label["text"] for label in said] == ["牵头 41", "牵头 41（续）"]
    for label in said:
        left, top, right, bottom = label["box"]
        assert left >= 0 and top >= 0 and right <= frame[0] and bottom <= frame[1]


def test_tasks_without_an_owner_stand_apart_with_their_number(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    assert heads(page) == ["无责任单位的任务 1 项"]
    assert any("编写年度报告" in label["text"] for label in picture(page)["labels"])
    low = {shape["name"]: shape["y"] for shape in picture(page)["shapes"]}
    assert low.pop("编写年度报告") > max(low.values())
    assert page.inner_text("#legend .key:has-text('无责任单位') .count") == "1"


@pytest.mark.parametrize(("basis", "told"), [("explicit", False), ("rule", False), ("sole", True)])
def test_a_plan_that_writes_no_lead_is_named(
    open_map: Any, plan_graph: nx.MultiDiGraph, basis: str, told: bool
) -> None:
    for _, _, kind, said in plan_graph.edges(keys=True, data=True):
        if kind == "LEADS":
            said["basis"] = basis
    page = open_map(plan_graph)
    assert page.is_visible("#notice") is told
    if told:
        assert page.inner_text("#notice").startswith(f"《{PLAN}》通篇没有写明牵头")


def test_there_and_back_by_click_and_address(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, overview=True)
    page.fill("#search", "财政")
    page.keyboard.press("Enter")
    page.click("#panel .around")
    page.wait_for_selector("#crumbs:not([hidden])")
    assert heads(page) == ["配合 1"]
    page.click("#panel li .go:text('改造水泥窑炉')")
    page.click("#panel .around")
    page.wait_for_selector("#crumbs b:has-text('改造水泥窑炉')")
    assert page.inner_text("#crumbs button >> nth=1") == "市财政局"
    page.go_back()
    page.wait_for_selector("#crumbs b:has-text('市财政局')")
    page.go_back()
    page.wait_for_selector("#crumbs", state="hidden")
    assert PLAN in shapes(page)
    page.evaluate("location.hash = '#plan=节能'")
    page.wait_for_selector("#crumbs b:has-text('节能')")
    assert heads(page) == ["二 重点任务 1", "无责任单位 1"]
    page.click("#crumbs button >> nth=0")
    page.wait_for_selector("#crumbs", state="hidden")


def test_an_address_with_a_role_shows_only_it(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.evaluate("location.hash = '#task=' + encodeURIComponent('二/（一）') + '&role=lead'")
    page.wait_for_selector("#crumbs b:has-text('改造水泥窑炉')")
    assert shapes(page) == {LEAD, "改造水泥窑炉"}
    assert not page.is_checked("#role-SUPPORTS input")


def test_where_offices_have_reported_tasks_have_the_colour_and_the_word_of_their_light(
    open_map: Any, plan_graph: nx.MultiDiGraph
) -> None:
    titles = {data["title"]: key for key, data in plan_graph.nodes(data=True) if data.get("label") == "Task"}
    lights = {titles["改造水泥窑炉"]: ("red", "红　逾期 3 天"), titles["编写年度报告"]: ("grey", "灰　未报进展")}
    page = open_map(plan_graph, progress=lights)
    legend = page.inner_text("#legend")
    assert "红：逾期未完成" in legend
    assert "灰：未报进展" in legend
    assert "绿：已完成或按期" not in legend
    assert any("［红］" in label["text"] and "改造水泥窑炉" in label["text"] for label in picture(page)["labels"])
    assert not any("［灰］" in label["text"] for label in picture(page)["labels"])
    with page.expect_download() as saved:
        page.click("#svg")
    drawing = saved.value.path().read_text(encoding="utf-8")
    assert (drawing.count('fill="#A8B0B8" stroke'), drawing.count('fill="#C8102E" stroke')) == (1, 1)
    page.select_option("#filter-state", "red")
    assert {name for name in shapes(page) if name in titles} == {"改造水泥窑炉"}


def test_a_map_without_reports_says_nothing_of_them(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    assert "进展" not in page.inner_text("#legend")
    assert page.locator("#filter-state option[value=red]").count() == 0


def test_it_fills_the_window_whatever_stood_above_the_picture(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, overview=True)
    for address in ("#by=section", "#agency=市工业和信息化局", "#by=section"):
        page.evaluate("address => { location.hash = address; }", address)
        page.wait_for_timeout(400)
        entered = page.get_attribute("#network", "data-view")
        page.click("#fit")
        page.wait_for_timeout(100)
        assert page.get_attribute("#network", "data-view") == entered, address
