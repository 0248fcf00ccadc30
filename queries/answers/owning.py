"""Whether an agency answers for a task as a form asks."""

from __future__ import annotations

from queries.answers.form import AgencySlot, Form
from queries.answers.task import Owner, Task

__all__ = ["fits", "holds", "owners_of"]


def owners_of(task: Task, slot: AgencySlot) -> list[Owner]:
    """Return those of the owners of a task that a name of the question means."""
    ids = slot.ids.get(task.region, ())
    return [owner for owner in task.owners if owner.id in ids]


def holds(task: Task, slot: AgencySlot, form: Form) -> bool:
    """Return whether an agency answers for a task in one of the roles that the form asks for."""
    owners = owners_of(task, slot)
    if form.inherited is not None:
        owners = [owner for owner in owners if owner.inherited == form.inherited]
    without = slot.without or form.without_roles
    roles = form.roles if slot.roles is None else slot.roles
    if without and any(owner.role in without for owner in owners):
        return False
    return any(owner.role in roles for owner in owners) if roles else bool(owners)


def fits(owner: Owner, form: Form) -> bool:
    """Return whether an owner has one of the roles that the form asks for, and has it as it asks."""
    return (not form.roles or owner.role in form.roles) and form.inherited in (None, owner.inherited)
