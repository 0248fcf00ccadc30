"""Every command that reads says the same of both engines, byte for byte."""

from __future__ import annotations

import json

import neo4j_server
import pytest

from queries import catalogue
from zerentu.cli import run

_LONG_TERM, _CURRENT = neo4j_server.VERSIONS

_ON_ALL = (_LONG_TERM, "all")
#: Every question of the catalogue is asked of each line of servers; what is made of the rows is the same code for both.
asked = pytest.mark.parametrize(("engine", "loaded"), [_ON_ALL, (_CURRENT, "sample")], indirect=True, scope="module")
shown = pytest.mark.parametrize(("engine", "loaded"), [_ON_ALL], indirect=True, scope="module")

TODAY = ("--today", "2026-06-30")


@pytest.fixture
def both(loaded, engine, monkeypatch, capsys):
    """Run a command on both stores, assert that they say the same, and return what they said."""
    for name in ("ZERENTU_DB", "ZERENTU_LANG", "NEO4J_URI", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEO4J_USERNAME", engine.user)
    monkeypatch.setenv("NEO4J_PASSWORD", engine.password)

    def call(*arguments, after=lambda: None):
        said = []
        for store in loaded:
            status = run([*arguments, "--db", store.name])
            after()
            out, err = capsys.readouterr()
            said.append((status, out.replace(store.name, "DB"), err.replace(store.name, "DB")))
        assert said[1] == said[0]
        return said[0]

    return call


@pytest.fixture
def answered(both):
    """Like `both`, for rows; they must be there."""

    def call(*arguments):
        status, out, _ = both(*arguments, "--format", "json")
        rows = json.loads(out)
        assert status == 0
        assert rows
        return rows

    return call


def few(values):
    """The first, the last and two between."""
    values = list(dict.fromkeys(filter(None, values)))
    return {values[len(values) * at // 4] for at in range(4)} | {values[-1]}


@shown
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_lists(both, form):
    for command in ("plans", "industry", "targets", "audit"):
        today = TODAY if command in ("targets", "audit") else ()
        status, out, _ = both(command, *today, "--format", form)
        assert status == 0
        assert out
    both("targets", "--overdue", *TODAY, "--format", form)


@shown
def test_lists_of_one_plan_or_region(both, answered):
    held = answered("plans")
    for plan in few(row["id"] for row in held):
        for command in ("targets", "audit", "industry"):
            both(command, "--plan", plan, "--format", "json")
    for region in few(row["region"] for row in held):
        for command in ("plans", "targets", "audit", "industry"):
            both(command, "--region", region, "--format", "json")


@asked
def test_questions(both, answered):
    names = [row["name"] for row in answered("query", "agencies")]
    for name in [*few(names), "工信局", "无此局"]:
        both("agency", name, "--show-cypher")
        both("agency", name, "--format", "json")
        both("targets", "--agency", name, "--format", "json")
        both("resolve", name, "--format", "json")
    for number in [*few(row["number"] for row in answered("query", "tasks")), "无此事"]:
        both("task", number, "--format", "json")
    for name in [*few(row["name"] for row in answered("industry")), "无此业"]:
        both("industry", name, "--format", "json")


@asked
def test_the_catalogue(both):
    for name in catalogue():
        both("query", name, "--format", "json")


CYPHER = [
    "MATCH (n) RETURN n.line AS line, n.functional_line AS functional_line, n.name AS name ORDER BY n.id",
    "MATCH (p:Plan)-[:HAS_SECTION*1..4]->(:Section)-[:HAS_TASK]->(t:Task) RETURN p.title AS plan, count(*) AS n ORDER BY plan, n",
    "MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS]->(t:Task) RETURN a.name AS a, size(collect(DISTINCT r.basis)) AS bases, count(t) AS n ORDER BY a, n",
    "MATCH (g:Target) WHERE g.value > 50 RETURN g.metric AS m, g.value AS v, g.due AS due ORDER BY g.id",
    "MATCH (t:Task) WHERE t.title CONTAINS '工' OPTIONAL MATCH (t)<-[:LEADS]-(a:Agency) RETURN t.id AS id, a.aliases AS aliases ORDER BY id, a.id",
    "MATCH (t:Task) RETURN t ORDER BY t.id LIMIT 3",
]


@shown
@pytest.mark.parametrize("text", CYPHER)
def test_cypher_of_ones_own(answered, text):
    answered("cypher", text, "--limit", "100000")


@shown
@pytest.mark.parametrize("form", ["neo4j-admin", "graphml", "gexf", "jsonl", "cypher"])
def test_exports(both, tmp_path, form):
    target = tmp_path / "out"
    found = []

    def keep(path):
        files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
        found.append({each.name: each.read_bytes() for each in files})
        path.rename(tmp_path / f"kept {len(found)}")

    both("export", str(target), "--format", form, after=lambda: keep(target))
    assert found[0]
    assert found[1] == found[0]


@shown
def test_maps(both, answered, tmp_path):
    target = tmp_path / "map.html"
    pages = []
    agency = answered("query", "agencies")[0]["name"]
    for arguments in ([], ["--agency", agency], ["--limit", "40"], ["--overview"]):
        pages.clear()
        both("map", "-o", str(target), *arguments, after=lambda: pages.append(target.read_bytes()))
        assert pages[0]
        assert pages[1] == pages[0]
