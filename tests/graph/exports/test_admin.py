"""The folder for neo4j-admin, read as its RFC has it; `test_neo4j_import` lets the real tool read it."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from any_plan import hostile, known_only, plans
from hypothesis import HealthCheck, given, settings

from graph.errors import SettingsError
from graph.exports import export
from graph.model.frames import to_frames

CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))([,\n])')


def cells(text):
    """Rows of a CSV; None for a cell that is not quoted and empty, which the csv module cannot tell from ''."""
    rows, row, at = [], [], 0
    while at < len(text):
        match = CELL.match(text, at)
        quoted, bare, end = match.groups()
        row.append(quoted.replace('""', '"') if quoted is not None else bare or None)
        at = match.end()
        if end == "\n":
            rows.append(row)
            row = []
    return rows


def read(folder):
    """Return nodes and relationships of a folder as the import tool takes them."""
    delimiter = re.search(r"--array-delimiter=(\S+?)['\"]", (folder / "import.sh").read_text(encoding="utf-8"))[1]
    delimiter = chr(int(delimiter[2:], 16)) if len(delimiter) > 1 else delimiter
    convert = {
        "string": str,
        "long": int,
        "double": float,
        "boolean": {"true": True, "false": False}.__getitem__,
        "string[]": lambda text: text.split(delimiter),
    }
    nodes, edges = {}, {}
    for file in sorted(folder.glob("*.header.csv")):
        (header,) = cells(file.read_text(encoding="utf-8"))
        text = (folder / file.name.replace(".header", "")).read_bytes().decode()
        for row in cells(text):
            values = dict(zip(header, row, strict=True))
            data = {
                name.partition(":")[0]: convert[name.partition(":")[2]](value)
                for name, value in values.items()
                if value is not None and name.partition(":")[2] in convert
            }
            if (labels := values.get(":LABEL")) is not None:
                key = next(value for name, value in values.items() if ":ID(" in name)
                nodes[key] = (labels.split(delimiter)[0], {"id": key, **data})
            else:
                ends = [value for name, value in values.items() if "_ID(" in name]
                edges[(*ends, values[":TYPE"])] = data
    return nodes, edges


def told(data):
    """What the files can tell: not an empty list from none, that stands in the script for afterwards."""
    return {name: value for name, value in known_only(data).items() if value not in ([], [""])}


@given(plans())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan_reads_back(tmp_path_factory, graph):
    folder = tmp_path_factory.mktemp("admin") / "导出"
    export(graph, folder, "neo4j-admin")
    nodes, edges = read(folder)
    assert nodes == {key: (data["label"], told(data)) for key, data in graph.nodes(data=True)}
    assert edges == {
        (source, target, kind): known_only(data) for source, target, kind, data in graph.edges(keys=True, data=True)
    }


def test_headers_have_types_and_groups(tmp_path, sample_graph):
    export(sample_graph(), tmp_path / "a", "neo4j-admin")
    header = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "a").glob("*.header.csv")}
    assert header["Agency.header.csv"] == (
        "id:ID(Agency),name:string,region:string,level:string,kind:string,functional_line:string,aliases:string[],:LABEL\n"
    )
    assert header["CONCERNS.Task.Industry.header.csv"] == (
        ":START_ID(Task),:END_ID(Industry),written:string,order:long,:TYPE\n"
    )
    assert "value:double" in header["Target.header.csv"]
    assert (tmp_path / "a" / "Region.csv").read_bytes().startswith(b'"region-')


def test_scripts_name_every_file_and_fit_the_data(tmp_path, sample_graph):
    export(sample_graph(), tmp_path / "a", "neo4j-admin")
    shell = (tmp_path / "a" / "import.sh").read_text(encoding="utf-8")
    batch = (tmp_path / "a" / "import.cmd").read_bytes().decode("ascii")
    assert batch.count("\n") == batch.count("\r\n")
    for text in (shell, batch):
        assert "neo4j-admin database import full" in text
        assert {"--id-type=string", "--multiline-fields=true", "--array-delimiter=;"} <= set(
            re.findall(r"--[^'\"]+", text)
        )
        named = [
            name for names in re.findall(r"--(?:nodes|relationships)=([^'\"]+)", text) for name in names.split(",")
        ]
        assert sorted(named) == sorted(f"./{file.name}" for file in (tmp_path / "a").glob("*.csv"))
    assert (tmp_path / "a" / "import.sh").stat().st_mode & 0o111


def test_the_character_between_items_is_in_none_of_them(tmp_path, sample_graph):
    graph = sample_graph()
    plan = next(data for _, data in graph.nodes(data=True) if data["label"] == "Plan")
    plan["issuers"] = ["甲;乙", "丙|丁"]
    export(graph, tmp_path / "a", "neo4j-admin")
    assert "--array-delimiter=U+001F" in (tmp_path / "a" / "import.sh").read_text(encoding="utf-8")
    assert dict(read(tmp_path / "a")[0].values())["Plan"]["issuers"] == ["甲;乙", "丙|丁"]
    plan["issuers"] = [";|\x1f\x1e\x01\ue000"]
    with pytest.raises(SettingsError, match="every character"):
        export(graph, tmp_path / "a", "neo4j-admin")


def test_a_long_text_gets_a_long_buffer(tmp_path, sample_graph):
    graph = sample_graph()
    next(data for _, data in graph.nodes(data=True) if data["label"] == "Plan")["stored_text"] = "长" * 2_000_000
    export(graph, tmp_path / "a", "neo4j-admin")
    shell = (tmp_path / "a" / "import.sh").read_text(encoding="utf-8")
    assert int(re.search(r"--read-buffer-size=(\d+)", shell)[1]) > 6_000_000


def test_only_an_earlier_export_is_replaced(tmp_path, sample_graph):
    folder = tmp_path / "a"
    export(hostile(sample_graph()), folder, "neo4j-admin")
    (folder / "Extra.csv").touch()
    export(sample_graph(), folder, "neo4j-admin")
    assert not (folder / "Extra.csv").exists()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "论文.docx").write_text("重要", encoding="utf-8")
    with pytest.raises(SettingsError, match="holds other files"):
        export(sample_graph(), mine, "neo4j-admin")
    with pytest.raises(SettingsError, match="is a file"):
        export(sample_graph(), mine / "论文.docx", "neo4j-admin")
    assert (mine / "论文.docx").read_text(encoding="utf-8") == "重要"
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a", "mine"]


def test_an_empty_graph_is_a_sentence(tmp_path):
    with pytest.raises(SettingsError, match="nothing to export"):
        export(nx.MultiDiGraph(), tmp_path / "a", "neo4j-admin")
    assert not to_frames(nx.MultiDiGraph()).nodes
