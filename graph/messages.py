"""Sentences for people: written in Chinese where they arise, told in Chinese or in English.

The Chinese template stands in the code and is the key of the English one, which a gettext catalogue holds, one a
package (``locale/en/graph.po``). ``_`` marks a template, so that `zerentu.translations` finds it::

    raise SettingsError(_("{path} 是文件；请写文件夹名", path=path))

Values have names, because the order of a sentence differs between the languages. A value that is a `Message` itself
is told in the same language, and a list or tuple is joined as that language joins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from pathlib import Path, PurePath
from typing import IO, Any

from graph.visible import visible

__all__ = ["CATALOGUES", "Message", "_", "read_po"]

#: A number of things at the end of what is said of them: behind "{count} tasks have" a verb would have to follow suit.
_PLURAL = re.compile(r"\{(\w+)\} ([a-z]+?)(ies|s)(?=[,;:.)]|$| \()")
#: Where the catalogues of English templates stand.
CATALOGUES = Path(__file__).parent / "locale" / "en"


@dataclass(frozen=True, repr=False)
class Message:
    """A sentence in two languages; `str` returns the English one.

    Attributes
    ----------
    template : str
        The Chinese sentence, with the names of its values in braces.
    values : mapping
        What the names stand for.

    Examples
    --------
    >>> said = _("{path} 是文件；请写文件夹名", path="甲.json")
    >>> said.zh, said.en
    ('甲.json 是文件；请写文件夹名', '甲.json is a file; name a folder')
    """

    template: str
    values: Mapping[str, Any]

    @property
    def zh(self) -> str:
        """The sentence in Chinese."""
        return self.told("zh")

    @property
    def en(self) -> str:
        """The sentence in English; in Chinese if the catalogue lacks it."""
        return self.told("en")

    def told(self, language: str) -> str:
        """Return the sentence in Chinese (``zh``) or English (``en``)."""
        template = self.template
        if language == "en":
            ones = {name for name, value in self.values.items() if value == 1 and type(value) is int}
            template = _counted_out(_english().gettext(template), ones) if ones else _english().gettext(template)
        return template.format_map({name: _value(value, language) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.en

    def __repr__(self) -> str:
        return f"Message({self.en!r})"


def _(template: str, /, **values: Any) -> Message:
    """Return the sentence of a Chinese template; this call marks the template for the catalogues."""
    return Message(template, values)


def _counted_out(template: str, ones: set[str]) -> str:
    """Return an English template with the singular behind those values that are one: 1 region, 1 agency."""

    def one(found: re.Match[str]) -> str:
        return f"{{{found[1]}}} {found[2]}{'y' if found[3] == 'ies' else ''}" if found[1] in ones else found[0]

    return _PLURAL.sub(one, template)


def _value(value: Any, language: str) -> Any:
    """Return a value as one language tells it."""
    if isinstance(value, Message):
        return value.told(language)
    if isinstance(value, list | tuple):
        return ("、" if language == "zh" else ", ").join(str(_value(each, language)) for each in value)
    if isinstance(value, str | PurePath):
        # Titles and names of files come from outside, and a message goes to a terminal.
        return visible(str(value))
    return value


class _Catalogue(NullTranslations):
    """The English templates of all packages, out of the text of their catalogues: nothing has to be compiled."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, str] = {}
        for path in sorted(CATALOGUES.glob("*.po")):
            with path.open(encoding="utf-8") as file:
                self.entries.update(read_po(file))

    def gettext(self, message: str) -> str:
        """Return the English template of a Chinese one, or the Chinese one itself where there is none."""
        return self.entries.get(message) or super().gettext(message)


#: Read when the first English sentence is asked for.
_english = cache(_Catalogue)


def read_po(file: IO[str]) -> dict[str, str]:
    r"""Return the entries of a gettext catalogue: template to translation, without its header.

    Examples
    --------
    >>> from io import StringIO
    >>> read_po(StringIO('#: a.py\nmsgid ""\n"没有"\n"文件"\nmsgstr "no \\"file\\""\n'))
    {'没有文件': 'no "file"'}
    """
    from json import loads

    entries: dict[str, str] = {}
    parts: dict[str, str] = {}
    keyword = ""
    for line in file:
        if line.startswith("#") or not line.strip():
            continue
        head, quote, rest = line.partition('"')
        if head.strip():
            keyword = head.strip()
            if keyword == "msgid":
                parts = {}
            parts[keyword] = ""
        parts[keyword] += loads(quote + rest)
        if keyword == "msgstr":
            entries[parts["msgid"]] = parts["msgstr"]
    entries.pop("", None)
    return entries
