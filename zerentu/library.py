"""The public API: what the command line does, as functions of plain values.

`parse` gives JSON-ready values, `graphs` property graphs, `load` puts plans into a
store, `draw` makes a map. Questions are the functions of `queries`, re-exported by
the package.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import SettingsError
from graph.messages import _
from graph.stores.store import LoadReport, Store
from zerentu.loading import Failure, LoadResult, load
from zerentu.own_files import find_overrides, lexicon_in_force, limits_in_force
from zerentu.paths import open_store, plan_files, sample_plan, store_target
from zerentu.reading import read_file

if TYPE_CHECKING:
    import networkx as nx

    from graph.exports import Exported

__all__ = [
    "Failure",
    "LoadResult",
    "copy",
    "draw",
    "export",
    "find_overrides",
    "graphs",
    "holds_plans",
    "lexicon_in_force",
    "limits_in_force",
    "load",
    "open_store",
    "parse",
    "plan_files",
    "remove",
    "sample_plan",
    "store_target",
]


def parse(
    path: str | Path,
    *,
    region: str | None = None,
    coverage: bool = False,
    explain: bool = False,
    lexicon: str | Path | None = None,
) -> dict[str, Any]:
    """Read one plan and return what it says as plain values.

    Parameters
    ----------
    path
        A plan as a text file.
    region
        The region the plan is for, where the document does not tell.
    coverage
        Also count trigger words and list the sentences left over.
    explain
        Also name the rule that decided each role and each target.
    lexicon
        A lexicon of one's own; see `lexicon_in_force`.

    Returns
    -------
    dict
        Keys ``doc``, ``source``, ``plan``, ``tasks``, ``targets``, ``scope_notes``; see docs/parse.md.

    Raises
    ------
    ReadError
        If the file cannot be opened or decoded.
    ParseError
        If there is nothing in it that can be loaded.

    Examples
    --------
    >>> found = parse(sample_plan())
    >>> found["plan"]["region"], found["tasks"][0]["owners"][0]["name"]
    ('云泽市', '市发展改革委')
    """
    from ingest.parse import parse_file
    from ingest.to_json import to_json

    with lexicon_in_force(lexicon), limits_in_force():
        return to_json(parse_file(path, region=region), coverage=coverage, explain=explain)


def graphs(path: str | Path, *, region: str | None = None, lexicon: str | Path | None = None) -> list[nx.MultiDiGraph]:
    """Read one file and return a property graph for each plan in it; see `graph.model.schema`.

    Raises
    ------
    ReadError, ParseError
        As `parse`.
    """
    from graph.model.plan_rows import graph_of

    with lexicon_in_force(lexicon), limits_in_force():
        reading = read_file(Path(path), region)
    if reading.error is not None:
        raise reading.error
    return [graph_of(plan) for plan in reading.plans]


def remove(
    plan: str, *, db: str | Path | None = None, confirm: Callable[[dict[str, Any]], bool] | None = None
) -> dict[str, Any] | None:
    """Take a plan out of a store; return it as a row of `queries.plans` with its ``reports`` (how many went), None if `confirm` said no.

    Parameters
    ----------
    plan
        Its id, its whole title or its 文号.
    confirm
        Called with the row before anything is removed; nothing is if it returns False.

    Raises
    ------
    UnknownNameError
        If no plan, or more than one, is meant; the message lists those that may be.
    """
    from queries import find_plan_exactly
    from queries.progress import reports

    store = open_store(db, read_only=False)
    try:
        found = dict(find_plan_exactly(store, plan))
        found["reports"] = len(reports.answer(store, plan=found["id"]).records)
        if confirm is not None and not confirm(found):
            return None
        store.remove(found["id"])
        return found
    finally:
        store.close()


def holds_plans(store: Store) -> bool:
    """Return whether a store holds any plan."""
    return bool(store.answer("MATCH (p:Plan) RETURN p.id AS id ORDER BY id LIMIT 1").records)


def copy(source: str | Path, target: str | Path, *, progress: Callable[[int, int], None] | None = None) -> LoadReport:
    """Put every plan of one store into another, whatever engines they are; plans that only the other holds stay.

    Parameters
    ----------
    source, target
        Stores; see `store_target`.
    progress
        Called with the number of plans written so far, and of all.

    Raises
    ------
    StoreError
        If one of them cannot be opened, or the target not written.
    """
    from graph.model.split import split

    with open_store(source) as store:
        parts = list(split(store.graph()).values())
    with open_store(target, read_only=False) as store:
        return store.load(parts, editions="exact", progress=progress and (lambda done: progress(done, len(parts))))


def export(store: Store, path: str | Path, form: str, *, plan: str | None = None) -> Exported:
    """Write a store, or one plan of it, for another program.

    Parameters
    ----------
    store
        An open store.
    path
        The file to write, or the folder for ``neo4j-admin``.
    form
        One of ``neo4j-admin``, ``graphml``, ``gexf``, ``jsonl``, ``cypher``.
    plan
        Its id, title, a part of the title that only it has, or its file name.

    Raises
    ------
    UnknownNameError
        If no plan, or more than one, is meant.
    SettingsError
        If the place cannot be written, or the format cannot hold something.
    """
    from graph.exports import export as write
    from graph.model.split import split

    if Path(path).resolve() == Path(store.name).resolve():
        raise SettingsError(_("{path} 就是图库本身；请另写一个文件名", path=path))
    graph = store.graph()
    if plan is not None:
        from queries import find_plan

        graph = split(graph)[find_plan(store, plan)["id"]]
    return write(graph, path, form)


def draw(
    store: Store,
    path: str | Path,
    *,
    agency: str | None = None,
    plan: str | None = None,
    task: str | None = None,
    region: str | None = None,
    lang: str = "zh",
    limit: int = 5000,
    detail: int = 300,
    overview: bool = False,
    on_overview: Callable[[dict[str, int]], None] | None = None,
) -> Path:
    """Draw a map of a store, or of the part around an agency, a plan or a task, as one offline HTML file.

    Parameters
    ----------
    store
        An open store.
    path
        The file to write.
    agency, plan, task, region
        What to draw; without any of them everything. A map of one agency or one task opens on it.
    lang, limit, detail, overview, on_overview
        As `viz.draw_map` takes them.

    Raises
    ------
    UnknownNameError
        If the agency, plan or task is not in the store.
    TooLargeToDraw
        If an overview too would hold more than `limit` shapes.
    """
    from queries import subgraph
    from queries.subgraphs import subgraph_focus
    from viz import draw_map
    from zerentu.progress_tables import map_progress

    about = [name for name in (agency, plan, task, region) if name]
    title = _("责任图：{names}", names=about) if about else _("责任图")
    part = subgraph(store, agency=agency, plan=plan, task=task, region=region)
    if not part:
        title = _("责任图：图库里没有方案")
    return draw_map(
        part, path, title=title.told(lang), lang=lang, limit=limit, detail=detail, overview=overview,
        focus=subgraph_focus(store, part, agency=agency, plan=plan, task=task, region=region), on_overview=on_overview,
        progress=map_progress(store, lang),
    )  # fmt: skip
