"""Tasks by agencies."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries.matrix import Matrix, matrices


def cells(matrix: Matrix) -> dict[tuple[str, int], list[str]]:
    names = {column.id: column.name for column in matrix.columns}
    return {
        (row.number, row.part): [
            f"{names[key]} {by.role} {by.basis}" for key, said in row.owners.items() for by in said
        ]
        for row in matrix.rows
    }


def test_each_plan_is_a_matrix_and_a_task_without_owners_a_row(sample_store):
    found = matrices(sample_store)
    assert [(each.plan["region"], len(each.rows), each.lead_written) for each in found] == [
        ("洛阳市", 9, True),
        ("石家庄市", 2, True),
    ]
    first = cells(found[0])
    assert first["二/（一）/1", 1] == [
        "市工业和信息化局 lead explicit",
        "市财政局 support explicit",
        "市生态环境局 support explicit",
    ]
    assert sum(not owners for owners in first.values()) == 2
    assert found[0].rows[0].section == "主要任务 / 节能改造"


def test_the_line_that_leads_most_comes_first_and_agencies_without_line_last(sample_store):
    columns = matrices(sample_store, region="洛阳")[0].columns
    assert columns[0].name == "市商务局"
    known = [column.functional_line is not None for column in columns]
    assert known == sorted(known, reverse=True)


def test_filters_leave_out_tasks_and_keep_all_who_answer_for_the_others(sample_store):
    [found] = matrices(sample_store, region="洛阳", agency="市工信局")
    assert {column.name for column in found.columns} > {"市财政局", "市生态环境局"}
    assert all(any(by.startswith("市工业和信息化局") for by in owners) for owners in cells(found).values())
    [cement] = matrices(sample_store, industry="水泥")
    assert [row.title for row in cement.rows] == ["改造锅炉"]
    assert matrices(sample_store, plan="数字车间", industry="水泥") == []


@pytest.mark.parametrize("name", ["plan", "region", "agency", "industry"])
def test_a_filter_that_means_nothing_is_refused(sample_store, name):
    with pytest.raises(UnknownNameError):
        matrices(sample_store, **{name: "没有这个"})
