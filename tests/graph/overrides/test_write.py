"""Entries as the text of a file."""

from __future__ import annotations

from graph.overrides.file import parse_overrides
from graph.overrides.write import to_toml

TASK, AGENCY = "task-0123456789abcdef", "agency-0123456789abcdef"


def test_what_is_written_reads_as_the_same_entries() -> None:
    text = f"""
[[split]]
agency = "{AGENCY}"
into = ["市工信局", "市\\"科技\\"局\\u007f"]
[[owner]]
task = "{TASK}"
add = "市审计局"
role = "support"
note = "第一行\\n第二行\\t\\\\"
[[target]]
within = "{TASK}"
text = "数据集500个"
metric = "数据集"
value = 500.5
due = 2027
"""
    entries = parse_overrides(text)
    again = parse_overrides(to_toml(entries))
    assert [(each.kind, each.values) for each in again] == [(each.kind, each.values) for each in entries]
    assert to_toml([]) == ""
