"""``zerentu parse``: one JSON object a file; a bad file is named and does not stop the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zerentu.cli import run

PLAN = "云泽市夜间巡逻实施方案\n一、主要任务\n（一）增设岗亭。增设岗亭6个。（市公安局牵头，市财政局配合）\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "巡逻.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def owners(found: dict) -> list[tuple[str, str]]:
    return [(owner["name"], owner["role"]) for task in found["tasks"] for owner in task["owners"]]


def test_a_file_becomes_a_line_and_its_codec_is_told(plan: Path, capsys) -> None:
    assert run(["parse", str(plan), str(plan), "-v"]) == 0
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [owners(each) for each in found] == [[("市公安局", "lead"), ("市财政局", "support")]] * 2
    assert err.splitlines() == [f"{plan}: utf-8"] * 2


def test_a_bad_file_costs_the_exit_status_and_no_other_file(plan: Path, tmp_path: Path, capsys) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    assert run(["parse", str(empty), str(plan), "--pretty"]) == 1
    out, err = capsys.readouterr()
    assert owners(json.loads(out)) == [("市公安局", "lead"), ("市财政局", "support")]
    assert (out.startswith("{\n  "), [line.startswith(f"错误：{empty}") for line in err.splitlines()]) == (True, [True])


def test_region_coverage_and_rules_only_where_they_are_asked_for(plan: Path, capsys) -> None:
    assert run(["parse", str(plan), "--region", "洛阳市", "--coverage", "--explain"]) == 0
    asked = json.loads(capsys.readouterr().out)
    assert run(["parse", str(plan)]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert [each["plan"]["region"] for each in (asked, plain)] == ["洛阳市", None]
    assert (asked.keys() - plain.keys(), asked["targets"][0].keys() - plain["targets"][0].keys()) == (
        {"coverage"},
        {"rule"},
    )
