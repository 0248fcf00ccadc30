"""Who may ask: every request is checked before anything else sees it, and every answer says what a browser may do with it.

A token that is made for each run stands in the address that the browser is opened with. It is kept as a cookie that
scripts cannot read and other sites cannot send, so that it goes out of the address at once, and that links, downloads
and the pages of the explorer need no script to carry it. The address that a browser is started with can be read in the
list of the system's processes, so its token opens the page once; the one that is printed opens it again. Cookies of
one computer go to all its ports, hence the port in its name and the second check: what a page of another origin sends
has another ``Origin`` or ``Sec-Fetch-Site``. A name that somebody makes point at this computer (DNS rebinding) has
another ``Host``.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from zerentu.settings import tell

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["ENTRY", "Guard"]

#: Where the address of a run leads: with the token once, and without it from then on.
ENTRY = "/open"
_READING = ("GET", "HEAD")
#: On everything that goes out. Pages bring their own policy; whatever else is looked at may do nothing.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


class Guard:
    """Lets through what comes from the page of this run, and nothing else.

    Parameters
    ----------
    app
        What answers the rest.
    origin
        ``http://127.0.0.1:PORT``, as the browser knows it.
    token
        Of this run, as often as it is used.
    ticket
        Another that opens the page once.
    """

    def __init__(self, app: ASGIApp, *, origin: str, token: str, ticket: str) -> None:
        self._app = app
        self._origin = origin
        self._host = origin.removeprefix("http://")
        self._token = token
        self._ticket: str | None = ticket
        self._session = secrets.token_urlsafe(32)
        self._cookie = f"zerentu-{origin.rpartition(':')[2]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                policy = headers.get("Content-Security-Policy")
                headers["Content-Security-Policy"] = f"{policy}; frame-ancestors 'none'" if policy else _POLICY
            await send(message)

        answer = self._refused(scope) or self._entry(scope)
        await (answer or self._app)(scope, receive, send_guarded)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") != [self._host]:
            return _no(421, tell("这个地址不对；请用启动时打开的网页"))
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin != self._origin:
            return _no(403, tell("别的网页不能访问这里"))
        if site not in (None, "same-origin", "none"):
            return _no(403, tell("别的网页不能访问这里"))
        if scope["method"] not in _READING and origin is None:
            return _no(403, tell("别的网页不能访问这里"))
        if scope["path"] != ENTRY and not self._knows(Request(scope).cookies):
            return _no(403, tell("没有凭证；请用启动时打开的网页，或把启动窗口里的地址整个复制到浏览器"))
        return None

    def _entry(self, scope: Scope) -> Response | None:
        if scope["path"] != ENTRY:
            return None
        given: bytes = scope["query_string"]
        if self._ticket is not None and hmac.compare_digest(given, self._ticket.encode()):
            self._ticket = None
        elif not hmac.compare_digest(given, self._token.encode()):
            return _no(403, tell("没有凭证；请用启动时打开的网页，或把启动窗口里的地址整个复制到浏览器"))
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._cookie, self._session, httponly=True, samesite="strict", path="/")
        return answer

    def _knows(self, cookies: Mapping[str, str]) -> bool:
        return hmac.compare_digest(cookies.get(self._cookie, "").encode("latin-1", "replace"), self._session.encode())


def _no(status: int, text: str) -> Response:
    return PlainTextResponse(text + "\n", status_code=status)
