"""``zerentu ask``: a question in plain words, and its answer or an honest no."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from graph.errors import ZerentuError
from zerentu.answer_text import MOST_LISTED, print_answer
from zerentu.library import open_store
from zerentu.options import db_option, format_option, lang_option, lexicon_option
from zerentu.output import emit, plain, save, write_out
from zerentu.settings import language, tell

__all__ = ["ask_command"]


@click.command(
    "ask",
    help=tell(
        "用平常话提问，得到答案和原文所在行；没听懂、方案里没有的，如实说明。写 - 则从标准输入读，一行一问"
        "（--format json 时一行一个 JSON 对象）。"
    ),
    epilog=tell("例：zerentu ask 洛阳市工信局牵头哪些任务"),
)
@click.argument("question", nargs=-1, required=True)
@db_option
@lexicon_option
@click.option("--all", "everything", is_flag=True, help=tell("列出全部结果，不只是前 {count} 行", count=MOST_LISTED))
@format_option
@lang_option
def ask_command(question: tuple[str, ...], db: str | None, everything: bool, style: str, output: Path | None) -> int:
    """Print what was understood, the command that gives the same, and the answer."""
    from queries.answers import Answer, Session

    several = question == ("-",)
    texts = _lines() if several else iter([" ".join(question)])
    rows = []
    written = []
    with open_store(db) as store:
        session = Session(store)
        for text in texts:
            try:
                found = session.ask(text)
            except ZerentuError as error:
                # One question that the engine cannot answer must not cost the others theirs.
                if not several:
                    raise
                found = Answer(text, "refused", why="error", understood={"detail": error.message.told(language())})
            if style == "table":
                print_answer(found, language(), with_question=several, everything=everything)
            elif style == "json":
                line = json.dumps(plain(found.to_json()), ensure_ascii=False)
                written.append(line)
                if output is None:
                    write_out(line, data=True)
                    sys.stdout.flush()
            else:
                rows += [
                    {"question": found.question, "answer": found.kind, **row}
                    for row in found.rows or [{"number": found.number, "why": found.why}]
                ]
    if style == "json" and output is not None:
        save(output, ("\n".join(written) + "\n").encode("utf-8"))
    elif style in ("csv", "xlsx"):
        columns = list(dict.fromkeys(key for row in rows for key in row)) or ["question", "answer"]
        emit(rows, style, columns, output)
    return 0


def _lines() -> Iterator[str]:
    """Yield the questions of standard input; bytes that are no UTF-8 cost the question that holds them, no other."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").lstrip("\ufeff").strip()
