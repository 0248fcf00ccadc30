"""pyvis is loaded without what a map does not need, and works as ever."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "print(sorted({'IPython', 'jsonpickle', 'pyvis'} & set(sys.modules)))"


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", f"import sys\n{code}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_network_is_there_without_ipython_and_jsonpickle() -> None:
    code = f"from viz.pyvis_network import network_class\nnetwork_class()(directed=True)\n{LOADED}"
    assert run(code) == "['pyvis']\n"


def test_what_pyvis_uses_them_for_goes_on_working() -> None:
    code = """
from viz.pyvis_network import network_class
Network = network_class()
import pyvis.network
network = Network()
network.add_node(1)
print('"n_id": 1' in network.to_json() or '"nodes"' in network.to_json())
print(type(pyvis.network.IFrame("a.html", width=1, height=1)).__module__)
import IPython.display, jsonpickle
print(IPython.display.IFrame.__name__, jsonpickle.encode(1))
"""
    assert run(code) == "True\nIPython.lib.display\nIFrame 1\n"


@pytest.mark.parametrize("first", ["import IPython", "import jsonpickle", "import pyvis.network"])
def test_what_is_loaded_already_is_used(first: str) -> None:
    code = f"""
{first}
before = set(sys.modules)
from viz.pyvis_network import network_class
network_class()
import pyvis.network
print(getattr(pyvis.network.jsonpickle, "__file__", None) is not None, isinstance(pyvis.network.IFrame, type))
"""
    assert (
        run(code)
        == {
            "import IPython": "False True\n",
            "import jsonpickle": "True False\n",
            "import pyvis.network": "True True\n",
        }[first]
    )
