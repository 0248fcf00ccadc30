"""Stable ids: hashes of natural keys.

The same thing gets the same id on every machine and every day, so loading a
plan twice changes nothing. Parts are joined by a separator that no text holds;
without it ``("ab", "c")`` and ``("a", "bc")`` would be one thing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from graph.width import fold_width

__all__ = ["fold", "make_id"]

_SEPARATOR = "\x1f"
_BLANK = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return what two spellings of one phrase share: one width (`graph.width`), then NFKC, without white space.

    Examples
    --------
    >>> fold("各县〔市、区〕 人民政府") == fold("各县（市、区）人民政府")
    True
    """
    return _BLANK.sub("", unicodedata.normalize("NFKC", fold_width(text)))


def make_id(label: str, *parts: str | int) -> str:
    """Return the id of the thing of kind `label` whose natural key is `parts`.

    Parameters
    ----------
    label
        A label of `graph.model.schema`; in lower case it starts the id, so that a reader sees what the id is of.
    *parts
        The natural key. Text is folded (`fold`) before it is hashed.

    Returns
    -------
    str
        Label, hyphen, 16 hexadecimal digits (64 bits of BLAKE2b).

    Examples
    --------
    >>> make_id("Agency", "洛阳市", "市财政局") == make_id("Agency", "洛阳市", "市 财政局")
    True
    >>> make_id("Agency", "ab", "c") == make_id("Agency", "a", "bc")
    False
    """
    key = _SEPARATOR.join([label, *(fold(str(part)) for part in parts)])
    return f"{label.lower()}-{hashlib.blake2b(key.encode(), digest_size=8).hexdigest()}"
