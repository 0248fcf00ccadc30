"""Pictures of a property graph, one self-contained HTML file each.

Importing this is cheap: networkx, numpy, jinja2 and pyvis are loaded when something is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz.page import draw_map

__all__ = ["draw_map"]


def __getattr__(name: str) -> Any:
    if name == "draw_map":
        from viz.page import draw_map

        return draw_map
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
