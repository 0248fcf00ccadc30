"""ES modules become one script: each after what it imports, no name declared twice, nothing that cannot be joined."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import viz
from viz.modules import joined

STATIC = Path(viz.__file__).with_name("static")
ENTRIES = ("map.js", "explorer.js", "matrix.js", "report.js", "serve.js")
SITE = {
    "page.js": '// The page.\nimport { one } from "./parts/one.js";\nimport "./parts/effect.js";\n\nconst all = [one];\n',
    "parts/one.js": 'import {\n  two, three,\n} from "../common/two.js";\nexport const one = two + three;\n',
    "parts/effect.js": 'import { one } from "./one.js";\none;\n',
    "common/two.js": "export let two = 2;\nexport function three() {}\nexport class Four {}",
}


def test_a_module_stands_behind_what_it_imports_and_once() -> None:
    script = joined("page.js", SITE.__getitem__)
    assert script == (
        '(() => {\n"use strict";\n'
        "let two = 2;\nfunction three() {}\nclass Four {}\n\n"
        "const one = two + three;\n\n"
        "one;\n\n"
        "// The page.\n\nconst all = [one];\n\n"
        "})();"
    )


def test_types_stay_with_the_source() -> None:
    text = "/** @type {number} */\nexport const a = 1;\n  /**\n   * @param {*} b **\n   */\n/** @type {A} */ (a).act();\n// */\n"
    assert joined("a.js", {"a.js": text}.__getitem__) == (
        '(() => {\n"use strict";\nconst a = 1;\n/** @type {A} */ (a).act();\n// */\n\n})();'
    )


def test_modules_may_import_each_other() -> None:
    site = {
        "a.js": 'import { b } from "./b.js";\nexport const a = () => b;\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = () => a;\n',
    }
    assert (
        joined("a.js", site.__getitem__) == '(() => {\n"use strict";\nconst b = () => a;\n\nconst a = () => b;\n\n})();'
    )


@pytest.mark.parametrize(
    ("site", "told"),
    [
        (
            {"a.js": 'import { b } from "./b.js";\n', "b.js": "const b = 1;\n"},
            r"a.js imports b, which b.js does not export",
        ),
        ({"a.js": 'import "./b.js";\nlet c;\n', "b.js": "function c() {}\n"}, r"a.js and b.js both declare c"),
        ({"a.js": "export default 1;\n"}, r"a.js: 'export default 1;' cannot be joined"),
        ({"a.js": 'import * as b from "./b.js";\n'}, r"cannot be joined"),
        (
            {"a.js": 'import { b as c } from "./b.js";\n', "b.js": "export const b = 1;\n"},
            r"a.js imports b as c, which",
        ),
        ({"a.js": 'import { b } from "elsewhere";\n'}, r"cannot be joined"),
        ({"a.js": "export { a };\n"}, r"cannot be joined"),
    ],
    ids=["not exported", "clash", "default", "namespace", "renamed", "package", "list"],
)
def test_what_cannot_be_joined_is_told(site: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        joined("a.js", site.__getitem__)


def test_every_module_is_in_a_page() -> None:
    read: set[str] = set()

    def text(path: str) -> str:
        read.add(path)
        return (STATIC / path).read_text("utf-8")

    for entry in ENTRIES:
        joined(entry, text)
    assert read == {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js")}


@pytest.mark.parametrize("entry", ENTRIES)
def test_old_browsers_read_a_page_and_texts_never_become_markup(entry: str) -> None:
    newer = re.compile(
        r"\?\.[a-zA-Z\[(]|\?\?|\.replaceAll\(|\.replaceChildren\(|\.at\(|\.flatMap\(|fromEntries|structuredClone|catch \{"
    )
    script = joined(entry)
    assert not newer.search(script)
    assert "innerHTML" not in script and "insertAdjacentHTML" not in script
