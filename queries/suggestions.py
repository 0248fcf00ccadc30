"""The refusal of a name that nothing has: three names that come nearest, as a suggestion and never as a match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from graph.errors import UnknownNameError
from graph.messages import Message, _

__all__ = ["unknown"]


def unknown(
    text: str, spelled: Mapping[str, str] | Iterable[str], *, what: Message, none: Message | None = None
) -> UnknownNameError:
    """Return the error for `text`, which is not the name of any `what`.

    Parameters
    ----------
    text
        What was asked for.
    spelled
        The names that there are, or every spelling with the name that it stands for.
    what
        What has such names: ``_("机构")``.
    none
        What to say when there are no names at all.

    Examples
    --------
    >>> error = unknown("市财正局", ["市财政局", "市商务局"], what=_("机构"))
    >>> error.nearest, str(error)
    (['市财政局', '市商务局'], 'no agency is called 市财正局; nearest: 市财政局, 市商务局')
    """
    names = spelled if isinstance(spelled, Mapping) else {name: name for name in spelled}
    close = get_close_matches(text, sorted(names), n=50, cutoff=0)
    nearest = list(dict.fromkeys(names[word] for word in close))[:3]
    if nearest:
        said = _("没有名为“{text}”的{what}；相近的有：{nearest}", text=text, what=what, nearest=nearest)
    elif none:
        said = _("没有名为“{text}”的{what}；{none}", text=text, what=what, none=none)
    else:
        said = _("没有名为“{text}”的{what}", text=text, what=what)
    return UnknownNameError(said, nearest)
