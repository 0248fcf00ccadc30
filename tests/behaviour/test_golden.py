"""The real plans become what people who read them wrote down (skipped where the plans are not at hand)."""

from __future__ import annotations

import json
import os

import pytest
from corpus import UNTOLD, corpus, golds, needs_corpus, parsed, scorer

from ingest.files.read import SUFFIXES
from ingest.to_json import to_json

pytestmark = needs_corpus


def figures(folder: str) -> dict[str, float]:
    score = scorer()
    total = score.new_tallies()
    read = [item for item in golds(folder) if item[1].suffix in SUFFIXES]
    assert read
    for _, plan, gold in read:
        score.score(gold, json.loads(json.dumps(to_json(parsed(plan)))), total, [])
    return {name: tally.f1 for name, tally in total.items()}


def test_seeds() -> None:
    found = figures("seeds")
    for name in ("measures", "owners", "names", "number", "open"):
        assert found[name] >= 0.995, (name, found)
    assert found["quant"] >= 0.95
    assert found["qual"] >= 0.85
    assert found["industry"] >= 0.80


def test_further_plans() -> None:
    found = figures("plans")
    assert found["owners"] >= 0.97
    assert found["measures"] >= 0.97
    assert found["basis"] >= 0.95


def test_at_most_one_trigger_word_in_a_hundred_is_left_over() -> None:
    seen = left = 0
    for path in corpus().glob("*/*.txt"):
        coverage = to_json(parsed(path), coverage=True)["coverage"]
        seen += coverage["seen"]
        left += coverage["left_over"]
    assert seen > 500
    assert left <= seen / 100


@pytest.mark.parametrize("folder", ["seeds", "plans"])
def test_what_the_plans_say_of_themselves(folder: str) -> None:
    for path, plan, gold in golds(folder):
        if plan.suffix not in SUFFIXES or path.stem in UNTOLD:
            continue
        found = to_json(parsed(plan))["plan"]
        wanted = gold["plan"]
        for name in ("title", "region", "level", "issuers", "issued"):
            assert (plan.name, name, found[name]) == (plan.name, name, wanted[name])


@pytest.mark.parametrize("folder", ["seeds", "plans"])
def test_scope_notes(folder: str) -> None:
    for _, plan, gold in golds(folder):
        if plan.suffix not in SUFFIXES:
            continue
        found = to_json(parsed(plan))["scope_notes"]
        assert [(plan.name, note["text"], note.get("rule")) for note in found] == [
            (plan.name, note["text"], note.get("rule")) for note in gold["scope_notes"]
        ]


@pytest.mark.parametrize(
    "name", sorted(p.name for p in corpus().glob("*/*.txt")) if "ZERENTU_CORPUS" in os.environ else []
)
def test_every_offset_points_at_its_words(name: str) -> None:
    path = next(corpus().glob(f"*/{name}"))
    text = parsed(path).document.text
    found = to_json(parsed(path), coverage=True)
    assert found["tasks"]
    for record in [*found["tasks"], *found["targets"], *found["coverage"]["sentences"]]:
        assert bare(text[record["start"] : record["end"]]) == bare(record["text"])
        assert text[: record["start"]].count("\n") + 1 == record["line"]
    for task in found["tasks"]:
        for owner in task["owners"]:
            place = bare(text[owner["start"] : owner["end"]])
            assert bare(owner["quote"])[:8] in place or owner["quote"].split("；")[0].split("：")[-1][:4] in place


def bare(text: str) -> str:
    return "".join(text.split())
