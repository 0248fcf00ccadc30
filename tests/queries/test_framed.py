"""One question, two forms of its answer."""

from __future__ import annotations

import inspect

from graph.stores.answer import Answer
from queries.framed import framed


@framed
def counted(region: str, *, limit: int = 2) -> Answer:
    """Return as many rows as are asked for."""
    return Answer.of([[region, number or None] for number in range(limit)], ["region", "number"])


def test_called_it_gives_a_frame_and_as_answer_the_same_records() -> None:
    frame = counted("洛阳市")
    records = [{"region": "洛阳市", "number": None}, {"region": "洛阳市", "number": 1}]
    assert (frame.to_dict("records"), set(map(str, frame.dtypes))) == (records, {"object"})
    assert counted.answer("洛阳市", limit=1).records == records[:1]


def test_it_is_documented_as_it_is_called() -> None:
    assert str(inspect.signature(counted)) == "(region: 'str', *, limit: 'int' = 2) -> 'pd.DataFrame'"
    assert inspect.getdoc(counted) == "Return as many rows as are asked for."
