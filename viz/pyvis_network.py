"""pyvis' network, without what it loads and we do not need: IPython and jsonpickle take twice as long to load as it does.

pyvis uses the first to show a page in a notebook and the second to write a network as JSON. Both go on working for who
uses pyvis in the same process: they are loaded when one of them is called. Where they are loaded already they are used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["network_class"]


def network_class() -> Any:
    """Return the class of networks of pyvis."""
    if "pyvis.network" not in sys.modules:
        later = (
            {}
            if "IPython" in sys.modules
            else {"IPython": _module("IPython"), "IPython.display": _module("IPython.display", "IFrame")}
        )
        if "jsonpickle" not in sys.modules:
            later["jsonpickle"] = _module("jsonpickle", "encode")
        sys.modules.update(later)
        try:
            import_module("pyvis.network")
        finally:
            for name in later:
                del sys.modules[name]
    return sys.modules["pyvis.network"].Network


def _module(name: str, *functions: str) -> ModuleType:
    """Return a module that stands for another one, with functions that load it when they are called."""
    module = ModuleType(name)
    for function in functions:
        setattr(module, function, _loading(name, function))
    return module


def _loading(name: str, function: str) -> Any:
    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(import_module(name), function)(*arguments, **options)

    return call
