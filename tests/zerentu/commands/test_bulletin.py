"""``zerentu bulletin``: a file written, in a template of one's own, or refused in a sentence without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as read_word

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu.cli import run

PLAN = """洛阳市河道保洁工作方案
一、主要任务
1.清理漂浮物。（市水利局牵头，市城市管理局配合；完成时限：2027年6月底前）
2.修整护坡。（市水利局负责）
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bulletin") / "a.lbug"
    with EmbeddedStore(path) as store:
        store.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
    return path


def test_a_notice_is_written_and_one_in_a_template(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = read_word()
    for text in ("某市人民政府督查室", "{{标题}}", "{{正文}}", "{{日期}}"):
        made.add_paragraph(text)
    made.save(tmp_path / "模板.docx")
    common = ["bulletin", "--db", str(db), "--as-of", "2027-07-10", "--to", "各县区", "-o"]
    assert run([*common, str(tmp_path / "甲.docx")]) == 0
    assert run([*common, str(tmp_path / "乙.docx"), "--template", str(tmp_path / "模板.docx")]) == 0
    assert capsys.readouterr().err == f"已写入：{tmp_path / '甲.docx'}\n已写入：{tmp_path / '乙.docx'}\n"
    plain, filled = (read_word(tmp_path / name) for name in ("甲.docx", "乙.docx"))
    said = [each.text for each in filled.paragraphs]
    assert said[:2] == ["某市人民政府督查室", "关于《洛阳市河道保洁工作方案》责任分工和完成时限的督查通报"]
    assert (said[-1], len(filled.tables), len(plain.tables)) == ("2027年7月10日", 2, 3)


def test_the_template_may_be_set_once(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = read_word()
    made.add_paragraph("本办抬头")
    made.add_paragraph("{{正文}}")
    made.save(tmp_path / "模板.docx")
    (tmp_path / "zerentu.toml").write_text('bulletin_template = "模板.docx"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["bulletin", "--db", str(db), "-o", "通报.docx"]) == 0
    assert run(["tasks", "--db", str(db), "-o", "任务.docx"]) == 0
    heads = [read_word(tmp_path / name).paragraphs[0].text for name in ("通报.docx", "任务.docx")]
    assert heads == ["本办抬头", "洛阳市河道保洁工作方案任务分解表"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--template", "没有.docx"], "没有.docx：模板打不开（No such file or directory）"),
        (["--region", "安庆市"], None),
    ],
)
def test_what_cannot_be_written_leaves_no_file(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], why: str | None
) -> None:
    assert run(["bulletin", "--db", str(db), "-o", str(tmp_path / "通报.docx"), *options]) == 1
    said = capsys.readouterr().err
    assert said.startswith("错误：") and said.count("\n") == 1
    assert why is None or said == f"错误：{why}\n"
    assert list(tmp_path.iterdir()) == []
