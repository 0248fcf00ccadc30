"""Plans of one title in the audit."""

from __future__ import annotations

import pytest

from queries import audit
from queries.same_titles import same_title_rows


@pytest.fixture(scope="module")
def twins(sample_graph, tmp_path_factory):
    """A store with a plan, its kept edition, the next year's, one of another number and one of another city."""
    from graph.model.rows import plan_of
    from graph.stores.embedded.store import EmbeddedStore

    def version(mark, city="洛阳市", **properties):
        graph = sample_graph(city, tasks=2)
        graph.nodes[plan_of(graph)].update({"number": None, "sha256": mark, "source": f"{mark}.txt", **properties})
        return graph

    plans = [
        version("a"), version("b"), version("c", issued="2025-03-01"), version("d", number="某政发〔2024〕9号"),
        version("e", "石家庄市"), version("f", number="某政发〔2024〕8号"),
    ]  # fmt: skip
    with EmbeddedStore(tmp_path_factory.mktemp("twins") / "a.lbug") as store:
        store.load(plans, editions="keep")
        yield store


def test_each_pair_is_told_with_its_reason(twins):
    told = {
        frozenset([row["sentence"][:5], row["reason"].split("：")[1][:5]]): row["reason"].split("：")[0]
        for row in same_title_rows(twins)
    }
    assert told == {
        frozenset(["a.txt", "b.txt"]): "同一方案的另一版本",
        frozenset(["a.txt", "c.txt"]): "年份不同",
        frozenset(["b.txt", "c.txt"]): "年份不同",
        frozenset(["a.txt", "d.txt"]): "同一方案的另一版本",
        frozenset(["b.txt", "d.txt"]): "同一方案的另一版本",
        frozenset(["c.txt", "d.txt"]): "年份不同",
        frozenset(["a.txt", "f.txt"]): "同一方案的另一版本",
        frozenset(["b.txt", "f.txt"]): "同一方案的另一版本",
        frozenset(["c.txt", "f.txt"]): "年份不同",
    }


def test_the_audit_holds_them_within_its_limits(twins):
    found = audit(twins, rules=["same_title"], region="石家庄市")
    assert found.empty
    assert set(audit(twins, rules=["same_title"])["severity"]) == {"warning"}


def test_plans_of_other_titles_are_no_twins(sample_store):
    assert list(same_title_rows(sample_store)) == []
