"""What the elements of a page hold, each counted once, whatever surrounds it."""

from __future__ import annotations

from lxml import etree, html

from ingest.files.web.weights import Weights

PAGE = """<html><body><div id="a">甲，乙。<b>丙、</b>丁；<a href="/x">戊，牵头</a></div>
<!-- 己，庚 --><ul id="b"><li><a href="/1">辛</a></li><li><a href="/2">壬</a></li><li><a href="/3">癸</a></li></ul>
<p id="c">市教育局<i>牵</i>头，市财政局配合。</p><p id="d">牵头</p></body></html>"""


def weighed() -> tuple[Weights, dict[str, int]]:
    root = html.document_fromstring(PAGE)
    weights = Weights(root)
    return weights, {str(node.get("id")): at for node, at in weights.at.items() if node.get("id")}


def test_marks_and_words_of_a_clause_count_outside_of_links() -> None:
    weights, at = weighed()
    assert {name: weights.marks[place] for name, place in at.items()} == {"a": 4, "b": 0, "c": 2, "d": 0}
    assert {name: weights.clauses[place] for name, place in at.items()} == {"a": 0, "b": 0, "c": 0, "d": 1}
    assert (weights.marks[0], weights.clauses[0]) == (6, 1)


def test_characters_and_links_count_everywhere_but_in_comments() -> None:
    weights, at = weighed()
    held = {name: (weights.length[place], weights.linked[place], weights.links[place]) for name, place in at.items()}
    assert held == {"a": (12, 4, 1), "b": (3, 3, 3), "c": (14, 0, 0), "d": (2, 0, 0)}
    assert not any(node.tag is etree.Comment for node in weights.at)


def test_what_is_taken_out_weighs_nothing_any_more() -> None:
    weights, at = weighed()
    marks = weights.marks_without({at["a"]})
    assert (marks[0], marks[at["a"]], marks[at["c"]]) == (2, 0, 2)
    assert weights.marks_without(()) == weights.marks
