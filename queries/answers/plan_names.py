"""Plans that a question names by title or by what is left of it without place and kind of document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from queries.answers.task import Row
from queries.answers.titles import plain

__all__ = ["is_kind", "plans_called", "short_names"]

#: What ends the title of a document and says nothing about its topic.
_KIND = re.compile(
    r"(?:（[^）]*）)?(?:的?(?:实施|行动|工作|专项行动|专项|建设|总体|试点)*(?:方案|规划|计划|意见|措施|办法|细则|要点|分工|通知))+(?:（[^）]*）)?$"
)
_ABOUT = re.compile(r"^(?:[^关]{0,12}人民政府)?(?:关于)?(?:印发|做好|开展|加强|推进|加快|促进)?")
_PERIOD = re.compile(r"^[“\"]?十[三四五六]五[”\"]?")
#: A plan of a township names no region of the gazetteer.
_TOWNSHIP = re.compile(r"[一-鿿]{2,5}?(?:镇|乡|街道|苏木)")
#: Shorter names are words of everyday language.
_LEAST = 4


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
    return (
        re.fullmatch(
            r"(?:实施|行动|工作|专项|方案|规划|计划|意见|措施|办法|细则|要点|分工|通知|文件|里|中|的|上)*", words
        )
        is not None
    )


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
    for plan in plans:
        name = next((name for name in short_names(str(plan["title"] or ""), plan["region"]) if name in said), None)
        if name:
            found.setdefault(name, []).append(plan)
    if not found:
        return [], None
    longest = max(found, key=len)
    match = re.search(r"[^一-鿿0-9a-z+]*".join(map(re.escape, longest)), text)
    return (found[longest], match.span()) if match else ([], None)
