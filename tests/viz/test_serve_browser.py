"""The served page in a browser, over a real server: from an empty store to a filled sheet, and to its end."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx_writer
import pdf_writer
import pytest
from openpyxl import Workbook, load_workbook
from served import PLAN, Client, serving

AXE = Path(__file__).parents[1] / "pages" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = ("plans", "ask", "downloads", "returns")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZERENTU_LANG", "zh")
        with serving(tmp_path_factory.mktemp("page") / "督查.lbug") as found:
            yield found


@pytest.fixture(scope="module")
def page(chromium: Any, server: Client) -> Iterator[Any]:
    """The page as the address opens it; at the end nothing was asked of elsewhere and no error was seen."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    found = context.new_page()
    troubles: list[str] = []
    found.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: troubles.append(str(error)))
    found.on(
        "request",
        lambda asked: None if asked.url.startswith((server.origin, "blob:")) else troubles.append(asked.url),
    )
    found.goto(server.address, timeout=120_000)
    found.wait_for_selector("html[data-open]")
    yield found
    assert troubles == []
    context.close()


def view(page: Any, name: str) -> None:
    page.evaluate("name => { location.hash = name; }", name)
    page.wait_for_selector(f"[data-view={name}]:not([hidden])")


def dropped(page: Any, zone: str, *files: tuple[str, str]) -> None:
    """Drop files on a box, as a hand would that drags them there."""
    transfer = page.evaluate_handle(
        """files => { const found = new DataTransfer();
        for (const [name, text] of files) found.items.add(new File([text], name)); return found; }""",
        [list(file) for file in files],
    )
    page.dispatch_event(zone, "drop", {"dataTransfer": transfer})


def test_an_empty_store_says_what_to_do_first(page: Any, server: Client) -> None:
    assert page.url == f"{server.origin}/"
    assert page.inner_text("#empty").startswith("图库里还没有方案。先把方案文件拖到下面的框里")
    view(page, "downloads")
    assert page.inner_text("#made") == "图库里还没有方案；请先到“方案”页放入并载入。"
    assert page.locator("#offers button:enabled").count() == 0
    view(page, "plans")


def test_files_are_dropped_read_and_shown_before_they_are_loaded(page: Any) -> None:
    dropped(page, "#drop-plans", ("节水方案.txt", PLAN), ("便条.txt", "明天开会。"))
    page.wait_for_selector(".is-read", timeout=60_000)
    page.wait_for_selector(".is-refused", timeout=60_000)
    assert page.inner_text(".is-refused .alarm").startswith("便条.txt：既没有编号条目")
    assert page.inner_text(".is-read .plan-line") == "栾川县节水实施方案 栾川县"
    assert page.locator(".is-read .figure").all_inner_texts() == [
        "2\n任务", "1\n没有责任单位", "0\n没有牵头单位", "2\n责任单位", "1\n目标", "0\n没读懂的责任用语",
    ]  # fmt: skip
    page.click(".is-read summary >> nth=0")
    page.wait_for_selector(".is-read tbody tr")
    assert page.locator(".is-read tbody tr").all_inner_texts() == [
        "一/（一）\t改造管网\t\n牵头 县水利局\n配合 县财政局\n\t\t第4行",
        "一/（二）\t宣传节水\t没有责任单位\t\t第5行",
    ]
    assert page.is_hidden("#held")
    page.click(".is-refused >> text=去掉")
    page.wait_for_selector(".is-refused", state="detached")


def test_a_plan_is_loaded_and_stands_in_the_store(page: Any) -> None:
    page.click("text=载入图库 >> nth=-1")
    page.wait_for_selector(".is-loaded", timeout=60_000)
    page.wait_for_selector("#held:not([hidden])")
    assert page.inner_text(".is-loaded .plan-line >> nth=0") == "《栾川县节水实施方案》已载入"
    assert page.locator("#held-table tbody td").all_inner_texts()[:2] == ["栾川县节水实施方案", "栾川县"]
    assert page.is_hidden("#empty")


def test_a_question_is_answered_with_its_sentence_or_refused_with_names(page: Any) -> None:
    view(page, "ask")
    page.fill("#question", "县水利局牵头哪些任务")
    page.press("#question", "Enter")
    page.wait_for_selector("#answer tbody")
    assert page.inner_text("#answer .said") == "1 项任务"
    assert "县水利局牵头，县财政局配合" in page.inner_text("#answer tbody")
    with page.expect_download() as found:
        page.click("text=下载这些行（CSV）")
    assert found.value.suggested_filename == "回答.csv"
    page.fill("#question", "县水务局牵头哪些任务")
    page.press("#question", "Enter")
    page.wait_for_selector("#answer .said.alarm")
    assert page.inner_text("#answer .said").startswith("不认识“县水务局”")


def test_the_explorer_is_over_this_store_and_leads_back(page: Any, server: Client) -> None:
    page.click("nav >> text=浏览")
    page.wait_for_selector(".view-overview h1")
    assert page.locator(".figure").all_inner_texts()[:2] == ["1\n方案", "2\n任务"]
    page.click(".home a")
    page.wait_for_selector("#drop-plans")
    assert page.url == f"{server.origin}/"


def test_files_are_taken_away_and_a_filled_sheet_comes_in(page: Any, tmp_path: Path) -> None:
    view(page, "downloads")
    page.wait_for_selector("#offers button:enabled")
    with page.expect_download(timeout=60_000) as found:
        page.click("[aria-label='责任矩阵 Excel']")
    assert found.value.suggested_filename == "责任矩阵.xlsx"
    found.value.save_as(tmp_path / "责任矩阵.xlsx")
    page.fill("#offers article:has-text('督查通报') input", "县政府督查室")
    with page.expect_download(timeout=60_000) as found:
        page.click("[aria-label='督查通报 Word']")
    with zipfile.ZipFile(found.value.path()) as archive:
        text = archive.read("word/document.xml").decode("utf-8")
    assert "县政府督查室" in text and "改造管网" in text
    with page.expect_download(timeout=60_000) as found:
        page.click("text=每个单位一个文件（zip）")
    with zipfile.ZipFile(found.value.path()) as archive:
        name = next(each for each in archive.namelist() if each.startswith("县水利局"))
        book = load_workbook(io.BytesIO(archive.read(name)))
    sheet = book.worksheets[1]
    columns = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[3]}
    sheet.cell(4, columns["进展情况"]).value = "已改造十公里。"
    sheet.cell(4, columns["完成状态"]).value = "推进中"
    book.save(tmp_path / name)
    sheet.cell(4, columns["完成状态"]).value = "差不多了"
    book.save(tmp_path / "没写清.xlsx")
    (tmp_path / "损坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    view(page, "returns")
    page.set_input_files("#pick-returns", sorted(tmp_path.glob("*.xlsx")))
    page.click("text=收入图库（4 个表格）")
    page.wait_for_selector("#returned tbody tr", timeout=60_000)
    assert page.inner_text("#returned .said") == "收入 1 条进展，已有 0 条，问题 3 处"
    taken = {row.split("\t")[0]: row.split("\t")[1:] for row in page.locator("#returned tbody tr").all_inner_texts()}
    assert taken == {
        name: ["已收", "1", "0", "0"],
        "没写清.xlsx": ["一条也没有收", "0", "0", "1"],
        "损坏.xlsx": ["拒收", "0", "0", "1"],
        "责任矩阵.xlsx": ["拒收", "0", "0", "1"],
    }
    told = " ".join(page.locator("#returned li").all_inner_texts())
    assert "差不多了" in told and "请用 Excel 或 WPS 打开修复" in told and "请在原来下发的表里填写" in told
    page.click("text=看进展（浏览）")
    page.wait_for_selector(".view-progress h1")
    assert page.locator("a.figure, .figure").all_inner_texts()[-1] == "1\n绿"
    page.go_back()
    page.wait_for_selector("[data-view=returns]:not([hidden]) #returned tbody tr")
    page.go_forward()
    page.wait_for_selector(".view-progress h1")
    page.go_back()
    page.wait_for_selector("html[data-open]")


@pytest.mark.parametrize("width", [360, 390, 1366, 1440])
def test_no_view_is_wider_than_the_screen(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for name in VIEWS:
        view(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.set_viewport_size({"width": 1366, "height": 768})


def test_axe_finds_nothing_serious_light_or_dark(chromium: Any, page: Any, server: Client) -> None:
    if not AXE.exists():
        reason = "axe-core is not installed: npm ci --prefix tests/pages"
        (pytest.fail if os.environ.get("ZERENTU_REQUIRE_NODE") == "1" else pytest.skip)(reason)
    # The policy of the page lets no script in but its own.
    context = chromium.new_context(bypass_csp=True)
    other = context.new_page()
    other.goto(server.address)
    other.wait_for_selector("html[data-open]")
    other.add_script_tag(path=AXE)
    found = {}
    for scheme in ("light", "dark"):
        other.emulate_media(color_scheme=scheme)
        for name in VIEWS:
            view(other, name)
            found[name, scheme] = other.evaluate(
                """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                .filter(each => each.impact === "serious" || each.impact === "critical")
                .map(each => each.id + " " + each.nodes.map(node => node.target.join(" ")).join(" | "))"""
            )
    context.close()
    assert {where: told for where, told in found.items() if told} == {}


def test_it_is_used_without_a_mouse(page: Any) -> None:
    view(page, "plans")
    page.focus("#pick-plans")
    outline = page.evaluate("getComputedStyle(document.getElementById('drop-plans')).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#returns"
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-view=returns]:not([hidden])")


def test_removing_asks_and_a_no_changes_nothing(page: Any) -> None:
    view(page, "plans")
    page.click("#held-table >> text=移除")
    assert page.inner_text("#sure-text").startswith("从图库移除《栾川县节水实施方案》（2 项任务）？")
    page.keyboard.press("Enter")
    page.wait_for_selector("#sure", state="hidden")
    assert page.locator("#held-table tbody tr").count() == 1
    page.click("#held-table >> text=移除")
    page.click("#sure-yes")
    page.wait_for_selector("#empty:not([hidden])", timeout=60_000)
    assert page.inner_text("#news").startswith("已移除《栾川县节水实施方案》（2 项任务）")
    page.reload()
    page.wait_for_selector("html[data-open]")
    assert page.inner_text("#news") == ""


def of_places(place: str) -> list[str]:
    """Return the paragraphs of a plan of a place."""
    return [text.replace("栾川", place) for text in PLAN.splitlines() if text]


def in_formats() -> list[dict[str, Any]]:
    """Return a plan as Word, one as PDF, and one as a workbook that hides a sheet."""
    pdf = pdf_writer.PdfDocument()
    for at, text in enumerate(of_places("嵩")):
        pdf.paragraph(text, center=at == 0)
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["宜阳县节水任务分解表"])
    sheet.append(["序号", "重点任务", "牵头单位", "配合单位"])
    sheet.append([1, "改造老旧管网30公里", "县水利局", "县财政局"])
    book.create_sheet("字典").sheet_state = "hidden"
    for row in (["序号", "任务", "牵头单位"], [1, "另一项任务", "县财政局"], [2, "再一项任务", "县教育局"]):
        book["字典"].append(row)
    written = io.BytesIO()
    book.save(written)
    files = {
        "洛宁.docx": docx_writer.write_docx("".join(docx_writer.paragraph(text) for text in of_places("洛宁"))),
        "嵩县.pdf": pdf.bytes(),
        "宜阳.xlsx": written.getvalue(),
    }
    return [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files.items()]


def test_word_pdf_and_excel_are_read_loaded_and_named_by_their_titles(page: Any) -> None:
    view(page, "plans")
    page.set_input_files("#pick-plans", in_formats())
    page.wait_for_selector(".is-read >> nth=2", timeout=120_000)
    (book,) = (each for each in page.locator(".is-read").all() if "宜阳.xlsx" in each.inner_text())
    assert book.locator("li").all_inner_texts() == ["有隐藏的工作表，没有读入：字典"]
    assert book.locator(".alarm").inner_text() == "没有读入、或须核对的内容"
    page.click("#load-all")
    for name in ("洛宁.docx", "嵩县.pdf", "宜阳.xlsx"):
        page.wait_for_selector(f".is-loaded:has-text('{name}')", timeout=120_000)
    cards = page.locator(".is-loaded").all_inner_texts()
    assert sum(text.count("有隐藏的工作表") for text in cards) == 1
    view(page, "ask")
    page.fill("#question", "县水利局牵头哪些任务")
    page.press("#question", "Enter")
    page.wait_for_selector("#answer h3")
    assert sorted(page.locator("#answer h3").all_inner_texts()) == [
        "宜阳县　宜阳县节水任务分解表（宜阳.xlsx）", "嵩县　嵩县节水实施方案（嵩县.pdf）", "洛宁县　洛宁县节水实施方案（洛宁.docx）",
    ]  # fmt: skip


def test_another_page_of_this_computer_gets_nothing(chromium: Any, page: Any, server: Client) -> None:
    """A page on another port has the cookie, and still nothing is told to it or done for it."""
    import http.server
    import threading

    listener = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    listener.RequestHandlerClass.log_message = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    other = page.context.new_page()
    try:
        other.goto(f"http://127.0.0.1:{listener.server_port}/nonsense")
        said = other.evaluate(
            """origin => Promise.all([
                fetch(origin + "/now", { credentials: "include" }).then(a => a.text(), () => "refused"),
                fetch(origin + "/stop", { method: "POST", credentials: "include", mode: "no-cors" }).then(a => a.type, () => "refused"),
            ])""",
            server.origin,
        )
        assert said[0] == "refused"
        other.goto(f"{server.origin}/", referer=f"http://127.0.0.1:{listener.server_port}/")
        assert server.ask("GET", "/now").status == 200
    finally:
        other.close()
        listener.shutdown()
        listener.server_close()


def test_the_button_ends_it_and_says_so(page: Any) -> None:
    page.click("#stop")
    assert page.inner_text("#sure-text").startswith("停止后这个网页就不能用了")
    page.click("#sure-yes")
    page.wait_for_selector("html[data-stopped]")
    assert page.inner_text("main") == "已停止\n\n可以关闭这个网页了。要再用，请重新启动 zerentu serve，或双击启动文件。"
