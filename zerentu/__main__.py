"""The command ``zerentu``: quick help, sentences instead of tracebacks, UTF-8 whatever the console.

Help pages are printed from files that are generated from the commands, so that asking
for help imports nothing (a test keeps the files fresh).
"""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line and exit."""
    if os.name == "posix" and sys.getfilesystemencoding() == "ascii":
        # LC_ALL=C with Python's own remedies switched off: names typed in Chinese would be halves of surrogate pairs.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    asked, _colon, errors = os.environ.get("PYTHONIOENCODING", "").partition(":")
    for stream in (sys.stdout, sys.stderr):
        # A Chinese Windows console writes GBK, a pipe the locale's code page; neither can hold every character of a plan.
        if hasattr(stream, "reconfigure"):
            encoding = None if asked or stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors=errors or "backslashreplace")
    # A shell that completes a line calls the program without arguments.
    page = None if "_ZERENTU_COMPLETE" in os.environ else _help_page(sys.argv[1:])
    if page is not None:
        sys.stdout.write(page)
        return
    # Many values are made and few cycles: looking for these every 700 values takes up to a sixteenth of a command.
    gc.set_threshold(10_000)
    from zerentu.cli import run

    sys.exit(run())


def _help_page(arguments: list[str]) -> str | None:
    """Return the page that the arguments ask for, or None if they ask for something else."""
    words = [a for a in arguments if a not in ("--help", "-h")]
    if arguments and len(words) == len(arguments):
        return None
    if len(words) > 1 or (words and not words[0].isidentifier()):
        return None
    language = "en" if os.environ.get("ZERENTU_LANG") == "en" else "zh"
    if os.path.exists("zerentu.toml") or "ZERENTU_CONFIG" in os.environ:  # noqa: PTH110
        from zerentu.settings import language as told

        language = told()
    # os.path and open, not pathlib: its import would take as long as everything else here.
    folder = os.path.join(os.path.dirname(__file__), "help", language)  # noqa: PTH118, PTH120
    try:
        with open(f"{folder}/{words[0] if words else 'zerentu'}.txt", encoding="utf-8") as file:  # noqa: PTH123
            return file.read()
    except FileNotFoundError:
        return None


if __name__ == "__main__":
    main()
