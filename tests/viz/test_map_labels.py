"""Names on the map: the heaviest shapes are always named, and no name lies nearer to another shape than to its own."""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import cache
from importlib.resources import files
from math import hypot
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from zerentu.library import graphs

#: So many of the heaviest shapes are named at any size of the window.
ALWAYS = 20
SIZES = [(1440, 900), (1366, 768), (1000, 640), (390, 844), (360, 640)]


def plans_of(name: str) -> list[nx.MultiDiGraph]:
    """Return real plans, of the sample or by how many."""
    if name == "sample":
        return [graph for item in files("zerentu").joinpath("sample").iterdir() for graph in graphs(Path(str(item)))]
    folder = os.environ.get("ZERENTU_CORPUS")
    if folder is None:
        pytest.skip("ZERENTU_CORPUS does not name the folder of real plans")
    seeds, plans = (sorted(Path(folder, part).glob("*.txt")) for part in ("seeds", "plans"))
    if name == "5":
        return [graph for path in seeds for graph in graphs(path)]
    if name == "20":
        return [graph for path in [*seeds, *plans[:11]] for graph in graphs(path)]
    twice = {path.stem for path in plans}
    more = [path for path in sorted(Path(folder, "plans").glob("*.[dhpx]*")) if path.stem not in twice and "scan" not in path.stem]  # fmt: skip
    found = [graph for path in [*seeds, *plans, *more] for graph in graphs(path)]
    assert len(found) >= int(name)
    return found[: int(name)]


@cache
def drawn(name: str) -> nx.MultiDiGraph:
    return nx.compose_all(plans_of(name))


FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


def described(page: Any, width: int = 1440, height: int = 900) -> dict[str, Any]:
    """Return what the map says of its shapes and words, and what the key beside it spells out."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(FRAMES)
    page.evaluate("document.querySelector('#fit').click()")
    page.evaluate(FRAMES)
    page.evaluate("document.querySelector('#network').dispatchEvent(new Event('describe'))")
    found: dict[str, Any] = json.loads(page.get_attribute("#network", "data-picture"))
    found["key"] = page.evaluate(
        """() => Array.from(document.querySelectorAll('#key li button'),
        (row) => [row.children[0].textContent, row.children[1].textContent, row.children[2].textContent])"""
    )
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
    # Letters stand on their own shape, or a line leads from there to where nothing else is.
    for label in picture["labels"]:
        if label["as"] == "letter" and away(label["box"], shapes[label["own"][0]]) > 0:
            found += [
                f"{label['text']} on {shape['name']}" for shape in shapes.values() if away(label["box"], shape) == 0
            ]
    words = [label for label in picture["labels"] if label["as"] != "head"]
    found += [f"{a['text']} on {b['text']}" for n, a in enumerate(words) for b in words[:n] if meet(a["box"], b["box"])]
    return found


def named(picture: dict[str, Any]) -> set[int]:
    """Return the shapes that have a name, or letters that the key beside the map spells out."""
    said = {label["own"][0] for label in picture["labels"] if label["as"] in {"name", "tied"}}
    shapes = {shape["i"]: shape for shape in picture["shapes"]}
    letters = {label["text"]: shapes[label["own"][0]] for label in picture["labels"] if label["as"] == "letter"}
    spelt = {letter: (name, weight) for letter, name, weight in picture["key"]}
    assert spelt.keys() == letters.keys()
    assert [letter for letter, shape in letters.items() if spelt[letter][1] != str(shape["weight"])] == []
    assert [letter for letter, shape in letters.items() if shape["name"] not in spelt[letter][0]] == []
    return said | {shape["i"] for shape in letters.values()}


def unnamed(picture: dict[str, Any], kinds: set[str], most: int) -> list[str]:
    """Return those of the heaviest shapes of some kinds that have neither a name nor letters; of equals any may have it."""
    heavy = [shape for shape in picture["shapes"] if shape["kind"] in kinds and shape["weight"]]
    heavy.sort(key=lambda shape: -shape["weight"])
    has = named(picture)
    least = heavy[:most][-1]["weight"] if heavy else 0
    bare = [shape["name"] for shape in heavy if shape["weight"] > least and shape["i"] not in has]
    some = [shape["i"] in has for shape in heavy if shape["weight"] >= least]
    return bare or ["equals"] * (min(most, len(heavy)) - sum(some))


def unnamed_ownerless(picture: dict[str, Any]) -> list[str]:
    """Return the tasks without an owner that have no name, where they are few."""
    alone = [shape for shape in picture["shapes"] if shape["kind"] == "Task" and not shape["weight"]]
    has = named(picture)
    return [shape["name"] for shape in alone if shape["i"] not in has and len(alone) <= ALWAYS]


def alike(picture: dict[str, Any]) -> list[str]:
    """Return the names that stand for agencies of several regions and do not say of which."""
    agencies = {shape["i"]: shape["name"] for shape in picture["shapes"] if shape["kind"] == "Agency"}
    several = {name for name, count in Counter(agencies.values()).items() if count > 1}
    said = [label["text"] for label in picture["labels"] if label["as"] in {"name", "tied"} and agencies.get(label["own"][0]) in several]  # fmt: skip
    return [text for text in [*said, *(name for _, name, _ in picture["key"])] if text in several]


def headless(picture: dict[str, Any]) -> list[str]:
    """Return the titles of plans in no column that stand without their beginning or their place."""
    plans = {shape["i"]: shape["name"] for shape in picture["shapes"] if shape["kind"] == "Plan"}
    titles = [(label["text"], plans[label["own"][0]]) for label in picture["labels"] if label["as"] in {"name", "tied"} and label["own"][0] in plans]  # fmt: skip
    return [text for text, title in titles if "·" not in text and not text.startswith(title[:5])]


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


def the_heaviest_plan_uses_the_window_and_names_its_bodies(page: Any) -> None:
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


@pytest.mark.parametrize(
    ("plans", "overview"),
    [(plans, overview) for plans in ("sample", "5", "20", "31") for overview in (True, False)][
        :-1
    ],  # 31 plans one by one are no picture
)
def test_the_heaviest_are_named_and_no_name_is_anothers(open_map: Any, plans: str, overview: bool) -> None:
    page = open_map(drawn(plans), overview=overview, detail=5000)
    for width, height in SIZES:
        picture = described(page, width, height)
        size = f"{width} x {height}"
        assert faults(picture) == [], size
        assert alike(picture) == [], size
        assert unnamed(picture, {"Agency", "Plan"}, ALWAYS) == [], size
        assert unnamed(picture, {"Plan"}, 60) == [], size
        assert unnamed_ownerless(picture) == [], size
        assert below_buttons(page, picture) == [], size
        assert headless(picture) == [], size
        stage, key = (page.locator(each).bounding_box() for each in ("#stage", "#key"))
        assert (key is None) == (picture["key"] == []), size
        if key:
            assert key["y"] >= stage["y"] + stage["height"] - 1, size
            assert key["height"] < 0.5 * stage["height"], size
            assert page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('#key'))") <= 0, (
                size
            )
    assert len(outlines(page)) == 1
    if overview:
        the_heaviest_plan_uses_the_window_and_names_its_bodies(page)
