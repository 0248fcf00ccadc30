"""No meaning hangs on colour alone."""

from __future__ import annotations

from graph.model.schema import BASES, RELATIONSHIPS, ROLES
from viz.style import BASE_DASHES, EDGES, NODES, EdgeStyle, edge_style


def test_kinds_of_nodes_differ_in_shape_and_in_glyph() -> None:
    for of in ("shape", "glyph", "hollow_glyph"):
        assert len({getattr(style, of) for style in NODES.values()}) == len(NODES)


def test_every_role_has_a_colour_of_its_own() -> None:
    assert len({EDGES[kind].colour for kind in ROLES.values()}) == len(ROLES)


def test_every_grade_has_a_dash_of_its_own() -> None:
    assert list(BASE_DASHES) == list(BASES)
    assert len({tuple(dash) for dash in BASE_DASHES.values()}) == len(BASES)


def test_types_without_a_style_of_their_own_are_grey() -> None:
    assert {item.name for item in RELATIONSHIPS} >= set(EDGES)
    assert edge_style("LEADS") == EDGES["LEADS"]
    assert edge_style("WITHIN") == EdgeStyle("#9AA5B1", 1.0, 0.12)


def test_roles_differ_in_mark_and_the_lead_is_widest() -> None:
    from graph.model.schema import RESPONSIBILITIES

    styles = {item.name: edge_style(item.name) for item in RESPONSIBILITIES}
    assert len({style.mark for style in styles.values()}) == len(styles)
    assert all(style.width < styles["LEADS"].width for name, style in styles.items() if name != "LEADS")
