"""``zerentu copy``: a store into another, across engines."""

from __future__ import annotations

import click

from graph.stores.store import LoadReport
from zerentu.library import copy
from zerentu.options import ask_password, lang_option
from zerentu.output import write_out
from zerentu.settings import choose

__all__ = ["copy_command"]


@click.command(
    "copy",
    help=choose(
        "把一个图库的全部方案放进另一个图库（可跨引擎）；对方已有的同一方案被替换，其他方案保留。",
        "Put every plan of one store into another, across engines; plans that the other holds too are replaced, others stay.",
    ),
    epilog=choose(
        "例：zerentu copy --from zerentu.lbug --to neo4j://localhost:7687",
        "Example: zerentu copy --from zerentu.lbug --to neo4j://localhost:7687",
    ),
)
@click.option(
    "--from", "source", metavar="DB", required=True, callback=ask_password, help=choose("来源图库", "The store to copy")
)
@click.option(
    "--to", "target", metavar="DB", required=True, callback=ask_password, help=choose("目标图库", "The store to fill")
)
@lang_option
def copy_command(source: str, target: str) -> int:
    """Copy and say what changed."""
    report = _copy_with_progress(source, target)
    counts = [len(report.added), len(report.replaced), len(report.unchanged)]
    write_out(
        choose(
            "已复制 {} 份方案到 {}：新增 {}，更新 {}，未变 {}",
            "Copied {} plans to {}: {} added, {} replaced, {} unchanged",
        ).format(sum(counts), target, *counts)
    )
    return 0


def _copy_with_progress(source: str, target: str) -> LoadReport:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        return copy(source, target)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    ) as bar:
        job = bar.add_task(choose("复制方案", "Copying"), total=None)
        return copy(source, target, progress=lambda done, total: bar.update(job, completed=done, total=total))
