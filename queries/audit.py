"""What a supervision office should look at: tasks nobody clearly answers for, and words we could not read.

A rule is a question of the catalogue with the rule's name, or one of the checks of `queries.consistency`. A finding is never an error
of the plan by itself; it is a sentence to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.messages import _
from graph.model.identity import fold
from graph.overrides.file import Override
from graph.stores.answer import Answer, Row
from graph.stores.store import Store
from queries.catalogue import ask
from queries.consistency import CHECKS, Contents
from queries.framed import framed
from queries.overrides import override_rows
from queries.owners import Owner, owners_of
from queries.plans import scope
from queries.suggestions import unknown

__all__ = ["RULES", "Rule", "audit", "find_rule", "first_sentence"]


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
            "牵头、负责、责任单位等词，或责任表、单位名单、职责，出现在未读成任务的文字里，可能有遗漏；语境已能说明原因的只作提示。",
            "A word such as 牵头, a table with owners (责任表), a line of agencies (单位名单) or a duty (职责) was not read as a task; only a notice where its context says why.",
        ),
        Rule(
            "owner_assumed",
            "责任单位系推定",
            "owner assumed",
            "notice",
            "文本、CSV 里看不出合并单元格，空着的责任单位一格按上一行的单位推定，请核对原表。",
            "A copy as text does not tell its merged cells: the blank owner cell of the row was taken for the owners above.",
        ),
        Rule(
            "two_values",
            "同一指标两个数值",
            "two values for one indicator",
            "error",
            "同一指标、同一年份、同一单位在两处写了不同的数值。比较的是去掉“培育”“建设”等动词后的指标名，须完全相同。",
            "One metric has two values for the same year and unit. Metrics are compared exactly, without a leading verb such as 培育.",
        ),
        Rule(
            "due_beyond",
            "期限超出方案期",
            "due after the plan ends",
            "warning",
            "期限晚于方案标题写明的年份（2021—2025年、“十四五”）和总体目标的最后年份；标题没有写明的只作提示。",
            "Due after the years in the plan's title (2021—2025年, “十四五”) and after the last year of its general goals; only a notice where the title tells none.",
        ),
        Rule(
            "due_past",
            "期限已过",
            "deadline passed",
            "notice",
            "期限早于今天；印发时就已经过期的，列为警告。",
            "The deadline lies before today; a warning where it had passed when the plan was issued.",
        ),
        Rule(
            "target_without_owner",
            "目标无人负责",
            "target without owner",
            "warning",
            "目标所在任务、章节和指标表都没有责任单位；写在总体目标里的只作提示。",
            "Neither the target's row nor its task or section names an owner; only a notice in the general goals.",
        ),
        Rule(
            "task_twice",
            "任务重复且牵头不同",
            "task twice with different leads",
            "warning",
            "同一方案里标题完全相同的两项任务，牵头单位不同。",
            "Two tasks of one plan have the same title and other leads.",
        ),
        Rule(
            "table_differs",
            "任务表与正文不一致",
            "table and text differ",
            "warning",
            "任务表一行的文字原样出现在正文某一项里，但该行多出正文没有的责任单位，或两处写明的牵头单位不同。",
            "The words of a row of a task table stand in one item of the text, but the row names an agency or a lead that the item has not.",
        ),
        Rule(
            "named_not_owner",
            "文中提到却不在责任单位中",
            "named but not an owner",
            "notice",
            "任务正文写了本方案某个责任单位的全称，但它不在这项任务的责任单位里。",
            "The task's prose names an agency of the plan in full that does not answer for this task.",
        ),
        Rule(
            "same_title",
            "方案同名",
            "plans of one title",
            "warning",
            "同一地区有同名方案，没有文号可以区分：年份、发文机关或多数任务不同，或是保留的另一版本。请核对是不是同一份。",
            "Plans of one region have one title and no document number to tell them apart: another year, issuer or mostly other tasks, or an edition that was kept.",
        ),
        Rule(
            "override",
            "人工更正",
            "override",
            "notice",
            "更正文件里生效的每一条；没有生效的、已从文件删去但方案还没重新载入的，列为警告。",
            "Every override that took effect; a warning where one did not, or was taken out of the file since the load.",
        ),
    )
}

_COLUMNS = [
    "rule", "region", "plan", "number", "part", "title", "agencies", "sentence", "line", "task_id", "severity",
    "word", "reason", "source", "plan_id", "target_id",
]  # fmt: skip

#: Rules whose question gives tasks; the others say themselves what was found.
_OF_TASKS = {name for name in RULES if name not in CHECKS and name not in ("unread_trigger", "override")}

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


@framed
def audit(
    store: Store,
    *,
    rules: Iterable[str] | None = None,
    plan: str | None = None,
    region: str | None = None,
    today: str | None = None,
    overrides: Sequence[Override] | None = None,
) -> Answer:
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
    today
        The day, YYYY-MM-DD, that deadlines are held against; the day it is when left out.
    overrides
        The entries of the overrides file, to tell which of them did not take effect.

    Returns
    -------
    DataFrame
        Columns ``rule``, ``region``, ``plan``, ``number``, ``part``, ``title``, ``agencies`` (names: the leads where
        there are several, else all owners), ``sentence`` (the clause; without one the task's first sentence below its heading),
        ``line`` (where it stands), ``task_id``; then ``severity``, ``word`` (the unread trigger word, or
        the agency that is named), ``reason`` (its context, or the two sides compared), ``source``, ``plan_id``, ``target_id``.

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
    contents = Contents(store, region, plan, today or date.today().isoformat())
    inside = {rule: list(CHECKS[rule](contents)) for rule in wanted if rule in CHECKS}
    if "override" in wanted:
        inside["override"] = override_rows(store, overrides, limits)
    found = [
        (rule, row)
        for rule in wanted
        for row in (inside[rule] if rule in inside else ask.answer(store, rule, **limits).records)
    ]
    owners = owners_of(store, (row["task_id"] for rule, row in found if rule in _OF_TASKS))
    findings = [
        _finding(rule, row, owners.get(row["task_id"], [])) if rule in _OF_TASKS else _told(rule, row)
        for rule, row in found
    ]
    return Answer.picked(findings, _COLUMNS)


def find_rule(text: str) -> str:
    """Return the name of the rule that `text` means: its name, or its caption in either language or the one that holds it.

    Raises
    ------
    UnknownNameError
        If there is none; carries the nearest.

    Examples
    --------
    >>> find_rule("无责任单位"), find_rule("no lead"), find_rule("无牵头")
    ('no_owner', 'no_lead', 'no_lead')
    """
    for rule in RULES.values():
        if text in (rule.name, rule.caption, rule.english):
            return rule.name
    holding = [rule.name for rule in RULES.values() if len(text) > 1 and text in rule.caption]
    if len(holding) == 1:
        return holding[0]
    raise unknown(text, [*RULES, *(rule.caption for rule in RULES.values())], what=_("检查规则"))


def _wanted(rules: Iterable[str] | None) -> list[str]:
    asked = set(RULES if rules is None else map(find_rule, rules))
    return [name for name in RULES if name in asked]


def _finding(rule: str, row: Row, owners: list[Owner]) -> Row:
    concerned = [owner for owner in owners if owner["role"] == "lead"] if rule == "several_leads" else owners
    quotes = list(dict.fromkeys(owner["quote"] for owner in concerned if owner["quote"]))
    lines = [owner["line"] for owner in concerned if owner["line"] is not None]
    clause = row["clause"] or "；".join(quotes)
    return {
        **row,
        "rule": rule,
        "severity": RULES[rule].severity,
        "agencies": list(dict.fromkeys(owner["name"] for owner in concerned)),
        "sentence": clause or first_sentence(row["text"] or "", row["title"] or ""),
        "line": lines[0] if clause and lines else row["line"],
        "word": None,
        "reason": None,
        "target_id": None,
    }


def _told(rule: str, row: Row) -> Row:
    """Return a row that says itself what was found."""
    if rule in CHECKS or rule == "override":
        return {"severity": RULES[rule].severity, **row, "rule": rule}
    severity = "notice" if row["reason"] else RULES[rule].severity
    return {**row, "rule": rule, "severity": severity, "agencies": [], "sentence": row["text"], "target_id": None}


def first_sentence(text: str, title: str) -> str:
    """Return the first sentence of `text` that says more than the heading."""
    sentences = [found[0].strip() for found in _SENTENCE.finditer(text) if found[0].strip()]
    heading = len(sentences) > 1 and fold(sentences[0]).rstrip("。").endswith(fold(title).rstrip("。"))
    return sentences[1] if heading else sentences[0] if sentences else title
