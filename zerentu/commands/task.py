"""``zerentu task``: who answers for a task, with the text."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.captions import yes_no
from zerentu.cells import Row, industry_words, number_cell, role_cell, telling_title, years_cell
from zerentu.library import open_store
from zerentu.options import (
    db_option,
    format_option,
    lang_option,
    plan_option,
    print_cypher,
    region_option,
    show_cypher_option,
)
from zerentu.output import emit, table, write_out
from zerentu.settings import language, tell

__all__ = ["task_command"]


@click.command(
    "task",
    help=tell("某任务由谁负责，附原文。可写任务标识、编号（二/（一）/1）、标题或正文里的词。"),
    epilog=tell("例：zerentu task 微电网 --region 石家庄市"),
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
        print_cypher("tasks", "task_owners")
    with open_store(db) as store:
        found = task.answer(store, text, region=region, plan=plan)
        rows = found.records
        if style in ("csv", "xlsx"):
            # Sheets are asked for less often than tables, and cost a start their import.
            from zerentu.answer_tables import emit_tables, task_table

            emit_tables([task_table(store, rows, found.columns, tell("任务：{text}", text=text))], style, output)
            return 0
    if style == "json":
        emit(rows, style, output=output)
        return 0
    for row in rows:
        _print_task(row, language())
    return 0


def _print_task(row: Row, lang: str) -> None:
    write_out(f"{row['region'] or '—'}  {row['plan']}")
    title = telling_title(row["title"], row["text"]) if (row["of"] or 1) > 1 else row["title"]
    write_out(" / ".join([*row["sections"], f"{number_cell(row)} {title}"]))
    owners = [
        {
            "role": role_cell(owner, lang),
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
        write_out(tell("没有责任单位"))
    facts = [
        (tell("名单未列尽："), yes_no(row["open_ended"], lang)),
        (tell("时限："), row["deadline"] or years_cell(row["due"])),
        (tell("行业："), "、".join(industry_words(row["industries"], row["industry_names"]))),
        (tell("目标："), "；".join(target["text"] for target in row["targets"])),
        (tell("来源："), tell("{source} 第{line} 行", source=row["source"], line=row["line"])),
        (tell("标识："), row["task_id"]),
    ]
    for caption, value in facts:
        if value:
            write_out(f"{caption}{value}")
    write_out(tell("原文：{text}", text=row["text"]))
    write_out("")
