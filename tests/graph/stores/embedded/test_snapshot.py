"""The seal of a snapshot: whole, of this schema, or refused with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import StoreUnavailable
from graph.stores.embedded.snapshot import beside, clear, publish, seal, verify

MARK = "f" * 64


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "库.lbug"
    path.write_bytes(b"what the engine wrote")
    seal(path, MARK)
    return path


def refusal(path: Path, fingerprint: str = MARK) -> str:
    with pytest.raises(StoreUnavailable) as caught:
        verify(path, fingerprint)
    return caught.value.zh


def test_a_sealed_file_is_whole(sealed: Path) -> None:
    assert verify(sealed, MARK) is None
    assert sealed.read_bytes().startswith(b"what the engine wrotezerentu snapshot 1 ")


def test_what_is_not_whole_is_refused_with_the_remedy(sealed: Path) -> None:
    assert refusal(sealed, "0" * 64) == f"{sealed} 由另一个版本的 zerentu 写成；请移走它后重新载入方案"
    sealed.write_bytes(b"W" + sealed.read_bytes()[1:])
    assert refusal(sealed) == f"{sealed} 已损坏（校验和不符）；请移走它后重新载入方案"
    sealed.write_bytes(sealed.read_bytes()[:-5])
    assert refusal(sealed) == f"{sealed} 不是 zerentu 写的图库，或者不完整；请换一个路径，或移走它后重新载入方案"
    sealed.unlink()
    assert refusal(sealed) == f"{sealed} 不存在；请先载入方案：zerentu load 方案文件夹"
    sealed.mkdir()
    assert refusal(sealed) == f"{sealed} 不是文件；请写图库文件的路径，例如 zerentu.lbug"


@given(st.data())
def test_no_change_of_a_byte_passes(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "changed"
    path.write_bytes(b"content")
    seal(path, MARK)
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != whole[at]))
    path.write_bytes(whole[:at] + bytes([other]) + whole[at + 1 :])
    with pytest.raises(StoreUnavailable):
        verify(path, MARK)


def test_a_log_beside_it_means_that_somebody_wrote(sealed: Path) -> None:
    beside(sealed, ".wal").touch()
    assert refusal(sealed) == (
        f"{sealed} 曾被其他程序以写方式打开，留下了 库.lbug.wal；请关闭该程序，或移走这两个文件后重新载入方案"
    )
    with pytest.raises(StoreUnavailable) as caught:
        seal(sealed, MARK)
    assert caught.value.zh == f"{sealed}：引擎留下了日志，文件不完整；请重试"


def test_a_new_file_takes_the_place_of_the_old(sealed: Path) -> None:
    new = beside(sealed, ".new")
    new.write_bytes(b"newer")
    publish(new, sealed, wait=0)
    assert [(path.name, path.read_bytes()) for path in sealed.parent.iterdir()] == [("库.lbug", b"newer")]


def test_clearing_removes_the_file_and_what_lies_beside_it_and_nothing_else(tmp_path: Path) -> None:
    for name in ("a.new", "a.new.wal", "a.new.shadow", "a", "a.newer"):
        (tmp_path / name).touch()
    clear(tmp_path / "a.new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.newer"]
