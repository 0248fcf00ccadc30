"""Words stand in tables, not in code: no list of more than four Chinese words, as a literal or as the alternatives of a pattern.

What counts are the literals of a tuple, a list, a set or a mapping, and the alternatives of one group of a pattern that are
plain words. What comes out of a table is put in where the pattern is built, so it does not count. Docstrings do not either.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")
MOST = 4
#: What is no list of words that a text may hold, and why.
EXEMPT = {
    "graph/agencies/lexicon.py": "the keywords of the user's own file: a format of ours",
    "graph/overrides/file.py": "the keywords of the user's own file: a format of ours",
    "ingest/files/workbook.py": "formats of dates by number, as a file format has them",
    "ingest/targets/units.py": "numerals and what they are worth",
    "ingest/language/item_numbers.py": "the ranks of headings",
    "queries/same_titles.py": "reasons that the program writes",
    "zerentu/commands/agency.py": "captions that the program writes",
}
_HAN = re.compile(r"[一-鿿]")
#: A character set or an escaped character: what holds one is more than a word.
_SIGN = re.compile(r"\[(?:\\.|[^\]\\])*\]|\\.")
#: What a group begins with: (?:, (?P<name>, (?<!.
_OPENING = re.compile(r"^\?(?:[:=!]|<[=!]|P<\w+>)")
#: A word, which may have parts that are optional, or be bound to the beginning or the end.
_WORD = re.compile(r"[\s^$?]*[一-鿿][\s^$?一-鿿]*")


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def groups(pattern: str) -> Iterator[list[str]]:
    """Yield the alternatives of each group of a pattern, without those of the groups inside them."""
    stack: list[list[str]] = [[""]]
    for sign in _SIGN.sub("\0", pattern):
        if sign == "(":
            stack.append([""])
        elif sign == ")" and len(stack) > 1:
            yield [_OPENING.sub("", word) for word in stack.pop()]
        elif sign == "|":
            stack[-1].append("")
        else:
            stack[-1][-1] += sign
    yield from stack


def lists(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Yield line and number of words of each list of Chinese words in a module."""
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        match node:
            case ast.Tuple() | ast.List() | ast.Set():
                yield node.lineno, sum(map(_is_word, node.elts))
            case ast.Dict():
                yield node.lineno, max(sum(map(_is_word, node.keys)), sum(map(_is_word, node.values)))
            case ast.JoinedStr():
                text = "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
                yield from ((node.lineno, count) for count in _alternatives(text))
            case ast.Constant(value=str(text)) if id(node) not in spoken | inside:
                yield from ((node.lineno, count) for count in _alternatives(text))


def _is_word(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _HAN.search(node.value) is not None


def _alternatives(text: str) -> Iterator[int]:
    lines = (re.sub(r"\s#.*", "", line) for line in text.splitlines())
    for words in groups("\n".join(lines)):
        yield sum(_WORD.fullmatch(word) is not None for word in words) if len(words) > 1 else 0


def too_long(source: str) -> list[tuple[int, int]]:
    """Return line and length of the lists of words of a module that are too long."""
    return [(line, count) for line, count in lists(ast.parse(source)) if count > MOST]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_list_of_words_stands_in_code(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = too_long(path.read_text(encoding="utf-8"))
    assert found == [] or name in EXEMPT, "make it rows of a table in the room's data/"


def test_the_lists_name_files_that_exist() -> None:
    assert {name for name in EXEMPT if not (ROOT / name).is_file()} == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("A = ('甲', '乙', '丙', '丁', '戊')", [(1, 5)]),
        ("A = ['甲', '乙', '丙', '丁']", []),
        ("A = {'甲': 1, '乙': 2, '丙': 3, '丁': 4, '戊': 5}", [(1, 5)]),
        ("A = r'(?:甲|乙|丙|丁)?戊|己'", []),
        ("A = r'x(?:甲|乙(?:子|丑)|丙|丁|戊)?'", [(1, 5)]),
        ("A = r'(?:甲[子丑]|乙|丙|丁|戊)'", []),
        ("A = r'^甲|^乙|丙$|丁?|戊|(?<!子)己'", [(1, 6)]),
        ("A = rf'(?:甲|{b}|丙|丁|戊)'", []),
        ("A = rf'(?:甲|{b}|丙|丁|戊|己)'", [(1, 5)]),
        ("A = '甲|乙|丙|丁|戊'", [(1, 5)]),
        ("A = '[甲|乙|丙|丁|戊]'", []),
        ("def f():\n    '''甲|乙|丙|丁|戊'''", []),
        ("A = '''\n甲  # 乙|丙|丁|戊|己\n'''", []),
    ],
)
def test_what_counts_as_a_list_of_words(source: str, found: list[tuple[int, int]]) -> None:
    assert too_long(source) == found
