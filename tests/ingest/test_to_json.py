"""A parse as JSON: which keys a task, a target, an owner and an unread trigger word have, in which order."""

from __future__ import annotations

from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json

TEXT = (
    "云泽市河道整治方案\n一、重点任务\n"
    "1.清淤。2027年底前完成清淤30公里。（市水利局牵头，市财政局等配合）\n"
    "2.巡河。各县区要负责日常巡查，做好记录。\n"
)


def test_a_task_an_owner_and_a_target_are_told_whole() -> None:
    record = to_json(parse_document(Document("方案.txt", TEXT, "utf-8", "0"), region="洛阳市"))
    assert list(record) == ["doc", "source", "plan", "tasks", "targets", "scope_notes"]
    first, second = record["tasks"]
    quote = {
        "inherited": False,
        "quote": "市水利局牵头，市财政局等配合",
        "line": 3,
        "start": TEXT.index("（市"),
        "end": TEXT.index("\n2."),
    }
    owners = first.pop("owners")
    assert [list(owner) for owner in owners] == [
        ["written", "name", "canonical", "agency_id", "role", "role_word", "basis", "collective", *quote]
    ] * 2
    assert [owner.pop("agency_id") != "" for owner in owners] == [True, True]
    common = {"basis": "explicit", "collective": False, **quote}
    assert owners == [
        {
            "written": "市水利局",
            "name": "市水利局",
            "canonical": "市水利局",
            "role": "lead",
            "role_word": "牵头",
            **common,
        },
        {
            "written": "市财政局",
            "name": "市财政局",
            "canonical": "市财政局",
            "role": "support",
            "role_word": "配合",
            **common,
        },
    ]
    start = TEXT.index("1.")
    assert list(first.items()) == [
        ("number", "一/1"),
        ("title", "清淤"),
        ("part", 1),
        ("of", 1),
        ("kind", "item"),
        ("clause", "市水利局牵头，市财政局等配合"),
        ("open_ended", True),
        ("industries", []),
        ("line", 3),
        ("start", start),
        ("end", TEXT.index("\n2.")),
        ("text", TEXT[start : TEXT.index("\n2.")]),
    ]
    assert (second["number"], second["clause"], second["owners"]) == ("一/2", None, [])
    (target,) = record["targets"]
    said = TEXT.index("2027")
    assert list(target.items()) == [
        ("section", "一/1"),
        ("part", 1),
        ("text", "2027年底前完成清淤30公里"),
        ("metric", "清淤"),
        ("kind", "quantitative"),
        ("change", "level"),
        ("comparator", "="),
        ("value", 30.0),
        ("unit", "公里"),
        ("due", 2027),
        ("due_derived", None),
        ("due_by", "2027-12-31"),
        ("baseline", None),
        ("owners", []),
        ("line", 3),
        ("start", said),
        ("end", said + len("2027年底前完成清淤30公里")),
    ]


def test_without_a_region_an_owner_has_no_identity() -> None:
    (owner,) = to_json(parse_document(Document("方案.txt", "1.清淤。（财政局负责）\n", "utf-8", "0")))["tasks"][0][
        "owners"
    ]
    assert (owner["name"], owner["agency_id"]) == ("财政局", None)


def test_coverage_lists_the_sentences_left_unread() -> None:
    coverage = to_json(parse_document(Document("方案.txt", TEXT, "utf-8", "0")), coverage=True)["coverage"]
    assert coverage == {
        "seen": 3,
        "parsed": 2,
        "explained": 1,
        "left_over": 0,
        "sentences": [
            {
                "number": "一/2",
                "word": "负责",
                "reason": "行文叙述职责",
                "line": 4,
                "start": TEXT.index("各县区"),
                "end": TEXT.index("记录。") + 3,
                "text": "各县区要负责日常巡查，做好记录。",
            }
        ],
        "kinds": {
            kind: {"characters": characters, "paragraphs": paragraphs, "rows": 0, "cells": 0}
            for kind, characters, paragraphs in (
                ("unread", 0, 0),
                ("heading", len("云泽市河道整治方案一、重点任务"), 2),
                ("task", 58, 2),
                ("target_table", 0, 0),
                ("scope_note", 0, 0),
                ("prose", 0, 0),
            )
        },
    }


def test_several_plans_are_told_by_their_index() -> None:
    plan = "一、任务\n（一）甲。做好服务。（市民政局负责）\n二、保障\n（一）乙。做好保障。（市财政局负责）\n"
    text = f"云泽市养老服务行动方案\n{plan}云泽市托育服务行动方案\n{plan}"
    record = to_json(parse_document(Document("方案.txt", text, "utf-8", "0")))
    assert [(each["plan_index"], each["title"]) for each in record["plans"]] == [
        (1, "云泽市养老服务行动方案"),
        (2, "云泽市托育服务行动方案"),
    ]
    assert [(task["plan_index"], task["number"]) for task in record["tasks"]] == [
        (1, "一/（一）"),
        (1, "二/（一）"),
        (2, "一/（一）"),
        (2, "二/（一）"),
    ]


def test_a_plan_s_own_full_name_decides_its_short_one() -> None:
    text = "云泽市旅游方案\n一、任务\n1.建馆。（市文旅局负责）\n2.办节。（市文化广电和旅游局牵头）"
    record = to_json(parse_document(Document("方案.txt", text, "utf-8", "0"), region="洛阳市"))
    said = [owner for task in record["tasks"] for owner in task["owners"]]
    assert [(owner["name"], owner["canonical"]) for owner in said] == [
        ("市文旅局", "市文化广电和旅游局"),
        ("市文化广电和旅游局", "市文化广电和旅游局"),
    ]
    assert said[0]["agency_id"] == said[1]["agency_id"]
