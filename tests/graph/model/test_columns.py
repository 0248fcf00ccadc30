"""The names of columns follow from the schema, and from nothing else."""

from __future__ import annotations

import pytest

from graph.model.columns import ENDS, edge_columns, node_columns
from graph.model.schema import LABELS, RELATIONSHIPS


@pytest.mark.parametrize("item", LABELS, ids=lambda item: item.name)
def test_a_label_has_a_column_for_each_property(item) -> None:
    assert node_columns(item.name) == [each.name for each in item.properties]


@pytest.mark.parametrize("item", RELATIONSHIPS, ids=lambda item: item.name)
def test_a_relationship_has_its_ends_before_its_properties(item) -> None:
    assert edge_columns(item.name) == ["from", "to", *(each.name for each in item.properties)]
    assert [ends[1:] for ends in ENDS if ends[0] == item.name] == [tuple(pair) for pair in item.ends]
