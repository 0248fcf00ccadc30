"""Only addresses of this computer, over real sockets."""

from __future__ import annotations

import pytest

from graph.errors import SettingsError
from zerentu.web.address import listening, origin_of


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.7", "10.0.0.1", "localhost", "example.com", "", "127.0.0.1.evil"]
)
def test_other_addresses_are_refused_in_a_sentence(host: str) -> None:
    with pytest.raises(SettingsError) as refused:
        listening(host, 0)
    assert (
        refused.value.zh == f"--host {host}：只能用本机地址 127.0.0.1 或 ::1；这个网页没有账户和口令，不能给别的电脑用"
    )


def test_a_free_port_is_taken_and_a_taken_one_is_refused() -> None:
    with listening("127.0.0.1", 0) as found:
        port = found.getsockname()[1]
        assert origin_of(found) == f"http://127.0.0.1:{port}"
        with pytest.raises(SettingsError, match=f"127.0.0.1:{port} cannot be used"):
            listening("127.0.0.1", port)
