"""Any plans, loaded in any order, one by one or together, give the same store, or a sentence says what differs."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.frames import by_plan, to_frames
from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs

#: What tells plans apart, and what does not: counties of one name, drafts, numbers, years, issuers, tasks, owners.
PLANS = st.tuples(
    st.sampled_from(["洛阳市绿色园区实施方案", "洛阳市绿色园区实施方案（征求意见稿）", "鼓楼区绿色园区实施方案", "实施方案"]),
    st.sampled_from(["", "洛政办〔2025〕1号", "洛政办〔2025〕2号", "宁鼓政办〔2025〕1号"]),
    st.sampled_from(["", "2024年3月1日", "2025年3月1日", "2025年5月1日"]),
    st.sampled_from(["洛阳市人民政府办公室", "鼓楼区人民政府", "南京市鼓楼区人民政府", ""]),
    st.sampled_from([("建设平台", "推广软件", "改造锅炉"), ("建设平台", "推广软件"), ("植树造林", "清理河道", "检查食堂")]),
    st.sampled_from(["市财政局牵头", "区财政局、市水利局牵头，各乡镇配合", "市发展改革委、省水利厅负责"]),
)  # fmt: skip


@cache
def graph(spec):
    """Return the graph of a plan as text, as it is read out of a file of its own."""
    title, number, date, issuer, tasks, owners = spec
    items = "".join(f"{at}.{task}。做好{task}工作。（{owners}）\n" for at, task in enumerate(tasks, 1))
    text = f"{title}\n{number}\n一、重点任务\n{items}{issuer}\n{date}\n"
    mark = format(hash(spec) & (2**64 - 1), "016x")
    (made,) = build_graphs(parse_document(Document(name=f"{mark}.txt", text=text, codec="utf-8", sha256=mark * 4)))
    return made


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    """Load plans in several steps into a new store; return what it holds, and what became of each plan."""
    folder, made = tmp_path_factory.mktemp("次序"), Counter()

    def call(*steps, editions):
        made["stores"] += 1
        with EmbeddedStore(folder / f"{made['stores']}.lbug") as store:
            outcomes = [each for step in steps for each in store.load(step, editions=editions).outcomes]
            return by_plan(to_frames(store.graph())), outcomes

    return call


def is_told(outcomes):
    return any(each.over or (each.state == "added" and each.beside) for each in outcomes if each.state != "unchanged")


@settings(max_examples=4)
@given(st.lists(PLANS, min_size=2, max_size=3), st.randoms(use_true_random=False), st.sampled_from(["newer", "keep"]))
def test_the_order_of_loading_changes_nothing_without_a_sentence(load, specs, random, editions):
    plans = [graph(spec) for spec in specs]
    together, said = load(plans, editions=editions)
    apart, said_apart = load(*([plan] for plan in plans), editions=editions)
    assert apart == together
    assert [each.state for each in said_apart] == [each.state for each in said]
    named = {each.over.id for each in said if each.over}
    assert {each.plan.id for each in said if each.state != "older"} <= {*together[0], *named}
    mixed, said_mixed = load(random.sample(plans, len(plans)), editions=editions)
    assert mixed == together or is_told(said) or is_told(said_mixed)
