"""``zerentu copy``: a store into another, across engines."""

from __future__ import annotations

import click

from graph.stores.store import LoadReport
from zerentu.library import copy
from zerentu.options import ask_password, lang_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["copy_command"]


@click.command(
    "copy",
    help=tell("把一个图库的全部方案放进另一个图库（可跨引擎）；对方已有的同一方案被替换，其他方案保留。"),
    epilog=tell("例：zerentu copy --from zerentu.lbug --to neo4j://localhost:7687"),
)
@click.option("--from", "source", metavar="DB", required=True, callback=ask_password, help=tell("来源图库"))
@click.option("--to", "target", metavar="DB", required=True, callback=ask_password, help=tell("目标图库"))
@lang_option
def copy_command(source: str, target: str) -> int:
    """Copy and say what changed."""
    report = _copy_with_progress(source, target)
    added, replaced, unchanged = len(report.added), len(report.replaced), len(report.unchanged)
    write_out(
        tell(
            "已复制 {count} 份方案到 {target}：新增 {added}，更新 {replaced}，未变 {unchanged}",
            count=added + replaced + unchanged,
            target=target,
            added=added,
            replaced=replaced,
            unchanged=unchanged,
        )
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
        job = bar.add_task(tell("复制方案"), total=None)
        return copy(source, target, progress=lambda done, total: bar.update(job, completed=done, total=total))
