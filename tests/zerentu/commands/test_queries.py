"""``zerentu queries``: what can be asked."""

from __future__ import annotations

import json
from pathlib import Path

from queries import catalogue
from zerentu.cli import run

OWN = """// streets: 街道的任务
//
// 街道的任务。
//
// return  title  string  its heading
MATCH (t:Task) RETURN t.title AS title ORDER BY title
"""


def test_every_question_with_what_it_is_called_and_needs(capsys) -> None:
    assert run(["queries", "--format", "json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(rows) == list(catalogue())
    assert (rows["no_owner"]["caption"], rows["no_owner"]["params"]) == ("无责任单位", ["region", "plan"])


def test_the_table_has_the_language_of_the_run(capsys, monkeypatch) -> None:
    assert run(["queries"]) == 0
    chinese = capsys.readouterr().out.splitlines()
    monkeypatch.setenv("ZERENTU_LANG", "en")
    assert run(["queries"]) == 0
    english = capsys.readouterr().out.splitlines()
    assert [line.split() for line in chinese if line.startswith("open_ended ")] == [
        ["open_ended", "region、plan", "责任单位未列尽"]
    ]
    assert english[0].split() == ["name", "parameters", "summary"]


def test_questions_of_a_folder_stand_with_ours(capsys, tmp_path: Path) -> None:
    (tmp_path / "streets.cypher").write_text(OWN, encoding="utf-8")
    assert run(["queries", "--folder", str(tmp_path), "--format", "json"]) == 0
    names = [row["name"] for row in json.loads(capsys.readouterr().out)]
    assert set(names) - set(catalogue()) == {"streets"}
