"""Functional lines (条线): an agency's counterparts at other levels, and what reforms made of it.

Neither is stored. Counterparts follow from `functional_line` and from where a region lies, successions
from the name (`graph.agencies.renames`), so both are right whatever plans come and go.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.agencies.renames import successors
from graph.agencies.resolve import resolve
from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.catalogue import ask
from queries.framed import framed

__all__ = ["counterparts", "successions"]

_COUNTERPARTS = ["agency_id", "functional_line", "id", "name", "region", "level", "relation"]
_SUCCESSIONS = ["id", "name", "region", "new_id", "new", "year", "source"]


@framed
def counterparts(store: Store, agencies: Iterable[str]) -> Answer:
    """Return the counterparts of each of `agencies` (ids): agencies of its functional line above, below and in its own region.

    Returns
    -------
    DataFrame
        Columns ``agency_id`` (whose counterpart), ``functional_line``, ``id``, ``name``, ``region``, ``level``, ``relation``
        (above, below or beside); ordered by agency, from above to below.

    Examples
    --------
    >>> from queries import resolve_agency
    >>> [bureau] = resolve_agency(sample_store, "市工信局", region="石家庄市")
    >>> counterparts(sample_store, [bureau.id])[["name", "region", "relation"]].values.tolist()
    [['省工业和信息化厅', '河北省', 'above']]
    """
    wanted = list(dict.fromkeys(agencies))
    rows = []
    for row in ask.answer(store, "counterparts", agencies=wanted).records if wanted else []:
        beside = row["region"] == row["upper_region"]
        if row["id"] in wanted:
            upper = [row["upper_id"], row["upper"], row["upper_region"], row["upper_level"]]
            rows.append([row["id"], row["functional_line"], *upper, "beside" if beside else "above"])
        if row["upper_id"] in wanted:
            lower = [row["id"], row["name"], row["region"], row["level"]]
            rows.append([row["upper_id"], row["functional_line"], *lower, "beside" if beside else "below"])
    order = ["above", "beside", "below"]
    rows.sort(key=lambda row: (wanted.index(row[0]), order.index(row[6]), row[4], row[3], row[2]))
    return Answer.of(rows, _COUNTERPARTS)


@framed
def successions(store: Store) -> Answer:
    """Return the agencies of the store that a reform renamed or dissolved, where their successor is in the store too.

    Returns
    -------
    DataFrame
        Columns ``id``, ``name``, ``region``, ``new_id``, ``new``, ``year`` (of the reform), ``source``; SUCCEEDED_BY as
        a table, ordered by region and name.
    """
    known = ask.answer(store, "agency_regions").records
    here = {row["id"]: row["name"] for row in known}
    # Bodies of all regions share few names.
    after = {name: successors(name) for name in {row["name"] for row in known}}
    rows = []
    for row in known:
        for rename in after[row["name"]] if row["region"] else []:
            new = resolve(rename.new, row["region"])
            if new.id in here:
                rows.append([row["id"], row["name"], row["region"], new.id, here[new.id], rename.year, rename.source])
    return Answer.of(rows, _SUCCESSIONS)
