"""What one responsibility clause says: who, in which role, on what grounds.

Roles and bases follow the words. 牵头 leads and 配合 supports; agencies joined by
按职责分工负责 co-own; X负责 with one agency makes it the lead, but only by being alone.
A clause may also speak for later ones: 列首位的为牵头单位，下同 declares a rule,
以下均需…落实，不再列出 adds owners to every clause that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph.agencies.lexicon import remembered
from graph.agencies.names import kind
from graph.model.vocabulary import Basis, Role
from graph.records import record
from ingest.clauses.declarations import CARRY_OUT, FIRST_LEADS, NOTE, SAME_BELOW, note_role
from ingest.clauses.groups import Group, read_groups
from ingest.language.agency_lists import AgencyMention, can_name_agency, complete, split_agencies
from ingest.language.hinted import Hinted
from ingest.language.labels import CLAUSE_END, label_role
from ingest.language.paragraphs import fold_labels

__all__ = ["Clause", "Owner", "ScopeNote", "parse_clause"]


@record
class Owner:
    """An agency in a role.

    Attributes
    ----------
    role : Role
        lead, co_own, support, guide or implement.
    role_word : str
        The word of the document that gives the role.
    basis : Basis
        explicit, rule, sole or listed (see `graph.model.schema.BASES`).
    rule : str
        What decided the role, for `parse --explain`: verb 牵头, label 责任单位, mark 配合, sole agency, declared rule,
        or note where a sentence gives owners to all that follows.
    """

    agency: AgencyMention
    role: Role
    role_word: str
    basis: Basis
    inherited: bool = False
    rule: str = ""


@record
class ScopeNote:
    """A sentence inside a clause that holds for all following clauses: owners to add, or a declared rule."""

    text: str
    owners: tuple[Owner, ...] = ()
    rule: str | None = None


@record
class Clause:
    """A responsibility clause.

    Attributes
    ----------
    text : str
        Verbatim without outer brackets; offsets of agencies refer to it.
    skipped : tuple of str
        Words of it that name no agency and no date: somebody may have been missed.
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
        True where an earlier clause declared that the first agency of a list leads.
    label
        Label that holds for the whole text, as the header of a table column does.

    Returns
    -------
    Clause or None
        None if the words name no agency.

    Examples
    --------
    >>> clause = parse_clause("市发展改革委牵头，财政局、税务局等按职责分工负责")
    >>> [(o.agency.name, o.role, o.basis) for o in clause.owners]
    [('市发展改革委', 'lead', 'explicit'), ('市财政局', 'co_own', 'listed'), ('市税务局', 'co_own', 'listed')]
    >>> clause.open_ended
    True
    """
    asked = _Asked(text, first_leads, label)
    return _remembered(asked) if len(text) <= _LONGEST else _parse(asked)


class _Asked(NamedTuple):
    """What a clause is parsed from."""

    text: str
    first_leads: bool
    label: str


def _parse(asked: _Asked) -> Clause | None:
    text, first_leads, label = asked
    folded = fold_labels(text)
    folded, rule = _take(folded, FIRST_LEADS)
    folded, note = _take(folded, NOTE)
    # What speaks for later clauses is blanked out before the rest is split, in place, so that offsets stay.
    own = _blank(_blank(text, rule), note)
    # The bracket of 【责任单位】 is a blank in the folded text; it belongs to no name.
    if " " in folded:
        own = "".join(" " if blank == " " else char for char, blank in zip(own, folded, strict=True))
    first_leads = first_leads or rule is not None
    reading = read_groups(own, folded, label)
    agencies = complete([agency for group in reading.groups for agency in group.agencies])
    rest = iter(agencies)
    groups = [group._replace(agencies=[next(rest) for _ in group.agencies]) for group in reading.groups]
    owners = _assign(groups, first_leads)
    notes: list[ScopeNote] = []
    if rule:
        notes.append(
            ScopeNote(text[rule.start("rule") : rule.end("rule")].strip("，,；;。 "), rule="first_listed_leads")
        )
    if note:
        added = _note_owners(text, note, agencies, owners)
        notes.append(ScopeNote(text[note.start("note") : note.end("note")].strip("，,；;。 "), owners=tuple(added)))
        mentioned = {(owner.agency.name, owner.role) for owner in owners}
        owners += [
            owner
            for owner in added
            if (owner.agency.name, owner.role) not in mentioned
            and owner.agency.name not in {o.agency.name for o in owners}
        ]
    elif not rule and SAME_BELOW.search(folded) and groups:
        last = owners[-len(groups[-1].agencies) :]
        local = [owner for owner in last if kind(owner.agency.name) in ("collective", "government")]
        notes.append(ScopeNote(text.strip(), owners=tuple(local or last)))
    if not owners:
        return None
    open_ended = any(group.open_ended for group in groups)
    return Clause(text, tuple(owners), open_ended, reading.deadline, tuple(notes), tuple(reading.skipped))


#: Characters of a clause that is worth remembering: the same words are tried as a clause in several ways.
_LONGEST = 200
_remembered = remembered(_parse)


def _take(folded: str, pattern: Hinted) -> tuple[str, re.Match[str] | None]:
    """Return the text with the first match of a pattern blanked out, and the match."""
    match = pattern.search(folded)
    return _blank(folded, match), match


def _blank(text: str, match: re.Match[str] | None) -> str:
    return (
        text
        if match is None
        else text[: match.start()] + CLAUSE_END * (match.end() - match.start()) + text[match.end() :]
    )


def _assign(groups: list[Group], first_leads: bool) -> list[Owner]:
    """Give every agency its role and basis."""
    written_lead = any(group.role == "lead" for group in groups)
    owners: list[Owner] = []
    owned = False
    for group in groups:
        given = group.role
        word = group.verb or group.label
        if given == "implement" and _is_plain_owner(group, groups):
            given = "co_own"
        if given != "co_own":
            owners.extend(
                Owner(agency=agency, role=given, role_word=word, basis="explicit", rule=group.rule)
                for agency in group.agencies
            )
            continue
        labelled = label_role(group.label) == "co_own"
        alone = len(group.agencies) == 1 and not group.open_ended and not group.agencies[0].collective
        role: Role
        basis: Basis
        for index, agency in enumerate(group.agencies):
            if alone and not written_lead and not owned:
                role, basis, rule = "lead", "sole", "sole agency"
            elif first_leads and not written_lead and not owned and index == 0 and not agency.collective:
                role, basis, rule = "lead", "rule", "declared rule"
            else:
                role, basis, rule = "co_own", "explicit" if labelled else "listed", group.rule
            owners.append(Owner(agency=agency, role=role, role_word=word, basis=basis, rule=rule))
        owned = True
    return owners


def _is_plain_owner(group: Group, groups: list[Group]) -> bool:
    """Return whether X组织实施, X负责落实 or 落实单位：X names the department that answers, not those that carry out for another."""
    answered = any(each.role in ("lead", "co_own") for each in groups)
    return (not answered or group.verb.startswith("负责")) and not any(
        kind(agency.name) in ("collective", "government") for agency in group.agencies
    )


def _note_owners(
    text: str, note: re.Match[str], known: Sequence[AgencyMention], owners: Sequence[Owner]
) -> list[Owner]:
    """Return the owners that a 下同 note adds: in the role of their place in the clause, else carrying out."""
    where = "named" if note["named"] else "agencies"
    named = re.sub(r"的?(?:责任|任务|事项)$", "", note[where])
    agencies, _ = split_agencies(text[note.start(where) : note.start(where) + len(named)], note.start(where))
    agencies = complete([agency for agency in agencies if can_name_agency(agency.written)], known)
    places = {owner.agency.name: owner for owner in owners}
    verb = note["verb"] or note["post"] or CARRY_OUT
    said = note_role(verb)
    added = []
    for agency in agencies:
        place = places.get(agency.name)
        # 以下均需X落实 says it of all that follows, whatever X is in this clause.
        spoken = place is None or place.role == "implement" or bool(note["verb"])
        role, word = (said, verb) if spoken or place is None else (place.role, place.role_word)
        if place is not None:
            agency = agency._replace(collective=place.agency.collective)
        added.append(Owner(agency=agency, role=role, role_word=word, basis="explicit", rule=f"note {word}"))
    return added
