"""Parts hold plans as they were read: every value, in order, apart from one another."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from any_plan import content

from graph.errors import ReadError
from graph.messages import _
from graph.model.frames import by_plan, merge, to_frames, without_plans
from graph.model.plan_rows import content_of
from graph.model.same_plan import card_of
from zerentu.reading import Reading

pytest.importorskip("pyarrow", reason="the extra `cluster` is not installed (pyarrow)")
from zerentu.cluster.parts import Part, write_part


def test_plans_come_back_as_they_were(sample_graph):
    one, two = sample_graph("石家庄市"), sample_graph("洛阳市")
    paths = [Path("甲.txt"), Path("乙.txt"), Path("丙.txt")]
    note = _("{path}：{why}", path=paths[0], why=_("没有可导出的内容；请先载入方案"))
    written = [Reading(paths[0], [one], [note]), Reading(paths[1], error=ReadError(note)), Reading(paths[2], [two])]
    with TemporaryDirectory() as folder:
        place = Path(folder) / "part"
        write_part(place, written)
        # Another worker was as far: what is there stays.
        write_part(place, [])
        assert [path.name for path in Path(folder).iterdir()] == ["part"]
        first, second, third = Part(place).readings(paths)
        assert [first.path, second.path, third.path] == paths
        assert [each.told("zh") for each in first.notes] == [note.told("zh")]
        assert (type(second.error), str(second.error), second.plans) == (ReadError, note.told("en"), [])
        rows = [first.plans[0], third.plans[0]]
        assert [each.card for each in rows] == [card_of(one), card_of(two)]
        assert [content(each.batch.graph(each.at)) for each in rows] == [content(one), content(two)]
        together = rows[0].batch.frames([0, 1])
        assert by_plan(together) == by_plan(merge([to_frames(one), to_frames(two)]))
        assert by_plan(rows[0].batch.frames([1])) == by_plan(to_frames(two))
        # What a plan does not reach is left out unless it is asked for.
        write_part(Path(folder) / "reached", [Reading(paths[0], [content_of(one)])])
        [reading] = Part(Path(folder) / "reached").readings(paths[:1])
        assert by_plan(reading.plans[0].batch.frames([0])) == by_plan(without_plans(to_frames(one), ()))
