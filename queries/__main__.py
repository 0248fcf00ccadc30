"""``python -m queries`` writes the page of the catalogue, ``queries/README.md``, anew."""

from pathlib import Path

from queries.catalogue import catalogue_markdown

(Path(__file__).parent / "README.md").write_text(catalogue_markdown(), encoding="utf-8", newline="\n")
