"""Each refusal of a server or its driver: kind of error, and the sentence."""

from __future__ import annotations

import pytest
from neo4j import exceptions

from graph.errors import QueryError, StoreBusy, StoreError, StoreUnavailable
from graph.stores.server.bolt_errors import sentence

WHO = {"name": "neo4j://h", "user": "u", "database": "d"}


def refused(code: str) -> exceptions.Neo4jError:
    return exceptions.Neo4jError._hydrate_neo4j(code=code, message="why.\nand more")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("code", "kind", "zh"),
    [
        (
            "Neo.ClientError.Security.Unauthorized",
            StoreUnavailable,
            "neo4j://h：服务器拒绝用户 u 登录（why）；请检查 NEO4J_USERNAME 与 NEO4J_PASSWORD",
        ),
        (
            "Neo.ClientError.Database.DatabaseNotFound",
            StoreUnavailable,
            "neo4j://h：服务器上没有数据库 d；请检查 NEO4J_DATABASE",
        ),
        ("Neo.ClientError.Statement.AccessMode", QueryError, "查询要写入数据；这里只允许读取"),
        (
            "Neo.ClientError.Security.Forbidden",
            StoreUnavailable,
            "neo4j://h：用户 u 没有权限（why）；请使用可写入、可建约束的用户，以及非只读的数据库",
        ),
        (
            "Neo.ClientError.Transaction.TransactionTimedOut",
            QueryError,
            "查询超时，已终止；请缩小查询范围，或延长时限",
        ),
        (
            "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
            StoreError,
            "neo4j://h：服务器内存不足（why）；请在 neo4j.conf 中调大 server.memory.heap.max_size",
        ),
        (
            "Neo.ClientError.Schema.ConstraintValidationFailed",
            StoreError,
            "neo4j://h：库中已有的数据与写入冲突（why）；请为 zerentu 使用单独的数据库",
        ),
        ("Neo.ClientError.Statement.SyntaxError", QueryError, "Neo4j 不接受该查询：why"),
        ("Neo.TransientError.Transaction.DeadlockDetected", StoreBusy, "neo4j://h 正忙（why）；请重试"),
        ("Neo.DatabaseError.General.UnknownError", StoreError, "neo4j://h：why"),
    ],
)
def test_what_a_server_refuses(code: str, kind: type[StoreError], zh: str) -> None:
    said = sentence(refused(code), **WHO)
    assert (type(said), said.zh) == (kind, zh)


@pytest.mark.parametrize(
    ("error", "zh"),
    [
        (exceptions.IncompleteCommit("gone"), "neo4j://h：写入时连接中断，结果未知；请重新入库，不会重复"),
        (
            exceptions.ConfigurationError("old"),
            "neo4j://h 不是 Neo4j 5 或更高版本的服务器（old）；请检查地址与服务器",
        ),
        (
            exceptions.ServiceUnavailable("refused.\nmore"),
            "neo4j://h：没有 Neo4j 服务器应答（refused）；请启动服务器，或检查主机、端口与加密方式"
            "（neo4j+s:// 用于有证书的服务器，neo4j:// 用于没有的）",
        ),
    ],
)
def test_what_the_driver_refuses(error: Exception, zh: str) -> None:
    said = sentence(error, **WHO)
    assert (type(said), said.zh) == (StoreUnavailable, zh)
