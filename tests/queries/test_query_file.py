"""Reading a .cypher file: what it declares must agree with what it does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from queries.query_file import Column, Declared, read_query

GOOD = """\
// titles: Titles of plans.
//
// 方案标题。Two lines of
// prose.
//
// param   region  string  = ''  region; every region when empty
// param   years   strings       some years
// return  title   string        the title
// return  n       integer       how many
MATCH (p:Plan)
WHERE $region = '' OR p.region IN $years // not $this
RETURN p.title AS title, size([p.title, ',  $that']) AS `n`
ORDER BY title
"""


def write(folder, text, name="titles.cypher"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read(tmp_path):
    query = read_query(write(tmp_path, GOOD))
    assert query.name == "titles"
    assert query.summary == "Titles of plans."
    assert query.doc == "方案标题。Two lines of\nprose."
    assert query.params == (
        Declared("region", "string", "region; every region when empty", ""),
        Declared("years", "strings", "some years"),
    )
    assert query.returns == (Column("title", "string", "the title"), Column("n", "integer", "how many"))
    assert query.text.startswith("MATCH (p:Plan)") and query.text.endswith("ORDER BY title")
    assert query.subgraph is None


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    path = tmp_path / "titles.cypher"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_query(path) == read_query(write(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("titles: T", "title: T", 1, "the header names title, the file titles"),
        ("// titles: Titles of plans.", "// Titles of plans.", 1, "the first line should be"),
        ("string  = ''", "text  = ''", 6, "should read 'param name type"),
        ("string  = ''", "string  = 7", 6, "does not fit the type string"),
        ("string  = ''", "integer  = 1.5", 6, "does not fit the type integer"),
        ("return  n ", "return  ", 9, "should read 'return name type"),
        ("// return  n       integer       how many", "// how many", 9, "only param lines and then return lines"),
        ("$region", "$place", 11, "$place is not declared"),
        ("p.region IN $years", "p.region = ''", 10, "does not use $years"),
        ("AS title", "", 12, "the column p.title has no name"),
        ("AS title,", "AS name,", 10, "returns name, n, but the header declares title, n"),
        ("ORDER BY title", "LIMIT 3", 10, "the answer has no order"),
        ("RETURN p.title AS title, size([p.title, ',  $that']) AS `n`\nORDER BY title", "", 10, "has no RETURN"),
    ],
)
def test_what_does_not_agree_is_named_with_file_and_line(tmp_path, old, new, line, says):
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(QueryError) as caught:
        read_query(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert says in str(caught.value)
    assert caught.value.zh.startswith(f"{path} 第 {line} 行：")


def test_an_order_inside_brackets_is_not_the_order_of_the_answer(tmp_path):
    text = GOOD.replace("ORDER BY title", "").replace(
        "WHERE", "WHERE EXISTS { MATCH (q:Plan) RETURN q.id AS q ORDER BY q } AND"
    )
    with pytest.raises(QueryError, match="no order"):
        read_query(write(tmp_path, text))


def test_a_header_without_a_query_is_refused(tmp_path):
    with pytest.raises(QueryError, match="line 2: no query follows"):
        read_query(write(tmp_path, "// titles: Titles.\n"))
    with pytest.raises(QueryError, match="line 1: no query follows"):
        read_query(write(tmp_path, ""))


def test_a_file_of_another_encoding_is_refused(tmp_path):
    path = tmp_path / "titles.cypher"
    path.write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(QueryError, match="save the file as UTF-8"):
        read_query(path)


def test_a_picture_has_the_parameters_of_its_rows(tmp_path):
    path = write(tmp_path, GOOD)
    beside = write(tmp_path, "// titles: Plans.\nMATCH (p:Plan) RETURN p.id AS id ORDER BY id", "titles.graph.cypher")
    with pytest.raises(QueryError, match=re.escape(str(beside)) + r".*does not use \$region, \$years"):
        read_query(path)
    write(
        tmp_path,
        "// titles: Plans.\nMATCH (p:Plan) WHERE p.region IN $years OR p.region = $region\nRETURN p.id AS id ORDER BY id",
        "titles.graph.cypher",
    )
    assert (read_query(path).subgraph or "").startswith("MATCH (p:Plan)")


names = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
words = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20)
defaults = st.one_of(
    st.tuples(st.just("integer"), st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just("boolean"), st.booleans()),
    st.tuples(st.just("string"), words.filter(lambda text: "'" not in text)),
)


@given(
    params=st.dictionaries(names, st.tuples(defaults, words), max_size=4),
    columns=st.dictionaries(names, words, min_size=1, max_size=4),
)
def test_what_is_written_is_read(tmp_path_factory, params, columns):
    shown = {"boolean": lambda value: str(value).lower(), "string": lambda value: f"'{value}'", "integer": str}
    head = [f"// param {name} {kind} = {shown[kind](value)} {doc}" for name, ((kind, value), doc) in params.items()]
    head += [f"// return {name} string {doc}" for name, doc in columns.items()]
    body = ["RETURN " + ", ".join(f"[{', '.join(f'${each}' for each in params)}] AS {name}" for name in columns)]
    text = "\n".join(["// titles: Titles.", *head, *body, f"ORDER BY {next(iter(columns))}"])
    query = read_query(write(tmp_path_factory.mktemp("read"), text))
    assert query.params == tuple(Declared(name, kind, doc, value) for name, ((kind, value), doc) in params.items())
    assert query.returns == tuple(Column(name, "string", doc) for name, doc in columns.items())
