"""Questions: one documented .cypher file each, with typed helpers, and the audit."""

from queries.agencies import Match, agencies, agency_tasks, resolve_agency
from queries.audit import RULES, Rule, audit
from queries.catalogue import ask, catalogue, catalogue_markdown, find_query, parameters_from_text
from queries.counterparts import counterparts, successions
from queries.industries import industries, industry_tasks
from queries.plans import find_plan, find_region, plans
from queries.query_file import Column, Declared, Query
from queries.subgraphs import query_subgraph, subgraph
from queries.targets import targets
from queries.tasks import task, task_owners, tasks

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
    "find_plan",
    "find_query",
    "find_region",
    "industries",
    "industry_tasks",
    "parameters_from_text",
    "plans",
    "query_subgraph",
    "resolve_agency",
    "subgraph",
    "successions",
    "targets",
    "task",
    "task_owners",
    "tasks",
]
