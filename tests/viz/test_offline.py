"""What pages of tables share: a policy that lets only their own script run, texts as signs, data that ends nothing."""

from __future__ import annotations

import json
from pathlib import Path

from viz.offline import island, write_page


def test_a_page_runs_its_own_script_and_loads_nothing(tmp_path: Path) -> None:
    written = write_page(tmp_path / "甲" / "a.html", "report", lang="en", title="<甲>\x07", tables=[], filter="f")
    text = written.read_text(encoding="utf-8")
    assert "<h1>&lt;甲&gt;␇</h1>" in text and '<html lang="en">' in text
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in text


def test_data_cannot_end_its_element() -> None:
    value = {"a": ["</script><!--", "&", "\u2028"]}
    assert "<" not in str(island(value)) and "&" not in str(island(value))
    # What would break a line is a sign that everybody sees.
    assert json.loads(str(island(value))) == {"a": ["</script><!--", "&", "↵"]}
