"""What came in of filled sheets, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.messages import _
from zerentu.progress_import import Disagreement, FileTaken, ImportedProgress
from zerentu.returned_rows import Problem
from zerentu.returned_sheets import NotReturned
from zerentu.web.returns import import_report


def test_files_go_by_their_names_and_states_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    said = _("{path}：{why}", path="/tray/0a1b/甲.xlsx", why="不是表格")
    done = ImportedProgress(
        files=(FileTaken(file="甲.xlsx", added=2, known=1, problems=1, refused=True),),
        added=("a", "b"),
        known=("c",),
        problems=(Problem(file="甲.xlsx", sheet="", row=0, sentence=said, refuses_file=True),),
        not_returned=(
            NotReturned(agency_id="a", agency="县财政局", region="栾川县", tasks=3),
            NotReturned(agency_id="b", agency="县财政局", region="嵩县", tasks=1),
            NotReturned(agency_id="c", agency="县水利局", region="嵩县", tasks=2),
        ),
        blank=4,
        disagreements=(
            Disagreement(
                task_id="t", plan="方案", number="一", title="改造管网", said=(("县水利局", "done"), ("", "blocked"))
            ),
        ),
    )
    assert import_report(done, Path("/tray")) == {
        "summary": "收入 2 条进展，已有 1 条，问题 1 处",
        "files": [{"file": "甲.xlsx", "added": 2, "known": 1, "problems": 1, "refused": True}],
        "problems": ["甲.xlsx：不是表格"],
        "disagreements": ["说法不一：一 改造管网：县水利局报“已完成”、未写单位报“受阻”"],
        "missing": [
            {"agency": "县财政局·栾川县", "tasks": 3},
            {"agency": "县财政局·嵩县", "tasks": 1},
            {"agency": "县水利局", "tasks": 2},
        ],
        "blank": 4,
    }
