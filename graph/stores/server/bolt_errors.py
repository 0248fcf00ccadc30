"""What a server or its driver refuses, as a sentence with its remedy.

No message shows a password, and none the values of parameters.
"""

from __future__ import annotations

from neo4j import exceptions

from graph.errors import QueryError, StoreBusy, StoreError, StoreUnavailable

__all__ = ["sentence"]

_LOGIN = ("Security.Unauthorized", "Security.AuthenticationRateLimit", "Security.CredentialsExpired")
_READ_ONLY = ("Security.Forbidden", "General.ForbiddenOnReadOnlyDatabase", "General.WriteOnReadOnlyAccessDatabase")
_MEMORY = ("General.MemoryPoolOutOfMemoryError", "General.OutOfMemoryError", "General.TransactionOutOfMemoryError")


def sentence(error: Exception, *, name: str, user: str, database: str) -> StoreError:
    """Return the error to raise for one of the driver's.

    Parameters
    ----------
    error
        An exception of the driver.
    name
        The store.
    user, database
        Who asked, and what for.
    """
    if isinstance(error, exceptions.Neo4jError):
        return _refused(error, name, user, database)
    why = _first_line(error)
    if isinstance(error, exceptions.IncompleteCommit):
        return StoreUnavailable(
            f"{name}: the connection broke while the server was writing, so it may be written or not; "
            "load again, nothing is doubled",
            zh=f"{name}：写入时连接中断，结果未知；请重新入库，不会重复",
        )
    if isinstance(error, exceptions.ConfigurationError):
        return StoreUnavailable(
            f"{name} does not answer as a Neo4j server of version 5 or newer ({why}); check the address and the server",
            zh=f"{name} 不是 Neo4j 5 或更高版本的服务器（{why}）；请检查地址与服务器",
        )
    return StoreUnavailable(
        f"{name}: no Neo4j server answers there ({why}); start it, or check host, port and encryption "
        "(neo4j+s:// needs a server with a certificate, neo4j:// one without)",
        zh=f"{name}：没有 Neo4j 服务器应答（{why}）；请启动服务器，或检查主机、端口与加密方式"
        "（neo4j+s:// 用于有证书的服务器，neo4j:// 用于没有的）",
    )


def _refused(error: exceptions.Neo4jError, name: str, user: str, database: str) -> StoreError:
    code, why = error.code or "", _first_line(error)
    if code.endswith(_LOGIN):
        return StoreUnavailable(
            f"{name}: the server does not let {user} in ({why}); check NEO4J_USERNAME and NEO4J_PASSWORD",
            zh=f"{name}：服务器拒绝用户 {user} 登录；请检查 NEO4J_USERNAME 与 NEO4J_PASSWORD",
        )
    if code.endswith("Database.DatabaseNotFound"):
        return StoreUnavailable(
            f"{name}: the server has no database {database}; check NEO4J_DATABASE",
            zh=f"{name}：服务器上没有数据库 {database}；请检查 NEO4J_DATABASE",
        )
    if code.endswith("Statement.AccessMode"):
        return QueryError("the query writes; only reading is allowed here", zh="查询要写入数据；这里只允许读取")
    if code.endswith(_READ_ONLY):
        return StoreUnavailable(
            f"{name}: {user} may not do that there ({why}); use a user who may write and make constraints, "
            "and a database that is not read-only",
            zh=f"{name}：用户 {user} 没有权限（{why}）；请使用可写入、可建约束的用户，以及非只读的数据库",
        )
    if "Transaction.TransactionTimedOut" in code:
        return QueryError(
            "the query took too long and was ended; ask for less, or allow more time",
            zh="查询超时，已终止；请缩小查询范围，或延长时限",
        )
    if code.endswith(_MEMORY):
        return StoreError(
            f"{name}: the server has too little memory for this ({why}); "
            "raise server.memory.heap.max_size in its neo4j.conf",
            zh=f"{name}：服务器内存不足；请在 neo4j.conf 中调大 server.memory.heap.max_size",
        )
    if ".Schema." in code:
        return StoreError(
            f"{name}: the data that is there is in the way ({why}); use a database of its own for zerentu",
            zh=f"{name}：库中已有的数据与写入冲突（{why}）；请为 zerentu 使用单独的数据库",
        )
    if ".ClientError.Statement." in code:
        return QueryError(f"Neo4j does not accept the query: {why}", zh=f"Neo4j 不接受该查询：{why}")
    if ".TransientError." in code:
        return StoreBusy(f"{name} is busy ({why}); try again", zh=f"{name} 正忙（{why}）；请重试")
    return StoreError(f"{name}: {why}", zh=f"{name}：{why}")


def _first_line(error: Exception) -> str:
    text = error.message if isinstance(error, exceptions.Neo4jError) else str(error)
    return (text or type(error).__name__).strip().split("\n", 1)[0].rstrip(".: ")
