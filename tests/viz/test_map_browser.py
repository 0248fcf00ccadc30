"""The map as a person meets it: in a real browser, from a file, without a network."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from viz.model import DRAWN
from viz.style import NODES

LEAD = "市工业和信息化局"
CLAUSE = "市工信局牵头，市财政局配合，各县（市、区）人民政府落实"


def click(page: Any, graph: nx.MultiDiGraph, at: float, source: str, target: str | None = None) -> None:
    """Click a node, or the line between two nodes the share `at` of the way, by the names they carry."""
    where = {shape["name"]: (shape["x"], shape["y"]) for shape in described(page)["shapes"]}
    begin, end = where[source], where[target or source]
    box = page.locator("#network canvas").bounding_box()
    x, y = (begin[i] + (end[i] - begin[i]) * at for i in (0, 1))
    page.mouse.click(box["x"] + x, box["y"] + y)


def described(page: Any) -> dict[str, Any]:
    """Return what stands where on the map, as the page tells it."""
    page.evaluate("document.querySelector('#network').dispatchEvent(new Event('describe'))")
    found: dict[str, Any] = json.loads(page.get_attribute("#network", "data-picture"))
    return found


def show_all(page: Any) -> None:
    """Tick what waits in the legend."""
    for caption in ("行业", "目标"):
        page.check(f"#legend label:has-text('{caption}') input >> nth=0")


def test_opens_with_counts_of_everything(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, title="云岭市责任图")
    assert page.title() == page.inner_text("h1") == "云岭市责任图"
    assert page.inner_text("#count") == "显示：机构 3　任务 2　连线 4/7　未显示：行业 2、目标 2（在图例中勾选）"
    show_all(page)
    assert page.inner_text("#count") == "显示：机构 3　任务 2　行业 2　目标 2　连线 7"
    panel = page.inner_text("#panel")
    for caption in ("方案\n1", "章节\n1", "地区\n1", "未解析触发词\n1"):
        assert caption in panel


def test_click_on_a_node_shows_its_sentence_and_owners(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    click(page, plan_graph, 0, "改造水泥窑炉")
    panel = page.inner_text("#panel")
    assert "二/（一） 改造水泥窑炉" in panel
    assert "摸清全市窑炉底数，逐台改造。" in panel
    assert CLAUSE in panel
    assert "第 11 行" in panel
    assert "云岭市节能实施方案" in panel
    assert "2026年6月底前" in panel
    owners = page.locator("#panel li .go").all_inner_texts()
    assert {LEAD, "市财政局", "各县（市、区）人民政府", "水泥", "改造窑炉"} <= set(owners)


def test_click_on_a_line_shows_its_clause_and_basis(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    click(page, plan_graph, 0.5, "市财政局", "改造水泥窑炉")
    assert page.inner_text("#panel blockquote >> nth=0") == CLAUSE
    panel = page.inner_text("#panel")
    assert "配合" in page.inner_text("#panel h2")
    assert "明示：原文写明角色" in panel
    assert "第 11 行" in panel


def test_a_second_relationship_of_the_same_two_is_drawn_beside_the_first(
    open_map: Any, plan_graph: nx.MultiDiGraph
) -> None:
    page = open_map(plan_graph)
    page.fill("#search", "工信局")
    page.keyboard.press("Enter")
    assert page.locator("#panel h3").all_inner_texts() == ["牵头 1", "指导 1"]
    page.click("#panel .why >> nth=1")
    assert "指导" in page.inner_text("#panel h2")


def test_panel_of_agency_and_target(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.fill("#search", LEAD)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == LEAD
    assert "市工信局" in page.inner_text("#panel")
    page.click("#panel li .go >> nth=0")
    page.click("#panel li .go:text('改造窑炉')")
    panel = page.inner_text("#panel")
    assert "到2027年，改造窑炉12台以上。" in panel
    assert "达到 ≥ 12 台" in panel


def test_search_reads_sentences_and_enter_shows_them(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.keyboard.press("/")
    page.keyboard.insert_text("摸清全市")
    assert page.locator("#found [role=option]").count() == 1
    page.keyboard.press("Enter")
    assert page.inner_text("#panel mark") == "摸清全市"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""
    assert page.inner_text("#panel h2") == "这张图"


@pytest.mark.parametrize("typed", ["二/（一）", "二(一)", "第二章第一条", "（一）"])
def test_search_takes_numbers_as_people_say_them(open_map: Any, plan_graph: nx.MultiDiGraph, typed: str) -> None:
    page = open_map(plan_graph)
    page.fill("#search", typed)
    assert "改造水泥窑炉" in page.inner_text("#found [role=option] >> nth=0")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "二/（一） 改造水泥窑炉"


def test_search_ranks_names_before_sentences_and_folds_width(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.fill("#search", "水泥")
    options = page.locator("#found [role=option]").all_inner_texts()
    assert next(text.split()[1] for text in options) == "水泥"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#found [role=option] >> nth=1", "aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    page.fill("#search", "各县(市、区)")
    assert "各县（市、区）人民政府" in page.inner_text("#found [role=option] >> nth=0")
    page.fill("#search", "没有这样的词")
    assert page.inner_text("#found") == "没有找到"


def test_enter_of_an_input_method_chooses_nothing(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.fill("#search", "财政")
    page.evaluate(
        """() => {
            const box = document.getElementById('search');
            box.dispatchEvent(new CompositionEvent('compositionstart'));
            box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
        }"""
    )
    assert page.inner_text("#panel h2") == "这张图"


def test_filters_change_the_count(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    count = page.locator("#count")
    show_all(page)
    page.uncheck("#legend label:has-text('配合') input")
    assert count.inner_text() == "显示：机构 2/3　任务 1/2　行业 1/2　目标 1/2　连线 5/7"
    page.click("#reset")
    assert count.inner_text() == "显示：机构 3　任务 2　连线 4/7　未显示：行业 2、目标 2（在图例中勾选）"
    show_all(page)
    page.uncheck("#legend label:has-text('明示') input")
    assert "任务 0/2" in count.inner_text()
    page.click("#reset")
    show_all(page)
    page.select_option("#filter-year", "2030")
    assert count.inner_text() == "显示：机构 0/3　任务 0/2　行业 0/2　目标 1/2　连线 0/7"
    page.click("#reset")
    show_all(page)
    page.select_option("#filter-industry", label="建材")
    assert "任务 1/2　行业 2　目标 1/2" in count.inner_text()
    page.select_option("#filter-industry", label="水泥")
    assert "任务 1/2　行业 1/2　目标 1/2" in count.inner_text()
    page.click("#reset")
    show_all(page)
    page.uncheck("#legend label:has-text('涉及行业') input")
    assert count.inner_text() == "显示：机构 3　任务 2　行业 2　目标 2　连线 6/7"
    page.uncheck("#legend label:has-text('属于') input")
    assert count.inner_text() == "显示：机构 3　任务 2　行业 0/2　目标 2　连线 5/7"
    page.click("#reset")
    show_all(page)
    page.select_option("#filter-plan", label="云岭市节能实施方案")
    assert "任务 2" in count.inner_text()
    page.click("#reset")
    show_all(page)
    page.select_option("#filter-region", "云岭市")
    assert "任务 2" in count.inner_text()
    page.click("#reset")
    show_all(page)
    for caption in ("机构", "任务", "行业", "目标"):
        page.uncheck(f"#legend label:has-text('{caption}') input >> nth=0")
    assert page.is_visible("#empty")


def test_deadlines_before_a_day_past_and_without(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    titles = {data["title"]: data for _, data in plan_graph.nodes(data=True) if data["label"] == "Task"}
    titles["改造水泥窑炉"]["due_by"] = "2020-06-30"
    page = open_map(plan_graph)
    assert page.locator("#filter-year option").all_inner_texts() == [
        "全部", "今天前到期　1", "没有写明日期　1", "2026 年　1", "2027 年　1", "2030 年　0",
    ]  # fmt: skip
    page.select_option("#filter-year", "past")
    assert page.inner_text("#count").startswith("显示：机构 3　任务 1/2")
    assert "改造水泥窑炉" not in page.inner_text("#panel")
    assert "任务\n1/2" in page.inner_text("#panel").replace("● ", "")
    page.select_option("#filter-year", "none")
    assert page.inner_text("#count").startswith("显示：机构 0/3　任务 1/2")
    page.click("#reset")
    page.fill("#filter-before", "2020-06-29")
    assert page.inner_text("#count").startswith("显示：机构 0/3　任务 0/2")
    page.fill("#filter-before", "2020-06-30")
    assert page.inner_text("#count").startswith("显示：机构 3　任务 1/2")
    page.click("#show-table")
    assert page.inner_text("#table .rows") == "4 行，共 7 行"


def test_first_letters_of_pinyin_find_an_agency(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    for letters in ("gxj", "sgyhxxhj", "ylsgxj"):
        page.fill("#search", letters)
        assert LEAD in page.inner_text("#found [role=option] >> nth=0")
    page.fill("#search", "qqq")
    assert page.inner_text("#found") == "没有找到"


def test_a_functional_line_is_no_place_in_a_text(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    agency = next(data for _, data in plan_graph.nodes(data=True) if data.get("name") == "市财政局")
    agency["functional_line"] = "财政"
    page = open_map(plan_graph)
    page.fill("#search", "市财政局")
    page.keyboard.press("Enter")
    panel = page.inner_text("#panel")
    assert "财政 行" not in panel
    assert "\n财政\n" in panel


def test_only_related(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.fill("#search", "市财政局")
    page.keyboard.press("Enter")
    page.click("#panel .only")
    assert "任务 1/2" in page.inner_text("#count")
    assert "只看与“市财政局”相关" in page.inner_text("#count")
    page.click("#panel li .go:text('改造水泥窑炉')")
    page.click("#panel .widen")
    assert "只看与“市财政局、改造水泥窑炉”相关" in page.inner_text("#count")


def test_table_lists_every_relationship_node_plan_and_mention(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    page.click("#show-table")
    assert page.inner_text("#table .rows") == "4 行，共 7 行"
    show_all(page)
    rows = [tuple(row.locator("td").all_inner_texts()) for row in page.locator("#table tbody tr").all()]
    names = {
        "LEADS": "牵头",
        "SUPPORTS": "配合",
        "IMPLEMENTS": "落实",
        "GUIDES": "指导",
        "CONCERNS": "涉及行业",
        "SETS": "设定目标",
        "PART_OF": "属于",
    }
    drawn = [
        (source, kind, target)
        for source, target, kind in plan_graph.edges(keys=True)
        if all(plan_graph.nodes[end]["label"] in {"Agency", "Task", "Industry", "Target"} for end in (source, target))
    ]
    assert sorted((row[1].split("（")[0]) for row in rows) == sorted(names[kind] for _, kind, _ in drawn)
    assert (
        LEAD,
        "牵头（牵头）",
        "明示",
        "二/（一） 改造水泥窑炉",
        "云岭市节能实施方案",
        "云岭市",
        "第 11 行",
        CLAUSE,
    ) in rows
    page.click("#table .tabs button >> nth=1")
    assert page.locator("#table tbody tr").count() == 9
    page.click("#table .tabs button >> nth=2")
    assert "云政办〔2023〕7号" in page.inner_text("#table tbody")
    page.click("#table .tabs button >> nth=3")
    assert "各科室负责人按时报送。" in page.inner_text("#table tbody")
    page.click("#table .tabs button >> nth=0")
    page.click(f"#table td button:text-is('{LEAD}') >> nth=0")
    assert page.inner_text("#panel h2") == LEAD


def test_picture_is_not_blank(chromium: Any, open_map: Any, plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    page = open_map(plan_graph, title="图/甲")
    show_all(page)
    page.click("#fit")
    # What a frame draws is known after it.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    before = page.get_attribute("#network", "data-view")
    with page.expect_download() as download:
        page.click("#png")
    assert download.value.suggested_filename == "图_甲.png"
    path = tmp_path / "map.png"
    download.value.save_as(path)
    width, height, colours = colours_of(chromium, path.read_bytes())
    assert width == 2400
    assert 1500 < height < 3000
    assert {"ffffff", *(NODES[kind].colour.lower()[1:] for kind in DRAWN)} <= colours
    assert page.get_attribute("#network", "data-view") == before


def colours_of(chromium: Any, picture: bytes) -> tuple[int, int, set[str]]:
    """Return width, height and the colours of a picture; a browser decodes it."""
    page = chromium.new_page()
    width, height, colours = page.evaluate(
        """async (base64) => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + base64;
            await image.decode();
            const canvas = document.createElement('canvas');
            canvas.width = image.width;
            canvas.height = image.height;
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const data = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
            const hex = (value) => [value, value >> 8, value >> 16].map((v) => (v & 255).toString(16).padStart(2, '0')).join('');
            return [image.width, image.height, Array.from(new Set(data), hex)];
        }""",
        base64.b64encode(picture).decode(),
    )
    page.close()
    return width, height, set(colours)


def test_keyboard_moves_and_zooms_the_focused_map(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph)
    before = page.get_attribute("#network", "data-view")
    page.focus("#network .vis-network")
    page.keyboard.press("ArrowRight", delay=200)
    moved = page.get_attribute("#network", "data-view")
    page.keyboard.press("+", delay=200)
    zoomed = page.get_attribute("#network", "data-view")
    assert before.split()[0] == moved.split()[0] != zoomed.split()[0]
    assert before.split()[1] != moved.split()[1]


def test_english(open_map: Any, plan_graph: nx.MultiDiGraph) -> None:
    page = open_map(plan_graph, lang="en")
    assert page.inner_text("#count") == (
        "showing：agency 3　task 2　lines 4/7　not shown: industry 2、target 2 (tick them in the legend)"
    )
    assert page.get_attribute("html", "lang") == "en"


def test_five_thousand_nodes(open_map: Any) -> None:
    from benchmarks.map import synthetic

    graph = synthetic(5000)
    drawn = sum(kind in {"Agency", "Task", "Industry", "Target"} for _, kind in graph.nodes(data="label"))
    page = open_map(graph, limit=drawn, detail=drawn)
    tasks = sum(kind == "Task" for _, kind in graph.nodes(data="label"))
    assert f"任务 {tasks}" in page.inner_text("#count")
    assert page.is_hidden("#minimap")  # all of it is in the window
    page.click("#zoom-in")
    page.wait_for_selector("#minimap", state="visible")
    view = described(page)["view"]
    page.click("#minimap", position={"x": 30, "y": 30})
    moved = described(page)["view"]
    assert (moved["x"] < view["x"], moved["y"] < view["y"], moved["scale"]) == (True, True, view["scale"])
    page.evaluate("location.hash = '#agency=市财政局'")
    page.wait_for_selector("#minimap", state="hidden")


def test_empty_graph(open_map: Any) -> None:
    page = open_map(nx.MultiDiGraph())
    assert page.is_visible("#empty")
