"""What a supervision office should look at: tasks nobody clearly answers for, and words we could not read.

Every rule is a question of the catalogue with the rule's name. A finding is never an error
of the plan by itself; it is a sentence to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.frames import frame
from graph.identity import fold
from graph.store import Store
from queries.catalogue import ask
from queries.nearest import unknown
from queries.owners import Owner, owners_of
from queries.plans import scope

__all__ = ["RULES", "Rule", "audit"]


@dataclass(frozen=True)
class Rule:
    """One thing the audit looks for; `severity` is error, warning or notice, captions and docs are for people."""

    name: str
    caption: str
    english: str
    severity: str
    doc: str
    doc_english: str


#: The rules in the order of their findings.
RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "no_owner",
            "无责任单位",
            "no owner",
            "error",
            "没有任何单位以任何方式负责，章节条款和“下同”也没有带到。",
            "Nobody answers for the task in any role, not even by a section's clause.",
        ),
        Rule(
            "only_collective",
            "仅有群体责任单位",
            "only a collective",
            "warning",
            "只写了各有关部门、各县（市、区）人民政府一类群体，没有可以去问的具体单位。",
            "Only a group such as 各有关部门 answers for the task; there is no unit to ask.",
        ),
        Rule(
            "several_leads",
            "多头牵头",
            "several leads",
            "warning",
            "牵头单位不止一个。",
            "More than one agency leads the task.",
        ),
        Rule(
            "no_lead",
            "无牵头单位",
            "no lead",
            "warning",
            "有责任单位但无牵头：没有写明牵头，没有规定谁牵头，也不是“某单位负责”一家。",
            "The task has owners but no lead: none is written, none declared by a rule, and no unit stands alone in X负责.",
        ),
        Rule(
            "open_ended",
            "责任单位未列尽",
            "open-ended list",
            "notice",
            "责任单位以“等”结尾，名单不能逐一核对。",
            "The list of owners ends in 等, so it cannot be checked off.",
        ),
        Rule(
            "unread_trigger",
            "未解析的触发词",
            "unread trigger word",
            "warning",
            "牵头、负责、责任单位等词出现在未读成责任条款的文字里，可能有遗漏；语境已能说明原因的只作提示。",
            "A word such as 牵头 or 责任单位 stands outside every clause that was read; only a notice where its context says why.",
        ),
    )
}

_COLUMNS = [
    "rule", "region", "plan", "number", "part", "title", "agencies", "sentence", "line", "task_id", "severity",
    "word", "reason", "source", "plan_id",
]  # fmt: skip

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


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
        there are several, else all owners), ``sentence`` (the clause; without one the task's first sentence below its heading),
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
            raise unknown(name, list(RULES), what=("检查规则", "rule"), none=("", ""))
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
        "sentence": clause or _first_sentence(row["text"] or "", row["title"] or ""),
        "line": lines[0] if clause and lines else row["line"],
        "word": None,
        "reason": None,
    }


def _unread(row: dict[Any, Any]) -> dict[Any, Any]:
    severity = "notice" if row["reason"] else RULES["unread_trigger"].severity
    return {**row, "rule": "unread_trigger", "severity": severity, "agencies": [], "sentence": row["text"]}


def _first_sentence(text: str, title: str) -> str:
    """Return the first sentence of `text` that says more than the heading."""
    sentences = [found[0].strip() for found in _SENTENCE.finditer(text) if found[0].strip()]
    heading = len(sentences) > 1 and fold(sentences[0]).rstrip("。").endswith(fold(title).rstrip("。"))
    return sentences[1] if heading else sentences[0] if sentences else title
