"""The question of the catalogue and the command that give the same rows as an answer, where there is one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from queries.answers.answer import Answer
from queries.answers.form import AgencySlot, Form

__all__ = ["with_command"]

#: Slots that a command for one agency, an industry or targets cannot say.
_OTHER = (
    "without_roles",
    "has_roles",
    "without_agency",
    "inherited",
    "open_ended",
    "boxes",
    "partners",
    "number",
    "no_due",
    "words",
    "about",
    "plans",
    "quarter",
    "half",
    "month",
    "sets",
)
_OWNERS = {
    "none": "no_owner",
    "collective_only": "only_collective",
    "no_lead": "no_lead",
    "several_leads": "several_leads",
}


def with_command(answer: Answer, form: Form) -> Answer:
    """Return an answer with the question of the catalogue and the command that give the same rows."""
    if answer.kind == "refused" or len(form.regions) > 1 or form.plans:
        return answer
    found = _found(form, form.regions[0] if form.regions else None)
    if found is None:
        return answer
    query, parameters, command = found
    return replace(answer, query=query, parameters=parameters, command=" ".join(["zerentu", *map(_quoted, command)]))


def _found(form: Form, region: str | None) -> tuple[str, dict[str, Any], list[str]] | None:
    said = {name for name in form.shown() if name in _OTHER}
    where = ["--region", region] if region else []
    in_region = {"region": region} if region else {}
    if form.held:
        return _held(form, said, in_region)
    if form.ask in ("tasks", "number") and form.count in ("", "tasks") and not form.due:
        if form.owners in _OWNERS and not (form.agencies or form.industries or said):
            name = _OWNERS[form.owners]
            return name, in_region, ["query", name, *(["-p", f"region={region}"] if region else [])]
        if form.open_ended and said == {"open_ended"} and not (form.owners or form.agencies or form.industries):
            return "open_ended", in_region, ["query", "open_ended", *(["-p", f"region={region}"] if region else [])]
        if len(form.agencies) == 1 and not (form.owners or form.industries or said) and len(form.roles) < 2:
            return _agency(form.agencies[0], sorted(form.roles))
        if len(form.industries) == 1 and not (form.owners or form.agencies or form.roles or said):
            industry = form.industries[0]
            return "industry_tasks", {"industry": industry, **in_region}, ["industry", industry, *where]
    if form.ask == "targets" and not (said or form.agencies or form.industries):
        parameters = {
            **({"due": form.due} if form.due else {}),
            **({"kind": form.target_kind} if form.target_kind else {}),
        }
        options = [each for name, value in parameters.items() for each in (f"--{name}", str(value))]
        return "targets", {**parameters, **in_region}, ["targets", *options, *where]
    return None


def _held(form: Form, said: set[str], in_region: dict[str, Any]) -> tuple[str, dict[str, Any], list[str]] | None:
    """Return what gives the same plans: all of them, or those that give tasks to an agency."""
    if form.held != "plans" or said or form.counts_held or form.lacks or form.targets_held or form.owners:
        return None
    if form.asks_for_all():
        return "plans", in_region, ["plans", *(word for value in in_region.values() for word in ("--region", value))]
    if len(form.agencies) == 1 and not (form.roles or form.industries or form.due):
        ids = sorted(form.agencies[0].all_ids)
        options = [f"agencies={','.join(ids)}", *(f"{name}={value}" for name, value in in_region.items())]
        command = ["query", "given_tasks", *(word for option in options for word in ("-p", option))]
        return "given_tasks", {"agencies": ids, **in_region}, command
    return None


def _quoted(word: str) -> str:
    """Return a word as a shell takes it; quotes only where they are needed."""
    return word if re.fullmatch(r"[\w=.,/（）-]+", word) else "'" + word.replace("'", "'\\''") + "'"


def _agency(slot: AgencySlot, roles: list[str]) -> tuple[str, dict[str, Any], list[str]] | None:
    if len(slot.ids) != 1:
        return None
    (region,) = slot.ids
    ids = sorted(slot.all_ids)
    if len(ids) != 1:
        return None
    parameters = {"agencies": ids, "region": region}
    options = ["--role", roles[0]] if roles else []
    return "agency_tasks", parameters, ["agency", slot.names[ids[0]], "--region", region, *options]
