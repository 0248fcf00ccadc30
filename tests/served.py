"""A real server on a real port, and a client that says what it is told to say."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from zerentu.web.server import Served

#: A plan of a county with a task that nobody answers for.
PLAN = """栾川县节水实施方案

一、重点任务
（一）改造管网。2027年底前改造老旧管网30公里。（县水利局牵头，县财政局配合）
（二）宣传节水。每年组织一次活动。
"""


def waited(work: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine does, in a thread of its own: a browser of other tests may keep a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


class Client:
    """Asks a server; `headers` are those of its own page unless others are given."""

    def __init__(self, address: str, first_address: str) -> None:
        self.address = address
        self.first = urlsplit(first_address)
        self.where = urlsplit(address)
        self.origin = f"http://{self.where.netloc}"
        cookie = self.raw("GET", f"/open?{self.where.query}", {}).headers["set-cookie"].split(";")[0]
        self.headers = {"Cookie": cookie, "Origin": self.origin, "Sec-Fetch-Site": "same-origin"}

    def raw(self, method: str, path: str, headers: dict[str, str], body: Any = None) -> Reply:
        connection = http.client.HTTPConnection(str(self.where.hostname), self.where.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            return Reply(connection.getresponse())
        finally:
            connection.close()

    def ask(self, method: str, path: str, given: Any = None) -> Reply:
        headers = {**self.headers, **({} if given is None else {"Content-Type": "application/json"})}
        return self.raw(method, path, headers, None if given is None else json.dumps(given))

    def send(self, name: str, data: bytes, purpose: str = "plan") -> Reply:
        return self.raw("PUT", f"/files?for={purpose}&name={quote(name)}", self.headers, data)

    def now(self) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("GET", "/now").json()
        return found

    def done(self) -> dict[str, Any]:
        """Return what the page shows once all work is done."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            now = self.now()
            if not now["job"] and not now["waiting"]:
                return now
            time.sleep(0.05)
        raise AssertionError(f"still at work: {now}")

    def file(self, name: str) -> dict[str, Any]:
        """Return what the page shows of a file, once all work is done."""
        (found,) = [each for each in self.done()["files"] if each["id"] == name]
        return dict(found)


class Reply:
    """What came back, read whole."""

    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status = answer.status
        self.headers = {name.lower(): value for name, value in answer.getheaders()}
        self.body = answer.read()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.body)


@contextmanager
def serving(db: Path) -> Iterator[Client]:
    """Serve a store in a thread, and end it as the page's button does."""
    served = Served(str(db))
    folder = served.folder
    thread = threading.Thread(target=served.run, kwargs={"browser": False})
    thread.start()
    client = Client(served.address, served.first_address)
    try:
        yield client
    finally:
        served.stop()
        thread.join(timeout=30)
    assert not thread.is_alive()
    assert not folder.exists()
