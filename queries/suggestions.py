"""The refusal of a name that nothing has: three names that come nearest, as a suggestion and never as a match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from graph.errors import UnknownNameError

__all__ = ["unknown"]


def unknown(
    text: str, spelled: Mapping[str, str] | Iterable[str], *, what: tuple[str, str], none: tuple[str, str]
) -> UnknownNameError:
    """Return the error for `text`, which is no name of the kind `what`.

    Parameters
    ----------
    text
        What was asked for.
    spelled
        The names that there are, or every spelling with the name that it stands for.
    what
        The kind of name in Chinese and in English.
    none
        What to say when there are no names at all, in Chinese and in English.

    Examples
    --------
    >>> error = unknown("市财正局", ["市财政局", "市商务局"], what=("机构", "agency"), none=("", ""))
    >>> error.nearest, str(error)
    (['市财政局', '市商务局'], 'no agency is called 市财正局; nearest: 市财政局, 市商务局')
    """
    names = spelled if isinstance(spelled, Mapping) else {name: name for name in spelled}
    close = get_close_matches(text, sorted(names), n=50, cutoff=0)
    nearest = list(dict.fromkeys(names[word] for word in close))[:3]
    zh = f"相近的有：{'、'.join(nearest)}" if nearest else none[0]
    english = f"nearest: {', '.join(nearest)}" if nearest else none[1]
    return UnknownNameError(
        f"no {what[1]} is called {text}; {english}", nearest, zh=f"没有名为“{text}”的{what[0]}；{zh}"
    )
