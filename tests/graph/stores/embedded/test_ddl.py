"""The tables of the embedded engine say all of the schema."""

from __future__ import annotations

import re

from graph.model.schema import LABELS, RELATIONSHIPS
from graph.stores.embedded.ddl import fingerprint, tables


def test_there_is_a_table_a_label_and_a_table_a_relationship_type() -> None:
    found = [re.match(r"CREATE (NODE|REL) TABLE `(\w+)`\(", text).groups() for text in tables()]
    assert found == [
        *(("NODE", item.name) for item in LABELS),
        *(("REL", item.name) for item in RELATIONSHIPS),
    ]


def test_columns_have_the_types_of_the_schema() -> None:
    [industry] = [text for text in tables() if "TABLE `Industry`" in text]
    assert industry.endswith(", PRIMARY KEY(`id`))")
    assert re.findall(r"`(id|name|code|aliases)` ([A-Z0-9\[\]]+)", industry) == [
        ("id", "STRING"),
        ("name", "STRING"),
        ("code", "STRING"),
        ("aliases", "STRING[]"),
    ]


def test_the_fingerprint_is_a_hash_that_does_not_change_between_calls() -> None:
    assert re.fullmatch("[0-9a-f]{64}", fingerprint())
    assert fingerprint() == fingerprint()
