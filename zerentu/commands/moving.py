"""``zerentu export`` and ``copy``: the graph leaves for another program or another store."""

from __future__ import annotations

from pathlib import Path

import click

from graph.stores.store import LoadReport
from zerentu.library import copy, export, open_store
from zerentu.options import ask_password, db_option, lang_option, plan_option
from zerentu.output import write_out
from zerentu.settings import choose

__all__ = ["copy_command", "export_command"]

# The keys of graph.exports.FORMATS, which would take networkx along; a test compares them.
FORMATS = ("neo4j-admin", "graphml", "gexf", "jsonl", "cypher")


@click.command(
    "export",
    help=choose(
        "导出图库：neo4j-admin（CSV 文件夹，附导入脚本）、graphml 与 gexf（Gephi）、jsonl（无损）、cypher（建库脚本）。",
        "Export the store: neo4j-admin (a folder of CSV with import scripts), graphml and gexf (Gephi), "
        "jsonl (lossless), cypher (a script).",
    ),
    epilog=choose(
        "例：zerentu export --format graphml 责任图.graphml", "Example: zerentu export --format graphml plans.graphml"
    ),
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help=choose("导出格式", "The format"))
@plan_option
@db_option
@lang_option
def export_command(path: Path, form: str, plan: str | None, db: str | None) -> int:
    """Export and say what was written."""
    with open_store(db) as store:
        done = export(store, path, form, plan=plan)
    write_out(
        choose(
            f"已导出：{done.path}（{done.nodes} 个节点，{done.relationships} 条关系）",
            f"Exported: {done.path} ({done.nodes} nodes, {done.relationships} relationships)",
        )
    )
    if done.changed:
        click.echo(
            choose(
                f"注意：{done.changed} 处文字含有 {form} 无法保存的控制字符，已换成同位的图形符号（如 ␌）；需要原样请用 jsonl",
                f"Note: {done.changed} texts held control characters that {form} cannot hold; each became its picture "
                "(such as ␌) in the same place; jsonl keeps them",
            ),
            err=True,
        )
    return 0


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
