"""Imports point one way, the public names are the documented ones, and generated pages are fresh."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import zerentu
from zerentu.reference import pages

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")
#: What each package may import of ours.
ALLOWED = {"graph": set(), "ingest": {"graph"}, "queries": {"graph"}, "viz": {"graph"}, "zerentu": set(PACKAGES)}
MODULES = sorted(path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


#: The rooms of ingest and graph, lowest first: each may import itself and what it names, nothing else of ours.
ROOMS = {
    "graph.visible": set(),
    "graph.messages": {"graph.visible"},
    "graph.errors": {"graph.messages"},
    "graph.files": {"graph.errors"},
    "graph.width": set(),
    "graph.words": {"graph.errors"},
    "graph.records": set(),
    "graph.model": {"graph.width", "graph.errors"},
    "graph.agencies": {"graph.width", "graph.words", "graph.model", "graph.files", "graph.errors"},
    "graph.stores": {"graph.model", "graph.errors"},
    "graph.stores.embedded": {"graph.stores", "graph.model", "graph.errors"},
    "graph.stores.server": {"graph.stores", "graph.model", "graph.errors"},
    "graph.overrides": {"graph.agencies", "graph.model", "graph.files", "graph.errors"},
    "graph.exports": {"graph.stores", "graph.stores.server", "graph.model", "graph.files", "graph.errors"},
    "ingest.language": {"graph.model", "graph.records", "graph.width", "graph.words", "graph.agencies", "graph.errors"},
    "ingest.industries": {"graph.width", "graph.words", "graph.agencies", "graph.errors"},
    "ingest.clauses": {
        "graph.records",
        "graph.model",
        "graph.width",
        "graph.words",
        "ingest.language",
        "graph.agencies",
        "graph.errors",
    },
    "ingest.files": {"graph.width", "graph.words", "ingest.language", "graph.errors"},
    "ingest.files.pdf": {"graph.width", "graph.words", "ingest.files", "ingest.language", "graph.errors"},
    "ingest.files.web": {"graph.width", "graph.words", "ingest.files", "ingest.language", "graph.errors"},
    "ingest.files.word": {"graph.width", "graph.words", "ingest.files", "ingest.language", "graph.errors"},
    "ingest.document": {
        "graph.records",
        "graph.width",
        "graph.words",
        "ingest.clauses",
        "ingest.language",
        "graph.agencies",
        "graph.errors",
    },
    "ingest.targets": {
        "graph.records",
        "graph.width",
        "graph.words",
        "ingest.document",
        "ingest.clauses",
        "ingest.language",
        "graph.agencies",
        "graph.errors",
    },
    "ingest.tasks": {
        "graph.records",
        "graph.model",
        "graph.width",
        "graph.words",
        "ingest.targets",
        "ingest.document",
        "ingest.clauses",
        "ingest.industries",
        "ingest.language",
        "graph.agencies",
        "graph.errors",
    },
}
#: Modules above the rooms of their package: they put together what the rooms hold.
ABOVE = {
    "graph.stores.open",
    "ingest.files.read",
    "ingest.coverage",
    "ingest.parsed",
    "ingest.parse",
    "ingest.fields",
    "ingest.to_json",
    "ingest.to_graph",
}


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """Return all nodes of the tree of a module, the module first."""
    return list(ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))))


@cache
def imported_modules(path: Path) -> frozenset[str]:
    """Return the dotted names of the modules that a module imports anywhere in it."""
    found: set[str] = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def imported(path: Path) -> set[str]:
    """Return the top-level names that a module imports anywhere in it."""
    return {name.split(".")[0] for name in imported_modules(path)}


def room_of(name: str) -> str | None:
    """Return the innermost room that a dotted name lies in, or None."""
    inside = [room for room in ROOMS if name == room or name.startswith(f"{room}.")]
    return max(inside, key=len, default=None)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_point_one_way(path: Path) -> None:
    package = path.parts[0]
    assert imported(path) & set(PACKAGES) - {package} <= ALLOWED[package]


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] in ("graph", "ingest")], ids=str)
def test_rooms_import_only_rooms_below_them(path: Path) -> None:
    name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    room = room_of(name)
    if name in ABOVE or name in ("graph", "ingest"):
        return
    assert room is not None, f"{path} lies in no room"
    rooms = {room_of(each) for each in imported_modules(path) if each.split(".")[0] in PACKAGES}
    # Whatever can refuse something says so in a message.
    above = rooms - {room, "graph.messages"} - ROOMS[room]
    assert above == set(), f"{path} imports {sorted(map(str, above))}"


def test_nothing_runs_back_up_to_the_command_line() -> None:
    above = [str(path) for path in MODULES if "zerentu.cli" in {n.rsplit(".", 1)[0] for n in imported_modules(path)}]
    assert above == ["zerentu/__main__.py", "zerentu/reference.py"]


def test_rooms_are_listed_lowest_first_and_hold_no_circle() -> None:
    listed = list(ROOMS)
    assert not [
        (room, below)
        for room, allowed in ROOMS.items()
        for below in allowed
        if listed.index(below) >= listed.index(room)
    ]


def test_rooms_say_what_belongs_there() -> None:
    for room in ROOMS:
        folder = ROOT / room.replace(".", "/")
        if folder.is_dir():
            said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
            assert len(said.splitlines()) >= 3, f"{room} does not say what belongs there"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_say_what_they_are_for_and_stay_small(path: Path) -> None:
    module = nodes_of(path)[0]
    assert isinstance(module, ast.Module)
    assert ast.get_docstring(module), f"{path} has no module docstring"
    assert (ROOT / path).read_text(encoding="utf-8").count("\n") <= 400, f"{path} hides a second idea"


def test_tests_and_benchmarks_stay_small_too() -> None:
    long = [
        path.name
        for folder in ("tests", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if path.read_text(encoding="utf-8").count("\n") > 400
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_every_open_names_its_encoding(path: Path) -> None:
    for node in nodes_of(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            mode = next((a.value for a in node.args[1:2] if isinstance(a, ast.Constant)), "r")
            assert "b" in str(mode) or any(keyword.arg == "encoding" for keyword in node.keywords), (
                f"{path}:{node.lineno}"
            )


def test_everything_imported_is_declared_and_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {name.split(">")[0].split("=")[0].split("[")[0].strip().lower() for name in project["dependencies"]}
    # What `zerentu mcp`, `zerentu serve` and `zerentu load --cluster` need is extra, and imported only when the command is called.
    extras = project["optional-dependencies"]
    declared |= {name.split(">")[0] for name in (*extras["cluster"], *extras["mcp"], *extras["web"])}
    distributions = {"mcp_types": "mcp", "docx": "python-docx", "bs4": "beautifulsoup4", "yaml": "pyyaml"}
    used = set().union(*(imported(path) for path in MODULES)) - set(PACKAGES) - set(sys.stdlib_module_names)
    assert {distributions.get(name, name) for name in used} <= declared
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert not [name for name in declared if f"`{name}`" not in explained]


def test_only_the_room_of_the_server_knows_its_libraries_and_nobody_its_inside() -> None:
    libraries = {"starlette", "uvicorn"}
    users = {str(path) for path in MODULES if imported(path) & libraries}
    assert users and all(path.startswith("zerentu/web/") for path in users)
    # The command reaches it when it is called; a start file needs no library.
    callers = {str(path) for path in MODULES if any(n.startswith("zerentu.web") for n in imported_modules(path))}
    assert {path for path in callers if not path.startswith("zerentu/web/")} == {"zerentu/commands/serve.py"}


def test_the_public_names_are_all_there() -> None:
    assert sorted(zerentu.__all__) == dir(zerentu)
    for name in zerentu.__all__:
        assert getattr(zerentu, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        zerentu.nonsense  # noqa: B018


def test_importing_zerentu_and_asking_for_help_import_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['zerentu', 'agency', '--help']; import zerentu.__main__; zerentu.__main__.main();"
        "heavy = {'click', 'pandas', 'numpy', 'networkx', 'ladybug', 'pyvis', 'rich', 'graph', 'ingest'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "zerentu agency" in done.stdout


def test_generated_pages_are_fresh() -> None:
    stale = [
        str(path.relative_to(ROOT))
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run: python -m zerentu.reference"


def test_the_tests_that_a_release_is_tried_with_are_there() -> None:
    named = re.findall(r'"(tests/[^"]+\.py)"', (ROOT / "tools/release.py").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
