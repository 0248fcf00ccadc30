"""The file that the explorer is: what it holds, and what it may not hold."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from explorer_content import content
from lxml import html

from graph.errors import SettingsError
from viz.explorer import Explorer, write_explorer

STATIC = Path(__file__).resolve().parents[2] / "viz" / "static"


def island(path: Path) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def records(table: dict) -> list[dict]:
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def test_rows_point_at_each_other_by_their_places(tmp_path: Path) -> None:
    data = island(write_explorer(tmp_path / "a.html", content()))
    first, orphan, planted = records(data["tasks"])
    agencies, texts = records(data["agencies"]), data["texts"]
    assert [(agencies[row[0]]["name"], *row[1:4], texts[row[6]]) for row in first["owners"]] == [
        ("市工业和信息化局", "lead", "explicit", 0, "市工信局牵头，市财政局配合"),
        ("市财政局", "support", "explicit", 0, "市工信局牵头，市财政局配合"),
    ]
    assert [row[3] for row in planted["owners"]] == [1, 1]  # inherited
    assert (orphan["owners"], texts[orphan["clause"]], texts[orphan["section"]]) == ([], None, "重点任务")
    assert [records(data["plans"])[row["plan"]]["region"] for row in (first, planted)] == ["云泽市", "沙原县"]


def test_a_sentence_of_many_rows_stands_once(tmp_path: Path) -> None:
    text = write_explorer(tmp_path / "a.html", content(more=300)).read_text("utf-8")
    # In the text of each task; the clause that 301 tasks and 302 owners share, once more.
    assert text.count("市工信局牵头，市财政局配合") == 302


def test_the_page_names_no_address_and_its_policy_lets_only_its_own_script_run(tmp_path: Path) -> None:
    given = replace(content(), title="见 http://example.org</title><script>")
    text = write_explorer(tmp_path / "a.html", replace(given, made="HTTP://x")).read_text("utf-8")
    tree = html.fromstring(text)
    assert tree.xpath("//title/text()") == ["见 http://example.org</title><script>"]
    assert re.findall("http(?!-equiv)[^ ]{0,4}", re.sub("http://example.org&lt;", "", text), re.IGNORECASE) == []
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert re.fullmatch(
        "default-src 'none'; script-src 'sha256-[^']+'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        policy,
    )


def test_nothing_at_all_is_a_page_too(tmp_path: Path) -> None:
    empty = Explorer(title="无", made="", levels=[], plans=[], agencies=[], tasks=[], targets=[], rules=[], findings=[])
    data = island(write_explorer(tmp_path / "a.html", empty))
    assert data["tasks"] == {"columns": [], "rows": []}


def test_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        write_explorer(tmp_path / "a.html", content(), lang="de")
    assert list(tmp_path.iterdir()) == []


#: What browsers learned after the oldest that the page names (Chrome 63, Firefox 60).
YOUNGER = r"\?\.[a-z\[(]|\?\?|\.replaceAll\(|\.flat(?:Map)?\(|\.at\(|fromEntries|catch \{|#[a-z]+ =|\.replaceChildren|import\("


@pytest.mark.parametrize(
    "path", sorted(STATIC.rglob("*.js")),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)  # fmt: skip
def test_scripts_are_short_and_old_browsers_read_them(path: Path) -> None:
    text = path.read_text("utf-8")
    # Comments of types stay in the checkout.
    assert re.findall(YOUNGER, re.sub(r"/\*\*.*?\*/", "", text, flags=re.DOTALL)) == []
    assert re.findall("innerHTML|outerHTML|insertAdjacent|document.write", text) == []
    assert text.count("\n") < 400
