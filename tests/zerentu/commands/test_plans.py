"""``zerentu plans``: one row a plan."""

from __future__ import annotations

import json


def test_the_table_counts_tasks_with_and_without_owners(said) -> None:
    assert said("plans") == (
        0,
        [
            "地区      标题                      任务  有责任单位  目标  文件",
            "─────────────────────────────────────────────────────────────────────",
            "洛阳市    洛阳市绿色园区实施方案    9     7           4     lvse.txt",
            "石家庄市  石家庄市数字车间行动方案  2     2           1     shuzi.txt",
        ],
        ["共 2 份方案"],
    )


def test_rows_of_one_region(said) -> None:
    status, out, err = said("plans", "--region", "石家庄市", "--format", "json")
    (row,) = json.loads("\n".join(out))
    assert (status, err, row.pop("id")[:5]) == (0, [], "plan-")
    assert row == {
        "region": "石家庄市", "title": "石家庄市数字车间行动方案", "number": None, "issued": None, "draft": False,
        "source": "shuzi.txt", "part": 1, "level": "市", "tasks": 2, "owned_tasks": 2, "agencies": 3, "targets": 1,
    }  # fmt: skip
