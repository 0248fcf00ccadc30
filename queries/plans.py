"""Plans and regions of a store, and what a user means by one.

A typed region or plan that the store does not hold is refused: a filter that matches
nothing would read as "nothing to report".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.agencies.regions import find
from graph.errors import UnknownNameError
from graph.messages import _
from graph.model.identity import fold
from graph.stores.answer import Answer, Row
from graph.stores.store import Parameter, Store
from queries.catalogue import FEW, ask
from queries.framed import framed
from queries.suggestions import unknown

__all__ = [
    "chosen_plans",
    "find_plan",
    "find_plan_exactly",
    "find_region",
    "known_region",
    "of_region",
    "over_plans",
    "plan_of_region",
    "plans",
    "scope",
    "spellings",
]


#: So many plans that a text may mean are listed; who means another writes more of its title.
_MOST_LISTED = 20


@framed
def plans(store: Store, *, region: str | None = None) -> Answer:
    """Return every plan with the number of its tasks, owned tasks, agencies and targets.

    Parameters
    ----------
    store
        An open store.
    region
        Region of the plan, full or short name.

    Returns
    -------
    DataFrame
        Columns ``id``, ``region``, ``title``, ``number``, ``issued``, ``draft``, ``source``, ``part``, ``level``,
        ``tasks``, ``owned_tasks``, ``agencies``, ``targets``; ordered by region and title.

    Raises
    ------
    UnknownNameError
        If no plan is of that region.

    Examples
    --------
    >>> plans(sample_store)[["title", "tasks", "owned_tasks"]].values.tolist()
    [['洛阳市绿色园区实施方案', 9, 7], ['石家庄市数字车间行动方案', 2, 2]]
    """
    rows = ask.answer(store, "plans")
    return rows if region is None else of_region(rows, region)


def of_region(rows: Answer, region: str) -> Answer:
    """Return the rows whose column ``region`` is the one that `region` means; see `find_region`."""
    wanted = find_region(region, (row["region"] for row in rows.records))
    return Answer(rows.columns, [row for row in rows.records if row["region"] == wanted])


def chosen_plans(store: Store, *, plan: str | None = None, region: str | None = None) -> list[Row]:
    """Return the rows of `plans` that are of a region, of a plan, or of both; all without either.

    Raises
    ------
    UnknownNameError
        If there is no such plan or region.
    """
    known = plans.answer(store)
    chosen = of_region(known, region).records if region else known.records
    if plan:
        meant = find_plan(store, plan, region=region)["id"]
        chosen = [row for row in chosen if row["id"] == meant]
    return chosen


def find_plan(store: Store, text: str, *, region: str | None = None) -> Row:
    """Return the row of `plans` that `text` means.

    Parameters
    ----------
    store
        An open store.
    text
        Id, beginning of an id, number (文号), title, or a part of a title or file name that only one plan has.
    region
        Look among the plans of this region only; see `find_region`.

    Raises
    ------
    UnknownNameError
        If no plan or more than one fits; the message lists those that do.

    Examples
    --------
    >>> find_plan(sample_store, "数字车间")["region"]
    '石家庄市'
    """
    known = plans.answer(store)
    rows = (of_region(known, region) if region else known).records
    fitting = _fitting(rows, text)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting and region and len(elsewhere := _fitting(known.records, text)) == 1:
        raise UnknownNameError(
            _(
                "《{title}》是{there}的方案，不是{region}的；请去掉地区，或另选方案",
                title=elsewhere[0]["title"],
                there=elsewhere[0]["region"] or _("地区不明"),
                region=region,
            ),
            _titles(rows),
        )
    if fitting:
        listed = "; ".join(
            f"{row['title']} ({row['region']}, {row['source']}, {row['id']})" for row in fitting[:_MOST_LISTED]
        )
        listed += "; …" if len(fitting) > _MOST_LISTED else ""
        raise UnknownNameError(
            _(
                "“{text}”对应 {count} 个方案，请给出其中一个的 id：{listed}",
                text=text,
                count=len(fitting),
                listed=listed,
            ),
            _titles(fitting),
        )
    raise unknown(text, _titles(rows), what=_("方案"), none=_("库里还没有方案"))


def _fitting(rows: Sequence[Row], text: str) -> list[Row]:
    """Return the plans that `text` means: those of the first way to mean one by which any is meant."""
    wanted = fold(text)
    attempts = (
        [row for row in rows if row["id"] == text],
        [row for row in rows if fold(row["title"] or "") == wanted],
        [row for row in rows if wanted and fold(row["number"] or "") == wanted],
        [row for row in rows if row["source"] == text],
        [row for row in rows if wanted and (wanted in fold(row["title"] or "") or wanted in fold(row["source"] or ""))]
        or [row for row in rows if len(text) > len("plan-") and row["id"].startswith(text)],
    )
    return next((found for found in attempts if found), [])


def find_plan_exactly(store: Store, text: str) -> Row:
    """Return the row of `plans` whose id, title or number (文号) is `text`: for what cannot be taken back.

    Raises
    ------
    UnknownNameError
        If no plan or more than one fits; the message lists those that do, or that `text` is a part of.

    Examples
    --------
    >>> find_plan_exactly(sample_store, "石家庄市数字车间行动方案")["region"]
    '石家庄市'
    """
    rows = plans.answer(store).records
    wanted = fold(text)
    fitting = [row for row in rows if row["id"] == text] or [
        row for row in rows if wanted and wanted in (fold(row["title"] or ""), fold(row["number"] or ""))
    ]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnknownNameError(
            _(
                "“{text}”对应 {count} 份方案，请给出其中一份的 id：{listed}",
                text=text,
                count=len(fitting),
                listed=_listed(fitting),
            ),
            _titles(fitting),
        )
    near = [
        row
        for row in rows
        if wanted and any(wanted in fold(row[name] or "") for name in ("title", "number", "source", "id"))
    ]
    if not near:
        raise unknown(text, _titles(rows), what=_("方案"), none=_("库里还没有方案"))
    raise UnknownNameError(
        _(
            "没有标题、文号或 id 正好是“{text}”的方案；含有它的有 {count} 份：{listed}",
            text=text,
            count=len(near),
            listed=_listed(near),
        ),
        _titles(near),
    )


def _listed(rows: list[Row]) -> list[str]:
    """Return plans with what tells one from another."""
    known = ("region", "number", "source", "id")
    listed = [
        f"《{row['title']}》（{'，'.join(filter(None, (row[name] for name in known)))}）" for row in rows[:_MOST_LISTED]
    ]
    return [*listed, "…"] if len(rows) > _MOST_LISTED else listed


def plan_of_region(store: Store, text: str) -> Row:
    """Return the row of `plans` of the region that `text` means, or else the plan that it means; see `find_plan`.

    Raises
    ------
    UnknownNameError
        If the region has several plans, or no plan or more than one fits.

    Examples
    --------
    >>> plan_of_region(sample_store, "洛阳")["title"]
    '洛阳市绿色园区实施方案'
    """
    rows = plans.answer(store).records
    meant = find(text)
    names = {text, meant.name} if meant else {text}
    here = [row for row in rows if row["region"] in names]
    if len(here) > 1:
        raise UnknownNameError(
            _(
                "{text}有 {count} 份方案，请写出其中一份的标题或文号：{titles}",
                text=text,
                count=len(here),
                titles=_titles(here),
            ),
            _titles(here),
        )
    return here[0] if here else find_plan(store, text)


def find_region(text: str, known: Iterable[str | None]) -> str:
    """Return the region of `known` that `text` means: its full name or, where the gazetteer tells, its short name.

    Raises
    ------
    UnknownNameError
        If none of `known` is meant.

    Examples
    --------
    >>> find_region("洛阳", ["洛阳市", "石家庄市"])
    '洛阳市'
    """
    names = sorted({name for name in known if name})
    if text in names:
        return text
    meant = find(text)
    if meant is not None and meant.name in names:
        return meant.name
    raise unknown(text, names, what=_("地区"), none=_("库里还没有方案"))


def known_region(store: Store, text: str, further: Iterable[str | None] = ()) -> str:
    """Return what `find_region` returns for the regions of all plans and `further`, without reading all plans.

    Raises
    ------
    UnknownNameError
        If no such region is meant.

    Examples
    --------
    >>> known_region(sample_store, "洛阳"), known_region(sample_store, "河北", ["河北省"])
    ('洛阳市', '河北省')
    """
    others = set(further)
    for name in spellings(text):
        if name in others or ask.answer(store, "plan_list", region=name).records:
            return name
    return find_region(text, (*others, *(row["region"] for row in ask.answer(store, "plan_list").records)))


def spellings(text: str) -> list[str]:
    """Return the names by which a store may have the region that `text` means, as `find_region` tries them."""
    meant = find(text)
    return [name for name in dict.fromkeys((text, meant.name if meant else "")) if name]


def _titles(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(row["title"] or row["source"] or row["id"] for row in rows))


def over_plans(
    store: Store, question: str, *, region: str | None, plan: str | None = None, **params: Parameter
) -> Answer:
    """Return the rows of a question that has the parameters of `scope` and gives its rows plan by plan.

    The few plans of a region are asked about one by one, so that the others are not looked at.

    Raises
    ------
    UnknownNameError
        See `scope`.
    """
    limits = scope(store, region=region, plan=plan)
    here = ask.answer(store, "plan_list", region=limits["region"]).records if region and not plan else []
    if not 0 < len(here) <= FEW:
        return ask.answer(store, question, **limits, **params)
    parts = [ask.answer(store, question, plan=each["id"], **params) for each in here]
    return Answer(parts[0].columns, [row for part in parts for row in part.records])


def scope(store: Store, *, region: str | None = None, plan: str | None = None) -> dict[str, str]:
    """Return the options `region` and `plan` as parameters of a question, empty where they were left out.

    Raises
    ------
    UnknownNameError
        If the store has no plan of that region, or no such plan in it: both together would hold for nothing.
    """
    return {
        "region": known_region(store, region) if region else "",
        "plan": find_plan(store, plan, region=region)["id"] if plan else "",
    }
