"""Web pages: the text of the page in lines, its navigation left out.

The main content is found by where the sentences are, not by the names that a site gives its
boxes. A page is cut down only as long as nothing that looks like part of a plan is cut
away, since a menu too much costs less than a clause too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from graph.messages import _
from graph.width import fold_width
from ingest.files.content import INDENT, Content, clean, footnotes, left_out, no_text, pictures, refuse
from ingest.files.encoding import decode
from ingest.files.grid import Cell, Matrix, place, table_lines
from ingest.files.limits import check, depth_of
from ingest.files.list_numerals import numeral
from ingest.files.web.main_content import main_content, page_title, take_out_notes
from ingest.files.web.shown import Styles, fill_in_forms, take_out_unseen
from ingest.files.words import any_of
from ingest.language.characters import LINE_ENDS
from ingest.language.item_numbers import read_marker
from ingest.language.labels import label_role

__all__ = ["fragment_lines", "read_html"]

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,20})", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
#: Elements whose text, if they hold no other element, is all that they show.
_LEAVES = frozenset(["td", "th", "p", "div", "span", "caption"])
_BLANKS = re.compile(r"[ \t\r\n\f]+")
#: What `clean` takes off the ends of a line, or makes into what it takes off: nearly all texts between blocks are nothing else.
_OUTER = " \t\r\n\u3000\xa0"
#: Text in which nothing is to be cleaned, as nearly all cells and many paragraphs are.
_PLAIN = re.compile(r"[!-~—‘-”…、-】〔-〗一-鿿！-～]+")
_HAN = re.compile(r"[⺀-鿿，。、；：（）〔〕《》“”]")
_LETTER = re.compile(r"[A-Za-z]")
#: What a page offers to do with itself, alone on a line.
_BUTTONS = re.compile(
    rf"""(?:[【\[（(]?
    (?: {any_of("button")} | 分享到?[:：]?
      | 大\ 中\ 小 | 字[号体][:：]?                  # sizes of type
    )[】\]）)]?[\s|｜·/]*)+""",
    re.VERBOSE,
)
_DOCUMENT = re.compile(r"\.(?:pdf|ofd|docx?|wps|xlsx?)(?:$|[?#&])|viewer\.html|pdfjs", re.IGNORECASE)
_ICON = re.compile(
    r"icon|logo|share|qrcode|weixin|wechat|weibo|print|filetype|/(?:doc|pdf|xls|zip|rar)x?\.(?:gif|png)|^data:image/gif",
    re.IGNORECASE,
)
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
#: What marks an item of a list inside a list until its line is put together; no page can show it.
_DEEPER = "\x01"
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;!]+)", re.IGNORECASE)
#: Formats of CSS, and what stands behind the number.
_STYLE_FORMS = {
    "none": ("none", ""),
    "decimal": ("decimal", ". "),
    "decimal-leading-zero": ("decimalZero", ". "),
    **dict.fromkeys(["lower-alpha", "lower-latin"], ("lowerLetter", ". ")),
    **dict.fromkeys(["upper-alpha", "upper-latin"], ("upperLetter", ". ")),
    "lower-roman": ("lowerRoman", ". "),
    "upper-roman": ("upperRoman", ". "),
    **dict.fromkeys(
        [
            "cjk-ideographic",
            "simp-chinese-informal",
            "trad-chinese-informal",
            "japanese-informal",
            "korean-hanja-informal",
        ],
        ("chineseCounting", "、"),
    ),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}


def read_html(data: bytes, path: Path, *, charset: str | None = None) -> Content:
    """Return the text of a web page; `charset` is what its envelope says of its encoding.

    Raises
    ------
    ReadError
        If it cannot be decoded or holds no text, as pages do that a script fills.
    """
    declared = _CHARSET.search(data[:4096])
    text, codec = decode(data, path, declared[1].decode("ascii") if declared else charset)
    root = _parse(text, path)
    embedded = _embedded(root) if root is not None else 0
    notes = take_out_notes(root) if root is not None else 0
    hidden: list[str] = []
    struck: list[str] = []
    lines: list[str] = []
    main = None
    if root is not None:
        # As long as they are held, elements are not made anew for each pass over them.
        held = list(root.iter())
        styles = Styles(root)
        fill_in_forms(root)
        hidden, struck = take_out_unseen(root, styles)
        main = main_content(root)
        lines = list(_lines(main, styles))
        del held
    if not lines:
        raise no_text(path, _("网页里没有文字，正文可能是图片或由脚本载入"))
    title = page_title(root) if root is not None else ""
    if title and fold_width(_bare(title)) not in fold_width(_bare("".join(lines[:12]))):
        lines.insert(0, title)
    shown = embedded + (sum(map(_is_figure, main.iter("img"))) if main is not None else 0)
    unread = (
        *pictures([""] * shown),
        *footnotes(notes),
        *left_out(hidden, _("隐藏")),
        *left_out(struck, _("已划掉（删除线）")),
    )
    return Content("\n".join(lines), f"html/{codec}", unread=unread, merges_known=True)


def _embedded(root: etree._Element) -> int:
    """Return how many documents the page shows inside of it."""
    places = ((each.get("src") or each.get("data") or "") for each in root.iter("iframe", "embed", "object"))
    return sum(_DOCUMENT.search(place) is not None for place in places)


def _is_figure(image: etree._Element) -> bool:
    """Tell whether a picture may show a table: not if the page says that it is small, or names it an icon."""
    sides = [re.match(r"\d{1,6}(?!\d|%)", (image.get(side) or "").strip()) for side in ("width", "height")]
    least = zip(sides, (200, 100), strict=True)
    small = any(side and int(side[0]) < most for side, most in least)
    return not small and not _ICON.search(image.get("src") or "icon")


def fragment_lines(text: str, path: Path) -> list[str]:
    """Return the lines of a piece of HTML inside another file."""
    root = _parse(text, path) if text.strip() else None
    return [] if root is None else list(_lines(root, Styles(root)))


def _parse(text: str, path: Path) -> etree._Element | None:
    # The parser of lxml.html asks Python for the class of every element.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        # The parser goes on without what it could not hold, which would be a silent miss.
        raise refuse(path, _("网页嵌套层次过深，无法完整读取；请用浏览器打开，复制正文另存为 UTF-8 编码的 .txt 文件"))
    check("web_nesting", depth_of(root))
    return root


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _lines(element: etree._Element, styles: Styles) -> Iterator[str]:
    """Yield the lines of an element: a block begins and ends a line, and so does ``<br>``."""
    if not len(element) and element.tag in _LEAVES:
        yield from _leaf_lines(element.text or "")
        return
    parts: list[str] = []
    for piece in _pieces(element, styles):
        if piece is None or isinstance(piece, _Row):
            if parts:
                if line := _line("".join(parts)):
                    yield line
                parts.clear()
            if piece is not None:
                yield piece
        elif LINE_ENDS.search(piece):
            *ended, rest = LINE_ENDS.split(piece)
            for text in ended:
                if line := _line("".join([*parts, text])):
                    yield line
                parts.clear()
            parts.append(rest)
        else:
            parts.append(piece)
    if line := _line("".join(parts)):
        yield line


def _leaf_lines(text: str) -> list[str]:
    """Return the lines of a text that fills its block."""
    if not LINE_ENDS.search(text):
        line = _line(text)
        return [line] if line else []
    return [line for line in map(_line, LINE_ENDS.split(text)) if line]


def _line(text: str) -> str:
    """Return a line as it is shown; ``""`` if it is blank, or what a page offers to do with itself."""
    line = text.strip(_OUTER)
    if not line:
        return ""
    depth = 0
    if not _PLAIN.fullmatch(line):
        depth = len(text) - len(text.lstrip(_DEEPER))
        line = clean(_BLANKS.sub(_blank, text))
    return f"{INDENT * depth}{line}" if line and not _BUTTONS.fullmatch(line) else ""


def _blank(blanks: re.Match[str]) -> str:
    """Return what blanks show; between Chinese characters, or one and a digit, an editor wrapped the line of the source."""
    text, start, end = blanks.string, *blanks.span()
    sides = text[max(start - 1, 0) : start], text[end : end + 1]
    wrapped = "\n" in blanks[0] and any(map(_HAN.match, sides)) and not any(map(_LETTER.match, sides))
    return "" if wrapped else " "


class _Row(str):
    """A line that is finished, tabs and all."""


def _pieces(element: etree._Element, styles: Styles) -> Iterator[str | None]:
    """Yield text, None where a line ends, and finished rows; without recursion, since pages nest as they like."""
    stack: list[tuple[etree._Element, bool]] = [(element, True)]
    counts: dict[etree._Element, int] = {}
    while stack:
        node, opening = stack.pop()
        tag = node.tag
        if not opening:
            if tag in _BLOCKS:
                yield None
            if node is not element and node.tail:
                yield node.tail
            continue
        if tag == "br":
            yield None
        if tag in _BLOCKS:
            yield None
        if tag in _LEAVES and not len(node):
            if node.text:
                yield node.text
            if tag in _BLOCKS:
                yield None
            if node is not element and node.tail:
                yield node.tail
            continue
        stack.append((node, False))
        if tag == "table" and (matrix := _matrix(node, styles)) is not None:
            for caption in node.iterchildren("caption"):
                for line in _lines(caption, styles):
                    yield line
                    yield None
            yield from map(_Row, table_lines(matrix))
            continue
        if tag == "li" and (number := _list_number(node, counts, styles)):
            yield number
        if node.text:
            yield from _preformatted(node.text) if tag == "pre" else (node.text,)
        stack.extend((each, True) for each in reversed(node) if isinstance(each.tag, str))


def _preformatted(text: str) -> Iterator[str | None]:
    for line in text.split("\n"):
        cells = line.strip().split("\t")
        yield line if len(cells) == 1 else _Row("\t".join(map(clean, cells)))
        yield None


def _list_number(item: etree._Element, counts: dict[etree._Element, int], styles: Styles) -> str:
    """Return the number that a browser writes before an item of a numbered list, unless one is typed there.

    Blanks before it say how deep the list lies in other numbered lists.
    """
    above = item.getparent()
    if above is None or above.tag != "ol":
        return ""
    falling = above.get("reversed") is not None
    if above not in counts:
        first = sum(each.tag == "li" for each in above) if falling else 1
        counts[above] = _number(above.get("start"), first) + (1 if falling else -1)
    at = counts[above] = _number(item.get("value"), counts[above] + (-1 if falling else 1))
    text = next((text for text in map(str, item.itertext()) if text.strip()), "")
    if not text or read_marker(fold_width(text.lstrip())):
        return ""
    form, mark = _list_form(above, styles)
    depth = sum(each.tag == "ol" for each in above.iterancestors())
    written = numeral(at, form)
    return f"{_DEEPER * depth}{written}{mark}" if written else ""


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,4}", text.strip()) else default


def _list_form(above: etree._Element, styles: Styles) -> tuple[str, str]:
    """Return the format of a list's numbers and what a browser writes behind them."""
    declared = _LIST_STYLE.findall(styles.of(above))
    for word in reversed(declared[-1].lower().split()) if declared else []:
        if word in _STYLE_FORMS:
            return _STYLE_FORMS[word]
    return _LIST_FORMS.get(above.get("type", ""), "decimal"), ". "


def _matrix(table: etree._Element, styles: Styles) -> Matrix | None:
    """Return the matrix of a table of data; None if it only lays out the page."""
    if table not in styles.tables:
        styles.tables[table] = _read_matrix(table, styles)
    return styles.tables[table]


def _read_matrix(table: etree._Element, styles: Styles) -> Matrix | None:
    inner = list(table.iterdescendants("table"))
    rows = [row for row in table.iter("tr") if not inner or next(row.iterancestors("table"), None) is table]
    if inner and not (rows and any(label_role(_bare("".join(map(str, cell.itertext())))) for cell in rows[0])):
        return None
    placed = [
        [
            (
                Cell(list(_lines(cell, styles)) if len(cell) else _leaf_lines(cell.text or "")),
                *((_span(cell, "colspan"), _span(cell, "rowspan")) if cell.keys() else (1, 1)),
            )
            for cell in row.iterchildren("td", "th")
        ]
        for row in rows
    ]
    return None if _is_layout([[cell.lines for cell, _, _ in row] for row in placed]) else place(placed)


def _is_layout(rows: list[list[list[str]]]) -> bool:
    """Tell whether a table is a frame for text: no row has two cells, or one cell holds nearly all of many paragraphs."""
    cells = [lines for row in rows for lines in row if lines]
    if not any(sum(bool(lines) for lines in row) > 1 for row in rows):
        return True
    longest = max(cells, key=len)
    return len(longest) >= 12 and len(longest) >= 0.7 * sum(map(len, cells))


def _span(cell: etree._Element, name: str) -> int:
    written = cell.get(name)
    if written is None:
        return 1
    text = written.strip()
    return min(int(text), 1000) if re.fullmatch(r"\d{1,6}", text) and (name == "rowspan" or int(text)) else 1
