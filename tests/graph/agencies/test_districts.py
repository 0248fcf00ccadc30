"""Offices of a city's bureaus in its districts, named from the district or from the city."""

from __future__ import annotations

import pytest

from graph.agencies.districts import of_district
from graph.agencies.levels import regions_of


@pytest.mark.parametrize(
    ("name", "region", "written"),
    [
        ("区公安分局", "涧西区", "洛阳市公安局涧西分局"),
        ("涧西公安分局", "洛阳市", "洛阳市公安局涧西分局"),
        ("公安分局", "洛阳市", "公安分局"),
        ("金融监管分局", "栾川县", "金融监管分局"),
        ("市公安局高新分局", "洛阳市", "市公安局高新分局"),
    ],
)
def test_offices_of_districts(name: str, region: str, written: str) -> None:
    assert of_district(name, regions_of(region)) == written
