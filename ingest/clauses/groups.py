"""A clause comes apart into groups of agencies, each with the label before it or the verb behind it.

A role is said in three places: before a list (责任单位：X), behind it (X牵头), and on a
single member (X（牵头）、Y). Words of a clause that name no agency are kept, so that they
can be shown instead of being lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from graph.agencies.lexicon import Lexicon, active
from graph.agencies.names import is_collective
from graph.model.vocabulary import Role, as_role
from graph.width import fold_width
from graph.words import Word
from ingest.clauses.words import any_of
from ingest.language.agency_list_patterns import PERSON
from ingest.language.agency_lists import AgencyMention, can_name_agency, is_body, split_agencies
from ingest.language.labels import (
    BARE_LABEL,
    CLAUSE_END,
    LABEL,
    NEIGHBOUR_LABEL,
    PERSON_ASIDE,
    deadline_label,
    label_role,
    names_person,
    own_labels,
)
from ingest.language.lexicon_pattern import LexiconPattern
from ingest.language.role_verbs import ROLE_WORDS, VERB, own_verbs, verb_role

__all__ = ["DUTY", "Group", "Reading", "read_groups", "without_roles"]

_WORDS = ROLE_WORDS
#: The role word of those who act together.
_COMPANY = _WORDS.of("together")[0].text
_MARKS = _WORDS.meanings("mark")
_SHARES = _WORDS.meanings("share")
_MARK_CLASSES = tuple(dict.fromkeys(f"mark.{role}" for role in _MARKS.values()))
_SHARE_CLASSES = tuple(dict.fromkeys(f"share.{role}" for role in _SHARES.values()))
#: When a clause is due, without a label: 2027年底前完成, 每季度推进, 长期坚持, “十五五”末.
_DUE = re.compile(
    rf"""(?P<due>
        # a time, then what is to be done by then: 2027年6月底前完成
        (?:\d{{4}}年|\d{{1,2}}月|{any_of("always")}?{any_of("when")}|“?十[四五六]五”?)
        [^,;。、()]{{0,14}}?{any_of("acts")}[^,;。、()]{{0,12}}
        # a time alone: 长期
      | {any_of("always")}(?=$|[,;。)\s])
      | \d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?|[上下]半年)?[底末初]?之?前?(?=$|[;。)])
      | \d{{1,2}}(?:[—–~至-]\d{{1,2}})?月(?:\d{{1,2}}日|[底末初])?之?前?(?=$|[;。)])
    )""",
    re.VERBOSE,
)
#: X会同Y; behind the name of an agency also X会商Y, and between two names X联合市财政局.
_TOGETHER = re.compile(
    rf"{_WORDS.pattern('together')}"
    rf"|(?<=[局委厅部办署会院府行])(?:{_WORDS.pattern('together.named')}"
    rf"|{_WORDS.pattern('together.named_next')}(?=[省市县区州盟旗各有相国]))"
)
#: X会同Y制定
_DOES = re.compile(rf"(?<=[局委厅部办署会院府行司门位]){any_of('does')}.*", re.DOTALL)
_LOCAL = re.compile(r"[,，;；](?=各|地方)")
_COMMA = re.compile("[,;]")


def _own_marks(lexicon: Lexicon) -> list[Word]:
    labels = (label for label in own_labels(lexicon) if label.kind != "deadline")
    return [*(verb._replace(not_before=()) for verb in own_verbs(lexicon)), *labels]


#: A single member with a role: 市教育局（牵头）、市财政局（配合单位）; a verb or a label of the lexicon is a mark too. 牵头（责任）单位 is a label.
_MARK = LexiconPattern(
    lambda lexicon: (
        rf"\((?P<mark>{_WORDS.pattern(*_MARK_CLASSES, more=_own_marks(lexicon))})(?:单位|部门)?\)(?!单位|部门)"
    )
)


def without_roles(folded: str) -> str:
    """Return a list without the roles in brackets behind its members.

    Examples
    --------
    >>> without_roles("市水利局(牵头)、市财政局、市住建局(配合)")
    '市水利局、市财政局、市住建局'
    """
    return _MARK.sub(lambda mark: "", folded) if "(" in folded else folded


#: Words inside a clause that rightly name nobody: dates, 长期推进, 按期完成, 等.
_NO_NAME = re.compile(
    rf"[\s\d,;。、:()]*|.*\d.*|{_WORDS.pattern('nobody.start')}.*|.*{_WORDS.pattern('nobody.end')}"
    rf"|{_WORDS.pattern('nobody')}|[-—/]+"
)
#: A bracket with a role of its own right behind a role word: X牵头（Y配合）.
_INNER = re.compile(
    rf"(?<=[{''.join(sorted({word.text[-1] for word in _WORDS.of('inner.behind')}))}])"
    rf"\((?P<inner>[^()]{{2,80}}{_WORDS.pattern('inner')})\)"
)
#: How several answer may stand in a bracket behind the last of them: 市公安局、市法院（按职责分工负责）.
_BEHIND_LAST = re.compile(r"\(([^()]{2,14})\)(?=$|[;。\n])")
#: 市水利局局长, 镇水利站站长
_HEAD = re.compile(rf"{any_of('head')}$")
#: One agency with a role word in front of what it does: 市财政局负责资金保障.
_WITH_DUTY = re.compile(rf"(?P<agency>[^,;。:]{{2,40}}?)(?P<word>{_WORDS.pattern(*_SHARE_CLASSES)})[一-鿿]{{2,30}}")
#: X负责 with its own duty behind it; the next one begins at a comma.
DUTY = re.compile(
    rf"(?:^|(?<=[,;。]))\s*由?(?P<agencies>[^,;。:()]{{2,60}}?)(?P<verb>{_WORDS.pattern('duty')})[一-鿿][^,;。]{{1,40}}(?=$|[,;。])"
)


#: The role that a verb gives; empty without a verb.
_Said = Role | Literal[""]


class _Stretch(NamedTuple):
    """A list of agencies in a clause: its extent, the verb behind it with the role that it gives, the label before it."""

    start: int
    end: int
    verb: str
    kind: _Said
    label: str


class Group(NamedTuple):
    """Agencies that share a label or a verb. `kind` is the role that the verb gives, or empty without a verb.

    `share` means that the verb has a duty of its own behind it, which is only a part of the task;
    `marked` that the role stands in brackets behind a single member.
    """

    agencies: list[AgencyMention]
    label: str
    verb: str
    kind: _Said
    open_ended: bool
    share: bool = False
    marked: bool = False

    @property
    def rule(self) -> str:
        """What decides the role of this group alone: its verb, the mark on a member, its label, or nothing but the list."""
        if self.verb:
            return f"{'mark' if self.marked else 'share' if self.share else 'verb'} {self.verb}"
        return f"label {self.label}" if self.label else "list without a role word"

    @property
    def role(self) -> Role:
        """The role that verb or label give; co_own is still to be weighed against the other groups."""
        if self.kind:
            return self.kind
        return (label_role(self.label) if self.label else None) or "co_own"


@dataclass
class Reading:
    """What a clause holds: its groups in order, its deadline, and the words that name no agency."""

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
    >>> [([agency.written for agency in group.agencies], group.role) for group in reading.groups], reading.deadline
    ([(['市教育局'], 'lead'), (['市财政局'], 'support')], '2027年底')
    """
    reading = Reading()
    text, folded = _blanked(text, folded, PERSON_ASIDE.finditer(folded))
    marks = {match.start(): match["mark"] for match in _MARK.finditer(folded)}
    text, folded = _blanked(text, folded, _MARK.finditer(folded))
    how = [match.span() for match in _BEHIND_LAST.finditer(folded) if _says_how(match[1])]
    if how:
        text, folded = _without_brackets(text, how), _without_brackets(folded, how)
    for match in _INNER.finditer(folded):
        # X牵头（Y配合）: a bracket with a role of its own reads on like the rest.
        first, last = match.span("inner")
        text = f"{text[: first - 1]}{CLAUSE_END}{text[first:last]}{CLAUSE_END}{text[last + 1 :]}"
        folded = f"{folded[: first - 1]}{CLAUSE_END}{folded[first:last]}{CLAUSE_END}{folded[last + 1 :]}"
    for word, start, end in _parts(folded, label):
        if names_person(word):
            continue
        if deadline_label(word):
            reading.deadline = re.sub(r"\s", "", text[start:end]).strip("；;。，, ")
            continue
        for begin, stop, verb, kind, under in _stretches(text, folded, start, end, word):
            agencies, open_ended = split_agencies(text[begin:stop], begin)
            reading.skipped += [u.written for u in agencies if _is_unknown(u.name)]
            for group in _with_duties(agencies, Group([], under, verb, kind, open_ended)):
                reading.groups += _by_mark(group, _shared_marks(group.agencies, marks, folded))
    reading.groups = _shares(_without_posts(reading.groups))
    if reading.deadline is None and reading.groups:
        last = max(agency.end for group in reading.groups for agency in group.agencies)
        due = _DUE.search(folded, last) or _DUE.match(folded)
        reading.deadline = re.sub(r"\s", "", text[due.start("due") : due.end("due")]) if due else None
    return reading


def _says_how(words: str) -> bool:
    """Return whether some words say how several answer, and nothing else: 按职责分工负责."""
    said = VERB.match(f"{words}{CLAUSE_END}")
    return said is not None and said.end() == len(words) and verb_role(said) == "co_own"


def _without_brackets(text: str, brackets: Sequence[tuple[int, int]]) -> str:
    """Return a clause in which what stood in some brackets reads on like the rest; same length."""
    chars = list(text)
    for start, end in brackets:
        chars[start], chars[end - 1] = " ", CLAUSE_END
    return "".join(chars)


def _blanked(text: str, folded: str, matches: Iterable[re.Match[str]]) -> tuple[str, str]:
    """Return a clause, as written and in half width, with blanks for what some matches take up."""
    at, texts, halves = 0, [], []
    for match in matches:
        blank = " " * (match.end() - match.start())
        texts += [text[at : match.start()], blank]
        halves += [folded[at : match.start()], blank]
        at = match.end()
    return "".join([*texts, text[at:]]), "".join([*halves, folded[at:]])


def _is_unknown(written: str) -> bool:
    return not can_name_agency(written) and not _NO_NAME.fullmatch(written) and _with_duty(written) is None


def _with_duty(written: str) -> re.Match[str] | None:
    """Return the match of a body with what it does behind a role word: 市财政局负责资金保障."""
    match = _WITH_DUTY.fullmatch(fold_width(written))
    return match if match and is_body(written[: match.end("agency")]) else None


def _with_duties(agencies: list[AgencyMention], group: Group) -> Iterator[Group]:
    """Yield the agencies of a group, those with a duty of their own apart, together with the ones listed right before."""
    pending: list[AgencyMention] = []
    for agency in agencies:
        if can_name_agency(agency.name):
            pending.append(agency)
        elif match := _with_duty(agency.written):
            written = agency.written[: match.end("agency")]
            pending.append(agency._replace(written=written, name=written, collective=is_collective(written)))
            kind = as_role(_SHARES[match["word"]])
            yield Group(pending, group.label, match["word"], kind, open_ended=False, share=True)
            pending = []
    if pending:
        yield group._replace(agencies=pending)


def _without_posts(groups: list[Group]) -> list[Group]:
    """Return groups with the offices of persons (市水利局局长), and without other posts where bodies answer beside them."""
    if any(_HEAD.search(agency.written) for group in groups for agency in group.agencies):
        groups = [group._replace(agencies=[_office(agency) for agency in group.agencies]) for group in groups]
    posts = {agency for group in groups for agency in group.agencies if PERSON.search(agency.written)}
    bodies = any(agency not in posts for group in groups for agency in group.agencies)
    if not posts or not bodies:
        return groups
    kept = (group._replace(agencies=[each for each in group.agencies if each not in posts]) for group in groups)
    return [group for group in kept if group.agencies]


def _office(agency: AgencyMention) -> AgencyMention:
    """Return the office of a person who stands for one, or anybody else as they are."""
    post = _HEAD.search(agency.written)
    written = agency.written[: post.start()] if post else ""
    if not is_body(written):
        return agency
    return agency._replace(written=written, name=written, end=agency.start + len(written))


def _shares(groups: list[Group]) -> list[Group]:
    """Put agencies together that each answer for a share: X负责甲，Y负责乙. They co-own the whole."""
    found: list[Group] = []
    for group in groups:
        if group.share and group.kind == "co_own" and found and found[-1].share and found[-1].kind == "co_own":
            found[-1] = found[-1]._replace(agencies=[*found[-1].agencies, *group.agencies])
        else:
            found.append(group)
    return found


def _parts(folded: str, label: str) -> list[tuple[str, int, int]]:
    """Return label and extent of each part of a clause."""
    labels = sorted(
        [*BARE_LABEL.finditer(folded), *LABEL.finditer(folded), *NEIGHBOUR_LABEL.finditer(folded)], key=re.Match.start
    )
    ends = [*(match.start() for match in labels), len(folded)]
    parts = [(label, 0, ends[0])] if folded[: ends[0]].strip("; \n") else []
    for match, end in zip(labels, ends[1:], strict=True):
        words = match.groupdict()
        word = words.get("label") or words.get("bare")
        if word:
            parts.append((word, match.end(), end))
    return parts


def _stretches(text: str, folded: str, start: int, end: int, label: str) -> Iterator[_Stretch]:
    """Yield each list of agencies in a part."""
    at = start
    for verb in VERB.finditer(folded, start, end):
        if not folded[at : verb.start()].strip(" ,;。、\n"):
            # 牵头，按职责分工负责: a second verb for the same agencies adds nothing to the first.
            at = verb.end()
            continue
        kind = verb_role(verb)
        comma = max(folded.rfind(",", at, verb.start()), folded.rfind(";", at, verb.start()))
        if label and at == start and comma > at and kind in ("support", "guide", "implement"):
            # 责任单位：X，Y配合: the label speaks for what stands before the comma, the verb for the rest.
            yield _Stretch(at, comma, "", "", label)
            at = comma + 1
        yield from _together(text, at, verb.start(), verb[0], kind, label)
        at = verb.end()
    if folded[at:end].strip(" ,;。、\n"):
        yield from _together(text, at, end, "", "", label)


def _together(text: str, start: int, end: int, verb: str, kind: _Said, label: str) -> Iterator[_Stretch]:
    """Yield a list of agencies as one, or as two where one agency acts 会同 others."""
    together = _TOGETHER.search(text, start, end)
    if not together:
        yield _Stretch(start, end, verb, kind, label)
        return
    if kind == "guide":  # X会同Y指导
        yield _Stretch(start, together.start(), verb, kind, label)
        yield _Stretch(together.end(), end, verb, kind, label)
        return
    if text[start : together.start()].strip("，,、 "):
        yield _Stretch(start, together.start(), verb or _COMPANY, "lead", label)
    # X会同Y，各地区负责: the local governments are no company of X.
    others = _LOCAL.search(text, together.end(), end) if verb else None
    stop = others.start() if others else end
    does = None if verb and not others else _DOES.search(text, together.end(), stop)
    stop = does.start() if does else stop
    yield _Stretch(together.end(), stop, _COMPANY, "support", label)
    if others:
        yield _Stretch(others.end(), end, verb, kind, label)


def _by_mark(group: Group, marks: dict[int, str]) -> list[Group]:
    """Split a group where a member carries a role of its own: 市教育局（牵头）、市财政局."""
    if not marks or not any(agency.end in marks for agency in group.agencies):
        return [group]
    found: list[Group] = []
    for agency in group.agencies:
        mark = marks.get(agency.end)
        if mark:
            found.append(Group([agency], "", mark, _mark_role(mark), group.open_ended, marked=True))
        elif found and found[-1].agencies[-1].end not in marks:
            found[-1] = found[-1]._replace(agencies=[*found[-1].agencies, agency])
        else:
            found.append(group._replace(agencies=[agency]))
    return found


def _shared_marks(agencies: Sequence[AgencyMention], marks: dict[int, str], folded: str) -> dict[int, str]:
    """Return the marks for all that share them: where each stretch between commas ends in one, X（牵头），Y、Z（配合）."""
    if len(marks) < 2:
        return marks
    stretches: list[list[AgencyMention]] = []
    for before, agency in zip([None, *agencies], agencies, strict=False):
        if before is None or _COMMA.search(folded, before.end, agency.start):
            stretches.append([])
        stretches[-1].append(agency)
    if len(stretches) < 2 or not all(stretch[-1].end in marks for stretch in stretches):
        return marks
    shared = {each.end: marks[stretch[-1].end] for stretch in stretches for each in stretch}
    return shared | marks


def _mark_role(mark: str) -> Role:
    """Return the role that a mark gives, by the lexicon in force or the table of role words."""
    lexicon = active()
    return as_role(lexicon.verbs.get(mark) or lexicon.labels.get(mark) or _MARKS[mark])
