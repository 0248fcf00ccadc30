"""``zerentu cascade``: what plans below make of the tasks, targets and owners of a plan above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.messages import Message
from zerentu.captions import role_word
from zerentu.cascade_words import DEGREES, LESS, VERDICTS
from zerentu.cells import number_cell, target_value
from zerentu.library import find_overrides, open_store
from zerentu.options import db_option, lang_option, overrides_option
from zerentu.reports import Part, emit_parts, report_options
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from queries.cascade import Cascade

__all__ = ["cascade_command"]


@click.command(
    "cascade",
    help=tell(
        "对照上下级方案：上级任务在下级有无对应（没有的在前）、下级新增什么、目标是否减弱或推迟、牵头和责任单位有何变化，附双方原文。"
    ),
    epilog=tell("例：zerentu cascade --from 全国 --to 河南省 --to 洛阳市 -o 对照.xlsx"),
)
@click.option("--from", "upper", required=True, metavar="PLAN", help=tell("上级方案：地区、标题、文号或标识"))
@click.option(
    "--to", "lower", required=True, multiple=True, metavar="PLAN", help=tell("下级方案，可重复：逐级向下对照")
)
@db_option
@overrides_option
@report_options
@lang_option
def cascade_command(
    upper: str, lower: tuple[str, ...], db: str | None, overrides: Path | None, style: str, output: Path | None
) -> int:
    """Compare each plan with the next."""
    from queries.cascade import cascade

    with open_store(db) as store:
        entries = find_overrides(overrides, db) or []
        found = [cascade(store, above, below, overrides=entries) for above, below in pairwise([upper, *lower])]
    parts = [part for each in found for part in _parts(each, named=len(found) > 1)]
    title = " → ".join([_name(found[0].above), *(_name(each.below) for each in found)])

    def to_json() -> Any:
        return found[0].to_json() if len(found) == 1 else [each.to_json() for each in found]

    emit_parts(title, parts, style, output, to_json=to_json)
    return 0


def _name(plan: Mapping[str, Any]) -> str:
    return str(plan["title"] or plan["region"] or plan["id"])


def _parts(found: Cascade, *, named: bool) -> list[Part]:
    """Return the tables of a comparison; their captions name the plan below where there are several."""
    targets = sorted(_targets(found), key=lambda row: row["order"])
    less = [row for row in targets if row["order"] < len(LESS)]
    tasks = ("number", "title", "text")
    target_columns = ("verdict", "up_number", "up_text", "down_number", "down_text")
    linked = (
        "up_number", "up_title", "down_number", "down_title", "degree", "score", "why", "note", "up_text", "down_text"
    )  # fmt: skip
    changed = ("verdict", "up_number", "up_title", "up_agency", "down_number", "down_agency", "functional_line")
    parts = [
        Part(tell("下级未承接的上级任务"), tasks, _tasks(found.without), tasks[:2]),
        Part(tell("减弱、推迟或缺失的目标"), target_columns, less),
        Part(tell("责任单位变化"), changed, _owners(found)),
        Part(tell("全部对应"), linked, _links(found), linked[:8]),
        Part(tell("下级新增任务"), tasks, _tasks(found.new), tasks[:2]),
        Part(tell("其余目标"), target_columns, targets[len(less) :]),
    ]
    if found.rejected:
        parts.append(Part(tell("人工否定的对应"), ("up_title", "down_title", "note"), _rejected(found)))
    if not named:
        return parts
    # A name of a sheet has room for 31 characters: the region tells which plan is meant.
    place = found.below["region"] or _name(found.below)
    return [Part(f"{place} {part.caption}", part.columns, part.rows, part.screen) for part in parts]


def _tasks(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"number": number_cell(row), "title": row["title"], "text": row["text"]} for row in rows]


def _links(found: Cascade) -> list[dict[str, Any]]:
    rows = []
    for link in found.links:
        up, down = found.upper[link.up], found.lower[link.down]
        rows.append(
            {
                "up_number": number_cell(up),
                "up_title": up["title"],
                "up_text": up["text"],
                "down_number": number_cell(down),
                "down_title": down["title"],
                "down_text": down["text"],
                "degree": _said(DEGREES, link.degree),
                "score": link.score,
                "why": link.why,
                "note": tell("人工确认") if link.settled else None,
            }
        )
    return rows


def _targets(found: Cascade) -> list[dict[str, Any]]:
    order = list(VERDICTS)
    sentences = [
        Counter((row["section"], row["text"]) for row in rows) for rows in (found.upper_targets, found.lower_targets)
    ]
    tasks = {row["task_id"]: {"section": number_cell(row), "text": row["text"]} for row in found.lower}
    rows = []
    for pair in found.targets:
        up = found.upper_targets[pair.up]
        # Where no target answers but a task that says the same without number, its words are shown.
        down = tasks.get(pair.task or "") if pair.down is None else found.lower_targets[pair.down]
        rows.append(
            {
                "verdict": _said(VERDICTS, pair.verdict),
                "order": order.index(pair.verdict),
                "up_number": up["section"],
                "up_text": _sentence(up, sentences[0]),
                "down_number": down and down["section"],
                "down_text": down and _sentence(down, sentences[1]),
            }
        )
    return rows


def _sentence(target: dict[str, Any], sentences: Mapping[tuple[str, str], int]) -> str:
    """Return the words of a target, behind its metric and number where one sentence sets several."""
    if sentences.get((target["section"], target["text"]), 0) < 2:
        return str(target["text"])
    said = " ".join(filter(None, (target["metric"], target_value(target))))
    return f"【{said}】{target['text']}"


def _owners(found: Cascade) -> list[dict[str, Any]]:
    lang = language()
    rows = []
    for at, changes in found.owners.items():
        up, down = found.upper[found.links[at].up], found.lower[found.links[at].down]
        for change in changes:
            roles = (change.up_role, change.down_role)
            names = (change.up_agency, change.down_agency)
            above, below = (
                name and tell("{name}（{role}）", name=name, role=role_word(role or "", lang))
                for name, role in zip(names, roles, strict=True)
            )
            rows.append(
                {
                    "verdict": _said(VERDICTS, change.verdict),
                    "up_number": number_cell(up),
                    "up_title": up["title"],
                    "up_agency": above,
                    "down_number": number_cell(down),
                    "down_agency": below,
                    "functional_line": change.functional_line,
                }
            )
    return rows


def _rejected(found: Cascade) -> list[dict[str, Any]]:
    titles = {row["task_id"]: f"{number_cell(row)} {row['title']}" for row in (*found.upper, *found.lower)}
    return [
        {"up_title": titles[each.up], "down_title": titles[each.down], "note": each.note} for each in found.rejected
    ]


def _said(words: Mapping[str, Message], name: str) -> str:
    return words[name].told(language())
