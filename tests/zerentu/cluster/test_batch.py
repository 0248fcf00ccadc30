"""A batch is read once for each content of its files, and remembers which file ended its workers."""

from __future__ import annotations

import dataclasses

import pytest

from graph.agencies.lexicon import EMPTY
from graph.errors import SettingsError
from zerentu.known_files import way_of_reading
from zerentu.reading import read_file

pytest.importorskip("pyarrow", reason="the extra `cluster` is not installed (pyarrow)")
from zerentu.cluster.batch import DEATHS, Way, read_batch
from zerentu.cluster.parts import Part

WAY = Way(region="洛阳市", lexicon=EMPTY, limits=None, whole=False, mark=way_of_reading("洛阳市", ()))


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{at}.txt" for at in range(3)]
    for at, path in enumerate(paths):
        path.write_text(
            f"绿色园区实施方案（{2020 + at}年）\n一、重点任务\n1.建设平台。（市财政局牵头）\n", encoding="utf-8"
        )
    return paths


def read(files, folder, way=WAY):
    name = read_batch([str(path) for path in files], way, str(folder))
    return name, list(Part(folder / name).readings(files))


def test_the_same_files_are_one_part_and_others_another(files, tmp_path):
    folder = tmp_path / "parts"
    name, readings = read(files, folder)
    before = (folder / name).stat().st_mtime_ns
    assert [each.plans[0].card.title for each in readings] == [
        f"绿色园区实施方案（{year}年）" for year in (2020, 2021, 2022)
    ]
    assert read(files, folder)[0] == name
    assert (folder / name).stat().st_mtime_ns == before
    files[1].write_text(files[1].read_text(encoding="utf-8") + "2.建设园区。（市教育局牵头）\n", encoding="utf-8")
    other, changed = read(files, folder)
    assert other != name
    assert [each.plans[0].card.tasks for each in changed] == [1, 2, 1]
    assert {path.name for path in folder.iterdir()} == {name, other}


def test_a_file_that_ended_its_workers_is_left_out_and_named(files, tmp_path):
    name, _readings = read(files, tmp_path / "whole")
    folder = tmp_path / "parts"
    folder.mkdir()
    for at, text in enumerate(["1"] * DEATHS + ["2", ""]):
        (folder / f"{name}.{at}.note").write_text(text, encoding="ascii")
    _name, readings = read(files, folder)
    assert [len(each.plans) for each in readings] == [1, 0, 1]
    assert str(readings[1].error) == (
        f"{files[1]}: the worker processes that read it ended unexpectedly (2 of them), perhaps for lack of memory or because "
        "the file is damaged; the other files are loaded"
    )
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_file_that_is_not_there_says_so(files, tmp_path):
    lacking = tmp_path / "nothing.txt"
    _name, readings = read([files[0], lacking], tmp_path / "parts")
    assert str(readings[1].error) == str(read_file(lacking, None).error)


def test_a_worker_of_another_version_is_refused(files, tmp_path):
    with pytest.raises(SettingsError, match="is not the version"):
        read(files, tmp_path / "parts", dataclasses.replace(WAY, mark="another"))
    assert not (tmp_path / "parts").exists()
