"""``zerentu progress``: how far tasks are, from what offices reported; ``zerentu progress import`` takes reports in."""

from __future__ import annotations

from pathlib import Path

import click

from graph.errors import SettingsError
from graph.messages import _
from queries.lights import state_words
from zerentu.answer_tables import emit_tables
from zerentu.cells import Row
from zerentu.completion import agency_names
from zerentu.library import open_store
from zerentu.options import (
    day_option,
    db_option,
    format_option,
    lang_option,
    lexicon_option,
    plan_option,
    region_option,
    today_option,
)
from zerentu.output import emit, table, write_out
from zerentu.settings import language, tell

__all__ = ["progress_command"]

#: So many agencies are counted on the screen; files have all.
_MOST = 20


@click.group(
    "progress",
    invoke_without_command=True,
    help=tell(
        "任务进展：红（逾期未完成）、黄（临近到期、进度落后或受阻）、绿（已完成或按期）、灰（未报进展），每项任务写明理由；先汇总，再列任务。各单位交回的表格用 zerentu progress import 导入。"
    ),
    epilog=tell("例：zerentu progress --plan 绿色园区 --state 红 --state 黄 -o 督办.xlsx"),
)
@plan_option
@region_option
@click.option("--agency", metavar="NAME", shell_complete=agency_names, help=tell("只看这个单位承担的任务"))
@click.option("--quarter", metavar="2026Q1", help=tell("只看这个季度到期的，或填报了这个季度进展的"))
@day_option
@click.option(
    "--state",
    "states",
    metavar="STATE",
    multiple=True,
    help=tell("只看这些：红、黄、绿、灰，或 未开展、推进中、已完成、受阻；可重复"),
)
@click.option("--soon", type=click.IntRange(0), default=30, show_default=True, help=tell("多少天内到期算临近"))
@db_option
@lexicon_option
@format_option
@lang_option
@click.pass_context
def progress_command(
    ctx: click.Context,
    plan: str | None,
    region: str | None,
    agency: str | None,
    quarter: str | None,
    day: str,
    states: tuple[str, ...],
    soon: int,
    db: str | None,
    style: str,
    output: Path | None,
) -> int:
    """Print counts, then the tasks, the most urgent first."""
    if ctx.invoked_subcommand is not None:
        return 0
    from queries.progress import progress, reports
    from zerentu.progress_tables import legend, progress_tables, summary, task_sheet

    wanted = _wanted(states)
    with open_store(db) as store:
        rows = progress.answer(
            store, plan=plan, region=region, agency=agency, quarter=quarter, as_of=day, soon=soon
        ).records
        told = reports.answer(store, plan=plan, region=region).records
    rows = [row for row in rows if not wanted or any(row[name] == value for name, value in wanted)]
    if agency or quarter or wanted:
        kept = {row["task_id"] for row in rows}
        told = [report for report in told if report["task_id"] in kept]
    said = summary(rows, day)
    title = tell("任务进展（截至 {day}）", day=day)
    if style == "json":
        emit(rows, style, output=output)
    elif style == "csv":
        emit_tables([task_sheet(rows, title)], style, output)
    elif style == "xlsx":
        emit_tables(progress_tables(rows, told, title, f"{said}\n{legend(soon)}"), style, output)
    else:
        _print(rows, told, f"{said}\n{legend(soon)}", all_of=bool(wanted))
    return 0


def _wanted(states: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the columns and values that ``--state`` asks for."""
    from zerentu.progress_tables import wanted_by_word

    words = wanted_by_word()
    for state in states:
        if state not in words:
            known = [word for word in words if not word.isascii()]
            raise SettingsError(_("--state {state}：没有这个状态；可写 {known}", state=state, known=known))
    return [words[state] for state in states]


def _print(rows: list[Row], told: list[Row], said: str, *, all_of: bool) -> None:
    """Print the counts, then the tasks; those of which nothing is known are counted only, unless they are asked for."""
    from queries.progress import counts
    from zerentu.progress_tables import screen_rows

    lang = language()
    write_out(said)
    if not rows:
        return
    columns = ["tasks", "red", "yellow", "green", "grey", "reported"]
    plans = counts(rows, "plan")
    if len(plans) > 1:
        write_out("")
        table(plans[:_MOST], ["plan", *columns], lang)
        _more(len(plans), tell("份方案"))
    agencies = counts(rows, "agency")
    if agencies:
        write_out("")
        table(agencies[:_MOST], ["agency", *columns], lang)
        _more(len(agencies), tell("个单位"))
    listed = [row for row in rows if all_of or row["light"] != "grey"]
    if listed:
        write_out("")
        shown = screen_rows(listed)
        several = len({row["plan_id"] for row in listed}) > 1
        names = ["light", *(["plan"] if several else []), "number", "title", "answering", "due_day", "done", "why"]
        table(shown, names, lang)
    if len(listed) < len(rows):
        click.echo(
            tell("另有 {count} 项未报进展且未临近时限，用 --state 灰 列出", count=len(rows) - len(listed)), err=True
        )
    gone = sum(report["position"] is None for report in told)
    if gone:
        click.echo(
            tell("注意：{count} 条进展的任务在方案的新文本里已没有，进展保留，见 xlsx 的填报记录", count=gone), err=True
        )


def _more(count: int, what: str) -> None:
    if count > _MOST:
        click.echo(tell("另有 {count} {what}，写入 xlsx 可看全部", count=count - _MOST, what=what), err=True)


@progress_command.command(
    "import",
    help=tell(
        "导入各单位交回的表格（文件或文件夹，xlsx、csv、WPS）：逐个文件说明收入多少、哪些没有对上、改动了哪个锁定单元格，哪些单位没有交回，同一任务各单位说法是否一致。重复导入不会重复记录；有拒收时退出状态不为 0。"
    ),
    epilog=tell("例：zerentu progress import 交回的表格文件夹"),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@today_option
@db_option
@lang_option
def import_command(paths: tuple[Path, ...], today: str, db: str | None) -> int:
    """Take sheets in and say what became of each file."""
    from itertools import islice

    from zerentu.progress_import import import_progress
    from zerentu.returned_sheets import named

    done = import_progress(paths, db=db, today=today)
    lang = language()
    files = [
        {"file": each.file, "added": each.added, "known": each.known or None, "problems": each.problems or None,
         "taken": tell("拒收") if each.refused else tell("已收")}
        for each in done.files
    ]  # fmt: skip
    table(files, ["file", "taken", "added", "known", "problems"], lang)
    for problem in done.problems:
        click.echo(tell("未收入：{what}", what=problem.sentence), err=True)
    for each in done.disagreements:
        said = [
            _("{agency}报“{state}”", agency=agency or _("未写单位"), state=state_words(state))
            for agency, state in each.said
        ]
        text = tell("说法不一：{number} {title}：{said}", number=each.number, title=each.title, said=said)
        click.echo(text, err=True)
    if done.not_returned:
        missing = zip(named(done.not_returned), done.not_returned, strict=True)
        names = [f"{name}（{each.tasks}）" for name, each in islice(missing, _MOST)]
        more = [_("…")] if len(done.not_returned) > _MOST else []
        click.echo(
            tell(
                "未交回 {count} 个单位（括号内为任务数）：{names}", count=len(done.not_returned), names=[*names, *more]
            ),
            err=True,
        )
    if done.blank:
        click.echo(tell("交回而未填写的任务：{count} 项", count=done.blank), err=True)
    write_out(
        tell(
            "收入 {added} 条进展，已有 {known} 条，问题 {problems} 处",
            added=len(done.added),
            known=len(done.known),
            problems=len(done.problems),
        )
    )
    return 1 if done.problems else 0
