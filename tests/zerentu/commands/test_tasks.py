"""``zerentu tasks``: a file written, or refused in a sentence without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as read_word

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu.cli import run

PLAN = """{city}河道保洁工作方案
一、主要任务
1.清理漂浮物。（市水利局、市城市管理局按职责分工负责）
2.修整护坡。（市水利局负责）
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tasks") / "a.lbug"
    with EmbeddedStore(path) as store:
        for city in ("洛阳市", "安庆市"):
            store.load(build_graphs(parse_document(Document("方案.txt", PLAN.format(city=city), "utf-8", "0"))))
    return path


def test_one_table_a_plan(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "表.docx"
    assert run(["tasks", "--db", str(db), "-o", str(path)]) == 0
    assert capsys.readouterr().err == f"已写入：{path}\n"
    document = read_word(path)
    titles = [each.text for each in document.paragraphs if each.style.name == "公文标题"]
    assert titles == ["安庆市河道保洁工作方案任务分解表", "洛阳市河道保洁工作方案任务分解表"]
    assert [len(table.rows) for table in document.tables] == [4, 4]


def test_only_the_plan_and_the_agency_asked_for(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    assert (
        run(["tasks", "--db", str(db), "-o", str(path), "--region", "洛阳", "--agency", "城管局", "--by", "line"]) == 0
    )
    [table] = read_word(path).tables
    assert [row.cells[1].text for row in table.rows][2:] == ["清理漂浮物"]


@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("表.xlsx", [], "{path}：只能写成 Word 文档；文件名请以 .docx 结尾"),
        ("表.docx", ["--region", "洛阳市", "--plan", "安庆市河道"], None),
    ],
)
def test_what_cannot_be_written_leaves_no_file(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, options: list[str], why: str | None
) -> None:
    path = tmp_path / name
    assert run(["tasks", "--db", str(db), "-o", str(path), *options]) == 1
    said = capsys.readouterr().err
    assert said.startswith("错误：") and said.count("\n") == 1
    assert why is None or said == f"错误：{why.format(path=path)}\n"
    assert list(tmp_path.iterdir()) == []
