"""Imports point one way, the public names are the documented ones, and generated pages are fresh."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import zerentu
from zerentu.reference import pages

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")
#: What each package may import of ours.
ALLOWED = {"graph": set(), "ingest": {"graph"}, "queries": {"graph"}, "viz": {"graph"}, "zerentu": set(PACKAGES)}
MODULES = sorted(path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the top-level names that a module imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_point_one_way(path: Path) -> None:
    package = path.parts[0]
    assert imported(path) & set(PACKAGES) - {package} <= ALLOWED[package]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_say_what_they_are_for_and_stay_small(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path} has no module docstring"
    assert text.count("\n") <= 400, f"{path} hides a second idea"


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
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            mode = next((a.value for a in node.args[1:2] if isinstance(a, ast.Constant)), "r")
            assert "b" in str(mode) or any(keyword.arg == "encoding" for keyword in node.keywords), (
                f"{path}:{node.lineno}"
            )


def test_everything_imported_is_declared_and_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {name.split(">")[0].split("=")[0].split("[")[0].strip().lower() for name in project["dependencies"]}
    distributions = {"docx": "python-docx", "bs4": "beautifulsoup4", "yaml": "pyyaml"}
    used = set().union(*(imported(path) for path in MODULES)) - set(PACKAGES) - set(sys.stdlib_module_names)
    assert {distributions.get(name, name) for name in used} <= declared
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert not [name for name in declared if f"`{name}`" not in explained]


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
