"""Who is near to whom, and who hangs together, in arrays alone.

scipy has trees for the first and a search for the second, but loading it takes longer than all else that a map of some
plans needs; points of a layout are spread so evenly that a grid of cells serves as well.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["components", "median_gap", "pairs_within"]

Points = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]

#: The cell itself and half of those around it: each pair of cells once.
_AROUND = ((0, 0), (0, 1), (1, -1), (1, 0), (1, 1))
#: Of the extent of all points, a first guess of how near two of them are.
_FIRST = 1 / 16


def pairs_within(points: Points, reach: float) -> Indexes:
    """Return the pairs of points that are no further apart than `reach`, the smaller index first, in order.

    Examples
    --------
    >>> pairs_within(np.array([[0.0, 0.0], [9.0, 0.0], [3.0, 0.0]]), 6.0).tolist()
    [[0, 2], [1, 2]]
    """
    cells = np.floor((points - points.min(axis=0)) / reach).astype(np.int64)
    # One row of cells after the other, with a free one at each end, so that no neighbour wraps around.
    width = int(cells[:, 1].max()) + 3
    keys = (cells[:, 0] + 1) * width + cells[:, 1] + 1
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    found = []
    for right, down in _AROUND:
        wanted = ordered + right * width + down
        begin = np.searchsorted(ordered, wanted, "left")
        end = np.searchsorted(ordered, wanted, "right")
        if (right, down) == (0, 0):
            begin = np.arange(1, len(ordered) + 1)  # of its own cell those behind it
        count = end - begin
        first = np.repeat(np.arange(len(ordered)), count)
        second = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(begin, count)
        found.append(np.stack([order[first], order[second]], axis=1))
    pairs = np.sort(np.concatenate(found), axis=1)
    apart = points[pairs[:, 0]] - points[pairs[:, 1]]
    pairs = pairs[(apart**2).sum(axis=1) <= reach * reach]
    kept: Indexes = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return kept


def median_gap(points: Points) -> float:
    """Return the median of how far each of two points or more is from the one nearest to it.

    Examples
    --------
    >>> median_gap(np.array([[0.0, 0.0], [1.0, 0.0], [3.0, 0.0]]))
    1.0
    """
    extent = float(np.ptp(points, axis=0).max())
    if not extent:
        return 0.0
    gap = np.full(len(points), np.inf)
    reach = extent * _FIRST / len(points)
    # Wider and wider, until more than half have met their nearest: those who have not are further off than the median.
    while np.isfinite(gap).sum() < len(points) // 2 + 1:
        pairs = pairs_within(points, reach)
        apart = points[pairs[:, 0]] - points[pairs[:, 1]]
        length = np.hypot(apart[:, 0], apart[:, 1])
        for side in (0, 1):
            np.minimum.at(gap, pairs[:, side], length)
        reach *= 2
    return float(np.median(gap))


def components(count: int, links: Indexes) -> Indexes:
    """Return for each of `count` things the number of its component; they are counted in the order of their first things.

    Examples
    --------
    >>> components(5, np.array([[3, 1], [4, 0]])).tolist()
    [0, 1, 2, 1, 0]
    """
    root = np.arange(count)
    while True:
        least = np.minimum(root[links[:, 0]], root[links[:, 1]])
        before = root.copy()
        for side in (0, 1):
            # The root of a thing follows too, or a long chain would take as many rounds as it has things.
            np.minimum.at(root, before[links[:, side]], least)
            np.minimum.at(root, links[:, side], least)
        root = root[root]
        if (root == before).all():
            break
    found: Indexes = np.unique(root, return_inverse=True)[1].reshape(-1)
    return found
