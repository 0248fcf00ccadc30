"""``python -m benchmarks NAME [ARGUMENTS]`` runs one of the benchmarks; without a name it lists them."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = (
    "all",
    "accuracy",
    "accuracy_at_scale",
    "ask",
    "cascade",
    "corpus",
    "diff",
    "doubling",
    "explore",
    "load",
    "load_many",
    "embedded_load",
    "map",
    "parse",
    "pictures",
    "profile",
    "readers",
    "scale",
    "start",
    "workbook",
)


def main(arguments: list[str]) -> None:
    name = arguments[0].replace("-", "_") if arguments else ""
    if name not in NAMES:
        sys.exit("\n".join(["usage: python -m benchmarks NAME [ARGUMENTS]", *map(_line, NAMES)]))
    import_module(f"benchmarks.{name}").main(arguments[1:])


def _line(name: str) -> str:
    return f"  {name:20}{(import_module(f'benchmarks.{name}').__doc__ or '').splitlines()[0]}"


if __name__ == "__main__":
    main(sys.argv[1:])
