"""What holds for the schema as a whole."""

from __future__ import annotations

import pytest

from graph.model.schema import LABELS, RELATIONSHIPS


@pytest.mark.parametrize("items", [LABELS, RELATIONSHIPS], ids=["labels", "relationships"])
def test_a_property_has_one_type_wherever_it_stands(items):
    """A pattern without a label has one column for it, and the embedded engine would turn numbers into text."""
    kinds = {}
    for item in items:
        for each in item.properties:
            assert kinds.setdefault(each.name, each.kind) == each.kind, f"{item.name}.{each.name}"
