"""Tables drawn with lines: what stands between two rules is one row."""

from __future__ import annotations

import pytest
from parsed import parse, tasks

from ingest.document.ruled_tables import Line, ruled_rows

DRAWN = """任务分工
┌────┬────────┬──────────┐
│序号│任务    │责任单位  │
├────┼────────┼──────────┤
│ 1  │修建水库│市水利局  │
├────┼────────┼──────────┤
│ 2  │治理河道│市水利局、│
│    │及湖泊  │市林业局  │
└────┴────────┴──────────┘
"""


def _lines(text: str) -> list[Line]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Line(at, line))
        at += len(line) + 1
    return found


def test_a_cell_goes_on_below_itself_with_its_offsets() -> None:
    rows, count = ruled_rows(_lines(DRAWN), 1)
    assert count == 8
    assert [["".join(piece.text for piece in cell) for cell in row] for row in rows] == [
        ["序号", "任务", "责任单位"],
        ["1", "修建水库", "市水利局"],
        ["2", "治理河道及湖泊", "市水利局、市林业局"],
    ]
    assert all(
        DRAWN[piece.start : piece.start + len(piece.text)] == piece.text
        for row in rows
        for cell in row
        for piece in cell
    )


@pytest.mark.parametrize("drawn", [DRAWN, DRAWN.translate(str.maketrans("┌┬┐├┼┤└┴┘─│", "+++++++++-|"))])
def test_tasks_are_read_row_by_row(drawn: str) -> None:
    assert tasks(drawn) == [
        ("表/1", 1, "修建水库", ["市水利局:lead"]),
        ("表/2", 1, "治理河道及湖泊", ["市水利局:co_own", "市林业局:co_own"]),
    ]
    assert [task["line"] for task in parse(drawn)["tasks"]] == [5, 7]


@pytest.mark.parametrize(
    "text",
    [
        "+--+\n" * 50,
        "+--+\n|一|\n" * 50,
        "+--+--+\n|序号|任务|\n+--+--+\n|1|修路|\n|2|架桥|\n",
        "+--+--+\n|序号|任务|\n+--+--+\n|1|修路|甲|\n+--+--+\n",
        "一、任务\n",
    ],
)
def test_without_rules_between_its_rows_it_is_no_such_table(text: str) -> None:
    assert ruled_rows(_lines(text), 0) == ([], 0)
