"""One width for every text: half-width signs, round brackets, plain blanks, character by character.

A text keeps its length, so that an offset found in the folded text is an offset in the original. Chinese signs
without a half-width form (。、“”《》) stay as they are; whatever is compared with a folded text is written in half width.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

__all__ = ["BLANK", "FOLD", "OFTEN", "any_of_codes", "fold_width", "replacer"]

#: Stands for a character that is there and not read: in a title, in a quoted name. No text holds it, and no word matches it.
BLANK = "\0"

#: Character to what stands for it; a superset of `FOLD` may be given to `replacer` where more is to be folded.
FOLD: dict[str, str] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(chr, [0x3000, 0xA0, 0x202F, 0x205F, *range(0x2000, 0x200B)]), " "),
    **dict.fromkeys("〔［【｛[{﹙〈〖〘⟨", "("),
    **dict.fromkeys("〕］】｝]}﹚〉〗〙⟩", ")"),
    **dict.fromkeys("︰∶", ":"),
    **dict(zip("﹐﹑﹒﹔﹕﹖﹗﹪", ",、.;:?!%", strict=True)),
}


def any_of_codes(codes: Iterable[int]) -> str:
    """Return a class of characters for a pattern, written in stretches.

    `re` compares each single character beyond U+FFFF that a class holds with each character of a text, a stretch of them once.

    Examples
    --------
    >>> any_of_codes([0x62, 0x61, 0x63, 0x78])
    '[a-cx-x]'
    """
    stretches: list[list[int]] = []
    for code in sorted(set(codes)):
        if stretches and code == stretches[-1][1] + 1:
            stretches[-1][1] = code
        else:
            stretches.append([code, code])
    return f"[{''.join(f'{re.escape(chr(low))}-{re.escape(chr(high))}' for low, high in stretches)}]"


def replacer(plain: Mapping[str, str], often: str = "") -> Callable[[str], str]:
    r"""Return a function that replaces single characters of a text.

    Parameters
    ----------
    plain
        What stands for each character.
    often
        Those of them that many texts hold, none of which stands for another one: each is replaced in a pass of its own.

    Notes
    -----
    It takes a fourteenth of the time of ``str.translate``, which raises an error and catches it for every character that
    is in no table, so for nearly all of a Chinese text; and, with its punctuation in `often`, a fifth of the time of a
    pattern that calls back for each comma.

    Examples
    --------
    >>> replacer({"，": ",", "\u200b": ""}, "，")("甲，\u200b乙")
    '甲,乙'
    """
    common = [(character, plain[character]) for character in often]
    rare = {character: other for character, other in plain.items() if character not in often}
    odd = re.compile(any_of_codes(map(ord, rare)) if rare else "(?!)")

    def replaced(text: str) -> str:
        if odd.search(text):
            text = odd.sub(lambda found: rare[found[0]], text)
        for character, other in common:
            text = text.replace(character, other)
        return text

    return replaced


#: The punctuation of nearly every Chinese text.
OFTEN = "，：；（）"
_fold = replacer(FOLD, OFTEN)


def fold_width(text: str) -> str:
    """Return `text` in half width with round brackets, character by character.

    Folding twice changes nothing more.

    Examples
    --------
    >>> fold_width("〔牵头单位：市财政局；１〕")
    '(牵头单位:市财政局;1)'
    """
    return _folded(text) if len(text) <= _SHORT else _fold(text)


#: Characters of a text that is worth remembering: names, labels and cells come back again and again.
_SHORT = 40


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return _fold(text)
