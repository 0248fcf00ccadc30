"""Where the shapes of a map stand: one layout for who answers for what, and the rest placed around it."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from viz.beside import beside
from viz.layout import place
from viz.model import Map
from viz.scene import Scene, responsibilities

__all__ = ["positions"]

Points = npt.NDArray[np.float64]


def positions(content: Map, scene: Scene) -> Points:
    """Return where each shape of `scene` stands, one row (x, y) a shape.

    Agencies, tasks and targets with an owner are laid out by themselves, for they are seen first. Industries and the
    other targets wait until they are asked for; each finds the free spot nearest to its tasks, and nothing moves for it.
    """
    if scene.sides is None and any(node.kind == "Task" for node in content.nodes):
        return _with_the_rest(content, scene)
    return place([shape.size for shape in scene.shapes], scene.lines, scene.pulls, scene.sides)


def _with_the_rest(content: Map, scene: Scene) -> Points:
    kept, inner = responsibilities(content)
    points = np.zeros((len(scene.shapes), 2))
    points[kept] = place([shape.size for shape in inner.shapes], inner.lines, inner.pulls)
    placed = set(kept)
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for edge in content.edges:
        joined[edge.source].append(edge.target)
        joined[edge.target].append(edge.source)
    left = [i for i in range(len(scene.shapes)) if i not in placed]
    # Industries may hang on industries only: those that touch what stands already come first.
    while left:
        near = [i for i in left if any(other in placed for other in joined[i])] or left
        for kind in ("Industry", "Target"):
            group = [i for i in near if content.nodes[i].kind == kind]
            if not group:
                continue
            standing = sorted(placed)
            low = float(points[standing, 1].max()) + 60.0
            wishes = []
            for i in group:
                anchors = [other for other in joined[i] if other in placed]
                wishes.append(tuple(points[anchors].mean(axis=0)) if anchors else (0.0, low))
            radius = max(scene.shapes[i].size for i in group)
            points[group] = beside(points[standing], [scene.shapes[i].size for i in standing], wishes, radius)
            placed.update(group)
        left = [i for i in left if i not in placed]
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    centred: Points = np.round(points - middle, 1) + 0.0  # adding 0 turns -0.0 into 0.0
    return centred
