"""Where things are: which store is meant, what lies beside it, which files a path stands for."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path

from graph.errors import ReadError
from graph.messages import _
from graph.stores.store import Store
from zerentu.config import value_of
from zerentu.settings import DEFAULT_DB

__all__ = ["beside", "documents_in", "open_store", "plan_files", "sample_plan", "store_target"]

#: Endings of documents that are not read. A folder stands for them too, so that each is named with the way to convert it.
_UNREAD = (".doc", ".wps", ".rtf", ".odt", ".ofd", ".ceb", ".xls", ".et")
#: Endings of files that this program leaves beside a store, or reads there.
_OURS = (".lbug", ".known", ".lock", ".new", ".toml", ".lexicon")


def sample_plan() -> Path:
    """Return the path of the sample plan that comes with the package; its city and its figures are made up."""
    return next(Path(__file__).with_name("sample").glob("*.txt"))


def store_target(db: str | Path | None = None) -> str:
    """Return which store is meant.

    `db`, else ``ZERENTU_DB``, else ``NEO4J_URI``, else ``store`` in zerentu.toml, else ``zerentu.lbug`` in the working
    directory.
    """
    if db:
        return str(db)
    found = value_of("store")
    return found.text if found else DEFAULT_DB


def beside(db: str | Path | None, name: str) -> Path:
    """Return the path of a file called `name` beside a store; for a server, in the working directory."""
    target = store_target(db)
    return Path(name) if "://" in target else Path(target).parent / name


def open_store(db: str | Path | None = None, *, read_only: bool = True) -> Store:
    """Open a store; use it as a context manager, or close it.

    Raises
    ------
    StoreUnavailable
        If it does not exist or cannot be opened.
    """
    from graph.stores.open import open_store as open_any

    return open_any(store_target(db), read_only=read_only)


def plan_files(paths: Iterable[str | Path]) -> list[Path]:
    """Return the files that some paths mean, each once.

    A folder stands for the documents below it, in name order; documents of formats that are not read are among
    them, so that nobody believes they were. A path with ``*``, ``?`` or ``[…]`` stands for what it matches, unless
    there is a file of that name. Word's lock files (``~$…``) and hidden files are left out of both.

    Raises
    ------
    ReadError
        If a folder holds no document or a pattern matches nothing.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found.extend(documents_in(path)[0])
        elif has_magic(str(path)) and not path.exists():
            found.extend(_matches(path))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def documents_in(folder: Path) -> tuple[list[Path], Counter[str]]:
    """Return the documents below a folder, and how many other files of which ending lie there, our own apart.

    Raises
    ------
    ReadError
        If there is no document.
    """
    from ingest.files.read import SUFFIXES

    inside: list[Path] = []
    others: Counter[str] = Counter()
    for path in _below(folder):
        ending = path.suffix.lower()
        if ending in SUFFIXES or ending in _UNREAD:
            inside.append(path)
        elif ending not in _OURS and not any(map(_is_aside, path.relative_to(folder).parts)):
            others[ending] += 1
    if not inside:
        raise ReadError(
            _(
                "{folder}：文件夹里没有 {endings} 文件；请写出文件名，或把方案放进去",
                folder=folder,
                endings=list(SUFFIXES),
            )
        )
    return sorted(inside), others


def _is_aside(part: str) -> bool:
    """Return whether a part of a path is hidden, or a folder of parts of a cluster."""
    return part.startswith(".") or part.endswith(".parts")


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, also behind links to folders, each of which is entered once."""
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (path for path in map(Path(place).joinpath, names) if _is_document(path))


def _matches(pattern: Path) -> list[Path]:
    anchor = Path(pattern.anchor)
    matches = sorted(p for p in anchor.glob(str(pattern.relative_to(pattern.anchor))) if _is_document(p))
    if not matches:
        raise ReadError(_("{pattern}：没有匹配的文件；请检查文件夹和扩展名", pattern=pattern))
    return matches


def _is_document(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(("~$", "."))
