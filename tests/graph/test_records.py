"""Records are equal and hashed by their fields, inherit them, and can be copied with a change."""

from __future__ import annotations

from dataclasses import field, fields, replace
from functools import cached_property

import pytest

from graph.records import record


@record
class Named:
    name: str
    places: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, hash=False, compare=False)

    @cached_property
    def length(self) -> int:
        return len(self.name)


@record(kw_only=True)
class Led(Named):
    leads: bool


def test_records_are_what_their_fields_are() -> None:
    assert Named("甲", ("乙",)) == Named("甲", ("乙",), ["丙"])
    assert {Named("甲"): 1}[Named("甲")] == 1
    assert Named("甲") != Named("乙")
    assert Named("甲").length == 1


def test_records_inherit_fields_and_are_copied_with_a_change() -> None:
    led = Led(name="甲", leads=True)
    assert [each.name for each in fields(led)] == ["name", "places", "notes", "leads"]
    assert replace(led, leads=False) == Led(name="甲", leads=False)
    assert led != Named("甲")


def test_fields_by_name_alone_are_asked_for_so() -> None:
    with pytest.raises(TypeError):
        Led("甲", (), [], True)  # type: ignore[misc]
