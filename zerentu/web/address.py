"""Where the server listens: on this computer only, under an address that nobody can guess."""

from __future__ import annotations

import socket
import sys
from ipaddress import ip_address

from graph.errors import SettingsError
from graph.messages import _

__all__ = ["listening", "origin_of"]


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens on a loopback address.

    Parameters
    ----------
    host
        A loopback address: others would let other computers in.
    port
        The port; 0 takes a free one.

    Raises
    ------
    SettingsError
        If the address is not this computer's own, or the port is taken.
    """
    try:
        loopback = ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise SettingsError(
            _("--host {host}：只能用本机地址 127.0.0.1 或 ::1；这个网页没有账户和口令，不能给别的电脑用", host=host)
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform == "win32":
        # There another program could else listen on the same port.
        found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        # A port that was given is free at once when a run ends, not after a minute.
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen(128)
    except OSError as error:
        found.close()
        raise SettingsError(
            _(
                "{host}:{port} 用不了（{why}）；请换一个 --port，或不写 --port",
                host=host,
                port=port,
                why=error.strerror or "",
            )
        ) from error
    return found


def origin_of(listener: socket.socket) -> str:
    """Return what a browser calls a listening socket: ``http://127.0.0.1:8123``."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
