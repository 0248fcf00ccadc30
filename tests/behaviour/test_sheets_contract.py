"""Sheets go out of a store, are filled in and come back into it: on each engine what was filled in is exactly what is kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returned_forms import Returned
from sheet_plans import PLAN

from graph.model.progress import STATES
from graph.model.rows import plan_of
from graph.stores.store import Store
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from queries import ask
from zerentu.issued_sheets import sheets
from zerentu.returned_sheets import read_returns
from zerentu.task_sheets import issue

#: What bodies write; the forms of its own that a spreadsheet gives text are tried in tests/zerentu/test_returned_sheets.py.
ROW = st.fixed_dictionaries(
    {"said": st.text("甲乙丙丁，。！x1", min_size=1, max_size=8)},
    optional={"state": st.sampled_from(list(STATES)), "share": st.integers(0, 100), "person": st.text("王李张", min_size=2, max_size=3)},
)  # fmt: skip


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(filling=st.lists(ROW, min_size=6, max_size=6))
def test_what_was_filled_in_is_what_the_store_keeps(
    module_store: Store, tmp_path_factory: pytest.TempPathFactory, filling: list[dict[str, Any]]
) -> None:
    store = module_store
    [graph] = build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0")))
    store.load([graph])
    store.remove(plan_of(graph))  # with the reports of the example before
    store.load([graph])
    folder = tmp_path_factory.mktemp("表")
    book = Returned(sheets(store, folder / "a.xlsx").path.read_bytes())
    issued = issue(store)
    names = [name for name in book.book.sheetnames if name not in ("封面", "总览")]
    bodies = [*issued.bodies, *([issued.unassigned] if issued.unassigned else [])]
    rows, expected = iter(filling), []
    for name, body in zip(names, bodies, strict=True):
        for at, duty in enumerate(body.duties, 1):
            values = next(rows, None)
            if values is None:
                continue
            cells = {**values}
            if "state" in cells:
                cells["state"] = STATES[cells["state"]][0]
            if "share" in cells:
                cells["share"] = cells["share"] / 100
            book.fill(name, at, **cells)
            expected.append(
                (
                    duty.task_id, body.agency_id or None, values["said"].strip(), values.get("state", ""),
                    float(values["share"]) if "share" in values else None, values.get("person", ""),
                )
            )  # fmt: skip
    (folder / "back").mkdir()
    book.save(folder / "back" / "a.xlsx")
    found = read_returns([folder / "back"], store)
    assert [problem.sentence.zh for problem in found.problems] == []
    store.add_progress(found.reports, imported="2026-04-02")
    kept = [
        (row["task_id"], row["agency_id"] or None, row["said"], row["state"] or "", row["share"], row["person"] or "")
        for row in ask.answer(store, "progress_reports").records
    ]
    assert sorted(kept, key=repr) == sorted(expected, key=repr)
