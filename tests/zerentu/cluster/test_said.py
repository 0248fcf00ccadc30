"""Messages and errors come back from a part with the same words in both languages."""

from __future__ import annotations

import json
from pathlib import Path

from graph.errors import ReaderFault
from graph.messages import _
from zerentu.cluster.said import error_from, kept_error


def test_an_error_comes_back_as_it_was():
    why = _("{path} 是文件；请写文件夹名", path=Path("甲.json"))
    error = ReaderFault(_("{a}，{b}，{c:,}，{d}，{e}", a=why, b=[why, "乙"], c=5880, d=None, e=True))
    again = error_from(json.loads(json.dumps(kept_error(error))))
    assert type(again) is ReaderFault
    assert (again.zh, str(again)) == (error.zh, str(error))
    assert again.zh == "甲.json 是文件；请写文件夹名，甲.json 是文件；请写文件夹名、乙，5,880，None，True"
