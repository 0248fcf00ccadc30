"""The addresses of the server, each a few lines: what is done, the modules beside it do."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.errors import ReadError, SettingsError, StoreBusy, UnknownNameError, ZerentuError
from graph.messages import _
from zerentu.config import value_of
from zerentu.library import find_overrides, holds_plans, lexicon_in_force, open_store
from zerentu.output import plain, say
from zerentu.paths import beside
from zerentu.settings import tell
from zerentu.web.answers import answer_csv, answer_page
from zerentu.web.downloads import Wishes, download
from zerentu.web.pages import explorer_of, home_page
from zerentu.web.tray import Purpose, TooMuch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.stores.store import Store
    from viz.offline import Page
    from zerentu.web.office import Office

__all__ = ["application"]

#: Of a request that is no file.
_MOST_WORDS = 100_000
#: A browser that sends nothing for so long has gone.
_PATIENCE = 60
#: Stores that are open at a time: each takes its own memory.
_READERS = threading.BoundedSemaphore(3)
_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".zip": "application/zip",
}
Handler = Callable[[Request], Awaitable[Response]]


def application(office: Office, stop: Callable[[], None]) -> Starlette:
    """Return what answers requests that `zerentu.web.guard` lets through.

    Parameters
    ----------
    office
        What is worked on.
    stop
        Ends the server.
    """
    routes = _Routes(office, stop)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(office.close)

    paths: list[tuple[str, str, Handler]] = [
        ("GET", "/", routes.home),
        ("GET", "/explore", routes.explore),
        ("GET", "/now", routes.now),
        ("GET", "/plans", routes.plans),
        ("PUT", "/files", routes.receive),
        ("GET", "/files/{id}", routes.report),
        ("POST", "/files/{id}", routes.read_again),
        ("DELETE", "/files/{id}", routes.discard),
        ("POST", "/load", routes.load),
        ("POST", "/import", routes.take_in),
        ("POST", "/remove", routes.remove),
        ("POST", "/ask", routes.ask),
        ("POST", "/answer.csv", routes.answer_csv),
        ("POST", "/download/{name}", routes.download),
        ("POST", "/stop", routes.stop),
    ]
    return Starlette(
        routes=[Route(path, handler, methods=[method]) for method, path, handler in paths],
        exception_handlers={ZerentuError: _refused, HTTPException: _missing, ClientDisconnect: _gone},
        lifespan=lifespan,
    )


class _Routes:
    def __init__(self, office: Office, stop: Callable[[], None]) -> None:
        self._office = office
        self._stop = stop
        self._explorer: tuple[object, Page] | None = None

    async def home(self, request: Request) -> Response:
        return _html(home_page(self._office))

    async def explore(self, request: Request) -> Response:
        page = await run_in_threadpool(self._explorer_page)
        return _html(page) if page else RedirectResponse("/", status_code=303)

    def _explorer_page(self) -> Page | None:
        stamp = self._stamp()
        if stamp is not None and self._explorer is not None and self._explorer[0] == stamp:
            return self._explorer[1]
        with self._store() as store:
            if store is None:
                return None
            page = explorer_of(store, find_overrides(None, self._office.db))
        self._explorer = (stamp, page)
        return page

    def _stamp(self) -> object:
        """Return what the explorer depends on: the store, the files beside it, the day; None for a store on a server."""
        db = self._office.db
        if "://" in db:
            return None
        names = {"overrides": "zerentu.overrides.toml", "lexicon": "zerentu.lexicon"}
        set_here = [Path(found.text) if (found := value_of(key)) else beside(db, name) for key, name in names.items()]
        files = (Path(db), *set_here)
        return date.today(), [path.stat().st_mtime_ns if path.is_file() else None for path in files]

    async def now(self, request: Request) -> Response:
        return JSONResponse(self._office.now())

    async def plans(self, request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self._plans))

    def _plans(self) -> list[dict[str, Any]]:
        from queries import plans

        with self._store() as store:
            return [] if store is None else plain([dict(row) for row in plans.answer(store).records])

    async def receive(self, request: Request) -> Response:
        purpose = request.query_params.get("for", "")
        if purpose not in get_args(Purpose):
            raise HTTPException(400)
        said = request.headers.get("content-length", "")
        # Pieces without a length could go on for ever, and beside one they would mean another length.
        if not said.isdecimal() or "transfer-encoding" in request.headers:
            raise HTTPException(411)
        try:
            self._office.tray.refuse_early(int(said))
        except TooMuch:
            # A browser that still sends does not hear the answer; what is too large is not waited for.
            if int(said) <= self._office.tray.most:
                async for _part in _patient(request):
                    pass
            raise
        upload = await self._office.tray.receive(
            request.query_params.get("name", ""), cast("Purpose", purpose), int(said), _patient(request)
        )
        if purpose == "plan":
            self._office.read(upload)
        return JSONResponse(upload.summary(), status_code=201)

    async def report(self, request: Request) -> Response:
        upload = self._office.tray.find(request.path_params["id"])
        return JSONResponse(upload.report)

    async def read_again(self, request: Request) -> Response:
        given = await _words(request)
        upload = self._office.tray.find(request.path_params["id"])
        if upload.state not in ("read", "refused", "older"):
            raise SettingsError(_("{name} 还没有读完；请稍候", name=upload.name))
        self._office.read(upload, str(given.get("region") or "").strip() or None)
        return JSONResponse(upload.summary())

    async def discard(self, request: Request) -> Response:
        await run_in_threadpool(self._office.discard, self._office.tray.find(request.path_params["id"]))
        return JSONResponse({})

    async def load(self, request: Request) -> Response:
        given = await _words(request)
        self._office.load(_names(given), replace=given.get("replace") is True)
        return JSONResponse({}, status_code=202)

    async def take_in(self, request: Request) -> Response:
        self._office.take_in(_names(await _words(request)))
        return JSONResponse({}, status_code=202)

    async def remove(self, request: Request) -> Response:
        self._office.remove(str((await _words(request)).get("plan")))
        return JSONResponse({}, status_code=202)

    async def ask(self, request: Request) -> Response:
        question = str((await _words(request)).get("question") or "")
        return JSONResponse(await run_in_threadpool(self._asked, answer_page, question))

    async def answer_csv(self, request: Request) -> Response:
        question = str((await _words(request)).get("question") or "")
        text: str = await run_in_threadpool(self._asked, answer_csv, question)
        return _file(tell("回答") + ".csv", text.encode("utf-8"))

    def _asked(self, answered: Callable[[Store, str], Any], question: str) -> Any:
        with self._store() as store:
            if store is None:
                raise SettingsError(_("图库里还没有方案；请先载入方案"))
            return answered(store, question)

    async def download(self, request: Request) -> Response:
        wishes = Wishes.of(await _words(request))
        name, data = await run_in_threadpool(self._made, request.path_params["name"], wishes)
        return _file(name, data)

    def _made(self, name: str, wishes: Wishes) -> tuple[str, bytes]:
        with self._store() as store:
            if store is None:
                raise SettingsError(_("图库里还没有方案；请先载入方案"))
            return download(name, store, wishes, db=self._office.db, folder=self._office.tray.folder)

    async def stop(self, request: Request) -> Response:
        self._stop()
        return JSONResponse({})

    @contextmanager
    def _store(self) -> Iterator[Store | None]:
        """Open the store as it is now; nothing if there is none, or no plan in it."""
        db = self._office.db
        if "://" not in db and not Path(db).exists():
            yield None
            return
        with _READERS, lexicon_in_force(None, db), open_store(db) as store:
            yield store if holds_plans(store) else None


async def _patient(request: Request) -> AsyncIterator[bytes]:
    """Yield the body of a request piece by piece, as long as pieces come."""
    parts = request.stream()
    while True:
        try:
            async with asyncio.timeout(_PATIENCE):
                part = await anext(parts)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise ReadError(_("{name}：没有收全；请重新选择", name=request.query_params.get("name", ""))) from error
        yield part


async def _words(request: Request) -> Mapping[str, Any]:
    """Return the JSON object that a request brings."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415)
    body = b""
    async for part in _patient(request):
        body += part
        if len(body) > _MOST_WORDS:
            raise HTTPException(413)
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400) from error
    if not isinstance(found, dict):
        raise HTTPException(400)
    return found


def _names(given: Mapping[str, Any]) -> list[str]:
    files = given.get("files")
    if not isinstance(files, list) or not all(isinstance(each, str) for each in files):
        raise HTTPException(400)
    return files


def _html(page: Page) -> Response:
    return HTMLResponse(page.text.encode("utf-8", "replace"), headers={"Content-Security-Policy": page.policy})


def _file(name: str, data: bytes) -> Response:
    kind = _TYPES[name[name.rindex(".") :]]
    said = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=kind, headers={"Content-Disposition": said})


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, ZerentuError)
    status = {TooMuch: 413, UnknownNameError: 404, StoreBusy: 503}.get(type(error), 409)
    return JSONResponse({"why": say(error)}, status_code=status)


def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = {
        404: tell("没有这个地址"),
        405: tell("没有这个地址"),
        411: tell("浏览器没有说明文件大小；请换用较新的浏览器"),
        413: tell("内容太长"),
    }.get(error.status_code, tell("这个请求看不懂；请刷新页面"))
    return JSONResponse({"why": said}, status_code=error.status_code)


def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=400)
