"""``zerentu load``: plans into the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.messages import _
from graph.model.same_plan import Editions, difference
from graph.visible import cut, visible
from zerentu.cells import difference_words, plan_words
from zerentu.completion import region_names
from zerentu.library import LoadResult, load, open_store, plan_files, store_target
from zerentu.options import (
    db_option,
    format_option,
    home_region,
    lang_option,
    lexicon_option,
    limit_option,
    overrides_option,
)
from zerentu.output import emit, say, table
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from graph.stores.store import Outcome

__all__ = ["load_command"]


_STATES = {"added": _("新增"), "replaced": _("更新"), "unchanged": _("未变")}


@click.command(
    "load",
    help=tell(
        "把文件或文件夹里的方案载入图库；同一方案的旧版本被替换并说明，文号、年份、发文机关不同或多数任务不同的同名方案都保留；读不了的文件最后列出。"
    ),
    epilog=tell("例：zerentu load 方案文件夹 --db 办公室.lbug"),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@db_option
@lexicon_option
@limit_option
@overrides_option
@click.option(
    "--region",
    metavar="NAME",
    callback=home_region,
    shell_complete=region_names,
    help=tell("这些方案所属地区（文中看不出时）"),
)
@click.option("--replace", is_flag=True, help=tell("图库里的版本较新时也替换"))
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help=tell("同时用几个进程读取（默认等于处理器核数）；结果相同")
)
@click.option(
    "--batch",
    type=click.IntRange(1),
    metavar="N",
    help=tell("每 N 份方案写入一次，中断时已写入的保留（默认最后一次写入）"),
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help=tell("在 Dask 集群上读取：调度器地址，如 tcp://host:8786；结果相同（需要 zerentu[cluster]）"),
)
@click.option(
    "--shared",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help=tell("与 --cluster 同用：各台机器以同一路径都能读写的文件夹（默认图库所在文件夹）"),
)
@click.option("--keep-editions", is_flag=True, help=tell("同一方案的各个版本都保留，可用 zerentu diff 比较"))
@format_option
@lang_option
def load_command(
    paths: tuple[Path, ...],
    db: str | None,
    overrides: Path | None,
    region: str | None,
    replace: bool,
    keep_editions: bool,
    jobs: int | None,
    batch: int | None,
    cluster: str | None,
    shared: Path | None,
    style: str,
    output: Path | None,
) -> int:
    """Load and report plan by plan."""
    if replace and keep_editions:
        raise click.UsageError(tell("--replace 与 --keep-editions 不能同时用"))
    if cluster and jobs:
        raise click.UsageError(tell("--jobs 与 --cluster 不能同时用"))
    if shared and not cluster:
        raise click.UsageError(tell("--shared 要与 --cluster 同用"))
    editions: Editions = "replace" if replace else "keep" if keep_editions else "newer"
    try:
        result = _load_with_progress(
            paths,
            db=db,
            region=region,
            overrides=overrides,
            editions=editions,
            jobs=jobs,
            batch=batch,
            cluster=cluster,
            shared=shared,
        )
    except KeyboardInterrupt:
        if batch:
            click.echo(tell("已中断；写完的批次保留在图库里，再次载入会接着做"), err=True)
        raise
    rows = _loaded(result, db)
    if style != "table":
        emit(rows, style, output=output)
    elif rows:
        table(rows, ["state", "region", "title", "tasks", "owned_tasks", "targets"], language())
        click.echo(tell("图库：{store}", store=store_target(db)), err=True)
    for outcome in result.report.outcomes:
        for line in _told(outcome):
            click.echo(line, err=True)
    for row in rows:
        if row["region"] is None:
            click.echo(
                tell("注意：看不出《{title}》属于哪个地区；可用 --region 指明", title=row["title"]),
                err=True,
            )
    for path, unread in result.unread:
        click.echo(tell("注意：{path}：{what}", path=path, what=unread), err=True)
    if result.skipped:
        said = tell("跳过 {count} 个内容未变的文件（上次以同样方式读过）", count=len(result.skipped))
        click.echo(said, err=True)
    for failure in result.failures:
        click.echo(tell("未载入：{why}", why=say(failure.error)), err=True)
    return 1 if result.failures else 0


def _load_with_progress(paths: tuple[Path, ...], **settings: Any) -> LoadResult:
    """Load with a bar, a rate and the time that is left on a terminal, silently elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        return load(paths, **settings)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        total = sum(len(plan_files([path])) if path.is_dir() else 1 for path in paths)
        job = bar.add_task(tell("读取方案"), total=total, rate="")

        def show(path: Path) -> None:
            speed = bar.tasks[0].speed
            rate = tell("{count} 份/秒", count=f"{speed:.1f}") if speed else ""
            bar.update(job, advance=1, description=cut(visible(path.name), 40), rate=rate)

        return load(paths, **settings, progress=show)


def _told(outcome: Outcome) -> Iterator[str]:
    """Yield what a load did to other versions of a plan, and which plans of its title stay beside it."""
    title, over = outcome.plan.title, outcome.over
    new = plan_words(outcome.plan)
    if over and outcome.state == "replaced":
        yield tell("替换：《{title}》，{new}，取代 {old}", title=title, new=new, old=plan_words(over))
    if outcome.astray:
        yield tell(
            "注意：《{title}》有 {count} 条进展填报所在的任务，新文本里已没有；填报保留，见 zerentu progress",
            title=title,
            count=len(outcome.astray),
        )
    if over and outcome.state == "older":
        yield tell(
            "未替换：《{title}》，{new}，早于图库里的 {old}；仍要替换请加 --replace，都要保留请加 --keep-editions",
            title=title,
            new=new,
            old=plan_words(over),
        )
    if outcome.state == "added":
        for other in outcome.beside:
            yield tell(
                "注意：《{title}》，{new}，与图库里的 {old} 同名，{why}，两份都保留",
                title=title,
                new=new,
                old=plan_words(other),
                why=difference_words(difference(outcome.plan, other)),
            )


def _loaded(result: LoadResult, db: str | None) -> list[dict[str, Any]]:
    """Return a row for each plan that was loaded."""
    from queries import plans

    states = {plan: state for state in _STATES for plan in getattr(result.report, state)}
    if not states:
        return []
    with open_store(db) as store:
        rows = plans.answer(store).records
    return [{"state": _STATES[states[row["id"]]].told(language()), **row} for row in rows if row["id"] in states]
