"""Reading means reading: whatever reaches files, networks, settings or other databases is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.stores.clauses import PROCEDURES, check_clauses
from graph.stores.cypher import check_query
from graph.stores.embedded.store import EmbeddedStore

TRIED = [
    "LOAD FROM '/etc/passwd' RETURN *",
    "MATCH (n) LOAD FROM 'x' RETURN *",
    "WITH 1 AS x LOAD CSV FROM 'http://localhost/x' AS r RETURN r",
    "load csv with headers from 'x' as r return r",
    "WITH * LOAD WITH HEADERS (a INT64) FROM 'x' RETURN a",
    "MATCH (n)/**/LOAD/**/CSV/**/FROM/**/'x' AS r RETURN r",
    "RETURN 'a'LOAD FROM 'x'",
    "RETURN 1LOAD FROM 'x'",
    "RETURN 1. LOAD FROM 'x'",
    "RETURN 1 // a comment\rLOAD FROM 'x'",
    "RETURN '\\u0027 LOAD FROM \\u0027x'",
    "RETURN 1 AS a \\u004cOAD CSV FROM 'x' AS r RETURN r",
    "RETURN 1 AS a UNION LOAD FROM 'x' RETURN a",
    "CALL { LOAD CSV FROM 'x' AS r RETURN r } RETURN r",
    "CALL (*) { LOAD CSV FROM 'x' AS r RETURN r } RETURN r",
    "MATCH (n) WHERE EXISTS { LOAD FROM 'x' } RETURN n",
    "MATCH (n) COPY (MATCH (m) RETURN m) TO 'x'",
    "RETURN 1 AS a; COPY x FROM 'y'",
    "MATCH (n) ATTACH 'x' AS y",
    "WITH 1 AS a INSTALL httpfs",
    "WITH 1 AS a EXPORT DATABASE 'x'",
    "WITH 1 AS a IMPORT DATABASE 'x'",
    "MATCH (n) USE other RETURN n",
    "CALL threads=5",
    "CALL home_directory = '/'",
    "CALL show_tables=1",
    "CALL apoc.load.json('http://localhost/x') YIELD value RETURN value",
    "CALL `apoc`.`load`.json('x') YIELD value RETURN value",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL db.createLabel('x')",
    "CALL",
    "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) AS a",
    "RETURN `apoc`.load.json('x') AS a",
    "MATCH (n) SET n.title = 'x'",
    "MATCH (n) DETACH DELETE n",
    "WITH * LOAD\u180eFROM 'x' RETURN *",
    "WITH * LOAD\u200bFROM 'x' RETURN *",
    "WITH *\u180eCALL\u180eapoc.load.json('x') YIELD value RETURN value",
    "WITH 1 AS as LOAD CSV FROM 'x' AS r RETURN r",
    "UNWIND [1] AS as WITH as LOAD CSV FROM 'x' AS r RETURN r",
    "MATCH (n) WHERE n:as LOAD CSV FROM 'x' AS r RETURN r",
    "WITH 1 AS as WHERE 1 = as LOAD CSV FROM 'x' AS r RETURN r",
    "WITH 1 AS as CALL apoc.load.json('x') YIELD value RETURN value",
    "WITH 3 AS x WHERE x = 3! LOAD FROM 'x' RETURN *",
    "MATCH (n) WITH * DELETE [n][0]",
    "RETURN 'never closed",
    "RETURN /* never closed",
    "RETURN `never closed",
]
NAMES = [
    "MATCH (t:Task) RETURN t.id AS load ORDER BY load",
    "MATCH (load:Task) RETURN load",
    "MATCH (t:Task) WHERE t.load = 1 RETURN t.start AS start, t.end AS end ORDER BY start, end",
    "RETURN {load: 1, set: 2} AS x",
    "MATCH (n:!Load) WHERE n:Set|!Copy RETURN n.id AS load",
    "RETURN 'a' AS load, [1] AS set, {a: 1} AS copy, $p AS use, count(*) AS delete, CASE WHEN true THEN 1 END AS start",
    "RETURN 'LOAD FROM' AS x /* COPY */ // ATTACH",
    "MATCH ()-[:LOAD|COPY]->() RETURN 1 AS a",
    "MATCH (t) RETURN `LOAD FROM` AS a",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.labels YIELD label RETURN label",
    "CALL show_tables() RETURN *;",
    "MATCH (t) RETURN COUNT { MATCH (t)-->(:SET) } AS use",
    "RETURN date.truncate('day', date()) AS d",
    "MATCH (t) WITH t.start AS start, t AS comment WHERE start > 1 AND comment.x = 2 RETURN start, comment",
    "UNWIND [1, 2] AS x CALL { WITH x RETURN x AS y } RETURN y",
    "RETURN '\\u4e2d' AS a",
]


@pytest.mark.parametrize("cypher", TRIED)
def test_the_ways_that_were_tried_are_refused(cypher):
    with pytest.raises(QueryError):
        check_clauses(cypher)


@pytest.mark.parametrize("cypher", NAMES)
def test_names_strings_and_comments_are_no_clauses(cypher):
    assert check_clauses(cypher) is None


def test_the_catalogue_passes():
    files = sorted((Path(__file__).parents[3] / "queries" / "cypher").rglob("*.cypher"))
    assert len(files) > 20
    for path in files:
        assert check_clauses(path.read_text(encoding="utf-8")) is None, path.name


OUTSIDE = [
    "LOAD FROM '{path}'", "LOAD CSV FROM '{path}' AS line", "LOAD WITH HEADERS (a STRING) FROM '{path}'",
    "COPY (MATCH (m:Task) RETURN m.id) TO '{path}'", "ATTACH '{path}' AS other (dbtype lbug)", "INSTALL httpfs",
    "EXPORT DATABASE '{path}'", "CALL threads=2", "CALL show_connection('LEADS')",
    "CALL apoc.load.json('{path}') YIELD value",
]  # fmt: skip
BEFORE = [
    "", "MATCH (t:Task) ", "WITH 1 AS x ", "UNWIND [1, 2] AS x WITH * ", "MATCH (t:Task) WHERE t.due > 1 ",
    "RETURN 1 AS a UNION ", "RETURN 1 AS a UNION ALL ", "MATCH (t:Task) WITH t ORDER BY t.id LIMIT 1 ",
    "MATCH (t:Task) WITH t SKIP 1", "WITH 1 AS as ", "WITH 3 AS x WHERE x = 3! ", "WITH 1 AS as WITH as ", "CALL { ", "MATCH (t:Task) WHERE EXISTS { ", "RETURN 1 AS a; ",
]  # fmt: skip
BLANKS = st.sampled_from([" ", "\n", "\t", " /* x */ ", " // x\n", " // x\r", "/**/", "  ", "\u180e", " \ufeff"])


def blanked(text, blanks):
    """Return a text with other white space between its words."""
    words = text.split(" ")
    return "".join(word + blank for word, blank in zip(words, [*blanks, ""], strict=False)) + " ".join(
        words[len(blanks) + 1 :]
    )


@given(
    st.sampled_from(BEFORE), st.sampled_from(OUTSIDE), st.lists(BLANKS, min_size=3, max_size=6), st.booleans(),
    st.sampled_from(["", " RETURN *", " RETURN * }", " } RETURN 1 AS b"]),
)  # fmt: skip
def test_whatever_stands_around_a_clause_that_reaches_outside_it_is_refused(before, outside, blanks, lower, after):
    text = blanked(outside.format(path="/x"), blanks)
    with pytest.raises(QueryError):
        check_query(before + (text.lower() if lower else text) + after, {})


@given(st.text(st.sampled_from("LOADFRMCPY '\"`/*\n\r()[]{}.:;,=1\\u027$"), max_size=40))
def test_any_text_is_refused_in_a_sentence_or_passes(text):
    try:
        check_clauses(text)
    except QueryError as error:
        assert error.message.zh


@pytest.mark.parametrize("outside", OUTSIDE)
def test_nothing_outside_is_touched(tmp_path, sample_store, outside):
    """The embedded engine itself never sees such a query: the file stays as it is, and no other comes."""
    path = tmp_path / "secret.csv"
    path.write_text("secret\n", encoding="utf-8")
    for ask in (sample_store.answer, sample_store.rows):
        for before in ("", "MATCH (t:Task) WITH t LIMIT 1 "):
            with pytest.raises(QueryError):
                ask(f"{before}{outside.format(path=path)} RETURN *")
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("secret.csv", "secret\n")]


def test_procedures_of_the_list_run(sample_store):
    assert isinstance(sample_store, EmbeddedStore)
    assert "show_tables" in PROCEDURES
    assert "Task" in {row["name"] for row in sample_store.answer("CALL show_tables() RETURN *").records}
