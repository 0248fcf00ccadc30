"""``zerentu agency``: what an agency is responsible for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from graph.messages import _
from graph.model.schema import BASES, ROLES
from graph.stores.store import Store
from zerentu.cells import (
    MOST_NAMES,
    Row,
    ends_open,
    number_cell,
    owners_cell,
    role_cell,
    roles_cell,
    telling_title,
    years_cell,
)
from zerentu.completion import agency_names
from zerentu.library import open_store
from zerentu.options import (
    db_option,
    format_option,
    lang_option,
    lexicon_option,
    plan_option,
    print_cypher,
    region_option,
    show_cypher_option,
)
from zerentu.output import emit, table, write_out
from zerentu.settings import language, tell

__all__ = ["agency_command"]


@click.command(
    "agency",
    help=tell("某单位负责什么：地区、角色、依据、任务、时限、共同单位和原文所在行。简称也可以（工信局、市发改委）。"),
    epilog=tell("例：zerentu agency 市工信局 --region 洛阳市 --role 牵头"),
)
@click.argument("name", shell_complete=agency_names)
@region_option
@plan_option
@click.option("--role", metavar="ROLE", help=tell("只看这种角色（lead、牵头、配合 等）"))
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
    from queries.owners import owners_of

    if show_cypher:
        print_cypher("agency_tasks")
    with open_store(db) as store:
        found = agency_tasks.answer(store, name, region=region, plan=plan, role=role)
        rows = found.records
        notes = _relatives(store, rows) if style == "table" else []
        told = owners_of(store, [row["task_id"] for row in rows]) if style == "table" else {}
        texts = _split(store, rows) if style == "table" else {}
        instead = agency_tasks.answer(store, name, region=region, plan=plan).records if role and not rows else []
        elsewhere = [] if rows or instead else _elsewhere(store, name, region)
        if style in ("csv", "xlsx"):
            # Sheets are asked for less often than tables, and cost a start their import.
            from zerentu.answer_tables import emit_tables, task_table

            who: Any = list(dict.fromkeys(row["agency"] for row in rows)) or name
            emit_tables([task_table(store, rows, found.columns, tell("{who}责任清单", who=who))], style, output)
            return 0
    if style == "json":
        emit(rows, style, output=output)
        return 0
    lang = language()
    if instead:
        write_out(tell("{name}没有这种角色的任务；有的是：{roles}", name=name, roles=roles_cell(instead, lang)))
        return 0
    if elsewhere:
        write_out(tell("{name}在所问的地区和方案里没有任务；有任务的方案：", name=name))
        for title in elsewhere[:MOST_NAMES]:
            write_out(f"  {title}")
        if len(elsewhere) > MOST_NAMES:
            write_out("  " + tell("等 {count} 份", count=len(elsewhere)))
        return 0
    order = list(ROLES)
    plans = [
        (key, sorted(group, key=lambda row: order.index(row["role"])))
        for key, group in groupby(rows, key=lambda row: (row["region"], row["plan"]))
    ]
    names = list(dict.fromkeys(row["agency"] for row in rows))
    write_out(
        tell(
            "{names}：{tasks} 项任务（{roles}），{regions} 个地区，{plans} 份方案",
            names=names or name,
            tasks=len({row["task_id"] for row in rows}),
            roles=roles_cell(rows, lang),
            regions=len({region for (region, _title), _group in plans}),
            plans=len(plans),
        )
    )
    for (where, title), group in plans:
        write_out("")
        shown = [
            {
                "role": role_cell(row, lang),
                "number": number_cell(row),
                "title": texts.get(row["task_id"]) or row["title"],
                "deadline": row["deadline"] or years_cell(row["due"]),
                "with": owners_cell(_others(told[row["task_id"]], row), _open_role(told[row["task_id"]], row), lang),
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


def _elsewhere(store: Store, name: str, region: str | None) -> list[str]:
    """Return the plans that give the agency a task: those of the region that was asked for, or of all if there is none."""
    from queries import agency_tasks

    rows = agency_tasks.answer(store, name, region=region).records or agency_tasks.answer(store, name).records
    return list(dict.fromkeys(f"{row['region'] or '—'}《{row['plan']}》" for row in rows))


def _others(owners: Sequence[Any], row: Row) -> list[Any]:
    return [owner for owner in owners if owner["agency_id"] != row["agency_id"]]


def _open_role(owners: Sequence[Any], row: Row) -> str | None:
    """Return the role in whose list 等 stands right behind the agency itself, so that none of the others shows it."""
    own = (owner["role"] for owner in owners if owner["agency_id"] == row["agency_id"] and ends_open(owner))
    return next(own, None)


def _split(store: Store, rows: Sequence[Row]) -> dict[str, str]:
    """Return for each task that is one of several of a passage its title with the words that tell it apart."""
    from queries import ask

    parts = [row["task_id"] for row in rows if row["of"] and row["of"] > 1]
    found = ask.answer(store, "owners_of_tasks", tasks=list(dict.fromkeys(parts))).records if parts else []
    return {row["task_id"]: telling_title(row["title"], row["text"]) for row in found}


def _relatives(store: Store, rows: Sequence[Row]) -> list[str]:
    """Return a sentence for the counterparts at other levels, and one for each successor in the store."""
    from queries import counterparts, successions

    ids = list(dict.fromkeys(row["agency_id"] for row in rows))
    notes = []
    others = counterparts.answer(store, ids).records
    for relation in ("above", "below"):
        names: Any = list(
            dict.fromkeys(f"{each['region']} {each['name']}" for each in others if each["relation"] == relation)
        )
        if len(names) > MOST_NAMES:
            names = _("{names}等{count}个", names=names[:MOST_NAMES], count=len(names))
        if names:
            above = relation == "above"
            notes.append(tell("上级条线：{names}", names=names) if above else tell("下级条线：{names}", names=names))
    for each in successions.answer(store).records:
        if each["id"] in ids or each["new_id"] in ids:
            old, new, year = each["name"], each["new"], each["year"]
            notes.append(tell("{old} {year} 年改为 {new}", old=old, year=year, new=new))
    return notes


def _explain(bases: set[str], inherited: bool, lang: str) -> None:
    """Say what the bases mean that occur: an office may act on some and must ask about others."""
    said = {
        "explicit": "明示：原文写明角色",
        "rule": "文件规定：文件规定列首位者牵头",
        "sole": "唯一单位：条款只写了这一个单位",
        "listed": "并列：与其他单位并列，未写明牵头",
        "manual": "人工更正：更正文件加上的，原文没有",
    }
    words = [said[name] if lang == "zh" else f"{BASES[name][1]}: {BASES[name][2]}" for name in BASES if name in bases]
    if inherited:
        words.append(tell("*：承自上级条款或“下同”"))
    if words:
        click.echo("；".join(words), err=True)
