"""Labels that announce responsibility or a deadline: 责任单位：X, 【牵头单位】X, 完成时限：2027年.

The words are `data/labels.tsv`, where the class is the role; a label of the lexicon in force is a row like the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.agencies.lexicon import Lexicon, active
from graph.model.vocabulary import Role, as_role
from graph.words import Table, Word, alternatives, initials
from ingest.language.hinted import Hinted
from ingest.language.lexicon_pattern import LexiconPattern

__all__ = [
    "BARE_LABEL",
    "CLAUSE_END",
    "LABEL",
    "LEVEL",
    "NEIGHBOUR_LABEL",
    "PERSON_ASIDE",
    "SHORT_LABELS",
    "deadline_label",
    "is_member_label",
    "label_role",
    "label_words",
    "names_person",
    "own_labels",
]  # fmt: skip

#: Stands for each character of a stretch that was read for itself and taken out of a clause: unlike a blank it ends what
#: stands before it, as a semicolon does; offsets stay.
CLAUSE_END = ";"

_LABELS = Table(__file__, "labels")
_ENDINGS = Table(__file__, "label_endings")
_OTHER = Table(__file__, "other_labels")
_SHORT = tuple(word for word in _LABELS.words if word.kind.endswith(".short"))
_LONG = tuple(word for word in _LABELS.words if not word.kind.endswith(".short"))
#: Label to role or deadline: what stands behind the dot of a class is no part of the role.
_MEANINGS = {word.text: word.kind.partition(".")[0] for word in _LABELS.words}
_MEMBERS = frozenset(word.text for word in _LABELS.words if word.kind.endswith(".member"))
_PEOPLE = tuple(word.text for word in _ENDINGS.of("person"))
_AGENCIES = tuple(word.text for word in _ENDINGS.of("agencies"))


def _meaning(word: str) -> str | None:
    return active().labels.get(word) or _MEANINGS.get(word)


def label_role(word: str) -> Role | None:
    """Return the role that a label gives, or None if `word` is not a label that gives one.

    Examples
    --------
    >>> label_role("责任单位"), label_role("完成时限")
    ('co_own', None)
    """
    role = _meaning(word)
    return None if role is None or role == "deadline" else as_role(role)


def deadline_label(word: str) -> bool:
    """Return whether a label announces a deadline."""
    return _meaning(word) == "deadline"


def is_member_label(word: str | None) -> bool:
    """Return whether a label says who answers only beside another one: 成员单位."""
    return word in _MEMBERS


def names_person(word: str) -> bool:
    """Return whether a label announces a person, who cannot be an owner: 责任人."""
    return word.endswith(_PEOPLE)


@lru_cache(maxsize=4)
def own_labels(lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the labels of a lexicon as rows of the table of labels."""
    return tuple(Word(text=label, kind=role, example=f"{label}：") for label, role in lexicon.labels.items())


def label_words(lexicon: Lexicon) -> str:
    """Return the alternatives of a pattern for labels, longest first; those that need a colon are left out."""
    return alternatives([*_LONG, *own_labels(lexicon)])


#: Whose, before a label: 市级责任单位.
LEVEL = _OTHER.pattern("level")

#: Labels that are read as such only before a colon, or in brackets before a name: （牵头）市教育局.
SHORT_LABELS = f"(?:{alternatives(_SHORT)})"


def _role_labels(lexicon: Lexicon) -> list[Word]:
    """Return the labels that announce agencies, which may do without a colon."""
    roles = (word for word in _LABELS.words if word.text.endswith(_AGENCIES) and word.text in _MEANINGS)
    return [*roles, *own_labels(lexicon)]


def _role_words(lexicon: Lexicon) -> str:
    return alternatives(_role_labels(lexicon))


def _label(lexicon: Lexicon) -> str:
    words = [*_LABELS.words, *_ENDINGS.of("deadline"), *own_labels(lexicon), *_OTHER.of("level")]
    return rf"""(?={initials(words)})(?:
        # 责任单位：, 责任单位（省级）： and 市级责任单位：; a short label only where no other Chinese character stands before it: 分工：
        (?:(?<![一-鿿])(?P<level>{LEVEL}))?
        (?P<label>{label_words(lexicon)}|(?(level)|(?<![一-鿿]))(?:{alternatives(_SHORT)}))
        (?:及[一-鿿]{{2,4}}|\d{{1,2}}[个家]?)?               # 牵头单位及责任人：, 责任单位1：, 责任单位2个：
        (?:\([^()]{{0,24}}\)|{CLAUSE_END}{{4,40}})?          # an aside, or what was read for itself
        \s?:\s?
        # 责任单位为市教育局, 责任单位 市教育局, 责任单位——市教育局, 完成时限为2027年: at the beginning of a phrase
      | (?<![一-鿿“])(?P<bare>{_role_words(lexicon)}|{alternatives(_ENDINGS.of("deadline"))})
        (?:[为是]|[ ]+|[—–]{{1,2}}|[→>]+)(?=[一-鿿]{{2}}|\d)
    )"""


def _last_characters(words: Iterable[Word], others: str = "") -> str:
    """Return a class of the characters that some words end with, and of some others."""
    return f"[{re.escape(''.join(sorted({*others, *(word.text[-1] for word in words)})))}]"


def _label_hint(lexicon: Lexicon) -> str:
    """Return a pattern that a text with a label holds: a colon, or the last character of a label and what may stand for one."""
    last = _last_characters([*_role_labels(lexicon), *_ENDINGS.of("deadline")], ":")
    return rf"{last}(?:(?<=:)|[为是 —–→>0-9个家])"


#: A label with its colon, or with 为, 是 or a blank at the beginning of a sentence.
LABEL = Hinted(LexiconPattern(_label_hint), LexiconPattern(_label, re.VERBOSE))

#: A label with nothing behind it but the first agency, at the beginning of a phrase: 责任单位市财政局，配合单位市税务局.
BARE_LABEL = Hinted(
    LexiconPattern(lambda lexicon: f"{_last_characters(_role_labels(lexicon))}[省市县区州盟旗各]"),
    LexiconPattern(
        lambda lexicon: rf"(?:^|(?<=[,;。\n]))(?P<bare>{_role_words(lexicon)})(?=[省市县区州盟旗各])(?!各[负司自])"
    ),
)

#: Who in a body answers, and how to reach them: 市财政局（责任人：张某，电话：…）.
PERSON_ASIDE = re.compile(rf"\([一-鿿]{{0,4}}(?:{_ENDINGS.pattern('person')}|{_OTHER.pattern('contact')})\s?:[^()]*\)")

#: Labels of a clause's neighbours, with what they say: 备注：每月报送, 工作措施：开展排查.
NEIGHBOUR_LABEL = re.compile(
    rf"(?:^|(?<=[\s;。]))(?:{_OTHER.pattern('label')}|{_OTHER.pattern('before')}?{_OTHER.pattern('stem')})\s?:"
)
