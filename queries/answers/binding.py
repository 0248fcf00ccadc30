"""Which bodies the names of a question mean in the plans that it asks about, or why they mean none."""

from __future__ import annotations

from collections.abc import Sequence

from graph.agencies.word_tables import ranks
from queries.answers.answer import Refusal
from queries.answers.facts import Facts
from queries.answers.form import AgencySlot, Form
from queries.answers.mentions import NamedAgency, level_of, within
from queries.answers.near import near_agencies
from queries.answers.tokens import Question

__all__ = ["bind_agencies", "near_bodies"]


def bind_agencies(form: Form, facts: Facts, question: Question, named: Sequence[NamedAgency], scope: Facts) -> None:
    """Fill the agencies of a form with the bodies that the names of a question mean.

    Parameters
    ----------
    form, question
        What was understood so far, and the question.
    facts, scope
        Of all plans that may be asked about, and of those that are.
    named
        The names, in text order.

    Raises
    ------
    Refusal
        If nobody of the plans in question bears a name.
    """
    reader = _Binding(form, facts, question)
    place: str | None = None
    for name in named:
        place = name.place or place
        form.agencies.append(reader.bind(name, name.place or (place if len(named) > 1 else None), scope))


class _Binding:
    """Binds the names of one question."""

    def __init__(self, form: Form, facts: Facts, question: Question) -> None:
        self.form = form
        self.facts = facts
        self.question = question

    def bind(self, name: NamedAgency, place: str | None, scope: Facts) -> AgencySlot:
        if name.place and name.level and level_of(name.place) not in (ranks()[name.level], "国家"):
            raise Refusal("wrong_level", detail=self.question.text[name.start : name.end])
        regions = self._regions_of(name, place, scope)
        # A name with its place needs the plans of that place only; a store may hold thousands.
        here = bool(place) and place in self.facts.regions and not self.form.regions
        named_in = self.facts.of_regions([str(place)]) if here else scope
        # 洛阳市发改委 in the plan of another city is the body of 洛阳市, or nobody.
        of = place if name.place and place not in dict(regions) else None
        ids = {}
        names: dict[str, str] = {}
        meant = {region: name.ids_of(of, level_of(of)) if of else name.ids(region, level) for region, level in regions}
        owners = named_in.bodies_among(frozenset().union(*meant.values()), name.rows)
        for region, wanted in meant.items():
            known = owners.get(region, {})
            found = wanted & known.keys()
            if found:
                ids[region] = frozenset(found)
                names.update({key: known[key] for key in found})
        if not ids:
            raise self._unknown(name, place, scope)
        return AgencySlot(written=self.question.text[name.start : name.end], place=place, ids=ids, names=names)

    def _regions_of(self, name: NamedAgency, place: str | None, scope: Facts) -> list[tuple[str, str | None]]:
        plans = {plan["region"] or "": plan["level"] for plan in self.facts.plans}
        if place and not self.form.regions:
            beyond = [row["plan_region"] or "" for row in name.rows if row["region"] == place]
            if place in plans:
                # Which plans name a body: those of other regions may.
                here = [place, *beyond] if self.form.held in ("plans", "regions") else [place]
                return [(region, plans[region]) for region in dict.fromkeys(here) if region in plans]
            return [(region, plans.get(region)) for region in dict.fromkeys(beyond)]
        regions = [(region, plans[region]) for region in scope.regions]
        if name.level and not self.form.regions:
            wanted = ranks()[name.level]
            regions = [(region, level) for region, level in regions if level == wanted] or regions
        return regions

    def _unknown(self, name: NamedAgency, place: str | None, scope: Facts) -> Refusal:
        """Return the refusal of a name that nobody bears in the plans that were asked about."""
        written = self.question.text[name.start : name.end]
        if place and place not in self.facts.regions and not within(place, self.facts.regions):
            return Refusal("region_not_loaded", suggest=[*filter(None, self.facts.regions)][:5], detail=written)
        levels = {plan["level"] for plan in scope.plans if not place or plan["region"] == place}
        near = near_bodies(self.facts, name.level + name.name, place, scope)
        if (name.name.endswith("厅") and "省" not in levels) or (
            name.name.endswith("局") and near and levels == {"省"}
        ):
            return Refusal("wrong_level", suggest=near[:3], detail=written)
        if name.rows:
            return Refusal("not_in_region", suggest=near[:3], detail=written)
        return Refusal("unknown_agency", suggest=near[:3], detail=written)


def near_bodies(facts: Facts, written: str, place: str | None, scope: Facts) -> list[str]:
    """Return the nearest names of the plans that were asked about, those of one region first."""
    region = place if place in facts.regions else scope.regions[0] if len(scope.regions) == 1 else None
    here = facts.of_regions([region]) if region else scope
    return near_agencies(written, region, level_of(region), here.body_names())
