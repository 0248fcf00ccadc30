"""Comparisons of plans for the explorer: each plan with the one of the same subject next above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.agencies.regions import chain, leading_place
from graph.model.identity import fold
from zerentu.captions import role_word
from zerentu.cascade_words import DEGREES, LESS, VERDICTS
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from graph.overrides.file import Override
    from graph.stores.answer import Row
    from graph.stores.store import Store
    from queries.cascade import Cascade
    from viz.explorer import ExplorerCascade, ExplorerLink

__all__ = ["cascades", "pairs"]


def pairs(plans: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield each plan behind the one next above it that has the same title but for the place it begins with.

    Plans of other subjects share no tasks; whoever wants to compare them names them to ``zerentu cascade``.

    Parameters
    ----------
    plans
        Rows of `queries.plans`.

    Examples
    --------
    >>> plans = [{"region": region, "title": f"{place}节水实施方案"} for region, place in
    ...     (("全国", ""), ("河南省", "河南省"), ("洛阳市", "洛阳市"), ("安徽省", "安徽省"))]
    >>> [(above["region"], below["region"]) for above, below in pairs(plans)]
    [('全国', '河南省'), ('河南省', '洛阳市'), ('全国', '安徽省')]
    """
    by_subject: dict[str, list[Row]] = {}
    for plan in plans:
        by_subject.setdefault(_subject(plan), []).append(plan)
    for below in plans:
        same = by_subject[_subject(below)]
        for region in chain(below["region"] or "")[1:]:
            above = [plan for plan in same if plan["region"] == region.name]
            if above and below["title"]:
                yield from ((each, below) for each in above)
                break


def _subject(plan: Row) -> str:
    title = plan["title"] or ""
    place = leading_place(title)
    return fold(title[place[1] :] if place else title)


def cascades(
    store: Store,
    plans: Sequence[Row],
    tasks: Mapping[str, int],
    targets: Mapping[str, int],
    overrides: Sequence[Override] | None,
) -> list[ExplorerCascade]:
    """Return the comparisons of plans; tasks and targets are told by their places in the explorer."""
    from queries.cascade import cascade

    place = {plan["id"]: at for at, plan in enumerate(plans)}
    found = [cascade(store, above["id"], below["id"], overrides=overrides or []) for above, below in pairs(plans)]
    return [_told(each, place, tasks, targets) for each in found]


def _told(
    found: Cascade, plans: Mapping[str, int], tasks: Mapping[str, int], targets: Mapping[str, int]
) -> ExplorerCascade:
    from viz.explorer import ExplorerCascade

    return ExplorerCascade(
        above=plans[found.above["id"]],
        below=plans[found.below["id"]],
        tasks=[*_without(found, tasks), *_links(found, tasks), *_new(found, tasks)],
        targets=list(_targets(found, tasks, targets)),
        owners=list(_owners(found, tasks)),
    )


def _without(found: Cascade, tasks: Mapping[str, int]) -> Iterable[ExplorerLink]:
    from viz.explorer import ExplorerLink

    verdict = tell("下级未承接")
    return [ExplorerLink(verdict=verdict, serious=True, up=tasks[row["task_id"]], down=None) for row in found.without]


def _new(found: Cascade, tasks: Mapping[str, int]) -> Iterable[ExplorerLink]:
    from viz.explorer import ExplorerLink

    verdict = tell("下级新增")
    return [ExplorerLink(verdict=verdict, serious=False, up=None, down=tasks[row["task_id"]]) for row in found.new]


def _links(found: Cascade, tasks: Mapping[str, int]) -> Iterator[ExplorerLink]:
    from viz.explorer import ExplorerLink

    for link in found.links:
        yield ExplorerLink(
            verdict=DEGREES[link.degree].told(language()),
            serious=False,
            up=tasks[found.upper[link.up]["task_id"]],
            down=tasks[found.lower[link.down]["task_id"]],
            note=tell("人工确认") if link.settled else link.why,
        )


def _targets(found: Cascade, tasks: Mapping[str, int], targets: Mapping[str, int]) -> Iterator[ExplorerLink]:
    from viz.explorer import ExplorerLink

    order = list(VERDICTS)
    titles = {row["task_id"]: row["title"] for row in found.lower}
    for pair in sorted(found.targets, key=lambda each: order.index(each.verdict)):
        down = None if pair.down is None else targets[found.lower_targets[pair.down]["target_id"]]
        yield ExplorerLink(
            verdict=VERDICTS[pair.verdict].told(language()),
            serious=pair.verdict in LESS,
            up=targets[found.upper_targets[pair.up]["target_id"]],
            down=down,
            # Where no target answers but a task says the same without a number, it is named.
            note=titles.get(pair.task or "") if down is None else None,
        )


def _owners(found: Cascade, tasks: Mapping[str, int]) -> Iterator[ExplorerLink]:
    from viz.explorer import ExplorerLink

    lang = language()
    for at, changes in found.owners.items():
        link = found.links[at]
        for change in changes:
            sides = ((change.up_agency, change.up_role), (change.down_agency, change.down_role))
            above, below = (
                tell("{name}（{role}）", name=name, role=role_word(role or "", lang)) if name else "—"
                for name, role in sides
            )
            yield ExplorerLink(
                verdict=VERDICTS[change.verdict].told(lang),
                serious=change.verdict == "lead changed",
                up=tasks[found.upper[link.up]["task_id"]],
                down=tasks[found.lower[link.down]["task_id"]],
                note=f"{above} → {below}",
            )
