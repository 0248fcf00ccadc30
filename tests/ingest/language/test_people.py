"""Persons and telephone numbers beside agencies."""

from __future__ import annotations

import pytest

from ingest.language.people import is_person, without_people


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("市住建局 王建国 13900001111", "市住建局"),
        ("市水利局（李红）、市应急局（陈强、周明）", "市水利局、市应急局"),
        ("市城管局（高新区、经开区）", "市城管局（高新区、经开区）"),
        ("市林业局 0379-61234567", "市林业局"),
        ("市财政局  市教育局", "市财政局  市教育局"),
        ("各县（区）政府", "各县（区）政府"),
        ("王建国", "王建国"),
    ],
)
def test_persons_and_numbers_are_left_aside(cell: str, left: str) -> None:
    assert without_people(cell) == left


def test_a_place_that_begins_like_a_surname_is_no_person() -> None:
    assert [is_person(name) for name in ("高新区", "金水区", "安居办", "余江局长", "任丽华")] == [
        False, False, False, True, True,
    ]  # fmt: skip
