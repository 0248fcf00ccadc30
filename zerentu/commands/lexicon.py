"""``zerentu lexicon check``: whether a lexicon of one's own is understood, and what its names come to."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.options import lang_option
from zerentu.output import table, write_out
from zerentu.settings import choose, language

__all__ = ["lexicon_command"]


@click.command(
    "lexicon",
    help=choose(
        "检查自己的词表（zerentu lexicon check 文件）：列出每个名称指哪个机构；有错时指出第几行。",
        "Check a lexicon of your own (zerentu lexicon check FILE): list what each name means, or name the line that is wrong.",
    ),
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
                    "region": entry.region or choose("各地", "any"),
                }
            )
    counts = [
        (choose("机构", "agencies"), sum(entry.means is None for entry in found.agencies)),
        (choose("别名", "aliases"), sum(entry.means is not None for entry in found.agencies)),
        (choose("行业", "industries"), len(found.industries)),
        (choose("标签", "labels"), len(found.labels)),
        (choose("动词", "verbs"), len(found.verbs)),
    ]
    write_out(f"{file}{choose('：', ': ')}" + choose("，", ", ").join(f"{word} {count}" for word, count in counts))
    if rows:
        table(rows, ["line", "name", "canonical", "region"], language())
    return 0
