"""Reads a small input as the tests of what offices send do: its tasks by number and owners."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ingest.parse import parse_file
from ingest.to_json import to_json

#: Number and owners of each task.
Read = list[tuple[str, str]]


def parse(folder: Path, suffix: str, content: str | bytes) -> dict[str, Any]:
    path = folder / f"输入{suffix}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    record: dict[str, Any] = json.loads(json.dumps(to_json(parse_file(path), coverage=True)))
    return record


def owners(record: dict[str, Any]) -> Read:
    return [
        (task["number"], " ".join(sorted(f"{owner['name']}:{owner['role']}" for owner in task["owners"])))
        for task in record["tasks"]
    ]
