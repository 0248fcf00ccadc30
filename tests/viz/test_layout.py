from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from viz.layout import place

graphs = st.integers(1, 40).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=80))
)


@settings(max_examples=40, deadline=None)
@given(graphs)
def test_finite_repeatable_and_apart(drawn: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = drawn
    points = place([8.0] * count, edges)
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
    assert (points == place([8.0] * count, edges)).all()
    if count > 1:
        assert cKDTree(points).query(points, k=2)[0][:, 1].min() > 16.0


def test_no_nodes() -> None:
    assert place([], []).shape == (0, 2)


def test_isolated_nodes_stand_below_in_reading_order() -> None:
    points = place([8.0] * 9, [(0, 1), (1, 2), (2, 0)])
    assert points[3:, 1].min() > points[:3, 1].max()
    rows = [tuple(point) for point in points[3:]]
    assert rows == sorted(rows, key=lambda point: (point[1], point[0]))


def test_communities_stand_apart() -> None:
    random = np.random.default_rng(3)
    group = np.arange(300) % 6
    edges = [(i, random.choice(np.flatnonzero(group == group[i]))) for i in range(300) for _ in range(3)]
    edges += [(i, int(random.integers(300))) for i in range(0, 300, 3)]
    _, near = cKDTree(points := place([8.0] * 300, edges)).query(points, k=11)
    assert (group[near[:, 1:]] == group[:, None]).mean() > 0.85


def test_a_weak_pull_gives_way() -> None:
    star = [(0, i) for i in range(1, 5)]
    triangle_of = [(5, 6), (6, 7), (7, 5), (5, 0)]
    weak = place([8.0] * 8, star + triangle_of, [1.0] * 7 + [0.1])
    strong = place([8.0] * 8, star + triangle_of)

    def share(points: np.ndarray) -> float:
        return float(np.hypot(*(points[5] - points[0])) / np.ptp(points, axis=0).max())

    assert share(weak) > share(strong)
