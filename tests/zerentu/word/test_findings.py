"""What a notice tells of the tasks of a plan on a day."""

from __future__ import annotations

from datetime import date

import pytest

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu.word.findings import Findings, find, where

PLAN = """洛阳市河湖治理实施方案
一、重点任务
1.清理漂浮物。（市水利局牵头，市城市管理局配合；完成时限：2027年6月底前）
2.修整护坡。（市水利局、市财政局按职责分工负责；完成时限：2027年12月底前）
3.开展宣传。
4.公布名录。（市统计局负责）
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    with EmbeddedStore(tmp_path_factory.mktemp("通报") / "a.lbug") as store:
        store.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
        return find(store, day=date(2027, 12, 10))


def titles(rows: list[dict[str, object]]) -> list[object]:
    return [row["title"] for row in rows]


def test_tasks_are_sorted_by_what_is_wrong(found: Findings) -> None:
    assert titles(found.overdue) == ["清理漂浮物"]
    assert titles(found.near) == ["修整护坡"]
    assert (titles(found.orphans), titles(found.without_lead)) == (["开展宣传"], ["修整护坡"])
    assert titles(found.without_deadline) == ["开展宣传", "公布名录"]
    assert (found.reported, found.done) == (0, 0)
    assert [found.leads(basis) for basis in ("explicit", "sole", "rule", "manual")] == [1, 1, 0, 0]
    assert where(found.rows[0]) == "方案.txt 第3行（一/1）"


def test_bodies_are_counted_by_role_the_latest_first(found: Findings) -> None:
    said = [(body.name, [*body.roles.values()], body.overdue, body.near, body.silent) for body in found.bodies]
    assert said == [
        ("市水利局", [1, 1, 0, 0, 0], 1, 1, 2),
        ("市统计局", [1, 0, 0, 0, 0], 0, 0, 1),
        ("市财政局", [0, 1, 0, 0, 0], 0, 1, 1),
        ("市城市管理局", [0, 0, 1, 0, 0], 0, 0, 0),
    ]
