from __future__ import annotations

from graph.width import fold_width
from ingest.targets.carried_dates import Handing
from ingest.targets.dates import Moment

DATE = Moment(start=0, end=7, role="due", due=2031)
DERIVED = Moment(start=0, end=7, role="due", due=None, derived=2031)


def hand(text: str, sentence: str, *, opened: bool = True) -> Handing:
    """Return what a passage hands on after a sentence of it with a date."""
    hands = Handing(fold_width(text), None)
    hands.at(text.index(sentence))
    hands.take(fold_width(sentence), [DATE], opened=opened)
    return hands


def test_an_announced_list_has_the_date_of_its_lead_in() -> None:
    text = "到2031年，实现以下目标：\n绿地达到40公顷\n公园达到30个"
    hands = hand(text, "到2031年，实现以下目标：")
    assert [hands.at(text.index(line)) for line in ("绿地", "公园")] == [DATE, DATE]


def test_among_goals_the_date_of_the_sentence_before_is_derived() -> None:
    text = "主要目标。到2031年，绿地达到40公顷。公园达到30个。"
    assert hand(text, "到2031年，绿地达到40公顷").at(text.index("公园")) == DERIVED


def test_elsewhere_a_date_holds_for_its_own_sentence() -> None:
    text = "加快建设。到2031年，绿地达到40公顷。公园达到30个。"
    assert hand(text, "到2031年，绿地达到40公顷").at(text.index("公园")) is None


def test_a_sentence_without_a_date_hands_on_nothing() -> None:
    hands = Handing("主要目标。公园达到30个。", None)
    hands.take("公园达到30个", [], opened=False)
    assert hands.lead is None
