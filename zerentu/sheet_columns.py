"""The columns of a sheet that offices fill in: their captions, the periods of their quarters, and how a header is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from graph.errors import SettingsError
from graph.messages import Message, _
from graph.model.identity import fold
from zerentu.answer_tables import shown_caption, shown_message
from zerentu.settings import language
from zerentu.sheet_identity import LOCKED

__all__ = ["DUE", "FILLED", "IDENTITY", "caption_of", "header_key", "quarters_between", "sheet_caption"]

#: What is asked of an office: caption and width of each column.
FILLED: Mapping[str, tuple[Message, float]] = {
    "said": (_("进展情况"), 40),
    "state": (_("完成状态"), 10),
    "share": (_("完成比例"), 10),
    "person": (_("责任人"), 10),
    "phone": (_("联系电话"), 14),
    "updated": (_("更新日期"), 12),
}
IDENTITY = _("标识（勿改）")
#: The last day that meets the deadline, for the colours.
DUE = _("到期日")
_LANGUAGES = ("zh", "en")
_QUARTER = re.compile(r"(?P<year>[0-9]{4})(?:年|[Qq]|年?第)(?P<quarter>[1-4一二三四])(?:季度)?", re.ASCII)
_RANGE = re.compile(r"([0-9]{4})[Qq]([1-4])(?:\.\.([0-9]{4})[Qq]([1-4]))?", re.ASCII)
_HAN = {"一": "1", "二": "2", "三": "3", "四": "4"}
#: Forty quarters are ten years: more is a slip of the pen.
_MOST = 40


def quarters_between(text: str) -> list[str]:
    """Return the quarters that a text names: ``2026Q1`` or ``2026Q1..2026Q4``.

    Raises
    ------
    SettingsError
        If it names none, or more than forty.

    Examples
    --------
    >>> quarters_between("2026Q3..2027Q1")
    ['2026Q3', '2026Q4', '2027Q1']
    """
    said = _RANGE.fullmatch(text.strip())
    if said:
        first = int(said[1]) * 4 + int(said[2]) - 1
        last = int(said[3]) * 4 + int(said[4]) - 1 if said[3] else first
        if first <= last < first + _MOST:
            return [f"{at // 4}Q{at % 4 + 1}" for at in range(first, last + 1)]
    raise SettingsError(
        _(
            "--quarters {text}：要写成 2026Q1 或 2026Q1..2026Q4，前一个季度在前，至多 {most} 个季度",
            text=text,
            most=_MOST,
        )
    )


def _quarter_caption(quarter: str) -> Message:
    """Return the caption of the column of a quarter."""
    return _("{year}年第{quarter}季度", year=quarter[:4], quarter=quarter[-1])


def caption_of(key: str) -> Message:
    """Return the caption of a column that `header_key` knows."""
    if key in FILLED:
        return FILLED[key][0]
    if key in LOCKED or key == "at":
        return shown_message(key)
    return {"identity": IDENTITY, "due": DUE}.get(key) or _quarter_caption(key)


def sheet_caption(key: str) -> str:
    """Return the caption of a column as a header shows it in the language of this run."""
    said = caption_of(key).told(language())
    return said[:1].upper() + said[1:]


def header_key(caption: str) -> str | None:
    """Return what a column of this caption holds: a key of `FILLED` or `LOCKED`, ``identity``, ``due``, ``at``, a quarter.

    Parameters
    ----------
    caption
        As it stands in a header, in Chinese or in English.

    Returns
    -------
    str or None
        None for a column that is not ours.

    Examples
    --------
    >>> [header_key(text) for text in ("进展情况", "2026年第一季度", "2026 Q1", "备注")]
    ['said', '2026Q1', '2026Q1', None]
    """
    said = fold(caption)
    period = _QUARTER.fullmatch(said)
    if period:
        return f"{period['year']}Q{_HAN.get(period['quarter'], period['quarter'])}"
    return _captions().get(said.casefold())


@cache
def _captions() -> dict[str, str]:
    """Return the key of each caption, folded."""
    found = {}
    for lang in _LANGUAGES:
        for name, (caption, _width) in FILLED.items():
            found[caption.told(lang)] = name
        for name in ("at", *LOCKED):
            found[shown_caption(name, lang)] = name
        found[IDENTITY.told(lang)] = "identity"
        found[DUE.told(lang)] = "due"
    return {fold(caption).casefold(): key for caption, key in found.items()}
