"""Two kinds of things that are nearly all joined: names down the page, lines between, instead of one blot.

One kind stands in the middle, in two staggered files so that its names find room; the other stands left
and right of it. Whoever has most lines stands highest.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["ROOM", "columns", "dense"]

Points = npt.NDArray[np.float64]

#: Room for names beside the outer columns, as a share of the height.
ROOM = 0.25
_REACH = 0.28
_STAGGER = 0.03
_GAP = 16.0


def dense(nodes: int, lines: int) -> bool:
    """Tell whether so many lines would hide each other in a layout that lets them pull.

    Examples
    --------
    >>> dense(60, 900), dense(60, 80), dense(4, 4)
    (True, False, False)
    """
    return nodes >= 12 and lines > 3 * nodes


def columns(radii: Points, central: npt.NDArray[np.bool_], weight: Points) -> Points:
    """Return positions for things of two kinds, of which the `central` ones stand in the middle.

    Examples
    --------
    >>> columns(np.ones(3), np.array([True, False, False]), np.array([2.0, 1.0, 1.0]))[:, 1].tolist()
    [9.0, 9.0, 9.0]
    """
    order = np.lexsort((np.arange(len(radii)), -weight))
    middle, outer = order[central[order]], order[~central[order]]
    files = [middle, outer[0::2], outer[1::2]]
    height = max(len(file) * (2 * float(radii[file].max()) + _GAP) for file in files if len(file))
    points = np.zeros((len(radii), 2))
    for file, x in zip(files, (0.0, -_REACH, _REACH), strict=True):
        points[file, 0] = x * height
        points[file, 1] = (np.arange(len(file)) + 0.5) * height / max(len(file), 1)
    points[middle, 0] += np.where(np.arange(len(middle)) % 2, _STAGGER, -_STAGGER) * height
    return points
