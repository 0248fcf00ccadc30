"""A user's own words: aliases, agencies, industries, labels and role verbs from one plain text file.

One entry a line, `keyword name；field value；field value`, parsed strictly: whatever is not
understood is refused with file and line, because a line silently left out would be a
silent miss. The lexicon in force is a context variable, so that no function of the
grammar has to hand it on: `with using(read_lexicon(path)): …`. See docs/lexicon.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from graph.agencies.levels import regions_of
from graph.errors import SettingsError
from graph.files import read_text
from graph.messages import Message, _
from graph.model.identity import fold
from graph.model.schema import KINDS
from graph.words import Word

__all__ = [
    "EMPTY",
    "Entry",
    "IndustryEntry",
    "Lexicon",
    "active",
    "parse_lexicon",
    "read_lexicon",
    "remembered",
    "using",
]

_Text = TypeVar("_Text", bound=str | tuple[object, ...])
_Answer = TypeVar("_Answer")

_KINDS = {caption: kind for kind, (caption, _) in KINDS.items()}
_ROLES = {
    "牵头": "lead", "负责": "co_own", "配合": "support", "指导": "guide", "落实": "implement", "时限": "deadline",
}  # fmt: skip
#: Keyword to the fields that it must and may have.
_FIELDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "机构": ((), ("别名", "条线", "类别", "地区")),
    "别名": (("指",), ("地区",)),
    "行业": ((), ("别名", "代码", "属于")),
    "标签": (("角色",), ()),
    "动词": (("角色",), ()),
}
_LINE = re.compile(r"(?P<keyword>[^\s：:]+)[\s：:]+(?P<rest>.+)")
_FIELD = re.compile(r"(?P<name>[^\s：:]+)[\s：:]+(?P<value>.+)")
_NAME = re.compile(r"[^\s；;、，,。：:=#|]{1,40}(?: [^\s；;、，,。：:=#|]{1,40}){0,3}")
_CODE = re.compile(r"[A-Z]|[A-Z]?\d{2,4}")


@dataclass(frozen=True)
class Entry:
    """An agency of one's own, or (with `means`) another name for one that the grammar knows."""

    name: str
    spellings: tuple[str, ...]
    where: str
    number: int = 0
    means: str | None = None
    functional_line: str | None = None
    kind: str | None = None
    region: str | None = None


@dataclass(frozen=True)
class IndustryEntry:
    """An industry of one's own."""

    name: str
    aliases: tuple[str, ...]
    code: str | None
    broader: str | None
    where: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything one file adds; compared by identity, so that it can key a cache.

    Attributes
    ----------
    agencies : tuple of Entry
    industries : tuple of IndustryEntry
    labels : dict of str to str
        Label word to role, or to ``deadline``.
    verbs : dict of str to str
        Role verb to role.
    """

    agencies: tuple[Entry, ...] = ()
    industries: tuple[IndustryEntry, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)
    _spelled: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for entry in self.agencies:
            for word in entry.spellings:
                self._spelled[fold(word)] = (*self._spelled.get(fold(word), ()), entry)

    @property
    def words(self) -> tuple[Word, ...]:
        """The labels and verbs as rows of a table of words: classes ``label.ROLE`` and ``verb.ROLE``.

        Examples
        --------
        >>> [(word.text, word.kind) for word in parse_lexicon("标签 兜底单位；角色 配合").words]
        [('兜底单位', 'label.support')]
        """
        labels = (Word(text=text, kind=f"label.{role}", example=f"{text}：") for text, role in self.labels.items())
        verbs = (Word(text=text, kind=f"verb.{role}", example=text) for text, role in self.verbs.items())
        return (*labels, *verbs)

    def knows(self, name: str) -> bool:
        """Return whether `name` is an agency of this lexicon in any region."""
        return self.entry(name) is not None

    def entry(self, name: str) -> Entry | None:
        """Return the first entry for `name`, whatever its region."""
        return self._spelled[fold(name)][0] if self._spelled and fold(name) in self._spelled else None

    def agency(self, name: str, regions: Sequence[str]) -> Entry | None:
        """Return the entry for `name` in a plan of the first of `regions`; one for a region goes before a general one."""
        if not self._spelled:
            return None
        found = self._spelled.get(fold(name), ())
        local = [entry for entry in found if entry.region in regions]
        return next(iter(local or [entry for entry in found if entry.region is None]), None)


EMPTY = Lexicon()
#: Characters of a text that is worth remembering what it means; lists of agencies are longer than names.
_LONGEST = 200
#: So many answers are remembered of each function, with so many lexicons; then it begins anew.
_MOST, _LEXICONS = 8192, 4
_MEMORIES: list[dict[Lexicon, Any]] = []
_ACTIVE: ContextVar[Lexicon] = ContextVar("lexicon", default=EMPTY)


#: Return the lexicon in force; an empty one where none is. Every name and every pattern asks for it.
active = _ACTIVE.get


def remembered(function: Callable[[_Text], _Answer]) -> Callable[[_Text], _Answer]:
    """Let a function that depends on a text and on the lexicon in force alone answer what it was asked before from memory.

    Plans name the same bodies again and again, and every step of the reading asks of each name what it is. Long texts
    are not remembered: they do not come back, and would only fill the memory.
    """
    # One value, so that threads never mix two; a look into a dict takes a third of the time of one into `lru_cache`.
    held: tuple[Lexicon, dict[_Text, _Answer]] = (EMPTY, {})
    memories: dict[Lexicon, dict[_Text, _Answer]] = {EMPTY: held[1]}
    _MEMORIES.append(memories)

    @wraps(function)
    def asked(text: _Text) -> _Answer:
        nonlocal held
        lexicon, answers = held
        if lexicon is not _ACTIVE.get():
            lexicon = _ACTIVE.get()
            if lexicon not in memories and len(memories) >= _LEXICONS:
                memories.clear()
            held = lexicon, answers = lexicon, memories.setdefault(lexicon, {})
        try:
            return answers[text]
        except KeyError:
            pass
        answer = function(text)
        if len(text) <= _LONGEST:
            if len(answers) >= _MOST:
                answers.clear()
            answers[text] = answer
        return answer

    return asked


def forget() -> None:
    """Forget what `remembered` functions answered, for what measures or tests a first reading."""
    for memories in _MEMORIES:
        for answers in memories.values():
            answers.clear()


@contextmanager
def using(lexicon: Lexicon) -> Iterator[Lexicon]:
    """Let `lexicon` be in force inside the ``with`` block.

    Examples
    --------
    >>> from graph.agencies.resolve import resolve
    >>> with using(parse_lexicon("别名 改革办；指 市发展和改革委员会")):
    ...     resolve("改革办", "洛阳市").canonical
    '市发展和改革委员会'
    """
    token = _ACTIVE.set(lexicon)
    try:
        yield lexicon
    finally:
        _ACTIVE.reset(token)


def read_lexicon(path: str | Path) -> Lexicon:
    """Read a lexicon file.

    Raises
    ------
    SettingsError
        If the file cannot be opened or a line is not understood; names file and line.
    """
    text = read_text(Path(path), what=_("词表"))
    return parse_lexicon(text, str(path))


def parse_lexicon(text: str, name: str = "词表") -> Lexicon:
    """Parse the text of a lexicon; `name` is what errors and reasons call it.

    Raises
    ------
    SettingsError
        At the first line that is not understood.

    Examples
    --------
    >>> parse_lexicon("行业 氢能；属于 新能源；别名 氢能源、制氢").industries[0].aliases
    ('氢能源', '制氢')
    >>> parse_lexicon("机购 市热线中心", "a.txt")
    Traceback (most recent call last):
    graph.errors.SettingsError: a.txt:1: 机购 is not a keyword; use 机构, 别名, 行业, 标签 or 动词
    """
    found = _Reader(name)
    for number, line in enumerate(text.splitlines(), 1):
        said = line.split("#", 1)[0].strip()
        if said:
            found.line(number, said)
    return Lexicon(tuple(found.agencies), tuple(found.industries), found.labels, found.verbs)


class _Reader:
    """Collects the entries of one file, line by line."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.agencies: list[Entry] = []
        self.industries: list[IndustryEntry] = []
        self.labels: dict[str, str] = {}
        self.verbs: dict[str, str] = {}
        self._taken: dict[tuple[str, str, str], int] = {}
        self._at = 0

    def line(self, number: int, text: str) -> None:
        """Take one line."""
        self._at = number
        found = _LINE.fullmatch(text)
        keyword = found["keyword"] if found else text
        if keyword not in _FIELDS:
            raise self._wrong(_("“{keyword}”不是关键词；可用：机构、别名、行业、标签、动词", keyword=keyword))
        name, *rest = re.split("[；;]", found["rest"]) if found else [""]
        name = self._name(name.strip())
        fields = self._fields(keyword, rest)
        if "地区" in fields:
            fields["地区"] = self._region(fields["地区"])
        where = f"{Path(self.path).name} 第 {number} 行"
        if keyword == "机构":
            self._agency(number, name, fields, where)
        elif keyword == "别名":
            means = self._name(fields["指"])
            if fold(means) == fold(name):
                raise self._wrong(_("“{name}”指的就是自己", name=name))
            self._take("agency", [name], fields.get("地区"))
            self.agencies.append(Entry(name, (name,), where, number, means=means, region=fields.get("地区")))
        elif keyword == "行业":
            self._industry(name, fields, where)
        else:
            self._role(keyword, name, fields["角色"])

    def _agency(self, number: int, name: str, fields: dict[str, str], where: str) -> None:
        kind = fields.get("类别")
        if kind is not None and kind not in _KINDS:
            raise self._wrong(_("“{kind}”不是类别；可用：{kinds}", kind=kind, kinds=list(_KINDS)))
        spellings = tuple(dict.fromkeys([name, *self._names(fields.get("别名"))]))
        self._take("agency", spellings, fields.get("地区"))
        self.agencies.append(
            Entry(
                name, spellings, where, number, functional_line=fields.get("条线"), kind=_KINDS[kind] if kind else None,
                region=fields.get("地区"),
            )
        )  # fmt: skip

    def _industry(self, name: str, fields: dict[str, str], where: str) -> None:
        code = fields.get("代码")
        if code is not None and not _CODE.fullmatch(code):
            raise self._wrong(_("“{code}”不是 GB/T 4754 的代码", code=code))
        aliases = self._names(fields.get("别名"))
        self._take("industry", [name, *aliases], None)
        self.industries.append(IndustryEntry(name, aliases, code, fields.get("属于"), where))

    def _role(self, keyword: str, word: str, role: str) -> None:
        if role not in _ROLES or (keyword == "动词" and role == "时限"):
            usable = [each for each in _ROLES if keyword == "标签" or each != "时限"]
            raise self._wrong(_("“{role}”不是角色；可用：{usable}", role=role, usable=usable))
        self._take(keyword, [word], None)
        (self.labels if keyword == "标签" else self.verbs)[word] = _ROLES[role]

    def _fields(self, keyword: str, parts: Sequence[str]) -> dict[str, str]:
        must, may = _FIELDS[keyword]
        fields: dict[str, str] = {}
        for part in filter(None, (part.strip() for part in parts)):
            found = _FIELD.fullmatch(part)
            if not found or found["name"] not in (*must, *may):
                usable = [*must, *may]
                raise self._wrong(
                    _("“{part}”不是“{keyword}”的字段；可用：{usable}", part=part, keyword=keyword, usable=usable)
                )
            if found["name"] in fields:
                raise self._wrong(_("“{field}”写了两次", field=found["name"]))
            fields[found["name"]] = found["value"].strip()
        for name in must:
            if name not in fields:
                raise self._wrong(_("“{keyword}”后面缺少“{name}”", keyword=keyword, name=name))
        return fields

    def _names(self, text: str | None) -> tuple[str, ...]:
        return tuple(self._name(name.strip()) for name in re.split("[、，,]", text)) if text else ()

    def _name(self, name: str) -> str:
        if not _NAME.fullmatch(name):
            raise self._wrong(_("“{name}”不能作为名称", name=name))
        return name

    def _region(self, name: str) -> str:
        found = regions_of(name)
        if not found:
            raise self._wrong(_("“{name}”不是地区；请写全称，例如 洛阳市", name=name))
        return found[0].name

    def _take(self, what: str, words: Sequence[str], region: str | None) -> None:
        """Refuse a word that stands for two things in one region."""
        for word in words:
            key = (what, fold(word), region or "")
            if key in self._taken:
                raise self._wrong(_("“{word}”在第 {line} 行已经写过", word=word, line=self._taken[key]))
            self._taken[key] = self._at

    def _wrong(self, why: Message) -> SettingsError:
        return SettingsError(_("{path} 第 {line} 行：{why}", path=self.path, line=self._at, why=why))
