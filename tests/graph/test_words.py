"""Words as data: every example of every table holds its word, and a faulty table is refused with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.words import COLUMNS, Table, Word, alternatives, of_class, read_words

ROOT = Path(__file__).resolve().parents[2]
HEADER = "\t".join(COLUMNS)


def tables() -> list[Path]:
    """Return every table of words of the packages: text files whose first line of data names the columns."""
    return sorted(
        path
        for package in ("graph", "ingest", "queries", "viz", "zerentu")
        for path in (ROOT / package).rglob("data/*.tsv")
        if any(line == HEADER for line in path.read_text(encoding="utf-8").splitlines()[:20])
    )


@pytest.mark.parametrize("path", tables(), ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_every_example_holds_its_word(path: Path) -> None:
    missing = [word.text for word in read_words(path) if not re.search(word.pattern, word.example)]
    assert missing == []


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["word\tclass"], "line 1: the columns are word, class"),
        ([HEADER, "牵头\tlead"], "line 2: word, class and example"),
        ([HEADER, "牵头\tlead\t\t\t牵头\t\tx"], "line 2"),
        ([HEADER, "# a remark", "牵头\tlead\t\t\t由市财政局牵头", "牵头\tlead\t\t\t牵头"], "line 4: 牵头 stands twice"),
    ],
)
def test_a_faulty_table_is_refused_with_its_line(tmp_path: Path, lines: list[str], says: str) -> None:
    path = tmp_path / "words.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(says)):
        read_words(path)


def test_a_word_does_not_count_beside_its_exceptions(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_text(f"{HEADER}\n牵头\tlead\t单位 部门\t总\t由市财政局牵头\t牵头单位 is a label\n", encoding="utf-8")
    (word,) = read_words(path)
    found = [text for text in ("市财政局牵头", "牵头单位", "牵头部门", "总牵头") if re.search(word.pattern, text)]
    assert (found, word.reason) == (["市财政局牵头"], "牵头单位 is a label")


def test_what_may_not_stand_in_front_leaves_the_first_character_in_front() -> None:
    word = Word("部门", "office", not_after=("各", "有关"), not_before=("法人",))
    assert word.pattern == "部(?<!各部)(?<!有关部)门(?!法人)"
    found = re.compile(word.pattern)
    assert [found.search(text) is not None for text in ("部门", "各部门", "有关部门", "部门法人", "本部门")] == [
        True, False, False, False, True,
    ]  # fmt: skip


def test_longer_words_come_before_shorter_ones_and_no_word_matches_nothing() -> None:
    words = [Word("配合", "support"), Word("积极配合", "support"), Word("负责", "co_own")]
    assert re.match(alternatives(of_class(words, "support")), "积极配合做好")[0] == "积极配合"
    assert re.search(alternatives(of_class(words, "guide")), "指导") is None


@pytest.fixture
def table(tmp_path: Path) -> Table:
    (tmp_path / "data").mkdir()
    for name, rows in (
        ("roles", "牵头\tcell.lead\t\t\t牵头\n主\tcell.lead\t\t\t主"),
        ("ends", "局\tend\t面\t\t财政局"),
    ):
        (tmp_path / "data" / f"{name}.tsv").write_text(f"{HEADER}\n{rows}\n", encoding="utf-8")
    return Table(str(tmp_path / "module.py"), "roles", "ends")


def test_a_room_has_the_words_of_all_its_tables_by_class(table: Table) -> None:
    assert table.texts("end", "cell.lead") == ("牵头", "主", "局")
    assert table.pattern("end", "cell.lead", more=[Word("负责人", "own")]) == "(?:负责人|牵头|主|局(?!面))"
    assert table.meanings("cell") == {"牵头": "lead", "主": "lead"}


def test_alternatives_stand_without_a_group_each_with_what_is_behind(table: Table) -> None:
    assert table.either("end", "cell.lead") == "牵头|主|局(?!面)"
    assert table.either("cell.lead", behind="[0-9]") == "牵头[0-9]|主[0-9]"


@pytest.mark.usefixtures("table")
def test_two_tables_of_a_room_share_no_class(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=re.escape("share a class: ['end']")):
        Table(str(tmp_path / "module.py"), "ends", "ends")


def test_a_class_that_no_table_has_is_an_error(table: Table) -> None:
    with pytest.raises(KeyError, match="ending"):
        table.of("end", "ending")
    with pytest.raises(KeyError, match="row"):
        table.meanings("row")
