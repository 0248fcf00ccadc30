"""Where the responsibility clauses of a passage stand.

Six forms: in brackets (（X牵头，Y配合）), on label lines (责任单位：X), behind a label in
mid-paragraph, as the first words of an item (X牵头，Y配合，制定…), as a sentence or the end of
one that says nothing else (X牵头，Y配合。), and in front of what else a sentence says
(由X负责，并…). Clauses that follow each other with nothing between are one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

from graph.agencies.word_tables import words_of
from ingest.clauses.bracket_places import closes
from ingest.clauses.clause import Clause, parse_clause
from ingest.clauses.due_beside import due_beside, is_due
from ingest.clauses.groups import DUTY, without_roles
from ingest.clauses.named_bodies import names_bodies, names_bodies_only, nobody_in_particular
from ingest.clauses.words import any_of
from ingest.language.agency_lists import lists_bodies
from ingest.language.item_numbers import read_marker
from ingest.language.labels import BARE_LABEL, LABEL, NEIGHBOUR_LABEL, is_member_label
from ingest.language.lexicon_pattern import LexiconPattern
from ingest.language.paragraphs import Paragraph, fold_labels
from ingest.language.role_verbs import ROLE_WORDS, TRIGGER, VERB, own_verbs

__all__ = ["Located", "closed_clause", "locate_clauses"]

_AFTER_SENTENCE = re.compile(r"(?:^|(?<=[。;!?”\s)]))\s*[·•●*\-—◆■□▪➤★※◇○]{0,3}\s*$")
_LABEL_BREAK = re.compile(r"。(?!\s*(?:$|\n|以下|下同|具体))")
#: The first words of an item: 市教育局牵头，市财政局配合，制定….
_PROSE = re.compile(
    rf"\s*由?(?P<lead>[^,。;:()“”]{{3,60}}){ROLE_WORDS.pattern('prose.lead')},"
    rf"(?P<rest>[^。;:“”]{{3,80}}?{ROLE_WORDS.pattern('prose.support')}),"
)
#: 以上工作, 以上各项工作, 上述两项, 以上2项任务.
_SO_MANY = "(?:各|[0-9一二两三四五六七八九十]{1,3})?[项条个]?"
_WHOLE_SENTENCE = re.compile(
    rf"""
    \s*[—–-]{{0,3}}\s*
    (?:{any_of("on_level")}[,:]?(?=由))?                                                   # 市级层面由…
    (?P<what>{any_of("these")}{_SO_MANY}{any_of("work")}?)?                                #  此项工作由…, 上述两项由…
    {any_of("surely")}?(?P<by>由)?
    (?P<clause>[^:“”]{{4,300}}?)
    [。;]?\s*
    """,
    re.VERBOSE,
)
#: 各部门, 有关单位: whoever it may be.
_ANY_OF_A_KIND = re.compile(rf"{any_of('group_end')}$")
_NOTHING = re.compile(r"[\s,。;、]*")
#: （市发展改革委会同市财政局制定）
_COMPANY = re.compile(rf"\s*[^,;。]{{2,60}}?{ROLE_WORDS.pattern('together')}[^,;。]{{2,60}}?{any_of('does')}")
#: Lines of other labels between those of a clause: 成果形式：实施意见.
_BETWEEN = re.compile(rf"{_NOTHING.pattern}(?:{NEIGHBOUR_LABEL.pattern}[^\n]{{1,200}}\n\s*)*")
_SENTENCE_END = re.compile(r"[。!?]")
_LONGEST_VERB = 24
_DUE_BEHIND = re.compile(
    rf",(?:{any_of('until')}?\d[^,;]{{0,16}}{any_of('until_end')}(?:基本)?{any_of('done')}?[^,;]{{0,4}}"
    rf"|{any_of('always')}{{1,2}}{any_of('acts')}?)$"
)
#: A sentence without any of these is no clause; a verb of the lexicon is one of them.
_ANSWERS = LexiconPattern(lambda lexicon: ROLE_WORDS.pattern("answers", more=own_verbs(lexicon)))
#: A sentence that tells what each does is an account, no clause: X统筹协调，Y负责日常工作，各成员单位抓好落实.
_DUTY_INSIDE = re.compile(
    rf"""
    # X统筹协调
    {ROLE_WORDS.pattern("account")}
    # X要切实负责
  | [要应须当]{ROLE_WORDS.pattern("account.adverb")}?{ROLE_WORDS.pattern("account.must")}
    # …，由X… but not 自由
  | (?<!自)(?<!^)由
    # X负责日常工作，
  | {ROLE_WORDS.pattern("account.duty")}[一-鿿]{{2,30}}[,;]
    """,
    re.VERBOSE,
)
_SHARE_BEFORE = re.compile(rf"{words_of('endings', 'duty_bearer')}{ROLE_WORDS.pattern('narrated')}[一-鿿]")
_COMMA = re.compile("[,;]")
_SEMICOLON = re.compile(";")
#: Where a clause may begin inside a sentence: 第一组：由…, 降低成本——市财政局负责.
_BEGINS = re.compile("[,;:]|—{2}")
_BY = re.compile(
    rf"\s*(?:{any_of('on_level')}[,:]?)?(?:{any_of('these')}{_SO_MANY}{any_of('work')})?{any_of('surely')}?由(?!于|此|来)"
)
#: A clause inside a sentence begins or ends at one of its first or last commas.
_MOST_COMMAS = 8
_LONGEST_CLAUSE = 300


class Located(NamedTuple):
    """A clause with the offsets of its passage that it takes up, brackets included."""

    start: int
    end: int
    clause: Clause


class _Candidate(NamedTuple):
    start: int
    end: int
    inner: tuple[int, int]
    bare: bool = False
    weak: bool = False
    dated: bool = False


def locate_clauses(
    paragraphs: Sequence[Paragraph],
    passage: Paragraph,
    title_end: int,
    *,
    first_leads: bool = False,
) -> list[Located]:
    """Find and parse the clauses of a passage.

    Parameters
    ----------
    paragraphs
        What `passage` was joined from, a line break between each two.
    passage
        The joined text.
    title_end
        Offset behind the heading's title; a clause of the fourth form begins there.
    first_leads
        True where a declared rule makes the first agency of a list the lead.

    Returns
    -------
    list of Located
        In text order.
    """
    found: list[Located] = []
    for candidates in _merge(_candidates(paragraphs, passage, title_end), passage.folded):
        pieces = [passage.text[c.inner[0] : c.inner[1]].strip("；; \n").replace("\n", "；") for c in candidates]
        text = "；".join([*(piece.rstrip("。") for piece in pieces[:-1]), pieces[-1]])
        clause = parse_clause(text, first_leads=first_leads)
        if clause is None or (candidates[0].bare and not names_bodies(clause)):
            continue
        if any(note.rule for note in clause.notes):
            first_leads = True
        found.append(Located(candidates[0].start, candidates[-1].end, clause))
    return found


def _candidates(paragraphs: Sequence[Paragraph], passage: Paragraph, title_end: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    at = 0
    above = ""
    for paragraph in paragraphs:
        folded = paragraph.folded
        if not paragraph.table:
            marker = read_marker(folded) if at == 0 and title_end > 0 else None
            begin = marker.end if marker else 0
            candidates = _of_line(paragraph, at == 0, title_end > 0, begin)
            found.extend(map(_shift, candidates, repeat(at)) if at else candidates)
            bare = _bare_list(folded, above, found[-1].end - at if found else 0) if title_end > 0 else None
            if bare is not None:
                found.append(_Candidate(at + bare, at + len(folded), (at + bare, at + len(folded)), bare=True))
        above = folded
        at += len(folded) + 1
    prose = _PROSE.match(passage.folded, title_end)
    if prose and lists_bodies(prose["lead"]) and not nobody_in_particular(prose["lead"]):
        inner = (prose.start("lead"), prose.end("rest"))
        if not any(c.start < inner[1] for c in found):
            found.insert(0, _Candidate(prose.start(), prose.end("rest"), inner))
    return found


def _bare_list(folded: str, above: str, taken: int) -> int | None:
    """Return where a list begins that is nothing but bodies: a line of its own below the text of an item, or its last sentence.

    `taken` is where the last clause ends that was found before.
    """
    stop = folded.rfind("。", 0, max(0, len(folded.rstrip("。 ")))) + 1
    if taken > stop:
        return None
    several = folded.find("、", stop) > 0 or folded.startswith("—", stop)
    if not several or len(folded) - stop > _LONGEST_CLAUSE or not (stop or above):
        return None
    return None if (not stop and above.endswith(":")) or not lists_bodies(without_roles(folded[stop:])) else stop


def _shift(candidate: _Candidate, by: int) -> _Candidate:
    inner = (candidate.inner[0] + by, candidate.inner[1] + by)
    return candidate._replace(start=candidate.start + by, end=candidate.end + by, inner=inner)


def _of_line(paragraph: Paragraph, heading: bool, numbered: bool, title: int) -> list[_Candidate]:
    """Return the candidates of one paragraph: brackets, then labels outside of them, then sentences.

    It is the heading or not, of a numbered part or not; its first words begin at `title`.
    """
    found: list[_Candidate] = []
    folded, groups = paragraph.folded, paragraph.brackets
    for start, end, closed in groups:
        inner = (start + 1, end - 1 if closed else end)
        text = folded[inner[0] : inner[1]]
        if not without_roles(folded[start:end]) or is_due(text):
            # 市水利局（牵头）: the role of a single body. （2027年底前）: read with the clause beside it, if there is one.
            continue
        if (
            any(not _is_weak(label) for label in LABEL.finditer(text))
            or (TRIGGER.search(text) and (VERB.search(text) or _COMPANY.match(text)))
            or VERB.search(text[-6:])
            or DUTY.match(text)
        ):
            found.append(_Candidate(start, end, inner))
        elif closes(folded, start, end, heading=heading, numbered=numbered):
            found.append(_Candidate(start, end, inner, bare=True))
    dates = [due for candidate in found for due in due_beside(folded, candidate.start, candidate.end)]
    found += [_Candidate(due.start, due.end, due.said, dated=True) for due in dates]
    starts = [start for start, _, _ in groups]
    labels = [
        m
        for m in LABEL.finditer(folded)
        if _AFTER_SENTENCE.search(folded, max(0, m.start() - 4), m.start()) and not _inside(groups, starts, m.start())
    ]
    at = 0
    for label in labels:
        if label.start() < at:
            continue
        stop = _LABEL_BREAK.search(folded, label.end())
        at = stop.start() if stop else len(folded)
        # The bracket of 【责任单位】 counts as a blank in the folded text; it belongs to the clause.
        begin = label.start() - (folded[max(0, label.start() - 1) : label.start()] == " ")
        # （牵头单位：X | 配合单位：Y）: the bracket was opened on a line above.
        opened_above = folded.endswith(")", begin, at) and folded.count("(", begin, at) < folded.count(")", begin, at)
        found.append(_Candidate(begin, at, (begin, at - opened_above), weak=_is_weak(label)))
    found.extend(list(_bare_labels(folded, found)))
    if _ANSWERS.search(folded):
        found.extend(list(_sentences(folded, heading, found, title)))
    return sorted(found, key=lambda c: c.start) if len(found) > 1 else found


def _bare_labels(folded: str, found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield what a label without a colon begins, to the end of its sentence, where it names nothing but bodies: 责任单位市财政局."""
    end = 0
    ordered = sorted(found, key=lambda each: each.start)
    starts, reach = [each.start for each in ordered], [0, *accumulate((each.end for each in ordered), max)]
    for label in BARE_LABEL.finditer(folded):
        if label.start() < max(end, reach[bisect_left(starts, label.start() + 1)]):
            continue
        stop = _LABEL_BREAK.search(folded, label.end())
        end = stop.start() if stop else len(folded)
        clause = parse_clause(folded[label.start() : end])
        if clause and names_bodies_only(clause):
            yield _Candidate(label.start(), end, (label.start(), end))


def _is_weak(label: re.Match[str]) -> bool:
    """Return whether a label says who answers only beside another one: 成员单位 of a group are no owners of a task."""
    return is_member_label(label["label"])


def _sentences(folded: str, heading: bool, found: Sequence[_Candidate], title: int) -> Iterator[_Candidate]:
    """Yield the clauses that no bracket and no label marks: sentences, the end of one, what stands before the rest of one."""
    begin = 0
    ordered = sorted(found, key=lambda each: each.start)
    # A paragraph may hold thousands of both; how far those reach that begin before a place is looked up.
    starts, reach = [each.start for each in ordered], [0, *accumulate((each.end for each in ordered), max)]
    for end in [*(stop.start() for stop in _SENTENCE_END.finditer(folded)), len(folded)]:
        start, begin = begin, end + 1
        if reach[bisect_left(starts, end)] > start or not _ANSWERS.search(folded, start, end):
            continue
        # The first words of a heading are a title, whatever they say.
        first = [] if heading and start == 0 else [start]
        parts = [*(semicolon.end() for semicolon in _SEMICOLON.finditer(folded, start, end)), end + 1]
        whole = _closing(folded, start, first, end) if len(parts) > 1 else None
        shared = [] if whole or len(parts) == 1 else list(_of_parts(folded, start, parts, first))
        if whole or len(shared) > 1:
            yield from [whole] if whole else shared
            continue
        closing = _closing(folded, start, [*first, *_last_begins(folded, start, end)], end)
        if closing:
            yield closing
        else:
            yield from _in_front(folded, first or [title], (start, end), by_only=not first)


def _of_parts(folded: str, start: int, ends: Sequence[int], first: Sequence[int]) -> Iterator[_Candidate]:
    """Yield the clauses that end the parts of a sentence: 一是…，由X牵头；二是…，由Y牵头; who only helps joins the one before."""
    last: _Candidate | None = None
    for begin, stop in pairwise([start, *ends]):
        end = stop - 1
        closing = _closing(
            folded, begin, [*([begin] if begin > start else first), *_last_begins(folded, begin, end)], end
        )
        if last and closing is None and last.end == begin - 1 and closed_clause(folded[begin:end]):
            last = last._replace(end=end, inner=(last.inner[0], end))
            continue
        if last:
            yield last
        last = closing
    if last:
        yield last


def _last_begins(folded: str, start: int, end: int) -> list[int]:
    """Return the last places in a sentence where a clause may begin."""
    begins = [mark.end() for mark in _BEGINS.finditer(folded, start, end)]
    return [at for at in begins[-_MOST_COMMAS:] if end - at <= _LONGEST_CLAUSE]


def _closing(folded: str, start: int, begins: Iterable[int], end: int) -> _Candidate | None:
    """Return the clause that ends a sentence, from the first of some places where it is one."""
    for at in begins:
        sentence = _WHOLE_SENTENCE.fullmatch(folded, at, end)
        # X负责甲，Y负责乙: the last share alone is no clause.
        if sentence and "," not in sentence["clause"] and _SHARE_BEFORE.search(folded, start, at):
            continue
        if sentence and _is_clause(sentence["clause"], given=bool(sentence["what"] and sentence["by"])):
            return _Candidate(*sentence.span("clause"), sentence.span("clause"))
    return None


def _in_front(folded: str, first: Sequence[int], sentence: tuple[int, int], *, by_only: bool) -> Iterator[_Candidate]:
    """Yield the clause that goes before the rest of a sentence: 由市民政局牵头，并…; `by_only` tells that 由 must begin it."""
    commas = [comma.end() for comma in _COMMA.finditer(folded, *sentence)]
    for at in [*first, *(mark.end() for mark in _BEGINS.finditer(folded, *sentence))]:
        by = _BY.match(folded, at)
        if by is None and (by_only or at not in first):
            continue
        begin = by.end() if by else at
        nth = bisect_left(commas, begin + 1)
        ends = [comma - 1 for comma in commas[nth : nth + _MOST_COMMAS] if comma - begin <= _LONGEST_CLAUSE]
        end = next((end for end in reversed(ends) if _is_clause(folded[begin:end])), None)
        if end is not None:
            # 由X牵头实施，Y协助办理手续: who helps belongs to it, whatever they help with.
            whole = parse_clause(folded[begin : min(sentence[1], begin + _LONGEST_CLAUSE)])
            helped = (
                whole
                and names_bodies_only(whole)
                and {"lead"} < {owner.role for owner in whole.owners} <= {"lead", "support", "implement"}
            )
            end = min(sentence[1], begin + _LONGEST_CLAUSE) if helped else end
            yield _Candidate(begin, end, (begin, end))
            return


def _is_clause(sentence: str, *, given: bool = False) -> bool:
    """Return whether a sentence without bracket or label is a clause: it ends in a role word and names nothing but bodies.

    `given` tells that it says of the task that it is theirs: 本项工作由各区政府负责实施.
    """
    if not _ANSWERS.search(sentence) or _DUTY_INSIDE.search(sentence):
        return False
    clause = closed_clause(sentence)
    # 各部门按职责分工抓好落实 ends many a chapter and gives nobody in particular anything to do.
    return clause is not None and any(
        (owner.role in ("lead", "co_own") and not owner.agency.collective)
        or (given and not _ANY_OF_A_KIND.search(owner.agency.name))
        for owner in clause.owners
    )


def closed_clause(words: str, *, first_leads: bool = False) -> Clause | None:
    """Return the clause that some words are if they end in a role word, or a date behind it, and name nothing but bodies.

    Examples
    --------
    >>> [(owner.agency.name, owner.role) for owner in closed_clause("市水利局会同市财政局组织实施").owners]
    [('市水利局', 'lead'), ('市财政局', 'support')]
    >>> closed_clause("市水利局牵头编制规划") is None
    True
    """
    folded = fold_labels(words)
    due = _DUE_BEHIND.search(folded)
    end = due.start() if due else len(folded)
    if not any(verb.end() == end for verb in VERB.finditer(folded, max(0, end - _LONGEST_VERB), end)):
        return None
    clause = parse_clause(words, first_leads=first_leads)
    return clause if clause and names_bodies_only(clause) else None


def _inside(groups: Sequence[tuple[int, int, bool]], starts: Sequence[int], at: int) -> bool:
    """Return whether an offset lies in one of the brackets, which do not overlap and stand in order."""
    before = bisect_left(starts, at) - 1
    return before >= 0 and at < groups[before][1]


def _merge(candidates: Sequence[_Candidate], folded: str) -> list[list[_Candidate]]:
    """Put candidates together that have nothing between them; one inside another is dropped."""
    runs: list[list[_Candidate]] = []
    for candidate in candidates:
        if runs and candidate.start < runs[-1][-1].end:
            continue
        if (
            runs
            and ((not candidate.bare and not runs[-1][-1].bare) or candidate.dated or runs[-1][-1].dated)
            and _BETWEEN.fullmatch(folded, runs[-1][-1].end, candidate.start)
        ):
            runs[-1].append(candidate)
        elif not candidate.weak:
            runs.append([candidate])
    return runs
