"""Cypher that reads and writes whole plans on a server, generated from the schema.

Every node of ours carries the label `MARK` beside its own. By it, and by nothing else, ours are told
from the nodes that others keep in the same database, even under a label that we use too; ids are unique
among the marked ones only, so that nobody else's data is constrained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model.columns import ENDS, SHARED, Ends, edge_columns, node_columns
from graph.model.schema import LABELS
from graph.stores.cypher import LOOKED_UP, quoted

__all__ = [
    "MARK",
    "create_edges",
    "create_nodes",
    "delete_edges",
    "delete_nodes",
    "edges_from",
    "last_orders",
    "lead_to",
    "loosen",
    "merge_edges",
    "merge_nodes",
    "only_of",
    "ours",
    "read_edges",
    "read_nodes",
    "schema",
    "set_title_keys",
    "shared_edges",
    "shared_nodes",
    "texts_of",
    "there",
    "titled",
    "titles_without_key",
]

#: The label of every node that zerentu wrote.
MARK = "Zerentu"
#: A property of plans that is the server's own, no part of the graph: a hash of the bare title, since titles may be too long for an index.
TITLE_KEY = "title_key"

#: Types between shared nodes, and between a shared node and a plan's own.
_WITHIN = "|".join(dict.fromkeys(quoted(name) for name, start, end in ENDS if {start, end} <= SHARED))
_ACROSS = "|".join(dict.fromkeys(quoted(name) for name, start, end in ENDS if (start in SHARED) != (end in SHARED)))

_NAMES = "|".join(item.name for item in LABELS)
_LABEL = re.compile(
    rf"""//[^\n]* | /\*.*?\*/ | '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*"
    | (?P<label>(?<=[:|&!])\s*(?:`(?:{_NAMES})`|(?:{_NAMES})\b))""",
    re.DOTALL | re.VERBOSE,
)


def ours(cypher: str) -> str:
    """Return a reading query that sees the marked nodes of our labels only.

    Examples
    --------
    >>> ours("MATCH (t:Task)<-[:LEADS]-(:Agency) RETURN ':Task' AS a")
    "MATCH (t:Task&Zerentu)<-[:LEADS]-(:Agency&Zerentu) RETURN ':Task' AS a"
    """
    return _LABEL.sub(lambda match: match.group() + (f"&{MARK}" if match["label"] else ""), cypher)


def schema() -> Iterator[str]:
    """Yield what makes ids unique and the lookups of plans and ids fast; each changes nothing the second time.

    Examples
    --------
    >>> next(schema())
    'CREATE CONSTRAINT zerentu_id IF NOT EXISTS FOR (n:Zerentu) REQUIRE n.id IS UNIQUE'
    """
    yield f"CREATE CONSTRAINT zerentu_id IF NOT EXISTS FOR (n:{MARK}) REQUIRE n.id IS UNIQUE"
    yield f"CREATE CONSTRAINT zerentu_writer IF NOT EXISTS FOR (n:{MARK}Writer) REQUIRE n.id IS UNIQUE"
    for item in LABELS:
        for name in dict.fromkeys(["id", "plan_id", *(name for label, name in LOOKED_UP if label == item.name)]):
            if any(each.name == name for each in item.properties):
                yield (
                    f"CREATE INDEX zerentu_{item.name}_{name} IF NOT EXISTS FOR (n:{quoted(item.name)}) ON (n.{name})"
                )
    yield f"CREATE INDEX zerentu_Plan_{TITLE_KEY} IF NOT EXISTS FOR (n:Plan) ON (n.{TITLE_KEY})"


def read_nodes(name: str, *, plan: bool = False) -> str:
    """Return the query for all rows of label `name`, or for those of ``$plan``."""
    where = f" WHERE n.{_owner(name)} = $plan" if plan else ""
    return f"MATCH (n:{quoted(name)}:{MARK}){where} RETURN {_values('n', node_columns(name))}"


def read_edges(ends: Ends, *, plan: bool = False) -> str:
    """Return the query for all rows of a type between two labels, or for those that ``$plan`` owns."""
    where = ""
    if plan:
        own, label = ("b", ends[2]) if ends[2] not in SHARED else ("a", ends[1])
        where = f" WHERE {own}.{_owner(label)} = $plan"
    return f"MATCH {_pattern(ends)}{where} {_edge_values(ends)}"


def shared_nodes(name: str) -> str:
    """Return the query for the rows of label `name` with the ids ``$rows``."""
    return f"UNWIND $rows AS row MATCH (n:{quoted(name)}:{MARK} {{id: row}}) RETURN {_values('n', node_columns(name))}"


def shared_edges(ends: Ends) -> str:
    """Return the query for the rows of a type between the pairs of ids ``$rows``."""
    return f"UNWIND $rows AS row {_between(ends)} MATCH (a)-[r:{quoted(ends[0])}]->(b) {_edge_values(ends)}"


def lead_to() -> str:
    """Return the query for the ids of the shared nodes that those with the ids ``$rows`` lead to, and their own."""
    return f"UNWIND $rows AS row MATCH (:{MARK} {{id: row}})-[:{_WITHIN}*0..]->(n:{MARK}) RETURN DISTINCT n.id"


def edges_from(ends: Ends) -> str:
    """Return the query for all rows of a type that begin at nodes with the ids ``$rows``."""
    _name, start, _end = map(quoted, ends)
    return f"UNWIND $rows AS row MATCH (a:{start}:{MARK} {{id: row}}) MATCH {_pattern(ends)} {_edge_values(ends)}"


def last_orders() -> str:
    """Return the query for the highest order of the reports of each of the plans ``$rows``."""
    return f"UNWIND $rows AS row MATCH (n:Progress:{MARK}) WHERE n.plan_id = row RETURN row, max(n.`order`)"


def there(name: str) -> str:
    """Return the query for those of the ids ``$rows`` that nodes of label `name` have."""
    return f"UNWIND $rows AS row MATCH (n:{quoted(name)}:{MARK} {{id: row}}) RETURN n.id"


def titles_without_key() -> str:
    """Return the query for the ids and titles of the plans that `set_title_keys` has not seen: the offline import brings such."""
    return f"MATCH (n:Plan:{MARK}) WHERE n.{TITLE_KEY} IS NULL RETURN n.id, n.title"


def set_title_keys() -> str:
    """Return the statement that gives plans from ``$rows``, id and key, the key by which `titled` finds them."""
    return f"UNWIND $rows AS row MATCH (n:Plan:{MARK} {{id: row[0]}}) SET n.{TITLE_KEY} = row[1]"


def titled() -> str:
    """Return the query for the ids of the plans that have one of the title keys ``$keys`` or of the ids ``$plans``."""
    return (
        f"UNWIND $keys AS row MATCH (n:Plan:{MARK} {{{TITLE_KEY}: row}}) RETURN n.id AS id "
        f"UNION UNWIND $plans AS row MATCH (n:Plan:{MARK} {{id: row}}) RETURN n.id AS id"
    )


def texts_of(name: str) -> str:
    """Return the query for what tells the tasks of the plans ``$rows``, or their targets, from those of other plans."""
    column = {"Task": "title", "Target": "text"}[name]
    return f"UNWIND $rows AS row MATCH (n:{quoted(name)}:{MARK}) WHERE n.plan_id = row RETURN row, n.{column}"


def create_nodes(name: str) -> str:
    """Return the statement that makes nodes of label `name` from ``$rows``, values in the order of the schema."""
    return f"UNWIND $rows AS row CREATE (n:{quoted(name)}:{MARK}) SET {_set('n', node_columns(name))}"


def merge_nodes(name: str) -> str:
    """Return the statement that makes or changes nodes of label `name` from ``$rows``."""
    columns = node_columns(name)
    return f"UNWIND $rows AS row MERGE (n:{MARK} {{id: row[0]}}) SET n:{quoted(name)}, {_set('n', columns)}"


def delete_nodes() -> str:
    """Return the statement that removes the nodes with the ids ``$rows``, with their relationships."""
    return f"UNWIND $rows AS row MATCH (n:{MARK} {{id: row}}) DETACH DELETE n"


def create_edges(ends: Ends) -> str:
    """Return the statement that makes relationships from ``$rows``: both ids, then values in the order of the schema."""
    return f"UNWIND $rows AS row {_between(ends)} CREATE (a)-[r:{quoted(ends[0])}]->(b){_edge_set(ends)}"


def merge_edges(ends: Ends) -> str:
    """Return the statement that makes or changes relationships from ``$rows``."""
    return f"UNWIND $rows AS row {_between(ends)} MERGE (a)-[r:{quoted(ends[0])}]->(b){_edge_set(ends)}"


def delete_edges(ends: Ends) -> str:
    """Return the statement that removes the relationships of a type between the pairs of ids ``$rows``."""
    return f"UNWIND $rows AS row {_between(ends)} MATCH (a)-[r:{quoted(ends[0])}]->(b) DELETE r"


def only_of() -> str:
    """Return the query for the shared nodes, reached from those with the ids ``$rows``, that no plan but ``$plan`` reaches.

    A plan reaches a shared node through a relationship to a node of its own, or along relationships
    from a shared node that it reaches; see `graph.model.frames.without_plans`.
    """
    return (
        f"UNWIND $rows AS row MATCH (:{MARK} {{id: row}})-[:{_WITHIN}*0..]->(n:{MARK}) WITH DISTINCT n "
        f"WHERE NOT EXISTS {{ MATCH (n)<-[:{_WITHIN}*0..]-(:{MARK})-[:{_ACROSS}]-(o:{MARK}) "
        "WHERE coalesce(o.plan_id, o.id) <> $plan } RETURN n.id AS id"
    )


def loosen() -> str:
    """Return the statement that removes the relationships among shared nodes that touch the ids ``$rows``."""
    return f"UNWIND $rows AS row MATCH (:{MARK} {{id: row}})-[r:{_WITHIN}]-(:{MARK}) DELETE r"


def _owner(name: str) -> str:
    return "id" if name == "Plan" else "plan_id"


def _pattern(ends: Ends) -> str:
    name, start, end = map(quoted, ends)
    return f"(a:{start}:{MARK})-[r:{name}]->(b:{end}:{MARK})"


def _between(ends: Ends) -> str:
    _, start, end = map(quoted, ends)
    return f"MATCH (a:{start}:{MARK} {{id: row[0]}}) MATCH (b:{end}:{MARK} {{id: row[1]}})"


def _values(variable: str, names: list[str]) -> str:
    return ", ".join(f"{variable}.{quoted(name)}" for name in names)


def _edge_values(ends: Ends) -> str:
    values = _values("r", edge_columns(ends[0])[2:])
    return f"RETURN a.id, b.id{', ' if values else ''}{values}"


def _set(variable: str, names: list[str], at: int = 0) -> str:
    return ", ".join(f"{variable}.{quoted(name)} = row[{index}]" for index, name in enumerate(names, start=at))


def _edge_set(ends: Ends) -> str:
    assignments = _set("r", edge_columns(ends[0])[2:], 2)
    return f" SET {assignments}" if assignments else ""
