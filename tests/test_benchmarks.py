"""The benchmarks run, and the made corpus says the same twice."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import readers
from benchmarks.accuracy_at_scale import FIELDS, score_corpus
from benchmarks.corpus import TRUTH, make_corpus
from benchmarks.corpus_plans import make_plan, regions
from tests.viz import browser

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, 24, 7)
    return folder


def truths(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / TRUTH).read_text(encoding="utf-8").splitlines()]


def test_a_seed_makes_the_same_bytes_twice(corpus, tmp_path) -> None:
    make_corpus(tmp_path, 24, 7)
    files = sorted(path.relative_to(corpus) for path in corpus.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert [path for path in files if (corpus / path).read_bytes() != (tmp_path / path).read_bytes()] == []


def test_another_seed_makes_other_plans() -> None:
    assert make_plan(3, 1, "text") != make_plan(3, 2, "text")


def test_the_corpus_holds_every_kind_and_names_each_file_once(corpus) -> None:
    told = truths(corpus)
    assert {each["kind"] for each in told} == {"text", "ledger", "docx"}
    assert sorted(each["file"] for each in told) == sorted(
        path.relative_to(corpus).as_posix() for path in corpus.glob("*/*")
    )


def test_plans_go_round_all_provinces_prefectures_and_counties() -> None:
    names = [(region.level, region.code) for region in regions()]
    assert len(names) == len(set(names)) == 3214
    assert {level for level, _code in names} == {"省", "市", "区县"}


def test_titles_of_one_place_differ_from_round_to_round() -> None:
    count = len(regions())
    plans = [make_plan(5 + count * turn, 1, "text").truth for turn in range(30)]
    assert len({(plan.title, plan.number) for plan in plans}) == 30


def test_what_is_read_is_held_against_the_truth(corpus) -> None:
    """Faultless files are read rightly; what is wrong in a truth is counted as lost and as extra."""
    tallies, plans, _shown = score_corpus(corpus)
    assert plans["all"] == 24
    assert {field: tallies["no fault"][field] for field in FIELDS if len(set(tallies["no fault"][field])) > 1} == {}


def test_a_wrong_truth_costs_its_field_and_no_other(corpus, tmp_path) -> None:
    told = next(each for each in truths(corpus) if not each["faults"] and each["targets"])
    (tmp_path / Path(told["file"]).parent).mkdir()
    (tmp_path / told["file"]).write_bytes((corpus / told["file"]).read_bytes())
    right = len(told["targets"])
    told["targets"] = [[1.5, "亿元", 2027], *told["targets"][1:]]
    (tmp_path / TRUTH).write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")
    tallies, _plans, [different] = score_corpus(tmp_path, show=5)
    assert tallies["all"]["targets"] == [right - 1, right, right]
    assert "targets: lost [(1.5, '亿元', 2027)]" in different


def test_each_reader_is_measured_beside_its_library(capsys) -> None:
    readers.main(["--runs", "1", "--size", "3"])
    lines = [line.split(" | ") for line in capsys.readouterr().out.splitlines()[2:]]
    assert [(cells[0], cells[3]) for cells in lines] == [
        ("| ledger.html", "lxml"),
        ("| ledger.xlsx", "openpyxl"),
        ("| plan.docx", "python-docx"),
        ("| plan.html", "lxml"),
    ]


def test_a_map_is_measured_beside_its_peers_and_what_is_not_installed_is_named() -> None:
    """Each peer has a row; stock pyvis' own menus filter, reset and search, and who is not installed is said to be so."""
    if browser.find() is None and os.environ.get("ZERENTU_REQUIRE_CHROMIUM") != "1":
        pytest.skip("no Chromium found: install chromium or set ZERENTU_CHROMIUM to its path")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "map", "30", "--peers", "--patience", "90"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=600,
    )  # fmt: skip
    rows = {
        cells[1]: cells[2:]
        for cells in ([cell.strip() for cell in line.strip("| ").split("|")] for line in done.stdout.splitlines()[2:])
    }
    assert [name.partition(":")[0] for name in rows] == [
        "map, one by one",
        "map as it opens",
        "pyvis",
        "gravis",
        "neo4j-viz",
    ]
    assert {len(cells) for name, cells in rows.items() if "not installed" not in name} == {6}
    assert [cell for cell in rows["pyvis"] if not re.fullmatch(r"\d+(\.\d+)?", cell)] == []
    for name in set(rows) - {"map, one by one", "map as it opens", "pyvis"}:
        assert "not installed (" in name or rows[name][3:] == ["–", "–", "–"]


def test_every_picture_of_the_docs_is_small_and_shown() -> None:
    pictures = {path.name: path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir()}
    assert [name for name, size in pictures.items() if size > 150_000] == []
    told = "".join(path.read_text("utf-8") for path in [*(ROOT / "docs").glob("*.md"), *ROOT.glob("README*.md")])
    assert {name for name in pictures if f"pictures/{name})" not in told} == set()
    assert set(re.findall(r"pictures/([\w-]+\.png)\)", told)) == set(pictures)
