"""Tools for assistants over the Model Context Protocol: the same questions as on the command line, never a write.

Every call opens the store anew, so it sees what other processes have loaded meanwhile, and calls in several threads do
not meet. A result holds the rows with the sentences of the source that they stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from graph.errors import ZerentuError
from graph.messages import _
from graph.stores.answer import Answer
from zerentu._version import __version__
from zerentu.library import find_overrides, lexicon_in_force, open_store
from zerentu.output import plain, say
from zerentu.settings import language, tell

__all__ = ["MOST_ROWS", "MOST_SECONDS", "server"]

#: Cypher of an assistant gets no more rows and no more time than this.
MOST_ROWS = 1000
MOST_SECONDS = 30.0


def server(db: str | None) -> MCPServer:
    """Return the server of one store.

    Parameters
    ----------
    db
        The store, as ``--db`` takes it.
    """
    tools = _Tools(db)
    made = MCPServer(
        "zerentu",
        version=__version__,
        instructions=tell(
            "中国政府方案里谁牵头、谁配合哪项任务、何时完成。先用 ask 以平常话提问；拒答时按 suggest 改问。每行都附原文与行号，回答时请引用。"
        ),
        log_level="WARNING",
    )
    for tool in (
        tools.ask,
        tools.agency,
        tools.task,
        tools.audit,
        tools.targets,
        tools.resolve,
        tools.plans,
        tools.cypher,
    ):
        made.add_tool(
            _told(tool),
            description=_DESCRIPTIONS[tool.__name__].told(language()),
            annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
        )
    return made


_DESCRIPTIONS = {
    "ask": _("用平常话提问（洛阳市工信局牵头哪些任务），得到答案和原文，或如实拒答并说明原因"),
    "agency": _("某单位负责的任务；role 可写 牵头、配合 等"),
    "task": _("某任务由谁负责；text 为标题、编号路径或标识"),
    "audit": _("无人负责、无牵头等问题；rules 可写 无责任单位 等，留空查全部"),
    "targets": _("目标：指标、数值、年份和责任单位"),
    "resolve": _("名称在某地区的方案里指哪个机构，依据是什么，哪些方案提到它"),
    "plans": _("图库里的方案"),
    "cypher": _("运行只读 Cypher；行数和时间有限"),
}


def _told(tool: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Let a tool refuse in one sentence, as the command line does."""

    @wraps(tool)
    def with_sentence(*args: Any, **kwargs: Any) -> dict[str, Any]:
        try:
            found = plain(tool(*args, **kwargs))
        except ZerentuError as error:
            raise ToolError(say(error)) from error
        assert isinstance(found, dict)
        return found

    return with_sentence


def _rows(answer: Answer) -> dict[str, Any]:
    return {"count": len(answer.records), "rows": answer.records}


class _Tools:
    """One method a tool; names and types of the parameters are what an assistant sees."""

    def __init__(self, db: str | None) -> None:
        self._db = db

    def ask(self, question: str) -> dict[str, Any]:
        from queries.answers import ask

        with lexicon_in_force(None, self._db), open_store(self._db) as store:
            return ask(store, question).to_json()

    def agency(
        self, name: str, region: str | None = None, plan: str | None = None, role: str | None = None
    ) -> dict[str, Any]:
        from queries import agency_tasks

        with lexicon_in_force(None, self._db), open_store(self._db) as store:
            return _rows(agency_tasks.answer(store, name, region=region, plan=plan, role=role))

    def task(self, text: str, region: str | None = None, plan: str | None = None) -> dict[str, Any]:
        from queries import task

        with open_store(self._db) as store:
            return _rows(task.answer(store, text, region=region, plan=plan))

    def audit(
        self, rules: list[str] | None = None, region: str | None = None, plan: str | None = None
    ) -> dict[str, Any]:
        from queries import audit

        entries = find_overrides(None, self._db)
        with open_store(self._db) as store:
            return _rows(audit.answer(store, rules=rules or None, region=region, plan=plan, overrides=entries))

    def targets(
        self,
        due: int | None = None,
        agency: str | None = None,
        region: str | None = None,
        plan: str | None = None,
    ) -> dict[str, Any]:
        from queries import targets

        with open_store(self._db) as store:
            return _rows(targets.answer(store, due=due, agency=agency, region=region, plan=plan))

    def resolve(self, name: str, region: str) -> dict[str, Any]:
        from graph.agencies.resolve import resolve
        from queries import ask

        with lexicon_in_force(None, self._db), open_store(self._db) as store:
            found = resolve(name, region)
            named = ask.answer(store, "agency_tasks", agencies=[found.id]).records
        return {
            "name": name, "region": found.region, "id": found.id, "canonical": found.canonical, "level": found.level,
            "kind": found.kind, "functional_line": found.functional_line, "basis": found.basis,
            "aliases": list(found.aliases), "plans": list(dict.fromkeys(row["plan"] for row in named)),
            "sentences": list(dict.fromkeys(row["quote"] for row in named if row["quote"])),
        }  # fmt: skip

    def plans(self, region: str | None = None) -> dict[str, Any]:
        from queries import plans

        with open_store(self._db) as store:
            return _rows(plans.answer(store, region=region))

    def cypher(
        self, query: str, parameters: dict[str, Any] | None = None, limit: int = 100, timeout: float = 10
    ) -> dict[str, Any]:
        most = max(1, min(limit, MOST_ROWS))
        with open_store(self._db) as store:
            found = store.answer(query, parameters or {}, timeout=max(0.1, min(timeout, MOST_SECONDS)), limit=most + 1)
        rows: Sequence[Any] = found.records[:most]
        return {"count": len(rows), "more": len(found.records) > most, "columns": found.columns, "rows": rows}
