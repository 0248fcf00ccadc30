"""Commands that only read start without the libraries that compute: importing those takes longer than the answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zerentu.library import load, sample_plan

ROOT = Path(__file__).resolve().parent.parent.parent
#: Runs a command line, then tells on standard error which of the heavy libraries are there.
CODE = """
import sys
from zerentu.cli import run
status = run(sys.argv[1:])
heavy = {"pandas", "numpy", "networkx", "scipy", "lxml", "openpyxl", "asyncio", "tomllib", "IPython", "jsonpickle", "jinja2"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cold") / "a.lbug"
    load([sample_plan()], db=path)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["agency", "市工业和信息化局"],
        ["task", "园区"],
        ["industry"],
        ["targets"],
        ["plans"],
        ["audit"],
        ["ask", "市工信局牵头哪些任务"],
        ["resolve", "市发改委", "--region", "洛阳市"],
        ["query", "no_owner", "--format", "json"],
        ["cypher", "MATCH (t:Task) RETURN t.id AS id", "--format", "csv"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_that_reads_imports_no_library_that_computes(db: Path, command: list[str]) -> None:
    line = [sys.executable, "-c", CODE, *command, "--db", str(db)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "[]")


def test_a_map_needs_neither_pandas_nor_scipy_nor_what_pyvis_loads_for_notebooks(db: Path, tmp_path: Path) -> None:
    code = CODE.replace(', "jinja2"', "")
    line = [sys.executable, "-c", code, "map", "-o", str(tmp_path / "a.html"), "--db", str(db)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "['networkx', 'numpy']")


def test_the_catalogue_needs_not_even_the_engine() -> None:
    line = [sys.executable, "-c", CODE.replace('"jinja2"', '"jinja2", "ladybug"'), "queries"]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "[]")


@pytest.mark.parametrize("first", ["import queries.plans", "import queries.consistency", "pass"])
def test_a_name_that_a_question_shares_with_its_module_means_the_question(first: str) -> None:
    names = ("agencies", "audit", "catalogue", "counterparts", "industries", "plans", "targets", "tasks")
    code = f"{first}\nimport queries\nprint([callable(getattr(queries, name)) for name in {names}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == (f"{[True] * len(names)}\n", "")


def test_the_engine_gets_asyncio_when_it_uses_it() -> None:
    code = """
import sys
import graph.stores.embedded.engine
before = "asyncio" in sys.modules
import asyncio, ladybug
async def ask():
    connection = ladybug.AsyncConnection(ladybug.Database())
    rows = (await connection.execute("RETURN 1 AS one")).get_all()
    connection.close()
    return rows
print(before, asyncio.run(ask()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("False [[1]]\n", "")
