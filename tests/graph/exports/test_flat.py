"""What GraphML and GEXF share."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SettingsError
from graph.exports.flat import Text, caption, escape

ALLOWED = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\t\n\r", exclude_characters="\ufffe\uffff"))  # fmt: skip


@given(ALLOWED)
def test_a_parser_gives_back_what_was_escaped(text: str) -> None:
    node = ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert (node.get("b"), node.text or "") == (text, text)


def test_what_xml_cannot_hold_becomes_a_picture_and_is_counted() -> None:
    text = Text()
    assert (text.text("甲\x0c乙\x00"), text.text("丙"), text.text("\uffff")) == ("甲\u240c乙\u2400", "丙", "\ufffd")
    assert text.changed == 2


def test_nothing_in_an_id_is_replaced() -> None:
    assert Text().id("a&b") == "a&amp;b"
    with pytest.raises(SettingsError) as caught:
        Text().id("a\x00")
    assert caught.value.zh == "标识 'a␀' 含有控制字符，XML 无法保存；请导出为 jsonl"


def test_values_are_written_by_their_kind() -> None:
    known = {
        "aliases": "strings",
        "draft": "boolean",
        "value": "float",
        "line": "integer",
        "name": "string",
        "due": "integer",
    }
    data = {"aliases": ["甲", '"'], "draft": False, "value": 3, "line": 4, "name": "<", "due": None}
    assert list(Text().values(known, data)) == [
        ("aliases", "[&quot;甲&quot;, &quot;\\&quot;&quot;]"),
        ("draft", "false"),
        ("value", "3.0"),
        ("line", "4"),
        ("name", "&lt;"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"label": "Task", "number": "二/1", "title": "改造炉窑"}, "二/1 改造炉窑"),
        ({"label": "Agency", "name": "市财政局", "number": "1"}, "市财政局"),
        ({"label": "Target", "metric": "能耗"}, "能耗"),
        ({"label": "Override"}, "key"),
        ({"label": "Plan", "title": "长" * 31}, "长" * 29 + "…"),
        ({"label": "Plan", "title": "长" * 30}, "长" * 30),
    ],
)
def test_a_caption_is_short(data: dict[str, str], said: str) -> None:
    assert caption("key", data) == said
