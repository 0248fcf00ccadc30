"""Units: what kind of number each makes, and which values are the same."""

from __future__ import annotations

import pytest

from ingest.targets.units import KINDS, multiplied, normalise_unit


@pytest.mark.parametrize(("unit", "kind"), [("%", "ratio"), ("家", "count"), ("公里", "measure"), ("年", "time")])
def test_a_unit_makes_a_kind_of_number(unit: str, kind: str) -> None:
    assert KINDS[unit] == kind


@pytest.mark.parametrize(("written", "factor"), [("", 1), ("千", 1e3), ("万", 1e4), ("百万", 1e6), ("万亿", 1e12)])
def test_multipliers(written: str, factor: float) -> None:
    assert multiplied(written) == factor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1.8, "亿吨"), (18000, "万吨")),
        ((25, "元/千克"), (25000, "元/吨")),
        ((2, "番"), (4, "倍")),
        ((80, "‰"), (8, "%")),
        ((3, "万家"), (30000, "家")),
    ],
)
def test_the_same_amount_in_two_units(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert normalise_unit(*one) == normalise_unit(*other)


def test_a_number_without_unit_and_a_unit_that_no_table_has_stay() -> None:
    assert (normalise_unit(5, None), normalise_unit(5, "盏")) == ((5, ""), (5.0, "盏"))
