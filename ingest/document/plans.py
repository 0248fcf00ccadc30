"""Where the plans of a file begin: behind a covering notice, one after the other, at their title lines.

A plan begins at its title line; a new one begins where the chapters start again at 一
behind another title line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.width import fold_width
from ingest.document.edge_lines import ANNEX_LIST, BODY_NAME, DATE_LINE, SIGNATURE, lists_annexes
from ingest.document.words import any_of
from ingest.language.item_numbers import read_marker
from ingest.language.paragraphs import Paragraph
from ingest.language.role_verbs import ROLE_WORDS
from ingest.language.titles import NOT_TITLE, TITLE, is_table_title, is_title, names_things, without_legend

__all__ = ["PlanText", "find_plans"]

_TITLE_TAIL = re.compile(r"\(\d{4}.{0,14}年\)|\(试行\)|\(修订\)")
_NUMBERED_ANNEX = re.compile(r"^附\s?(?:件|表)?\s?:\s?\d")
_PRINTS = re.compile(rf"{any_of('prints')}(?:.{{0,12}}?关于)?(?P<what>.{{2,90}}?)的?通知$")
#: A label with agencies or a bracket with a role: a notice that has one gives tasks of its own.
_SAYS_WHO = re.compile(
    rf"{ROLE_WORDS.pattern('notice.label')}(?:单位|部门)\s?:|\([^()]{{2,200}}{ROLE_WORDS.pattern('narrated')}\)"
)
#: A plan's preface has at most so many paragraphs between its title and its first chapter.
_PREFACE = 6


@dataclass(frozen=True)
class PlanText:
    """The paragraphs of one plan of a file: its title lines and its body, and the annex (附件2) that it stands in, if any."""

    title: str
    head: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    annex: str = ""


def find_plans(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[PlanText]]:
    """Split the paragraphs of a file into what comes before its plans and the plans.

    Returns
    -------
    head : list of Paragraph
        Covering notice: everything before the first plan's title.
    plans : list of Plan
        At least one; the only plan of a file without any title has the empty title.
    """
    starts = _plan_starts(paragraphs)
    if len(starts) > 1 and _is_notice(paragraphs[starts[0][0] : starts[1][0]], paragraphs[slice(*starts[1])]):
        starts = starts[1:]
    if not starts:
        # 附件 above a title and a table: the title is the annex's, which keeps its number.
        at = next((at for at, line in enumerate(paragraphs[:8]) if not line.table and is_title(line.folded)), None)
        at = _above_table(paragraphs) if at is None else at
        lines = [] if at is None else paragraphs[_title_begin(paragraphs, at) : at + 1]
        return [], [PlanText(_joined(lines), tuple(lines), tuple(paragraphs))]
    plans = []
    for (begin, end), following in zip(starts, [*starts[1:], (len(paragraphs), 0)], strict=True):
        lines = [paragraph.cut(_title_offset(paragraph)) for paragraph in paragraphs[begin:end]]
        body = tuple(paragraphs[end : following[0]])
        plans.append(PlanText(_joined(lines), tuple(lines), body, _annex(paragraphs, begin)))
    return paragraphs[: starts[0][0]], plans


def _above_table(paragraphs: list[Paragraph]) -> int | None:
    """Return where the title of the first table stands: the last line above it that can be one, or None."""
    first = next((at for at, line in enumerate(paragraphs[:8]) if line.table), 0)
    return next((at for at in reversed(range(first)) if is_table_title(without_legend(paragraphs[at].folded))), None)


def _annex(paragraphs: list[Paragraph], title: int) -> str:
    """Return the annex whose heading stands right before a title, or on its line; ``""`` if there is none."""
    before = paragraphs[title - 1] if title else None
    marker = read_marker(before.folded) if before and not before.table else None
    if marker and marker.kind == "annex":
        return marker.number
    named = ANNEX_LIST.match(paragraphs[title].folded)
    return re.sub(r"[\s:]", "", named[0]) if named else ""


def _joined(lines: list[Paragraph]) -> str:
    return "".join(re.sub(r"\s", "", line.text) for line in lines)


def _is_notice(paragraphs: list[Paragraph], title: list[Paragraph]) -> bool:
    """Return whether what stands before another plan only prints it: its own title names that plan, and it says of nobody what to do.

    Numbered requests (一、高度重视…) make no plan of it. A notice that is only cited (落实《…的通知》) is no title.
    """
    named = ""
    for paragraph in paragraphs[:4]:
        if "。" in paragraph.folded or paragraph.folded.endswith(":"):
            break
        named += re.sub(r"\s", "", paragraph.folded)
        printed = _PRINTS.search(named)
        if printed:
            plan = _bare(_joined(title))
            what = _bare(printed["what"])
            names_it = what in plan or plan in what or _alike(what, plan)
            return names_it and not any(_SAYS_WHO.search(each.folded) for each in paragraphs)
    return False


def _alike(one: str, other: str) -> bool:
    """Return whether two titles share most pairs of characters: one of them may have been typed wrongly."""
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) >= 0.7 * (len(pairs[0]) + len(pairs[1]))


def _bare(title: str) -> str:
    return re.sub(r"[《》“”\"\s]|\([^()]*\)", "", fold_width(title))


def _title_offset(paragraph: Paragraph) -> int:
    """Return where a title begins in its line: behind 附件： if that stands before it."""
    match = ANNEX_LIST.match(paragraph.folded)
    return match.end() if match else 0


def _plan_starts(paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
    """Return, for each plan, the range of its title lines."""
    starts: list[tuple[int, int]] = []
    last_title: tuple[int, int] | None = None
    only: tuple[int, int] | None = None
    outside, chapters, listing, annexed = True, 0, False, False
    for index, paragraph in enumerate(paragraphs):
        marker = None if paragraph.table else read_marker(paragraph.folded)
        # 附件：1.… 2.… names several; 附件：洛阳市行动方案 may be the title of what follows.
        listing = _NUMBERED_ANNEX.match(paragraph.folded) is not None or (
            listing and marker is not None and lists_annexes(paragraph, marker, listing)
        )
        if listing:
            continue
        if marker and marker.kind == "annex":
            outside = False if chapters else outside
            annexed = True
            continue
        if marker and marker.rank <= 6:
            if last_title and (outside or marker.value == 1) and marker.rank <= 3:
                if not starts or (marker.value == 1 and chapters):
                    starts.append(last_title)
                    last_title = None
            elif last_title and (
                (outside and not starts) or (starts and marker.value == 1 and _signed_before(paragraphs, last_title[0]))
            ):
                starts.append(last_title)
                last_title = None
            outside = False
            chapters += marker.rank <= 3
            continue
        if not paragraph.table and is_title(ANNEX_LIST.sub("", paragraph.folded)):
            # The title of an annex that only names things is none of a plan.
            if not (annexed and chapters and names_things(paragraph.folded)):
                last_title = (_title_begin(paragraphs, index), index + 1)
            annexed = False
        elif last_title and last_title[1] == index and _TITLE_TAIL.fullmatch(paragraph.folded):
            last_title = (last_title[0], index + 1)
        elif last_title and (paragraph.table or (chapters and index - last_title[1] > _PREFACE)):
            # A table below a title, or running text far behind it: the title is of an annex or a mere phrase.
            only, last_title = only or last_title, None
    if only and any(read_marker(paragraph.folded) for paragraph in paragraphs[: only[0]]):
        only = None
    # A file may be nothing but a title and a table; one that begins with 附件 is that annex.
    lone = last_title or only
    if not starts and lone:
        starts.append(lone)
    return starts


def _signed_before(paragraphs: list[Paragraph], title: int) -> bool:
    """Return whether a date line stands right before a title: what went before is signed, another text begins."""
    return any(DATE_LINE.fullmatch(paragraph.folded) for paragraph in paragraphs[max(0, title - 3) : title])


def _title_begin(paragraphs: list[Paragraph], last: int) -> int:
    """Return where the lines of a title begin whose last line is given: up to three short lines without punctuation."""
    begin = last
    while begin > 0 and last - begin < 3:
        folded = paragraphs[begin - 1].folded
        if (
            paragraphs[begin - 1].table
            or paragraphs[begin - 1].text.strip() == paragraphs[begin].sheet
            or len(folded) > 45
            or NOT_TITLE.search(folded)
            or TITLE.search(folded)
            or DATE_LINE.search(folded)
            or "〕" in paragraphs[begin - 1].text
            or read_marker(folded)
            or SIGNATURE.search(folded)
        ):
            break
        begin -= 1
    # An issuer's name on a line of its own above 关于… belongs to the letterhead, unless the title goes on from it (印发…).
    while (
        begin < last
        and BODY_NAME.match(paragraphs[begin].folded)
        and not paragraphs[begin + 1].folded.startswith(("印发", "关于"))
    ):
        begin += 1
    return begin
