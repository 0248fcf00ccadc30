"""The one module that touches the Neo4j driver: connects, reads, writes, and says what went wrong.

A server does not keep a reader apart from a commit that is going on: a query can see the nodes of a
plan and not yet its relationships. The bookmarks of the driver tell whether anything was committed
while a query ran; then it is asked again (`Server.read`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions

from graph.errors import SettingsError, StoreBusy, StoreError, StoreUnavailable
from graph.messages import _
from graph.stores.server.bolt_errors import sentence

__all__ = ["SCHEMES", "Secret", "Server", "Work", "batches", "supported"]

T = TypeVar("T")

#: What a transaction can do: run a statement with its parameters and return all its records.
Work = neo4j.ManagedTransaction

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")

_OLDEST = 5
_ATTEMPTS = 30
_BATCH = 5_000
_UNRECOGNISED = re.compile(r"Unknown(?:Label|RelationshipType|PropertyKey)Warning\Z")
_NAMED = re.compile(r"`(?P<quoted>[^`]+)`| is: (?P<plain>[^)]+)\)")

# Without a handler of its own the driver's talk about retries and notifications goes to standard error.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Secret(str):
    """A password that shows itself in no traceback and no dump of local variables."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


class Server:
    """A connection to one database of a server; made when it is first used.

    Parameters
    ----------
    address
        Such as ``neo4j://localhost:7687``; holds no user and no password.
    username, password
        Who logs in; a server without authentication takes an empty password.
    database
        Name of the database; the user's home database when empty.

    Raises
    ------
    SettingsError
        If `address` is none, or holds a password.
    """

    def __init__(self, address: str, *, username: str, password: Secret, database: str = "") -> None:
        self.name = _checked(address) + (f" ({database})" if database else "")
        self._database = database or None
        self._username = username
        self._make = partial(
            neo4j.GraphDatabase.driver,
            address,
            auth=neo4j.basic_auth(username, password) if password else None,
            connection_timeout=10,
            notifications_min_severity="OFF",
            user_agent="zerentu",
        )
        with self._sentences():
            self._driver = self._make()
        # None as long as there is no connection.
        self._bookmarks = neo4j.Bookmarks.from_raw_values(())

    def close(self) -> None:
        """Let go of all connections."""
        self._driver.close()

    def read(self, work: Callable[[Work], T], *, timeout: float | None = None) -> T:
        """Return what `work` reads, from one state of the database: nothing was committed meanwhile, or it changed nothing.

        Raises
        ------
        StoreBusy
            If the database is never at rest and every answer differs from the one before.
        """
        previous: list[T] = []
        for _attempt in range(_ATTEMPTS):
            before = self._bookmarks
            with self._session(neo4j.READ_ACCESS, bookmarks=before) as session:
                answer = session.execute_read(neo4j.unit_of_work(timeout=timeout)(work))
                self._bookmarks = session.last_bookmarks()
            if self._bookmarks.raw_values == before.raw_values or previous == [answer]:
                return answer
            previous = [answer]
        raise StoreBusy(_("{name}：其他程序不断写入；请稍后再试", name=self.name))

    def write(self, work: Callable[[Work], T]) -> T:
        """Return what `work` returns; all that it writes is there afterwards, or nothing of it. `work` may write in other transactions."""
        with self._session(neo4j.WRITE_ACCESS, bookmarks=self._bookmarks) as session:
            before = self._bookmarks
            answer = session.execute_write(work)
            mine = session.last_bookmarks()
            self._bookmarks = mine if self._bookmarks is before else self._bookmarks + mine
            return answer

    def write_each(self, works: Sequence[Callable[[Work], T]], *, sessions: int) -> list[T | StoreError]:
        """Return what each of some works returns, or why nothing of it was written; each has a transaction of its own, so many at once.

        The driver tries again what loses a deadlock.
        """

        def write(work: Callable[[Work], T]) -> tuple[T | StoreError, neo4j.Bookmarks]:
            try:
                with self._session(neo4j.WRITE_ACCESS, bookmarks=before) as session:
                    return session.execute_write(work), session.last_bookmarks()
            except StoreError as error:
                return error, before

        before = self._bookmarks
        if len(works) <= 1 or sessions == 1:
            answers = [write(work) for work in works]
        else:
            answers = self._at_once(write, works, sessions)
        for _answer, marks in answers:
            self._bookmarks = marks if self._bookmarks is before else self._bookmarks + marks
        return [answer for answer, _marks in answers]

    def _at_once(self, write: Callable[[Any], T], works: Sequence[Any], sessions: int) -> list[T]:
        pool = ThreadPoolExecutor(min(sessions, len(works)))
        try:
            return list(pool.map(write, works))
        except BaseException:
            # As in `_session`: no thread waits for an answer that nobody wants any more.
            self._driver.close()
            self._driver = self._make()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def explain(self, cypher: str, parameters: Mapping[str, Any]) -> tuple[str | None, set[str]]:
        """Return the type of a query (``r`` for reading) and the names in it that the database has never seen."""
        with self._session(neo4j.READ_ACCESS, notifications_min_severity="WARNING") as session:
            found = session.execute_read(lambda work: work.run(f"EXPLAIN {cypher}", dict(parameters)).consume())
            self._bookmarks = session.last_bookmarks()
        notes = found.metadata.get("statuses") or found.metadata.get("notifications") or []
        return found.query_type, set(_unrecognised(notes))

    @contextmanager
    def _session(self, access: str, **settings: Any) -> Iterator[neo4j.Session]:
        with self._sentences():
            if not self._bookmarks.raw_values:
                self._connect()
            with self._driver.session(database=self._database, default_access_mode=access, **settings) as session:
                try:
                    yield session
                except (KeyboardInterrupt, SystemExit):
                    # The session would wait for the answer; the server ends a query whose connection is gone.
                    self._driver.close()
                    self._driver = self._make()
                    raise

    def _connect(self) -> None:
        # At once: a transaction would try for half a minute.
        self._driver.verify_connectivity()
        agent = self._driver.get_server_info().agent
        if not supported(agent):
            raise StoreUnavailable(
                _(
                    "{name} 的版本是 {agent}；需要 Neo4j {oldest} 或更高版本",
                    name=self.name,
                    agent=agent,
                    oldest=_OLDEST,
                )
            )
        with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            session.execute_read(lambda work: work.run("RETURN 1").consume())
            self._bookmarks = session.last_bookmarks()

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except (exceptions.Neo4jError, exceptions.DriverError) as error:
            # The frames of the driver hold what was sent; the sentence has all that a user can act on.
            database = self._database or "neo4j"
            raise sentence(error, name=self.name, user=self._username, database=database) from None


def supported(agent: str) -> bool:
    """Tell by the name that a server gives itself whether it is new enough.

    Examples
    --------
    >>> supported("Neo4j/5.26.28"), supported("Neo4j/2026.08.1")
    (True, True)
    >>> supported("Neo4j/4.4.30"), supported("Memgraph/3.0")
    (False, False)
    """
    match = re.match(r"Neo4j/(\d+)", agent)
    return match is not None and int(match[1]) >= _OLDEST


def batches(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield `rows` in portions that a server takes well."""
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


def _checked(address: str) -> str:
    if "@" in address:
        # Not shown: it may hold a password.
        raise SettingsError(
            _("服务器地址中不得写用户名和密码；请设置 NEO4J_USERNAME 与 NEO4J_PASSWORD，地址写作 neo4j://主机:7687")
        )
    try:
        parts = urlsplit(address)
        fits = parts.scheme in SCHEMES and parts.hostname and parts.path in ("", "/") and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise SettingsError(_("{address} 不是 Neo4j 服务器的地址；应写作 neo4j://主机:7687", address=address))
    return address


def _unrecognised(notes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for note in notes:
        code = note.get("neo4j_code") or note.get("code") or ""
        match = _NAMED.search(note.get("status_description") or note.get("description") or "")
        if match and _UNRECOGNISED.search(code):
            yield match["quoted"] or match["plain"]
