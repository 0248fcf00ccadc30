"""Which store a target means: a path is an embedded database, an address a server."""

from __future__ import annotations

import os
from pathlib import Path

from graph.errors import SettingsError
from graph.messages import _
from graph.stores.embedded.store import DEFAULT_PATH, EmbeddedStore
from graph.stores.store import Store

__all__ = ["open_store"]


def open_store(target: str | Path | None = None, *, read_only: bool = False, password: str | None = None) -> Store:
    """Return the store that `target` names.

    Parameters
    ----------
    target
        The path of an embedded database, or the address of a Neo4j server: ``neo4j://host:7687``, ``neo4j+s://…``,
        ``bolt://…``. Left out: ``NEO4J_URI`` if that is set, else ``zerentu.lbug`` in the working directory.
    read_only
        Refuse to load and to remove.
    password
        For a server; ``NEO4J_PASSWORD`` when left out. The user is ``NEO4J_USERNAME`` (neo4j), the
        database ``NEO4J_DATABASE`` (the user's home database).

    Raises
    ------
    SettingsError
        If `target` is empty or no address of a server, or no password is set.

    Examples
    --------
    >>> open_store("石家庄.lbug").name
    '石家庄.lbug'
    """
    if target is None:
        target = os.environ.get("NEO4J_URI") or DEFAULT_PATH
    if isinstance(target, str):
        if not target.strip():
            raise SettingsError(_("没有给出图库名称；请给出文件路径，如 zerentu.lbug"))
        if "://" in target:
            return _server(target, read_only=read_only, password=password)
    return EmbeddedStore(target, read_only=read_only)


def _server(address: str, *, read_only: bool, password: str | None) -> Store:
    # Here, because the driver takes a quarter of a second that no other command should wait for.
    from graph.stores.server.bolt import Secret
    from graph.stores.server.store import Neo4jStore

    if password is None:
        if "NEO4J_PASSWORD" not in os.environ:
            raise SettingsError(_("连接服务器需要密码；请设置 NEO4J_PASSWORD（服务器未启用认证时设为空）"))
        password = Secret(os.environ["NEO4J_PASSWORD"])
    return Neo4jStore(
        address,
        username=os.environ.get("NEO4J_USERNAME") or "neo4j",
        password=password,
        database=os.environ.get("NEO4J_DATABASE") or "",
        read_only=read_only,
    )
