"""Plans that a question names by title or by what is left of it without place and kind of document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.words import Table
from queries.answers.later import Later
from queries.answers.task import Row
from queries.answers.titles import plain

__all__ = ["is_kind", "plans_called", "short_names"]

_WORDS = Table(__file__, "plan_names")
_REMARK = "(?:（[^）]*）)?"
#: What ends the title of a document and says nothing about its topic: 的实施方案（试行）.
_KIND = Later(lambda: rf"{_REMARK}(?:的?{_WORDS.pattern('kind_of')}*{_WORDS.pattern('kind')})+{_REMARK}$")
_ONLY_KIND = Later(lambda: f"{_WORDS.pattern('kind', 'kind_alone')}*")
_ABOUT = Later(lambda: rf"^(?:[^关]{{0,12}}人民政府)?(?:关于)?{_WORDS.pattern('about')}?")
_PERIOD = Later(lambda: r"^[“\"]?十[三四五六]五[”\"]?")
#: A plan of a township names no region of the gazetteer.
_TOWNSHIP = Later(lambda: r"[一-鿿]{2,5}?(?:镇|乡|街道|苏木)")
#: Shorter names are words of everyday language.
_LEAST = 4
#: The name of a township is one character shorter.
_SHORTEST = 3
#: Signs of many titles, a line each.
_SIGNS_OF_LINES = re.compile(r"[^一-鿿0-9a-z+\n]+")


def short_names(title: str, region: str | None) -> Iterator[str]:
    """Yield the names that people use for a plan, the longest first.

    Examples
    --------
    >>> list(short_names("云泽市低空物流发展实施方案", "云泽市"))
    ['云泽市低空物流发展实施方案', '低空物流发展实施方案', '低空物流发展', '低空物流']
    """
    bare = title.removeprefix(region) if region else title
    named = _PERIOD.sub("", bare)
    topic = _KIND.sub("", named)
    names = (title, bare, named, topic, _ABOUT.sub("", topic), _ABOUT.sub("", topic).removesuffix("发展"))
    yield from (name for name in dict.fromkeys(map(plain, names)) if len(name) >= _LEAST)
    township = None if region else _TOWNSHIP.match(title)
    if township:
        yield township[0]


def is_kind(words: str) -> bool:
    """Return whether some words only tell what kind of document is meant: 方案里, 规划."""
    return _ONLY_KIND.fullmatch(words) is not None


def _near(said: str, plans: Sequence[Row]) -> list[Row]:
    """Return the plans whose titles share three characters in a row with a text: the only ones that it can name.

    The names of a plan take several patterns to find, and a store may hold thousands.
    """
    together = _SIGNS_OF_LINES.sub("", "\n".join(str(plan["title"] or "").replace("\n", " ") for plan in plans).lower())
    runs = [run for run in {said[at : at + _SHORTEST] for at in range(len(said) - _SHORTEST + 1)} if run in together]
    if not runs:
        return []
    return [plan for plan, title in zip(plans, together.split("\n"), strict=True) if any(run in title for run in runs)]


def plans_called(text: str, plans: Sequence[Row]) -> tuple[list[Row], tuple[int, int] | None]:
    """Return the plans that a text names by the longest name in it, and where that name stands.

    Parameters
    ----------
    text
        A question, folded.
    plans
        Rows of the question ``plan_list``.
    """
    said = plain(text)
    found: dict[str, list[Row]] = {}
    for plan in _near(said, plans):
        name = next((name for name in short_names(str(plan["title"] or ""), plan["region"]) if name in said), None)
        if name:
            found.setdefault(name, []).append(plan)
    if not found:
        return [], None
    longest = max(found, key=len)
    match = re.search(r"[^一-鿿0-9a-z+]*".join(map(re.escape, longest)), text)
    return (found[longest], match.span()) if match else ([], None)
