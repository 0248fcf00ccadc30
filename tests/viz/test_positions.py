from __future__ import annotations

import networkx as nx
import numpy as np

from viz.layout import place
from viz.model import read
from viz.positions import positions
from viz.scene import agencies_and_plans, everything, responsibilities


def test_what_answers_for_what_stands_as_if_it_were_alone(plan_graph: nx.MultiDiGraph) -> None:
    content = read(plan_graph)
    points = positions(content, everything(content))
    kept, inner = responsibilities(content)
    alone = place([shape.size for shape in inner.shapes], inner.lines, inner.pulls)
    assert np.allclose(points[kept] - points[kept[0]], alone - alone[0], atol=0.11)


def test_a_target_stands_next_to_its_task_and_no_two_shapes_touch(plan_graph: nx.MultiDiGraph) -> None:
    content = read(plan_graph)
    scene = everything(content)
    points = positions(content, scene)
    names = [node.name for node in content.nodes]
    task, target, lead = (points[names.index(name)] for name in ("改造水泥窑炉", "改造窑炉", "市工业和信息化局"))
    assert np.hypot(*(target - task)) < np.hypot(*(lead - task))
    for i, one in enumerate(scene.shapes):
        for j, other in enumerate(scene.shapes[:i]):
            assert np.hypot(*(points[i] - points[j])) >= one.size + other.size


def test_industries_alone_and_an_overview_have_a_layout_of_their_own(plan_graph: nx.MultiDiGraph) -> None:
    content = read(plan_graph)
    overview = agencies_and_plans(content)
    expected = place([shape.size for shape in overview.shapes], overview.lines, overview.pulls, overview.sides)
    assert (positions(content, overview) == expected).all()
    bare = read(plan_graph.subgraph([key for key, kind in plan_graph.nodes(data="label") if kind == "Industry"]).copy())
    assert positions(bare, everything(bare)).shape == (2, 2)
