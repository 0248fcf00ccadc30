"""The scripts of a page as one: ES modules joined in the order of their imports, without a bundler.

A page must open from a file, where a browser loads no modules, so they become one script in the scope of a function.
All of them share that scope: a name stands for one thing in the whole page. What modules may write is only what this
needs: ``import { a, b } from "./x.js";`` (or ``import "./x.js";``) and ``export`` in front of a declaration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from posixpath import dirname, join, normpath

__all__ = ["joined"]

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.{1,2}/[^"\n]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) ([\w$]+))", re.MULTILINE)
_DECLARED = re.compile(r"^(?:const|let|class|function|async function) ([\w$]+)", re.MULTILINE)
#: A comment of types: for those who check the modules, not for those who read the page.
_TYPES = re.compile(r"^ */\*\*[^*]*(?:\*(?!/)[^*]*)*\*/\n", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(entry: str, read: Callable[[str], str] | None = None) -> str:
    """Return a module and all that it imports as one script that declares no global name.

    Parameters
    ----------
    entry
        The module, as its path in ``viz/static``.
    read
        Returns the text of a module by that path; by default that of the file.

    Raises
    ------
    ValueError
        If a module imports what another does not export, two declare the same name, or one imports or exports in
        another way.
    """
    read = read or _text
    exports: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    bodies: list[str] = []
    owner: dict[str, str] = {}

    # A module runs after those that it imports, as in a browser; of two that import each other the first met runs last.
    stack: list[tuple[str, str, Iterator[re.Match[str]]]] = []

    def enter(path: str) -> None:
        text = read(path).rstrip("\n") + "\n"
        exports[path] = set(_EXPORT.findall(text))
        stack.append((path, text, _IMPORT.finditer(text)))

    enter(entry)
    while stack:
        path, text, imports = stack[-1]
        for found in imports:
            other = normpath(join(dirname(path), found[2]))
            wanted += [(path, name.strip(), other) for name in (found[1] or "").split(",") if name.strip()]
            if other not in exports:
                enter(other)
                break
        else:
            stack.pop()
            body = _TYPES.sub("", _EXPORT.sub("", _IMPORT.sub("", text)))
            if left := _LEFT.search(body):
                raise ValueError(f"{path}: {left[0]!r} cannot be joined")
            for name in _DECLARED.findall(body):
                if name in owner:
                    raise ValueError(f"{path} and {owner[name]} both declare {name}")
                owner[name] = path
            bodies.append(body)
    for path, name, other in wanted:
        if name not in exports[other]:
            raise ValueError(f"{path} imports {name}, which {other} does not export")
    return "\n".join(["(() => {", '"use strict";', *bodies, "})();"])


def _text(path: str) -> str:
    return files("viz").joinpath("static").joinpath(path).read_text("utf-8")
