"""A parse as JSON: the keys of the annotation guide, with provenance for every fact."""

from __future__ import annotations

from typing import Any

from graph.agencies.names import canonical
from graph.agencies.resolve import resolve
from ingest.clauses.clause import Owner
from ingest.document.metadata import Metadata
from ingest.language.paragraphs import Paragraph
from ingest.parse import Parsed, ParsedPlan, PlacedTarget, UnreadPlace
from ingest.tasks.tasks import Task

__all__ = ["to_json"]

Json = dict[str, Any]


def to_json(parsed: Parsed, *, coverage: bool = False) -> Json:
    """Return a parse as plain values.

    Parameters
    ----------
    parsed
        What `parse_file` returned.
    coverage
        Also count trigger words and list the sentences left over.

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
        _indexed(plan, several, _task(parsed, plan, at)) for plan in parsed.plans for at in range(len(plan.tasks))
    ]
    result["targets"] = [
        _indexed(plan, several, _target(parsed, plan, target)) for plan in parsed.plans for target in plan.targets
    ]
    result["scope_notes"] = [_indexed(plan, several, note) for plan in parsed.plans for note in _notes(parsed, plan)]
    if coverage:
        result["coverage"] = {
            "seen": sum(plan.coverage.seen for plan in parsed.plans),
            "parsed": sum(plan.coverage.parsed for plan in parsed.plans),
            "explained": sum(plan.coverage.explained for plan in parsed.plans),
            "left_over": sum(plan.coverage.left_over for plan in parsed.plans),
            "sentences": [
                _indexed(plan, several, _residue(parsed, item)) for plan in parsed.plans for item in plan.unread
            ],
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
    span = parsed.span(passage, start, end)
    page = {} if span.page is None else {"page": span.page}
    return {"line": span.line, **page, "start": span.start, "end": span.end}


def _task(parsed: Parsed, plan: ParsedPlan, at: int) -> Json:
    task: Task = plan.tasks[at]
    record: Json = {
        "number": task.path,
        "title": task.title,
        "part": task.index,
        "of": task.of,
        "kind": task.kind,
        "clause": task.clause,
        "owners": _owners(parsed, plan, task),
        "open_ended": task.open_ended,
        "industries": [found.written for found in plan.industries[at]],
    }
    if task.deadline:
        record["deadline"] = task.deadline
    return {**record, **_where(parsed, task.passage), "text": task.passage.text}


def _owners(parsed: Parsed, plan: ParsedPlan, said: Task | PlacedTarget) -> list[Json]:
    return [
        {**_owner(owner, plan.metadata), "quote": quote, **_where(parsed, place)}
        for owner, (quote, place) in zip(said.owners, said.quotes, strict=True)
    ]


def _owner(owner: Owner, metadata: Metadata) -> Json:
    name = owner.agency.name
    # Without a region nobody can say which city's bureau it is, so it has an official name but no identity.
    known = resolve(name, metadata.region, metadata.level) if metadata.region else None
    return {
        "written": owner.agency.written,
        "name": name,
        "canonical": known.canonical if known else canonical(name),
        "agency_id": known.id if known else None,
        "role": owner.role,
        "role_word": owner.role_word,
        "basis": owner.basis,
        "collective": owner.agency.collective,
        "inherited": owner.inherited,
    }


def _target(parsed: Parsed, plan: ParsedPlan, placed: PlacedTarget) -> Json:
    said = placed.said
    return {
        "section": placed.path,
        "part": placed.task.index if placed.task else None,
        "text": said.text,
        "metric": said.metric,
        "kind": said.kind,
        "change": said.change,
        "comparator": said.comparator,
        "value": said.value,
        "unit": said.unit,
        "due": said.due,
        "due_derived": said.due_derived,
        "due_by": said.due_by,
        "baseline": said.baseline,
        "owners": _owners(parsed, plan, placed),
        **_where(parsed, placed.passage, said.start, said.end),
    }


def _notes(parsed: Parsed, plan: ParsedPlan) -> list[Json]:
    found: list[Json] = []
    for note, place in plan.notes:
        record: Json = {"text": note.text}
        if note.rule:
            record |= {"rule": note.rule, "applies_to": "this and all following measures"}
        else:
            record |= {
                "owners": [_owner(owner, plan.metadata) for owner in note.owners],
                "applies_to": "all following measures",
            }
        found.append({**record, **_where(parsed, place)})
    return found


def _residue(parsed: Parsed, unread: UnreadPlace) -> Json:
    mention = unread.mention
    return {
        "number": unread.path,
        "word": mention.word,
        "reason": mention.reason,
        **_where(parsed, unread.passage, mention.start, mention.end),
        "text": unread.passage.text[mention.start : mention.end],
    }
