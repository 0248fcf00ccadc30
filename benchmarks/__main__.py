"""``python -m benchmarks NAME [ARGUMENTS]`` runs one of the benchmarks; without a name it lists them."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = (
    "accuracy",
    "ask",
    "cascade",
    "diff",
    "doubling",
    "explore",
    "load",
    "embedded_load",
    "map",
    "parse",
    "start",
    "workbook",
)


def main(arguments: list[str]) -> None:
    if not arguments or arguments[0] not in NAMES:
        sys.exit("\n".join(["usage: python -m benchmarks NAME [ARGUMENTS]", *map(_line, NAMES)]))
    name = arguments[0]
    import_module(f"benchmarks.{name}").main(arguments[1:])


def _line(name: str) -> str:
    return f"  {name:15}{(import_module(f'benchmarks.{name}').__doc__ or '').splitlines()[0]}"


if __name__ == "__main__":
    main(sys.argv[1:])
