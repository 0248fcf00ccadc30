"""One table of fields serves JSON and graph: it holds all that the schema declares."""

from __future__ import annotations

import pytest

from graph.model.schema import RESPONSIBILITIES
from ingest.fields import OWNER, TARGET, TASK, UNREAD, FieldTable, place_of
from ingest.language.paragraphs import Span

#: What the place of a thing and the plan that it stands in tell.
PLACED = {"id", "plan_id", "order", "page", "line", "start", "end", "text"}


@pytest.mark.parametrize(
    ("table", "beside"), [(TASK, set()), (TARGET, set()), (UNREAD, set()), (OWNER, {"open_ended", "quote"})]
)
def test_every_property_of_the_schema_has_its_field(table: FieldTable, beside: set[str]) -> None:
    declared = {each.name for each in table.declared.properties}
    assert declared - PLACED - beside == set(table.sources) & (declared - PLACED)


def test_what_json_tells_beyond_the_schema() -> None:
    more = [set(table.sources) - {each.name for each in table.declared.properties} for table in (TASK, TARGET, OWNER)]
    assert more == [{"owners", "industries"}, {"part", "owners"}, {"collective"}]


def test_all_roles_declare_the_same() -> None:
    assert {relationship.properties for relationship in RESPONSIBILITIES} == {OWNER.declared.properties}


def test_a_place_is_told_in_one_order() -> None:
    assert list(place_of(Span(start=3, end=9, line=2)).items()) == [
        ("line", 2),
        ("page", None),
        ("start", 3),
        ("end", 9),
    ]
