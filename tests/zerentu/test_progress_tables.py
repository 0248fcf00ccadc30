"""How far tasks are, as an office reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.stores.embedded.store import EmbeddedStore
from zerentu.library import draw
from zerentu.progress_tables import (
    due_words,
    legend,
    light_word,
    map_progress,
    progress_tables,
    screen_rows,
    share_words,
    state_word,
    summary,
    task_sheet,
)


def row(light: str, number: str, **more: Any) -> dict[str, Any]:
    return {
        "light": light, "region": "云泽市", "plan": "云泽市节水方案", "number": number, "part": 1, "of": 1, "title": "修渠",
        "answering": ["市水利局", "市财政局"], "deadline": "2026年底前", "due": "2026-12-31", "derived": False,
        "state": "under_way", "share": 40.0, "said": "已选址。", "quarters": ["2026Q1 已选址"], "why": "推进中；未到时限",
        "why_en": "under way; not due yet", "agency": "市水利局", "reported": "2026-03-31", "person": "王强", "phone": "123",
        "reports": 1, "owners": [], "text": "修渠。\t（市水利局）", "source": "节水.txt", "page": None, "line": 9,
        "task_id": f"task-{number}", "plan_id": "plan-1", **more,
    }  # fmt: skip


ROWS = [
    row("green", "一/1"),
    row("red", "一/2", state=None, share=None, said=None, quarters=[], agency=None, reported=None, person=None,
        phone=None, reports=0, why="逾期 9 天；未报进展", derived=True),
    row("grey", "一/3", due=None, deadline=None, answering=[], state="blocked", reports=0),
]  # fmt: skip


def test_words() -> None:
    assert [light_word(light) for light in ("red", "yellow", "green", "grey")] == ["红", "黄", "绿", "灰"]
    assert (state_word("done"), state_word(None), share_words(40.0), share_words(None)) == ("已完成", None, "40%", None)
    assert [due_words(each) for each in ROWS] == ["2026-12-31", "2026-12-31（推定）", None]
    assert due_words(row("grey", "1", due=None, deadline="长期坚持")) == "长期坚持"
    assert summary(ROWS, "2026-04-01") == "截至 2026-04-01：3 项任务，红 1、黄 0、绿 1、灰 1"
    assert legend(7) == "红：逾期未完成；黄：7 天内到期、进度落后或受阻；绿：已完成或按期；灰：未报进展"


def test_words_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "en")
    assert summary(ROWS, "2026-04-01") == "As of 2026-04-01: 3 tasks, red 1, yellow 0, green 1, grey 1"
    assert (light_word("grey"), state_word("done"), screen_rows(ROWS[:1])[0]["why"]) == (
        "grey", "done", "under way; not due yet",
    )  # fmt: skip


def test_the_screen_shows_the_most_urgent_first() -> None:
    assert [(each["light"], each["number"], each["done"], each["why"]) for each in screen_rows(ROWS)] == [
        ("红", "一/2", None, "逾期 9 天；未报进展"),
        ("绿", "一/1", "推进中 40%", "推进中；未到时限"),
        ("灰", "一/3", "受阻 40%", "推进中；未到时限"),
    ]


def test_a_sheet_of_tasks_has_all_in_document_order() -> None:
    sheet = task_sheet(ROWS, "任务进展")
    assert [column.caption for column in sheet.columns] == [
        "序号", "进展", "方案", "编号", "任务", "责任单位", "时限", "完成状态", "完成比例", "进展情况", "季度进展", "理由", "填报单位",
        "填报日期", "责任人", "联系电话", "原文", "出处", "light", "state", "share", "due", "derived", "task_id", "plan_id",
    ]  # fmt: skip
    assert sheet.rows[0] == [
        1, "绿", "云泽市节水方案", "一/1", "修渠", "市水利局、市财政局", "2026-12-31", "推进中", "40%", "已选址。", "2026Q1 已选址",
        "推进中；未到时限", "市水利局", "2026-03-31", "王强", "123", "修渠。｜（市水利局）", "节水.txt 第9行", "green", "under_way", 40.0,
        "2026-12-31", False, "task-一/1", "plan-1",
    ]  # fmt: skip
    assert sheet.columns[1].fills["红"] == "F8B4B4"


def test_a_workbook_begins_with_the_counts_and_ends_with_every_report() -> None:
    report = {
        "plan": "云泽市节水方案", "number": "一/9", "title": "清淤", "position": None, "agency": None, "updated": None,
        "imported": "2026-04-02", "state": "done", "share": None, "said": "清完了。", "quarters": [], "person": None,
        "phone": None, "file": "水利局.xlsx", "sheet": "任务", "row": 4, "report_id": "progress-1",
    }  # fmt: skip
    first, second, third = progress_tables(ROWS, [report], "任务进展", "汇总的话")
    assert (first.name, second.name, third.name) == ("汇总", "任务进展", "填报记录")
    assert first.rows == [
        ["方案", "云泽市节水方案", 3, 1, None, 1, 1, 1],
        ["责任单位", "市水利局", 2, 1, None, 1, None, 1],
        ["责任单位", "市财政局", 2, 1, None, 1, None, 1],
        ["到期季度", "2026Q4", 2, 1, None, 1, None, 1],
        ["到期季度", "未写明", 1, None, None, None, 1, None],
    ]
    assert third.rows == [
        [
            1, "云泽市节水方案", "一/9", "清淤（新文本已无此任务）", None, None, "2026-04-02", "已完成", None, "清完了。", None, None,
            None, "水利局.xlsx 任务 第 4 行", "progress-1",
        ]
    ]  # fmt: skip


def test_a_map_says_the_light_and_why(sample_graph, tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "库.lbug") as store:
        store.load([sample_graph(tasks=2), sample_graph("洛阳市", tasks=1)])
        lights = map_progress(store, "zh")
        assert sorted(light for light, _line in lights.values()) == ["red"] * 3
        assert all(line.startswith("红　逾期 ") for _light, line in lights.values())
        draw(store, tmp_path / "图.html", region="石家庄市")
    page = (tmp_path / "图.html").read_text(encoding="utf-8")
    assert page.count('"light":"red"') + page.count('"light": "red"') == 2
    assert '"progress":"进展"' in page.replace('": "', '":"')
