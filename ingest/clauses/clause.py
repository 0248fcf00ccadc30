"""What one responsibility clause says: who, in which role, on what grounds.

Roles and grades follow the words. 牵头 leads and 配合 supports; units joined by
按职责分工负责 co-own; X负责 with one unit makes it the lead, but only by being alone.
A clause may also speak for later ones: 列首位的为牵头单位，下同 declares a rule,
以下均需…落实，不再列出 adds owners to every clause that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.agencies.names import kind
from ingest.clauses.groups import Group, read_groups
from ingest.language.agency_lists import AgencyMention, can_name_agency, complete, split_agencies
from ingest.language.labels import label_role
from ingest.language.paragraphs import fold_labels

__all__ = ["DECLARED", "FIRST_LEADS", "NOTE", "Clause", "Owner", "ScopeNote", "parse_clause"]

_OTHERS = r"(?:[,;]\s?(?:其[他余它]|后面)[^,;。:()]{0,8}(?:为|是)(?:配合|协办|参与|协助|责任)[^,;。()]{0,6})?"
FIRST_LEADS = re.compile(
    r"\(?(?P<rule>(?:其中|责任单位中?|以上|列表中|责任分解中|表中)?[,]?(?:第一个|(?:列|排|排名|排列|位列|列在|排在|名列)(?:在)?(?:首位|第一位|第一|首|最前|前面|第一名|前)|首位|第一责任)[^,;。:]{0,16}?(?:为|是|即|系)?[^,;。:]{0,4}?(?:牵头|主要负责|主责|第一责任|汇总)[^,;。()]{0,12}"
    rf"{_OTHERS}(?:[,]\s?(?:以?下同|以下同))?)\)?"
)
#: The same in running text, where 首位 and 牵头 alone say nothing.
DECLARED = re.compile(
    r"(?P<rule>(?:(?:责任|承担|分工)?(?:单位|部门)(?:中|里)?[,]?)?(?:(?:列|排|排名|排列|位列|列在|排在|名列)(?:在)?(?:首位|第一位|第一|首|最前面?|第一名)|第一(?:个|家|位))的?[^,;。:]{0,12}?(?:为|是|即|系)[^,;。:]{0,4}?(?:牵头|主要负责|主责|主办|第一责任|汇总)[^,;。()]{0,12}"
    rf"{_OTHERS}(?:[,]\s?(?:以?下同|以下同))?)"
)
_SAME = r"[,;。]?\s?(?:不再(?:单独|一一|逐一|重复|另行|做|作)?(?:分工)?(?:列出|列示|列举|列明|标注|注明|分工|重复)?(?:[,]?\s?下同)?|以?下同)"
NOTE = re.compile(
    r"\(?(?P<note>(?:(?:(?:以下|下列|后续|具体|上述|其他|各项|本方案)[^,;。()]{0,14})?均(?:需要?|须|应|由|涉及|为)(?:相关)?(?P<units>(?!责任|配合|落实|实施).{2,160}?)(?P<verb>(?:共同|分别|具体)?(?:负责(?:具体)?(?:落实|实施)|落实|组织(?:实施|落实)|实施|负责|参与|配合))?"
    rf"|(?P<named>(?<![^,;。()])[^,;。()]{{2,40}}?(?:\([^()]{{1,12}}\)[^,;。()]{{0,12}}?)?)均(?:为|是)(?P<post>责任|配合|参与|落实|实施)(?:单位|部门|主体)){_SAME})。?\)?"
)
#: What the verb of a note makes of its units; any other lets them carry out.
_NOTE_ROLES = {"配合": "support", "参与": "support", "责任": "co_own"}
_SAME_BELOW = re.compile(r"[,;。]?\s?(?:以?下同)\s?[。]?$")


@dataclass(frozen=True)
class Owner:
    """An agency in a role.

    Attributes
    ----------
    role : str
        lead, co_own, support, guide or implement.
    role_word : str
        The word of the document that gives the role.
    basis : str
        explicit, rule, sole or listed (see `graph.model.schema.BASES`).
    """

    agency: AgencyMention
    role: str
    role_word: str
    basis: str
    inherited: bool = False


@dataclass(frozen=True)
class ScopeNote:
    """A sentence inside a clause that holds for all following clauses: owners to add, or a declared rule."""

    text: str
    owners: tuple[Owner, ...] = ()
    rule: str | None = None


@dataclass(frozen=True)
class Clause:
    """A responsibility clause.

    Attributes
    ----------
    text : str
        Verbatim without outer brackets; offsets of units refer to it.
    skipped : tuple of str
        Words of it that name no unit and no date: somebody may have been missed.
    """

    text: str
    owners: tuple[Owner, ...]
    open_ended: bool
    deadline: str | None = None
    notes: tuple[ScopeNote, ...] = ()
    skipped: tuple[str, ...] = ()


def parse_clause(text: str, *, first_leads: bool = False, label: str = "") -> Clause | None:
    """Parse a responsibility clause.

    Parameters
    ----------
    text
        The clause without its outer brackets.
    first_leads
        True where an earlier clause declared that the first unit of a list leads.
    label
        Label that holds for the whole text, as the header of a table column does.

    Returns
    -------
    Clause or None
        None if the words name no unit.

    Examples
    --------
    >>> clause = parse_clause("市发展改革委牵头，财政局、税务局等按职责分工负责")
    >>> [(o.agency.name, o.role, o.basis) for o in clause.owners]
    [('市发展改革委', 'lead', 'explicit'), ('市财政局', 'co_own', 'listed'), ('市税务局', 'co_own', 'listed')]
    >>> clause.open_ended
    True
    """
    folded = fold_labels(text)
    folded, rule = _take(folded, FIRST_LEADS)
    folded, note = _take(folded, NOTE)
    # What speaks for later clauses is blanked out before the rest is split, in place, so that offsets stay.
    own = _blank(_blank(text, rule), note)
    # The bracket of 【责任单位】 is a blank in the folded text; it belongs to no name.
    own = "".join(" " if blank == " " else char for char, blank in zip(own, folded, strict=True))
    first_leads = first_leads or rule is not None
    reading = read_groups(own, folded, label)
    units = complete([unit for group in reading.groups for unit in group.units])
    rest = iter(units)
    groups = [replace(group, units=[next(rest) for _ in group.units]) for group in reading.groups]
    owners = _assign(groups, first_leads)
    notes: list[ScopeNote] = []
    if rule:
        notes.append(
            ScopeNote(text[rule.start("rule") : rule.end("rule")].strip("，,；;。 "), rule="first_listed_leads")
        )
    if note:
        added = _note_owners(text, note, units, owners)
        notes.append(ScopeNote(text[note.start("note") : note.end("note")].strip("，,；;。 "), owners=tuple(added)))
        mentioned = {(owner.agency.name, owner.role) for owner in owners}
        owners += [
            owner
            for owner in added
            if (owner.agency.name, owner.role) not in mentioned
            and owner.agency.name not in {o.agency.name for o in owners}
        ]
    elif not rule and _SAME_BELOW.search(folded) and groups:
        last = owners[-len(groups[-1].units) :]
        local = [owner for owner in last if kind(owner.agency.name) in ("collective", "government")]
        notes.append(ScopeNote(text.strip(), owners=tuple(local or last)))
    if not owners:
        return None
    open_ended = any(group.open_ended for group in groups)
    return Clause(text, tuple(owners), open_ended, reading.deadline, tuple(notes), tuple(reading.skipped))


def _take(folded: str, pattern: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    """Return the text with the first match of a pattern blanked out, and the match."""
    match = pattern.search(folded)
    return _blank(folded, match), match


def _blank(text: str, match: re.Match[str] | None) -> str:
    return text if match is None else text[: match.start()] + ";" * (match.end() - match.start()) + text[match.end() :]


def _assign(groups: list[Group], first_leads: bool) -> list[Owner]:
    """Give every unit its role and grade."""
    written_lead = any(group.role == "lead" for group in groups)
    owners: list[Owner] = []
    owned = False
    for group in groups:
        given = group.role
        word = group.verb or group.label
        if given == "implement" and not group.label and _is_plain_owner(group, groups):
            given = "co_own"
        if given != "co_own":
            owners.extend(Owner(agency=unit, role=given, role_word=word, basis="explicit") for unit in group.units)
            continue
        labelled = label_role(group.label) == "co_own"
        alone = len(group.units) == 1 and not group.open_ended and not group.units[0].collective
        for index, unit in enumerate(group.units):
            if alone and not written_lead and not owned:
                role, basis = "lead", "sole"
            elif first_leads and not written_lead and not owned and index == 0 and not unit.collective:
                role, basis = "lead", "rule"
            else:
                role, basis = "co_own", "explicit" if labelled else "listed"
            owners.append(Owner(agency=unit, role=role, role_word=word, basis=basis))
        owned = True
    return owners


def _is_plain_owner(group: Group, groups: list[Group]) -> bool:
    """Tell whether X负责落实 names the one department that answers, not a local government that carries out."""
    alone = len(groups) == 1 or group.verb.startswith("负责")
    return alone and not any(kind(unit.name) in ("collective", "government") for unit in group.units)


def _note_owners(
    text: str, note: re.Match[str], known: Sequence[AgencyMention], owners: Sequence[Owner]
) -> list[Owner]:
    """Return the owners that a 下同 note adds: in the role of their place in the clause, else carrying out."""
    where = "named" if note["named"] else "units"
    named = re.sub(r"的?(?:责任|任务|事项)$", "", note[where])
    units, _ = split_agencies(text[note.start(where) : note.start(where) + len(named)], note.start(where))
    units = complete([unit for unit in units if can_name_agency(unit.written)], known)
    places = {owner.agency.name: owner for owner in owners}
    verb = note["verb"] or note["post"] or "落实"
    said = next((role for words, role in _NOTE_ROLES.items() if verb.endswith(words)), "implement")
    added = []
    for unit in units:
        place = places.get(unit.name)
        role, word = (said, verb) if place is None or place.role == "implement" else (place.role, place.role_word)
        if place is not None:
            unit = replace(unit, collective=place.agency.collective)
        added.append(Owner(agency=unit, role=role, role_word=word, basis="explicit"))
    return added
