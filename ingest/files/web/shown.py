"""What a browser shows of a page: values of form fields are text; what is struck out or hidden is no text of the plan.

Styles are read as far as they are set on an element or by a simple rule of the page (a name, a class, an id);
style sheets in files of their own are not at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from ingest.files.grid import Matrix

__all__ = ["Styles", "fill_in_forms", "settable", "take_out_unseen"]

#: What libxml2 reads out of a page but does not take back.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def settable(text: str) -> str:
    """Return text that can be the text of an element: control characters, which nobody sees, become blanks."""
    return _NOT_XML.sub(" ", text)


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_STRUCK_TAGS = frozenset(["s", "strike", "del"])
#: Whether any element says by itself how it is shown.
_STYLED = etree.XPath("boolean(//@style or //@hidden)")
_HAN = re.compile(r"[一-鿿]")
#: Fields of the site and not of a form that was filled in.
_OF_SITE = re.compile(r"search|keyword|query|login|user|pass|captcha|verify|^q$|^kw$", re.IGNORECASE)
_TYPED = frozenset(["", "text", "number", "date", "month", "tel", "email"])
_PROMPT = re.compile(r"请(?:选择|输入|填写)|^-+")
#: A part with more than this share of the text is no note that was hidden; a script shows it.
_SHARE = 0.5


class Styles:
    """The rules of a page's own style sheets."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[str, str] = {}
        #: What was made of each table with these rules: tables nest, and each level would read those inside it anew.
        self.tables: dict[etree._Element, Matrix | None] = {}
        for sheet in root.iter("style"):
            for selectors, said in _RULE.findall(_COMMENT.sub("", sheet.text or "")):
                for selector in map(str.strip, selectors.split(",")):
                    if _SELECTOR.fullmatch(selector):
                        self._rules[selector] = f"{self._rules.get(selector, '')};{said}"

    @property
    def given(self) -> bool:
        """Whether the page has rules of its own."""
        return bool(self._rules)

    def of(self, element: etree._Element) -> str:
        """Return what is declared for an element, the strongest last."""
        own = element.get("style") or ""
        if not self._rules:
            return own
        tag = str(element.tag)
        names = [tag]
        for mark, attribute in ((".", "class"), ("#", "id")):
            for each in (element.get(attribute) or "").split():
                names += [f"{mark}{each}", f"{tag}{mark}{each}"]
        return ";".join([*(self._rules[name] for name in names if name in self._rules), own])


def fill_in_forms(root: etree._Element) -> None:
    """Put the values of form fields into the text; fields to search with and to log in with are left alone."""
    for node in list(root.iter("input", "textarea", "select")):
        if any(_OF_SITE.search(node.get(name) or "") for name in ("name", "id", "class")):
            continue
        value = _value(node)
        if value and _HAN.search(value) and not _PROMPT.search(value):
            node.tag = "pre" if "\n" in value else "span"
            for each in list(node):
                node.remove(each)
            node.text = settable(value)


def _value(node: etree._Element) -> str:
    if node.tag == "input":
        return (node.get("value") or "").strip() if (node.get("type") or "").lower() in _TYPED else ""
    if node.tag == "textarea":
        return "".join(map(str, node.itertext())).strip()
    options = list(node.iter("option"))
    if node.get("onchange") or any("/" in (option.get("value") or "") for option in options):
        return ""
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    return "、".join("".join(map(str, option.itertext())).strip() for option in chosen)


def take_out_unseen(root: etree._Element, styles: Styles) -> tuple[list[str], list[str]]:
    """Empty what is hidden and what is struck out; return the hidden texts and the struck-out ones."""
    hidden: list[str] = []
    struck: list[str] = []
    some = styles.given or next(root.iter(*_STRUCK_TAGS), None) is not None or _STYLED(root)
    unseen = list(_unseen(root, styles)) if some else []
    total = len("".join(map(str, root.itertext()))) if unseen else 0
    for node, is_struck in unseen:
        text = " ".join("".join(map(str, node.itertext())).split())
        if not is_struck and len(text) > _SHARE * total:
            continue
        if _HAN.search(text):
            (struck if is_struck else hidden).append(text)
        for each in list(node):
            node.remove(each)
        node.text = None
        if node.tag not in ("td", "th", "tr"):
            node.tag = "span"
    return hidden, struck


def _unseen(root: etree._Element, styles: Styles) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the outermost elements that are hidden or struck out, and whether it is the latter."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.tag in ("script", "style", "head", "template", "noscript"):
            continue
        declared = styles.of(node)
        if node.tag in _STRUCK_TAGS or (declared and _STRUCK.search(declared)):
            yield node, True
        elif node.tag != "body" and (node.get("hidden") is not None or (declared and _HIDDEN.search(declared))):
            yield node, False
        elif len(node):
            stack.extend(node.iterchildren("*", reversed=True))
