"""``zerentu matrix``: files written and refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu.cli import run

PLAN = """洛阳市河道保洁工作方案
一、主要任务
1.清理漂浮物。（市水利局、市城市管理局按职责分工负责）
2.修整护坡。（市水利局负责）
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("matrix") / "a.lbug"
    with EmbeddedStore(path) as store:
        store.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
    return path


def test_the_ending_says_what_is_written(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["matrix", "--db", str(db), "-o", str(tmp_path / "a.xlsx")]) == 0
    written = f"已写入：{tmp_path / 'a.xlsx'}\n"
    assert capsys.readouterr().err == f"注意：《洛阳市河道保洁工作方案》没有写明任何牵头单位\n{written}"
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["洛阳市"]
    assert run(["matrix", "--db", str(db), "-o", str(tmp_path / "a.csv"), "--agency", "城管局"]) == 0
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["任务"], row["市水利局"], row["市城市管理局"]) for row in rows] == [("清理漂浮物", "◐", "◐")]


def test_another_ending_or_no_task_is_refused(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["matrix", "--db", str(db), "-o", str(tmp_path / "a.docx")]) == 1
    assert capsys.readouterr().err == f"错误：{tmp_path / 'a.docx'}：责任矩阵只能写成 .xlsx、.html、.csv\n"
    assert not (tmp_path / "a.docx").exists()
