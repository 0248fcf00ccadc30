"""Sentences that name what is to be done first and its agencies behind it: 养老助餐工作由市民政局负责, 第3、4项由市商务局牵头.

Where they stand in a closing chapter, what they name is a task of the plan; whether it is one, `ingest.tasks.by_name` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.width import fold_width
from graph.words import Table
from ingest.clauses.clause import Clause, parse_clause
from ingest.clauses.locate import closed_clause
from ingest.language.agency_lists import lists_bodies
from ingest.language.labels import CLAUSE_END, LABEL

__all__ = ["WORDS", "Assigned", "read_assigned"]

WORDS = _WORDS = Table(__file__, "assigned")
#: A sentence without any of these assigns nothing.
_ANY = re.compile(f"{_WORDS.either('named.verb')}|由|:|单位[为是]|部门[为是]")
_SENTENCE = re.compile(r"[^。;!?\n]+")
_COMMA = re.compile(r"[,，]")
#: 养老助餐工作由市民政局…, 第3项具体由市商务局…
_BY = re.compile(rf"(?P<what>.*?)(?P<adverb>{_WORDS.pattern('named.adverb')}{{0,2}})(?<!自)由(?!于|此|来)(?P<who>.+)")
#: 养老助餐：市民政局牵头
_COLON = re.compile(r"(?P<what>[^:]{2,60}?)\s?:\s?(?P<who>[^:]+)")
_VERB = re.compile(_WORDS.pattern("named.verb"))
#: 市民政局牵头养老助餐工作
_DOES = re.compile(rf"(?P<who>[^,]{{2,80}}?)(?P<verb>{_WORDS.pattern('named.verb')})(?P<what>[^,]{{2,80}})")
_BEFORE = re.compile(rf"\s*{_WORDS.pattern('named.before')}[,:]?\s?")
_GENERAL = re.compile(rf"(?:^|.*[的之,]){_WORDS.pattern('named.general')}$|.*{_WORDS.pattern('named.general')}$")
#: 第3项的责任单位为市民政局
_POST = re.compile(r"(?:单位|部门)(?=[为是])")
_NAME = re.compile(r"[^,:]{2,60}")
_LONGEST_LABEL = 6
_LONGEST = 400


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """What one sentence, or a part of one, gives to agencies.

    Attributes
    ----------
    names : str
        The words that name what is given, as written: 养老助餐工作, 第3、4项.
    clause : Clause
        Who answers for it.
    start, end : int
        Where it stands in the text.
    said : int
        Where in it the words begin that say who answers.
    sure : bool
        False where only a task of that name makes it an assignment: 养老助餐：市民政局.
    agencies_first : bool
        Whether its agencies stand in front, as in a list of duties: 市民政局牵头养老助餐.
    """

    names: str
    clause: Clause
    start: int
    end: int
    said: int
    sure: bool
    agencies_first: bool = False


def read_assigned(text: str, begin: int = 0) -> Iterator[Assigned]:
    """Yield what the sentences of a text give to agencies, from an offset on.

    Examples
    --------
    >>> [(found.names, [(owner.agency.name, owner.role) for owner in found.clause.owners])
    ...  for found in read_assigned("其中，夜市建设由市商务局牵头，市财政局配合；第3项由市住建局负责。")]
    [('夜市建设', [('市商务局', 'lead'), ('市财政局', 'support')]), ('第3项', [('市住建局', 'lead')])]
    """
    folded = fold_width(text)
    for sentence in _SENTENCE.finditer(folded, begin):
        start, end = sentence.span()
        if end - start > _LONGEST or not _ANY.search(folded, start, end):
            continue
        for begin, stop in _pieces(folded, start, end):
            piece = folded[begin:stop]
            found = _by(text, folded, begin, stop) if "由" in piece else None
            found = found or _labelled(text, folded, begin, stop)
            found = found or (_with_colon(text, folded, begin, stop) if ":" in piece else None)
            found = found or (_does(text, folded, begin, stop) if _VERB.search(piece) else None)
            if found:
                yield found


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence: each begins at the name of something that has agencies of its own behind it."""
    commas = [start, *(comma.end() for comma in _COMMA.finditer(folded, start, end)), end]
    begins = [start]
    for at, (here, there) in enumerate(pairwise(commas)):
        if at == 0:
            continue
        piece = folded[here:there]
        by = _BY.match(piece) if "由" in piece else None
        # ，由市民政局负责 belongs to the name before the comma.
        headed = by is not None and by["what"].strip() != ""
        does = by is None and _VERB.search(piece) and _DOES.match(piece)
        before = _BEFORE.fullmatch(folded[begins[-1] : here])
        if headed or does or before:
            begins.append(here)
    yield from zip(begins, [*begins[1:], end], strict=True)


def _by(text: str, folded: str, start: int, end: int) -> Assigned | None:
    start = _behind(folded, start, end)
    match = _BY.match(folded[start:end])
    if match is None or not match["what"].strip(" ,:"):
        return None
    named = match.end("what")
    # The clause is told from 由 on: 由市水利局会同市财政局组织实施.
    who = start + match.start("adverb")
    return _made(
        text, (start, start + named), (who, end), closed_clause(_trimmed(text[start + match.start("who") : end]))
    )


def _labelled(text: str, folded: str, start: int, end: int) -> Assigned | None:
    """Return 第3项的责任单位为市民政局，配合单位为市财政局."""
    start = _behind(folded, start, end)
    piece = folded[start:end]
    found = _POST.search(piece)
    begins = range(max(2, found.start() - _LONGEST_LABEL), found.start()) if found else ()
    at = next((begin for begin in begins if LABEL.match(piece[begin:])), None)
    if at is None or not _NAME.fullmatch(piece[:at]):
        return None
    words = _trimmed(text[start + at : end])
    return _made(text, (start, start + at), (start + at, end), parse_clause(words))


def _with_colon(text: str, folded: str, start: int, end: int) -> Assigned | None:
    start = _behind(folded, start, end)
    match = _COLON.fullmatch(folded[start:end])
    if match is None or LABEL.match(folded[start:end]):
        return None
    who = _trimmed(text[start + match.start("who") : end])
    clause = closed_clause(who)
    listed = clause or (parse_clause(who) if lists_bodies(who) else None)
    named, said = (start, start + match.end("what")), (start + match.start("who"), end)
    return _made(text, named, said, listed, sure=clause is not None and not lists_bodies(match["what"]))


def _does(text: str, folded: str, start: int, end: int) -> Assigned | None:
    start = _behind(folded, start, end)
    match = _DOES.match(folded[start:end])
    if match is None or not lists_bodies(re.sub("^由|会同.*", "", match["who"])):
        return None
    first, last = (start + at for at in match.span("what"))
    # What is done is blanked out, so that a clause with its verb is left: 市民政局牵头；；；；，市财政局配合.
    words = _trimmed(f"{text[start:first]}{CLAUSE_END * (last - first)}{text[last:end]}")
    clause = parse_clause(words)
    if clause is None or clause.skipped:
        return None
    found = _made(text, (first, last), (start, end), clause, sure=False)
    return replace(found, agencies_first=True) if found else None


def _behind(folded: str, start: int, end: int) -> int:
    """Return where the words behind 其中 and the like begin."""
    before = _BEFORE.match(folded, start, end)
    start = before.end() if before else start
    return start + len(folded[start:end]) - len(folded[start:end].lstrip())


def _trimmed(words: str) -> str:
    return words.strip(" ，,、")


def _made(
    text: str, named: tuple[int, int], said: tuple[int, int], clause: Clause | None, *, sure: bool = True
) -> Assigned | None:
    names = text[slice(*named)].strip(" ，,：:的")
    if clause is None or not names or _GENERAL.fullmatch(names):
        return None
    start, end = min(named[0], said[0]), max(named[1], said[1])
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ，,"))
    words = _trimmed(text[slice(*said)])
    return Assigned(names=names, clause=replace(clause, text=words), start=start, end=end, said=said[0], sure=sure)
