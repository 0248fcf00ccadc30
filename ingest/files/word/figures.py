"""Which drawings of a Word document may hold words that nothing but an eye can read.

A seal, a logo and a line are drawings too; a picture counts when it is large enough to show a table.
Diagrams, charts and embedded sheets keep their words in parts of their own, which are not read.
"""

from __future__ import annotations

import re

from lxml import etree

__all__ = ["is_figure"]

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SHAPE = re.compile(r"/wordprocessing(?:Shape|Group|Canvas|Ink)$|/lockedCanvas$")
#: Wider and higher than a seal: in points, and how many of the units of a drawing are a point.
_WIDE, _HIGH, _UNITS = 150.0, 80.0, 12700.0
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 0.75}


def is_figure(shape: etree._Element) -> bool:
    """Tell whether a ``w:drawing``, ``w:pict`` or ``w:object`` without a text box may hold words."""
    if next(shape.iter(_OLE), None) is not None:
        return True
    data = next(shape.iter(_GRAPHIC), None)
    if data is not None:
        kind = data.get("uri", "")
        if _SHAPE.search(kind):
            return any(each.tag.endswith("}blip") for each in data.iter() if isinstance(each.tag, str)) and _is_large(
                shape
            )
        return kind != _PICTURE or _is_large(shape)
    return next(shape.iter(_IMAGE), None) is not None and _is_large(shape)


def _is_large(shape: etree._Element) -> bool:
    extent = next(shape.iter(f"{_DRAWING}extent"), None)
    if extent is not None:
        sides = [float(side) / _UNITS for side in (extent.get("cx", ""), extent.get("cy", "")) if side.isdigit()]
    else:
        styles = (each.get("style", "") for each in shape.iter() if isinstance(each.tag, str))
        found = {name: float(size) * _POINTS[unit] for style in styles for name, size, unit in _SIDE.findall(style) if size.count(".") < 2}  # fmt: skip
        sides = [found[name] for name in ("width", "height") if name in found]
    return len(sides) < 2 or (sides[0] > _WIDE and sides[1] > _HIGH)
