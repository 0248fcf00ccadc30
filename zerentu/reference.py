"""Writes what is generated from the code: help pages, CLI reference, schema page, query catalogue.

``python -m zerentu.reference`` writes into a source checkout; a test fails when a page
is stale. Help pages come in both languages and ship with the package, where
`zerentu.__main__` prints them without importing anything.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

__all__ = ["help_pages", "pages", "write_pages"]

ROOT = Path(__file__).resolve().parent.parent


def help_pages() -> dict[str, str]:
    """Return the help page of the program and of every command in the language of this process."""
    from zerentu.cli import COMMANDS, cli

    with cli.make_context("zerentu", [], resilient_parsing=True) as top:
        found = {"zerentu": cli.get_help(top) + "\n"}
        for name in COMMANDS:
            command = cli.get_command(top, name)
            assert command is not None
            with command.make_context(name, [], parent=top, resilient_parsing=True) as context:
                found[name] = command.get_help(context) + "\n"
                if isinstance(command, click.Group):
                    found[name] += "".join(_help_below(command, context))
    return found


def _help_below(group: click.Group, above: click.Context) -> Iterator[str]:
    """Yield the help page of each command of a command."""
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        assert command is not None
        with command.make_context(name, [], parent=above, resilient_parsing=True) as context:
            yield "\n" + command.get_help(context) + "\n"


def _help_in(language: str) -> dict[str, str]:
    """Return the help pages in one language; texts are chosen at import, so another process says them."""
    code = "import json, sys; from zerentu.reference import help_pages; json.dump(help_pages(), sys.stdout)"
    environment = {**os.environ, "ZERENTU_LANG": language, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    pages: dict[str, str] = json.loads(done.stdout)
    return pages


def pages() -> dict[Path, str]:
    """Return every generated page: path in the checkout to text."""
    from queries import catalogue_markdown

    found: dict[Path, str] = {}
    for language in ("zh", "en"):
        texts = _help_in(language)
        for name, text in texts.items():
            found[ROOT / "zerentu" / "help" / language / f"{name}.txt"] = text
        if language == "en":
            found[ROOT / "docs" / "cli.md"] = _cli_markdown(texts)
    found[ROOT / "docs" / "schema.md"] = schema_markdown()
    found[ROOT / "queries" / "README.md"] = catalogue_markdown()
    return found


def _cli_markdown(texts: dict[str, str]) -> str:
    parts = [
        "# Command line\n\nGenerated from the commands by `python -m zerentu.reference`; do not edit.\n"
        "Help is Chinese unless `--lang en` or `ZERENTU_LANG=en` says otherwise. Data goes to standard output, talk to standard error.\n"
        "Exit status: 0 done, 1 something could not be done (one sentence says what), 2 wrong usage, 130 interrupted.\n"
    ]
    for name, text in texts.items():
        heading = "zerentu" if name == "zerentu" else f"zerentu {name}"
        parts.append(f"\n## {heading}\n\n```\n{text.rstrip()}\n```\n")
    return "".join(parts)


def schema_markdown() -> str:
    """Return the schema page: a table for each label and relationship type."""
    from graph.model.schema import BASES, LABELS, RELATIONSHIPS, Property

    def rows(properties: tuple[Property, ...]) -> str:
        head = "| property | type | 中文 | meaning |\n| --- | --- | --- | --- |\n"
        return head + "".join(f"| `{p.name}` | {p.kind} | {p.caption} | {p.doc} |\n" for p in properties)

    parts = [
        "# Graph schema\n\nGenerated from `graph/model/schema.py` by `python -m zerentu.reference`; do not edit.\n\n## Nodes\n"
    ]
    for label in LABELS:
        shared = " Shared by all plans." if label.shared else ""
        parts.append(f"\n### (:{label.name}) {label.caption}\n\n{label.doc}{shared}\n\n{rows(label.properties)}")
    parts.append("\n## Relationships\n")
    for kind in RELATIONSHIPS:
        patterns = ", ".join(f"`(:{start})-[:{kind.name}]->(:{end})`" for start, end in kind.ends)
        parts.append(f"\n### {kind.name} {kind.caption}\n\n{patterns}\n\n{kind.doc}\n")
        if kind.properties:
            parts.append("\n" + rows(kind.properties))
    parts.append("\n## What a responsibility rests on (`basis`)\n\n| basis | 中文 | meaning |\n| --- | --- | --- |\n")
    parts.extend(f"| `{name}` | {caption} | {doc} |\n" for name, (caption, _, doc) in BASES.items())
    return "".join(parts)


def write_pages() -> list[Path]:
    """Write the pages that changed and return their paths."""
    changed = []
    for path, text in pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


if __name__ == "__main__":
    for written in write_pages():
        print(written.relative_to(ROOT))
