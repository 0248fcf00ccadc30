"""Questions: one documented .cypher file each, with typed helpers, and the audit.

Names are imported when first used: a command asks two or three questions, and waits for none of the others.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from queries.agencies import Match, agencies, agency_tasks, resolve_agency
    from queries.audit import RULES, Rule, audit
    from queries.catalogue import ask, catalogue, catalogue_markdown, find_query, parameters_from_text
    from queries.counterparts import counterparts, successions
    from queries.industries import industries, industry_tasks
    from queries.plans import find_plan, find_plan_exactly, find_region, plans
    from queries.progress import progress
    from queries.query_file import Column, Declared, Query
    from queries.subgraphs import query_subgraph, subgraph
    from queries.targets import targets
    from queries.tasks import task, task_owners, tasks
    from queries.work import (
        due_between,
        never_lead,
        only_in_plan,
        partners,
        shared_tasks,
        tasks_with_text,
        workload,
    )

_HOMES = {
    "agencies": "queries.agencies",
    "agency_tasks": "queries.agencies",
    "ask": "queries.catalogue",
    "audit": "queries.audit",
    "catalogue": "queries.catalogue",
    "catalogue_markdown": "queries.catalogue",
    "Column": "queries.query_file",
    "counterparts": "queries.counterparts",
    "Declared": "queries.query_file",
    "find_plan": "queries.plans",
    "find_plan_exactly": "queries.plans",
    "find_query": "queries.catalogue",
    "find_region": "queries.plans",
    "industries": "queries.industries",
    "industry_tasks": "queries.industries",
    "Match": "queries.agencies",
    "parameters_from_text": "queries.catalogue",
    "plans": "queries.plans",
    "progress": "queries.progress",
    "Query": "queries.query_file",
    "query_subgraph": "queries.subgraphs",
    "resolve_agency": "queries.agencies",
    "Rule": "queries.audit",
    "RULES": "queries.audit",
    "subgraph": "queries.subgraphs",
    "successions": "queries.counterparts",
    "targets": "queries.targets",
    "task": "queries.tasks",
    "task_owners": "queries.tasks",
    "tasks": "queries.tasks",
    "due_between": "queries.work",
    "never_lead": "queries.work",
    "only_in_plan": "queries.work",
    "partners": "queries.work",
    "shared_tasks": "queries.work",
    "tasks_with_text": "queries.work",
    "workload": "queries.work",
}

__all__ = [
    "RULES",
    "Column",
    "Declared",
    "Match",
    "Query",
    "Rule",
    "agencies",
    "agency_tasks",
    "ask",
    "audit",
    "catalogue",
    "catalogue_markdown",
    "counterparts",
    "due_between",
    "find_plan",
    "find_plan_exactly",
    "find_query",
    "find_region",
    "industries",
    "industry_tasks",
    "never_lead",
    "only_in_plan",
    "parameters_from_text",
    "partners",
    "plans",
    "progress",
    "query_subgraph",
    "resolve_agency",
    "shared_tasks",
    "subgraph",
    "successions",
    "targets",
    "task",
    "task_owners",
    "tasks",
    "tasks_with_text",
    "workload",
]


class _Questions(ModuleType):
    """The package itself: a name that a question shares with its module (``queries.plans``) means the question."""

    def __setattr__(self, name: str, value: object) -> None:
        # The import system puts a module into its package once it is loaded, over whatever has its name there.
        own = isinstance(value, ModuleType) and value.__name__ == _HOMES.get(name) == f"{__name__}.{name}"
        super().__setattr__(name, getattr(value, name) if own else value)

    def __getattr__(self, name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Questions
