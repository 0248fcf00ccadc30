"""Who works with whom as one offline page: a drawing without any script, each line with the tasks that it stands for.

Where nearly all work with all, every line would hide the others: the strongest are drawn, so many that all agencies
hang together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from graph.files import write_file
from viz.offline import style_of

__all__ = ["Line", "Spot", "strongest", "write_network"]

#: Lines drawn for each agency, beside those that hold the network together.
_LINES = 2
_MARGIN = 90
#: Okabe-Ito, for groups; whoever belongs to none is grey.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442")
_GREY = "#9AA5B1"


@dataclass(frozen=True)
class Spot:
    """An agency: its name, its size in tasks, its group from 1 or 0, and what its tooltip says."""

    name: str
    tasks: int
    group: int
    told: str


@dataclass(frozen=True)
class Line:
    """Two agencies, as positions in the spots, the number of tasks they share and what these are."""

    one: int
    other: int
    tasks: int
    told: str


def strongest(spots: int, lines: Sequence[Line]) -> list[Line]:
    """Return the lines to draw: the strongest that join everything, and the strongest of the rest.

    Examples
    --------
    >>> ring = [Line(0, 1, 5, ""), Line(1, 2, 4, ""), Line(0, 2, 1, "")]
    >>> [line.tasks for line in strongest(3, ring)]
    [5, 4, 1]
    """
    ordered = sorted(lines, key=lambda line: (-line.tasks, line.one, line.other))
    root = list(range(spots))

    def top(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    joining = []
    for line in ordered:
        one, other = top(line.one), top(line.other)
        if one != other:
            root[one] = other
            joining.append(line)
    kept = {*joining, *ordered[: _LINES * spots]}
    return [line for line in ordered if line in kept]


def write_network(
    path: str | Path, title: str, note: str, spots: Sequence[Spot], lines: Sequence[Line], *, lang: str = "zh"
) -> Path:
    """Write the network as one offline HTML file.

    Parameters
    ----------
    path
        The file to write.
    title, note
        Heading of the page, and a line below it.
    spots, lines
        Agencies, and what two of them share; of the lines the `strongest` are drawn.
    lang
        ``zh`` or ``en``.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from viz.layout import place

    kept = strongest(len(spots), lines)
    most = max((line.tasks for line in kept), default=1)
    radii = [8 + 3 * sqrt(spot.tasks) for spot in spots]
    # Names stand below: the layout keeps room for them.
    room = [max(radius + 10, 6.5 * len(spot.name)) for radius, spot in zip(radii, spots, strict=True)]
    points = place(room, [(line.one, line.other) for line in kept], [line.tasks / most for line in kept])
    low = [min((float(x) for x in points[:, at]), default=0.0) - _MARGIN for at in (0, 1)] if len(spots) else [0.0, 0.0]
    places = [(round(float(x) - low[0], 1), round(float(y) - low[1], 1)) for x, y in points]
    environment = Environment(
        loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("network.html.j2").render(
        title=title,
        lang="zh-CN" if lang == "zh" else "en",
        note=note,
        width=max((x for x, _ in places), default=0) + _MARGIN,
        height=max((y for _, y in places), default=0) + _MARGIN,
        lines=[
            {"from": places[line.one], "to": places[line.other], "width": round(1 + 7 * line.tasks / most, 1), "line": line}
            for line in kept
        ],
        spots=[
            {"at": at, "radius": round(radius, 1), "colour": _colour(spot.group), "spot": spot}
            for spot, at, radius in zip(spots, places, radii, strict=True)
        ],
        style=Markup(style_of("report")),
    )  # fmt: skip
    written = Path(path)
    write_file(written, page.encode("utf-8", "replace"))
    return written


def _colour(group: int) -> str:
    return _COLOURS[(group - 1) % len(_COLOURS)] if group else _GREY
