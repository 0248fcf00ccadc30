"""A load of many files: the same with any number of processes and in batches, and what an interruption leaves."""

from __future__ import annotations

import pytest
from any_plan import content

from zerentu.library import load, open_store


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Twelve plans in files, two versions of one of them, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("plans")
    for at in range(12):
        city = ("洛阳市", "石家庄市", "遂宁市")[at % 3]
        items = "".join(f"{item}.建设平台{item}。（市财政局牵头，市教育局配合）\n" for item in range(1, 5))
        text = f"{city}绿色园区实施方案（{2020 + at // 3}年）\n一、重点任务\n{items}{city}人民政府\n{2020 + at // 3}年3月1日\n"
        (folder / f"{at:02}.txt").write_text(text, encoding="utf-8")
    later = (folder / "03.txt").read_text(encoding="utf-8").replace("3月1日", "5月1日")
    (folder / "11a.txt").write_text(later, encoding="utf-8")
    (folder / "05a.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def alone(folder, tmp_path_factory):
    """What one process makes of it, and its store."""
    db = tmp_path_factory.mktemp("alone") / "s.lbug"
    return load([folder], db=db, jobs=1), graph_in(db)


def graph_in(db):
    with open_store(db) as store:
        return content(store.graph())


def told(result):
    return (
        [(each.plan.id, each.state) for each in result.report.outcomes],
        [failure.path.name for failure in result.failures],
        {key: [path.name for path in paths] for key, paths in result.sources.items()},
    )


@pytest.mark.parametrize("settings", [{"jobs": 2}, {"jobs": 1, "batch": 5}], ids=str)
def test_processes_and_batches_change_nothing(folder, alone, tmp_path, settings):
    result = load([folder], db=tmp_path / "s.lbug", **settings)
    assert told(result) == told(alone[0])
    assert [outcome.state for outcome in result.report.outcomes] == ["added"] * 12 + ["replaced"]
    assert graph_in(tmp_path / "s.lbug") == alone[1]


def test_unchanged_files_are_skipped_and_stand_in_the_report(folder, tmp_path):
    db = tmp_path / "s.lbug"
    first = load([folder], db=db, jobs=1)
    before = db.stat().st_mtime_ns
    again = load([folder], db=db, jobs=1)
    # 03.txt gave way to 11a.txt, so the store does not hold what is in it.
    assert [path.name for path in again.skipped] == [f"{at:02}.txt" for at in range(12) if at != 3] + ["11a.txt"]
    states = [(path.name, each.state) for path, each in zip(sorted(folder.glob("[01]*")), outcomes(again), strict=True)]
    assert [name for name, state in states if state != "unchanged"] == ["03.txt"]
    assert again.report.older == [first.report.outcomes[3].plan.id]
    assert db.stat().st_mtime_ns == before


def outcomes(result):
    """One outcome a file; the file that cannot be read has none and is left out by its name."""
    found = list(result.report.outcomes)
    found.insert(6, found[0])
    return found


@pytest.mark.parametrize(("batch", "kept"), [(None, 0), (3, 6)])
def test_an_interruption_leaves_the_old_store_or_whole_batches(folder, tmp_path, batch, kept):
    db = tmp_path / "s.lbug"

    def stop(path):
        if path.name == "07.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load([folder], db=db, jobs=1, batch=batch, progress=stop)
    assert db.exists() is bool(kept)
    if kept:
        with open_store(db) as store:
            assert len(store.answer("MATCH (p:Plan) RETURN p.id AS id ORDER BY id").records) == kept
    assert [path.name for path in tmp_path.iterdir() if ".new" in path.name] == []
    result = load([folder], db=db, jobs=1)
    assert len(result.skipped) == kept


def test_files_of_a_folder_that_are_no_documents_are_told(tmp_path):
    folder = tmp_path / "方案"
    folder.mkdir()
    text = "洛阳市绿色园区实施方案\n一、重点任务\n1.建设平台。（市财政局牵头）\n"
    (folder / "甲.txt").write_text(text, encoding="utf-8")
    for name in ("台账.csv", "扫描.jpg", "扫描2.jpg"):
        (folder / name).write_bytes(b"x")
    result = load([folder], db=tmp_path / "s.lbug")
    assert [(path, note.told("en")) for path, note in result.unread] == [
        (
            folder,
            "3 more files of the folder are not read: .csv×1, .jpg×2; save those that are plans in a format that is read, and give a "
            ".csv by its name",
        )
    ]
