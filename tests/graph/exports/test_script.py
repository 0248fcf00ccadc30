from __future__ import annotations

import re

from any_plan import HOSTILE, hostile

from graph.exports import export
from graph.exports.script import MOST_CHARACTERS, MOST_ROWS, filled, literal


def test_a_literal_is_one_line_and_ends_where_it_should():
    for text in HOSTILE:
        found = literal(text)
        assert re.fullmatch(r"'(?:[^'\\\x00-\x1f]|\\[\\'rntbf]|\\u00[01][0-9a-f])*'", found)


def test_statements_end_at_the_end_of_a_line_only(tmp_path, sample_graph):
    export(hostile(sample_graph(tasks=1_100)), tmp_path / "a.cypher", "cypher")
    text = (tmp_path / "a.cypher").read_bytes().decode()
    statements = text.split(";\n")
    assert statements.pop() == ""
    assert all(re.match(r"(//[^\n]*\n)?(CREATE (CONSTRAINT|INDEX) |UNWIND \[\n)", each) for each in statements)
    assert sum("(n:`Task`:Zerentu)" in each and each.startswith("UNWIND") for each in statements) > 2


def test_batches_are_bounded():
    found = list(filled("UNWIND $rows AS row", [[index] for index in range(MOST_ROWS + 1)]))
    assert [text.count("\n  [") for text in found] == [MOST_ROWS, 1]
    found = list(filled("UNWIND $rows AS row", [["长" * (MOST_CHARACTERS // 2)]] * 3))
    assert [text.count("\n  [") for text in found] == [1, 1, 1]
    assert list(filled("UNWIND $rows AS row", [])) == []
