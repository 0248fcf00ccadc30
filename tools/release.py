"""Build what is published, and try it as its users will: ``python make.py release``.

The wheel is built from the checkout and from the sdist, and both must be the same bytes. It is then
installed into empty environments, one for each Python that is here: there the sample job runs without
anything that only developers have. With the oldest releases that pyproject.toml allows, and with the
newest, tests of the sdist run against the installed wheel. A list of what was installed (CycloneDX)
goes beside the wheel.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: One test file a library that computes or stores: enough to see a release that breaks something, in seconds.
SMOKE = (
    "tests/test_dependencies.py",
    "tests/graph/stores/embedded/test_ddl.py",
    "tests/graph/exports/test_xml.py",
    "tests/ingest/files/test_sheet.py",
    "tests/viz/test_layout.py",
    "tests/zerentu/test_workbooks.py",
    "tests/zerentu/web/test_guard.py",
)
#: The tools of the tests that the smoke tests need.
TOOLS = ("hypothesis", "pytest")
#: In force for all programs: no colours, and nothing of the checkout or of the caller's environment.
ENVIRONMENT = {
    **{
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "ZERENTU", "NEO4J", "VIRTUAL"))
    },
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
}


def run(*command: str | Path, cwd: Path = ROOT, environment: dict[str, str] | None = None) -> str:
    """Run a program and return what it printed; its failure is ours, with all that it said."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**ENVIRONMENT, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def uv(*arguments: str | Path, environment: dict[str, str] | None = None) -> str:
    """Run uv, the program beside this Python."""
    return run(sys.executable, "-m", "uv", "--no-config", *arguments, environment=environment)


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def build(work: Path) -> tuple[Path, Path]:
    """Build sdist and wheel into dist; return their paths."""
    shutil.rmtree(DIST, ignore_errors=True)
    commit = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or commit.stdout.strip()
    stamp = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    uv("build", "--quiet", "--out-dir", DIST, environment=stamp)
    uv("build", "--quiet", "--wheel", "--out-dir", work / "again", environment=stamp)
    (wheel,) = DIST.glob("*.whl")
    (sdist,) = DIST.glob("*.tar.gz")
    again = work / "again" / wheel.name
    if wheel.read_bytes() != again.read_bytes():
        sys.exit(f"{wheel.name} has other bytes when it is built from the checkout than from {sdist.name}")
    for path in (wheel, sdist):
        say(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    return wheel, sdist


def interpreters() -> dict[str, str]:
    """Return the Pythons that are here, by version; none is downloaded."""
    found: dict[str, str] = {}
    for version in VERSIONS:
        done = subprocess.run(
            [sys.executable, "-m", "uv", "--no-config", "python", "find", "--no-python-downloads", "--system", version],
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
        )
        if done.returncode == 0:
            found[version] = done.stdout.strip()
    return found


def environment(path: Path, interpreter: str, *requirements: str | Path) -> Path:
    """Make an environment that holds the requirements and nothing else; return its Python."""
    uv("venv", "--quiet", "--python", interpreter, path)
    python = path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    uv("pip", "install", "--quiet", "--python", python, *requirements)
    return python


def try_sample(python: Path, folder: Path) -> None:
    """Run the sample job as a new user would: in an empty folder, with what the wheel brought."""
    folder.mkdir()
    said = run(python, "-m", "zerentu", "demo", cwd=folder)
    if "17" not in said or not (folder / "demo" / "map.html").stat().st_size:
        sys.exit(f"the sample job said something else:\n{said}")


def developers_only() -> set[str]:
    """Return what only developers install."""
    extras = PROJECT["optional-dependencies"]
    return {word.split(">=")[0] for extra in ("test", "lint", "release") for word in extras[extra]}


def try_install(work: Path, version: str, interpreter: str, what: Path) -> Path:
    """Install sdist or wheel into an empty environment and run the sample job there."""
    python = environment(work / f"empty-{version}", interpreter, what)
    installed = {line.split("==")[0] for line in uv("pip", "freeze", "--python", python).splitlines()}
    if extra := installed & developers_only():
        sys.exit(f"{what.name} brings what only developers need: {', '.join(sorted(extra))}")
    try_sample(python, work / f"sample-{version}")
    say(f"Python {version}: {what.name} runs the sample job with {len(installed) - 1} libraries")
    return python


def test_tools() -> list[str]:
    """Return the requirements of the smoke tests, as pyproject.toml has them."""
    wanted = PROJECT["optional-dependencies"]["test"]
    return [word for word in wanted if word.split(">=")[0] in TOOLS]


def smoke(work: Path, name: str, interpreter: str, wheel: Path, sdist: Path) -> None:
    """Run the smoke tests of the sdist against the wheel with the ``lowest`` or the ``highest`` libraries."""
    resolution = "lowest-direct" if name == "lowest" else "highest"
    wanted: list[str | Path] = ["--requirements", ROOT / "pyproject.toml", "--extra", "web", *test_tools()]
    python = environment(work / name, interpreter, "--resolution", resolution, *wanted)
    uv("pip", "install", "--quiet", "--python", python, "--no-deps", wheel)
    tests = work / f"tests-{name}"
    with tarfile.open(sdist) as archive:
        archive.extractall(tests, filter="data")
    (inside,) = tests.iterdir()
    # The tests must meet what was installed, not what lies beside them.
    for package in ("graph", "ingest", "queries", "viz", "zerentu"):
        shutil.rmtree(inside / package)
    said = run(python, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", *SMOKE, cwd=inside)
    say(f"Python {python_version(python)}, {name} releases: {said.strip().splitlines()[-1]}")


def python_version(python: Path) -> str:
    """Return the version of a Python."""
    return run(python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip()


def bill_of_materials(python: Path) -> Path:
    """Write what the environment holds, and what the page in the browser needs besides, as CycloneDX; return the file."""
    uv("pip", "install", "--quiet", "--python", python, "--requirements", ROOT / "pyproject.toml", "--extra", "web")
    path = DIST / f"zerentu-{run(python, '-m', 'zerentu', '--version').split()[-1]}.cdx.json"
    run(
        *(sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml"),
        *("--output-reproducible", "--output-file", path, python),
    )
    return path


def main() -> None:
    """Build, try, list."""
    with tempfile.TemporaryDirectory(prefix="zerentu-release-") as folder:
        work = Path(folder)
        wheel, sdist = build(work)
        here = interpreters()
        oldest, newest = min(here, key=VERSIONS.index), max(here, key=VERSIONS.index)
        for version in VERSIONS:
            if version not in here:
                say(f"Python {version}: not on this machine, not tried")
        # One of them gets the sdist, whose wheel has the same bytes.
        given = {version: sdist if version == newest != oldest else wheel for version in here}
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tests = [
                pool.submit(smoke, work, "lowest", here[oldest], wheel, sdist),
                pool.submit(smoke, work, "newest", here[newest], wheel, sdist),
            ]
            pythons = {
                version: pool.submit(try_install, work, version, path, given[version]) for version, path in here.items()
            }
            for job in tests:
                job.result()
            tried = {version: job.result() for version, job in pythons.items()}
        say(f"SBOM: {bill_of_materials(tried[oldest]).name}")


if __name__ == "__main__":
    main()
