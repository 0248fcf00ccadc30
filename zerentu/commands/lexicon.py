"""``zerentu lexicon check``: whether a lexicon of one's own is understood, and what its names come to."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.options import lang_option
from zerentu.output import table, write_out
from zerentu.settings import language, tell

__all__ = ["lexicon_command"]


@click.command(
    "lexicon",
    help=tell("检查自己的词表（zerentu lexicon check 文件）：列出每个名称指哪个机构；有错时指出第几行。"),
)
@click.argument("action", type=click.Choice(["check"]))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=Path("zerentu.lexicon"))
@lang_option
def lexicon_command(action: str, file: Path) -> int:
    """Print the counts, then a row for each agency and alias."""
    from graph.agencies.lexicon import active
    from graph.agencies.resolve import resolve
    from zerentu.library import lexicon_in_force

    with lexicon_in_force(file):
        found = active()
        rows = []
        for entry in found.agencies:
            meant = resolve(entry.name, entry.region) if entry.region else None
            rows.append(
                {
                    "line": entry.number,
                    "name": "、".join(entry.spellings),
                    "canonical": meant.canonical if meant else entry.means or entry.name,
                    "region": entry.region or tell("各地"),
                }
            )
    aliases = sum(entry.means is not None for entry in found.agencies)
    write_out(
        tell(
            "{file}：机构 {agencies}，别名 {aliases}，行业 {industries}，标签 {labels}，动词 {verbs}",
            file=file,
            agencies=len(found.agencies) - aliases,
            aliases=aliases,
            industries=len(found.industries),
            labels=len(found.labels),
            verbs=len(found.verbs),
        )
    )
    if rows:
        table(rows, ["line", "name", "canonical", "region"], language())
    return 0
