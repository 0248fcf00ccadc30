"""What was understood of a question: the slots that a question can fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

__all__ = ["AgencySlot", "Ask", "Form", "Holder"]

#: What holds tasks, and is asked for in their place: 哪些方案.
Holder = Literal["plans", "regions", "industries", "sections"]
Ask = Literal["tasks", "agencies", "targets", "number", "compare", Holder]


@dataclass(frozen=True)
class AgencySlot:
    """An agency that a question names: what was written, and which bodies it can mean, by region of the plan.

    Attributes
    ----------
    written
        The words of the question.
    place
        Region that the question puts before the name, or None.
    ids
        For each region of a plan the ids of the bodies that are meant there.
    names
        For each of these ids the official name.
    roles
        Its own roles where several agencies have different ones, empty for any; None where those of the form hold.
    without
        Roles that are denied of it alone; ``any`` where it is not to be named at all.
    """

    written: str
    place: str | None
    ids: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    roles: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    @cached_property
    def all_ids(self) -> frozenset[str]:
        """The ids of every body that can be meant."""
        return frozenset().union(*self.ids.values())


@dataclass
class Form:
    """The slots of a question, filled while it is read."""

    ask: Ask = "tasks"
    regions: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)
    agencies: list[AgencySlot] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    without_roles: set[str] = field(default_factory=set)
    without_agency: bool = False
    return_roles: set[str] = field(default_factory=set)
    has_roles: set[str] = field(default_factory=set)
    inherited: bool | None = None
    owners: Literal["", "some", "none", "no_lead", "collective_only", "single", "several_leads"] = ""
    open_ended: bool = False
    boxes: bool = False
    partners: bool = False
    shared: bool = False
    top: int = 0
    industries: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    due: int | None = None
    quarter: int = 0
    half: int = 0
    month: int = 0
    until_month: bool = False
    no_due: bool = False
    target_kind: str = ""
    sets: Literal["", "some", "none"] = ""
    words: str = ""
    about: str = ""
    count: Literal["", "tasks", "agencies", "targets"] = ""
    pick: Literal["", "max", "min"] = ""
    compare: bool = False
    by_agency: bool = False
    held: Holder | Literal[""] = ""
    level: str = ""
    counts_held: bool = False
    targets_held: bool = False
    lacks: bool = False

    def has_names(self) -> bool:
        """Return whether anything is named: a question of a role alone (牵头) asks for nothing."""
        named = (self.regions, self.plans, self.agencies, self.industries, self.path, self.words, self.about, self.due)
        return any(named) or self.boxes or self.no_due or bool(self.months())

    def months(self) -> frozenset[int]:
        """Return the months of the year that are asked for by month, quarter or half year; empty where none are."""
        if self.month:
            return frozenset(range(1 if self.until_month else self.month, self.month + 1))
        size, number = (3, self.quarter) if self.quarter else (6, self.half)
        return frozenset(range(size * (number - 1) + 1, size * number + 1)) if number else frozenset()

    def asks_for_shared(self) -> bool:
        """Return whether only tasks are meant that every agency of the form answers for."""
        slots = self.agencies
        places = [set(slot.ids) for slot in slots]
        together = any(one & other for at, one in enumerate(places) for other in places[:at])
        return (
            len(slots) > 1
            and self.ask in ("tasks", "number")
            and together
            and not any(slot.without or slot.roles is not None for slot in slots)
        )

    def asks_for_owners(self) -> bool:
        """Return whether an answer depends on who answers for a task."""
        said = (
            self.agencies, self.roles, self.without_roles, self.return_roles, self.has_roles, self.owners, self.partners,
        )  # fmt: skip
        return (
            any(said) or self.inherited is not None or self.ask in ("agencies", "compare") or self.count == "agencies"
        )

    def asks_for_owners_alone(self) -> bool:
        """Return whether tasks are asked for of which nothing is said but `owners`: 没有牵头单位的任务."""
        rest = replace(self, owners="")
        return bool(self.owners) and rest.asks_for_all() and not rest.asks_for_owners() and not self.lacks

    def asks_for_deadlines(self) -> bool:
        """Return whether tasks are told by the year of their deadline, whatever else is said of them."""
        targets = self.sets or self.targets_held or "targets" in (self.ask, self.count)
        return bool(self.due) and not (targets or self.path or self.owners or self.open_ended)

    def asks_who_never(self) -> bool:
        """Return whether bodies are asked for that never have a role, and nothing else is said: 从不牵头的单位."""
        rest = replace(self, without_roles=set())
        bodies = self.ask == "agencies" or (self.ask == "number" and self.count == "agencies")
        return bool(self.without_roles) and bodies and rest.asks_for_all() and not self.agencies

    def asks_for_bodies_alone(self) -> bool:
        """Return whether nothing of the tasks is needed but where they stand and who answers for them."""
        return self.ask == "agencies" and not (self.about or self.boxes)

    def asks_for_roles_alone(self) -> bool:
        """Return whether nothing but roles is said of tasks."""
        return replace(self, roles=set(), without_roles=set()).asks_for_all()

    def asks_for_all(self) -> bool:
        """Return whether every task of the plans is meant: nothing is said of them."""
        said = (
            self.agencies, self.roles, self.without_roles, self.has_roles, self.owners, self.open_ended, self.boxes, self.industries,
            self.path, self.due, self.quarter, self.half, self.month, self.no_due, self.sets, self.words, self.about,
        )  # fmt: skip
        return not any(said) and self.inherited is None

    def shown(self) -> dict[str, Any]:
        """Return the filled slots as plain values, for people."""
        slots: dict[str, Any] = {
            "ask": self.ask,
            "regions": [region for region in self.regions if region],
            "plans": self.plans,
            "agencies": [
                {
                    "written": slot.written,
                    "regions": [region for region in slot.ids if region],
                    **({"roles": sorted(slot.roles)} if slot.roles else {}),
                    **({"without_roles": sorted(slot.without)} if slot.without else {}),
                    "names": list(dict.fromkeys(slot.names[key] for ids in slot.ids.values() for key in sorted(ids))),
                }
                for slot in self.agencies
            ],
            "roles": sorted(self.roles),
            "without_roles": sorted(self.without_roles),
            "without_agency": self.without_agency,
            "return_roles": sorted(self.return_roles),
            "has_roles": sorted(self.has_roles),
            "inherited": self.inherited,
            "owners": self.owners,
            "open_ended": self.open_ended,
            "boxes": self.boxes,
            "partners": self.partners,
            "industries": self.industries,
            "number": "/".join(self.path),
            "due": self.due,
            "quarter": self.quarter,
            "half": self.half,
            "month": self.month,
            "until_month": self.until_month,
            "no_due": self.no_due,
            "kind": self.target_kind,
            "sets": self.sets,
            "words": self.words,
            "about": self.about,
            "count": self.held if self.counts_held else self.count,
            "held": self.held if self.ask == "compare" else "",
            "level": self.level,
            "lacks": self.lacks,
            "top": self.top,
            "pick": self.pick,
        }
        return {name: value for name, value in slots.items() if value not in ("", None, [], False, 0)}
