"""Which store a target means: a path is an embedded database, an address a server."""

from __future__ import annotations

from pathlib import Path

from graph.embedded import DEFAULT_PATH, EmbeddedStore
from graph.errors import SettingsError
from graph.store import Store

__all__ = ["open_store"]


def open_store(target: str | Path | None = None, *, read_only: bool = False) -> Store:
    """Return the store that `target` names.

    Parameters
    ----------
    target
        The path of an embedded database; ``zerentu.lbug`` in the working directory when left out.
    read_only
        Refuse to load and to remove.

    Raises
    ------
    SettingsError
        If `target` is empty, or an address that no store answers to.

    Examples
    --------
    >>> open_store("石家庄.lbug").name
    '石家庄.lbug'
    """
    if target is None:
        target = DEFAULT_PATH
    if isinstance(target, str):
        if not target.strip():
            raise SettingsError("the store has no name; give the path of a database file, such as zerentu.lbug")
        scheme, found, _ = target.partition("://")
        if found:
            raise SettingsError(f"{scheme}:// is no store that can be opened yet; give the path of a database file")
    return EmbeddedStore(target, read_only=read_only)
