"""Pages of tables that open offline: one file that holds its style and its own script, and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files import write_file
from graph.visible import visible, visible_all
from viz.modules import joined

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Page", "island", "make_page", "style_of", "write_page", "written_page"]

_SCHEME = re.compile("http", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page and the content security policy that stands in it."""

    text: str
    policy: str


def write_page(path: str | Path, name: str, *, lang: str, **values: Any) -> Path:
    """Write the page of a template to a file; parameters are those of `make_page`.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    return written_page(path, make_page(name, lang=lang, **values))


def written_page(path: str | Path, page: Page) -> Path:
    """Write a page to a file and return its path.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    written = Path(path)
    write_file(written, page.text.encode("utf-8", "replace"))
    return written


def make_page(name: str, *, lang: str, styles: Sequence[str] = (), served: bool = False, **values: Any) -> Page:
    """Return the page of a template, with the style and the script of the same name.

    Parameters
    ----------
    name
        Of the template, of its style, and of the module that its script begins with.
    lang
        ``zh`` or ``en``.
    styles
        Names of the styles, where the page has not only that of its name; later ones win.
    served
        Let the script ask the server that the page came from, and no other.
    values
        What the template shows; texts are escaped, and what nobody could see in them becomes a sign.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    script = joined(f"{name}.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("viz"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    if served:
        policy += "; connect-src 'self'"
    text = environment.get_template(f"{name}.html.j2").render(
        **values,
        lang="zh-CN" if lang == "zh" else "en",
        policy=policy,
        script=Markup(script),
        style=Markup(style_of(*(styles or (name,)))),
    )
    return Page(text, policy)


def style_of(*names: str) -> str:
    """Return the styles of a page of tables, behind the colours that all of them have; later ones win."""
    static = files("viz").joinpath("static")
    paths = ("common/colours.css", *(f"{name}.css" for name in names))
    return "".join(static.joinpath(path).read_text("utf-8") for path in paths)


def _shown(value: Any) -> Any:
    """Return what a page shows of a value; scripts and styles are ours and stay as they are."""
    return visible(value, lines=True) if type(value) is str else value


def island(value: Any) -> Markup:
    r"""Return a value as JSON that can neither end the script element it stands in nor look like an address.

    Examples
    --------
    >>> print(island(["</script>&", "http://x"]))
    ["\u003c/script\u003e\u0026","\u0068ttp://x"]
    """
    from markupsafe import Markup

    text = json.dumps(visible_all(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&'":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(_SCHEME.sub(lambda match: f"\\u{ord(match[0][0]):04x}{match[0][1:]}", text))
