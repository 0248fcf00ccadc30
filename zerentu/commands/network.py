"""``zerentu network``: who works with whom, and what that says: bottlenecks, pairs, collectives, bridges."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.errors import UnknownNameError
from graph.messages import _
from zerentu.cells import number_cell
from zerentu.library import open_store
from zerentu.options import db_option, lang_option, plan_option, region_option
from zerentu.output import save
from zerentu.reports import Part, emit_parts, report_options
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from queries.network import Findings, SharedTask

__all__ = ["network_command"]

#: Rows of a table on the screen; files have all.
_MOST = 10
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "network",
    help=tell(
        "谁和谁一起干：哪个单位是瓶颈（各季度牵头几项、缺了它几项停摆），哪两个单位最要协调，哪些任务落在群体头上没有可问的单位，谁是几拨单位之间唯一的纽带。附责任条款原文。"
    ),
    epilog=tell("例：zerentu network --region 安庆市 -o 协作.xlsx --map 协作.html"),
)
@region_option
@plan_option
@click.option("--graphml", metavar="FILE", type=_FILE, help=tell("另把协作网络写成 GraphML（Gephi 等）"))
@click.option("--map", "drawing", metavar="FILE", type=_FILE, help=tell("另画一张协作图（离线网页）"))
@db_option
@report_options
@lang_option
def network_command(
    region: str | None,
    plan: str | None,
    graphml: Path | None,
    drawing: Path | None,
    db: str | None,
    style: str,
    output: Path | None,
) -> int:
    """Print what the network answers, and write it where asked for."""
    from queries.network import cooperation, findings

    with open_store(db) as store:
        found = findings(cooperation(store, region=region, plan=plan))
    if not found.network.tasks:
        raise UnknownNameError(_("这里没有写明责任单位的任务"))
    if graphml is not None:
        from queries.network.graphml import to_graphml

        save(graphml, to_graphml(found))
    if drawing is not None:
        _draw(found, drawing)
    screen = style == "table"
    emit_parts(_title(found), _parts(found, most=_MOST if screen else None), style, output, to_json=found.to_json)
    return 0


def _title(found: Findings) -> str:
    plans = dict.fromkeys(task.plan for task in found.network.tasks)
    return tell(
        "协作：{plans}，{tasks} 项任务，{agencies} 个单位，{pairs} 对共同负责",
        plans=next(iter(plans)) if len(plans) == 1 else tell("{count} 份方案", count=len(plans)),
        tasks=len(found.network.tasks),
        agencies=len(found.network.names),
        pairs=len(found.network.pairs),
    )


def _parts(found: Findings, *, most: int | None) -> list[Part]:
    bottleneck = ("agency", "tasks", "share", "leads", "quarters", "stops", "stop_share", "text")
    pair = ("agency", "with", "shared", "led", "share_of_one", "share_of_other", "text")
    hanging = ("number", "title", "collective", "note", "text")
    bridge = ("agency", "joined", "note", "tasks", "text")
    several = len({task.plan_id for task in found.network.tasks}) > 1
    place = ("plan",) if several else ()
    return [
        _first(_bottleneck_caption(found), bottleneck, _bottlenecks(found), most),
        _first(tell("最要协调的两个单位"), pair, _pairs(found), most),
        Part(tell("落在群体头上的任务"), (*place, *hanging), _hanging(found), (*place, *hanging[:-1])),
        _first(tell("纽带"), bridge, _bridges(found), most),
        Part(
            tell("各拨单位（彼此多、对外少）"), ("agencies",), [{"agencies": "、".join(each)} for each in found.groups]
        ),
    ]


def _first(caption: str, columns: Sequence[str], rows: Sequence[dict[str, Any]], most: int | None) -> Part:
    """Return a table, on a screen its first rows, without the sentences; its caption says how many there are."""
    if most is not None and len(rows) > most:
        caption = tell("{caption}（共 {all}，列出前几项）", caption=caption, all=len(rows))
    return Part(caption, columns, rows[:most], columns[:-1])


def _bottleneck_caption(found: Findings) -> str:
    led = any(each.leads for each in found.bottlenecks)
    return tell("瓶颈单位") if led else tell("瓶颈单位（没有写明牵头，按任务多少）")


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _said(tasks: Sequence[SharedTask]) -> str:
    return "\n".join(f"{_number(task)} {task.title}：{task.sentence}" for task in tasks)


def _number(task: SharedTask) -> str:
    return number_cell({"number": task.number, "part": task.part, "of": task.of})


def _bottlenecks(found: Findings) -> list[dict[str, Any]]:
    return [
        {
            "agency": each.agency,
            "tasks": each.tasks,
            "share": _percent(each.share),
            "leads": each.leads,
            "quarters": "、".join(
                tell("{quarter}：{count}", quarter=name, count=n) for name, n in each.quarters.items()
            ),
            "stops": len(each.stops),
            "stop_share": _percent(each.stop_share),
            "text": _said(each.stops),
        }
        for each in found.bottlenecks
    ]


def _pairs(found: Findings) -> list[dict[str, Any]]:
    return [
        {
            "agency": each.one,
            "with": each.other,
            "shared": len(each.tasks),
            "led": each.led,
            "share_of_one": _percent(each.share_of_one),
            "share_of_other": _percent(each.share_of_other),
            "text": _said(each.tasks),
        }
        for each in found.pairs
    ]


def _hanging(found: Findings) -> list[dict[str, Any]]:
    return [
        {
            "plan": each.task.plan,
            "number": _number(each.task),
            "title": each.task.title,
            "collective": "、".join(each.collectives),
            "note": tell("没有可问的单位") if each.alone else tell("群体牵头或负责，具体单位只配合"),
            "text": each.task.sentence,
        }
        for each in found.hanging
    ]


def _bridges(found: Findings) -> list[dict[str, Any]]:
    return [
        {
            "agency": each.agency,
            "joined": "、".join(each.joined),
            "note": tell("唯一纽带：少了它，这些单位与其余单位没有共同任务")
            if each.only
            else tell("连接两拨单位的主要纽带"),
            "tasks": len(each.tasks),
            "text": _said(each.tasks),
        }
        for each in found.bridges
    ]


def _draw(found: Findings, path: Path) -> None:
    from viz.network import Line, Spot, strongest, write_network

    network = found.network
    keys = {key: at for at, key in enumerate(network.names)}
    groups = {name: at for at, group in enumerate(found.groups, 1) for name in group}
    spots = [
        Spot(
            name=name,
            tasks=len(network.shares[key]),
            group=groups.get(name, 0),
            told=tell("{name}：{count} 项任务", name=name, count=len(network.shares[key])),
        )
        for key, name in network.names.items()
    ]
    lines = [
        Line(
            one=keys[one],
            other=keys[other],
            tasks=len(at),
            told=f"{network.names[one]} — {network.names[other]}\n{_said([network.tasks[each] for each in at])}",
        )
        for (one, other), at in network.pairs.items()
    ]
    note = tell(
        "圆越大任务越多，线越粗共同任务越多；颜色分拨。指着圆或线看是哪些任务。画出最要紧的 {count} 条线，共 {every} 条。",
        count=len(strongest(len(spots), lines)),
        every=len(lines),
    )
    write_network(path, _title(found), note, spots, lines, lang=language())
    click.echo(tell("已写入：{path}", path=path), err=True)
