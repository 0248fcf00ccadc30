"""``zerentu serve``: the page for those who never open a console."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from graph.errors import SettingsError
from graph.messages import _
from zerentu.options import db_option, lang_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["serve_command"]


@click.command(
    "serve",
    help=tell(
        "在本机的浏览器里用：把方案拖进网页，看读出了什么、没读出什么，再载入；用平常话提问；浏览、下载责任矩阵、填报表、督查通报；收入各单位交回的表格。只有这台电脑能打开，不联网。须安装 zerentu[web]。"
    ),
    epilog=tell("例：zerentu serve --db 办公室.lbug"),
)
@db_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=tell("端口（默认用一个空闲的）"))
@click.option("--host", metavar="IP", default="127.0.0.1", show_default=True, help=tell("本机地址；别的地址不接受"))
@click.option("--no-browser", is_flag=True, help=tell("不打开浏览器，只写出地址"))
@click.option(
    "--start-file",
    metavar="FILE.cmd",
    type=click.Path(path_type=Path, dir_okay=False),
    help=tell("不启动，而是写一个 Windows 启动文件：以后双击它就打开网页"),
)
@lang_option
def serve_command(db: str | None, port: int, host: str, no_browser: bool, start_file: Path | None) -> int:
    """Serve until Ctrl-C or the button of the page."""
    if start_file is not None:
        from zerentu.web.start_file import write_start_file

        write_out(tell("已写入：{path}；双击它就打开网页", path=write_start_file(start_file, db)))
        return 0
    try:
        from zerentu.web.server import Served
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("starlette", "uvicorn", "anyio", "h11"):
            raise
        raise SettingsError(_("serve 命令需要网页组件；请运行 pip install 'zerentu[web]'")) from error
    served = Served(db, host=host, port=port)
    write_out(tell("网页地址（只有这台电脑能打开）：{address}", address=served.address))
    write_out(tell("用完后按网页上的“停止”，或在这里按 Ctrl-C"))
    with suppress(KeyboardInterrupt):
        served.run(browser=not no_browser)
    write_out(tell("已停止"))
    return 0
