"""The plans of the places that a question names: looked at first, because a store may hold thousands of others.

What is answered from them is what would be answered from all plans, or it is not taken (`is_settled`): a question that
speaks of other plans, and one that is refused, is read again with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from graph.agencies.regions import find, places_in, short_name
from graph.stores.store import Store
from queries.answers.facts import Facts, records
from queries.answers.form import Form
from queries.answers.task import Row
from queries.answers.tokens import fold_question
from queries.answers.vocabulary import finder_of

__all__ = ["PlaceFacts", "is_settled", "plans_of_places", "with_county_words"]

#: With more plans, the names of each take longer than those of all.
_MOST = 16
#: 省里的方案, 三份文件, 《…》: plans that are named otherwise than by their place.
_OTHERWISE = re.compile("[《》]|[省市][里级]|国家|部委|[一二两三四五六七八九十]\\s?[个份]?(?:方案|文件)")


@dataclass
class PlaceFacts(Facts):
    """Facts of the plans of a few places, with the names that these plans use."""

    def named(self, said: str) -> list[Row]:
        """Return the agencies of the plans whose names a text may hold, as `Facts.named`."""
        regions = {str(plan["id"]): plan["region"] for plan in self.plans}
        return [
            {**row, "plan_region": region, "task": True}
            for plan, region in regions.items()
            for row in records(self.store, "plan_names", plan=plan)
        ]


def plans_of_places(store: Store, text: str) -> list[Row]:
    """Return the plans of the places that a question names; none where others may matter."""
    said = fold_question(text)
    if _OTHERWISE.search(said) or finder_of(said, "all_regions", "cities", "nation").search(said):
        return []
    places = dict.fromkeys(region.name for region, *_ in places_in(said))
    plans: list[Row] = [plan for place in places for plan in records(store, "plan_list", region=place)]
    return plans if len(plans) <= _MOST else []


def with_county_words(text: str, facts: Facts) -> str:
    """Return a question with 县 or 区 behind the short names of counties of which there is a plan.

    Elsewhere the short name of a county may be any word; a common word stays one here too, and so does what begins the
    name of a body (德清水务公司).

    Parameters
    ----------
    text
        The question, folded.
    facts
        Of the plans that may be asked about.
    """
    for place in facts.regions:
        region = find(place) if place and place not in text and place[:2] in text else None
        short = short_name(region) if region and region.level == "区县" else ""
        if region is None or len(short) < 2 or short not in text or find(short) != region:
            continue
        names = {name for row in facts.named(text) for name in (row["name"], row["used"]) if name.startswith(short)}
        # Where a body's own name begins so, it is left alone.
        bodies = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
        pattern = re.compile(rf"(?P<body>{bodies})|{re.escape(short)}")
        text = pattern.sub(partial(_whole, region.name), text)
    return text


def _whole(name: str, match: re.Match[str]) -> str:
    return match["body"] or name


def is_settled(form: Form, plans: Sequence[Row]) -> bool:
    """Return whether a form asks for these plans alone.

    A name may hold a place without being of it: a tax office of a city is asked for wherever plans name it.
    """
    regions = {plan["region"] for plan in plans}
    if form.held in ("plans", "regions") and not form.regions:
        # Plans of other places may name a body of this one.
        return False
    if form.regions:
        return regions.issuperset(form.regions)
    return bool(form.agencies) and all(slot.place in regions for slot in form.agencies)
