"""Who is let in, and what every answer says; over a real port."""

from __future__ import annotations

from http.client import HTTPConnection

import pytest
from served import Client

ELSEWHERE = "http://evil.example"


def test_the_address_opens_the_page_once_and_the_token_goes_out_of_it(client: Client) -> None:
    found = client.raw("GET", f"/open?{client.where.query}", {})
    assert (found.status, found.headers["location"]) == (303, "/")
    name, _equals, said = found.headers["set-cookie"].partition("=")
    assert name == f"zerentu-{client.where.port}"
    assert said.split("; ")[1:] == ["HttpOnly", "Path=/", "SameSite=strict"]
    assert client.ask("GET", "/").status == 200


def test_the_address_that_a_browser_is_started_with_opens_the_page_once(client: Client) -> None:
    found = [client.raw("GET", f"/open?{client.first.query}", {}) for _at in range(2)]
    assert [(each.status, "set-cookie" in each.headers) for each in found] == [(303, True), (403, False)]
    assert client.where.query not in found[0].headers["set-cookie"]
    assert client.ask("GET", "/now").status == 200


@pytest.mark.parametrize("path", ["/", "/now", "/plans", "/explore", "/nonsense", "/files/../now"])
@pytest.mark.parametrize("cookie", [None, "", "zerentu=x", "wrong", "wrong-port", "ü"])
def test_without_the_token_there_is_nothing(client: Client, path: str, cookie: str | None) -> None:
    name, _equals, value = client.headers["Cookie"].partition("=")
    said = {"wrong": f"{name}={value[:-1]}", "wrong-port": f"zerentu-1={value}"}.get(cookie or "", cookie)
    found = client.raw("GET", path, {} if said is None else {"Cookie": said})
    assert (found.status, found.headers["content-type"]) == (403, "text/plain; charset=utf-8")
    assert found.text == "没有凭证；请用启动时打开的网页，或把启动窗口里的地址整个复制到浏览器\n"
    assert "set-cookie" not in found.headers


@pytest.mark.parametrize("given", ["", "?", "?x", "?token="])
def test_a_wrong_token_opens_nothing(client: Client, given: str) -> None:
    found = client.raw("GET", f"/open{given}", {})
    assert (found.status, "set-cookie" in found.headers) == (403, False)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.evil.example"]
)
def test_a_name_that_was_made_to_point_here_is_refused(client: Client, host: str) -> None:
    found = client.raw("GET", "/now", {**client.headers, "Host": host.format(port=client.where.port)})
    assert (found.status, found.text) == (421, "这个地址不对；请用启动时打开的网页\n")


def test_two_names_at_once_are_refused(client: Client) -> None:
    connection = HTTPConnection(str(client.where.hostname), client.where.port)
    connection.putrequest("GET", "/now", skip_host=True)
    for value in (client.where.netloc, "evil.example"):
        connection.putheader("Host", value)
    connection.putheader("Cookie", client.headers["Cookie"])
    connection.endheaders()
    assert connection.getresponse().status == 400
    connection.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ELSEWHERE},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://{netloc}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/now"), ("POST", "/stop"), ("PUT", "/files?for=plan&name=a"), ("OPTIONS", "/now")]
)
def test_what_another_page_sends_is_refused_with_the_cookie_too(
    client: Client, method: str, path: str, headers: dict[str, str]
) -> None:
    said = {name: value.format(netloc=client.where.netloc) for name, value in headers.items()}
    found = client.raw(method, path, {**client.headers, **said}, b"{}")
    assert (found.status, found.text) == (403, "别的网页不能访问这里\n")
    assert not [name for name in found.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/stop"), ("DELETE", "/files/x"), ("PUT", "/files?for=plan&name=a")]
)
def test_nothing_is_changed_by_who_does_not_say_where_from(client: Client, method: str, path: str) -> None:
    found = client.raw(method, path, {"Cookie": client.headers["Cookie"]}, b"{}")
    assert (found.status, found.text) == (403, "别的网页不能访问这里\n")


@pytest.mark.parametrize("path", ["/", "/now", "/explore", "/nonsense", "/files/x"])
def test_every_answer_says_what_a_browser_may_do_with_it(client: Client, path: str) -> None:
    headers = client.ask("GET", path).headers
    assert {
        name: headers[name]
        for name in ("x-content-type-options", "x-frame-options", "referrer-policy", "cache-control")
    } == {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
    }
    policy = headers["content-security-policy"].split("; ")
    assert {"default-src 'none'", "frame-ancestors 'none'"} <= set(policy)
    assert not [each for each in policy if each.startswith("script-src") and "unsafe" in each]
    assert "server" not in headers
    assert not [name for name in headers if name.startswith("access-control")]
