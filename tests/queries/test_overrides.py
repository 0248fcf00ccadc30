"""Overrides in the audit: which entries took effect, which were taken back, which never found their object."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.overrides.apply import apply_overrides
from graph.overrides.file import Override, parse_overrides
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import Store
from queries.overrides import override_rows

EVERYWHERE = {"region": "", "plan": ""}


@pytest.fixture(scope="module")
def entries(sample_plans) -> list[Override]:
    """A rename that takes effect, one whose agency no plan has, and a counterpart of two tasks that are there."""
    tasks = [key for key, data in sample_plans[0].nodes(data=True) if data["label"] == "Task"]
    [agency] = [key for key, data in sample_plans[0].nodes(data=True) if data.get("name") == "市统计局"]
    return parse_overrides(
        f'[[rename]]\nagency = "{agency}"\nname = "市调查统计局"\nnote = "印章所示"\n'
        '[[rename]]\nagency = "agency-0123456789abcdef"\nname = "市审计局"\n'
        f'[[counterpart]]\nup = "{tasks[0]}"\ndown = "{tasks[1]}"\nverdict = "accept"\n'
    )


@pytest.fixture(scope="module")
def corrected(sample_plans, entries, tmp_path_factory) -> Iterator[Store]:
    """A store of both sample plans, loaded with the entries."""
    store = EmbeddedStore(tmp_path_factory.mktemp("corrected") / "a.lbug")
    store.load([apply_overrides(graph, entries) for graph in sample_plans])
    yield store
    store.close()


def told(rows) -> list[tuple[str, str, str | None, str]]:
    return [(row["severity"], row["word"], row["reason"], row["sentence"]) for row in rows]


APPLIED = "市统计局 更名为 市调查统计局"


def test_an_entry_in_force_is_a_notice_and_one_without_object_a_warning(corrected: Store, entries) -> None:
    assert told(override_rows(corrected, entries, EVERYWHERE)) == [
        ("notice", "生效", "印章所示", APPLIED),
        ("warning", "未生效", "图库里没有 agency-0123456789abcdef", "zerentu.overrides.toml 第 5 行 [[rename]]"),
    ]


def test_an_entry_that_the_file_no_longer_has_is_taken_back_by_the_next_load(corrected: Store) -> None:
    reason = "更正文件里已没有这一条；重新载入这份方案即恢复原状"
    assert told(override_rows(corrected, [], EVERYWHERE)) == [("warning", "已撤销", reason, APPLIED)]


def test_without_a_file_only_what_took_effect_is_told(corrected: Store) -> None:
    assert told(override_rows(corrected, None, EVERYWHERE)) == [("notice", "生效", "印章所示", APPLIED)]


def test_limits_leave_out_other_plans_and_what_took_effect_nowhere(corrected: Store, entries) -> None:
    assert told(override_rows(corrected, entries, {"region": "洛阳市", "plan": ""})) == [
        ("notice", "生效", "印章所示", APPLIED)
    ]
    assert override_rows(corrected, entries, {"region": "石家庄市", "plan": ""}) == []


def test_an_entry_whose_objects_are_there_and_that_was_not_applied_says_so(sample_store: Store, entries) -> None:
    assert told(override_rows(sample_store, entries[:1], EVERYWHERE)) == [
        (
            "warning",
            "未生效",
            "所在方案还没有按这一条重新载入，或这一条没有可改之处",
            "zerentu.overrides.toml 第 1 行 [[rename]]",
        )
    ]
