"""Names on the map: the heaviest shapes are always named, and no name lies nearer to another shape than to its own."""

from __future__ import annotations

import json
import os
from collections import Counter
from importlib.resources import files
from math import hypot
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from zerentu.library import graphs

#: Where the shapes and names of a window of 1440 by 900 are counted: so many at least are always named.
ALWAYS = 20


def plans_of(name: str) -> list[Path]:
    if name == "sample":
        return [Path(str(item)) for item in files("zerentu").joinpath("sample").iterdir()]
    folder = os.environ.get("ZERENTU_CORPUS")
    if folder is None:
        pytest.skip("ZERENTU_CORPUS does not name the folder of real plans")
    return sorted(Path(folder, name).glob("*.txt"))[:16]


@pytest.fixture(scope="module", params=["sample", "seeds", "plans"])
def drawn(request: pytest.FixtureRequest) -> nx.MultiDiGraph:
    return nx.compose_all([graph for path in plans_of(request.param) for graph in graphs(path)])


def described(page: Any, width: int = 1440, height: int = 900) -> dict[str, Any]:
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    page.click("#fit")
    page.wait_for_timeout(100)
    page.evaluate("document.querySelector('#network').dispatchEvent(new Event('describe'))")
    found: dict[str, Any] = json.loads(page.get_attribute("#network", "data-picture"))
    return found


def away(box: list[float], shape: dict[str, float]) -> float:
    """Return how far a shape is from a box: nought if they meet."""
    left, top, right, bottom = (shape[axis] + sign * shape["radius"] for sign in (-1, 1) for axis in "xy")
    return hypot(max(left - box[2], box[0] - right, 0), max(top - box[3], box[1] - bottom, 0))


def meet(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def faults(picture: dict[str, Any]) -> list[str]:
    """Return what a reader could take for the name of something else."""
    found = []
    shapes = {shape["i"]: shape for shape in picture["shapes"]}
    names = [label for label in picture["labels"] if label["as"] in {"name", "tied", "region"}]
    for label in names:
        foreign = {i: away(label["box"], shape) for i, shape in shapes.items() if i not in label["own"]}
        own = min((away(label["box"], shapes[i]) for i in label["own"] if i in shapes), default=0)
        nearest = min(foreign, key=lambda i: foreign[i], default=None)
        if nearest is None:
            continue
        if foreign[nearest] == 0 or (label["as"] in {"name", "region"} and foreign[nearest] <= own):
            found.append(f"{label['text']} by {shapes[nearest]['name']}")
        if label["as"] == "region" and any(away(label["box"], shapes[i]) == 0 for i in label["own"] if i in shapes):
            found.append(f"{label['text']} on a shape of its own")
    found += [f"{a['text']} on {b['text']}" for n, a in enumerate(names) for b in names[:n] if meet(a["box"], b["box"])]
    return found


def covered(picture: dict[str, Any]) -> list[str]:
    """Return the shapes and the names that lie behind the key of letters."""
    keys = [label["box"] for label in picture["labels"] if label["as"] == "key"]
    names = [label for label in picture["labels"] if label["as"] in {"name", "tied", "region", "head"}]
    return [shape["name"] for shape in picture["shapes"] for box in keys if away(box, shape) == 0] + [
        label["text"] for label in names for box in keys if meet(label["box"], box)
    ]


def named(picture: dict[str, Any]) -> set[int]:
    """Return the shapes that have a name, or a letter that a key spells out."""
    said = {label["own"][0] for label in picture["labels"] if label["as"] in {"name", "tied"}}
    keyed = {label["text"]: label["own"][0] for label in picture["labels"] if label["as"] == "letter"}
    key = "\n".join(label["text"] for label in picture["labels"] if label["as"] == "key")
    assert all(f"{letter}　" in key for letter in keyed)
    return said | set(keyed.values())


def unnamed_plans(picture: dict[str, Any]) -> list[str]:
    has = named(picture)
    return [shape["name"] for shape in picture["shapes"] if shape["kind"] == "Plan" and shape["i"] not in has]


def unnamed_ownerless(picture: dict[str, Any]) -> list[str]:
    """Return the tasks without an owner that have no name, where they are few."""
    alone = [shape for shape in picture["shapes"] if shape["kind"] == "Task" and not shape["weight"]]
    has = named(picture)
    return [shape["name"] for shape in alone if shape["i"] not in has and len(alone) <= ALWAYS]


def alike(picture: dict[str, Any]) -> list[str]:
    """Return the names that stand for agencies of several regions and do not say of which."""
    agencies = {shape["i"]: shape["name"] for shape in picture["shapes"] if shape["kind"] == "Agency"}
    several = {name for name, count in Counter(agencies.values()).items() if count > 1}
    return [label["text"] for label in picture["labels"] if label["as"] in {"name", "tied"} and agencies.get(label["own"][0]) in several
            and label["text"] in several]  # fmt: skip


def below_buttons(page: Any, picture: dict[str, Any]) -> list[str]:
    """Return the shapes that lie behind the buttons that zoom."""
    stage, buttons = (page.locator(each).bounding_box() for each in ("#network", "#zoom"))
    left, top = buttons["x"] - stage["x"], buttons["y"] - stage["y"]
    box = [left, top, left + buttons["width"], top + buttons["height"]]
    return [shape["name"] for shape in picture["shapes"] if away(box, shape) == 0]


def outlines(page: Any) -> list[str]:
    """Return the outlines of what is written when the picture is drawn again: the colour of the ground, and no other."""
    found: list[str] = page.evaluate(
        """() => { const seen = new Set(); const { prototype } = CanvasRenderingContext2D; const plain = prototype.strokeText;
        prototype.strokeText = function (...given) { seen.add(this.strokeStyle + " " + this.lineWidth); return plain.apply(this, given); };
        document.querySelector('#network').dispatchEvent(new Event('describe'));
        prototype.strokeText = plain; return Array.from(seen); }"""
    )
    return found


@pytest.mark.parametrize("overview", [True, False])
def test_the_heaviest_are_named_and_no_name_is_anothers(open_map: Any, drawn: nx.MultiDiGraph, overview: bool) -> None:
    page = open_map(drawn, overview=overview, detail=5000)
    picture = described(page)
    assert faults(picture) == []
    assert alike(picture) == []
    heavy = [shape for shape in picture["shapes"] if shape["kind"] in {"Agency", "Plan"} and shape["weight"]]
    heavy.sort(key=lambda shape: -shape["weight"])
    has = named(picture)
    least = heavy[:ALWAYS][-1]["weight"]
    assert [shape["name"] for shape in heavy if shape["weight"] > least and shape["i"] not in has] == []
    assert sum(shape["weight"] >= least and shape["i"] in has for shape in heavy) >= min(ALWAYS, len(heavy))
    assert covered(picture) == []
    assert below_buttons(page, picture) == []
    assert len(outlines(page)) == 1
    medium = described(page, 1366, 768)
    assert faults(medium) == []
    assert covered(medium) == []
    assert unnamed_plans(picture) == unnamed_plans(medium) == []
    assert unnamed_ownerless(picture) == unnamed_ownerless(medium) == []
    small = described(page, 1000, 640)
    assert faults(small) == []
    assert covered(small) == []
    assert below_buttons(page, small) == []
    assert small["always"] == picture["always"][: len(small["always"])]


def test_a_plan_of_many_tasks_uses_the_window_and_names_its_bodies(open_map: Any, drawn: nx.MultiDiGraph) -> None:
    page = open_map(drawn, overview=True)
    plans = [shape for shape in described(page, 1366, 768)["shapes"] if shape["kind"] == "Plan"]
    page.evaluate("title => { location.hash = 'plan=' + title; }", max(plans, key=lambda plan: plan["weight"])["name"])
    page.wait_for_selector("#crumbs:not([hidden])")
    picture = described(page, 1366, 768)
    bodies = [shape for shape in picture["shapes"] if shape["kind"] == "Agency"]
    has = named(picture)
    assert [shape["name"] for shape in bodies if shape["i"] not in has] == []
    heads = [label for label in picture["labels"] if label["as"] == "head"]
    assert [(head["text"], shape["name"]) for head in heads for shape in bodies if away(head["box"], shape) == 0] == []
    stage = page.locator("#network").bounding_box()
    reach = max(
        abs(side - stage["width"] / 2) for label in picture["labels"] for side in (label["box"][0], label["box"][2])
    )
    assert reach > 0.4 * stage["width"] or len(picture["shapes"]) < 60
