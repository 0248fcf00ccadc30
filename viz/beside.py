"""Room for what joins a finished layout: each newcomer at the free spot that is nearest to what it belongs to.

What waits in the legend of a map (industries, targets) must find a place among what is drawn, and nothing that is
drawn may move for it: whoever looked at the map before finds everything where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil

import numpy as np
import numpy.typing as npt

__all__ = ["beside"]

Points = npt.NDArray[np.float64]

_CELL = 6.0
_GAP = 6.0
#: How far from its wish a newcomer is looked a place for, in cells.
_REACH = 70


def beside(points: Points, radii: Sequence[float], wishes: Sequence[tuple[float, float]], radius: float) -> Points:
    """Return a free spot for every newcomer, the first ones first.

    Parameters
    ----------
    points, radii
        What stands already.
    wishes
        Where each newcomer would like to stand.
    radius
        Of every newcomer.

    Returns
    -------
    numpy.ndarray
        A row (x, y) for each; newcomers for which there is no room near their wish stand in a row below everything.

    Examples
    --------
    >>> x, y = beside(np.zeros((1, 2)), [10.0], [(0.0, 0.0)], 8.0)[0]
    >>> bool(24 <= (x * x + y * y) ** 0.5 <= 36)
    True
    """
    found = np.zeros((len(wishes), 2))
    if not len(wishes):
        return found
    everything = np.vstack([points, np.asarray(wishes, dtype=np.float64)])
    margin = (_REACH + 2) * _CELL + radius + max(radii, default=0.0)
    low = everything.min(axis=0) - margin
    across, down = (int(n) for n in np.ceil((everything.max(axis=0) + margin - low) / _CELL) + 1)
    taken = np.zeros((across, down), dtype=bool)
    for (x, y), size in zip(points.tolist(), radii, strict=True):
        _mark(taken, (x - low[0]) / _CELL, (y - low[1]) / _CELL, ceil((size + radius + _GAP) / _CELL))
    steps, lost = _steps(), 0
    for i, (x, y) in enumerate(wishes):
        column, row = int((x - low[0]) / _CELL), int((y - low[1]) / _CELL)
        spot = _free(taken, column, row, steps)
        if spot is None:
            lowest = float(everything[:, 1].max()) + margin
            found[i] = float(points[:, 0].min()) + lost * (2 * radius + 2 * _GAP), lowest
            lost += 1
            continue
        found[i] = low + np.array(spot) * _CELL
        _mark(taken, *spot, ceil((2 * radius + _GAP) / _CELL))
    return found


def _free(taken: npt.NDArray[np.bool_], column: int, row: int, steps: npt.NDArray[np.int64]) -> tuple[int, int] | None:
    for start in range(0, len(steps), 256):
        near = steps[start : start + 256]
        free = np.flatnonzero(~taken[column + near[:, 0], row + near[:, 1]])
        if len(free):
            right, down = near[free[0]].tolist()
            return column + right, row + down
    return None


def _mark(taken: npt.NDArray[np.bool_], x: float, y: float, reach: int) -> None:
    column, row = int(x), int(y)
    taken[column - reach : column + reach + 1, row - reach : row + reach + 1] |= _disc(reach)


@cache
def _disc(reach: int) -> npt.NDArray[np.bool_]:
    away = np.arange(-reach, reach + 1)
    disc: npt.NDArray[np.bool_] = away[:, None] ** 2 + away[None, :] ** 2 <= reach**2
    return disc


@cache
def _steps() -> npt.NDArray[np.int64]:
    """Return the steps to every cell within reach, the nearest first; below before above, so that rows read on."""
    away = np.arange(-_REACH, _REACH + 1)
    right, down = (side.ravel() for side in np.meshgrid(away, away, indexing="ij"))
    square = right**2 + down**2
    order = np.lexsort((right, -down, square))
    order = order[square[order] <= _REACH**2]
    steps: npt.NDArray[np.int64] = np.stack([right[order], down[order]], axis=1)
    return steps
