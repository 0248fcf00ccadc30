"""What `parse` makes of every file at hand, byte for byte: a change of the code that is to change no reading shows here.

The digests of the real plans stand in ``frame.json``; the parse of the sample plan stands beside it whole. A
change that is to change readings writes both anew: ``python tests/behaviour/test_frame.py --update``, or prints every
parse into a folder to be compared with another: ``python tests/behaviour/test_frame.py --into FOLDER``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import ZerentuError
from ingest.parse import parse_file
from ingest.to_json import to_json

HERE = Path(__file__).parent
DIGESTS = HERE / "frame.json"
SAMPLE = next((HERE.parents[1] / "zerentu" / "sample").glob("*.txt"))
WHOLE = HERE / "frame_sample.json"


def plans() -> Iterator[Path]:
    """Yield the files of the folder of real plans, in name order."""
    if "ZERENTU_CORPUS" in os.environ:
        yield from sorted(Path(os.environ["ZERENTU_CORPUS"]).glob("*/*.*"))


def parsed(path: Path) -> str:
    """Return the parse of a file as the command prints it, or the sentence that refuses it."""
    try:
        record = to_json(parse_file(path), coverage=True)
    except ZerentuError as error:
        record = {"refused": type(error).__name__}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def digest(path: Path) -> str:
    """Return a short digest of the parse of a file."""
    return hashlib.sha256(parsed(path).encode()).hexdigest()[:16]


@pytest.mark.parametrize("path", list(plans()), ids=lambda path: path.name)
def test_real_plans_are_read_as_before(path: Path) -> None:
    assert digest(path) == json.loads(DIGESTS.read_text(encoding="utf-8"))[path.name]


def test_the_sample_plan_is_read_as_before() -> None:
    assert parsed(SAMPLE) == WHOLE.read_text(encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write the frame anew, or every parse into a folder."""
    match arguments:
        case ["--update"]:
            digests = {path.name: digest(path) for path in plans()}
            DIGESTS.write_text(json.dumps(digests, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
            WHOLE.write_text(parsed(SAMPLE), encoding="utf-8", newline="\n")
        case ["--into", folder]:
            Path(folder).mkdir(parents=True, exist_ok=True)
            for path in [*plans(), SAMPLE]:
                Path(folder, f"{path.name}.json").write_text(parsed(path), encoding="utf-8", newline="\n")
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
