"""Real plans as docx, html and pdf, against their annotation or their text."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from corpus import parsed

from graph.errors import ReadError
from ingest.parse import parse_file
from ingest.to_json import to_json

CORPUS = os.environ.get("ZERENTU_CORPUS")
pytestmark = pytest.mark.skipif(not CORPUS, reason="ZERENTU_CORPUS does not name the folder of real plans")


def plan(prefix: str, suffix: str) -> Path:
    return next(Path(CORPUS or "").glob(f"plans/{prefix}_*{suffix}"))


def owners(task: dict[str, Any]) -> list[tuple[str, str, str]]:
    return sorted((owner["name"], owner["role"], owner.get("basis", "")) for owner in task["owners"])


@pytest.mark.parametrize(("prefix", "suffix"), [("01", ".html"), ("06", ".pdf"), ("33", ".docx"), ("42", ".pdf")])
def test_a_plan_in_its_original_format_gives_the_annotated_measures(prefix: str, suffix: str) -> None:
    gold = json.loads((Path(CORPUS or "").parent / "gold" / "plans" / f"{prefix}.json").read_text(encoding="utf-8"))
    found = to_json(parsed(plan(prefix, suffix)))
    assert [task["number"] for task in found["tasks"]] == [task["number"] for task in gold["tasks"]]
    assert [owners(task) for task in found["tasks"]] == [owners(task) for task in gold["tasks"]]


def test_page_numbers_inside_clauses_leave_them_whole() -> None:
    found = to_json(parsed(plan("44", ".pdf")), coverage=True)
    assert len(found["tasks"]) == 28 and all(task["clause"] for task in found["tasks"])
    assert found["coverage"]["left_over"] == 0
    assert not any("－" in task["text"] for task in found["tasks"])


def test_a_scan_is_refused() -> None:
    with pytest.raises(ReadError, match="page 1 is a picture"):
        parse_file(plan("47", ".pdf"))
