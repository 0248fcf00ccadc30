"""``zerentu doctor``: what is there, what is missing, and how to get it."""

from __future__ import annotations

from pathlib import Path

import click

from graph.messages import Message, _
from zerentu.checkup import Finding, findings
from zerentu.options import format_option, lang_option
from zerentu.output import emit, write_out
from zerentu.settings import language, tell

__all__ = ["doctor_command"]

_STATES = {"ok": _("好"), "hint": _("提示"), "fault": _("问题")}


@click.command(
    "doctor",
    help=tell(
        "检查版本、库、设置（哪个文件、哪个值算数）、图库或服务器、控制台编码、区域、中文字体；缺什么、怎么办。有问题时以状态 1 退出，只有提示时为 0。"
    ),
)
# Not the shared option: that one asks for a password, and fails where the settings do.
@click.option("--db", metavar="DB", help=tell("要检查的图库（默认与其他命令相同）"))
@format_option
@lang_option
def doctor_command(db: str | None, style: str, output: Path | None) -> int:
    """Print a line for each finding, and what to do below those that need it."""
    found = findings(db)
    if style != "table":
        emit([_row(each) for each in found], style, ["item", "state", "found", "remedy"], output)
    else:
        for each in found:
            row = _row(each)
            state = _STATES[each.state].told(language())
            write_out(tell("[{state}] {item}：{found}", state=state, item=row["item"], found=row["found"]))
            if row["remedy"]:
                write_out(f"    → {row['remedy']}")
    faults, hints = (sum(each.state == state for each in found) for state in ("fault", "hint"))
    click.echo(tell("问题 {faults} 个，提示 {hints} 个", faults=faults, hints=hints), err=True)
    return 1 if faults else 0


def _row(finding: Finding) -> dict[str, str | None]:
    def told(text: Message | str | None) -> str | None:
        return text.told(language()) if isinstance(text, Message) else text

    remedy = told(finding.remedy)
    return {"item": told(finding.item), "state": finding.state, "found": told(finding.found), "remedy": remedy}
