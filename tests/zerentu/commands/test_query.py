"""``zerentu query``: one question of the catalogue, by either of its names."""

from __future__ import annotations

import json

import pytest

from queries import find_query


@pytest.mark.parametrize("name", ["no_owner", "无责任单位"])
def test_its_rows_by_either_name(said, name: str) -> None:
    status, out, err = said("query", name, "-p", "region=洛阳市", "--format", "json")
    rows = json.loads("\n".join(out))
    assert (status, err, [(row["number"], row["title"]) for row in rows]) == (
        0,
        [],
        [("二/（五）/专栏1", "重点工程"), ("三/（一）", "加强培训")],
    )
    assert list(rows[0]) == [column.name for column in find_query("no_owner").returns]


def test_the_cypher_that_was_asked_is_shown_beside_the_rows(said) -> None:
    _, out, err = said("query", "co_owners", "-p", "region=石家庄市", "--show-cypher", "--format", "json")
    assert [(row["number"], row["owners"]) for row in json.loads("\n".join(out))] == [("一/1", 3), ("一/2", 1)]
    assert "\n".join(err) == find_query("co_owners").text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no_such"], "错误：没有名为“no_such”的查询；相近的有：no_lead、unowned_tasks、plan_sections"),
        (["no_owner", "-p", "plans=x"], "错误：查询 no_owner 没有参数 plans；它的参数：region、plan"),
        (["no_owner", "-p", "region"], "错误：-p region：参数要写成 名称=值，例如 -p region=安庆市"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(said, arguments: list[str], says: str) -> None:
    assert said("query", *arguments) == (1, [], [says])
