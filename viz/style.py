"""What each kind of thing looks like: shape and colour of nodes, colour, width and mark of roles, dash of bases.

Colours are near the Okabe-Ito palette, which colour-blind readers can tell apart; no meaning hangs on colour alone,
since kinds differ in shape, bases in dash and roles in the width of their line and the mark at its end.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BASE_DASHES", "EDGES", "LIGHTS", "NODES", "ORPHAN", "EdgeStyle", "NodeStyle", "edge_style"]

#: Tasks that nobody answers for.
ORPHAN = "#C8102E"

#: What a task of each light is filled with; its name carries the word, for those who cannot tell the colours apart.
LIGHTS = {"red": "#C8102E", "yellow": "#F2C200", "green": "#1E9E54", "grey": "#A8B0B8"}


@dataclass(frozen=True)
class NodeStyle:
    """How a kind of node is drawn; `rank` orders labels where there is no room for all."""

    glyph: str
    hollow_glyph: str
    shape: str
    colour: str
    size: float
    rank: float


@dataclass(frozen=True)
class EdgeStyle:
    """How a type of relationship is drawn, and how strongly it pulls its ends together.

    `mark` is vis-network's name of what stands at the end of a responsibility's line. Industries are named by every plan: pulled like owners they would knot all plans into one ball.
    """

    colour: str
    width: float
    pull: float = 1.0
    mark: str = ""


NODES: dict[str, NodeStyle] = {
    "Agency": NodeStyle("■", "□", "square", "#0072B2", 11, 4.0),
    "Task": NodeStyle("●", "○", "dot", "#E69F00", 8, 1.0),
    "Industry": NodeStyle("▲", "△", "triangle", "#009E73", 9, 1.5),
    "Target": NodeStyle("◆", "◇", "diamond", "#B5629B", 8, 0.5),
    "Plan": NodeStyle("⬢", "⬡", "hexagon", "#3A4652", 13, 6.0),
}

EDGES: dict[str, EdgeStyle] = {
    "LEADS": EdgeStyle("#C84B00", 3.2, mark="arrow"),
    "CO_OWNS": EdgeStyle("#0072B2", 1.7, mark="circle"),
    "SUPPORTS": EdgeStyle("#56B4E9", 1.3, mark="bar"),
    "GUIDES": EdgeStyle("#7B4EA3", 1.3, mark="diamond"),
    "IMPLEMENTS": EdgeStyle("#6B7280", 1.3, mark="box"),
    "CONCERNS": EdgeStyle("#8CC9B5", 1.0, 0.12),
    "SETS": EdgeStyle("#D3A9C6", 1.0),
}
_OTHER = EdgeStyle("#9AA5B1", 1.0, 0.12)

#: Dash pattern of each basis, in canvas units; an empty list is a solid line.
BASE_DASHES: dict[str, list[int]] = {
    "explicit": [],
    "rule": [16, 5],
    "sole": [12, 4, 2, 4],
    "listed": [4, 4],
    "manual": [2, 6],
}


def edge_style(kind: str) -> EdgeStyle:
    """Return the style of a relationship type; types without one of their own are grey."""
    return EDGES.get(kind, _OTHER)
