"""``zerentu diff``: what changed from one edition of a plan to another, and who has to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.messages import _
from zerentu.comparisons import diff
from zerentu.library import open_store
from zerentu.options import db_option, lang_option, lexicon_option, limit_option
from zerentu.reports import Part, emit_parts, report_options
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from queries.editions import Change, Comparison

__all__ = ["diff_command"]

_KINDS = {
    "added": _("新增任务"),
    "dropped": _("删去任务"),
    "split": _("拆分"),
    "joined": _("合并"),
    "moved": _("移动"),
    "lead changed": _("牵头改变"),
    "owner added": _("新增单位"),
    "owner dropped": _("去掉单位"),
    "role changed": _("角色改变"),
    "deadline changed": _("时限改变"),
    "target changed": _("目标改变"),
    "target added": _("新增目标"),
    "target dropped": _("删去目标"),
    "reworded": _("文字改动"),
}


@click.command(
    "diff",
    help=tell(
        "比较方案的两个版本（两个文件，或库里的两份方案）：任务增、删、移、拆、并和文字改动，牵头、责任单位、角色、时限、目标的改变，以及该告诉哪些单位什么。标点和全半角不算改动。"
    ),
    epilog=tell("例：zerentu diff 征求意见稿.docx 正式稿.pdf -o 改动.html"),
)
@click.argument("old")
@click.argument("new")
@click.option("--region", metavar="NAME", help=tell("方案所属地区，文件没有写明时用"))
@db_option
@lexicon_option
@limit_option
@report_options
@lang_option
def diff_command(old: str, new: str, region: str | None, db: str | None, style: str, output: Path | None) -> int:
    """Compare and print."""
    with ExitStack() as stack:
        files = Path(old).is_file() and Path(new).is_file()
        store = None if files else stack.enter_context(open_store(db))
        found = diff(old, new, store=store, region=region)
    title = tell("{old} → {new}", old=found.old, new=found.new)
    emit_parts(title, _parts(found), style, output, to_json=found.to_json)
    return 0


def _parts(found: Comparison) -> list[Part]:
    order = list(_KINDS)
    changes = sorted(found.changes, key=lambda change: order.index(change.kind))
    columns = ("kind", "old_number", "new_number", "title", "old", "new", "agencies")
    bodies = [
        {
            "agency": name,
            "changes": "；".join(
                tell("{kind} {count}", kind=_kind(kind), count=count)
                for kind, count in Counter(change.kind for change in told).items()
            ),
            "number": "、".join(dict.fromkeys(change.new_number or change.old_number or "" for change in told)),
        }
        for name, told in found.told().items()
    ]
    return [
        Part(tell("改动"), columns, _rows(changes), columns[:-1]),
        Part(tell("应当告知的单位"), ("agency", "number", "changes"), bodies),
    ]


def _rows(changes: Sequence[Change]) -> list[dict[str, Any]]:
    from queries.editions.marks import mark_words

    rows = []
    for change in changes:
        old, new = mark_words(change.old, change.new) if change.old and change.new else (change.old, change.new)
        rows.append(
            {
                "kind": _kind(change.kind),
                "old_number": change.old_number,
                "new_number": change.new_number,
                "title": change.title,
                "old": old,
                "new": new,
                "agencies": "、".join(change.agencies),
            }
        )
    return rows


def _kind(name: str) -> str:
    return _KINDS[name].told(language())
