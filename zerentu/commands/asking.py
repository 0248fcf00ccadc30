"""``zerentu agency``, ``task``, ``industry`` and ``targets``: questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from graph.model.schema import BASES, ROLES
from graph.stores.store import Store
from zerentu.captions import basis_word, role_word, yes_no
from zerentu.library import open_store
from zerentu.options import (
    db_option,
    format_option,
    lang_option,
    lexicon_option,
    plan_option,
    region_option,
    show_cypher_option,
    today_option,
)
from zerentu.output import emit, rows_of, table, write_out
from zerentu.settings import choose, language

__all__ = ["agency_command", "industry_command", "targets_command", "task_command"]

Row = dict[str, Any]
_MOST_PARTNERS = 6


def _show_cypher(*names: str) -> None:
    from queries import find_query

    for name in names:
        click.echo(find_query(name).text, err=True)


@click.command(
    "agency",
    help=choose(
        "某单位负责什么：地区、角色、依据、任务、时限、共同单位和原文所在行。简称也可以（工信局、市发改委）。",
        "What an agency is responsible for: region, role, grade, task, deadline, partners and source line. Short names work.",
    ),
    epilog=choose(
        "例：zerentu agency 市工信局 --region 洛阳市 --role lead",
        "Example: zerentu agency 市工信局 --region 洛阳市 --role lead",
    ),
)
@click.argument("name")
@region_option
@plan_option
@click.option("--role", type=click.Choice(list(ROLES)), help=choose("只看这种角色", "Only this role"))
@db_option
@lexicon_option
@format_option
@show_cypher_option
@lang_option
def agency_command(
    name: str,
    region: str | None,
    plan: str | None,
    role: str | None,
    db: str | None,
    style: str,
    output: Path | None,
    show_cypher: bool,
) -> int:
    """Print what the agency answers for, region by region and plan by plan."""
    from queries import agency_tasks

    if show_cypher:
        _show_cypher("agency_tasks")
    with open_store(db) as store:
        rows = rows_of(agency_tasks(store, name, region=region, plan=plan, role=role))
        notes = _lines(store, rows) if style == "table" else []
    if style != "table":
        emit(rows, style, output=output)
        return 0
    lang = language()
    plans = [(key, list(group)) for key, group in groupby(rows, key=lambda row: (row["region"], row["plan"]))]
    names = list(dict.fromkeys(row["agency"] for row in rows))
    write_out(
        choose(
            f"{'、'.join(names) or name}：{len(rows)} 项任务，{len({key[0] for key, _ in plans})} 个地区，{len(plans)} 份方案",
            f"{', '.join(names) or name}: {len(rows)} tasks, {len({key[0] for key, _ in plans})} regions, {len(plans)} plans",
        )
    )
    for (where, title), group in plans:
        write_out("")
        shown = [
            {
                "role": _role(row, lang),
                "number": _number(row),
                "title": row["title"],
                "deadline": row["deadline"] or _years(row["due"]),
                "with": _partners(row["with"], row["open_ended"], lang),
                "line": row["line"],
            }
            for row in group
        ]
        table(
            shown,
            ["role", "number", "title", "deadline", "with", "line"],
            lang,
            title=f"{where or '—'}  {title}",
        )
    _explain({row["basis"] for row in rows}, any(row["inherited"] for row in rows), lang)
    for note in notes:
        click.echo(note, err=True)
    return 0


def _lines(store: Store, rows: Sequence[Row]) -> list[str]:
    """Return a sentence for the counterparts at other levels, and one for each successor in the store."""
    from queries import counterparts, successions

    ids = list(dict.fromkeys(row["agency_id"] for row in rows))
    notes = []
    for relation, caption in (("above", choose("上级条线", "above")), ("below", choose("下级条线", "below"))):
        found = [each for each in rows_of(counterparts(store, ids)) if each["relation"] == relation]
        names = dict.fromkeys(f"{each['region']} {each['name']}" for each in found)
        if names:
            some = choose("、", ", ").join(list(names)[:_MOST_PARTNERS])
            more = choose(f"等{len(names)}个", f" and {len(names) - _MOST_PARTNERS} more")
            notes.append(f"{caption}{choose('：', ': ')}{some}{more if len(names) > _MOST_PARTNERS else ''}")
    for each in rows_of(successions(store)):
        if each["id"] in ids or each["new_id"] in ids:
            old, new, year = each["name"], each["new"], each["year"]
            notes.append(choose(f"{old} {year} 年改为 {new}", f"{old} was succeeded by {new} in {year}"))
    return notes


def _role(row: Row, lang: str) -> str:
    """Return role and grade in words; an asterisk marks an inherited one."""
    return f"{role_word(row['role'], lang)}{choose('·', ' / ')}{basis_word(row['basis'], lang)}{'*' if row['inherited'] else ''}"


def _number(row: Row) -> str:
    return f"{row['number']}·{row['part']}" if row["of"] and row["of"] > 1 else str(row["number"])


def _years(years: Iterable[int]) -> str:
    return "、".join(str(year) for year in years)


def _partners(owners: Sequence[Row], open_ended: bool, lang: str) -> str:
    """Return the owners role by role, the first few by name."""
    words = []
    left = _MOST_PARTNERS
    for role in ROLES:
        names = [owner["name"] for owner in owners if owner["role"] == role]
        if names[:left]:
            words.append(f"{role_word(role, lang)}{choose('：', ': ')}{'、'.join(names[:left])}")
            left -= len(names[:left])
    text = "；".join(words)
    if len(owners) > _MOST_PARTNERS:
        text += choose(f"等共{len(owners)}个", f" and {len(owners) - _MOST_PARTNERS} more")
    return text + (choose("［未列尽］", " [open-ended]") if open_ended else "")


def _explain(bases: set[str], inherited: bool, lang: str) -> None:
    """Say what the grades mean that occur: an office may act on some and must ask about others."""
    said = {
        "explicit": "明示：原文写明角色",
        "rule": "文件规定：文件规定列首位者牵头",
        "sole": "唯一单位：条款只写了这一个单位",
        "listed": "并列：与其他单位并列，未写明牵头",
        "manual": "人工更正：更正文件加上的，原文没有",
    }
    words = [said[name] if lang == "zh" else f"{BASES[name][1]}: {BASES[name][2]}" for name in BASES if name in bases]
    if inherited:
        words.append(choose("*：承自上级条款或“下同”", "*: from a section's clause or a 下同 note"))
    if words:
        click.echo("；".join(words), err=True)


@click.command(
    "task",
    help=choose(
        "某任务由谁负责，附原文。可写任务标识、编号（二/（一）/1）、标题或正文里的词。",
        "Who answers for a task, with the text: by id, number path, or words of its title or text.",
    ),
    epilog=choose("例：zerentu task 微电网 --region 石家庄市", "Example: zerentu task 微电网 --region 石家庄市"),
)
@click.argument("text")
@region_option
@plan_option
@db_option
@format_option
@show_cypher_option
@lang_option
def task_command(
    text: str, region: str | None, plan: str | None, db: str | None, style: str, output: Path | None, show_cypher: bool
) -> int:
    """Print each task that is meant, its owners and its words."""
    from queries import task

    if show_cypher:
        _show_cypher("tasks", "task_owners")
    with open_store(db) as store:
        rows = rows_of(task(store, text, region=region, plan=plan))
    if style != "table":
        emit(rows, style, output=output)
        return 0
    for row in rows:
        _print_task(row, language())
    return 0


def _print_task(row: Row, lang: str) -> None:
    write_out(f"{row['region'] or '—'}  {row['plan']}")
    write_out(" / ".join([*row["sections"], f"{_number(row)} {row['title']}"]))
    owners = [
        {
            "role": _role(owner, lang),
            "agency": owner["name"],
            "quote": owner["quote"],
            "line": owner["line"],
        }
        for owner in row["owners"]
    ]
    for above, below in zip(owners[-2::-1], owners[:0:-1], strict=True):
        if above["quote"] == below["quote"]:
            below["quote"] = "〃"
    if owners:
        table(owners, ["role", "agency", "quote", "line"], lang)
    else:
        write_out(choose("没有责任单位", "No owner"))
    facts = [
        (choose("名单未列尽", "Open-ended list"), yes_no(row["open_ended"], lang)),
        (choose("时限", "Deadline"), row["deadline"] or _years(row["due"])),
        (choose("行业", "Industries"), "、".join(_industry_words(row["industries"], row["industry_names"]))),
        (choose("目标", "Targets"), "；".join(target["text"] for target in row["targets"])),
        (choose("来源", "Source"), f"{row['source']} {choose('第', 'line ')}{row['line']}{choose(' 行', '')}"),
        (choose("标识", "Id"), row["task_id"]),
    ]
    for caption, value in facts:
        if value:
            write_out(f"{caption}{choose('：', ': ')}{value}")
    write_out(choose("原文：", "Text: ") + str(row["text"]))
    write_out("")


@click.command(
    "industry",
    help=choose(
        "涉及某行业的任务（含其下位行业）：谁牵头、谁共同负责、有什么目标。不写行业则列出全部行业。",
        "Tasks that concern an industry or a narrower one: who leads, who co-owns, which targets. Without a name, all industries.",
    ),
)
@click.argument("name", required=False)
@region_option
@plan_option
@db_option
@format_option
@lang_option
def industry_command(
    name: str | None, region: str | None, plan: str | None, db: str | None, style: str, output: Path | None
) -> int:
    """Print tasks of an industry, or without a name the industries."""
    from queries import industries, industry_tasks

    with open_store(db) as store:
        if name is None:
            rows = rows_of(industries(store))
            columns = [key for key in ("name", "code", "tasks") if not rows or key in rows[0]]
        else:
            rows = rows_of(industry_tasks(store, name, region=region, plan=plan))
            columns = ["region", "number", "title", "industry", "leads", "co_owns", "targets", "line"]
    if style != "table":
        emit(rows, style, output=output)
        return 0
    table([_industry_row(row) for row in rows] if name else rows, columns, language())
    return 0


def _industry_words(written: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the text's own words, the lexicon's name behind them where they do not hold it."""
    return [
        said if name in said else choose(f"{said}（归入{name}）", f"{said} (under {name})")
        for said, name in zip(written, names, strict=True)
    ]


def _industry_row(row: Row) -> Row:
    """Return a row for people."""
    return {
        **row,
        "number": _number(row),
        "industry": "、".join(_industry_words(row["written"], row["industry"])),
        "targets": "；".join(target["text"].replace("\t", " ") for target in row["targets"]),
    }


@click.command(
    "targets",
    help=choose(
        "列出目标：指标、数值、年份，由谁负责，原文。",
        "List the targets: metric, value, year, who answers for it, and the words.",
    ),
    epilog=choose(
        "例：zerentu targets --agency 市工信局 --overdue --format xlsx -o 逾期目标.xlsx",
        "Example: zerentu targets --agency 市工信局 --overdue --format xlsx -o overdue.xlsx",
    ),
)
@click.option("--due", type=int, metavar="YEAR", help=choose("只看这一年的目标", "Only targets of this year"))
@click.option(
    "--overdue",
    is_flag=True,
    help=choose("只看期限已过的（写明或推定的期限）", "Only those past their deadline, written or derived"),
)
@today_option
@click.option("--agency", metavar="NAME", help=choose("只看这个单位负责的", "Only what this agency answers for"))
@click.option(
    "--kind", type=click.Choice(["quantitative", "qualitative"]), help=choose("定量或定性", "With a number or without")
)
@region_option
@plan_option
@db_option
@lexicon_option
@format_option
@show_cypher_option
@lang_option
def targets_command(
    due: int | None,
    overdue: bool,
    today: str,
    agency: str | None,
    kind: str | None,
    region: str | None,
    plan: str | None,
    db: str | None,
    style: str,
    output: Path | None,
    show_cypher: bool,
) -> int:
    """Print one row a target."""
    from queries import targets

    if show_cypher:
        _show_cypher("targets")
    with open_store(db) as store:
        before = today if overdue else None
        rows = rows_of(targets(store, due=due, before=before, agency=agency, region=region, plan=plan, kind=kind))
    if style != "table":
        emit(rows, style, output=output)
        return 0
    shown = [
        {
            **row,
            "due": _due(row),
            "text": row["text"].replace("\t", " "),
            "value": _value(row),
            "owners": _partners(row["owners"], False, language()),
        }
        for row in rows
    ]
    table(shown, ["region", "section", "metric", "value", "due", "owners", "line", "text"], language())
    click.echo(choose(f"共 {len(rows)} 个目标", f"{len(rows)} targets"), err=True)
    return 0


def _due(row: Row) -> str:
    """Return the year, with the month where the deadline ends before the year does, and whether it is derived."""
    if row["due"] is None:
        return choose(f"{row['due_derived']}（推定）", f"{row['due_derived']} (derived)") if row["due_derived"] else ""
    early = row["due_by"] and not row["due_by"].endswith("-12-31")
    return str(row["due_by"] if early else row["due"])


_SIGNS = {">=": "≥", "<=": "≤", "=": "", "~": "约"}
_CHANGES = {"decrease": "降 ", "increase": "增 ", "level": ""}


def _value(row: Row) -> str:
    if row["value"] is None:
        return ""
    sign = _SIGNS.get(row["comparator"] or "", "")
    return f"{_CHANGES.get(row['change'] or '', '')}{sign}{row['value']:g}{row['unit'] or ''}"
