"""``zerentu audit``: what is wrong with who answers for what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graph.errors import SettingsError, UnknownNameError
from graph.messages import _
from zerentu.library import find_overrides, open_store
from zerentu.options import (
    db_option,
    format_option,
    lang_option,
    overrides_option,
    plan_option,
    region_option,
    today_option,
)
from zerentu.output import emit, table, write_out
from zerentu.settings import language, tell

__all__ = ["audit_command"]

_LONGEST_SENTENCE = 60


@click.command(
    "audit",
    help=tell(
        "检查图库：无责任单位、只有群体、多个牵头、无牵头、名单未列尽、未解析的触发词；同一指标两个数值、期限超出方案期、期限已过、目标无人负责、任务重复且牵头不同、任务表与正文不一致、文中提到却不在责任单位中；人工更正生效与否。"
    ),
    epilog=tell("例：zerentu audit --rule no_owner --fail-on no_owner"),
)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="RULE",
    help=tell("只查这一项（no_owner 或 无责任单位），可重复"),
)
@click.option(
    "--fail-on",
    multiple=True,
    metavar="RULE",
    help=tell("查出这一项时以状态 1 退出，可重复；any 表示任何一项，仅作提示的不算"),
)
@today_option
@db_option
@overrides_option
@plan_option
@region_option
@format_option
@lang_option
def audit_command(
    rules: tuple[str, ...],
    fail_on: tuple[str, ...],
    today: str,
    db: str | None,
    overrides: Path | None,
    plan: str | None,
    region: str | None,
    style: str,
    output: Path | None,
) -> int:
    """Print the findings rule by rule."""
    from queries import RULES, audit

    rules = tuple(map(_rule, rules))
    fail_on = tuple(name if name == "any" else _rule(name) for name in fail_on)
    with open_store(db) as store:
        wanted = [name for name in RULES if not rules or name in rules or name in fail_on]
        entries = find_overrides(overrides, db)
        found = audit.answer(store, rules=wanted, plan=plan, region=region, today=today, overrides=entries).records
    rows = [row for row in found if not rules or row["rule"] in rules]
    if style != "table":
        emit(rows, style, output=output)
    else:
        _print(rows, [name for name in wanted if not rules or name in rules])
    # Nearly every store has notices, such as deadlines of plans that are over: they are no reason to stop a script.
    serious = any(row["severity"] != "notice" for row in found)
    return 1 if {row["rule"] for row in found} & set(fail_on) or (serious and "any" in fail_on) else 0


def _rule(text: str) -> str:
    from queries import RULES
    from queries.audit import find_rule

    try:
        return find_rule(text)
    except UnknownNameError as error:
        raise SettingsError(_("没有 {rule} 这项检查；可用的有：{rules}", rule=text, rules=list(RULES))) from error


def _print(rows: list[dict[str, Any]], rules: list[str]) -> None:
    from queries import RULES

    lang = language()
    for name in rules:
        rule = RULES[name]
        here = [row for row in rows if row["rule"] == name]
        caption, says = (rule.english, rule.doc_english) if lang == "en" else (rule.caption, rule.doc)
        write_out(tell("{caption}（{name}）：{count}", caption=caption, name=name, count=len(here)))
        write_out(f"  {says}")
        if here:
            shown = [{**row, "sentence": _short(row["sentence"])} for row in here]
            columns = ["region", "number", "title", "word", "agencies", "reason", "line", "sentence"]
            always = {"number", "title", "line", "sentence"}
            # A column that no finding of the rule fills only takes the room of the others.
            table(shown, [name for name in columns if name in always or any(row[name] for row in shown)], lang)
        write_out("")


def _short(text: str | None) -> str:
    text = (text or "").replace("\t", " ")
    return text if len(text) <= _LONGEST_SENTENCE else text[: _LONGEST_SENTENCE - 1] + "…"
