from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from viz.near import components, median_gap, pairs_within

coordinate = st.floats(-300, 300).map(lambda value: round(value, 1))
clouds = st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=60).map(np.array)


@settings(max_examples=80, deadline=None)
@given(clouds, st.floats(0.5, 200).map(lambda value: round(value, 2) + 0.003))
def test_pairs_are_those_of_a_tree(points: np.ndarray, reach: float) -> None:
    tree = cKDTree(points).query_pairs(reach, output_type="ndarray").reshape(-1, 2)
    assert pairs_within(points, reach).tolist() == sorted(map(sorted, tree.tolist()))


@settings(max_examples=80, deadline=None)
@given(clouds)
def test_the_median_is_that_of_a_tree(points: np.ndarray) -> None:
    assert median_gap(points) == pytest.approx(np.median(cKDTree(points).query(points, k=2)[0][:, 1]))


def test_one_far_away_and_many_on_one_spot() -> None:
    points = np.array([[0.0, 0.0]] * 30 + [[1e6, 1e6]])
    assert median_gap(points) == 0
    assert len(pairs_within(points, 5.0)) == 30 * 29 / 2


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 40), st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=60))
def test_components_are_numbered_as_scipy_numbers_them(count: int, drawn: list[tuple[int, int]]) -> None:
    links = np.array([pair for pair in drawn if max(pair) < count], dtype=np.int64).reshape(-1, 2)
    matrix = coo_matrix((np.ones(len(links)), (links[:, 0], links[:, 1])), shape=(count, count))
    assert components(count, links).tolist() == connected_components(matrix, directed=False)[1].tolist()


def test_a_chain_of_any_order_is_one_component() -> None:
    order = np.random.default_rng(5).permutation(4000)
    assert set(components(4000, np.stack([order[:-1], order[1:]], axis=1)).tolist()) == {0}
