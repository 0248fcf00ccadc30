"""GraphML that Gephi, Neo4j (APOC) and networkx read alike.

The label of a node and the type of a relationship stand twice: as attributes of the element, where
APOC looks for them, and as data, where Gephi does. Lists are JSON text in a column marked ``attr.list``, as APOC has them;
ids are those of the elements (``storeNodeIds: true`` brings them back as properties).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from graph.exports.flat import EDGES, NODES, Text, caption
from graph.files import new_file
from graph.model.declarations import Kind

__all__ = ["write_graphml"]

_TYPES: dict[Kind, str] = {
    "string": '"string"',
    "integer": '"long"',
    "float": '"double"',
    "boolean": '"boolean"',
    "strings": '"string" attr.list="string"',
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
    '<key id="labels" for="node" attr.name="labels" attr.type="string"/>\n'
    '<key id="caption" for="node" attr.name="label" attr.type="string"/>\n'
    '<key id="label" for="edge" attr.name="label" attr.type="string"/>\n'
)


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write `graph` to `path`; return how many texts held characters that XML cannot hold.

    Raises
    ------
    SettingsError
        If the file cannot be written, or an id holds such a character.
    """
    text = Text()
    with new_file(path) as out:
        out.write(_HEAD)
        out.writelines(_keys("node", NODES))
        out.writelines(_keys("edge", EDGES))
        out.write('<graph id="G" edgedefault="directed">\n')
        for key, data in graph.nodes(data=True):
            name = data["label"]
            out.write(
                f'<node id="{text.id(key)}" labels=":{name}"><data key="labels">:{name}</data>'
                f'<data key="caption">{text.text(caption(key, data))}</data>'
            )
            out.writelines(_data("n", found) for found in text.values(NODES[name], data))
            out.write("</node>\n")
        for number, (source, target, kind, data) in enumerate(graph.edges(keys=True, data=True)):
            out.write(
                f'<edge id="e{number}" source="{text.id(source)}" target="{text.id(target)}" label="{kind}">'
                f'<data key="label">{kind}</data>'
            )
            out.writelines(_data("e", found) for found in text.values(EDGES[kind], data))
            out.write("</edge>\n")
        out.write("</graph>\n</graphml>\n")
    return text.changed


def _keys(of: str, known: dict[str, dict[str, Kind]]) -> Iterator[str]:
    for name, kind in dict.fromkeys(column for mine in known.values() for column in mine.items()):
        yield f'<key id="{of[0]}_{name}" for="{of}" attr.name="{name}" attr.type={_TYPES[kind]}/>\n'


def _data(of: str, found: tuple[str, str]) -> str:
    return f'<data key="{of}_{found[0]}">{found[1]}</data>'
