"""Texts as the parser sees them, short enough to compare in one line."""

from __future__ import annotations

from typing import Any

from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json


def parse(text: str, *, coverage: bool = False) -> dict[str, Any]:
    return to_json(parse_document(Document("方案.txt", text, "utf-8", "0")), coverage=coverage)


def tasks(text: str) -> list[tuple[str, int, str, list[str]]]:
    return [
        (
            task["number"],
            task["part"],
            task["title"],
            [f"{o['name']}:{o['role']}{'*' if o['inherited'] else ''}" for o in task["owners"]],
        )
        for task in parse(text)["tasks"]
    ]
