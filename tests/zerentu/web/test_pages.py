"""The pages hold their policy and their words, and no address of elsewhere."""

from __future__ import annotations

import re

import pytest
from served import Client


@pytest.mark.parametrize(("path", "asks"), [("/", True), ("/explore", False)])
def test_a_page_runs_its_own_script_and_asks_at_most_its_own_server(client: Client, path: str, asks: bool) -> None:
    found = client.ask("GET", path)
    policy = found.headers["content-security-policy"]
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        + ("; connect-src 'self'" if asks else "")
        + "; frame-ancestors 'none'",
        policy,
    )
    assert "http://" not in found.text and "https://" not in found.text
    assert ('href="/"' in found.text) is not asks


def test_the_page_names_its_store(client: Client) -> None:
    assert "督查 室.lbug" in client.ask("GET", "/").text
