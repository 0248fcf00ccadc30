"""``zerentu export``: the graph for another program."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.library import export, open_store
from zerentu.options import db_option, lang_option, plan_option
from zerentu.output import write_out
from zerentu.settings import choose

__all__ = ["export_command"]


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
