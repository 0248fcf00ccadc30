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
    from queries.contents import (
        plan_industries,
        plan_list,
        plan_owners,
        plan_sections,
        plan_targets,
        plan_tasks,
        progress_reports,
        section_tasks,
        section_titles,
        task_days,
        tasks_at,
        titled_tasks,
        titles_with,
    )
    from queries.counterparts import counterparts, successions
    from queries.findings import (
        co_owners,
        industries_without_lead,
        no_lead,
        no_owner,
        only_collective,
        open_ended,
        plan_leads,
        several_leads,
        single_owner,
        unled_tasks,
        unowned_tasks,
        unread_trigger,
    )
    from queries.industries import industries, industry_tasks
    from queries.lookups import (
        agency_names,
        agency_plans,
        agency_regions,
        agency_targets,
        concerned_tasks,
        industry_names,
        joined_agencies,
        named_agencies,
        named_in_plans,
        owned_ids,
        owned_tasks,
        owners_of_tasks,
        plan_names,
        present,
        region_names,
        same_agencies,
        target_names,
        target_owners,
        task_industries,
        task_sections,
        task_years,
        tasks_by_id,
        tasks_of_agency,
        used_names,
    )
    from queries.overrides import overrides
    from queries.plans import find_plan, find_plan_exactly, find_region, plans
    from queries.progress import progress
    from queries.query_file import Column, Declared, Query
    from queries.role_lookups import (
        held_by_several,
        roles_beside_agencies,
        roles_of_agencies,
        roles_of_tasks,
        task_lines,
    )
    from queries.subgraphs import query_subgraph, subgraph
    from queries.targets import targets
    from queries.tasks import task, task_owners, tasks
    from queries.work import (
        agency_loads,
        due_between,
        given_tasks,
        never_in_roles,
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
    "given_tasks": "queries.work",
    "agency_loads": "queries.work",
    "never_in_roles": "queries.work",
    "never_lead": "queries.work",
    "only_in_plan": "queries.work",
    "partners": "queries.work",
    "shared_tasks": "queries.work",
    "tasks_with_text": "queries.work",
    "workload": "queries.work",
    "plan_industries": "queries.contents",
    "plan_list": "queries.contents",
    "plan_owners": "queries.contents",
    "plan_sections": "queries.contents",
    "plan_targets": "queries.contents",
    "plan_tasks": "queries.contents",
    "progress_reports": "queries.contents",
    "section_tasks": "queries.contents",
    "section_titles": "queries.contents",
    "task_days": "queries.contents",
    "tasks_at": "queries.contents",
    "titled_tasks": "queries.contents",
    "titles_with": "queries.contents",
    "co_owners": "queries.findings",
    "industries_without_lead": "queries.findings",
    "no_lead": "queries.findings",
    "no_owner": "queries.findings",
    "only_collective": "queries.findings",
    "open_ended": "queries.findings",
    "plan_leads": "queries.findings",
    "several_leads": "queries.findings",
    "single_owner": "queries.findings",
    "unled_tasks": "queries.findings",
    "unowned_tasks": "queries.findings",
    "unread_trigger": "queries.findings",
    "agency_names": "queries.lookups",
    "agency_plans": "queries.lookups",
    "agency_regions": "queries.lookups",
    "agency_targets": "queries.lookups",
    "concerned_tasks": "queries.lookups",
    "industry_names": "queries.lookups",
    "joined_agencies": "queries.lookups",
    "tasks_by_id": "queries.lookups",
    "named_agencies": "queries.lookups",
    "named_in_plans": "queries.lookups",
    "owned_ids": "queries.lookups",
    "held_by_several": "queries.role_lookups",
    "roles_beside_agencies": "queries.role_lookups",
    "roles_of_agencies": "queries.role_lookups",
    "roles_of_tasks": "queries.role_lookups",
    "task_lines": "queries.role_lookups",
    "owned_tasks": "queries.lookups",
    "owners_of_tasks": "queries.lookups",
    "plan_names": "queries.lookups",
    "present": "queries.lookups",
    "region_names": "queries.lookups",
    "same_agencies": "queries.lookups",
    "target_names": "queries.lookups",
    "target_owners": "queries.lookups",
    "task_industries": "queries.lookups",
    "task_sections": "queries.lookups",
    "task_years": "queries.lookups",
    "tasks_of_agency": "queries.lookups",
    "used_names": "queries.lookups",
    "overrides": "queries.overrides",
}

__all__ = [
    "RULES",
    "Column",
    "Declared",
    "Match",
    "Query",
    "Rule",
    "agencies",
    "agency_loads",
    "agency_names",
    "agency_plans",
    "agency_regions",
    "agency_targets",
    "agency_tasks",
    "ask",
    "audit",
    "catalogue",
    "catalogue_markdown",
    "co_owners",
    "concerned_tasks",
    "counterparts",
    "due_between",
    "find_plan",
    "find_plan_exactly",
    "find_query",
    "find_region",
    "given_tasks",
    "held_by_several",
    "industries",
    "industries_without_lead",
    "industry_names",
    "industry_tasks",
    "joined_agencies",
    "named_agencies",
    "named_in_plans",
    "never_in_roles",
    "never_lead",
    "no_lead",
    "no_owner",
    "only_collective",
    "only_in_plan",
    "open_ended",
    "overrides",
    "owned_ids",
    "owned_tasks",
    "owners_of_tasks",
    "parameters_from_text",
    "partners",
    "plan_industries",
    "plan_leads",
    "plan_list",
    "plan_names",
    "plan_owners",
    "plan_sections",
    "plan_targets",
    "plan_tasks",
    "plans",
    "present",
    "progress",
    "progress_reports",
    "query_subgraph",
    "region_names",
    "resolve_agency",
    "roles_beside_agencies",
    "roles_of_agencies",
    "roles_of_tasks",
    "same_agencies",
    "section_tasks",
    "section_titles",
    "several_leads",
    "shared_tasks",
    "single_owner",
    "subgraph",
    "successions",
    "target_names",
    "target_owners",
    "targets",
    "task",
    "task_days",
    "task_industries",
    "task_lines",
    "task_owners",
    "task_sections",
    "task_years",
    "tasks",
    "tasks_at",
    "tasks_by_id",
    "tasks_of_agency",
    "tasks_with_text",
    "titled_tasks",
    "titles_with",
    "unled_tasks",
    "unowned_tasks",
    "unread_trigger",
    "used_names",
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
