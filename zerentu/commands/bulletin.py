"""``zerentu bulletin``: a notice of supervision as a Word document."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.library import open_store
from zerentu.options import (
    day_option,
    db_option,
    lang_option,
    output_option,
    plan_option,
    region_option,
    template_option,
)
from zerentu.settings import tell
from zerentu.word.library import write_bulletin

__all__ = ["bulletin_command"]


@click.command(
    "bulletin",
    help=tell(
        "督查通报：按公文格式（GB/T 9704-2012）写明责任分工、完成时限、进展报送，各单位承担多少、逾期多少，逐项列出逾期、临近到期、责任和时限不明确的任务和检查发现，每项注明出处，附任务分解表。只写图库里有的。"
    ),
    epilog=tell("例：zerentu bulletin -o 督查通报.docx --region 洛阳市 --as-of 2026-11-30 --from 市政府督查室"),
)
@output_option(tell("写入这个文件（docx）"))
@plan_option
@region_option
@day_option
@click.option("--to", metavar="NAME", help=tell("主送（默认“各有关单位”）"))
@click.option("--from", "sender", metavar="NAME", default="", help=tell("落款单位"))
@click.option("--soon", metavar="DAYS", type=click.IntRange(0), help=tell("多少天内到期算临近到期（默认 30）"))
@template_option
@db_option
@lang_option
def bulletin_command(
    output: Path,
    plan: str | None,
    region: str | None,
    day: str,
    to: str | None,
    sender: str,
    soon: int | None,
    template: Path | None,
    db: str | None,
) -> int:
    """Write the notice."""
    with open_store(db) as store:
        write_bulletin(
            store, output, plan=plan, region=region, as_of=day, to=to, sender=sender, soon=soon, template=template
        )
    click.echo(tell("已写入：{path}", path=output), err=True)
    return 0
