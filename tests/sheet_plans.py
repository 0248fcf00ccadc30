"""A plan whose tasks go out as sheets: two bodies with several roles, one shared task, one that nobody answers for."""

from __future__ import annotations

from pathlib import Path

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs

PLAN = """洛阳市绿色园区实施方案
一、重点任务
（一）节能改造
1.改造锅炉。2026年6月底前改造锅炉10台。（市工业和信息化局牵头，市财政局配合）
2.=公布名录。2026年底前公布名录。（市统计局负责）
3.铺设管网。（市财政局、市水利局按职责分工负责）
4.开展宣传。持续开展宣传。
"""


def loaded(path: Path, *texts: str) -> EmbeddedStore:
    """Return a store that holds the plans of some texts."""
    store = EmbeddedStore(path)
    for at, text in enumerate(texts or (PLAN,), 1):
        store.load(build_graphs(parse_document(Document(f"方案{at}.txt", text, "utf-8", "0"))))
    return store
