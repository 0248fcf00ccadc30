"""An overview summed up by region, plan or section, and by functional line: opened and closed at a click."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pytest

from graph.model.identity import make_id


def described(page: Any) -> dict[str, Any]:
    page.evaluate("document.querySelector('#network').dispatchEvent(new Event('describe'))")
    found: dict[str, Any] = json.loads(page.get_attribute("#network", "data-picture"))
    return found


def names(page: Any) -> list[str]:
    return sorted(label["text"] for label in described(page)["labels"] if label["as"] == "name")


def click(page: Any, name: str) -> None:
    shape = next(shape for shape in described(page)["shapes"] if shape["name"] == name)
    box = page.locator("#network canvas").bounding_box()
    page.mouse.click(box["x"] + shape["x"], box["y"] + shape["y"])


def second_region(graph: nx.MultiDiGraph) -> None:
    """Add a plan of another city with a task for its office of finance, which is of the same line as the other's."""
    plan, task, target = make_id("Plan", "q"), make_id("Task", "q", "一"), make_id("Target", "q", "v")
    office = make_id("Agency", "河口市", "市财政局")
    graph.add_node(plan, label="Plan", id=plan, title="河口市节水实施方案", region="河口市")
    graph.add_node(task, label="Task", id=task, plan_id=plan, number="一", title="更换管网", text="更换管网。", order=1)
    graph.add_node(target, label="Target", id=target, plan_id=plan, metric="漏损率", text="漏损率下降。", order=2)
    graph.add_node(
        office, label="Agency", id=office, name="市财政局", region="河口市", functional_line="财政", kind="body"
    )
    graph.add_edge(plan, task, "HAS_TASK")
    graph.add_edge(plan, target, "SETS")
    graph.add_edge(office, task, "LEADS", basis="explicit", role="lead", order=1, name="市财政局")
    graph.add_edge(office, target, "LEADS", basis="explicit", role="lead", order=1, name="市财政局")
    graph.nodes[make_id("Agency", "云岭市", "市财政局")]["functional_line"] = "财政"


@pytest.fixture
def page(open_map: Any, plan_graph: nx.MultiDiGraph) -> Any:
    second_region(plan_graph)
    return open_map(plan_graph, overview=True)


def test_sums_by_region_and_line_say_how_much_they_hold_and_hide(page: Any) -> None:
    assert page.locator("#levels button").all_inner_texts() == ["机构与方案", "地区", "方案", "章节"]
    page.click("#levels button:text-is('地区')")
    page.wait_for_selector("#levels button[aria-pressed=true]:text-is('地区')")
    assert {"▸ 云岭市　2（无主 1）", "▸ 河口市　2"} <= set(names(page))
    page.click("#levels button:text-is('条线')")
    page.wait_for_selector("#levels button[aria-pressed=true]:text-is('条线')")
    assert names(page) == ["▸ 云岭市　2（无主 1）", "▸ 条线不明　1", "▸ 河口市　2", "▸ 财政　3"]
    assert page.inner_text("#notice").startswith(
        "这是按地区汇总的图：左边是机构，右边是任务；任务 3 项，连同由机构直接负责的目标，有 4 项没有逐项画出。"
    )
    assert page.inner_text("#count").endswith("连线 3")


def test_groups_open_down_to_tasks_and_close_and_the_way_there_is_an_address(page: Any) -> None:
    page.evaluate("location.hash = '#by=region&lines=1'")
    page.wait_for_selector("#levels button[aria-pressed=true]:text-is('条线')")
    click(page, "云岭市")
    page.wait_for_selector("#panel h2:text-is('云岭市')")
    page.wait_for_selector("#levels button:has-text('云岭市 ×')")
    assert page.inner_text("#panel .warn") == "1 项任务在图中没有责任单位"
    click(page, "云岭市节能实施方案")
    page.wait_for_selector("#levels button:has-text('云岭市节能实施方案 ×')")
    click(page, "二 重点任务")
    page.wait_for_selector("#levels button:has-text('二 重点任务 ×')")
    assert {"（一） 改造水泥窑炉", "（二） 编写年度报告"} <= set(names(page))
    address = page.url
    page.click("#levels button:has-text('云岭市 ×')")
    page.wait_for_selector("#levels button:has-text('云岭市 ×')", state="detached")
    assert "（一） 改造水泥窑炉" not in names(page)
    page.go_back()
    page.wait_for_selector("#levels button:has-text('云岭市 ×')")
    assert page.url == address
    assert "（一） 改造水泥窑炉" in names(page)
    page.click("#levels button:text-is('机构与方案')")
    page.wait_for_selector("#levels button[aria-pressed=true]:text-is('机构与方案')")
    assert page.inner_text("#notice").startswith("这是汇总图：4 个机构、2 份方案")


def test_filters_and_search_reach_into_groups(page: Any) -> None:
    page.evaluate("location.hash = '#by=plan'")
    page.wait_for_selector("#levels button[aria-pressed=true]:text-is('方案')")
    page.select_option("#filter-region", "河口市")
    assert {shape["name"] for shape in described(page)["shapes"]} == {"市财政局", "河口市节水实施方案"}
    page.click("#reset")
    page.fill("#search", "改造水泥窑炉")
    page.keyboard.press("Enter")
    lit = {label["text"] for label in described(page)["labels"] if label["as"] == "name"}
    assert "▸ 云岭市节能实施方案　2（无主 1）" in lit
    assert "▸ 河口市节水实施方案　2" not in lit


def test_one_large_plan_opens_by_section_and_a_long_list_says_what_is_left(
    open_map: Any, plan_graph: nx.MultiDiGraph
) -> None:
    chapter = make_id("Section", "p", "二")
    lead = make_id("Agency", "云岭市", "市工业和信息化局")
    for n in range(45):
        task = make_id("Task", "p", f"二/{n}")
        plan_graph.add_node(
            task, label="Task", id=task, plan_id=make_id("Plan", "p"), number=f"二/{n}", title=f"第{n}件", order=10 + n, text="做。"
        )  # fmt: skip
        plan_graph.add_edge(chapter, task, "HAS_TASK")
        plan_graph.add_edge(lead, task, "LEADS", basis="explicit", role="lead", order=1, name="市工业和信息化局")
    page = open_map(plan_graph, overview=True)
    assert page.locator("#levels [aria-pressed=true]").all_inner_texts() == ["章节", "机构"]
    assert "▸ 二 重点任务　47（无主 1）" in names(page)
    click(page, "二 重点任务")
    page.wait_for_selector("#levels button:has-text('二 重点任务 ×')")
    assert "▸ 其余　24" in names(page)
