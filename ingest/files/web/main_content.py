"""Where the text of a web page is: the smallest part of it that holds its sentences.

Links, forms and scripts go first. Then the way down from the page leads to the part with
nearly all sentence marks, and it ends where going on would leave a clause behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from graph.width import fold_width
from ingest.files.web.shown import settable
from ingest.files.web.weights import Weights
from ingest.files.words import any_of
from ingest.language.item_numbers import read_marker
from ingest.language.titles import is_title

__all__ = ["main_content", "page_title", "take_out_notes"]

_DEAD = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "svg",
        "audio",
        "video",
        "map",
        "button",
        "select",
        "textarea",
        "input",
        "head",
        "del",
    ]
)
#: Words that a site names its boxes with: alone or between dashes, and those that are never part of another word.
_BOXES = ("nav", "navbar", "navigation", "menu", "foot", "footer", "copyright", "breadcrumbs?", "crumbs?", "share", "sharebox",
          "sidebar", "toolbar", "pagination", "pager", "friendlinks?", "related", "recommend", "qrcode", "search", "login")  # fmt: skip
_FURNITURE = re.compile(
    rf"(?:^|[-_\s])(?:{'|'.join(_BOXES)})(?:$|[-_\s\d])|bdshare|footer|breadcrumb|copyright|toolbar", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+")
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote|footnote)\w*")
_NOTE_MARK = re.compile(r"[\[(（〔]?\d{1,3}[\])）〕]?|[①-⑳]")
_CLAUSE = re.compile(any_of("clause"))
_SITE = re.compile(rf"(?:[-—–][^-—–]*{any_of('site')})+$")
#: So much of the sentence marks has to be inside for the way to lead further down.
_SHARE = 0.8


def main_content(root: etree._Element) -> etree._Element:
    """Return the part of a page that holds its text; takes what is no text out of the page."""
    at, marks = _prune(root)
    here = root.find("body")
    here = root if here is None else here
    whole = marks[at[here]]
    while whole:
        inner = max((each for each in here if each in at), key=lambda each: marks[at[each]], default=None)
        if (
            inner is None
            or inner.tag == "p"
            or marks[at[inner]] < _SHARE * whole
            or _is_data_table(inner)
            or _loses(here, inner)
        ):
            break
        here = inner
    # Rows are rows only inside their table.
    return here if here.tag not in ("tr", "tbody") else next(here.iterancestors("table", "body"), here)


def take_out_notes(root: etree._Element) -> int:
    """Take the footnotes out of a page that Word or LibreOffice saved, and their marks out of the text; return how many."""
    notes = [node for node in root.iter("div") if _NOTE.fullmatch(node.get("id") or "")]
    marks = [node for node in root.iter("a") if _NOTE_LINK.match(node.get("href") or "")]
    raised = [node for node in root.iter("sup") if _NOTE_MARK.fullmatch("".join(map(str, node.itertext())).strip())]
    for node in (*notes, *marks, *(node for node in raised if _behind_chinese(node))):
        _drop(node)
    return len(notes)


def _is_data_table(node: etree._Element) -> bool:
    """Return whether an element is a table whose rows say something in several cells, and no frame of the page."""
    if node.tag != "table" or next(node.iterdescendants("table"), None) is not None:
        return False
    rows = [[len(_all_text(cell).strip()) for cell in row.iterchildren("td", "th")] for row in node.iter("tr")]
    several = sum(sum(map(bool, row)) > 1 for row in rows)
    longest = max((size for row in rows for size in row), default=0)
    return several > 1 and longest < 0.5 * sum(map(sum, rows))


def _all_text(node: etree._Element) -> str:
    """Return the text of an element and of all that is in it."""
    return "".join(map(str, node.itertext())) if len(node) else node.text or ""


def _behind_chinese(node: etree._Element) -> bool:
    """Tell whether a raised digit follows a Chinese character; behind a letter or a digit it is a power."""
    before = node.getprevious()
    above = node.getparent()
    text = (before.tail if before is not None else above.text if above is not None else "") or ""
    return bool(text.strip()) and text.strip()[-1] >= "⺀"


def page_title(root: etree._Element) -> str:
    """Return the title that a page gives its text, without the name of the site; ``""`` if none reads like a plan's."""
    candidates = [
        *(
            each.get("content") or ""
            for each in root.iter("meta")
            if (each.get("name") or "").lower() == "articletitle"
        ),
        *("".join(map(str, each.itertext())) for each in root.iter("h1")),
        *(each.text or "" for each in root.iter("title")),
    ]
    for text in candidates:
        title = re.split(r"[_|]", re.sub(r"\s+", "", text[:400]), maxsplit=1)[0]
        title = _SITE.sub("", title)
        if len(title) >= 6 and is_title(fold_width(title)):
            return title
    return ""


def _prune(root: etree._Element) -> tuple[dict[etree._Element, int], list[int]]:
    """Take out what is never text, and small parts that are named or built like furniture and hold no clause.

    Returns
    -------
    tuple
        Where each element that is left, and some that are not, stands in a list, and the list of their sentence marks.
    """
    for node in list(root.iter(*_DEAD)):
        _drop(node)
    weights = Weights(root)
    tags, clauses, marks, links = weights.tags, weights.clauses, weights.marks, weights.links
    most = 0.3 * marks[0]
    named = {at for at, node in enumerate(weights.nodes) if node.keys()}
    linked = {at for at, count in enumerate(links) if count >= 3 and weights.linked[at] > 0.6 * weights.length[at]}
    built = {at for at, tag in enumerate(tags) if tag in ("nav", "footer", "aside")}
    gone: set[int] = set()
    # From the leaves up.
    for at in sorted(named | linked | built, reverse=True):
        if clauses[at] or marks[at] > most or not at or tags[at] in ("html", "head", "body"):
            continue
        node = weights.nodes[at]
        if at in linked or at in built or _named_furniture(node):
            gone.add(at)
            _drop(node)
    return weights.at, weights.marks_without(gone) if gone else marks


def _named_furniture(node: etree._Element) -> bool:
    style = node.get("style")
    if style and _HIDDEN.search(style):
        return True
    names = node.get("id"), node.get("class")
    return any(name and _FURNITURE.search(name) for name in names)


def _drop(node: etree._Element) -> None:
    """Remove an element but not the text behind it."""
    above = node.getparent()
    if above is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            above.text = settable((above.text or "") + node.tail)
        else:
            before.tail = settable((before.tail or "") + node.tail)
    above.remove(node)


def _loses(here: etree._Element, inner: etree._Element) -> bool:
    """Tell whether going down into one part would leave a clause or a numbered item behind."""
    for text in _outside(here, inner):
        line = fold_width(text.strip())
        if _CLAUSE.search(line) or (
            (marker := read_marker(line))
            and (marker.kind in ("han", "han_in") or (len(line) > 12 and marker.rank <= 6))
        ):
            return True
    return False


def _outside(here: etree._Element, inner: etree._Element) -> Iterator[str]:
    """Yield the texts of an element that stand neither in one of its parts nor in links."""
    yield here.text or ""
    for each in here:
        if each is not inner and isinstance(each.tag, str):
            for node in each.iter():
                if isinstance(node.tag, str) and not (node.tag == "a" and node.get("href")):
                    yield node.text or ""
                if node is not each:
                    yield node.tail or ""
        yield each.tail or ""
