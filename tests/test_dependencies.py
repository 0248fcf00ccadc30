"""Every library that is installed has a licence that a public office can accept, and docs/dependencies.md says which."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
DIRECT = {canonicalize_name(Requirement(text).name): Requirement(text) for text in PROJECT["dependencies"]}
EXTRAS = {
    canonicalize_name(Requirement(text).name): Requirement(text)
    for texts in PROJECT["optional-dependencies"].values()
    for text in texts
}
#: Families of licences by the words they go by; what matches none is not accepted.
FAMILIES = {
    "MIT": r"\bMIT\b|\bISC\b|\b0BSD\b|\bZlib\b",
    "BSD": r"\bBSD\b",
    "Apache": r"\bApache\b",
    "MPL": r"\bMPL\b|Mozilla Public License 2",
    "PSF": r"\bPSF\b|\bPython-2\.0\b|Python Software Foundation",
}
STRONG = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public License", re.IGNORECASE)


def licence(name: str) -> str:
    """Return the licence that the metadata of an installed library tells: expression, else classifiers, else text."""
    told = metadata(name)
    classifiers = [each for each in told.get_all("Classifier") or [] if each.startswith("License ::")]
    first = (told.get("License") or "").strip().partition("\n")[0]
    return told.get("License-Expression") or " ".join(classifiers) or first


def families(text: str) -> set[str]:
    """Return the families of licences that a text names."""
    return {family for family, words in FAMILIES.items() if re.search(words, text)}


def installed() -> list[str]:
    """Return the libraries that zerentu brings on this machine, its direct ones and theirs, by name."""
    found: set[str] = set()
    waiting = list(DIRECT)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for text in distribution(name).requires or []:
            wanted = Requirement(text)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                waiting.append(canonicalize_name(wanted.name))
    return sorted(found)


@pytest.mark.parametrize("name", installed())
def test_no_library_is_under_a_licence_that_spreads(name: str) -> None:
    told = licence(name)
    assert families(told) and not STRONG.search(told), f"{name}: {told}"


@pytest.mark.parametrize("name", DIRECT)
def test_the_table_tells_the_licence_and_the_reason(name: str) -> None:
    (row,) = re.findall(rf"^\| `{re.escape(name)}` \| ([^|]+) \| ([^|]+) \|", PAGE, re.MULTILINE)
    assert families(row[0]) and families(row[0]) <= families(licence(name)), licence(name)


@pytest.mark.parametrize("name", EXTRAS)
def test_the_page_names_the_licence_of_what_extras_bring(name: str) -> None:
    (told,) = re.findall(rf"`{re.escape(name)}` \(([^,)]+)", PAGE)
    try:
        assert families(told) and families(told) <= families(licence(name))
    except PackageNotFoundError:
        assert families(told)


def test_the_table_names_nothing_else() -> None:
    assert set(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)) == set(DIRECT)


def test_every_range_is_bounded() -> None:
    unbounded = [str(each) for each in DIRECT.values() if not {"<", "=="} & {part.operator for part in each.specifier}]
    assert unbounded == []
