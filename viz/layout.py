"""Where everything stands on the page: computed here, once, the same every time.

A LinLog layout (Noack 2007: a pull that does not grow with distance, a push
that falls with distance and weighs nodes by degree) draws groups that belong
together apart from each other, where spring layouts draw one ball. The push is
read off a grid by FFT, so a step costs about the same for 500 nodes as for
5,000. Components are packed side by side; what has no line at all stands in a
grid below, else it would fling the picture apart.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.fft import irfft2, rfft2

from viz.bipartite import ROOM, columns, dense
from viz.near import components, median_gap, pairs_within

__all__ = ["place"]

Points = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.int64]

#: Width of a window for its height; the most widths of a row that are tried.
_ASPECT = 1.25
_WIDTHS = 40
_GAP = 16.0
_STEPS = 220
_CELLS = 128
_EXACT = 128
#: Room for names beside a component of several plans.
_BESIDE = 60.0
#: The title of a plan above its agencies as it stands on the screen, and what a small window leaves for shapes.
_TITLE, _WINDOW = (118.0, 40.0), (660.0, 410.0)
#: Most that a title may widen its component, and how often the room is measured again.
_MOST, _MEASURED = (640.0, 320.0), 6
#: So few that stand alone are as far apart as a name is wide and a row high, on the screen; and as units where nothing else is.
_FEW, _NAMED, _NAMED_ALONE = 20, (150.0, 21.0), 230.0


def place(radii: Any, edges: Any, weights: Any = None, sides: Any = None) -> Points:
    """Return a position for every node, so that no two overlap.

    Parameters
    ----------
    radii
        Radius of each node.
    edges
        Pairs of node indexes; loops do not count.
    weights
        How strongly each edge pulls; 1 if left out. Parallel edges pull as the strongest of them.
    sides
        If the nodes are of two kinds and edges join one to the other: whether each is of the first. Then components
        with very many edges are laid out in columns, the first kind in the middle.

    Returns
    -------
    numpy.ndarray
        One row (x, y) a node, rounded to 0.1; y grows downwards. Nodes without edges
        come in their given order, in rows below the rest.

    Examples
    --------
    >>> place([8, 8, 8], [(0, 1)]).shape
    (3, 2)
    """
    size = np.asarray(radii, dtype=np.float64)
    links = np.asarray(edges, dtype=np.int64).reshape(-1, 2)
    pull = np.ones(len(links)) if weights is None else np.asarray(weights, dtype=np.float64)
    links, pull = _simple(links, pull)
    points = np.zeros((len(size), 2))
    if not len(size):
        return points
    component = components(len(size), links)
    counts = np.bincount(component)
    parts = [np.flatnonzero(component == c) for c in np.argsort(-counts, kind="stable") if counts[c] > 1]
    local = np.zeros(len(size), dtype=np.int64)
    room = np.zeros((len(size), 2))
    for part in parts:
        local[part] = np.arange(len(part))
        inside = component[links[:, 0]] == component[part[0]]
        own = local[links[inside]]
        if sides is not None and dense(len(part), len(own)):
            weight = np.bincount(own.ravel(), np.repeat(pull[inside], 2), len(part)).astype(np.float64)
            points[part] = columns(size[part], np.asarray(sides, dtype=bool)[part], weight)
            room[part, 0] = ROOM * float(np.ptp(points[part, 1]))
        else:
            points[part] = _component(size[part], own, pull[inside])
            if sides is not None:
                room[part] = 0.0, _BESIDE
    titled = [] if sides is None else [part for part in parts if (~np.asarray(sides, dtype=bool)[part]).sum() == 1]
    _pack(points, parts, size, room, titled)
    _grid(points, np.flatnonzero(counts[component] == 1), size)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    centred: Points = np.round(points - middle, 1) + 0.0  # adding 0 turns -0.0 into 0.0
    return centred


def _simple(links: Pairs, pull: Points) -> tuple[Pairs, Points]:
    """Drop loops and join parallel edges."""
    kept = links[:, 0] != links[:, 1]
    unique, where = np.unique(np.sort(links[kept], axis=1), axis=0, return_inverse=True)
    strongest = np.zeros(len(unique))
    np.maximum.at(strongest, where.ravel(), pull[kept])
    return unique, strongest


def _component(radii: Points, links: Pairs, pull: Points) -> Points:
    points = _linlog(len(radii), links, pull)
    points = (points - points.mean(axis=0)) @ _axes(points)
    wanted = 2 * float(radii.mean()) + _GAP
    points *= wanted / max(median_gap(points), 1e-9)
    # A picture is scaled to its window: voids between groups only make everything else small.
    longest = wanted * 2.2 * np.sqrt(len(radii)) + wanted
    reach = float(np.ptp(points, axis=0).max())
    if reach > longest:
        points *= longest / reach
    return _spread(points, radii)


def _axes(points: Points) -> Points:
    """Return the rotation that lays the longest extent along x, without mirroring at random."""
    _, _, axes = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)
    axes = axes * np.where(axes.sum(axis=1, keepdims=True) < 0, -1.0, 1.0)
    turned: Points = axes.T
    return turned


def _linlog(count: int, links: Pairs, weight: Points) -> Points:
    random = np.random.default_rng(20190707)
    points: Points = random.standard_normal((count, 2)) * np.sqrt(count)
    mass = np.bincount(links.ravel(), np.repeat(weight, 2), count).astype(np.float64)
    push = _push_exact if count <= _EXACT else _Grid().push
    for step in range(_STEPS):
        done = step / _STEPS
        along = points[links[:, 1]] - points[links[:, 0]]
        length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
        # Begin with a pull that grows with distance, which untangles, and end with LinLog's, which separates.
        pull = along * (weight * length ** (max(0.0, 1.0 - 2.0 * done) - 1.0))[:, None]
        force = push(points, mass)
        for axis in (0, 1):
            force[:, axis] += np.bincount(links[:, 0], pull[:, axis], count)
            force[:, axis] -= np.bincount(links[:, 1], pull[:, axis], count)
        reach = float(np.ptp(points, axis=0).max())
        stride = force / mass[:, None]
        strength = np.maximum(np.hypot(stride[:, 0], stride[:, 1]), 1e-9)
        limit = 0.12 * reach * (1.0 - done) ** 1.5 + 1e-3 * reach
        points = points + stride * np.minimum(1.0, limit / strength)[:, None]
    return points


def _push_exact(points: Points, mass: Points) -> Points:
    # Axis by axis: sums along rows of one number each take a third of those along rows of pairs.
    x, y = np.ascontiguousarray(points.T)
    right, down = x[:, None] - x, y[:, None] - y
    push = mass / np.maximum(right * right + down * down, 1e-6)
    both = np.stack([np.einsum("ij,ij->i", side, push) for side in (right, down)], axis=1)
    pushed: Points = both * (mass * len(mass) / mass.sum())[:, None]
    return pushed


class _Grid:
    """The push of all nodes on all nodes, by convolution on a grid (cloud in cell, both ways)."""

    def __init__(self) -> None:
        self.width = 2 * _CELLS
        steps = np.arange(self.width)
        steps = np.where(steps >= self.width // 2, steps - self.width, steps).astype(np.float64)
        dx, dy = np.meshgrid(steps, steps, indexing="ij")
        square = dx**2 + dy**2 + 0.25
        self.kernel = rfft2(np.stack([dx / square, dy / square]))

    def push(self, points: Points, mass: Points) -> Points:
        low = points.min(axis=0)
        cell = float(np.ptp(points, axis=0).max()) / (_CELLS - 2) or 1.0
        where = (points - low) / cell
        corner = where.astype(np.int64)
        fraction = where - corner
        field = np.zeros((self.width, self.width))
        corners = []
        for i in (0, 1):
            for j in (0, 1):
                weight = np.abs(1 - i - fraction[:, 0]) * np.abs(1 - j - fraction[:, 1])
                index = (corner[:, 0] + i) * self.width + corner[:, 1] + j
                corners.append((index, weight))
                field += np.bincount(index, weight * mass, self.width**2).reshape(field.shape)
        pushed = irfft2(rfft2(field)[None] * self.kernel, s=field.shape).reshape(2, -1)
        total = sum(pushed[:, index] * weight for index, weight in corners)
        scaled: Points = (total * (mass * len(mass) / (mass.sum() * cell))).T
        return scaled


def _spread(points: Points, radii: Points) -> Points:
    """Push overlapping pairs apart; the stride is capped, for summed pushes would tear groups up."""
    points = points.copy()
    reach = 2 * float(radii.max()) + _GAP
    for _ in range(200):
        pairs = pairs_within(points, reach)
        apart = points[pairs[:, 0]] - points[pairs[:, 1]]
        length = np.hypot(apart[:, 0], apart[:, 1])
        lack = radii[pairs].sum(axis=1) + _GAP - length
        close = lack > 0.5
        if not close.any():
            break
        pairs, apart, length, lack = pairs[close], apart[close], length[close], lack[close]
        same = length < 1e-6
        apart[same], length[same] = (1.0, 0.0), 1.0
        shove = apart * (0.5 * lack / length)[:, None]
        move = np.zeros_like(points)
        for axis in (0, 1):
            move[:, axis] += np.bincount(pairs[:, 0], shove[:, axis], len(points))
            move[:, axis] -= np.bincount(pairs[:, 1], shove[:, axis], len(points))
        stride = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        points += move * np.minimum(1.0, 12.0 / stride)[:, None]
    return points


def _pack(points: Points, parts: list[Pairs], radii: Points, room: Points, titled: list[Pairs]) -> None:
    """Lay components in rows, the largest first, into about the shape of a window."""
    heads = {int(part[0]) for part in titled}
    boxes = []
    for part in parts:
        margin = radii[part][:, None] + 2 * _GAP + (0.0 if int(part[0]) in heads else room[part])
        low, high = (points[part] - margin).min(axis=0), (points[part] + margin).max(axis=0)
        boxes.append((part, low, high - low, int(part[0]) in heads))
    if not boxes:
        return
    # A title keeps its size on the screen: how much of the picture it takes follows from how small the rest becomes.
    scale, corners, heading = 1.0, [], [(0.0, 0.0)] * len(boxes)
    for _ in range(_MEASURED if heads else 1):
        if heads:
            wide, high = (min(title / scale, most) for title, most in zip(_TITLE, _MOST, strict=True))
            heading = [
                (max(0.0, wide - float(extent[0])), high) if named else (0.0, 0.0) for *_, extent, named in boxes
            ]
        extents = [
            (float(extent[0]) + more[0], float(extent[1]) + more[1])
            for (*_, extent, _), more in zip(boxes, heading, strict=True)
        ]
        corners = _rows(extents, _WINDOW[0] / _WINDOW[1] if heads else _ASPECT)
        whole = [
            max(corner[axis] + extent[axis] for corner, extent in zip(corners, extents, strict=True)) for axis in (0, 1)
        ]
        scale = min(1.0, *(window / side for window, side in zip(_WINDOW, whole, strict=True)))
    for (part, low, _extent, _named), corner, more in zip(boxes, corners, heading, strict=True):
        points[part] += np.array([corner[0] + more[0] / 2, corner[1] + more[1]]) - low


def _rows(extents: list[tuple[float, float]], aspect: float = _ASPECT) -> list[tuple[float, float]]:
    """Return the corner of each box in rows, of all widths of a row the one that fills a window best.

    Examples
    --------
    >>> _rows([(10.0, 10.0)] * 5)
    [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (0.0, 10.0), (10.0, 10.0)]
    """
    widest = max(width for width, _ in extents)
    best: tuple[float, list[tuple[float, float]]] | None = None
    limit = 0.0
    for width, _height in extents[:_WIDTHS]:
        limit += width
        if limit < widest:
            continue
        corners, x, y, row, reach = [], 0.0, 0.0, 0.0, 0.0
        for across, down in extents:
            if x and x + across > limit * 1.05:
                x, y, row = 0.0, y + row, 0.0
            corners.append((x, y))
            x, row = x + across, max(row, down)
            reach = max(reach, x)
        span = max(reach / aspect, y + row)
        if best is None or span < best[0]:
            best = span, corners
    assert best
    return best[1]


def _grid(points: Points, alone: Pairs, radii: Points) -> None:
    if not len(alone):
        return
    others = np.setdiff1d(np.arange(len(points)), alone)
    pitch = 2 * float(radii[alone].max()) + 2 * _GAP
    if not len(others):
        # A few have room for their names.
        across = max(pitch, _NAMED_ALONE) if len(alone) <= _FEW else pitch
        columns = max(int(np.ceil(np.sqrt(len(alone) * _ASPECT * pitch / across))), 1)
        left = top = 0.0
    else:
        low, high = points[others].min(axis=0), points[others].max(axis=0)
        left, width, down, across = float(low[0]), float(high[0] - low[0]), pitch, pitch
        columns = max(int(width / pitch), int(np.sqrt(len(alone) * _ASPECT)), 1)
        if len(alone) <= _FEW:
            columns = min(len(alone), int(_WINDOW[0] / _NAMED[0]))
            rows = int(np.ceil(len(alone) / columns))
            scale = min(
                1.0,
                _WINDOW[0] / max(width, 1.0),
                (_WINDOW[1] - (rows + 1) * _NAMED[1]) / max(float(high[1] - low[1]), 1.0),
            )
            across, pitch = max(pitch, _NAMED[0] / scale), max(pitch, _NAMED[1] / scale)
            left = min(left, left + (width - columns * across) / 2)
        top = float(high[1]) + max(3 * down, 2 * pitch)
    order = np.arange(len(alone))
    points[alone, 0] = left + (order % columns) * across
    points[alone, 1] = top + (order // columns) * pitch
