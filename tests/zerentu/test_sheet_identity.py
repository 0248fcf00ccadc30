"""The identity of a row: read as it was written, refused when anything of it was changed."""

from __future__ import annotations

import pytest

from zerentu.sheet_identity import COVER, LOCKED, Identity, is_identity, mark_of, read_identity

ROW = Identity(
    task_id="task-1", plan_id="plan-1", agency_id="agency-1", by="owner", at=3, total=12,
    marks={name: mark_of(name) for name in LOCKED},
)  # fmt: skip


def test_an_identity_is_read_as_it_was_written() -> None:
    assert read_identity(f" {ROW.written()}\n") == ROW
    nobody = Identity(**{**vars(ROW), "agency_id": "", "by": "lead"})
    assert read_identity(nobody.written()) == nobody


@pytest.mark.parametrize(
    "changed",
    ["task-2", "plan-2", "agency-2", "lead", "4/12", "3/13"],
    ids=["task", "plan", "agency", "by", "at", "total"],
)
def test_a_changed_identity_is_an_identity_but_none_that_is_believed(changed: str) -> None:
    old = {
        "task-2": "task-1",
        "plan-2": "plan-1",
        "agency-2": "agency-1",
        "lead": "owner",
        "4/12": "3/12",
        "3/13": "3/12",
    }
    text = ROW.written().replace(old[changed], changed)
    assert text != ROW.written()
    assert (is_identity(text), read_identity(text)) == (True, None)


def test_other_cells_are_not_identities() -> None:
    assert [is_identity(text) for text in ("", "改造锅炉", "zerentu", COVER)] == [False, False, False, True]
    assert read_identity(COVER) is None


def test_half_a_surrogate_pair_is_a_changed_identity() -> None:
    assert read_identity(ROW.written().replace("task-1", "task-\ud800")) is None


@pytest.mark.parametrize(
    "same", ["改造锅炉，10台", "改造 锅炉,１０台", "改造锅炉\r\n，10台 ", "改造锅炉，10台?", "改造锅炉，10台•"]
)
def test_what_programs_change_in_a_text_leaves_its_mark(same: str) -> None:
    assert mark_of(same) == mark_of("改造锅炉，10台")
