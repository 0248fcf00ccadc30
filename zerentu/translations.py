"""Collects what the code says to people into the catalogues of `graph.messages`.

``python -m zerentu.translations`` writes into a source checkout: new templates get an empty translation to be filled
in, templates that no code says any more go away. A test fails while a catalogue is stale or a translation is missing.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from graph.messages import CATALOGUES, read_po

__all__ = ["PACKAGES", "catalogue_text", "marked", "placeholders", "write_catalogues"]

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")
#: Functions whose first argument is a template.
_MARKS = frozenset({"_", "tell"})
#: What other tools for catalogues want to know.
_HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: en\n"
"""


def marked(package: str) -> dict[str, list[str]]:
    """Return the templates of a package, each with the modules that say it, in the order of the modules.

    Raises
    ------
    ValueError
        If what is marked is not a literal text, so that no catalogue could hold it.
    """
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        module = path.relative_to(ROOT).as_posix()
        for template in _templates(path.read_text(encoding="utf-8"), module):
            modules = found.setdefault(template, [])
            if module not in modules:
                modules.append(module)
    return found


def _templates(source: str, module: str) -> Iterator[str]:
    """Yield the marked templates of a module in the order of its lines."""
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS
    ]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        match call.args:
            case [ast.Constant(value=str(template))]:
                yield template
            case _:
                raise ValueError(f"{module}:{call.lineno}: mark one literal text, and give its values by name")


def placeholders(template: str) -> set[str]:
    """Return the names of the values in a template.

    Examples
    --------
    >>> sorted(placeholders("{path}：{size:.1f} MB，超过 {limit} MB"))
    ['limit', 'path', 'size']
    """
    return {name for _text, name, _form, _conversion in Formatter().parse(template) if name is not None}


def catalogue_text(package: str, english: Mapping[str, str]) -> str:
    """Return the catalogue of a package, with the translations that are known."""
    entries = (
        f"#: {' '.join(modules)}\nmsgid {_quoted(template)}\nmsgstr {_quoted(english.get(template, ''))}\n"
        for template, modules in marked(package).items()
    )
    return "\n".join([_HEADER, *entries])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_catalogues() -> list[str]:
    """Bring the catalogues up to date and return the templates that lack a translation."""
    missing = []
    for package in PACKAGES:
        path = CATALOGUES / f"{package}.po"
        english: dict[str, str] = {}
        if path.exists():
            with path.open(encoding="utf-8") as file:
                english = read_po(file)
        path.write_text(catalogue_text(package, english), encoding="utf-8", newline="\n")
        missing += [template for template in marked(package) if not english.get(template)]
    return missing


if __name__ == "__main__":
    for untranslated in write_catalogues():
        print(f"lacks a translation: {untranslated}")
