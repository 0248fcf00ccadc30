"""zerentu (责任图): who is responsible for what by when, read out of Chinese government plans.

The whole program as a library: read plans, keep them as a property graph, ask, audit, draw::

    import zerentu

    zerentu.load(["plans/"], db="office.lbug")
    with zerentu.open_store("office.lbug") as store:
        print(zerentu.agency_tasks(store, "市工信局"))
        print(zerentu.audit(store))
        zerentu.draw(store, "map.html", agency="市工信局")

Names are imported when first used, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from zerentu._version import __version__

if TYPE_CHECKING:
    from graph.errors import ZerentuError
    from graph.exports import read_jsonl
    from graph.stores.store import LoadReport, Store
    from queries import agency_tasks, audit, plans, progress, targets, tasks
    from queries import ask as query
    from queries.answers import ask
    from zerentu.comparisons import cascade, diff
    from zerentu.explorer import explore
    from zerentu.issued_sheets import Issued, sheets
    from zerentu.library import (
        Failure,
        LoadResult,
        copy,
        draw,
        export,
        graphs,
        load,
        open_store,
        parse,
        remove,
        sample_plan,
    )
    from zerentu.progress_import import import_progress
    from zerentu.word.library import write_bulletin, write_task_table

_HOMES = {
    "ZerentuError": "graph.errors",
    "LoadReport": "graph.stores.store",
    "Store": "graph.stores.store",
    "agency_tasks": "queries",
    "ask": "queries.answers",
    "audit": "queries",
    "plans": "queries",
    "progress": "queries",
    "query": "queries",
    "targets": "queries",
    "tasks": "queries",
    "cascade": "zerentu.comparisons",
    "diff": "zerentu.comparisons",
    "whatif": "zerentu.comparisons",
    "explore": "zerentu.explorer",
    "Failure": "zerentu.library",
    "LoadResult": "zerentu.library",
    "copy": "zerentu.library",
    "draw": "zerentu.library",
    "export": "zerentu.library",
    "read_jsonl": "graph.exports",
    "graphs": "zerentu.library",
    "import_progress": "zerentu.progress_import",
    "load": "zerentu.library",
    "open_store": "zerentu.library",
    "parse": "zerentu.library",
    "remove": "zerentu.library",
    "sample_plan": "zerentu.library",
    "Issued": "zerentu.issued_sheets",
    "sheets": "zerentu.issued_sheets",
    "write_bulletin": "zerentu.word.library",
    "write_task_table": "zerentu.word.library",
}

#: What is called otherwise at home: there `ask` asks the catalogue.
_CALLED = {"query": "ask"}

__all__ = [
    "Failure",
    "Issued",
    "LoadReport",
    "LoadResult",
    "Store",
    "ZerentuError",
    "__version__",
    "agency_tasks",
    "ask",
    "audit",
    "cascade",
    "copy",
    "diff",
    "draw",
    "explore",
    "export",
    "graphs",
    "import_progress",
    "load",
    "open_store",
    "parse",
    "plans",
    "progress",
    "query",
    "read_jsonl",
    "remove",
    "sample_plan",
    "sheets",
    "targets",
    "tasks",
    "whatif",
    "write_bulletin",
    "write_task_table",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'zerentu' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), _CALLED.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
