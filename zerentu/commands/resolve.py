"""``zerentu resolve``: what a name means in a plan of a region, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from graph.agencies.resolve import Agency, resolve
from graph.errors import SettingsError
from graph.messages import _
from zerentu.captions import kind_word
from zerentu.completion import region_names
from zerentu.options import db_option, format_option, home_region, lang_option, lexicon_option
from zerentu.output import emit, say, table, write_out
from zerentu.settings import language, tell

__all__ = ["resolve_command"]

_COLUMNS = ["name", "region", "id", "canonical", "level", "kind", "functional_line", "basis", "aliases"]
_SHOWN = ["name", "canonical", "region", "level", "kind", "functional_line", "id"]


@click.command(
    "resolve",
    help=tell(
        "名称指哪个机构：正式全称、地区、层级、条线、依据。标识相同即同一机构，条线相同即上下级对应。名称写 - 时从标准输入逐行读取“名称<制表符>地区”。不需要图库；给出 --db 时另列出提到它的方案。"
    ),
    epilog=tell("例：zerentu resolve 市发改委 市工信局 --region 洛阳市"),
)
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--region",
    metavar="NAME",
    callback=home_region,
    shell_complete=region_names,
    help=tell("名称所在方案的地区；全国方案写 全国"),
)
@click.option(
    "--expand",
    is_flag=True,
    help=tell("按今日行政区划展开各县（市、区）等群体，展开的行注明出自哪个群体"),
)
@db_option
@lexicon_option
@format_option
@lang_option
def resolve_command(
    names: tuple[str, ...], region: str | None, expand: bool, db: str | None, style: str, output: Path | None
) -> int:
    """Print one row a name, in the order given."""
    rows: list[dict[str, Any]] = []
    failed = False
    several = len(names) > 1 or names == ("-",)
    for name, where in _asked(names, region):
        try:
            found = _resolved(name, where)
        except SettingsError as error:
            if not several:
                raise
            # One name that cannot be told among many: its row says why, and the others are answered.
            failed = True
            reason = say(error)
            click.echo(reason, err=True)
            empty = dict.fromkeys([*_COLUMNS, *(["expanded_from"] if expand else [])])
            rows.append({**empty, "name": name, "region": where, "basis": reason, "aliases": []})
            continue
        rows.append(_row(found, None, expand))
        rows += [_row(member, name, expand) for member in _members(name, where)] if expand else []
    columns = [*_COLUMNS, *(["expanded_from"] if expand else []), *(["plans"] if db else [])]
    if db:
        _add_plans(rows, db)
    if style != "table":
        emit(rows, style, columns, output=output)
        return int(failed)
    lang = language()
    shown = [{**row, "kind": kind_word(row["kind"], lang) if row["kind"] else None} for row in rows]
    table(shown, [*_SHOWN, *columns[len(_COLUMNS) :]], lang)
    write_out("")
    for row in rows:
        write_out(tell("{name}：{basis}", name=row["name"], basis=row["basis"]))
        _tell_successors(row)
    return int(failed)


def _asked(names: Sequence[str], region: str | None) -> Iterator[tuple[str, str | None]]:
    for name in names:
        if name != "-":
            yield name, region
            continue
        yield from _lines(sys.stdin, region)


def _lines(lines: Iterable[str], region: str | None) -> Iterator[tuple[str, str | None]]:
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.removeprefix("\ufeff").rstrip("\r\n").split("\t")]
        if cells == [""]:
            continue
        if not cells[0] or len(cells) > 2:
            raise SettingsError(_("标准输入第 {number} 行：应写成 名称<制表符>地区", number=number))
        yield cells[0], (cells[1] if len(cells) == 2 and cells[1] else region)


def _resolved(name: str, region: str | None) -> Agency:
    from graph.agencies.levels import regions_of
    from graph.agencies.regions import bearers

    if not name.strip():
        raise SettingsError(_("名称是空的"))
    region = "全国" if region in ("国家", "中央", "中国") else region
    if region is None:
        found = resolve(name, "全国")
        # A name with a place of its own, or of a national body, means the same everywhere.
        if found.id != resolve(name, "洛阳市").id:
            raise SettingsError(
                _("“{name}”在各地所指不同；请用 --region 指明方案的地区，例如 --region 洛阳市", name=name)
            )
        return found
    several = [each for each in bearers(region) if each.parent]
    if not regions_of(region) or (len(several) > 1 and regions_of(region)[0].parent is None):
        near = "、".join(f"{each.parent}{each.name}" for each in several[:3])
        raise SettingsError(
            _(
                "没有名为“{region}”的地区，或有多个重名；请写全称，例如 {example}",
                region=region,
                example=near or "洛阳市",
            )
        )
    return resolve(name, region)


def _members(name: str, region: str | None) -> list[Agency]:
    from graph.agencies.collectives import expand

    return [resolve(member, region) for member in expand(name, region)] if region else []


def _row(found: Agency, collective: str | None, expand: bool) -> dict[str, Any]:
    row = {**asdict(found), "aliases": list(found.aliases)}
    if expand:
        row["expanded_from"] = collective
    if collective:
        row["basis"] = f"按今日行政区划由“{collective}”展开；{found.basis}"
    return {key: row[key] for key in [*_COLUMNS, *(["expanded_from"] if expand else [])]}


def _add_plans(rows: Sequence[dict[str, Any]], db: str) -> None:
    """Add to each row the titles of the plans in the store that name the agency."""
    from queries import ask
    from zerentu.library import open_store

    with open_store(db) as store:
        ids = list(dict.fromkeys(row["id"] for row in rows if row["id"]))
        named = ask.answer(store, "agency_tasks", agencies=ids).records
    for row in rows:
        row["plans"] = list(dict.fromkeys(each["plan"] for each in named if each["agency_id"] == row["id"]))


def _tell_successors(row: dict[str, Any]) -> None:
    from graph.agencies.renames import successors

    for rename in successors(row["canonical"]) if row["canonical"] else ():
        click.echo(
            tell(
                "{old} 在 {year} 年的改革中改为 {new}，据{source}",
                old=rename.old,
                year=rename.year,
                new=rename.new,
                source=rename.source,
            ),
            err=True,
        )
