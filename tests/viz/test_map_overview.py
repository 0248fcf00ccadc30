"""The overview as a person meets it: agencies and plans on the map, every task a click or a search away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.model.identity import make_id

LEAD = "市工业和信息化局"
PLAN = "云岭市节能实施方案"
CLAUSE = "市工信局牵头，市财政局配合，各县（市、区）人民政府落实"


def spot(page: Any, at: float, source: str, target: str | None = None) -> tuple[float, float]:
    """Return where the window shows a shape, or the point the share `at` of the way from one to another."""
    said = json.loads(page.inner_text("#data-content"))
    shapes = json.loads(page.inner_text("#data-nodes"))
    names = [node["name"] for node in said["nodes"]] + [plan["title"] for plan in said["plans"]]
    where = {names[shape["id"]]: (shape["x"], shape["y"]) for shape in shapes}
    scale, x, y = map(float, page.get_attribute("#network", "data-view").split())
    box = page.locator("#network canvas").bounding_box()
    begin, end = where[source], where[target or source]
    return (
        box["x"] + box["width"] / 2 + (begin[0] + (end[0] - begin[0]) * at - x) * scale,
        box["y"] + box["height"] / 2 + (begin[1] + (end[1] - begin[1]) * at - y) * scale,
    )


def colour(page: Any, at: tuple[float, float]) -> tuple[int, int, int]:
    """Return the colour of the map under a point of the window."""
    red, green, blue = page.evaluate(
        """([x, y]) => {
            const canvas = document.querySelector('#network canvas');
            const box = canvas.getBoundingClientRect();
            const ratio = canvas.width / box.width;
            const one = document.createElement('canvas').getContext('2d');
            one.drawImage(canvas, (x - box.x) * ratio, (y - box.y) * ratio, 1, 1, 0, 0, 1, 1);
            return Array.from(one.getImageData(0, 0, 1, 1).data.slice(0, 3));
        }""",
        list(at),
    )
    return red, green, blue


@pytest.fixture
def page(open_map: Any, plan_graph: nx.MultiDiGraph) -> Any:
    return open_map(plan_graph, overview=True)


def search(page: Any, text: str) -> None:
    page.fill("#search", text)
    page.keyboard.press("Enter")


def test_says_that_it_is_an_overview_of_how_much_and_how_to_draw_the_details(page: Any) -> None:
    notice = page.inner_text("#notice")
    assert notice.startswith("这是汇总图：3 个机构、1 份方案，其中任务 2 项、目标 2 个没有逐项画出。")
    assert notice.endswith("点开逐项列出，双击机构或方案逐项画出。")
    assert page.inner_text("#count") == "汇总图：机构 3　任务 2　行业 2　目标 2　方案 1　连线 3"
    panel = page.inner_text("#panel")
    for line in ("任务\n2", "行业\n2", "目标\n2", "设定目标\n1", "章节\n1", "未解析触发词\n1"):
        assert line in panel


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (390, 844), (360, 740)])
def test_what_it_says_above_the_picture_is_seen_whole_whatever_the_titles(
    open_map: Any, plan_graph: nx.MultiDiGraph, size: tuple[int, int]
) -> None:
    """That a plan writes no lead stands first."""
    for _, _, kind, said in plan_graph.edges(keys=True, data=True):
        if kind == "LEADS":
            said["basis"] = "sole"
    for key, kind in plan_graph.nodes(data="label"):
        if kind == "Plan":
            plan_graph.nodes[key]["title"] = "关于印发" + "云岭市推进工业领域节能降碳工作" * 6 + "方案的通知"
    page = open_map(plan_graph, overview=True)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    said = page.locator("#notice span").all_inner_texts()
    assert "没有写明牵头" in said[0] and "汇总图" in said[1] and "没有逐项画出" in said[1]
    assert page.evaluate(
        "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)(document.querySelector('#notice'))"
    )
    assert page.evaluate("document.querySelector('#stage').clientHeight") >= size[1] * 0.4


def test_other_maps_say_nothing_of_the_kind(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    assert open_map(plan_graph).is_hidden("#notice")


def test_click_on_a_line_lists_its_tasks_with_their_clause(page: Any) -> None:
    page.mouse.click(*spot(page, 0.5, "市财政局", PLAN))
    assert page.inner_text("#panel h2") == "市财政局 · 1 项"
    rows = page.locator("#panel li.duty")
    assert rows.count() == 1
    assert rows.inner_text().split("\n") == ["二/（一） 改造水泥窑炉", "配合 · 明示 · 2026年6月底前依据", CLAUSE]
    page.click("#panel li.duty .go")
    assert "摸清全市窑炉底数，逐台改造。" in page.inner_text("#panel")
    page.click("#panel .back")
    assert page.inner_text("#panel h2") == "市财政局 · 1 项"


def test_click_on_an_agency_lists_both_its_roles(page: Any) -> None:
    page.mouse.click(*spot(page, 0, LEAD))
    assert page.inner_text("#panel h2") == LEAD
    assert page.inner_text("#panel summary") == f"{PLAN}1"
    said = page.locator("#panel .said").all_inner_texts()
    assert [text.split(" · ")[0] for text in said] == ["牵头", "指导"]
    page.click("#panel .why >> nth=1")
    assert "指导" in page.inner_text("#panel h2")
    assert page.inner_text("#panel blockquote >> nth=0") == CLAUSE


def test_click_on_a_plan_lists_agencies_tasks_owners_and_who_has_none(page: Any) -> None:
    page.mouse.click(*spot(page, 0, PLAN))
    panel = page.inner_text("#panel")
    assert "1 项任务在图中没有责任单位" in panel
    assert "云政办〔2023〕7号" in panel
    assert page.locator("#panel summary").all_inner_texts() == ["机构3", "任务2", "目标2"]
    rows = page.locator("#panel li.duty").all_inner_texts()
    assert rows[0].split("\n") == [
        "二/（一） 改造水泥窑炉",
        "2026年6月底前",
        f"牵头：{LEAD}（明示）",
        "配合：市财政局（明示）",
        f"指导：{LEAD}（明示）",
        "落实：各县（市、区）人民政府（明示）",
        CLAUSE,
    ]
    assert rows[1].split("\n") == ["二/（二） 编写年度报告", "图中没有责任单位", "编写年度报告。每年年底写成。"]
    assert "各科室负责人按时报送。" in panel
    page.click("#panel summary >> nth=2")
    page.wait_for_selector("#panel li.duty >> nth=3")


def test_the_strongest_role_that_passes_the_filters_gives_the_colour(page: Any) -> None:
    middle = spot(page, 0.5, LEAD, PLAN)
    red, green, blue = colour(page, middle)
    assert red > green > blue
    page.uncheck("#legend label:has-text('牵头') input")
    red, green, blue = colour(page, middle)
    assert blue > red > green
    page.uncheck("#legend label:has-text('指导') input")
    assert colour(page, middle) == (255, 255, 255)
    assert page.inner_text("#count") == "汇总图：机构 2/3　任务 1/2　行业 1/2　目标 1/2　方案 1　连线 2/3"


def test_filters_that_narrow(page: Any) -> None:
    count = page.locator("#count")
    page.select_option("#filter-industry", label="水泥")
    assert count.inner_text() == "汇总图：机构 3　任务 1/2　行业 1/2　目标 1/2　方案 1　连线 3"
    page.click("#reset")
    page.select_option("#filter-year", "2030")
    assert count.inner_text() == "汇总图：机构 0/3　任务 0/2　行业 0/2　目标 1/2　方案 1　连线 0/3"
    page.click("#reset")
    page.uncheck("#legend label:has-text('方案') input")
    assert count.inner_text() == "汇总图：机构 3　任务 2　行业 2　目标 2　方案 0/1　连线 0/3"
    page.click("#reset")
    assert page.locator("#legend label:has-text('设定目标')").count() == 0


@pytest.mark.parametrize(
    ("text", "title", "sentence"),
    [
        ("改造水泥", "二/（一） 改造水泥窑炉", "逐台改造。"),
        ("摸清全市", "二/（一） 改造水泥窑炉", "摸清全市"),
        ("改造窑炉", "改造窑炉", "到2027年，改造窑炉12台以上。"),
        ("水泥", "水泥", "改造水泥窑炉"),
        ("工信局", LEAD, CLAUSE),
        ("云政办", PLAN, "编写年度报告"),
    ],
)
def test_search_leads_to_what_has_no_shape_too(page: Any, text: str, title: str, sentence: str) -> None:
    before = colour(page, spot(page, 0, "市财政局"))
    search(page, text)
    assert page.inner_text("#panel h2") == title
    assert sentence in page.inner_text("#panel")
    # Owners and plan are lit, everything else is veiled.
    assert (colour(page, spot(page, 0, "市财政局")) == before) is (text != "工信局")


def test_only_related(page: Any) -> None:
    search(page, "市财政局")
    page.click("#panel .only")
    assert page.inner_text("#count").startswith("汇总图：机构 3　任务 1/2")
    page.click("#reset")
    search(page, PLAN)
    page.click("#panel .only")
    assert page.input_value("#filter-plan") == "0"


def test_who_answers_for_a_target_only_passes_the_filters_with_it(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    office = make_id("Agency", "云岭市", "市统计局")
    plan_graph.add_node(office, label="Agency", id=office, name="市统计局", region="云岭市", kind="body")
    target = next(key for key, data in plan_graph.nodes(data=True) if data.get("metric") == "能耗")
    plan_graph.add_edge(
        office, target, "LEADS", role="lead", role_word="责任单位", basis="explicit", order=1, quote="市统计局负责"
    )
    for options in ({}, {"overview": True}):
        page = open_map(plan_graph, **options)
        page.select_option("#filter-plan", label=PLAN)
        assert "机构 4　" in page.inner_text("#count")
        page.click("#reset")
        page.uncheck("#legend label:has-text('配合') input")
        assert "机构 3/4　" in page.inner_text("#count")
        page.click("#reset")
        search(page, "市统计局")
        page.click("#panel .only")
        assert "机构 1/4　" in page.inner_text("#count")
        assert "目标 1/2　" in page.inner_text("#count")
    assert page.locator("#panel li.duty").inner_text().split("\n")[-1] == "市统计局负责"


def test_tasks_without_an_owner_are_listed_from_the_start(page: Any) -> None:
    page.click("#panel summary:has-text('图中无责任单位的任务')")
    page.wait_for_selector("#panel li.duty")
    assert page.inner_text("#panel li.duty").split("\n")[:3] == ["二/（二） 编写年度报告", PLAN, "图中没有责任单位"]


def test_table_lists_every_line_and_every_task(page: Any) -> None:
    page.click("#show-table")
    assert page.locator("#table thead th").all_inner_texts()[4:] == ["牵头", "配合", "指导", "落实"]
    rows = [row.locator("td").all_inner_texts() for row in page.locator("#table tbody tr").all()]
    assert [LEAD, PLAN, "云岭市", "1", "1", "", "1", ""] in rows
    assert len(rows) == 3
    page.click("#table .tabs button:has-text('关系')")
    assert page.locator("#table tbody tr").count() == 7
    page.click("#table .tabs button:has-text('机构、任务')")
    assert page.locator("#table tbody tr").count() == 9
    page.click("#table td button:text-is('二/（二） 编写年度报告')")
    assert "图中没有责任单位" in page.inner_text("#panel")
    assert page.locator("#panel .back").count() == 0


def test_picture_has_the_legend_of_an_overview(page: Any, tmp_path: Path) -> None:
    with page.expect_download() as download:
        page.click("#png")
    path = tmp_path / "map.png"
    download.value.save_as(path)
    assert path.stat().st_size > 20_000


def test_english(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, overview=True, lang="en")
    assert (
        "This is an overview: 3 agencies and 1 plans, with 2 tasks and 2 targets not drawn one by one."
        in page.inner_text("#notice")
    )
    assert page.inner_text("#count") == "Overview：agency 3　task 2　industry 2　target 2　plan 1　lines 3"


def test_a_store_above_the_limit_opens_as_an_overview_with_every_task_in_it(open_map: Any) -> None:
    from benchmarks.map import synthetic

    graph = synthetic(9000)
    count = {kind: sum(found == kind for _, found in graph.nodes(data="label")) for kind in ("Task", "Plan", "Agency")}
    assert count["Task"] > 4000
    page = open_map(graph)
    for caption, kind in (("任务", "Task"), ("方案", "Plan"), ("机构", "Agency")):
        assert f"{caption} {count[kind]}" in page.inner_text("#count")
    page.click("#show-table")
    page.click("#table .tabs button:has-text('机构、任务')")
    page.wait_for_selector("#table .next")
    shown = page.locator("#table tbody tr").count()
    left = int("".join(sign for sign in page.inner_text("#table .next") if sign.isdigit()))
    page.click("#table .next")
    page.wait_for_selector("#table table[aria-busy=false]")
    assert page.locator("#table tbody tr").count() == min(shown + left, 2 * shown)
    assert f"共 {shown + left} 行" in page.inner_text("#table .rows")


def test_empty_graph(open_map: Any) -> None:
    assert open_map(nx.MultiDiGraph(), overview=True).is_visible("#empty")
