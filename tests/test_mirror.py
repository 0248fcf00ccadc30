"""Tests mirror the packages, one file a module, and use public names only."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")
MODULES = sorted(path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


#: Tests that belong to no one module, and why they do not stand under tests/behaviour.
NO_MODULE = {
    "graph/agencies/test_list_names.py": "names in lists, as several modules of the room resolve them together",
    "graph/exports/test_neo4j_import.py": "what the server makes of two formats, one of them while it is stopped",
    "graph/exports/test_xml.py": "GraphML and GEXF, which hold the same in other words",
    "graph/stores/server/test_faults.py": "what the whole room survives when processes and servers are killed",
    "ingest/files/pdf/test_refused.py": "refusals of any module of the room",
    "viz/test_explorer_browser.py": "the finished page in a browser",
    "viz/test_explorer_map.py": "the finished page in a browser",
    "viz/test_map_browser.py": "the finished page in a browser",
    "viz/test_map_export.py": "the finished page in a browser",
    "viz/test_map_hostile.py": "the finished page in a browser",
    "viz/test_map_around.py": "the finished page in a browser",
    "viz/test_map_colours.py": "the finished page in a browser",
    "viz/test_map_groups.py": "the finished page in a browser",
    "viz/test_map_labels.py": "the finished page in a browser",
    "viz/test_map_overview.py": "the finished page in a browser",
    "viz/test_matrix_browser.py": "the finished page in a browser",
    "viz/test_pages_axe.py": "all pages in a browser, as axe-core judges them",
    "viz/test_serve_browser.py": "the served page in a browser, over a real server",
    "viz/test_pyvis_surface.py": "what we use of pyvis",
    "zerentu/test_overrides.py": "overrides from the file to the audit, through several commands",
}
#: Private names of others that a test may use, and why.
PRIVATE = {
    "_hydrate_neo4j": "the one way to an error of a server without a server; the driver's",
    "_reschedule": "where the scheduler of pytest-xdist hands out work; our own scheduler is one of its kind",
    "_y": "where the writer of PDF files stands on its page; the tests' own",
}


def test_tests_mirror_the_packages() -> None:
    tests = {
        str(path.relative_to(ROOT / "tests")) for of in PACKAGES for path in (ROOT / "tests" / of).rglob("test_*.py")
    }
    astray = {name for name in tests if Path(name.replace("/test_", "/")) not in MODULES}
    assert astray == set(NO_MODULE), "a test is called after a module, or stands under tests/behaviour"


def test_modules_with_logic_have_a_test() -> None:
    lacking = [
        str(path)
        for path in MODULES
        if path.name != "__init__.py"
        and any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))))
        and not (ROOT / "tests" / path.with_name(f"test_{path.name}")).exists()
    ]
    assert lacking == [], "write their tests"


def private_names(path: Path) -> set[str]:
    """Return the private names of other modules that a test uses: imported, or looked up on what is not itself."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in PACKAGES:
            found.update(alias.name for alias in node.names if re.match(r"_\w", alias.name))
        elif isinstance(node, ast.Attribute) and not (
            isinstance(node.value, ast.Name) and node.value.id in ("self", "os")
        ):
            found.update([node.attr] if re.match(r"_[a-zA-Z]", node.attr) else [])
    return found - set(PRIVATE)


def test_tests_use_public_names_only() -> None:
    used = {str(path.relative_to(ROOT)): private_names(path) for path in (ROOT / "tests").rglob("*.py")}
    assert {path: names for path, names in used.items() if names} == {}
