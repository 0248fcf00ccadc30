"""Which files a store was loaded from, by their content, so that a file which has not changed need not be read again.

Beside the store lies ``<store>.known``: a line that says how the files were read (version, lexicon, overrides, region, limits), then a
line a file, with its checksum and how many plans were found in it. It only spares work: whatever differs from the first line, or is
no longer in the store, is read as if the file were not there, and deleting it loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SettingsError, StoreUnavailable
from graph.files import new_file
from zerentu.paths import beside, open_store, store_target

if TYPE_CHECKING:
    from graph.model.same_plan import PlanCard
    from graph.overrides.file import Override

__all__ = ["KnownFiles", "checksum", "way_of_reading"]

_HEAD = "zerentu files 1"


class KnownFiles:
    """The files that a store was loaded from in one way of reading, and the plans of theirs that it still holds."""

    def __init__(self, db: str | Path | None, way: str) -> None:
        target = store_target(db)
        self._path = beside(db, "zerentu.known" if "://" in target else f"{Path(target).name}.known")
        self._head = f"{_HEAD} {hashlib.sha256(target.encode()).hexdigest() if '://' in target else ''} {way}"
        self._counts = self._read()
        self._cards = self._held(db) if self._counts else {}

    def plans(self, path: Path) -> list[PlanCard]:
        """Return the plans of a file if the store holds all of them as they would be read now; nothing if not."""
        if not self._counts:
            return []
        try:
            digest = checksum(path)
        except OSError:
            return []  # reading it says why
        cards = self._cards.get(digest, [])
        return cards if cards and len(cards) == self._counts.get(digest) else []

    def add(self, counts: Mapping[str, int]) -> None:
        """Remember files: their checksums and how many plans each holds."""
        if not counts:
            return
        # In a folder that cannot be written, the next load reads them again.
        with suppress(SettingsError), new_file(self._path) as out:
            out.write(f"{self._head}\n")
            out.writelines(f"{digest} {count}\n" for digest, count in {**self._counts, **counts}.items())

    def _read(self) -> dict[str, int]:
        try:
            head, *lines = self._path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return {}
        pairs = [line.split(" ") for line in lines]
        if head != self._head or not all(len(pair) == 2 and pair[1].isdecimal() for pair in pairs):
            return {}
        return {digest: int(count) for digest, count in pairs}

    def _held(self, db: str | Path | None) -> dict[str, list[PlanCard]]:
        from graph.model.same_plan import card_from

        names = ("id", "title", "region", "number", "issued", "issuers", "draft", "source", "sha256", "part")
        text = f"MATCH (p:Plan) RETURN {', '.join(f'p.{name} AS {name}' for name in names)} ORDER BY id"
        found: dict[str, list[PlanCard]] = {}
        try:
            with open_store(db) as store:
                rows = store.answer(text).records
        except StoreUnavailable:
            return {}  # loading says why
        for row in rows:
            if row["sha256"]:
                found.setdefault(row["sha256"], []).append(card_from(row, ()))
        return {digest: sorted(cards, key=lambda card: card.part or 1) for digest, cards in found.items()}


def checksum(path: Path) -> str:
    """Return the checksum of the bytes of a file, as its plans bear it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def way_of_reading(region: str | None, overrides: Iterable[Override]) -> str:
    """Return a hash of all that decides, besides its bytes, what is stored of a file."""
    from graph.agencies.lexicon import active
    from graph.stores.embedded.ddl import fingerprint
    from ingest.files.limits import in_force
    from zerentu._version import __version__

    said = (__version__, fingerprint(), region, repr(active()), repr(sorted((in_force() or {}).items())))
    return hashlib.sha256(repr((*said, *map(repr, overrides))).encode()).hexdigest()
