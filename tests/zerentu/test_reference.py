"""The pages that are generated from the code; that those of the checkout are fresh, tests/test_architecture.py says."""

from __future__ import annotations

from pathlib import Path

from graph.model.schema import LABELS, RELATIONSHIPS
from zerentu.cli import COMMANDS
from zerentu.reference import help_pages, schema_markdown

HELP = Path(__file__).parents[2] / "zerentu" / "help" / "zh"


def test_every_command_and_the_program_have_the_help_page_that_ships() -> None:
    pages = help_pages()
    assert list(pages) == ["zerentu", *COMMANDS]
    assert pages == {path.stem: path.read_text(encoding="utf-8") for path in HELP.iterdir()}


def test_the_schema_page_has_every_label_and_relationship_type_in_order() -> None:
    lines = schema_markdown().splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Graph schema",
        "## Nodes",
        *(f"### (:{label.name}) {label.caption}" for label in LABELS),
        "## Relationships",
        *(f"### {kind.name} {kind.caption}" for kind in RELATIONSHIPS),
        "## What a responsibility rests on (`basis`)",
    ]


def test_a_label_and_a_relationship_type_are_tables_of_their_properties() -> None:
    sections = dict(part.split("\n\n", 1) for part in schema_markdown().split("\n### ")[1:])
    assert sections["(:Region) 地区"].splitlines()[:-2] == [
        "An administrative region. Shared by all plans.",
        "",
        "| property | type | 中文 | meaning |",
        "| --- | --- | --- | --- |",
        "| `id` | string | 标识 | Stable id: a hash of the natural key, the same on every machine. |",
        "| `name` | string | 名称 | Full name; 全国 for the state. |",
        "| `level` | string | 层级 | 国家, 省, 市 or 区县. |",
        "| `code` | string | 代码 | GB/T 2260 code. |",
    ]
    assert sections["CONCERNS 涉及行业"].splitlines() == [
        "`(:Task)-[:CONCERNS]->(:Industry)`",
        "",
        "The task's text names the industry as what it acts on.",
        "",
        "| property | type | 中文 | meaning |",
        "| --- | --- | --- | --- |",
        "| `written` | string | 原文用名 | The industry as the text writes it; several spellings joined by 、. |",
        "| `order` | integer | 次序 | Position in document order, from 1. |",
    ]
    assert sections["WITHIN 隶属"] == "`(:Region)-[:WITHIN]->(:Region)`\n\nThe region next above.\n"
