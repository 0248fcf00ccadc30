"""Overrides: a TOML file that renames, merges, splits, adds and drops, by stable id.

The file is applied to a plan's graph before it is loaded, so nothing in a store is ever
edited: what is taken out of the file is gone after the next load. Every entry that took
effect leaves an Override node in the plan, which the audit shows; a merge is no more than
SAME_AS relationships from it. An entry of the kind ``counterpart`` changes no plan:
`queries.cascade` heeds it when two plans are compared. See docs/overrides.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import SettingsError
from graph.files import read_text
from graph.messages import Message, _
from graph.model.identity import make_id
from graph.model.schema import ROLES, relationship

__all__ = ["KINDS", "Override", "parse_overrides", "read_overrides"]

#: Kinds in the order in which they are applied, with caption.
KINDS = {
    "split": "拆分",
    "rename": "更名",
    "owner": "责任单位",
    "target": "目标",
    "merge": "合并",
    "counterpart": "上下对应",
}

_ID = re.compile(r"(?:agency|task|target|section|plan)-[0-9a-f]{16}")
_TABLE = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]", re.MULTILINE)
_SETS = ("plan", "section", "task")
_NUMBERS = {"value", "due", "baseline"}
_CHOICES = {
    "role": tuple(ROLES),
    "comparator": (">=", "<=", ">", "<", "=", "~"),
    "change": ("level", "increase", "decrease"),
    "verdict": ("accept", "reject"),
}
#: Kind to its forms: the keys that a form must have, and those that it may have besides ``note``.
_FORMS: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "rename": ((("agency", "name"), ()),),
    "merge": ((("agency", "same_as"), ()),),
    "counterpart": ((("up", "down", "verdict"), ()),),
    "split": ((("agency", "into"), ()),),
    "owner": (
        (("task", "add", "role"), ()),
        (("target", "add", "role"), ()),
        (("task", "drop"), ("role",)),
        (("target", "drop"), ("role",)),
    ),
    "target": (
        (("drop",), ()),
        (("within", "text", "metric"), ("value", "unit", "comparator", "change", "due", "baseline")),
    ),
}


@dataclass(frozen=True)
class Override:
    """One entry of the file: its kind, which one of that kind (from 1), the line it starts on, its values."""

    kind: str
    number: int
    where: str
    values: dict[str, Any]

    @property
    def key(self) -> str:
        """What the entry says, the same wherever it stands in the file; the note does not count."""
        said = {name: value for name, value in self.values.items() if name != "note"}
        return make_id("Override", self.kind, json.dumps(said, ensure_ascii=False, sort_keys=True))

    @property
    def subject(self) -> str:
        """Id of what is overridden."""
        names = ("agency", "task", "target", "within", "drop", "up")
        return str(next(self.values[name] for name in names if name in self.values))

    @property
    def note(self) -> str | None:
        """Why, if the file says so."""
        return self.values.get("note")


def read_overrides(path: str | Path) -> list[Override]:
    """Read a file of overrides.

    Raises
    ------
    SettingsError
        If the file cannot be opened, is not TOML, or an entry has a key, an id or a value that it may not have.
    """
    text = read_text(Path(path), what=_("更正文件"))
    return parse_overrides(text, str(path))


def parse_overrides(text: str, name: str = "zerentu.overrides.toml") -> list[Override]:
    r"""Parse the text of a file of overrides, in the order in which they are applied.

    Raises
    ------
    SettingsError
        As `read_overrides`.

    Examples
    --------
    >>> [found] = parse_overrides('[[rename]]\nagency = "agency-0123456789abcdef"\nname = "市数据局"')
    >>> found.kind, found.subject
    ('rename', 'agency-0123456789abcdef')
    """
    import tomllib  # most stores have no corrections

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            _("{name}：不是正确的 TOML（{why}）；字符串要用英文双引号括起来", name=name, why=error)
        ) from error
    except RecursionError as error:
        raise SettingsError(_("{name}：括号嵌套太深；更正文件里没有这样的写法", name=name)) from error
    lines: dict[str, list[int]] = {}
    for found in _TABLE.finditer(text):
        lines.setdefault(found[1], []).append(text.count("\n", 0, found.end()) + 1)
    return list(_entries(data, lines, name))


def _entries(data: dict[str, Any], lines: dict[str, list[int]], name: str) -> Iterator[Override]:
    for kind in data:
        if kind not in KINDS:
            raise SettingsError(
                _(
                    "{name}：没有“{kind}”这种更正；可用：{kinds}",
                    name=name,
                    kind=kind,
                    kinds=[f"[[{each}]]" for each in KINDS],
                )
            )
        if not isinstance(data[kind], list) or not all(isinstance(each, dict) for each in data[kind]):
            raise SettingsError(_("{name}：请用双方括号 [[{kind}]]，每条一个", name=name, kind=kind))
    seen: dict[str, str] = {}
    for kind in KINDS:
        for number, values in enumerate(data.get(kind, ()), 1):
            at = lines.get(kind, [])
            line = f"第 {at[number - 1]} 行" if number <= len(at) else f"第 {number} 条"
            where = f"{name} {line} [[{kind}]]"
            _check(kind, values, where)
            found = Override(kind, number, where, values)
            if found.key in seen:
                raise SettingsError(_("{where}：与 {other} 重复", where=where, other=seen[found.key]))
            seen[found.key] = where
            yield found


def _check(kind: str, values: dict[str, Any], where: str) -> None:
    forms = _FORMS[kind]
    given = set(values) - {"note"}
    form = next((must for must, may in forms if set(must) <= given <= {*must, *may}), None)
    if form is None:
        usable = " | ".join(", ".join([*must, *(f"{each}?" for each in may)]) for must, may in forms)
        raise SettingsError(
            _("{where}：写的是 {given}，应为 {usable}", where=where, given=sorted(given) or _("（空）"), usable=usable)
        )
    for key, value in values.items():
        problem = _problem(kind, key, value)
        if problem:
            raise SettingsError(_("{where}：{key} {problem}", where=where, key=key, problem=problem))


def _problem(kind: str, key: str, value: Any) -> Message | None:
    if key in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int if key != "value" else (int, float)):
            return _("应为数字")
        return None
    if key == "into":
        names = isinstance(value, list) and len(value) > 1 and all(isinstance(each, str) and each for each in value)
        return None if names else _("应为两个以上名称的列表")
    if not isinstance(value, str) or not value.strip():
        return _("应为文字")
    wanted = {"same_as": ("agency",), "within": _SETS, "up": ("task",), "down": ("task",)}.get(
        key, (key,) if key in ("agency", "task", "target") else ()
    )
    if key == "drop" and kind == "target":
        wanted = ("target",)
    if wanted and not (_ID.fullmatch(value) and value.startswith(wanted)):
        return _("应为标识，例如 {example}", example=f"{wanted[0]}-0123456789abcdef")
    if key in _CHOICES and value not in _CHOICES[key]:
        return _("应为 {choices} 之一", choices=_CHOICES[key])
    return None


def role_caption(role: str) -> str:
    """Return a role of the file in Chinese."""
    return relationship(ROLES[role]).caption
