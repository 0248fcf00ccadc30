"""A parse as JSON: the keys of the annotation guide, with provenance for every fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from graph.agencies.names import canonical
from graph.agencies.resolve import resolve
from ingest.clauses.clause import Owner
from ingest.clauses.quotes import QuotedOwner
from ingest.coverage import count_kinds
from ingest.document.metadata import Metadata
from ingest.fields import OWNER, TARGET, TASK, UNREAD, place_of
from ingest.language.paragraphs import Paragraph
from ingest.parsed import Parsed, ParsedPlan, PlacedTarget, UnreadPlace
from ingest.tasks.task import Task

__all__ = ["to_json"]

Json = dict[str, Any]


def to_json(parsed: Parsed, *, coverage: bool = False, explain: bool = False) -> Json:
    """Return a parse as plain values.

    Parameters
    ----------
    parsed
        What `parse_file` returned.
    coverage
        Also count trigger words, list the sentences left over, and count what characters and table rows ended in.
    explain
        Also name the rule that decided each role and each target, under ``rule``.

    Returns
    -------
    dict
        ``doc``, ``source``, ``plan``, ``plans`` where a file holds several, ``tasks``, ``targets``, ``scope_notes``.
        Offsets (``start``, ``end``) count characters of the stored text from 0; lines count from 1.
    """
    several = len(parsed.plans) > 1
    document = parsed.document
    result: Json = {
        "doc": document.name,
        "source": {
            "file": document.name,
            "codec": document.codec,
            "sha256": document.sha256,
            "characters": len(document.text),
            "lines": document.text.count("\n") + 1,
        },
        "plan": _plan(parsed.notice),
    }
    if document.unread:
        result["source"]["unread"] = [{"zh": each.zh, "en": each.en} for each in document.unread]
    if several:
        result["plans"] = [{"plan_index": plan.index, **_plan(plan.metadata)} for plan in parsed.plans]
    result["tasks"] = [
        _indexed(plan, several, _task(parsed, plan, task, explain)) for plan in parsed.plans for task in plan.tasks
    ]
    result["targets"] = [
        _indexed(plan, several, _target(parsed, plan, target, explain=explain))
        for plan in parsed.plans
        for target in plan.targets
    ]
    result["scope_notes"] = [_indexed(plan, several, note) for plan in parsed.plans for note in _notes(parsed, plan)]
    if coverage:
        result["coverage"] = {
            "seen": sum(plan.coverage.seen for plan in parsed.plans),
            "parsed": sum(plan.coverage.parsed for plan in parsed.plans),
            "explained": sum(plan.coverage.explained for plan in parsed.plans),
            "left_over": sum(plan.coverage.left_over for plan in parsed.plans),
            "sentences": [
                _indexed(plan, several, _unread(parsed, place)) for plan in parsed.plans for place in plan.unread
            ],
            "kinds": {kind: asdict(amount) for kind, amount in count_kinds(parsed).items()},
        }
    return result


def _indexed(plan: ParsedPlan, several: bool, record: Json) -> Json:
    return {"plan_index": plan.index, **record} if several else record


def _plan(metadata: Metadata) -> Json:
    return {
        "title": metadata.title,
        "number": metadata.number,
        "region": metadata.region,
        "level": metadata.level,
        "issuers": list(metadata.issuers),
        "issued": metadata.issued,
        "draft": metadata.draft,
    }


def _where(parsed: Parsed, passage: Paragraph, start: int = 0, end: int | None = None) -> Json:
    """Return where a stretch of a passage stands; formats without pages have no page."""
    place = place_of(parsed.span(passage, start, end))
    return {name: value for name, value in place.items() if value is not None}


def _task(parsed: Parsed, plan: ParsedPlan, task: Task, explain: bool) -> Json:
    record = TASK.for_json(task)
    record["owners"] = _owners(parsed, plan, task.owners, explain)
    record["industries"] = [industry.written for industry in task.industries]
    if not task.deadline:
        del record["deadline"]
    return {**record, **_where(parsed, task.passage), "text": task.passage.text}


def _owners(parsed: Parsed, plan: ParsedPlan, owners: Sequence[QuotedOwner], explain: bool) -> list[Json]:
    return [
        {
            **_owner(owner, plan),
            **({"rule": owner.rule} if explain else {}),
            "quote": owner.quote.text,
            **_where(parsed, owner.quote.place),
        }
        for owner in owners
    ]


def _owner(owner: Owner, plan: ParsedPlan) -> Json:
    metadata = plan.metadata
    record: Json = {}
    for name, value in OWNER.for_json(owner).items():
        record[name] = value
        if name == "name":
            # Without a region nobody can say which city's bureau it is, so it has an official name but no identity.
            meant = plan.own_names.get(value, value)
            known = resolve(meant, metadata.region, metadata.level) if metadata.region else None
            record["canonical"] = known.canonical if known else canonical(meant)
            record["agency_id"] = known.id if known else None
    return record


def _target(parsed: Parsed, plan: ParsedPlan, placed: PlacedTarget, *, explain: bool) -> Json:
    record = TARGET.for_json(placed)
    record["owners"] = _owners(parsed, plan, placed.owners, explain)
    if explain:
        record["rule"] = placed.said.rule
    return {**record, **_where(parsed, placed.passage, placed.said.start, placed.said.end)}


def _notes(parsed: Parsed, plan: ParsedPlan) -> list[Json]:
    found: list[Json] = []
    for placed in plan.notes:
        note = placed.note
        record: Json = {"text": note.text}
        if note.rule:
            record |= {"rule": note.rule, "applies_to": "this and all following measures"}
        else:
            record |= {
                "owners": [_owner(owner, plan) for owner in note.owners],
                "applies_to": "all following measures",
            }
        found.append({**record, **_where(parsed, placed.place)})
    return found


def _unread(parsed: Parsed, unread: UnreadPlace) -> Json:
    trigger = unread.trigger
    return {
        **UNREAD.for_json(unread),
        **_where(parsed, unread.passage, trigger.start, trigger.end),
        "text": unread.text,
    }
