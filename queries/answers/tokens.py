"""A question as a row of characters, of which the slots take theirs: what nobody took has not been understood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.words import Table
from queries.answers.later import Later
from queries.answers.vocabulary import finder_in, spelled_in, words

__all__ = ["Question", "asked_plainly", "fold_question"]

_PUNCTUATION = re.compile(r"[?!。,;:…\"'“”‘’「」『』·~—]+")
_USED = "\0"
_WORDS = Table(__file__, "phrases")
#: Whether there are any is asked like which there are; 有无主任务 asks for tasks without owners.
_WHETHER = re.compile("(?<!所)有没有|有无(?!主)|是不是有|是否有")
#: 管不管, 负不负责, 牵没牵头: whether somebody does it is asked like what there is.
_OR_NOT = Later(lambda: rf"({_WORDS.pattern('or_not')})[不没]\1", "不", "没")
#: 能不能告诉我 asks for what comes behind.
_POLITE = Later(lambda: rf"{_WORDS.pattern('polite')}(?={_WORDS.pattern('told')})", *_WORDS.texts("polite"))


def fold_question(text: str) -> str:
    """Return a question in half width and lower case, brackets full width, other signs as blanks.

    Examples
    --------
    >>> fold_question("洛阳市方案二(三)４，归谁管？")
    '洛阳市方案二（三）4 归谁管'
    """
    half = "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in text)
    half = half.lower().replace("　", " ").replace("(", "（").replace(")", "）")
    return " ".join(_PUNCTUATION.sub(" ", half).split())


def asked_plainly(text: str) -> str:
    """Return a question without what only asks whether it may be asked, or whether there is anything.

    Examples
    --------
    >>> asked_plainly("能不能告诉我市财政局管不管绿色金融"), asked_plainly("有没有专栏")
    ('告诉我市财政局管绿色金融', '有专栏')
    """
    return _OR_NOT.sub(r"\1", _WHETHER.sub("有", _POLITE.sub("", text)))


class Question:
    """The words of a question, taken slot by slot.

    Attributes
    ----------
    text
        The whole question, folded.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._free = list(text)
        self.said: dict[str, list[str]] = defaultdict(list)

    @property
    def free(self) -> str:
        """What nobody has taken yet, the taken characters as NUL, so that offsets stay."""
        return "".join(self._free)

    def take(self, start: int, end: int) -> str:
        """Take the characters between two offsets, and return them."""
        taken = self.text[start:end]
        self._free[start:end] = _USED * (end - start)
        return taken

    def find(self, pattern: re.Pattern[str] | Later) -> re.Match[str] | None:
        """Take the first match of a pattern in what is free."""
        match = pattern.search(self.free)
        if match:
            self.take(match.start(), match.end())
        return match

    def find_all(self, pattern: re.Pattern[str] | Later) -> list[re.Match[str]]:
        """Take every match of a pattern in what is free."""
        matches = list(pattern.finditer(self.free))
        for match in matches:
            self.take(match.start(), match.end())
        return matches

    def read_words(self, names: str = "") -> None:
        """Take every word of the table, the longest first, and keep it under its classes in `said`.

        Parameters
        ----------
        names
            Titles and metrics: a word of one character is left where it stands in the middle of their words
            (光 in 光纤, 起 in 起降点).
        """
        kinds: dict[str, list[str]] = defaultdict(list)
        for word in words():
            kinds[word.text].append(word.kind)
        for match in finder_in(self.free).finditer(self.free):
            if len(match[0]) == 1 and self._inside(match.start(), names):
                continue
            self.take(match.start(), match.end())
            for kind in kinds[match[0]]:
                if kind != "noise":
                    self.said[kind].append(match[0])

    def _inside(self, at: int, names: str) -> bool:
        """Return whether a character makes a word of `names` with one that stands free beside it."""
        free = self.free
        pairs = (free[max(at - 1, 0) : at + 1], free[at : at + 2])
        return any(len(pair) == 2 and _USED not in pair and pair in names for pair in pairs)

    def has(self, *kinds: str) -> bool:
        """Return whether a word of any of some classes was said."""
        return any(self.said.get(kind) for kind in kinds)

    def left(self) -> Iterator[str]:
        """Yield the stretches that nobody took, without the small words at their ends; 应 in 供应链 is none."""
        noise = spelled_in(self.free, "noise")
        ends = re.compile(rf"^(?:{noise}|\s|[、（）/])+|(?:{noise}|\s|[、（）/])+$")
        for stretch in re.findall(r"[^\0、（）]+", self.free):
            bare, before = ends.sub("", stretch), None
            while bare != before:
                bare, before = ends.sub("", bare), bare
            if bare:
                yield bare.replace(" ", "")
