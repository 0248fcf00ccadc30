"""Everything that zerentu can refuse, as one tree.

A message says what happened, where (file, page, line, query name) and what to
try; the command line prints it as it stands and exits with status 1. `str` tells it in
English for developers, ``zh`` in Chinese for the people at the command line::

    ZerentuError
    ├── SettingsError          an option or environment variable is missing or malformed
    ├── ReadError              a document cannot be opened or decoded
    │   └── ReaderFault        a reader failed in a way that nobody foresaw
    ├── ParseError             a document was read but holds nothing that can be loaded
    ├── SchemaError            data that the schema does not allow
    ├── StoreError
    │   ├── StoreUnavailable   cannot be opened or reached; says which one and what to check
    │   ├── StoreBusy          another process is writing
    │   └── QueryError         query name, engine, parameter names, never values
    ├── UnknownNameError       no such agency, plan, task or query; carries the nearest names
    ├── ClusterUnavailable     the machines that read cannot be reached
    └── TooLargeToDraw         how many, the limit, how to narrow
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.messages import Message

__all__ = [
    "ClusterUnavailable",
    "ParseError",
    "QueryError",
    "ReadError",
    "ReaderFault",
    "SchemaError",
    "SettingsError",
    "StoreBusy",
    "StoreError",
    "StoreUnavailable",
    "TooLargeToDraw",
    "UnknownNameError",
    "ZerentuError",
]


class ZerentuError(Exception):
    """Base of all errors that a user can do something about.

    Attributes
    ----------
    message : Message
        What happened, in both languages.
    """

    def __init__(self, message: Message | str) -> None:
        super().__init__(message)
        self.message = message if isinstance(message, Message) else Message("{text}", {"text": message})

    @property
    def zh(self) -> str:
        """The message in Chinese."""
        return self.message.zh

    def __str__(self) -> str:
        return self.message.en


class SettingsError(ZerentuError):
    """An option or an environment variable is missing or malformed."""


class ReadError(ZerentuError):
    """A document cannot be opened or decoded."""


class ReaderFault(ReadError):
    """A reader failed on a file in a way that nobody foresaw: the file costs itself only, but the fault is ours to mend."""


class ParseError(ZerentuError):
    """A document was read, but there is nothing in it that can be loaded."""


class SchemaError(ZerentuError):
    """Data that `graph.model.schema` does not allow."""


class StoreError(ZerentuError):
    """A store refused or failed."""


class StoreUnavailable(StoreError):
    """A store cannot be opened or reached."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class QueryError(StoreError):
    """A query cannot run as asked; the message names parameters but never shows their values."""


class UnknownNameError(ZerentuError):
    """Nothing has that name.

    Attributes
    ----------
    nearest : list of str
        The names that come nearest, best first; at most three.
    """

    def __init__(self, message: Message | str, nearest: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.nearest = list(nearest)


class ClusterUnavailable(ZerentuError):
    """The machines that read plans cannot be reached."""


class TooLargeToDraw(ZerentuError):
    """A picture would hold more than a page can show."""
