"""The map as one file: pyvis holds the network, our own template makes the page.

Of pyvis only the network and its renderer are used. Its template loads things from the internet, writes text as
markup and opens files in the locale's encoding; ours does none of that. The finished page names no address at all:
even the web addresses in vis-network's notices lose their scheme, so that a search of the file for one proves it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import SettingsError, TooLargeToDraw
from graph.files import write_file
from graph.messages import _
from graph.model.schema import BASES, LABELS, RELATIONSHIPS, Label, Relationship, label, relationship
from graph.visible import visible
from viz.captions import words
from viz.initials import search_initials
from viz.model import DRAWN, Edge, Map, Node, read
from viz.modules import joined
from viz.offline import island
from viz.pyvis_network import network_class
from viz.scene import Scene, agencies_and_plans, everything
from viz.style import BASE_DASHES, LIGHTS, NODES, ORPHAN, edge_style

if TYPE_CHECKING:
    import networkx as nx
    from markupsafe import Markup

__all__ = ["draw_map", "vis_library"]

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_SCHEME = re.compile("http", re.IGNORECASE)


def draw_map(
    graph: nx.MultiDiGraph,
    path: str | Path,
    *,
    title: str = "责任图",
    lang: str = "zh",
    limit: int = 5000,
    detail: int = 300,
    overview: bool = False,
    focus: str | None = None,
    on_overview: Callable[[dict[str, int]], None] | None = None,
    progress: Mapping[str, tuple[str, str]] | None = None,
) -> Path:
    """Write `graph` as one self-contained interactive HTML file.

    Parameters
    ----------
    graph
        A property graph as `graph.model.schema` describes it, whole or a subgraph.
    path
        The file to write; folders that are missing are made. An older file is replaced only by a complete new one.
    title
        Heading of the page.
    lang
        ``zh`` or ``en``: language of the page's own words. The plans' words stay as they are.
    limit
        Most shapes to draw. Where agencies, tasks, industries and targets are more, the page is an overview.
    detail
        Most agencies and tasks to draw one by one; where there are more, the page is an overview in which a double
        click draws those of an agency, a plan or a task.
    overview
        Draw an overview of agencies and plans, whatever the size: a line stands for all that an agency does in a plan.
    focus
        Id of the agency or task that the page opens on: selected, with what it has to do by role and its partners
        outside. The rest of the map is a click away.
    on_overview
        Called with the number of things the page holds, by label, if it is an overview.
    progress
        Id of a task to its light (red, yellow, green, grey) and to the line that its panel shows of it.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    TooLargeToDraw
        If an overview too would hold more than `limit` shapes. Nothing is left out instead.
    SchemaError
        If the graph does not obey the schema.
    SettingsError
        If `lang` is not a language of the page, the installed pyvis is not the one this was written for,
        or the file cannot be written.
    """
    vocabulary = words(lang)
    counts = Counter(kind for _, kind in graph.nodes(data="label"))
    overview = overview or sum(counts[kind] for kind in DRAWN) > limit or counts["Agency"] + counts["Task"] > detail
    content = read(graph, progress, focus=focus)
    scene = agencies_and_plans(content) if overview else everything(content)
    if len(scene.shapes) > limit:
        raise TooLargeToDraw(
            _(
                "{path}：图中将有 {count:,} 个图形，上限是 {limit:,}；请用 --agency、--plan 或 --task 缩小范围，或提高上限",
                path=path,
                count=len(scene.shapes),
                limit=limit,
            )
        )
    written = Path(path)
    write_file(written, _render(content, scene, overview, title, lang, vocabulary).encode())
    if overview and on_overview:
        on_overview({kind: counts[kind] for kind in (*DRAWN, "Plan")})
    return written


def _render(content: Map, scene: Scene, overview: bool, title: str, lang: str, vocabulary: dict[str, str]) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from viz.positions import positions

    points = positions(content, scene)
    network = network_class()(directed=True, cdn_resources="in_line")
    network.nodes = [
        {
            "id": shape.id,
            "x": float(x),
            "y": float(y),
            "size": shape.size,
            "group": shape.kind + ("Hollow" if shape.hollow else ""),
        }
        for shape, (x, y) in zip(scene.shapes, points, strict=True)
    ]
    network.edges = [
        {"id": i, "from": scene.shapes[source].id, "to": scene.shapes[target].id}
        for i, (source, target) in enumerate(scene.lines)
    ]
    network.options = _options()

    static = files("viz").joinpath("static")
    library = vis_library()
    own = joined("map.js")
    style = static.joinpath("map.css").read_text("utf-8")
    environment = Environment(loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined)
    environment.filters["island"] = island
    environment.globals["page"] = {
        "title": Markup(_SCHEME.sub(lambda m: f"&#{ord(m[0][0])};{m[0][1:]}", str(Markup.escape(_clean(title))))),
        "lang": "zh-CN" if lang == "zh" else "en",
        "words": vocabulary,
        "content": _payload(content, overview, lang, vocabulary)
        | ({"focus": content.focus} if content.focus is not None else {}),
        "policy": f"default-src 'none'; script-src {_hash(library)} {_hash(own)}; "
        "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'",
        "library": _inline(library),
        "script": _inline(own),
        "style": Markup(style),
        "licence": static.joinpath("LICENSE-vis-network.txt").read_text("utf-8"),
    }
    network.templateEnv, network.path = environment, "map.html.j2"
    return str(network.generate_html())


def _options() -> dict[str, Any]:
    groups = {}
    for kind, look in NODES.items():
        groups[kind] = {
            "shape": look.shape,
            "color": {"background": look.colour, "border": "#ffffff"},
            "borderWidth": 1.5,
        }
        groups[kind + "Hollow"] = {
            "shape": look.shape,
            "color": {"background": "#ffffff", "border": _hollow_colour(kind)},
            "borderWidth": 2.5,
        }
    return {
        "groups": groups,
        "nodes": {"chosen": False, "borderWidthSelected": 1.5},
        "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
        "layout": {"improvedLayout": False},
        "physics": {"enabled": False},
        "interaction": {
            "hover": False,
            "dragNodes": False,
            "selectable": False,
            "keyboard": {"enabled": True, "bindToWindow": False},
        },
    }


def _payload(content: Map, overview: bool, lang: str, vocabulary: dict[str, str]) -> dict[str, Any]:
    """Return everything the page says, as plain values; strings that edges share stand once in `texts`."""
    caption = 0 if lang == "zh" else 1
    texts: dict[str, int] = {}
    columns = _columns(content.edges)
    roles = [item for item in RELATIONSHIPS if any(edge.kind == item.name for edge in content.edges)]
    counts = Counter(node.kind for node in content.nodes)
    counts["Plan"] = len(content.plans)
    described: list[Label | Relationship] = [*LABELS, *roles]
    reported = any("progress" in node.facts for node in content.nodes)
    return {
        "words": vocabulary,
        "kinds": [
            {
                "name": kind,
                "caption": _caption(label(kind), caption),
                "glyph": NODES[kind].glyph,
                "hollow": NODES[kind].hollow_glyph,
                "colour": NODES[kind].colour,
                "hollow_colour": _hollow_colour(kind),
                "rank": NODES[kind].rank,
                "count": counts[kind],
            }
            for kind in (*DRAWN, *(["Plan"] if overview else []))
        ],
        "lights": [{"name": name, "colour": colour} for name, colour in LIGHTS.items()] if reported else [],
        "roles": [
            {
                "name": item.name,
                "caption": _caption(item, caption),
                "colour": edge_style(item.name).colour,
                "width": edge_style(item.name).width,
                "mark": edge_style(item.name).mark,
                "graded": any(prop.name == "basis" for prop in item.properties),
            }
            for item in roles
        ],
        "bases": [
            {
                "name": name,
                "caption": captions[caption],
                "doc": vocabulary[f"value_{name}"],
                "dashes": BASE_DASHES[name],
            }
            for name, captions in BASES.items()
            if name != "manual" or any(edge.facts.get("basis") == name for edge in content.edges)
        ],
        "captions": {
            item.name: {prop.name: (prop.caption, prop.english)[caption] for prop in item.properties}
            | ({"progress": _caption(label("Progress"), caption)} if reported and item.name == "Task" else {})
            for item in described
        },
        "plans": [
            {
                "title": plan.title,
                "region": plan.region,
                "facts": plan.facts,
                "mentions": plan.mentions,
                "initials": search_initials([plan.title]),
            }
            for plan in content.plans
        ],
        "nodes": [_said(node) for node in content.nodes],
        "columns": columns,
        "edges": [
            [_pooled(edge.kind, texts), *(_pooled(edge.facts.get(column), texts) for column in columns)]
            for edge in content.edges
        ],
        "texts": list(texts),
        "omitted": [
            {"caption": _caption(label(kind), caption), "count": count}
            for kind, count in content.omitted.items()
            if not (overview and kind == "Plan")
        ],
    } | ({"ends": [(edge.source, edge.target) for edge in content.edges]} if overview else {})


def _hollow_colour(kind: str) -> str:
    """Return the colour of what is drawn hollow: a task nobody answers for is red, a collective is blue as agencies are."""
    return ORPHAN if kind == "Task" else NODES[kind].colour


#: A level word in front of a name, which its place replaces: 洛阳市工信局.
_LEVEL = re.compile("^[省市县区州盟旗]")


def _initials(node: Node) -> list[str]:
    """Return what a search by the first letters of pinyin finds: every name, an agency's also behind its place."""
    names = [node.name, *(node.facts.get("aliases") or ())]
    region = node.facts.get("region") if node.kind == "Agency" else None
    if region:
        names += [region + _LEVEL.sub("", name) for name in names if not name.startswith(region)]
    return search_initials(names)


def _said(node: Node) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": node.kind, "name": node.name, "short": node.short, "facts": node.facts}
    optional = {
        "hollow": node.hollow,
        "plan": node.plan,
        "years": node.years,
        "path": node.path,
        "mentions": node.mentions,
        "initials": _initials(node),
    }
    return said | {
        name: value for name, value in optional.items() if value is not None and value is not False and value != []
    }


def _columns(edges: list[Edge]) -> list[str]:
    kinds = sorted({edge.kind for edge in edges})
    used = {name for edge in edges for name in edge.facts}
    names = dict.fromkeys(prop.name for kind in kinds for prop in relationship(kind).properties)
    return [name for name in names if name in used]


def _pooled(value: Any, texts: dict[str, int]) -> Any:
    """Return numbers and truth values as they are, and a string as [its index in the pool]."""
    return [texts.setdefault(value, len(texts))] if isinstance(value, str) else value


def _caption(item: Any, index: int) -> str:
    return str((item.caption, item.english)[index])


def vis_library() -> str:
    """Return pyvis' copy of vis-network, if it is the one whose notice and behaviour we know."""
    data = files("pyvis").joinpath(VIS).read_bytes()
    if hashlib.sha256(data).hexdigest() != VIS_SHA256:
        raise SettingsError(
            _("pyvis/{file} 不是 pyvis 0.3.2 所带的 vis-network 9.1.2；请重新安装 pyvis==0.3.2 后再画图", file=VIS)
        )
    # A browser turns CR LF into LF before it compares the hash of a script with the policy.
    head, end, body = data.decode("utf-8").replace("\r\n", "\n").partition("*/")
    return re.sub("https?://", "", head) + end + body.replace("http", r"\x68ttp")


def _inline(script: str) -> Markup:
    from markupsafe import Markup

    if "</script" in script or "<!--" in script:
        raise SettingsError(_("页面脚本已损坏；请重新安装 zerentu 和 pyvis==0.3.2"))
    return Markup(script)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _clean(text: str) -> str:
    """Return `text` with what HTML or UTF-8 cannot hold, and what would turn its lines round, as visible signs."""
    return visible(text, lines=True)
