"""The six names of pyvis that we use, held still: if one changes, this says so before a map does."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from importlib.resources import files

import jinja2
import pytest

from graph.errors import SettingsError
from viz import page


def test_network_renders_our_template_with_our_lists() -> None:
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [{"id": 0}]
    network.edges = [{"id": 0, "from": 0, "to": 0}]
    network.options = {"physics": {"enabled": False}}
    network.templateEnv = jinja2.Environment(loader=jinja2.DictLoader({"t": "{{ nodes }}|{{ edges }}|{{ options }}"}))
    network.path = "t"
    assert network.generate_html() == "[{'id': 0}]|[{'id': 0, 'from': 0, 'to': 0}]|{\"physics\": {\"enabled\": false}}"


def test_version_and_library() -> None:
    assert version("pyvis") == "0.3.2"
    assert hashlib.sha256(files("pyvis").joinpath(page.VIS).read_bytes()).hexdigest() == page.VIS_SHA256


def test_another_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "VIS_SHA256", "0" * 64)
    with pytest.raises(SettingsError, match=r"reinstall pyvis==0\.3\.2"):
        page.vis_library()
