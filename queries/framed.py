"""One question, two forms of its answer: a data frame for library users, plain records within the program.

Importing pandas takes longer than most answers, so nothing that only passes rows on asks for a frame.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, Protocol, cast

from graph.stores.answer import Answer

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Framed", "framed"]

P = ParamSpec("P")


class Framed(Protocol[P]):
    """A question as a function: called, it returns a data frame; its ``answer`` returns the same as plain records."""

    @property
    def answer(self) -> Callable[P, Answer]:
        """The question with plain records."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> pd.DataFrame:
        """Return the rows as a data frame: dtype object throughout, ``None`` for null."""


def framed(function: Callable[P, Answer]) -> Framed[P]:
    """Let `function` return a data frame and keep it as ``answer``; its docstring describes the frame."""

    @wraps(function)
    def with_frame(*args: P.args, **kwargs: P.kwargs) -> pd.DataFrame:
        return function(*args, **kwargs).frame()

    signature = inspect.signature(function).replace(return_annotation="pd.DataFrame")
    with_frame.__dict__.update(answer=function, __signature__=signature)
    return cast(Framed[P], with_frame)
