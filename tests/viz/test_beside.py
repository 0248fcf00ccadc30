from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from viz.beside import beside

coordinate = st.floats(-400, 400).map(lambda value: round(value, 1))


@settings(max_examples=40)
@given(
    st.lists(st.tuples(coordinate, coordinate, st.floats(4, 30)), max_size=40),
    st.lists(st.tuples(coordinate, coordinate), max_size=30),
)
def test_newcomers_touch_neither_what_stands_nor_each_other(
    standing: list[tuple[float, float, float]], wishes: list[tuple[float, float]]
) -> None:
    points = np.array([spot[:2] for spot in standing]).reshape(-1, 2)
    radii = [spot[2] for spot in standing]
    found = beside(points, radii, wishes, 8.0)
    for at in found:
        assert all(np.hypot(*(at - point)) >= radius + 8.0 for point, radius in zip(points, radii, strict=True))
    assert not cKDTree(found).query_pairs(15.9) if len(found) else True


def test_the_first_stands_where_it_wishes_and_the_next_beside_it() -> None:
    found = beside(np.array([[500.0, 0.0]]), [10.0], [(0.0, 0.0), (0.0, 0.0)], 8.0)
    away = np.hypot(*found.T)
    assert away[0] < 9
    assert 16 <= away[1] < 40


def test_where_there_is_no_room_near_they_stand_below_everything() -> None:
    points = np.array([[0.0, 0.0], [600.0, 0.0]])
    x, y = beside(points, [700.0, 10.0], [(0.0, 0.0)], 8.0)[0]
    assert (x, y > 300) == (0.0, True)
