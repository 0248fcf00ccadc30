"""One server a module, over a store with a plan in it, and one over a store that is not there yet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from served import PLAN, Client, serving

from zerentu.library import load


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    path = tmp_path_factory.mktemp("served") / "督查 室.lbug"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZERENTU_LANG", "zh")
        plan = path.with_name("节水.txt")
        plan.write_text(PLAN, encoding="utf-8")
        load([plan], db=path)
        with serving(path) as found:
            yield found


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    path = tmp_path_factory.mktemp("served") / "empty.lbug"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZERENTU_LANG", "zh")
        with serving(path) as found:
            yield found
