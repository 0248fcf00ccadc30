"""Persons and telephone numbers beside the name of an agency: 市住建局 张建国 13800000000 names the 市住建局."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from graph.words import Table, alternatives, read_words

__all__ = ["is_person", "without_people"]

_WORDS = Table(__file__, "items")
_TABLE = Path(__file__).with_name("data") / "surnames.tsv"
_TELEPHONE = re.compile(
    r"(?<![0-9])(?:(?:\+?86[- ]?)?1[3-9][0-9]{9}|0[0-9]{2,3}[- ]?[0-9]{7,8}|[2-9][0-9]{6,7})(?![0-9])"
)
#: What ends the name of a body or place, never that of a person standing beside one.
_NO_PERSON = "局委办部厅处科室站所院校队会司组区县市镇乡村街道省州盟旗"
_BRACKET = re.compile(r"\s*[（(](?P<name>[^（）()]{0,12})[)）]")
_SEVERAL = re.compile(r"[、，, ]+")
_CALL = re.compile(rf"[、，, ]*{_WORDS.pattern('call')}[:：]?[、，, ]*")
_TITLE = rf"{_WORDS.pattern('post')}?"


@cache
def _name() -> re.Pattern[str]:
    surnames = alternatives(read_words(_TABLE))
    return re.compile(rf"(?:{surnames})[一-鿿]{{1,2}}(?<![{_NO_PERSON}]){_TITLE}")


def is_person(text: str) -> bool:
    """Return whether some words are the name of a person, with or without a title.

    Examples
    --------
    >>> is_person("张建国"), is_person("李红局长"), is_person("高新区"), is_person("市水利局")
    (True, True, False, False)
    """
    return _name().fullmatch(text.strip()) is not None


def without_people(text: str) -> str:
    """Return the words of a cell without telephone numbers and without persons beside agencies.

    Examples
    --------
    >>> without_people("市信访局（王强，电话：0571-88001122）")
    '市信访局'
    >>> without_people("市住建局 张建国 13800000000"), without_people("市水利局（李红 8321001）、市应急局（王强）")
    ('市住建局', '市水利局、市应急局')
    """
    bare = _TELEPHONE.sub(" ", text)
    bare = _BRACKET.sub(
        lambda bracket: (
            "" if all(map(is_person, filter(None, _SEVERAL.split(_CALL.sub("", bracket["name"]))))) else bracket[0]
        ),
        bare,
    )
    words = re.split(r"(\s+|[、，,；;])", bare)
    kept = [word if at % 2 or not at or not is_person(word) else "" for at, word in enumerate(words)]
    return re.sub(r"[\s、，,；;]+$", "", "".join(kept))
