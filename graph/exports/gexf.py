"""GEXF 1.2draft for Gephi.

Written here and not by networkx, which takes our ``start`` and ``end`` (offsets in a text) for times and
makes every graph a dynamic one. The short name of a node is its label, what it is stands in the column ``labels``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from graph.exports.flat import EDGES, NODES, Text, caption
from graph.files import new_file
from graph.model.declarations import Kind

__all__ = ["write_gexf"]

_TYPES: dict[Kind, str] = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string",
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    '<graph defaultedgetype="directed" mode="static">\n'
)


def write_gexf(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write `graph` to `path`; return how many texts held characters that XML cannot hold.

    Raises
    ------
    SettingsError
        If the file cannot be written, or an id holds such a character.
    """
    text = Text()
    with new_file(path) as out:
        out.write(_HEAD)
        out.write('<attributes class="node">\n<attribute id="labels" title="labels" type="string"/>\n')
        out.writelines(_attributes(NODES))
        out.write('</attributes>\n<attributes class="edge">\n')
        out.writelines(_attributes(EDGES))
        out.write("</attributes>\n<nodes>\n")
        for key, data in graph.nodes(data=True):
            name = data["label"]
            out.write(f'<node id="{text.id(key)}" label="{text.text(caption(key, data))}"><attvalues>')
            out.write(_value(("labels", name)))
            out.writelines(_value(found) for found in text.values(NODES[name], data))
            out.write("</attvalues></node>\n")
        out.write("</nodes>\n<edges>\n")
        for number, (source, target, kind, data) in enumerate(graph.edges(keys=True, data=True)):
            ends = f'source="{text.id(source)}" target="{text.id(target)}"'
            out.write(f'<edge id="{number}" {ends} label="{kind}"><attvalues>')
            out.writelines(_value(found) for found in text.values(EDGES[kind], data))
            out.write("</attvalues></edge>\n")
        out.write("</edges>\n</graph>\n</gexf>\n")
    return text.changed


def _attributes(known: dict[str, dict[str, Kind]]) -> Iterator[str]:
    for name, kind in dict.fromkeys(column for mine in known.values() for column in mine.items()):
        yield f'<attribute id="{name}" title="{name}" type="{_TYPES[kind]}"/>\n'


def _value(found: tuple[str, str]) -> str:
    return f'<attvalue for="{found[0]}" value="{found[1]}"/>'
