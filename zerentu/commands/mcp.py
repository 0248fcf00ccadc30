"""``zerentu mcp``: a server for assistants, over standard input and output."""

from __future__ import annotations

import click

from graph.errors import SettingsError
from graph.messages import _
from zerentu.options import db_option, lang_option
from zerentu.settings import tell

__all__ = ["mcp_command"]


@click.command(
    "mcp",
    help=tell(
        "供智能助手调用的服务（Model Context Protocol，标准输入输出）：ask、agency、task、audit、targets、resolve、plans 和只读的 cypher，结果附原文。须安装 zerentu[mcp]。"
    ),
    epilog=tell("例：在助手的设置里写 zerentu mcp --db 图库.lbug"),
)
@db_option
@lang_option
def mcp_command(db: str | None) -> int:
    """Serve until standard input ends."""
    try:
        from zerentu.assistants import server
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("mcp"):
            raise
        raise SettingsError(_("mcp 命令需要官方 SDK；请运行 pip install 'zerentu[mcp]'")) from error
    server(db).run("stdio")
    return 0
