"""The offices that a city's bureaus have in its districts and zones: bodies of the city, with the line of their bureau."""

from __future__ import annotations

import re

from graph.agencies.regions import Region, leading_place, short_name
from graph.agencies.word_tables import words_of
from graph.agencies.zones import zone_office

__all__ = ["of_district"]

_DISTRICT = re.compile(f"^(?P<place>.{{0,10}}?)(?P<line>{words_of('parts', 'line_of_branch')})分局$")
_OFFICE_OF = re.compile("(?<=局)(?P<place>[一-鿿]{2,8})分局$")


def of_district(name: str, upward: tuple[Region, ...]) -> str:
    """Return the name of a city's office for a district as the city's: 区公安分局 is 市公安局…分局, and 涧西区分局 涧西分局.

    Parameters
    ----------
    name
        A name as a plan writes it.
    upward
        The plan's region and those above it.

    Examples
    --------
    >>> from graph.agencies.levels import regions_of
    >>> of_district("生态环境分局", regions_of("栾川县")), of_district("市公安局涧西区分局", regions_of("洛阳市"))
    ('洛阳市生态环境局栾川分局', '市公安局涧西分局')
    """
    within = upward[0].name if upward else None
    office = _OFFICE_OF.search(name)
    if office:
        place = leading_place(office["place"], within)
        whole = place is not None and place[1] == len(office["place"]) and place[0].level == "区县"
        zone = zone_office(office["place"])
        said = short_name(place[0]) if place and whole else zone
        return f"{name[: office.start()]}{said}分局" if said else name
    found = _DISTRICT.match(name)
    if not found:
        return name
    zone = zone_office(found["place"])
    if zone and upward and upward[0].level == "市":
        return f"{upward[0].name}{found['line']}局{zone}分局"
    if found["place"] in ("", "区", "县"):
        district = upward[0] if upward else None
    else:
        at = leading_place(found["place"], within)
        district = at[0] if at and at[1] == len(found["place"]) else None
    if district is None or district.level != "区县" or not (district.parent or "").endswith("市"):
        return name
    return f"{district.parent}{found['line']}局{short_name(district)}分局"
