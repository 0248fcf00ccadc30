"""Cypher for a server, as it is sent: marked nodes only, values by place."""

from __future__ import annotations

import pytest

from graph.model.schema import LABELS
from graph.stores.server import statements

LEADS = ("LEADS", "Agency", "Task")
WITHIN = ("WITHIN", "Region", "Region")


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("MATCH (t:Task) RETURN t.id AS id", "MATCH (t:Task&Zerentu) RETURN t.id AS id"),
        ("MATCH (:`Task`|Target) RETURN 1 AS n", "MATCH (:`Task`&Zerentu|Target&Zerentu) RETURN 1 AS n"),
        ("MATCH (t) WHERE t.title = ':Task' RETURN t", "MATCH (t) WHERE t.title = ':Task' RETURN t"),
        ("MATCH (t:Tasks) RETURN t // :Task", "MATCH (t:Tasks) RETURN t // :Task"),
        ("MATCH ()-[:LEADS]->(:Task) RETURN 1 AS n", "MATCH ()-[:LEADS]->(:Task&Zerentu) RETURN 1 AS n"),
    ],
)
def test_a_query_sees_our_nodes_only(query: str, marked: str) -> None:
    assert statements.ours(query) == marked


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            statements.create_nodes("Region"),
            "UNWIND $rows AS row CREATE (n:Region:Zerentu) SET n.id = row[0], n.name = row[1], n.level = row[2], n.code = row[3]",
        ),
        (
            statements.merge_nodes("Region"),
            "UNWIND $rows AS row MERGE (n:Zerentu {id: row[0]}) SET n:Region, n.id = row[0], n.name = row[1],"
            " n.level = row[2], n.code = row[3]",
        ),
        (
            statements.merge_edges(WITHIN),
            "UNWIND $rows AS row MATCH (a:Region:Zerentu {id: row[0]}) MATCH (b:Region:Zerentu {id: row[1]})"
            " MERGE (a)-[r:WITHIN]->(b)",
        ),
        (statements.read_nodes("Region"), "MATCH (n:Region:Zerentu) RETURN n.id, n.name, n.level, n.code"),
        (statements.read_edges(WITHIN), "MATCH (a:Region:Zerentu)-[r:WITHIN]->(b:Region:Zerentu) RETURN a.id, b.id"),
        (statements.delete_nodes(), "UNWIND $rows AS row MATCH (n:Zerentu {id: row}) DETACH DELETE n"),
        (
            statements.delete_edges(LEADS),
            "UNWIND $rows AS row MATCH (a:Agency:Zerentu {id: row[0]}) MATCH (b:Task:Zerentu {id: row[1]})"
            " MATCH (a)-[r:LEADS]->(b) DELETE r",
        ),
        (statements.titles_without_key(), "MATCH (n:Plan:Zerentu) WHERE n.title_key IS NULL RETURN n.id, n.title"),
        (
            statements.titled(),
            "UNWIND $keys AS row MATCH (n:Plan:Zerentu {title_key: row}) RETURN n.id AS id"
            " UNION UNWIND $plans AS row MATCH (n:Plan:Zerentu {id: row}) RETURN n.id AS id",
        ),
        (statements.set_title_keys(), "UNWIND $rows AS row MATCH (n:Plan:Zerentu {id: row[0]}) SET n.title_key = row[1]"),
        (statements.texts_of("Task"), "UNWIND $rows AS row MATCH (n:Task:Zerentu) WHERE n.plan_id = row RETURN row, n.title"),
    ],
)  # fmt: skip
def test_statements_are_made_from_the_schema(statement: str, text: str) -> None:
    assert statement.replace("`", "") == text


def test_what_a_plan_owns_is_found_at_the_end_that_is_not_shared() -> None:
    assert " WHERE b.plan_id = $plan RETURN" in statements.read_edges(LEADS, plan=True)
    assert " WHERE a.id = $plan RETURN" in statements.read_edges(("APPLIES_TO", "Plan", "Region"), plan=True)
    assert " WHERE n.id = $plan RETURN" in statements.read_nodes("Plan", plan=True)


def test_ids_are_unique_among_ours_and_every_label_is_looked_up_by_id() -> None:
    first, second, *indexes = statements.schema()
    assert [line.split()[2] for line in (first, second)] == ["zerentu_id", "zerentu_writer"]
    assert {line.split()[2] for line in indexes if line.split()[2].endswith("_id") and "_plan_id" not in line} == {
        f"zerentu_{label.name}_id" for label in LABELS
    }
    assert all(" IF NOT EXISTS " in line for line in (first, second, *indexes))
