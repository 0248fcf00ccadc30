"""What the code says is found in its source and written into a catalogue with the translations that are known."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from graph.messages import read_po
from zerentu import translations
from zerentu.translations import catalogue_text, marked, placeholders

CATALOGUE = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: en\n"

#: viz/a.py viz/深/b.py
msgid "文件 {path} 打不开"
msgstr "{path} cannot be opened"

#: viz/a.py
msgid "写“\"”\n再换行"
msgstr ""

#: viz/深/b.py
msgid "没有方案"
msgstr ""
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for the checkout, with a package of two modules."""
    (tmp_path / "viz" / "深").mkdir(parents=True)
    (tmp_path / "viz" / "a.py").write_text(
        'said = tell("文件 {path} 打不开", path=1)\nX = {1: _("写“\\"”\\n再换行")}\nother("不算")\nobj._("不算")\n',
        "utf-8",
    )
    (tmp_path / "viz" / "深" / "b.py").write_text(
        'def f():\n    return _("没有方案"), _("文件 {path} 打不开"), _("没有方案")\n', "utf-8"
    )
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    return tmp_path


def test_templates_are_found_with_the_modules_that_say_them(checkout: Path) -> None:
    assert list(marked("viz").items()) == [
        ("文件 {path} 打不开", ["viz/a.py", "viz/深/b.py"]),
        ('写“"”\n再换行', ["viz/a.py"]),
        ("没有方案", ["viz/深/b.py"]),
    ]
    assert marked("graph") == {}


@pytest.mark.parametrize("call", ["_(f'{x} 个')", "tell(sentence)", "_('一', '二')", "_()", "_(3)"])
def test_what_is_marked_must_be_one_literal_text(checkout: Path, call: str) -> None:
    (checkout / "viz" / "a.py").write_text(f"x = 1\ny = {call}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^viz/a\.py:2: mark one literal text, and give its values by name$"):
        marked("viz")


def test_a_catalogue_keeps_what_is_translated_and_drops_what_nobody_says(checkout: Path) -> None:
    known = {"文件 {path} 打不开": "{path} cannot be opened", "没有人说": "nobody"}
    text = catalogue_text("viz", known)
    assert text == CATALOGUE
    assert read_po(io.StringIO(text)) == {
        "文件 {path} 打不开": "{path} cannot be opened",
        '写“"”\n再换行': "",
        "没有方案": "",
    }


@pytest.mark.parametrize(
    ("template", "names"),
    [("没有值", set()), ("{a}：{b:.1f} {a!r}", {"a", "b"}), ("{{不是值}} {c}", {"c"}), ("", set())],
)
def test_placeholders_are_the_names_of_the_values(template: str, names: set[str]) -> None:
    assert placeholders(template) == names
