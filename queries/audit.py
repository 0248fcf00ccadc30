"""What a supervision office should look at: tasks nobody clearly answers for, and words we could not read.

Every rule is a question of the catalogue with the rule's name. A finding is never an error
of the plan by itself; it is a sentence to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pandas as pd

from graph.errors import UnknownNameError
from graph.frames import frame
from graph.store import Store
from queries.catalogue import ask
from queries.owners import Owner, owners_of
from queries.plans import scope

__all__ = ["RULES", "Rule", "audit"]


@dataclass(frozen=True)
class Rule:
    """One thing the audit looks for; `severity` is error, warning or notice."""

    name: str
    caption: str
    english: str
    severity: str
    doc: str


#: The rules in the order of their findings.
RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("no_owner", "无责任单位", "no owner", "error", "Nobody answers for the task in any role."),
        Rule(
            "only_collective",
            "仅有群体责任单位",
            "only a collective",
            "warning",
            "Only 各有关部门, 各县（市、区）人民政府 or the like answer for the task; no unit can be asked.",
        ),
        Rule("several_leads", "多头牵头", "several leads", "warning", "More than one agency leads the task."),
        Rule(
            "no_lead",
            "无牵头单位",
            "no lead",
            "warning",
            "The task has owners, but none leads, by a written 牵头, a declared rule or as the one unit of X负责.",
        ),
        Rule("open_ended", "责任单位未列尽", "open-ended list", "notice", "The list of owners ends in 等."),
        Rule(
            "unread_trigger",
            "未解析的触发词",
            "unread trigger word",
            "warning",
            "A word such as 牵头 or 责任单位 stands outside every clause that was read; a notice where its context tells why.",
        ),
    )
}

_COLUMNS = [
    "rule", "region", "plan", "number", "part", "title", "agencies", "sentence", "line", "task_id", "severity",
    "word", "reason", "source", "plan_id",
]  # fmt: skip

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?")


def audit(
    store: Store, *, rules: Iterable[str] | None = None, plan: str | None = None, region: str | None = None
) -> pd.DataFrame:
    """Return one row for each finding, rule by rule, plan by plan in document order.

    Parameters
    ----------
    store
        An open store.
    rules
        Names of `RULES`; all of them when left out.
    plan
        A plan, as `find_plan` reads it.
    region
        Region of the plan.

    Returns
    -------
    DataFrame
        Columns ``rule``, ``region``, ``plan``, ``number``, ``part``, ``title``, ``agencies`` (names: the leads where
        there are several, else all owners), ``sentence`` (the clause; without one the first sentence of the task),
        ``line`` (where it stands), ``task_id``; then ``severity``, ``word`` and ``reason`` (of an unread trigger
        word), ``source``, ``plan_id``.

    Raises
    ------
    UnknownNameError
        If there is no such rule, plan or region.

    Examples
    --------
    >>> audit(sample_store, rules=["several_leads"])[["title", "agencies"]].values.tolist()
    [['建设平台', ['市发展和改革委员会', '市商务局']]]
    """
    limits = scope(store, region=region, plan=plan)
    wanted = _wanted(rules)
    found = [(rule, row) for rule in wanted for row in ask(store, rule, **limits).to_dict("records")]
    owners = owners_of(store, (row["task_id"] for rule, row in found if rule != "unread_trigger"))
    findings = [
        _unread(row) if rule == "unread_trigger" else _finding(rule, row, owners.get(row["task_id"], []))
        for rule, row in found
    ]
    return frame([[row[column] for column in _COLUMNS] for row in findings], _COLUMNS)


def _wanted(rules: Iterable[str] | None) -> list[str]:
    asked = set(RULES if rules is None else rules)
    for name in sorted(asked):
        if name not in RULES:
            nearest = get_close_matches(name, RULES, n=3, cutoff=0)
            raise UnknownNameError(f"no rule is called {name}; there are {', '.join(RULES)}", nearest)
    return [name for name in RULES if name in asked]


def _finding(rule: str, row: dict[Any, Any], owners: list[Owner]) -> dict[Any, Any]:
    concerned = [owner for owner in owners if owner["role"] == "lead"] if rule == "several_leads" else owners
    quotes = list(dict.fromkeys(owner["quote"] for owner in concerned if owner["quote"]))
    lines = [owner["line"] for owner in concerned if owner["line"] is not None]
    clause = row["clause"] or "；".join(quotes)
    return {
        **row,
        "rule": rule,
        "severity": RULES[rule].severity,
        "agencies": list(dict.fromkeys(owner["name"] for owner in concerned)),
        "sentence": clause or _first_sentence(row["text"] or "") or row["title"],
        "line": lines[0] if clause and lines else row["line"],
        "word": None,
        "reason": None,
    }


def _unread(row: dict[Any, Any]) -> dict[Any, Any]:
    severity = "notice" if row["reason"] else RULES["unread_trigger"].severity
    return {**row, "rule": "unread_trigger", "severity": severity, "agencies": [], "sentence": row["text"]}


def _first_sentence(text: str) -> str:
    found = _SENTENCE.match(text.strip())
    return found[0].strip() if found else ""
