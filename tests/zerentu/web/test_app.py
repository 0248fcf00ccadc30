"""From a dropped file to an answer and a download, over a real port; and what does not belong there."""

from __future__ import annotations

import io
import socket
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openpyxl import load_workbook
from served import PLAN, Client, serving


def test_a_plan_is_dropped_read_loaded_asked_and_removed(newcomer: Client) -> None:
    assert newcomer.ask("GET", "/plans").json() == []
    assert newcomer.ask("POST", "/ask", {"question": "县水利局牵头哪些任务"}).json() == {
        "why": "图库里还没有方案；请先载入方案"
    }
    explored = newcomer.ask("GET", "/explore")
    assert (explored.status, explored.headers["location"]) == (303, "/")
    sent = newcomer.send("栾川县节水实施方案.txt", PLAN.encode())
    assert sent.status == 201
    key = sent.json()["id"]
    read = newcomer.file(key)
    assert (read["state"], read["said"]) == ("read", [])
    assert read["report"] == {
        "plans": [{"title": "栾川县节水实施方案", "number": None, "region": "栾川县", "issued": None, "draft": False}],
        "counts": {"tasks": 2, "nobody": 1, "no_lead": 0, "agencies": 2, "targets": 1, "sentences": 0, "explained": 0},
        "unread": [],
    }
    whole = newcomer.ask("GET", f"/files/{key}").json()
    assert [(task["number"], task["title"], task["owners"], task["place"]) for task in whole["tasks"]] == [
        ("一/（一）", "改造管网", [["牵头", "县水利局"], ["配合", "县财政局"]], "第4行"),
        ("一/（二）", "宣传节水", [], "第5行"),
    ]
    assert newcomer.ask("GET", "/plans").json() == []
    assert newcomer.ask("POST", "/load", {"files": [key]}).status == 202
    loaded = newcomer.file(key)
    assert (loaded["state"], loaded["said"]) == ("loaded", ["《栾川县节水实施方案》已载入"])
    (held,) = newcomer.ask("GET", "/plans").json()
    assert (held["title"], held["source"], held["tasks"]) == ("栾川县节水实施方案", "栾川县节水实施方案.txt", 2)
    answered = newcomer.ask("POST", "/ask", {"question": "县水利局牵头哪些任务"}).json()
    assert answered["said"] == ["1 项任务"]
    assert answered["groups"][0]["rows"] == [["牵头·明示", "一/（一）", "改造管网", "4", "县水利局牵头，县财政局配合"]]
    explored = newcomer.ask("GET", "/explore")
    assert "改造管网" in explored.text
    assert newcomer.ask("GET", "/explore").body == explored.body
    newcomer.ask("POST", "/remove", {"plan": held["id"]})
    assert newcomer.done()["news"][-1]["text"] == "已移除《栾川县节水实施方案》（2 项任务）"
    assert newcomer.ask("GET", "/plans").json() == []
    assert newcomer.ask("GET", "/explore").status == 303


def test_the_server_is_gone_after_the_button(tmp_path: Path) -> None:
    with serving(tmp_path / "a.lbug") as client:
        assert client.ask("POST", "/stop", {}).status == 200
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                socket.create_connection((str(client.where.hostname), client.where.port), timeout=1).close()
            except OSError:
                break
            time.sleep(0.05)
        else:
            pytest.fail("it still listens")


@pytest.mark.parametrize(
    "name", ["../../甲.txt", "甲\n\u202e.txt", "甲\x00.txt", "字" * 3000 + ".txt", "", "..", "con.txt"]
)
def test_hostile_names_name_nothing(client: Client, name: str) -> None:
    sent = client.send(name, PLAN.encode())
    assert sent.status == 201
    key = sent.json()["id"]
    assert client.file(key)["state"] == "read"
    assert client.ask("DELETE", f"/files/{key}").status == 200
    assert client.ask("GET", f"/files/{key}").status == 404


def test_a_file_that_is_none_is_refused_with_the_remedy_and_without_our_folders(client: Client) -> None:
    key = client.send("坏.pdf", b"%PDF-1.7 nonsense").json()["id"]
    found = client.file(key)
    assert found["state"] == "refused"
    (said,) = found["said"]
    why = "Failed to load document (PDFium: Data format error)."
    assert said == f"坏.pdf：PDF 文件已损坏（{why}）；请用 PDF 阅读器打开并另存，或重新获取"
    client.ask("DELETE", f"/files/{key}")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nonsense", 404), ("GET", "/files/../../etc/passwd", 404), ("GET", "/files/%2e%2e%2fetc", 404),
        ("GET", "/static/app.js", 404), ("POST", "/now", 405), ("GET", "/stop", 405), ("DELETE", "/files/x", 404),
        ("TRACE", "/now", 405), ("POST", "/download/passwd", 404), ("POST", "/download/..%2f..%2fetc", 404),
    ],
)  # fmt: skip
def test_other_addresses_lead_nowhere(client: Client, method: str, path: str, status: int) -> None:
    assert client.ask(method, path, {} if method == "POST" else None).status == status


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "text/plain", 415), (b"", "application/json", 400), (b"[]", "application/json", 400), (b"{", "application/json", 400),
        (b"[" * 90_000, "application/json", 400), (b"{}" + b" " * 200_000, "application/json", 413), (b"\xff", "application/json", 400),
        (b'{"files": "a"}', "application/json", 400), (b'{"files": [1]}', "application/json", 400), (b'{"files": []}', "application/json", 409),
    ],
)  # fmt: skip
def test_requests_that_are_none_are_refused(client: Client, body: bytes, kind: str, status: int) -> None:
    found = client.raw("POST", "/load", {**client.headers, "Content-Type": kind}, body)
    assert (found.status, list(found.json())) == (status, ["why"])


def folders(client: Client) -> int:
    return len(client.now()["files"])


def talk(client: Client, *parts: bytes, wait: float = 10) -> bytes:
    """Send bytes as they are and return what comes back."""
    with socket.create_connection((str(client.where.hostname), client.where.port), timeout=wait) as line:
        for part in parts:
            line.sendall(part)
        found = b""
        while piece := line.recv(65536):
            found += piece
            if b"\r\n\r\n" in found:
                break
        return found


def status(answer: bytes) -> int:
    """Return the status that the first line of an answer tells."""
    return int(answer.split(b"\r\n")[0].split(b" ")[1])


def head(client: Client, *lines: str, path: str = "/files?for=plan&name=a.txt") -> bytes:
    said = [
        f"PUT {path} HTTP/1.1",
        f"Host: {client.where.netloc}",
        *(f"{n}: {v}" for n, v in client.headers.items()),
        *lines,
    ]
    return "\r\n".join([*said, "", ""]).encode()


def test_a_huge_file_is_refused_before_it_is_sent(client: Client) -> None:
    before = folders(client)
    assert status(talk(client, head(client, "Content-Length: 5000000000"))) == 413
    assert folders(client) == before


@pytest.mark.parametrize("lines", [[], ["Transfer-Encoding: chunked"]])
def test_a_file_without_a_length_is_refused(client: Client, lines: list[str]) -> None:
    assert status(talk(client, head(client, *lines), b"0\r\n\r\n" if lines else b"")) == 411


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        (["Content-Length: 3", "Content-Length: 9"], 400),
        (["Content-Length: -1"], 400),
        (["Content-Length: 3", "Transfer-Encoding: chunked"], 411),
    ],
)
def test_lengths_that_contradict_are_refused(client: Client, lines: list[str], refusal: int) -> None:
    before = folders(client)
    assert status(talk(client, head(client, *lines), b"abc")) == refusal
    assert folders(client) == before


def test_a_file_that_stops_half_way_leaves_nothing(client: Client) -> None:
    before = folders(client)
    with socket.create_connection((str(client.where.hostname), client.where.port)) as line:
        line.sendall(head(client, "Content-Length: 1000") + b"half")
    time.sleep(0.3)
    assert folders(client) == before
    assert client.ask("GET", "/now").status == 200


def test_headers_without_end_are_cut(client: Client) -> None:
    assert status(talk(client, head(client, "X: " + "a" * 200_000))) == 400


def test_loads_at_once_are_done_one_after_the_other(newcomer: Client) -> None:
    texts = [PLAN.replace("栾川县", name) for name in ("栾川县", "汝阳县", "宜阳县")]
    keys = [newcomer.send(f"{at}.txt", text.encode()).json()["id"] for at, text in enumerate(texts)]
    newcomer.done()
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda key: newcomer.ask("POST", "/load", {"files": [key]}).status, [*keys, *keys]))
    assert sorted(replies) == [202, 202, 202, 409, 409, 409]
    states = {each["id"]: each["state"] for each in newcomer.done()["files"]}
    assert [states[key] for key in keys] == ["loaded"] * 3
    assert len(newcomer.ask("GET", "/plans").json()) == 3


def test_a_region_that_the_text_leaves_open_is_given_on_the_page(newcomer: Client) -> None:
    key = newcomer.send("节水.txt", PLAN.replace("栾川县", "").encode()).json()["id"]
    assert newcomer.file(key)["report"]["plans"][0]["region"] is None
    assert newcomer.ask("POST", f"/files/{key}", {"region": "云泽县"}).status == 200
    found = newcomer.file(key)
    assert (found["state"], found["said"]) == ("read", ["没有名为“云泽县”的地区；请写全称，例如 洛阳市"])
    newcomer.ask("POST", f"/files/{key}", {"region": "汝阳县"})
    found = newcomer.file(key)
    assert (found["region"], found["report"]["plans"][0]["region"], found["said"]) == ("汝阳县", "汝阳县", [])
    newcomer.ask("POST", "/load", {"files": [key]})
    assert newcomer.file(key)["state"] == "loaded"


def test_answers_go_to_a_spreadsheet(client: Client) -> None:
    found = client.ask("POST", "/answer.csv", {"question": "县水利局牵头哪些任务"})
    assert (found.status, found.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert found.headers["content-disposition"] == "attachment; filename*=UTF-8''%E5%9B%9E%E7%AD%94.csv"
    assert found.text.splitlines()[0] == "\ufeff文件,角色,编号,标题,行,原文"


@pytest.mark.parametrize(
    ("name", "begins"),
    [("matrix.xlsx", b"PK"), ("matrix.html", b"<!DOCTYPE"), ("tasks.docx", b"PK"), ("bulletin.docx", b"PK"),
     ("sheets.zip", b"PK"), ("explorer.html", b"<!DOCTYPE")],
)  # fmt: skip
def test_files_are_taken_away(client: Client, name: str, begins: bytes) -> None:
    found = client.ask("POST", f"/download/{name}", {"sender": "市政府督查室"})
    assert (found.status, found.body[:9].startswith(begins)) == (200, True)


def test_sheets_go_out_and_come_back(client: Client) -> None:
    made = client.ask("POST", "/download/sheets.zip", {"return_by": "2026-12-20"})
    with zipfile.ZipFile(io.BytesIO(made.body)) as archive:
        name = next(each for each in archive.namelist() if each.startswith("县水利局"))
        book = load_workbook(io.BytesIO(archive.read(name)))
    sheet = book.worksheets[1]
    columns = {
        str(cell.value).split("\n")[0]: cell.column
        for row in sheet.iter_rows(min_row=1, max_row=4)
        for cell in row
        if cell.value
    }
    sheet.cell(4, columns["进展情况"]).value = "已完成第一批。"
    sheet.cell(4, columns["完成状态"]).value = "推进中"
    data = io.BytesIO()
    book.save(data)
    good = client.send(name, data.getvalue(), "sheet").json()["id"]
    bad = client.send("别的.xlsx", b"no workbook", "sheet").json()["id"]
    assert client.ask("POST", "/import", {"files": [good, bad]}).status == 202
    now = client.done()
    assert now["returned"] == {
        "summary": "收入 1 条进展，已有 0 条，问题 1 处",
        "files": [
            {"file": name, "added": 1, "known": 0, "problems": 0, "refused": False},
            {"file": "别的.xlsx", "added": 0, "known": 0, "problems": 1, "refused": True},
        ],
        "problems": ["别的.xlsx：不是表格；请交回 .xlsx 或 .csv 文件"],
        "disagreements": [],
        "missing": [{"agency": "县财政局", "tasks": 1}],
        "blank": 0,
    }
    assert not [each for each in now["files"] if each["purpose"] == "sheet"]


def test_a_day_that_is_none_is_refused(client: Client) -> None:
    found = client.ask("POST", "/download/sheets.zip", {"return_by": "明天"})
    assert (found.status, found.json()) == (409, {"why": "明天 不是日期；请写成 2026-03-31"})


def test_a_plan_is_there_already(client: Client) -> None:
    key = client.send("节水.txt", PLAN.encode()).json()["id"]
    client.done()
    client.ask("POST", "/load", {"files": [key]})
    found = client.file(key)
    assert (found["state"], found["said"]) == (
        "loaded",
        ["《栾川县节水实施方案》图库里已有，没有变化"],
    )
