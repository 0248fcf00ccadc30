"""A real Neo4j server for tests and for a developer, without Docker: ``python tests/neo4j_server.py``.

The server is published as jars on Maven Central. They are fetched once into a cache folder outside
the checkout (``ZERENTU_NEO4J_CACHE``, else zerentu/neo4j in the user's cache folder) and started on a
free loopback port, with a home of its own that is removed afterwards.

``NEO4J_URI``, ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD`` name a server that is there already and is left
running; ``NEO4J_HOME`` an unpacked distribution to take the jars from.
"""

from __future__ import annotations

import argparse
import atexit
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import neo4j

#: The two lines that are supported: the long-term one and the current one, each with the Java it runs on.
VERSIONS = {"5.26": "5.26.28", "2026": "2026.08.1"}
POM = Path(__file__).parent / "neo4j" / "pom.xml"
WATCHED = (sys.executable, "-I", str(Path(__file__).parent / "neo4j_watchdog.py"))
#: A server of a test lives for minutes: compiling its code thoroughly costs more than it ever saves.
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
WAIT = 180


class NoServer(Exception):
    """No server can be started here; the sentence says what to set."""


class OtherLine(NoServer):
    """Only the one line of versions can be tested here."""


class Server:
    """A server: where it listens and who may log in. `process` is None for one that somebody else runs."""

    def __init__(self, uri: str, user: str, password: str) -> None:
        self.uri, self.user, self.password = uri, user, password
        self.process: subprocess.Popen[bytes] | None = None
        #: What a test left on it for the next one, until it is cleared.
        self.holds: str | None = None

    def driver(self) -> neo4j.Driver:
        """Return a driver that is logged in; close it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def ours(self) -> int:
        """Return how many nodes of ours it holds."""
        with self.driver() as driver:
            return int(driver.execute_query("MATCH (n:Zerentu) RETURN count(n)").records[0][0])

    def clear(self) -> None:
        """Remove the nodes of ours, and nothing else."""
        self.holds = None
        with self.driver() as driver:
            driver.execute_query("MATCH (n:Zerentu) DETACH DELETE n")

    def start(self) -> None:
        """Wait until it answers."""
        self._wait()

    def stop(self) -> None:
        """Leave somebody else's server alone."""

    def _wait(self) -> None:
        until = time.monotonic() + WAIT
        while True:
            try:
                with self.driver() as driver:
                    # The port opens before the database does.
                    driver.verify_connectivity()
                    driver.execute_query("RETURN 1")
                return
            except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.TransientError):
                ended = self.process is not None and self.process.poll() is not None
                if ended or time.monotonic() > until or self.process is None:
                    raise NoServer(f"no server answers at {self.uri}{self._log()}") from None
                time.sleep(0.2)

    def _log(self) -> str:
        return ""


class OwnServer(Server):
    """A server that is started from a folder of jars, with a home in a temporary folder.

    Parameters
    ----------
    jars
        The folder.
    settings
        Further lines for neo4j.conf.
    """

    def __init__(self, jars: Path, *settings: str) -> None:
        self.version = _version(jars)
        self.java = _java(self.version)
        self.port = _free_port()
        super().__init__(f"bolt://127.0.0.1:{self.port}", "neo4j", secrets.token_hex(12))
        self.home = Path(tempfile.mkdtemp(prefix="zerentu-neo4j-"))
        self.jars = jars
        atexit.register(self.stop)
        (self.home / "conf").mkdir()
        # The newer line looks for its jars below its home.
        (self.home / "lib").symlink_to(jars, target_is_directory=True)
        self.configure(*settings)
        self._admin("dbms", "set-initial-password", self.password)

    def configure(self, *settings: str) -> None:
        """Write neo4j.conf; it counts from the next start. A later line for a name wins."""
        lines = [
            "server.default_listen_address=127.0.0.1",
            f"server.bolt.listen_address=127.0.0.1:{self.port}",
            f"server.bolt.advertised_address=127.0.0.1:{self.port}",
            "server.http.enabled=false",
            "server.https.enabled=false",
            "server.memory.heap.max_size=512m",
            "server.memory.pagecache.size=128m",
            "dbms.security.auth_enabled=true",
            "dbms.usage_report.enabled=false",
            # A quarter of a gigabyte of disk, and the time to write it.
            "db.tx_log.preallocate=false",
            # Tests fill and empty it all the time; planning a statement anew for each size takes longer than running it.
            "dbms.cypher.min_replan_interval=1h",
            "internal.cypher.use_parameter_size=false",
            # Connections that a test left open hold up its end by ten seconds.
            "internal.server.bolt.thread_pool_shutdown_wait_time=0s",
            # The newer line starts a second process of its own.
            *(f"server.jvm.additional={option}" for option in QUICK),
            *settings,
        ]
        # The server refuses a name that stands there twice.
        named = {line if "jvm.additional" in line else line.partition("=")[0]: line for line in lines}
        self.heap = named["server.memory.heap.max_size"].partition("=")[2]
        (self.home / "conf" / "neo4j.conf").write_text("\n".join(named.values()) + "\n", encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers."""
        if self.version.startswith("5."):
            entry = ["org.neo4j.server.CommunityEntryPoint"]
            entry += [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        else:
            entry = ["org.neo4j.server.startup.Neo4jCommand", "console"]
        with (self.home / "out.log").open("ab") as out:
            self.process = subprocess.Popen(
                [*WATCHED, str(self.home), *self.command(f"-Xmx{self.heap}", *QUICK), *entry],
                env=self.environment(),
                # Closed when this process ends, however it ends: the watchdog ends the server then.
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=subprocess.STDOUT,
                # A session of its own, so that Ctrl-C reaches us first.
                start_new_session=sys.platform != "win32",
            )
        self._wait()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(force=True)

    def halt(self) -> None:
        """End it in good order and keep its home, so that it can start again."""
        self._end(force=False)

    def stop(self) -> None:
        """End it and remove its home."""
        self._end(force=False)
        shutil.rmtree(self.home, ignore_errors=True)
        atexit.unregister(self.stop)

    def _end(self, *, force: bool) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        if not force and sys.platform != "win32":
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(30)
        # The watchdog ends after the server did.
        process.communicate(b"kill")

    def _admin(self, *arguments: str) -> None:
        done = subprocess.run(
            [*self.command("-Xmx256m", *QUICK), "org.neo4j.cli.AdminTool", *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=WAIT,
        )
        if done.returncode:
            shutil.rmtree(self.home, ignore_errors=True)
            raise NoServer(f"neo4j-admin {arguments[1]} failed: {done.stderr.strip()[-500:]}")

    def command(self, *options: str) -> list[str]:
        """Return the start of a command line that runs a class of the server."""
        return [str(self.java), *options, "-cp", str(self.jars / "*")]

    def environment(self) -> dict[str, str]:
        """Return the environment that its commands run in."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        return {
            **kept,
            "NEO4J_HOME": str(self.home),
            "NEO4J_CONF": str(self.home / "conf"),
            "JAVA_HOME": str(self.java.parents[1]),
        }

    def _log(self) -> str:
        log = self.home / "out.log"
        return ":\n" + log.read_text(encoding="utf-8", errors="backslashreplace")[-2000:] if log.exists() else ""


def find(line: str = "5.26", *settings: str) -> Server:
    """Return a server that is not started yet.

    Parameters
    ----------
    line
        Key of `VERSIONS`; only for jars of Maven.
    settings
        Further lines for neo4j.conf; they rule out a server that somebody else runs.

    Raises
    ------
    NoServer
        If there is none; says what to set.
    """
    uri, home = os.environ.get("NEO4J_URI"), os.environ.get("NEO4J_HOME")
    if (uri or home) and line != next(iter(VERSIONS)):
        raise OtherLine("NEO4J_URI or NEO4J_HOME names the one server for the tests; unset it to test other versions")
    if uri and not settings:
        return Server(uri, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    return OwnServer(Path(home) / "lib" if home else _fetched(VERSIONS[line]), *settings)


def _fetched(version: str) -> Path:
    _java(version)
    jars = _cache() / version
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServer(
            "no Neo4j server for the tests: set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a running one, "
            "or NEO4J_HOME to an unpacked distribution, or install Maven"
        )
    jars.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f"{version}.", dir=jars.parent))
    print(f"Fetching Neo4j {version} into {jars}", file=sys.stderr)
    # Quietly, and with all that it says if it fails.
    done = subprocess.run(
        [
            *(maven, "-q", "-B", "-f", str(POM), f"-Dneo4j.version={version}", "dependency:copy-dependencies"),
            *("-DincludeScope=runtime", f"-DoutputDirectory={unfinished}"),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
    )
    if done.returncode:
        shutil.rmtree(unfinished)
        raise NoServer(
            f"Maven could not fetch Neo4j {version}; set NEO4J_URI or NEO4J_HOME instead: {done.stdout[-800:]}"
        )
    try:
        unfinished.chmod(0o755)
        unfinished.rename(jars)
    except OSError:
        # Somebody else fetched it in the meantime.
        shutil.rmtree(unfinished)
    return jars


def _cache() -> Path:
    own = os.environ.get("ZERENTU_NEO4J_CACHE")
    if own:
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(base) / "zerentu" / "neo4j"


def _version(jars: Path) -> str:
    found = [
        match[1] for path in jars.glob("neo4j-kernel-*.jar") if (match := re.search(r"-(\d[\d.]+)\.jar$", path.name))
    ]
    if not found:
        raise NoServer(f"{jars} holds no Neo4j server; NEO4J_HOME should name an unpacked distribution")
    return found[0]


def _java(version: str) -> Path:
    """Return a Java that the server runs on: 17 or 21 for 5.26, 21 or newer for the current line."""
    fits = (17, 21) if version.startswith("5.") else range(21, 99)
    for path in _javas():
        if _major(path) in fits:
            return path
    if version.startswith("5."):
        raise NoServer(f"Neo4j {version} needs Java 17 or 21: set JAVA_HOME to one, or NEO4J_URI to a running server")
    raise OtherLine(f"Neo4j {version} needs Java 21 or newer: set JAVA_HOME to one")


def _javas() -> Iterator[Path]:
    name = "java.exe" if sys.platform == "win32" else "java"
    if os.environ.get("JAVA_HOME"):
        yield Path(os.environ["JAVA_HOME"]) / "bin" / name
    if found := shutil.which("java"):
        yield Path(found).resolve()
    yield from sorted(Path("/usr/lib/jvm").glob(f"*/bin/{name}"))


def _major(java: Path) -> int:
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60).stderr
    except OSError:
        return 0
    match = re.search(r'version "(\d+)', said)
    return int(match[1]) if match else 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a server in the foreground until Ctrl-C."""
    parser = argparse.ArgumentParser(description="A Neo4j server with a temporary home, until Ctrl-C.")
    parser.add_argument("--line", choices=VERSIONS, default="5.26", help="which version (default: %(default)s)")
    line = parser.parse_args(arguments).line
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server = find(line)
    except NoServer as error:
        sys.exit(str(error))
    try:
        server.start()
        print(f"NEO4J_URI={server.uri}\nNEO4J_USERNAME={server.user}\nNEO4J_PASSWORD={server.password}", flush=True)
        if server.process is not None:
            print("Ctrl-C ends the server and removes its data", file=sys.stderr)
            server.process.wait()
    except NoServer as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()


if __name__ == "__main__":
    main()
