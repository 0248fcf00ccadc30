"""The lexicon and the overrides beside a store: which file is taken, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from graph.agencies.lexicon import EMPTY, active
from graph.errors import SettingsError
from graph.model.same_plan import renamed
from graph.overrides.file import parse_overrides
from graph.stores.embedded.store import EmbeddedStore
from zerentu.library import graphs
from zerentu.own_files import find_overrides, lexicon_in_force, overrides_of_namesakes, reviser

pytestmark = pytest.mark.usefixtures("folder")


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def lexicon_names(*arguments: str | Path | None) -> list[str]:
    with lexicon_in_force(*arguments):
        return [entry.name for entry in active().agencies]


def override_names(*arguments: str | Path | None) -> list[str] | None:
    found = find_overrides(*arguments)
    return None if found is None else [override.values["name"] for override in found]


def test_the_lexicon_that_is_given_wins_then_the_one_that_is_set_then_the_one_beside(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lexicon_names() == []
    write(folder / "库" / "zerentu.lexicon", "别名 三局；指 市工业和信息化局\n")
    write(folder / "zerentu.lexicon", "别名 四局；指 市财政局\n")
    given = write(folder / "词表.txt", "别名 改革办；指 发展和改革委员会\n")
    other = write(folder / "另一.txt", "别名 五局；指 市统计局\n")
    assert lexicon_names() == lexicon_names(None, "neo4j://localhost") == ["四局"]
    assert lexicon_names(None, folder / "库" / "a.lbug") == ["三局"]
    monkeypatch.setenv("ZERENTU_LEXICON", str(other))
    assert lexicon_names(None, folder / "库" / "a.lbug") == ["五局"]
    assert lexicon_names(given, folder / "库" / "a.lbug") == ["改革办"]
    with lexicon_in_force(given):
        assert lexicon_names() == ["改革办"]
    assert active() is EMPTY


def test_a_lexicon_that_cannot_be_read_is_refused(folder: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        lexicon_names("没有.txt")
    assert caught.value.zh == "没有.txt：词表打不开（No such file or directory）；请检查路径"
    with pytest.raises(SettingsError) as caught:
        lexicon_names(write(folder / "词表.txt", "行业 氢冶金；属于 没有的行业\n"))
    told = "词表.txt 第 1 行：“氢冶金”属于“没有的行业”，但没有这个行业；请为它另写一行"
    assert caught.value.zh == told


def test_overrides_are_found_in_the_same_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert override_names() is None
    text = '[[rename]]\nagency = "agency-0123456789abcdef"\nname = "{}"\n'
    write(folder / "库" / "zerentu.overrides.toml", text.format("三局"))
    write(folder / "zerentu.overrides.toml", "")
    assert override_names() == []
    assert override_names(None, folder / "库" / "a.lbug") == ["三局"]
    monkeypatch.setenv("ZERENTU_OVERRIDES", str(write(folder / "另一.toml", text.format("五局"))))
    assert override_names(None, folder / "库" / "a.lbug") == ["五局"]
    assert override_names(write(folder / "o.toml", text.format("改革办"))) == ["改革办"]
    with pytest.raises(SettingsError) as caught:
        find_overrides("没有.toml")
    assert caught.value.zh == "没有.toml：更正文件打不开（No such file or directory）；请检查路径"


def graph_of(path: Path, owner: str, title: str = "安庆市数据要素行动方案") -> nx.MultiDiGraph:
    """Return the graph of a plan with one task, which `owner` leads."""
    write(path, f"{title}\n一、主要任务\n1.开放数据。全面开放。（{owner}负责）\n")
    (graph,) = graphs(path)
    return graph


def ids(graph: nx.MultiDiGraph, label: str, name: str = "name") -> dict[str, str]:
    return {data[name]: key for key, data in graph.nodes(data=True) if data["label"] == label}


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EmbeddedStore, str]]:
    """Return a store that names 市统计局, and the id of it; both are only read."""
    folder = tmp_path_factory.mktemp("库")
    graph = graph_of(folder / "统计.txt", "市统计局", "安庆市统计工作方案")
    with EmbeddedStore(folder / "a.lbug") as store:
        store.load([graph])
        yield store, ids(graph, "Agency")["市统计局"]


def test_overrides_revise_a_plan_as_it_is_stored(folder: Path) -> None:
    graph = graph_of(folder / "a.txt", "市财政局")
    store = EmbeddedStore(folder / "没有.lbug")
    overrides = parse_overrides(f'[[rename]]\nagency = "{ids(graph, "Agency")["市财政局"]}"\nname = "市教体局"\n')
    revise = reviser([graph], overrides, store)
    assert revise is not None
    assert [sorted(ids(each, "Agency")) for each in (graph, revise(graph))] == [["市财政局"], ["市教育体育局"]]
    assert reviser([graph], [], store) is None


def test_an_agency_can_be_merged_with_one_that_only_the_store_knows(
    folder: Path, stored: tuple[EmbeddedStore, str]
) -> None:
    graph = graph_of(folder / "a.txt", "市财政局")
    store, statistics = stored
    finance = ids(graph, "Agency")["市财政局"]
    overrides = parse_overrides(f'[[merge]]\nagency = "{finance}"\nsame_as = "{statistics}"\n')

    def same(store: EmbeddedStore) -> set[str]:
        revise = reviser([graph], overrides, store)
        assert revise is not None
        return {end for _, end, kind in revise(graph).edges(keys=True) if kind == "SAME_AS"}

    assert same(store) == {finance, statistics}
    assert same(EmbeddedStore(folder / "没有.lbug")) == set()


def test_overrides_that_name_ids_of_a_namesake_in_the_store_are_told(folder: Path) -> None:
    graph = graph_of(folder / "a.txt", "市财政局")
    held = renamed(graph, "plan-0123456789abcdef")
    (old,), (new,) = ids(graph, "Task", "id").values(), ids(held, "Task", "id").values()
    drop = '[[owner]]\ntask = "{}"\ndrop = "agency-0123456789abcdef"\n'
    overrides = parse_overrides(drop.format(old) + drop.format(new))
    assert [note.zh for note in overrides_of_namesakes(graph, "plan-0123456789abcdef", overrides)] == [
        f"zerentu.overrides.toml 第 1 行 [[owner]] 的标识 {old} 属于先载入的同名方案，没有用在这份方案上；"
        f"要更正的如果是这份，请改写为 {new}"
    ]
    (plan,) = ids(graph, "Plan", "id").values()
    assert list(overrides_of_namesakes(graph, plan, overrides)) == []
