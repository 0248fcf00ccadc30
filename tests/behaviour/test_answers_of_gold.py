"""The rows of every agency of the annotated plans equal the annotation."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from corpus import parsed

from graph.stores.embedded.store import EmbeddedStore
from ingest.to_graph import build_graphs
from queries import agency_tasks, audit

CORPUS = Path(os.environ.get("ZERENTU_CORPUS", ""))

pytestmark = pytest.mark.skipif(
    "ZERENTU_CORPUS" not in os.environ, reason="ZERENTU_CORPUS names no folder of annotated plans"
)


def annotated():
    folder = CORPUS.parent / "gold" / "seeds"
    return [] if "ZERENTU_CORPUS" not in os.environ else sorted(folder.glob("*.json"))


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    """All five plans in one store, so that bodies of the same name in other regions are there too."""
    store = EmbeddedStore(tmp_path_factory.mktemp("gold") / "seeds.lbug")
    store.load([plan for path in sorted((CORPUS / "seeds").glob("*.txt")) for plan in build_graphs(parsed(path))])
    yield store
    store.close()


@pytest.mark.parametrize("path", annotated(), ids=lambda path: path.stem)
def test_every_agency_has_the_rows_of_the_annotation(seeds, path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    expected: dict[str, list[tuple[object, ...]]] = {}
    for task in gold["tasks"]:
        for owner in task["owners"]:
            row = (task["number"], task["part"], owner["role"], owner["inherited"], task["open_ended"])
            expected.setdefault(owner["name"], []).append(row)
    found = {}
    for name in expected:
        rows = agency_tasks(seeds, name, plan=gold["doc"])
        own = rows[rows["agency"] == name]
        columns = ["number", "part", "role", "inherited", "open_ended"]
        found[name] = [tuple(row) for row in own[columns].values.tolist()]
    assert found == expected


@pytest.mark.parametrize("path", annotated(), ids=lambda path: path.stem)
def test_the_audit_lists_the_tasks_that_the_annotation_gives_to_nobody(seeds, path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    expected = [(task["number"], task["part"]) for task in gold["tasks"] if not task["owners"]]
    found = audit(seeds, rules=["no_owner"], plan=gold["doc"])
    assert list(zip(found["number"], found["part"], strict=True)) == expected
    assert all(found["sentence"]) and all(found["line"])


def test_chapters_four_and_five_and_the_boxes_have_no_owner(seeds):
    numbers = audit(seeds, rules=["no_owner"], plan="001_")["number"].tolist()
    assert [number.split("/")[-1][:2] for number in numbers[:6]] == ["专栏"] * 6
    assert numbers[6:] == [f"{chapter}/（{item}）" for chapter in "四五" for item in "一二三四"]


@pytest.mark.parametrize("path", annotated(), ids=lambda path: path.stem)
def test_the_other_rules_agree_with_the_annotation(seeds, path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    owned = [task for task in gold["tasks"] if task["owners"]]
    leads = {id(task): [owner for owner in task["owners"] if owner["role"] == "lead"] for task in owned}
    expected = {
        "only_collective": [task for task in owned if all(owner["collective"] for owner in task["owners"])],
        "several_leads": [task for task in owned if len(leads[id(task)]) > 1],
        "no_lead": [task for task in owned if not leads[id(task)]],
        "open_ended": [task for task in gold["tasks"] if task["open_ended"]],
    }
    for rule, tasks in expected.items():
        found = audit(seeds, rules=[rule], plan=gold["doc"])
        assert [tuple(row) for row in found[["number", "part"]].values.tolist()] == [
            (task["number"], task["part"]) for task in tasks
        ], rule
