"""Writing entries of an overrides file (`graph.overrides.file`)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from graph.overrides.file import Override

__all__ = ["to_toml"]


def to_toml(overrides: Iterable[Override]) -> str:
    r"""Return entries as the text of a file, each with its keys in the order in which they were said.

    Examples
    --------
    >>> from graph.overrides.file import parse_overrides
    >>> text = '[[rename]]\nagency = "agency-0123456789abcdef"\nname = "市数据局"\n'
    >>> to_toml(parse_overrides(text)) == text
    True
    """
    return "\n".join(_entry(each) for each in overrides)


def _entry(override: Override) -> str:
    lines = [f"{name} = {_value(value)}" for name, value in override.values.items()]
    return "\n".join([f"[[{override.kind}]]", *lines]) + "\n"


def _value(value: object) -> str:
    # What JSON writes of texts, numbers and lists of texts is TOML too, but for one control character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
