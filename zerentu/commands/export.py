"""``zerentu export``: the graph for another program."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.library import export, open_store
from zerentu.options import db_option, lang_option, plan_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["export_command"]


# The keys of graph.exports.FORMATS, which would take networkx along; a test compares them.
FORMATS = ("neo4j-admin", "graphml", "gexf", "jsonl", "cypher")


@click.command(
    "export",
    help=tell(
        "导出图库：neo4j-admin（CSV 文件夹，附导入脚本）、graphml 与 gexf（Gephi）、jsonl（无损）、cypher（建库脚本）。"
    ),
    epilog=tell("例：zerentu export --format graphml 责任图.graphml"),
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help=tell("导出格式"))
@plan_option
@db_option
@lang_option
def export_command(path: Path, form: str, plan: str | None, db: str | None) -> int:
    """Export and say what was written."""
    with open_store(db) as store:
        done = export(store, path, form, plan=plan)
    write_out(
        tell(
            "已导出：{path}（{nodes} 个节点，{relationships} 条关系）",
            path=done.path,
            nodes=done.nodes,
            relationships=done.relationships,
        )
    )
    if done.changed:
        click.echo(
            tell(
                "注意：{changed} 处文字含有 {form} 无法保存的控制字符，已换成同位的图形符号（如 ␌）；需要原样请用 jsonl",
                changed=done.changed,
                form=form,
            ),
            err=True,
        )
    return 0
