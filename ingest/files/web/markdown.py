"""Markdown: marks go, typed numbers and words stay, pipe tables become table lines.

Lines are kept as they are typed. Markdown proper would join the lines of a paragraph, but
people write 责任单位：… on a line of its own and mean it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.files.cell_lines import cell_text
from ingest.files.content import Content, clean
from ingest.files.encoding import decode
from ingest.files.stray_marks import HEADING, RULE
from ingest.files.web.html import fragment_lines
from ingest.language.characters import LINE_ENDS

__all__ = ["read_markdown", "strip_marks"]

_QUOTE = re.compile(r"(?:>\s?)+")
_ITEM = re.compile(r"[-*+•]\s+(?:\[[ xX]\]\s+)?(?!.*\s[-—]$)")
_STRONG = re.compile(r"\*\*([^*]+)\*\*|__([^_]+)__|~~([^~]+)~~")
_SLANTED = re.compile(
    r"(?<![*0-9A-Za-z])\*(?=[^\s*])([^*]+)(?<!\s)\*(?![*0-9A-Za-z])|(?<![_\w])_(?=[^\s_])([^_]+)(?<!\s)_(?![_\w])"
)
_CODE = re.compile(r"(?<!`)`+([^`]+)`+")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*(?:\s+[\"'][^\"']*[\"'])?\)")
_NOTE = re.compile(r"\[\^[^\[\]]+\]")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|p|div|center|sup|sub|small|a)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
#: A number set as a formula, as OCR programs write it: $\geq 95\%$.
_FORMULA = re.compile(r"\$([^$\n]{1,60})\$")
_SIGNS = {
    r"\%": "%",
    r"\geqslant": "≥",
    r"\leqslant": "≤",
    r"\geq": "≥",
    r"\leq": "≤",
    r"\ge": "≥",
    r"\le": "≤",
    r"\sim": "~",
    r"\times": "×",
    r"\pm": "±",
    r"\cdot": "·",
}
_PLAIN = re.compile(r"[\s0-9A-Za-z.,%≥≤~×±·+/()-]*[0-9][\s0-9A-Za-z.,%≥≤~×±·+/()-]*")
_WRITTEN = re.compile(r"\\(?:mathrm|text|mathbf)\s*\{([^{}]*)\}")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_TABLE = (re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE))
_COMMENT = (re.compile(r"<!--"), re.compile(r"-->"))
#: A rule of a grid table, as pandoc writes tables with long cells.
_GRID = re.compile(r"\+(?:[-=:]+\+)+")
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes, path: Path) -> Content:
    """Return the text of a Markdown file."""
    text, codec = decode(data, path)
    text = _behind_front_matter(LINE_ENDS.sub("\n", text))
    text = "".join(text[start:end] for start, end in _outside(text, *_COMMENT))
    lines: list[str] = []
    at = 0
    for start, end in _outside(text, *_TABLE):
        lines.extend(fragment_lines(text[at:start], path))
        lines.extend(_lines(text[start:end].split("\n")))
        at = end
    return Content("\n".join(lines), f"markdown/{codec}")


def _behind_front_matter(text: str) -> str:
    """Return the text without the block of settings that may stand before it."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    block = text[4:end].split("\n") if end >= 0 else []
    return (
        text[end + 5 :]
        if block and all(":" in line or line.lstrip().startswith(("-", "#")) for line in block)
        else text
    )


def _outside(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches outside of what two marks enclose; a mark that is never closed encloses nothing."""
    at = 0
    while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
        yield at, start.start()
        at = end.end()
    yield at, len(text)


def _lines(raw: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(raw):
        bare = raw[at].strip()
        if _GRID.fullmatch(bare):
            end = next((i for i in range(at, len(raw)) if raw[i].strip()[:1] not in ("+", "|")), len(raw))
            yield from _grid(raw[at:end])
            at = end
            continue
        if _is_row(raw, at):
            if not (_DELIMITER.fullmatch(bare) and "-" in bare):
                yield _row(bare)
        elif bare and not RULE.fullmatch(bare) and not re.match(r"\[\^[^\]]+\]:", bare):
            yield from filter(None, map(strip_marks, _BREAK.split(bare)))
        at += 1


def _grid(raw: Sequence[str]) -> Iterator[str]:
    """Yield the rows of a grid table, whose cells may take several lines between two rules."""
    cells: list[list[str]] = []
    for line in map(str.strip, raw):
        if line.startswith("+"):
            if any(map(any, cells)):
                yield "\t".join(cell_text([strip_marks(part) for part in cell]) for cell in cells)
            cells = []
            continue
        parts = [part.strip() for part in _PIPE.split(line.removeprefix("|").removesuffix("|"))]
        cells = [[*(cells[at] if at < len(cells) else []), part] for at, part in enumerate(parts)]
    if any(map(any, cells)):
        yield "\t".join(cell_text([strip_marks(part) for part in cell]) for cell in cells)


def _is_row(raw: Sequence[str], at: int) -> bool:
    """Tell whether a line belongs to a pipe table: it has pipes, and so has a neighbour."""
    return "|" in raw[at] and any(
        0 <= near < len(raw) and "|" in raw[near] for near in (at - 1, at + 1)
    )  # fmt: skip


def _row(line: str) -> str:
    cells = _PIPE.split(
        line.removeprefix("|").removesuffix("|") if not line.endswith("\\|") else line.removeprefix("|")
    )
    return "\t".join(cell_text([strip_marks(line) for line in _BREAK.split(cell)]) for cell in cells)


def strip_marks(line: str) -> str:
    r"""Return a line without the marks of Markdown.

    Examples
    --------
    >>> strip_marks("### **（一）提升能力。** 责任单位：[市财政局](http://example.cn)")
    '（一）提升能力。 责任单位：市财政局'
    >>> strip_marks("1\\. 建成*示范*项目"), strip_marks("- 3×4*5*6")
    ('1. 建成示范项目', '3×4*5*6')
    """
    line = line.strip()
    for mark in (_QUOTE, HEADING, _ITEM):
        found = mark.match(line)
        line = line[found.end() :] if found else line
    line = _TAG.sub("", _NOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", line))))
    line = _FORMULA.sub(_formula, _CODE.sub(r"\1", line))
    # Slanted words stand inside of strong ones or around them.
    for mark in (_SLANTED, _STRONG, _SLANTED):
        line = mark.sub(_inside, line)
    return clean(_ESCAPE.sub(r"\1", line))


def _formula(match: re.Match[str]) -> str:
    """Return a formula as plain text if it is a number with its sign and unit, else as it is."""
    text = _WRITTEN.sub(r"\1", match[1])
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    is_number = _PLAIN.fullmatch(text) and ("\\" in match[1] or not re.search("[A-Za-z]", text))
    return re.sub(r"\s", "", text) if is_number else match[0]


def _inside(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)
