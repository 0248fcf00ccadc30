"""Turns of a page: what was left or below comes to stand where a reader sees it."""

from __future__ import annotations

import math

import pytest

from ingest.files.pdf.turn import Turn, quarter_of


@pytest.mark.parametrize(
    ("quarter", "size", "box", "point"),
    [
        (0, (500, 800), (10, 740, 30, 780), (10, 780)),
        (1, (800, 500), (20, 10, 60, 30), (20, 10)),
        (2, (500, 800), (470, 20, 490, 60), (490, 20)),
        (3, (800, 500), (740, 470, 780, 490), (780, 490)),
    ],
)
def test_a_box_and_a_point_of_a_turned_page(
    quarter: int, size: tuple[int, int], box: tuple[int, ...], point: tuple[int, int]
) -> None:
    turn = Turn(quarter, 100, 100, 600, 900)
    assert (turn.width, turn.height) == size
    assert turn.box(110, 120, 130, 160) == box
    assert turn(110, 120) == point


@pytest.mark.parametrize(
    ("angle", "quarter"),
    [(0.0, 0), (0.1, 0), (math.pi / 2, 3), (math.pi, 2), (1.5 * math.pi, 1), (6.28, 0), (0.8, None), (-1.0, None)],
)
def test_the_quarter_of_an_angle(angle: float, quarter: int | None) -> None:
    assert quarter_of(angle) == quarter
