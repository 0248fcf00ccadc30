"""The contract of stores: what follows from `answer` and `close` is the same for every engine."""

from __future__ import annotations

from pathlib import Path

from graph.stores.embedded.store import EmbeddedStore
from graph.stores.server.store import Neo4jStore
from graph.stores.store import LoadReport, Store


def test_a_report_begins_empty_and_shares_nothing() -> None:
    one, other = LoadReport(), LoadReport()
    assert (one.outcomes, one.added, one.replaced, one.unchanged, one.older) == ([], [], [], [], [])
    assert one.outcomes is not other.outcomes


def test_both_engines_are_stores_and_share_what_follows_from_answer() -> None:
    for engine in (EmbeddedStore, Neo4jStore):
        assert Store in engine.__mro__
        assert (engine.rows, engine.__enter__, engine.__exit__) == (Store.rows, Store.__enter__, Store.__exit__)


def test_a_store_is_its_own_context_and_closes_itself(tmp_path: Path, sample_graph) -> None:
    with EmbeddedStore(tmp_path / "a.lbug") as store:
        assert isinstance(store, Store)
        store.load([sample_graph("洛阳市")])
        answer = store.answer("MATCH (p:Plan) RETURN p.region AS region")
        assert store.rows("MATCH (p:Plan) RETURN p.region AS region").to_dict("records") == answer.records
    store.close()
