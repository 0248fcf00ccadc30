from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from viz.bipartite import columns, dense
from viz.layout import place

JOINED = [(agency, plan) for agency in range(10) for plan in range(10, 34)]
SIDES = [True] * 10 + [False] * 24


@given(st.lists(st.tuples(st.booleans(), st.floats(4, 30), st.floats(0, 99)), min_size=1, max_size=60))
def test_nothing_overlaps(drawn: list[tuple[bool, float, float]]) -> None:
    side, radii, weight = (np.array(values) for values in zip(*drawn, strict=True))
    points = columns(radii, side, weight)
    assert np.isfinite(points).all()
    pairs = cKDTree(points).query_pairs(60.0, output_type="ndarray")
    pairs = pairs[points[pairs[:, 0], 0] == points[pairs[:, 1], 0]]
    assert (np.hypot(*(points[pairs[:, 0]] - points[pairs[:, 1]]).T) >= radii[pairs].sum(axis=1)).all()


def test_one_kind_stands_on_both_sides_of_the_other() -> None:
    points = place([8.0] * 34, JOINED, sides=SIDES)
    middle, outer = points[:10, 0], points[10:, 0]
    assert (outer < middle.min()).sum() == (outer > middle.max()).sum() == 12


def test_whoever_has_most_lines_stands_highest() -> None:
    weights = [9.0 if agency == 7 else 1.0 for agency, _ in JOINED]
    points = place([8.0] * 34, JOINED, weights, SIDES)
    assert points[:10, 1].argmin() == 7


def test_columns_are_for_the_dense_only() -> None:
    assert not dense(34, 40)
    star = [(agency, 10) for agency in range(10)]
    assert (place([8.0] * 11, star, sides=[True] * 10 + [False]) == place([8.0] * 11, star)).all()
    assert (place([8.0] * 34, JOINED) != place([8.0] * 34, JOINED, sides=SIDES)).any()


def test_names_of_two_blocks_have_room_between() -> None:
    twice = JOINED + [(a + 34, b + 34) for a, b in JOINED]
    points = place([8.0] * 68, twice, sides=SIDES * 2)
    apart = np.abs(points[:34].mean(axis=0) - points[34:].mean(axis=0))
    extent = np.ptp(points[:34], axis=0)
    assert apart[1] > extent[1] or apart[0] > extent[0] + 0.4 * extent[1]
