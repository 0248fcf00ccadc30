"""The server for assistants, driven by the SDK's own client in a process of its own."""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from zerentu.cli import run
from zerentu.library import load, sample_plan

TOOLS = ["ask", "agency", "task", "audit", "targets", "resolve", "plans", "cypher"]
CALLS = [
    ("ask", {"question": "云泽市财政局负责哪些任务"}),
    ("ask", {"question": "云泽市财政局局长是谁"}),
    ("agency", {"name": "市财政局", "role": "配合"}),
    ("agency", {"name": "市水族局"}),
    ("task", {"text": "园区"}),
    ("audit", {"rules": ["无责任单位"]}),
    ("targets", {"due": 2027}),
    ("resolve", {"name": "市发改委", "region": "云泽市"}),
    ("plans", {}),
    ("cypher", {"query": "MATCH (t:Task) RETURN t.title AS title, t.text AS text ORDER BY title", "limit": 2}),
    ("cypher", {"query": "MATCH (t:Task) SET t.title = '' RETURN t"}),
    ("cypher", {"query": "MATCH (t:Task) DETACH DELETE t"}),
]


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("served") / "sample.lbug"
    load([sample_plan()], db=path)
    return path


@pytest.fixture(scope="module")
def served(db):
    """What the client lists, and what it gets for each of `CALLS`."""

    async def drive():
        root = str(Path(__file__).parents[2])
        environment = {"PYTHONPATH": root, "ZERENTU_LANG": "zh", "PATH": os.environ["PATH"]}
        line = StdioServerParameters(
            command=sys.executable, args=["-m", "zerentu", "mcp", "--db", str(db)], env=environment
        )
        async with Client(line) as client:
            listed = await client.list_tools()
            return listed.tools, [await client.call_tool(name, given) for name, given in CALLS]

    # In a thread of its own: a browser of other tests may hold the loop of this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, drive).result()


def results(served, name):
    return [result for (called, _), result in zip(CALLS, served[1], strict=True) if called == name]


def test_every_tool_is_listed_and_read_only(served):
    assert [tool.name for tool in served[0]] == TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in served[0])


def test_a_question_is_answered_as_on_the_command_line(served, db, capsys):
    said, refused = (result.structured_content for result in results(served, "ask"))
    assert run(["ask", "云泽市财政局负责哪些任务", "--format", "json", "--db", str(db)]) == 0
    assert said == json.loads(capsys.readouterr().out)
    assert said["rows"] and all(row["quote"] and row["line"] for row in said["rows"])
    assert (refused["answer"], refused["why"]) == ("refused", "unsupported")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("agency", ["agency", "市财政局", "--role", "support"]),
        ("task", ["task", "园区"]),
        ("audit", ["audit", "--rule", "no_owner"]),
        ("targets", ["targets", "--due", "2027"]),
        ("plans", ["plans"]),
    ],
)
def test_rows_are_those_of_the_command(served, db, capsys, name, line):
    found = results(served, name)[0].structured_content
    assert run([*line, "--format", "json", "--db", str(db)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert found == {"count": len(rows), "rows": rows}
    assert rows


def test_a_name_is_resolved_with_its_reason(served):
    (found,) = (result.structured_content for result in results(served, "resolve"))
    assert (found["canonical"], found["region"]) == ("市发展和改革委员会", "云泽市")
    assert found["basis"] and found["plans"] and found["sentences"]


def test_an_unknown_name_is_a_sentence_and_no_crash(served):
    refused = results(served, "agency")[1]
    assert refused.is_error and "市水族局" in refused.content[0].text


def test_cypher_is_cut_and_never_writes(served, db, capsys):
    cut, *writing = results(served, "cypher")
    assert cut.structured_content["count"] == len(cut.structured_content["rows"]) == 2
    assert cut.structured_content["more"] is True and cut.structured_content["columns"] == ["title", "text"]
    assert all(result.is_error for result in writing)
    assert (
        run(["cypher", "MATCH (t:Task) WHERE t.title = '' RETURN count(*) AS n", "--format", "json", "--db", str(db)])
        == 0
    )
    assert json.loads(capsys.readouterr().out) == [{"n": 0}]
