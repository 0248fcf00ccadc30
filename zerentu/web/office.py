"""The one queue of work of a server: files are read, loaded and taken in one after the other, by one helper."""

from __future__ import annotations

import queue
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import SettingsError
from graph.messages import _
from zerentu.config import value_of
from zerentu.settings import tell
from zerentu.web.process import Died, Helper
from zerentu.web.tray import Tray, Upload

__all__ = ["Office"]


@dataclass
class _Job:
    """Something to do: what the page calls it, how far it is, and what does it."""

    title: str
    work: Callable[[_Job], None]
    total: int = 1
    done: int = 0
    about: str = ""


class Office:
    """What a server works on: a store, a tray of files, and one writer.

    Parameters
    ----------
    db
        Which store; see `zerentu.paths.store_target`.
    tray
        Where files arrive.
    """

    def __init__(self, db: str, tray: Tray) -> None:
        self.db = db
        self.tray = tray
        #: Tells this run from others at the same address.
        self.run = secrets.token_hex(8)
        #: Counts what changed the store, so that a page knows when what it shows is old.
        self.changes = 0
        self.returned: dict[str, Any] | None = None
        self._news: list[dict[str, Any]] = []
        self.helper = Helper()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._waiting: list[_Job] = []
        self._running: _Job | None = None
        self._closing = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="zerentu-office", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop whatever is being done, and throw the files away. A store that was being written is as it was before."""
        self._closing = True
        self._jobs.put(None)
        self.helper.close()
        self._thread.join(timeout=10)
        self.tray.close()

    def read(self, upload: Upload, region: str | None = None) -> None:
        """Read a plan that has arrived, or read it again for a region that was given."""
        upload.state, upload.region = "waiting", region
        upload.said = []
        self._add(_Job(tell("读取 {name}", name=upload.name), lambda job: self._read(upload)))

    def load(self, names: Sequence[str], *, replace: bool = False) -> None:
        """Load files that were read, each with the region that was given for it.

        Raises
        ------
        UnknownNameError, SettingsError
            If one of them is not there, or was not read.
        """
        uploads = [self.tray.find(name) for name in names]
        wanted = ("older",) if replace else ("read",)
        ready = [upload for upload in uploads if upload.state in wanted]
        if not ready:
            raise SettingsError(_("没有可载入的文件；请先等文件读完"))
        for upload in ready:
            upload.state = "loading"
            upload.said = []
        title = tell("载入 {count} 个文件", count=len(ready))
        self._add(_Job(title, lambda job: self._load(ready, "replace" if replace else "newer", job), total=len(ready)))

    def take_in(self, names: Sequence[str]) -> None:
        """Take filled sheets into the store.

        Raises
        ------
        UnknownNameError, SettingsError
            If one of them is not there, or none was named.
        """
        uploads = [each for each in map(self.tray.find, names) if each.purpose == "sheet" and each.state == "waiting"]
        if not uploads:
            raise SettingsError(_("没有可收入的表格；请先选择各单位交回的文件"))
        for upload in uploads:
            upload.state = "loading"
        self._add(_Job(tell("收入 {count} 个表格", count=len(uploads)), lambda job: self._take_in(uploads)))

    def remove(self, plan: str) -> None:
        """Take a plan out of the store."""
        self._add(_Job(tell("移除方案"), lambda job: self._remove(plan)))

    def discard(self, upload: Upload) -> None:
        """Take a file off the page; one that is being read is stopped.

        Raises
        ------
        SettingsError
            If it is being loaded.
        """
        if upload.state == "loading":
            raise SettingsError(_("{name} 正在载入；请等它完成", name=upload.name))
        reading = upload.state == "reading"
        self.tray.forget(upload)
        if reading:
            self.helper.stop()

    def now(self) -> dict[str, Any]:
        """Return what the page shows: the files, what is being done, what was done."""
        with self._lock:
            job, waiting = self._running, len(self._waiting)
            news = list(self._news)
        at = job and {"title": job.title, "done": job.done, "total": job.total, "about": job.about}
        return {
            "files": [upload.summary() for upload in self.tray.uploads()],
            "job": at, "waiting": waiting, "changes": self.changes, "news": news, "returned": self.returned,
        }  # fmt: skip

    def _add(self, job: _Job) -> None:
        with self._lock:
            self._waiting.append(job)
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None and not self._closing:
            with self._lock:
                self._waiting.remove(job)
                self._running = job
            try:
                job.work(job)
            except Died:
                self._tell(tell("{title}：没有完成，图库保持原样；请重试", title=job.title), bad=True)
            finally:
                with self._lock:
                    self._running = None

    def _tell(self, text: str, *, bad: bool = False) -> None:
        with self._lock:
            self._news.append({"id": len(self._news) + 1, "text": text, "bad": bad})

    def _asked(self, do: str, told: Callable[[dict[str, Any]], None] | None = None, **values: Any) -> dict[str, Any]:
        request = {"do": do, "db": self.db, "folder": str(self.tray.folder), **values}
        reply = self.helper.ask(request, told)
        if "failed" in reply:
            reply["refused"] = tell("出错了（{why}）；请把这句话告诉维护者", why=reply["failed"])
        return reply

    def _read(self, upload: Upload) -> None:
        if not upload.path.exists():
            return  # taken off the page while it waited
        upload.state = "reading"
        try:
            reply = self._asked("read", path=str(upload.path), region=upload.region or _home_region())
        except Died:
            upload.state = "refused"
            upload.said = [
                tell(
                    "{name}：读取这个文件的程序中途停止；文件可能已损坏，请用原来的程序打开后另存再读取",
                    name=upload.name,
                )
            ]
            return
        if "refused" in reply:
            upload.said = [reply["refused"]]
            # One that was read before is refused for the region that was given for it.
            upload.state = "read" if upload.report else "refused"
            upload.region = None
            return
        upload.report = reply["report"]
        upload.state = "read"

    def _load(self, uploads: Sequence[Upload], editions: str, job: _Job) -> None:
        for region in dict.fromkeys(upload.region for upload in uploads):
            left = [upload for upload in uploads if upload.region == region]
            while left:
                left = self._load_some(left, region, editions, job)
        self.changes += 1

    def _load_some(self, uploads: list[Upload], region: str | None, editions: str, job: _Job) -> list[Upload]:
        """Load files; return those that are left to be loaded where one of them killed the helper."""
        by_path = {str(upload.path): upload for upload in uploads}
        begun: list[Upload] = []

        def told(reply: dict[str, Any]) -> None:
            begun.append(by_path[reply["path"]])
            job.about = begun[-1].name
            job.done = min(job.total - 1, job.done + 1)

        try:
            region = region or _home_region()
            reply = self._asked("load", told, paths=list(by_path), region=region, editions=editions)
        except Died:
            dead = begun[-1] if begun else uploads[0]
            dead.state = "refused"
            dead.said = [tell("{name}：读取这个文件的程序中途停止；文件没有载入", name=dead.name)]
            return [upload for upload in uploads if upload is not dead]
        if "refused" in reply:
            for upload in uploads:
                upload.state, upload.said = "read", [reply["refused"]]
            self._tell(reply["refused"], bad=True)
            return []
        for each in reply["files"]:
            upload = by_path[each["path"]]
            upload.said, upload.state = each["said"], each["state"]
            if upload.state == "loaded":
                self.tray.let_go(upload)
        return []

    def _take_in(self, uploads: Sequence[Upload]) -> None:
        try:
            reply = self._asked("import", paths=[str(upload.path) for upload in uploads])
        finally:
            for upload in uploads:
                self.tray.forget(upload)
        if "refused" in reply:
            self.returned = None
            self._tell(reply["refused"], bad=True)
            return
        self.returned = reply["import"]
        self.changes += 1

    def _remove(self, plan: str) -> None:
        reply = self._asked("remove", plan=plan)
        if "refused" in reply:
            self._tell(reply["refused"], bad=True)
            return
        self._tell(
            tell(
                "已移除《{title}》（{count} 项任务）", title=reply["removed"]["title"], count=reply["removed"]["tasks"]
            )
        )
        self.changes += 1


def _home_region() -> str | None:
    """Return the region that zerentu.toml or the environment sets for plans that do not tell theirs."""
    found = value_of("region")
    return found.text if found else None
