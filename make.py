"""What one does with a checkout: ``python make.py TARGET``; ``make TARGET`` calls the same, so Windows needs no make.

Everything is installed into .venv, made by the Python that runs this file (3.11 or newer).
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("zerentu needs Python 3.11 or newer; name one with: make PYTHON=python3.12")

import os
import shutil
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")


def run(*command: str | Path) -> None:
    """Run a program in the checkout; its failure is ours."""
    print("$", *(Path(word).name if word == command[0] else word for word in command), flush=True)
    done = subprocess.run([str(word) for word in command], cwd=ROOT)
    if done.returncode:
        sys.exit(done.returncode)


def python(*arguments: str | Path) -> None:
    """Run the Python of .venv."""
    run(PYTHON, *arguments)


def install(*extras: str) -> None:
    """Install zerentu and extras into .venv, unless that was done, with these or more, since pyproject.toml changed."""
    changed = (ROOT / "pyproject.toml").stat().st_mtime
    stamps = VENV.glob(".installed*")
    if PYTHON.exists() and any(
        set(extras) <= set(stamp.name.split("-")) and stamp.stat().st_mtime > changed for stamp in stamps
    ):
        return
    if not PYTHON.exists():
        print(f"Making {VENV.name} with Python {sys.version.split()[0]}", flush=True)
        venv.create(VENV, with_pip=True)
    what = f".[{','.join(extras)}]" if extras else "."
    print(f"Installing zerentu{what[1:]} into {VENV.name}; the first time takes a minute or more", flush=True)
    python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what)
    (VENV / "-".join([".installed", *extras])).touch()


def pages(script: str | None = None) -> None:
    """Run an npm script of tests/pages, which checks the scripts of the pages, or only install what they all need.

    Without Node.js say that nothing was checked.
    """
    npm = shutil.which("npm")
    if not (npm and shutil.which("node")):
        told = "The scripts of the pages are not checked: Node.js 20.19 or newer with npm is not installed"
        sys.exit(told) if os.environ.get("ZERENTU_REQUIRE_NODE") == "1" else print(told, flush=True)
        return
    folder = ROOT / "tests" / "pages"
    stamp = folder / "node_modules" / ".package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < (folder / "package-lock.json").stat().st_mtime:
        run(npm, "ci", "--prefix", folder, "--no-audit", "--no-fund")
        stamp.touch()
    if script:
        run(npm, "run", "--prefix", folder, "--silent", script)


def setup() -> None:
    """Install what all other targets need, once."""
    install("test", "lint", "release")
    pages()


def demo() -> None:
    """Show the whole way: load the sample plan, ask, audit, draw a map."""
    install()
    python("-m", "zerentu", "demo")


def test() -> None:
    """Run every test."""
    install("test")
    pages("test")
    python("-m", "pytest", "-n", "auto", "--dist", "loadscope", "--no-loadscope-reorder")


def lint() -> None:
    """Check style and types."""
    install("test", "lint")
    python("-m", "ruff", "check", ".")
    python("-m", "ruff", "format", "--check", ".")
    python("-m", "mypy", "--strict", *(word for package in PACKAGES for word in ("-p", package)))
    python("-m", "mypy", "--strict", "make.py", "tools/release.py")
    pages("lint")


def docs() -> None:
    """Write help pages, CLI reference, schema page and query catalogue."""
    install()
    python("-m", "zerentu.reference")


def messages() -> None:
    """Bring the catalogues of messages up to date."""
    install()
    python("-m", "zerentu.translations")


def neo4j() -> None:
    """Start the Neo4j server that the tests use."""
    install("test")
    python("tests/neo4j_server.py")


def release() -> None:
    """Build sdist, wheel and SBOM into dist, and try them in empty environments."""
    install("release")
    python("tools/release.py")


def fuzz() -> None:
    """Read 100,000 files made at random, going on from fuzz.json where that is (Linux, macOS)."""
    install("test")
    python("tests/fuzz.py", "--inputs", "100000", "--minutes", "600", "--tally", "fuzz.json")


def clean() -> None:
    """Remove what the other targets made."""
    for name in (".venv", "demo", "dist", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    (ROOT / "fuzz.json").unlink(missing_ok=True)


TARGETS: dict[str, Callable[[], None]] = {
    each.__name__: each for each in (setup, demo, test, lint, docs, messages, neo4j, release, fuzz, clean)
}


def main(names: list[str]) -> None:
    """Make the targets that are named, in order; tell which there are if none is known."""
    unknown = [name for name in names if name not in TARGETS]
    if unknown or not names:
        for name, target in TARGETS.items():
            print(f"{name:10}{(target.__doc__ or '').strip()}")
        sys.exit(f"no target {unknown[0]}" if unknown else 0)
    for name in names:
        TARGETS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
