"""What a load made of each file, in words for the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.model.same_plan import difference
from zerentu.cells import difference_words, plan_words
from zerentu.output import say
from zerentu.settings import language, tell
from zerentu.web.reading import without_folder

if TYPE_CHECKING:
    from graph.stores.store import Outcome
    from zerentu.library import LoadResult

__all__ = ["load_report"]


def load_report(result: LoadResult, paths: Sequence[Path], folder: Path) -> list[dict[str, Any]]:
    """Return for each file whether it is in the store now, and the sentences about it.

    Parameters
    ----------
    result
        What `zerentu.load` did.
    paths
        The files, in their order.
    folder
        Where they lie, which no sentence names.
    """
    said: dict[Path, list[str]] = {path: [] for path in paths}
    states: dict[Path, set[str]] = {path: set() for path in paths}
    # Two files may hold the same plan: its outcomes stand in the order of its files.
    holders = {plan: iter(found) for plan, found in result.sources.items()}
    for outcome in result.report.outcomes:
        path = next(holders[outcome.plan.id])
        states[path].add(outcome.state)
        said[path].extend(_told(outcome))
    for path, note in result.unread:
        said[path].append(without_folder(note, folder).told(language()))
    for failure in result.failures:
        failure.error.message = without_folder(failure.error.message, folder)
        states[failure.path].add("refused")
        said[failure.path].append(say(failure.error))
    return [
        {"path": str(path), "state": _state(states[path]), "said": list(dict.fromkeys(said[path]))} for path in paths
    ]


def _state(states: set[str]) -> str:
    """Return the state of a file that may hold several plans: what asks for a decision stands above the rest."""
    return next((state for state in ("refused", "older") if state in states), "loaded")


def _told(outcome: Outcome) -> list[str]:
    title, over, new = outcome.plan.title, outcome.over, plan_words(outcome.plan)
    said = {
        "added": tell("《{title}》已载入", title=title),
        "replaced": tell("《{title}》已更新", title=title),
        "unchanged": tell("《{title}》图库里已有，没有变化", title=title),
        "older": tell("《{title}》没有载入：图库里的版本较新", title=title),
    }[outcome.state]
    found = [said]
    if over and outcome.state == "replaced":
        found.append(tell("取代了 {old}", old=plan_words(over)))
    if over and outcome.state == "older":
        found.append(tell("这一份是 {new}，图库里是 {old}", new=new, old=plan_words(over)))
    if outcome.astray:
        found.append(tell("有 {count} 条进展填报所在的任务，新文本里已没有；填报保留", count=len(outcome.astray)))
    if outcome.state == "added":
        found += [
            tell(
                "图库里另有同名的 {old}：{why}，两份都保留",
                old=plan_words(other),
                why=difference_words(difference(outcome.plan, other)),
            )
            for other in outcome.beside
        ]
    return found
