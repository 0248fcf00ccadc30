"""Properties are declared by their kind."""

from __future__ import annotations

from graph.model.declarations import Property, boolean, integer, text


def test_a_property_says_its_kind_and_what_it_is() -> None:
    said = ("row", "表行", "row", "Line of the sheet, from 1.")
    assert text(*said) == Property("row", "string", "表行", "row", "Line of the sheet, from 1.")
    assert integer(*said) == Property("row", "integer", "表行", "row", "Line of the sheet, from 1.")
    assert boolean(*said) == Property("row", "boolean", "表行", "row", "Line of the sheet, from 1.")
