"""What the environment decides: which store, which language. Imports nothing heavy."""

from __future__ import annotations

import os
import sys
from typing import Any

from graph.errors import SettingsError
from graph.messages import Message
from zerentu.config import value_of

__all__ = ["DEFAULT_DB", "LANGUAGES", "language", "set_language", "tell"]

DEFAULT_DB = "zerentu.lbug"
LANGUAGES = ("zh", "en")


def language() -> str:
    """Return ``zh`` or ``en``: ``--lang`` on the command line, else ``ZERENTU_LANG``, else zerentu.toml, else Chinese.

    An unknown value of the variable counts as Chinese here, and so does a file that is wrong: the command line refuses both.
    """
    arguments = sys.argv[1:]
    for at, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in LANGUAGES:
            return value
    try:
        found = value_of("language")
    except SettingsError:
        return "zh"
    return found.text if found and found.text in LANGUAGES else "zh"


def tell(template: str, /, **values: Any) -> str:
    """Return the sentence of a Chinese template in the language of this run; see `graph.messages`."""
    return Message(template, values).told(language())


def set_language(value: str) -> None:
    """Let the rest of this run, and the processes that it starts, speak `value`."""
    os.environ["ZERENTU_LANG"] = value
