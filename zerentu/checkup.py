"""What ``zerentu doctor`` looks at: each check says what it found, and what to do where something is missing."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from graph.errors import ZerentuError
from graph.messages import Message, _
from ingest.files.limits import from_environment
from zerentu._version import __version__
from zerentu.config import SETTINGS, config_path, read_config, value_of
from zerentu.paths import beside, open_store, store_target
from zerentu.settings import DEFAULT_DB

__all__ = ["Finding", "findings"]

#: What every console must be able to write: Chinese, the lines of tables, and a rare character of a name.
_SAMPLE = "责任图──①〔〕𠅤"
#: Chinese fonts that come with Windows and macOS.
_FONTS = {
    "Windows": ["C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/simsun.ttc", "C:/Windows/Fonts/simhei.ttf"],
    "Darwin": ["/System/Library/Fonts/PingFang.ttc", "/System/Library/Fonts/STHeiti Light.ttc"],
}
_DEFAULTS = {
    "store": DEFAULT_DB,
    "lexicon": _("图库旁边的 zerentu.lexicon"),
    "overrides": _("图库旁边的 zerentu.overrides.toml"),
    "region": _("从文中看"),
    "language": "zh",
    "bulletin_template": _("没有"),
    "tasks_template": _("没有"),
    "limits": _("见 docs/formats.md"),
}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes
    ----------
    item : Message
        What it is.
    state : str
        ``ok``; ``hint``, if something works less well than it could; ``fault``, if something does not work.
    found : Message or str
        What was found.
    remedy : Message or None
        What to do, if anything.
    """

    item: Message
    state: str
    found: Message | str
    remedy: Message | None = None


def findings(db: str | None = None) -> list[Finding]:
    """Return what there is to say about this installation and about a store.

    Parameters
    ----------
    db
        Which store; see `zerentu.paths.store_target`.
    """
    settings = list(_settings(db))
    # Without its settings nobody knows which store is meant.
    store = [] if any(each.state == "fault" for each in settings) else [_store(db)]
    return [_program(), *_libraries(), *settings, *store, _console(), _file_names(), _fonts()]


def _program() -> Finding:
    bits = "64" if sys.maxsize > 2**32 else "32"
    told = _(
        "zerentu {version}，Python {python}（{bits} 位），{system} {machine}",
        version=__version__,
        python=platform.python_version(),
        bits=bits,
        system=platform.system(),
        machine=platform.machine(),
    )
    if bits == "32":
        return Finding(_("程序"), "fault", told, _("请安装 64 位的 Python，32 位没有图库引擎"))
    return Finding(_("程序"), "ok", told)


def _libraries() -> Iterator[Finding]:
    """Yield the libraries with their versions in one line, then each that is missing or out of its range."""
    told = []
    try:
        wanted = requires("zerentu") or []
    except PackageNotFoundError:
        yield Finding(
            _("库"), "hint", _("没有安装 zerentu，是从源码运行的，看不出要哪些库"), _("请运行 python make.py demo")
        )
        return
    for text in wanted:
        if "extra ==" in text:
            continue
        name, bounds = re.fullmatch(r"([\w.-]+)([^;]*).*", text).groups()  # type: ignore[union-attr]
        remedy = _("请运行 python -m pip install '{wanted}'", wanted=name + bounds.strip())
        try:
            there = version(name)
        except PackageNotFoundError:
            yield Finding(_("库"), "fault", _("缺少 {name}", name=name), remedy)
            continue
        told.append(f"{name} {there}")
        if not _within(there, bounds):
            yield Finding(
                _("库"), "hint", _("{name} {there} 不在 {bounds} 之内", name=name, there=there, bounds=bounds), remedy
            )
    yield Finding(_("库"), "ok", "、".join(told))


def _within(there: str, bounds: str) -> bool:
    """Return whether a version lies in bounds such as ``<4,>=2.2``; parts that are no numbers count as nothing."""

    def numbers(text: str) -> tuple[int, ...]:
        return tuple(int(part) for part in re.findall(r"\d+", text.partition("+")[0])[:3])

    tests = {">=": tuple.__ge__, "<": tuple.__lt__, "==": tuple.__eq__}
    parts = re.findall(r"(>=|<|==)\s*([\d.]+)", bounds)
    return all(tests[sign](numbers(there), numbers(bound)) for sign, bound in parts)


def _settings(db: str | None) -> Iterator[Finding]:
    """Yield which file is in force, then each setting with where it comes from."""
    try:
        path = config_path()
        if path:
            read_config(path)
        from_environment()
    except ZerentuError as error:
        yield Finding(_("设置文件"), "fault", error.message, _("改正后再运行；说明见 docs/config.md"))
        return
    yield Finding(_("设置文件"), "ok", str(path.absolute()) if path else _("没有（可在当前文件夹放 zerentu.toml）"))
    for name in SETTINGS:
        given = db if name == "store" else None
        value = value_of(name)
        if given:
            yield Finding(_("设置 {name}", name=name), "ok", _("{value}（来自选项 --db）", value=given))
        elif value:
            yield Finding(
                _("设置 {name}", name=name), "ok", _("{value}（来自 {source}）", value=value.text, source=value.source)
            )
        else:
            yield Finding(_("设置 {name}", name=name), "ok", _("{value}（默认）", value=_DEFAULTS[name]))


def _store(db: str | None) -> Finding:
    """Open the store and count, which shows at once whether it is there, can be read and has our schema."""
    target = store_target(db)
    item = _("图库")
    if "://" not in target and not Path(target).exists():
        folder = beside(db, ".").resolve()
        if folder.is_dir() and not os.access(folder, os.W_OK):
            return Finding(
                item,
                "fault",
                _("{target} 还不存在，{folder} 不可写", target=target, folder=folder),
                _("换一个文件夹，或请管理员给写权限"),
            )
        return Finding(item, "hint", _("{target} 还不存在", target=target), _("用 zerentu load 方案文件夹 建立"))
    try:
        with open_store(target) as store:
            counted = store.answer(
                "MATCH (p:Plan) OPTIONAL MATCH (p)-[:HAS_SECTION|HAS_TASK*1..9]->(t:Task) "
                "RETURN count(DISTINCT p) AS plans, count(DISTINCT t) AS tasks"
            ).records[0]
            name = store.name
    except ZerentuError as error:
        remedy = _("图库坏了或出自别的版本时，换一个名称重新载入；服务器请检查地址、密码和是否已启动")
        return Finding(item, "fault", error.message, remedy)
    return Finding(item, "ok", _("{name}：方案 {plans} 份，任务 {tasks} 项", name=name, **counted))


def _console() -> Finding:
    encoding = sys.stdout.encoding or "ascii"
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        remedy = _("Windows：先运行 chcp 65001；其他系统：设 LANG=C.UTF-8；也可设 PYTHONUTF8=1。缺的字以 \\u… 显示")
        return Finding(_("控制台"), "hint", _("编码 {encoding}，写不出所有汉字", encoding=encoding), remedy)
    return Finding(_("控制台"), "ok", _("编码 {encoding}", encoding=encoding))


def _file_names() -> Finding:
    names = sys.getfilesystemencoding()
    told = _("区域 {locale}，文件名编码 {names}", locale=locale.setlocale(locale.LC_CTYPE), names=names)
    if names.lower().replace("-", "") == "utf8":
        return Finding(_("系统"), "ok", told)
    return Finding(_("系统"), "hint", told, _("设 LANG=C.UTF-8 或 PYTHONUTF8=1，否则中文文件名可能打不开"))


def _fonts() -> Finding:
    """Look for a font with Chinese characters, which the map and reports need in the browser."""
    system = platform.system()
    item = _("字体")
    if system in _FONTS:
        there = [Path(path).stem for path in _FONTS[system] if Path(path).exists()]
    elif shutil.which("fc-list"):
        try:
            done = subprocess.run(
                ["fc-list", ":lang=zh", "family"],
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=20,
            )
        except (OSError, subprocess.SubprocessError) as error:
            return Finding(
                item, "hint", _("fc-list 不能运行（{why}），看不出有没有中文字体", why=error), _("检查 fontconfig")
            )
        there = sorted({line.partition(",")[0] for line in done.stdout.splitlines() if line})
    else:
        return Finding(item, "hint", _("没有 fc-list，看不出有没有中文字体"), _("安装 fontconfig 后再检查"))
    if there:
        return Finding(item, "ok", there[0])
    remedy = _("安装一种中文字体（Debian、Ubuntu：fonts-noto-cjk），否则责任图上的字可能是方框")
    return Finding(item, "hint", _("没有中文字体"), remedy)
