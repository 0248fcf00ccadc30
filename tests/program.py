"""The program in a process of its own, as a user types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_program(
    *arguments: str | Path, folder: Path | None = None, said: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command line in a folder, with no setting of ours but those given, and `said` on standard input."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("ZERENTU_", "NEO4J_", "COLUMNS"))}
    return subprocess.run(
        [sys.executable, "-m", "zerentu", *map(str, arguments)],
        cwd=folder,
        env={**clean, **environment},
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
