"""The process that reads files and writes to the store for the server, one request after the other.

A file that kills its reader kills this process and not the page. Requests and replies are lines of JSON on standard input
and output; ``{"do": "read", …}`` has one reply, a load tells each file before it is read, and the last reply has ``end``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.errors import ZerentuError

__all__ = ["answer", "main"]

Reply = dict[str, Any]
Send = Callable[[Reply], None]


def answer(request: dict[str, Any], send: Send) -> None:
    """Do what a request asks for and send what comes of it; the last reply is marked.

    Parameters
    ----------
    request
        ``do`` and what it needs: ``folder`` is where the files lie, which no reply names.
    send
        Takes the replies.
    """
    from zerentu.output import say
    from zerentu.web.reading import without_folder

    try:
        found = _DOING[request["do"]](request, send)
    except ZerentuError as error:
        error.message = without_folder(error.message, Path(request["folder"]))
        found = {"refused": say(error)}
    except Exception as error:
        # Whatever nobody foresaw costs this request and is told with its kind.
        found = {"failed": f"{type(error).__name__}: {error}"}
    send({"end": True, **found})


def _read(request: dict[str, Any], send: Send) -> Reply:
    from zerentu.own_files import lexicon_in_force
    from zerentu.web.reading import read_report

    with lexicon_in_force(None, request["db"]):
        return {"report": read_report(Path(request["path"]), request["region"])}


def _load(request: dict[str, Any], send: Send) -> Reply:
    from zerentu.library import load
    from zerentu.web.loading import load_report

    paths = [Path(path) for path in request["paths"]]
    result = load(
        paths,
        db=request["db"],
        region=request["region"],
        editions=request["editions"],
        progress=lambda path: send({"path": str(path)}),
    )
    return {"files": load_report(result, paths, Path(request["folder"]))}


def _take_in(request: dict[str, Any], send: Send) -> Reply:
    from zerentu.progress_import import import_progress
    from zerentu.web.returns import import_report

    done = import_progress(request["paths"], db=request["db"])
    return {"import": import_report(done, Path(request["folder"]))}


def _remove(request: dict[str, Any], send: Send) -> Reply:
    from zerentu.library import remove

    found = remove(request["plan"], db=request["db"])
    return {"removed": found and {"title": found["title"], "tasks": found["tasks"]}}


_DOING: dict[str, Callable[[dict[str, Any], Send], Reply]] = {
    "read": _read,
    "load": _load,
    "import": _take_in,
    "remove": _remove,
}


def main() -> None:
    """Answer until standard input ends."""
    # The console's Ctrl-C reaches this process too; the server says when it is time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not stand between the replies.
    with os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n") as replies:
        os.dup2(2, 1)

        def send(reply: Reply) -> None:
            replies.write(json.dumps(reply) + "\n")
            replies.flush()

        for line in sys.stdin:
            answer(json.loads(line), send)


if __name__ == "__main__":
    main()
