"""What is not read as people wrote it down is told: some warning covers the place (skipped where the plans are not at hand)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from corpus import golds, needs_corpus, parsed, scorer

from ingest.files.read import SUFFIXES
from ingest.to_json import to_json

pytestmark = needs_corpus

#: Here the gold makes X配合… the lead, which by the guide (and by the words) supports.
OTHERWISE = {("62", "水生态环境处"), ("62", "土壤生态环境处"), ("62", "固体废物与化学品处")}


@pytest.mark.parametrize("folder", ["seeds", "plans"])
def test_every_task_with_owners_that_is_not_read_right_is_told(folder: str) -> None:
    silent = [
        (path.stem, task["number"], task["title"])
        for path, plan, gold in golds(folder)
        if plan.suffix in SUFFIXES
        for task in _misread(gold, json.loads(json.dumps(to_json(parsed(plan), coverage=True))))
        if (path.stem, task["owners"][0]["name"]) not in OTHERWISE
    ]
    assert silent == []


def test_the_sentence_of_a_miss_is_told() -> None:
    read = {
        "tasks": [{"number": "1", "clause": None, "title": "建站", "owners": [], "text": "建站。", "line": 2}],
        "coverage": {"sentences": [{"text": "设点由专班统筹负责。", "reason": None}]},
    }
    owners = [{"name": "市民政局", "role": "lead"}]
    gold = {
        "tasks": [
            {"number": "1", "clause": "市民政局负责", "title": "建站", "owners": owners},
            {"number": "2", "clause": "由专班统筹负责", "title": "设点", "owners": owners},
            {"number": "3", "clause": "市民政局牵头", "title": "开线", "owners": owners},
        ]
    }
    assert [task["number"] for task in _misread(gold, read)] == ["3"]


def _misread(gold: dict[str, Any], read: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the gold tasks with owners that were not read right, and of whose words and place nothing is told.

    A task without owners is an error of the audit by itself.
    """
    score = scorer()
    pairs, missed, _ = score.align(gold["tasks"], read["tasks"])
    wrong = [
        (task, found) for task, found in pairs if task["owners"] and score.owner_edges(task) != score.owner_edges(found)
    ]
    wrong += [(task, None) for task in missed if task["owners"]]
    told = [score.norm(each["text"]) for each in read["coverage"]["sentences"] if each.get("reason") is None]
    told += [score.norm(task["text"]) for task in read["tasks"] if not task["owners"]]
    return [
        task
        for task, found in wrong
        if not (found is not None and not found["owners"])
        and not any(_same_words(score.norm(task["clause"] or task["title"]), words) for words in told)
        and not (found is not None and any(words in score.norm(found["text"]) for words in told))
    ]


def _same_words(clause: str, told: str) -> bool:
    """Return whether the words of a clause stand in a sentence that is told, or that sentence in them."""
    return clause in told or told in clause
