"""``zerentu audit``: what is wrong with who answers for what."""

from __future__ import annotations

from pathlib import Path

import click

from graph.errors import SettingsError, StoreError, UnknownNameError
from graph.messages import _
from zerentu.audit_text import print_audit
from zerentu.library import find_overrides, holds_plans, open_store
from zerentu.options import (
    db_option,
    format_option,
    lang_option,
    overrides_option,
    plan_option,
    region_option,
    today_option,
)
from zerentu.output import emit
from zerentu.settings import language, tell

__all__ = ["audit_command"]


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
@click.option("--all", "everything", is_flag=True, help=tell("也列出仅作提示的"))
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
    everything: bool,
    style: str,
    output: Path | None,
) -> int:
    """Print the finding as a whole, then the findings plan by plan."""
    from queries import RULES, ask, audit

    rules = tuple(map(_rule, rules))
    fail_on = tuple(name if name == "any" else _rule(name) for name in fail_on)
    with open_store(db) as store:
        if not holds_plans(store):
            raise StoreError(_("{name} 里没有方案，没有可检查的；请先载入：zerentu load 方案文件夹", name=store.name))
        wanted = [name for name in RULES if not rules or name in rules or name in fail_on]
        entries = find_overrides(overrides, db)
        plans = ask.answer(store, "plan_leads").records if style == "table" else []
        answer = audit.answer(store, rules=wanted, plan=plan, region=region, today=today, overrides=entries)
        found = answer.records
    rows = [row for row in found if not rules or row["rule"] in rules]
    if style in ("csv", "xlsx"):
        # Sheets are asked for less often than tables, and cost a start their import.
        from zerentu.answer_tables import audit_list, audit_tables, emit_tables

        shown = [RULES[name] for name in wanted if not rules or name in rules]
        title = tell("检查结果（{today}）", today=today)
        asked = (rows, answer.columns, shown, title)
        emit_tables(audit_tables(*asked) if style == "xlsx" else [audit_list(*asked)], style, output)
    elif style == "json":
        emit(rows, style, output=output)
    else:
        # Who asks for a rule by name wants its findings, notices or not.
        print_audit(
            rows, [name for name in wanted if not rules or name in rules], plans, notices=everything or bool(rules)
        )
    # Nearly every store has notices, such as deadlines of plans that are over: they are no reason to stop a script.
    serious = any(row["severity"] != "notice" for row in found)
    return 1 if {row["rule"] for row in found} & set(fail_on) or (serious and "any" in fail_on) else 0


def _rule(text: str) -> str:
    from queries import RULES
    from queries.audit import find_rule

    try:
        return find_rule(text)
    except UnknownNameError as error:
        known = [f"{rule.name}（{rule.caption}）" if language() == "zh" else rule.name for rule in RULES.values()]
        raise SettingsError(_("没有 {rule} 这项检查；可用的有：{rules}", rule=text, rules=known)) from error
