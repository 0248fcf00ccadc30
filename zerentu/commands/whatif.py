"""``zerentu whatif``: what it would mean if bodies were merged, abolished or renamed, or a task moved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.errors import SettingsError
from graph.messages import _
from zerentu.captions import role_word
from zerentu.cells import number_cell
from zerentu.library import open_store
from zerentu.options import db_option, lang_option, lexicon_option, overrides_option, plan_option, region_option
from zerentu.output import save
from zerentu.paths import beside
from zerentu.reports import Part, emit_parts, report_options
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from queries.whatif import Act, WhatIf
    from queries.whatif.acts import Step
    from queries.whatif.consequences import Held

__all__ = ["whatif_command"]


@click.command(
    "whatif",
    help=tell(
        "假如机构合并、撤销、更名，或任务改由别的单位牵头：哪些任务、牵头和目标随之转移，哪些任务没有了牵头，哪里出现双重角色。图库不变；--save 写出能照此办理的人工更正文件。"
    ),
    epilog=tell("例：zerentu whatif --merge 市科技局 市工信局 --into 市科技工信局 --region 安庆市 --save 更正.toml"),
)
@click.option(
    "--merge", nargs=2, multiple=True, metavar="A B", help=tell("合并这些机构，可写两个以上；并成的机构写在 --into")
)
@click.argument("more", nargs=-1, metavar="")
@click.option("--into", multiple=True, metavar="C", help=tell("并成的机构，可以是其中一个，也可以是新的"))
@click.option("--rename", nargs=2, multiple=True, metavar="OLD NEW", help=tell("更名"))
@click.option("--abolish", multiple=True, metavar="NAME", help=tell("撤销，任务无人接手"))
@click.option("--move", multiple=True, metavar="TASK", help=tell("任务（标识、编号、标题或正文里的词）改由 --to 牵头"))
@click.option("--to", multiple=True, metavar="NAME", help=tell("接手的单位"))
@click.option(
    "--save", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help=tell("写出人工更正文件，含现有各条")
)
@region_option
@plan_option
@db_option
@lexicon_option
@overrides_option
@report_options
@lang_option
def whatif_command(
    merge: tuple[tuple[str, str], ...],
    more: tuple[str, ...],
    into: tuple[str, ...],
    rename: tuple[tuple[str, str], ...],
    abolish: tuple[str, ...],
    move: tuple[str, ...],
    to: tuple[str, ...],
    save: Path | None,
    region: str | None,
    plan: str | None,
    db: str | None,
    overrides: Path | None,
    style: str,
    output: Path | None,
) -> int:
    """Tell what it would mean, and write the file if asked for."""
    from queries.whatif import whatif

    acts = _acts(merge, more, into, rename, abolish, move, to)
    with open_store(db) as store:
        found = whatif(store, acts, region=region, plan=plan)
    if save is not None:
        _save(save, found, overrides or beside(db, "zerentu.overrides.toml"), given=overrides is not None)
    title = tell("假如{acts}", acts="；".join(map(_said, found.steps)))
    emit_parts(title, _parts(found), style, output, to_json=found.to_json)
    return 0


def _acts(
    merge: Sequence[tuple[str, str]],
    more: tuple[str, ...],
    into: Sequence[str],
    rename: Sequence[tuple[str, str]],
    abolish: Sequence[str],
    move: Sequence[str],
    to: Sequence[str],
) -> list[Act]:
    """Return the changes that the options ask for, or refuse options that do not belong together."""
    from queries.whatif import Abolish, Merge, Move

    if len(merge) != len(into):
        raise click.UsageError(tell("每个 --merge 要有一个 --into，写明并成哪个机构"))
    if more and len(merge) != 1:
        raise click.UsageError(tell("不知道 {names} 属于哪个选项", names=list(more)))
    if (move and not to) or (to and not move) or len(to) not in (0, 1, len(move)):
        raise click.UsageError(tell("每个 --move 要有一个 --to，或者全部任务共用一个 --to"))
    receivers = [*to] * len(move) if len(to) == 1 else [*to]
    acts: list[Act] = [Merge((*names, *more), name) for names, name in zip(merge, into, strict=True)]
    acts += [Merge((old,), new) for old, new in rename]
    acts += [Abolish(name) for name in abolish]
    acts += [Move(task, name) for task, name in zip(move, receivers, strict=True)]
    if not acts:
        raise click.UsageError(tell("请写明假如什么：--merge … --into …、--rename、--abolish 或 --move … --to …"))
    return acts


def _said(step: Step) -> str:
    names = "、".join(step.subjects)
    if step.region:
        names = f"{step.region} {names}"
    if step.kind == "merge":
        return tell("{names} 合并为 {into}", names=names, into=step.into)
    if step.kind == "rename":
        return tell("{names} 更名为 {into}", names=names, into=step.into)
    if step.kind == "abolish":
        return tell("撤销 {names}", names=names)
    return tell("任务“{names}”改由 {into} 牵头", names=names, into=step.into)


def _save(path: Path, found: WhatIf, current: Path, *, given: bool) -> None:
    """Write the entries behind those of the file in force, which loading goes by as a whole."""
    from graph.files import read_text
    from graph.overrides.file import parse_overrides
    from graph.overrides.write import to_toml

    there = read_text(current, what=_("更正文件")) if given or current.is_file() else ""
    if path.exists() and path.resolve() != current.resolve():
        raise SettingsError(
            _("{path}：已有这个文件；请换一个名字，或用 --overrides 指明它就是现有的更正文件", path=path)
        )
    known = {each.key for each in parse_overrides(there, str(current))}
    new = to_toml(each for each in found.overrides if each.key not in known)
    heading = "# " + tell("假如{acts}", acts="；".join(map(_said, found.steps)))
    text = "\n".join([*([there.rstrip("\n"), ""] if there.strip() else []), heading, new])
    save(path, text.encode("utf-8"))


def _parts(found: WhatIf) -> list[Part]:
    plan = ("plan",) if len({each.plan_id for each in found.tasks}) > 1 else ()
    place = (*plan, "number", "title")
    moved = (*place, "role", "old", "new", "deadline", "text")
    lacking = (*place, "old", "deadline", "text")
    rows = [row for held in found.tasks for row in _moved(held)]
    leads = [row for row in rows if row["lead"]]
    others = [row for row in rows if not row["lead"]]
    targets = [{**_row(held), "old": _names(held, "old"), "new": _names(held, "new")} for held in found.targets]
    lead_gone = [_lacking(held) for held in found.tasks if held.without_lead]
    nobody = [_lacking(held) for held in found.tasks if held.without_owner]
    double = [
        {**_row(held), "agency": name, "role": "、".join(role_word(role, language()) for role in roles)}
        for held in found.tasks
        for name, roles in held.double.items()
    ]
    return [
        Part(tell("没有了牵头的任务"), lacking, lead_gone, lacking[:-1]),
        Part(tell("没有了责任单位的任务"), lacking, nobody, lacking[:-1]),
        Part(tell("新的双重角色"), (*place, "agency", "role", "text"), double, (*place, "agency", "role")),
        Part(tell("转移的牵头"), moved, leads, moved[:-1]),
        Part(tell("转移的其他责任"), moved, others, moved[:-1]),
        Part(tell("随之转移的目标"), (*plan, "number", "metric", "text", "deadline", "old", "new"), targets),
    ]


def _row(held: Held) -> dict[str, Any]:
    number = number_cell({"number": held.number, "part": held.part, "of": held.of})
    return {
        "plan": held.plan,
        "number": number,
        "title": held.title,
        "metric": held.title,
        "text": held.text,
        "deadline": held.deadline,
    }


def _moved(held: Held) -> list[dict[str, Any]]:
    """Return a row for each role and body that takes it over; bodies that merge stand in one."""
    gone: dict[tuple[str, str | None], list[str]] = {}
    for each in held.moved:
        gone.setdefault((each.role, each.new), []).extend([each.old] if each.old else [])
    return [
        {
            **_row(held),
            "lead": role == "lead",
            "role": role_word(role, language()),
            "old": "、".join(old),
            "new": new,
        }
        for (role, new), old in gone.items()
    ]


def _names(held: Held, side: str) -> str:
    return "、".join(dict.fromkeys(getattr(each, side) for each in held.moved if getattr(each, side)))


def _lacking(held: Held) -> dict[str, Any]:
    return {**_row(held), "old": _names(held, "old")}
