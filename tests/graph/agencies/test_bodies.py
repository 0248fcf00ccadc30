"""The table of bodies: every spelling means one body, joints do not count, national names stand apart."""

from __future__ import annotations

from graph.agencies.bodies import bodies, body, national, squash


def test_joints_do_not_count() -> None:
    assert squash("住房和城乡建设局") == squash("住房城乡建设局") == "住房城乡建设局"
    assert body("住房城乡建设局") == body("住房和城乡建设局") == body("住建局")


def test_long_and_short_endings_are_one_body() -> None:
    assert body("发改委") == body("发展改革委") == body("发展和改革委员会")
    assert body("发改委").official == "发展和改革委员会"


def test_a_national_body_is_found_by_its_own_names_only() -> None:
    assert national("国家发改委").official == "国家发展和改革委员会"
    assert national("工信局") is None
    assert body("云泽局") is None


def test_every_listed_spelling_leads_back_to_its_body() -> None:
    lost = [name for each in bodies() for name in each.spellings if (body(name) or national(name)) is None]
    assert lost == []
