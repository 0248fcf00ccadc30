"""A clause comes apart into groups of units, each with the label before it or the verb behind it.

A role is said in three places: before a list (责任单位：X), behind it (X牵头), and on a
single member (X（牵头）、Y). Words of a clause that name no unit are kept, so that they
can be shown instead of being lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.labels import LABEL, VERB, deadline_label, label_role
from ingest.units import Unit, is_body, is_unit, split_units

__all__ = ["DUTY", "Group", "Reading", "read_groups"]

_DUE = re.compile(
    r"(?P<due>(?:\d{4}年|\d{1,2}月|每年|每季度|每月|长期|持续|年内|年底|“?十[四五六]五”?)[^,;。、()]{0,14}?(?:前|底|完成|推进|坚持|末|内|实施|开展)[^,;。、()]{0,6})"
)
_TOGETHER = re.compile(r"会同")
_MARK = re.compile(r"\((?P<mark>总?牵头|主办|主责|配合|协办|协助|参与|指导|落实)(?:单位|部门)?\)")
_MARK_KINDS = {"主办": "lead", "主责": "lead", "指导": "guide", "落实": "implement"}
#: Words inside a clause that rightly name nobody.
_NO_NAME = re.compile(
    r"[\s\d,;。、:()]*|.*\d.*|(?:长期|持续|常态|全年|逐步|适时|年内|即时|立即|分别|依法|共同|下同|其中).*|.*(?:完成|推进|坚持|下同|分工|职责|要求|规定|实施|开展|落实|负责|牵头|配合|工作)|等|其他"
)
#: X负责 with its own duty behind it; the next one begins at a comma.
DUTY = re.compile(
    r"(?:^|(?<=[,;。]))\s*由?(?P<units>[^,;。:()]{2,60}?)(?P<verb>负责|牵头)(?!单位|部门|人)[一-鿿][^,;。]{1,40}(?=$|[,;。])"
)
_PEOPLE = frozenset({"责任人", "责任领导", "牵头领导", "牵头市领导", "责任"})


@dataclass(frozen=True)
class Group:
    """Units that share a label or a verb. `kind` is lead, owner, support, guide or implement, or empty without a verb."""

    units: list[Unit]
    label: str
    verb: str
    kind: str
    open_ended: bool

    @property
    def role(self) -> str:
        """The role that verb or label give; co_own is still to be weighed against the other groups."""
        if self.kind in ("lead", "implement", "support", "guide"):
            return self.kind
        if self.kind == "owner" or not self.label:
            return "co_own"
        return label_role(self.label) or "co_own"


@dataclass
class Reading:
    """What a clause holds: its groups in order, its deadline, and the words that name no unit."""

    groups: list[Group] = field(default_factory=list)
    deadline: str | None = None
    skipped: list[str] = field(default_factory=list)


def read_groups(text: str, folded: str, label: str) -> Reading:
    """Take a clause apart.

    Parameters
    ----------
    text, folded
        The clause, as written and in half width, notes for later clauses blanked out.
    label
        Label that holds for the words before the first label in the clause itself.

    Examples
    --------
    >>> reading = read_groups(*["牵头单位:市教育局;市财政局配合;完成时限:2027年底"] * 2, label="")
    >>> [([unit.written for unit in group.units], group.role) for group in reading.groups], reading.deadline
    ([(['市教育局'], 'lead'), (['市财政局'], 'support')], '2027年底')
    """
    reading = Reading()
    marks = {match.start(): match["mark"] for match in _MARK.finditer(folded)}
    for match in _MARK.finditer(folded):
        blank = " " * (match.end() - match.start())
        text = text[: match.start()] + blank + text[match.end() :]
        folded = folded[: match.start()] + blank + folded[match.end() :]
    for word, start, end in _parts(folded, label):
        if deadline_label(word):
            reading.deadline = re.sub(r"\s", "", text[start:end]).strip("；;。，, ")
            continue
        for begin, stop, verb, kind, under in _stretches(text, folded, start, end, word):
            units, open_ended = split_units(text[begin:stop], begin)
            if word not in _PEOPLE:
                reading.skipped += [
                    u.written for u in units if not is_unit(u.written) and not _NO_NAME.fullmatch(u.written)
                ]
            units = [unit for unit in units if is_unit(unit.written)]
            if units:
                reading.groups += _by_mark(Group(units, under, verb, kind, open_ended), marks)
    if not reading.groups:
        reading.groups = _duties(text, folded)
    if reading.deadline is None and reading.groups:
        last = max(unit.end for group in reading.groups for unit in group.units)
        due = _DUE.search(folded, last) or _DUE.match(folded)
        reading.deadline = re.sub(r"\s", "", text[due.start("due") : due.end("due")]) if due else None
    return reading


def _duties(text: str, folded: str) -> list[Group]:
    """Return the units of a clause that gives each its own duty: X负责甲，Y负责乙."""
    found: list[Group] = []
    for match in DUTY.finditer(folded):
        units, open_ended = split_units(text[match.start("units") : match.end("units")], match.start("units"))
        if not units or not all(is_body(unit.written) for unit in units):
            return []
        found.append(Group(units, "", match["verb"], "lead" if match["verb"] == "牵头" else "owner", open_ended))
    if len(found) == 1 or any(group.kind == "lead" for group in found):
        return found
    # Several that each answer for a share co-own the whole.
    whole = [unit for group in found for unit in group.units]
    return [Group(whole, "", "负责", "owner", any(group.open_ended for group in found))] if whole else []


def _parts(folded: str, label: str) -> list[tuple[str, int, int]]:
    """Return label and extent of each part of a clause."""
    labels = list(LABEL.finditer(folded))
    ends = [*(match.start() for match in labels), len(folded)]
    parts = [(label, 0, ends[0])] if folded[: ends[0]].strip("; \n") else []
    return parts + [(match["label"], match.end(), end) for match, end in zip(labels, ends[1:], strict=True)]


def _stretches(text: str, folded: str, start: int, end: int, label: str) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield extent, verb, kind and label of each list of units in a part."""
    at = start
    for verb in VERB.finditer(folded, start, end):
        if not folded[at : verb.start()].strip(" ,;。、\n"):
            # 牵头，按职责分工负责: a second verb for the same units adds nothing to the first.
            at = verb.end()
            continue
        kind = next((name for name in ("lead", "implement", "support", "guide") if verb[name]), "owner")
        comma = max(folded.rfind(",", at, verb.start()), folded.rfind(";", at, verb.start()))
        if label and at == start and comma > at and kind in ("support", "guide", "implement"):
            # 责任单位：X，Y配合: the label speaks for what stands before the comma, the verb for the rest.
            yield at, comma, "", "", label
            at = comma + 1
        yield from _together(text, at, verb.start(), verb[0], kind, label)
        at = verb.end()
    if folded[at:end].strip(" ,;。、\n"):
        yield from _together(text, at, end, "", "", label)


def _together(
    text: str, start: int, end: int, verb: str, kind: str, label: str
) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield a list of units as one, or as two where one unit acts 会同 others."""
    together = _TOGETHER.search(text, start, end)
    if not together:
        yield start, end, verb, kind, label
        return
    if text[start : together.start()].strip("，,、 "):
        yield start, together.start(), verb or "会同", "lead", label
    yield together.end(), end, "会同", "support", label


def _by_mark(group: Group, marks: dict[int, str]) -> list[Group]:
    """Split a group where a member carries a role of its own: 市教育局（牵头）、市财政局."""
    if not marks or not any(unit.end in marks for unit in group.units):
        return [group]
    found: list[Group] = []
    for unit in group.units:
        mark = marks.get(unit.end)
        if mark:
            kind = _MARK_KINDS.get(mark, "lead" if "牵头" in mark else "support")
            found.append(Group([unit], "", mark, kind, group.open_ended))
        elif found and found[-1].units[-1].end not in marks:
            found[-1] = replace(found[-1], units=[*found[-1].units, unit])
        else:
            found.append(replace(group, units=[unit]))
    return found
