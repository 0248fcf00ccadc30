"""Messages and errors as plain values, so that a part can keep them: `json` writes them and any version of Python reads them."""

from __future__ import annotations

from typing import Any

from graph import errors
from graph.errors import ZerentuError
from graph.messages import Message

__all__ = ["error_from", "kept_error", "kept_message", "message_from"]

_TEMPLATE = "template"


def kept_message(message: Message) -> dict[str, Any]:
    """Return a message as plain values.

    Examples
    --------
    >>> said = kept_message(Message("{path}：{why}", {"path": "甲.txt", "why": Message("文件是空的", {})}))
    >>> message_from(said).zh
    '甲.txt：文件是空的'
    """
    return {_TEMPLATE: message.template, "values": {name: _kept(value) for name, value in message.values.items()}}


def message_from(kept: dict[str, Any]) -> Message:
    """Return the message of what `kept_message` made."""
    return Message(kept[_TEMPLATE], {name: _value(value) for name, value in kept["values"].items()})


def kept_error(error: ZerentuError) -> dict[str, Any]:
    """Return an error as plain values."""
    return {"kind": type(error).__name__, "message": kept_message(error.message)}


def error_from(kept: dict[str, Any]) -> ZerentuError:
    """Return the error of what `kept_error` made."""
    kind: type[ZerentuError] = getattr(errors, kept["kind"])
    return kind(message_from(kept["message"]))


def _kept(value: Any) -> Any:
    if isinstance(value, Message):
        return kept_message(value)
    if isinstance(value, list | tuple):
        return [_kept(each) for each in value]
    # A path is told as its text is.
    return value if isinstance(value, str | int | float | None) else str(value)


def _value(kept: Any) -> Any:
    if isinstance(kept, dict):
        return message_from(kept)
    return [_value(each) for each in kept] if isinstance(kept, list) else kept
