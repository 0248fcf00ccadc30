"""Pages of tables that open offline: one file that holds its style and its own script, and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files import write_file
from graph.visible import visible, visible_all
from viz.modules import joined

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["island", "style_of", "write_page"]

_SCHEME = re.compile("http", re.IGNORECASE)


def write_page(path: str | Path, name: str, *, lang: str, **values: Any) -> Path:
    """Write the page of a template, with the style and the script of the same name.

    Parameters
    ----------
    path
        The file to write.
    name
        Of the template, of its style, and of the module that its script begins with.
    lang
        ``zh`` or ``en``.
    values
        What the template shows; texts are escaped, and what nobody could see in them becomes a sign.

    Raises
    ------
    SettingsError
        If the file cannot be written.
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
    page = environment.get_template(f"{name}.html.j2").render(
        **values,
        lang="zh-CN" if lang == "zh" else "en",
        policy=f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        script=Markup(script),
        style=Markup(style_of(name)),
    )
    written = Path(path)
    write_file(written, page.encode("utf-8", "replace"))
    return written


def style_of(name: str) -> str:
    """Return the style of a page of tables, behind the colours that all of them have."""
    static = files("viz").joinpath("static")
    return "".join(static.joinpath(each).read_text("utf-8") for each in ("shared/colours.css", f"{name}.css"))


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
