"""What a server or its driver refuses, as a sentence with its remedy.

No message shows a password, and none the values of parameters.
"""

from __future__ import annotations

from neo4j import exceptions

from graph.errors import QueryError, StoreBusy, StoreError, StoreUnavailable
from graph.messages import _

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
        return StoreUnavailable(_("{name}：写入时连接中断，结果未知；请重新入库，不会重复", name=name))
    if isinstance(error, exceptions.ConfigurationError):
        return StoreUnavailable(
            _("{name} 不是 Neo4j 5 或更高版本的服务器（{why}）；请检查地址与服务器", name=name, why=why)
        )
    return StoreUnavailable(
        _(
            "{name}：没有 Neo4j 服务器应答（{why}）；请启动服务器，或检查主机、端口与加密方式（neo4j+s:// 用于有证书的服务器，neo4j:// 用于没有的）",
            name=name,
            why=why,
        )
    )


def _refused(error: exceptions.Neo4jError, name: str, user: str, database: str) -> StoreError:
    code, why = error.code or "", _first_line(error)
    if code.endswith(_LOGIN):
        return StoreUnavailable(
            _(
                "{name}：服务器拒绝用户 {user} 登录（{why}）；请检查 NEO4J_USERNAME 与 NEO4J_PASSWORD",
                name=name,
                user=user,
                why=why,
            )
        )
    if code.endswith("Database.DatabaseNotFound"):
        return StoreUnavailable(
            _("{name}：服务器上没有数据库 {database}；请检查 NEO4J_DATABASE", name=name, database=database)
        )
    if code.endswith("Statement.AccessMode"):
        return QueryError(_("查询要写入数据；这里只允许读取"))
    if code.endswith(_READ_ONLY):
        return StoreUnavailable(
            _(
                "{name}：用户 {user} 没有权限（{why}）；请使用可写入、可建约束的用户，以及非只读的数据库",
                name=name,
                user=user,
                why=why,
            )
        )
    if "Transaction.TransactionTimedOut" in code:
        return QueryError(_("查询超时，已终止；请缩小查询范围，或延长时限"))
    if code.endswith(_MEMORY):
        return StoreError(
            _("{name}：服务器内存不足（{why}）；请在 neo4j.conf 中调大 server.memory.heap.max_size", name=name, why=why)
        )
    if ".Schema." in code:
        return StoreError(
            _("{name}：库中已有的数据与写入冲突（{why}）；请为 zerentu 使用单独的数据库", name=name, why=why)
        )
    if ".ClientError.Statement." in code:
        return QueryError(_("Neo4j 不接受该查询：{why}", why=why))
    if ".TransientError." in code:
        return StoreBusy(_("{name} 正忙（{why}）；请重试", name=name, why=why))
    return StoreError(_("{name}：{why}", name=name, why=why))


def _first_line(error: Exception) -> str:
    text = error.message if isinstance(error, exceptions.Neo4jError) else str(error)
    return (text or type(error).__name__).strip().split("\n", 1)[0].rstrip(".: ")
