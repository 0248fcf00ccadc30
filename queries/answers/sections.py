"""Chapters that a question names by their title, beside their number or alone."""

from __future__ import annotations

from graph.words import Table
from queries.answers.answer import Refusal
from queries.answers.facts import Facts, records
from queries.answers.form import Form
from queries.answers.later import Later
from queries.answers.titles import plain, without_verbs
from queries.answers.tokens import Question
from queries.answers.wide import facts_of

__all__ = ["read_section", "take_section_names"]

#: 保障措施里, 重点任务部分: what stands before may be the title of a chapter.
_INSIDE = Later(
    lambda: f"(?P<title>[一-鿿]{{4,30}}?){Table(__file__, 'phrases').pattern('inside')}",
    *Table(__file__, "phrases").texts("inside"),
)

#: Shorter names of chapters are words of everyday language.
_LEAST = 4


def take_section_names(form: Form, question: Question, scope: Facts) -> None:
    """Take the name of a chapter that stands beside its number: 第二部分（重点任务）, 三、重大行动."""
    if not form.path:
        return
    for title in scope.section_titles(question.free):
        name = plain(title)
        for size in range(len(name), 3, -1):
            pieces = {name[at : at + size] for at in range(len(name) - size + 1)}
            hit = next((piece for piece in sorted(pieces) if piece in question.free), None)
            if hit:
                at = question.free.index(hit)
                question.take(at, at + size)
                break


def read_section(form: Form, question: Question, scope: Facts) -> Facts:
    """Take the title of a chapter that a question asks about (保障措施里有哪些任务); return the plans that have it.

    Raises
    ------
    Refusal
        If chapters of several numbers have that title.
    """
    if form.path:
        return scope
    for match in _INSIDE.finditer(question.free):
        sheet = next((name for name in scope.sheet_names() if match["title"].endswith(name)), "")
        if sheet:
            question.take(match.end("title") - len(sheet), match.end())
            form.path = [sheet]
            return scope
        titles = {plain(title) for title in scope.section_titles(match["title"])}
        # 心理保障 for 加强心理保障, where no other title is called so.
        bare = {title: without_verbs(title) for title in titles}
        called = {
            name: title for title, name in bare.items() if [*bare.values()].count(name) == 1 and len(name) >= _LEAST
        }
        names = called | {title: title for title in titles}
        written = max((name for name in names if match["title"].endswith(name)), key=len, default="")
        said = names.get(written, "")
        if not said or any(plain(title) == said for title in scope.titles_in(said)):
            continue
        rows = records(scope.store, "plan_sections", plans=scope.ids)
        found = [row for row in rows if plain(str(row["title"])) == said]
        if len({row["number"] for row in found}) != 1:
            raise Refusal("not_understood", suggest=[str(row["number"]) for row in found][:5], detail=said)
        question.take(match.end("title") - len(written), match.end())
        form.path = str(found[0]["number"]).split("/")
        here = {row["plan_id"] for row in found}
        return facts_of(scope.store, [plan for plan in scope.plans if plan["id"] in here])
    return scope
