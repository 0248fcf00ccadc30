"""The explorer: all that a store says of some plans as one page that opens offline.

The page holds the data once, as tables of rows, and its script draws one view at a time: what a reader has not asked
for costs nothing. Rows point at each other by their places, and sentences that several rows share stand once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from graph.model.schema import BASES, KINDS, ROLES, relationship
from viz.drawings import drawings
from viz.explorer_words import explorer_words
from viz.offline import Page, island, make_page, written_page

__all__ = [
    "Explorer",
    "ExplorerAgency",
    "ExplorerCascade",
    "ExplorerFinding",
    "ExplorerLink",
    "ExplorerOwner",
    "ExplorerPlan",
    "ExplorerProgress",
    "ExplorerRule",
    "ExplorerTarget",
    "ExplorerTask",
    "explorer_page",
    "write_explorer",
]


@dataclass(frozen=True, kw_only=True)
class ExplorerPlan:
    """A plan: its facts, whether it writes any lead, and its agencies (places) as the columns of its matrix in groups."""

    id: str
    title: str
    region: str | None
    level: str | None
    number: str | None
    issued: str | None
    draft: bool
    source: str
    lead_written: bool
    columns: Sequence[int]
    groups: Sequence[tuple[str, int]]


@dataclass(frozen=True, kw_only=True)
class ExplorerAgency:
    """An agency, with every other name that means it."""

    id: str
    name: str
    region: str | None
    level: str | None
    kind: str
    functional_line: str | None
    names: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ExplorerOwner:
    """An agency (its place) in a role, with the words that say so."""

    agency: int
    role: str
    basis: str
    inherited: bool
    open_ended: bool
    role_word: str | None
    written: str | None
    quote: str | None


@dataclass(frozen=True, kw_only=True)
class ExplorerProgress:
    """How far a task is: red, yellow, green or grey and why, the last day of its deadline, what was reported last."""

    light: str
    why: str
    due: str | None
    state: str
    share: float | None
    said: str | None
    agency: str | None
    reported: str | None


@dataclass(frozen=True, kw_only=True)
class ExplorerTask:
    """A task of a plan (its place) in document order; `years` are those of its deadline and its targets.

    `progress` is None unless offices reported on tasks of the plan.
    """

    id: str
    plan: int
    number: str
    title: str
    section: str
    kind: str
    text: str
    clause: str | None
    deadline: str | None
    years: Sequence[int]
    place: str
    owners: Sequence[ExplorerOwner]
    progress: ExplorerProgress | None = None


@dataclass(frozen=True, kw_only=True)
class ExplorerTarget:
    """A target of a plan, and of a task where it stands in one (their places); `owners` are agencies with their roles."""

    id: str
    plan: int
    task: int | None
    section: str | None
    metric: str
    quantitative: bool
    value: str
    year: int | None
    due: str
    text: str
    place: str
    owners: Sequence[tuple[int, str]]


@dataclass(frozen=True, kw_only=True)
class ExplorerRule:
    """A rule of the audit in the language of the page."""

    name: str
    caption: str
    doc: str
    severity: str


@dataclass(frozen=True, kw_only=True)
class ExplorerFinding:
    """What a rule (its place) found: in which plan, and task if it is in one (their places), with the sentence."""

    rule: int
    severity: str
    plan: int | None
    task: int | None
    number: str | None
    title: str | None
    agencies: Sequence[str]
    sentence: str | None
    about: str | None
    place: str


@dataclass(frozen=True, kw_only=True)
class ExplorerLink:
    """A verdict of a comparison: what stands above and below (places, None where nothing does) and a word about it."""

    verdict: str
    serious: bool
    up: int | None
    down: int | None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class ExplorerCascade:
    """What a plan below makes of one above (their places).

    `tasks` are counterparts, tasks above without one and new ones below; `targets` those above with their counterpart;
    `owners` changes of owners of two tasks, told in `note`.
    """

    above: int
    below: int
    tasks: Sequence[ExplorerLink]
    targets: Sequence[ExplorerLink]
    owners: Sequence[ExplorerLink]


@dataclass(frozen=True, kw_only=True)
class Explorer:
    """All that a page holds; `made` is the day it was made, `levels` are words that begin names of agencies."""

    title: str
    made: str
    levels: Sequence[str]
    plans: Sequence[ExplorerPlan]
    agencies: Sequence[ExplorerAgency]
    tasks: Sequence[ExplorerTask]
    targets: Sequence[ExplorerTarget]
    rules: Sequence[ExplorerRule]
    findings: Sequence[ExplorerFinding]
    cascades: Sequence[ExplorerCascade] = ()


def write_explorer(path: str | Path, content: Explorer, *, lang: str = "zh") -> Path:
    """Write an explorer as one offline HTML file.

    Parameters
    ----------
    path
        The file to write.
    content
        What the page holds.
    lang
        ``zh`` or ``en``: language of the page's own words. The plans' words stay as they are.

    Raises
    ------
    SettingsError
        If `lang` is not a language of the page, or the file cannot be written.
    """
    return written_page(path, explorer_page(content, lang=lang))


def explorer_page(content: Explorer, *, lang: str = "zh", home: str | None = None) -> Page:
    """Return an explorer as a page.

    Parameters
    ----------
    content, lang
        As `write_explorer` takes them.
    home
        Where a server has its own page, for a link back to it.

    Raises
    ------
    SettingsError
        If `lang` is not a language of the page.
    """
    words = explorer_words(lang)
    return make_page(
        "explorer",
        lang=lang,
        title=content.title,
        words=words,
        home=home,
        data=island(_payload(content, words, int(lang == "en"))),
    )


def _payload(content: Explorer, words: dict[str, str], caption: int) -> dict[str, Any]:
    texts: dict[str | None, int] = {None: 0}
    kinds = [relationship(name) for name in ROLES.values()]
    return {
        "title": content.title,
        "made": content.made,
        "words": words,
        "levels": content.levels,
        "roles": [
            {"name": name, "caption": (kind.caption, kind.english)[caption], "doc": words[f"doc_{name}"]}
            for name, kind in zip(ROLES, kinds, strict=True)
        ],
        "bases": [
            {"name": name, "caption": said[caption], "doc": words[f"doc_{name}"]} for name, said in BASES.items()
        ],
        "kinds": [{"name": name, "caption": said[caption]} for name, said in KINDS.items()],
        **{
            name: _table(getattr(content, name), texts)
            for name in ("plans", "agencies", "tasks", "targets", "rules", "findings", "cascades")
        },
        "drawings": drawings(content),
        "texts": list(texts),
    }


def _table(rows: Sequence[Any], texts: dict[str | None, int]) -> dict[str, Any]:
    """Return rows of one class as their columns and values."""
    names = [field.name for field in fields(rows[0])] if rows else []
    return {"columns": names, "rows": [[_value(getattr(row, name), name, texts) for name in names] for row in rows]}


def _value(value: Any, name: str, texts: dict[str | None, int]) -> Any:
    if name == "progress":
        return value and asdict(value)
    if isinstance(value, Sequence) and value and isinstance(value[0], ExplorerLink):
        return [list(asdict(each).values()) for each in value]
    if name == "owners":
        return [_owner(each, texts) for each in value]
    # What many rows repeat stands once; the script knows these columns by their names.
    return texts.setdefault(value, len(texts)) if name in _POOLED else value


#: Columns that hold the place of a text.
_POOLED = frozenset({"section", "clause", "sentence"})


def _owner(owner: Any, texts: dict[str | None, int]) -> Any:
    if not isinstance(owner, ExplorerOwner):
        return owner
    said = (owner.role_word, owner.written, owner.quote)
    marks = int(owner.inherited) + 2 * int(owner.open_ended)
    return [owner.agency, owner.role, owner.basis, marks, *(texts.setdefault(each, len(texts)) for each in said)]
