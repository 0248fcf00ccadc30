"""What an office sets once: ``zerentu.toml`` in the working directory, or the file that ``ZERENTU_CONFIG`` names.

For every setting the option of the command wins, then the environment, then the file, then the default.
Paths in the file are relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import SettingsError
from graph.messages import _
from graph.visible import visible

__all__ = ["NAME", "SETTINGS", "Value", "config_path", "read_config", "value_of"]

NAME = "zerentu.toml"
#: Setting to the environment variables that overrule the file, the strongest first.
SETTINGS: dict[str, tuple[str, ...]] = {
    "store": ("ZERENTU_DB", "NEO4J_URI"),
    "lexicon": ("ZERENTU_LEXICON",),
    "overrides": ("ZERENTU_OVERRIDES",),
    "region": ("ZERENTU_REGION",),
    "language": ("ZERENTU_LANG",),
    "bulletin_template": ("ZERENTU_BULLETIN_TEMPLATE",),
    "tasks_template": ("ZERENTU_TASKS_TEMPLATE",),
    "limits": ("ZERENTU_LIMITS",),
}
#: Settings that name a file.
_PATHS = ("store", "lexicon", "overrides", "bulletin_template", "tasks_template")
_LANGUAGES = ("zh", "en")
#: More than anybody writes; a file that is larger is another file.
_LARGEST = 100_000


@dataclass(frozen=True)
class Value:
    """What a setting is, and where that was said: the name of a variable, or the path of the file."""

    text: str
    source: str


def config_path() -> Path | None:
    """Return the file that is in force, or None if there is none.

    Raises
    ------
    SettingsError
        If ``ZERENTU_CONFIG`` names no file.
    """
    named = os.environ.get("ZERENTU_CONFIG")
    if named and not os.path.isfile(named):  # noqa: PTH113
        raise SettingsError(_("ZERENTU_CONFIG={path}：找不到这个文件；请改正或取消这个变量", path=named))
    if named or os.path.isfile(NAME):  # noqa: PTH113
        return Path(named or NAME)
    return None


def read_config(path: str | Path) -> Mapping[str, str]:
    """Return what a file sets.

    Raises
    ------
    SettingsError
        If it cannot be read, is no TOML, or sets what nobody knows.
    """
    path = Path(path)
    return _read(path.absolute(), path.name, path.stat().st_mtime_ns if path.is_file() else 0)


@cache
def _read(path: Path, name: str, changed: int) -> Mapping[str, str]:
    import tomllib

    try:
        data = path.read_bytes()
        if len(data) > _LARGEST:
            raise SettingsError(_("{path}：太大，不像设置文件；请检查", path=name))
        found = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(_("{path}：打不开（{why}）", path=name, why=error.strerror or "")) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise SettingsError(_("{path}：不是 UTF-8 编码的 TOML（{why}）", path=name, why=why)) from error
    return {key: _checked(path, name, key, value) for key, value in found.items()}


def _checked(path: Path, name: str, key: str, value: object) -> str:
    if key not in SETTINGS:
        import difflib

        near = difflib.get_close_matches(key, SETTINGS, n=1, cutoff=0.5)
        known = near or list(SETTINGS)
        raise SettingsError(_("{path}：没有 {key} 这项设置；可用的是 {known}", path=name, key=key, known=known))
    if key == "limits":
        return _limits(name, value)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(_('{path}：{key} 要写成文字，如 {key} = "…"', path=name, key=key))
    if visible(value) != value:
        raise SettingsError(_("{path}：{key} 里有看不见的控制字符；请重新输入", path=name, key=key))
    if key == "language" and value not in _LANGUAGES:
        raise SettingsError(_("{path}：language 只能是 {known}", path=name, known=list(_LANGUAGES)))
    if key in _PATHS and "://" not in value:
        return os.path.normpath(path.parent / value)
    return value


def _limits(name: str, value: object) -> str:
    """Return the table ``[limits]`` as the environment writes it: ``pages=3000 rows=100000``."""
    from ingest.files.limits import parse_limits

    if not isinstance(value, dict):
        raise SettingsError(_("{path}：读取上限要写成一节 [limits]，每行一项，如 pages = 3000", path=name))
    texts = [f"{key}={number}" for key, number in value.items()]
    parse_limits(texts, f"{name} [limits]")
    return " ".join(texts)


def value_of(setting: str) -> Value | None:
    """Return what the environment or the file sets, or None if neither does.

    Raises
    ------
    SettingsError
        If the file is wrong.
    """
    for variable in SETTINGS[setting]:
        if text := os.environ.get(variable):
            return Value(text, variable)
    path = config_path()
    text = read_config(path).get(setting) if path else None
    return Value(text, str(path)) if text else None
