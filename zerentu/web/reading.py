"""What was read of a file and what was not, as the page shows it before anything is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from graph.messages import Message
from zerentu.captions import role_word
from zerentu.cells import number_cell, place_cell, target_due, target_value
from zerentu.settings import language

__all__ = ["read_report", "without_folder"]

Row = Mapping[str, Any]


def read_report(path: Path, region: str | None) -> dict[str, Any]:
    """Read a plan and return its plans, tasks, targets and what was left unread, in words.

    Raises
    ------
    ReadError, ParseError
        As `zerentu.parse`.
    """
    from zerentu.library import parse

    found = parse(path, region=region, coverage=True)
    plans = found.get("plans") or [found["plan"]]
    tasks = found["tasks"]
    nobody = sum(not task["owners"] for task in tasks)
    no_lead = sum(
        bool(task["owners"]) and not any(owner["role"] == "lead" for owner in task["owners"]) for task in tasks
    )
    owners = {owner["agency_id"] or owner["name"] for task in tasks for owner in task["owners"]}
    unread = [_sentence(row) for row in found["coverage"]["sentences"]]
    return {
        "plans": [
            {"title": plan["title"], "number": plan["number"], "region": plan["region"], "issued": plan["issued"],
             "draft": plan["draft"]}
            for plan in plans
        ],
        "counts": {"tasks": len(tasks), "nobody": nobody, "no_lead": no_lead, "agencies": len(owners),
                   "targets": len(found["targets"]), "sentences": sum(not row["reason"] for row in unread),
                   "explained": sum(bool(row["reason"]) for row in unread)},
        "unread": [each[language()] for each in found["source"].get("unread", ())],
        "tasks": [_task(task) for task in tasks],
        "targets": [_target(target) for target in found["targets"]],
        "sentences": [row for row in unread if not row["reason"]],
        "explained": [row for row in unread if row["reason"]],
    }  # fmt: skip


def _place(row: Row) -> str:
    return place_cell("", row.get("page"), row["line"]).strip()


def _task(task: Row) -> dict[str, Any]:
    return {
        "number": number_cell(dict(task)), "title": task["title"], "deadline": task.get("deadline"),
        "owners": [[role_word(owner["role"], language()), owner["name"]] for owner in task["owners"]],
        "text": task["text"], "place": _place(task),
    }  # fmt: skip


def _target(target: Row) -> dict[str, Any]:
    return {
        "metric": target["metric"] or "", "value": target_value(dict(target)), "due": target_due(dict(target)),
        "text": target["text"], "place": _place(target),
    }  # fmt: skip


def _sentence(row: Row) -> dict[str, Any]:
    return {"word": row["word"], "reason": row["reason"], "text": row["text"], "place": _place(row)}


def without_folder(message: Message, folder: Path) -> Message:
    """Return a message that names files of a folder, or of one in it, by their names alone."""
    return Message(message.template, {name: _bare(value, folder) for name, value in message.values.items()})


def _bare(value: Any, folder: Path) -> Any:
    if isinstance(value, Message):
        return without_folder(value, folder)
    if isinstance(value, list | tuple):
        return [_bare(each, folder) for each in value]
    if isinstance(value, PurePath) and value.is_relative_to(folder):
        return value.name
    return _inside(str(value), folder) if isinstance(value, str) and str(folder) in value else value


def _inside(text: str, folder: Path) -> str:
    """Return a text in which whatever stands before the name of a file in the folder is left out."""
    return re.sub(re.escape(str(folder)) + r"[/\\][0-9a-f]+[/\\]", "", text)
