"""A server for one run: a socket, a token, the guard before the application; ends on Ctrl-C or by the page's button."""

from __future__ import annotations

import secrets
import webbrowser
from pathlib import Path

import uvicorn

from zerentu.library import limits_in_force, store_target
from zerentu.web.address import listening, origin_of
from zerentu.web.app import application
from zerentu.web.guard import ENTRY, Guard
from zerentu.web.office import Office
from zerentu.web.tray import Tray

__all__ = ["Served"]


class Served:
    """A server that listens already; `run` answers until it is stopped.

    Parameters
    ----------
    db
        Which store; see `zerentu.paths.store_target`.
    host
        A loopback address.
    port
        The port; 0 takes a free one.

    Attributes
    ----------
    address : str
        What to open in a browser, with the token.
    first_address : str
        What the browser is started with; it opens the page once.
    folder : Path
        Where files lie while it runs.

    Raises
    ------
    SettingsError
        If the address is not this computer's own or the port is taken.
    """

    def __init__(self, db: str | None = None, *, host: str = "127.0.0.1", port: int = 0) -> None:
        from ingest.files.limits import limit

        self._listener = listening(host, port)
        origin = origin_of(self._listener)
        token, ticket = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self.address = f"{origin}{ENTRY}?{token}"
        self.first_address = f"{origin}{ENTRY}?{ticket}"
        target = store_target(db)
        with limits_in_force():
            megabytes = limit("megabytes")
        tray = Tray(megabytes)
        self.folder = tray.folder
        office = self._office = Office(target if "://" in target else str(Path(target).absolute()), tray)
        app = Guard(application(office, self.stop), origin=origin, token=token, ticket=ticket)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                http="h11",
                loop="asyncio",
                ws="none",
                lifespan="on",
                # The token stands in the address of the first request: none is written down.
                access_log=False,
                log_config=None,
                server_header=False,
                proxy_headers=False,
                limit_concurrency=64,
                timeout_graceful_shutdown=3,
            )
        )

    def run(self, *, browser: bool = True) -> None:
        """Answer until somebody stops it; then no file and no process of it is left.

        Parameters
        ----------
        browser
            Open the page.
        """
        if browser:
            webbrowser.open(self.first_address)
        try:
            self._server.run(sockets=[self._listener])
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the port and throw the files away."""
        self._listener.close()
        self._office.close()

    def stop(self) -> None:
        """End the server after what it answers now."""
        self._server.should_exit = True
