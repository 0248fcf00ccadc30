"""Which task or target a question means by the words of its title or metric."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from graph.words import Table
from queries.answers.later import Later
from queries.answers.task import Row, Task
from queries.words import any_of

__all__ = [
    "coverage", "holds", "is_title", "is_verb", "plain", "said_title", "targets_called", "tasks_called", "without_verbs",
    "written_out",
]  # fmt: skip

_WORDS = Table(__file__, "titles")
_SIGNS = re.compile(r"[^一-鿿0-9a-z+]+")
#: Verbs that begin titles and that questions leave out or change: 全面提升清洁生产水平, 清洁生产水平提升.
_VERBS = re.compile(any_of("verb", "verb_asked", "field", "thing_asked"))
#: What people add to a metric: 电炉钢占粗钢的比例.
_MEASURE = Later(lambda: rf"{_WORDS.pattern('measure')}|数$|要?(?:新建|建成|建)[座家个条项]?$")
#: What people say about a metric that no text says.
_ASKED = Later(lambda: _WORDS.pattern("asked"))
_CHANGE = Later(
    lambda: rf"(?:(?P<down>{_WORDS.pattern('change.down')})|{_WORDS.pattern('change.up')})(?:幅度|比例|率)?$"
)
_LONG = _WORDS.meanings("short")
_SHORT = Later(lambda: "|".join(sorted(map(re.escape, _LONG), key=len, reverse=True)))
_CHANGES = {
    "down": Later(lambda: _WORDS.pattern("change.down")),
    "up": Later(lambda: _WORDS.pattern("change.up")),
}
#: A metric is called by so many characters at least.
_SHORTEST = 2
_LEAST = 4


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a title or metric without signs, in lower case."""
    return _SIGNS.sub("", text.lower())


@lru_cache(maxsize=4096)
def without_verbs(name: str) -> str:
    """Return what a title is about: it without the verbs that titles begin with, unless nothing else is left."""
    return _VERBS.sub("", name) or name


@lru_cache(maxsize=256)
def written_out(words: str) -> str:
    """Return some words with what people shorten as plans write it.

    Examples
    --------
    >>> written_out("社保费缓缴"), written_out("城乡医保")
    ('社会保险费缓缴', '城乡医疗保险')
    """
    return _SHORT.sub(lambda match: _LONG[match[0]], words)


def is_verb(words: str) -> bool:
    """Return whether some words are a verb that titles begin with and nothing else."""
    return _VERBS.sub("", words) == ""


def coverage(words: str, text: str) -> float:
    """Return the share of the pairs of characters of `words` that `text` holds, from 0 to 1."""
    pairs = [words[at : at + 2] for at in range(len(words) - 1)] or [words]
    return sum(pair in text for pair in pairs) / len(pairs)


def holds(text: str, words: str) -> bool:
    """Return whether a text has all characters of some words, in their order.

    Examples
    --------
    >>> holds("工业领域碳达峰实施方案", "工业碳达峰"), holds("低空物流发展实施方案", "低空物流航线")
    (True, False)
    """
    rest = iter(text)
    return all(char in rest for char in words)


def said_title(free: str, titles: Iterable[str]) -> tuple[int, int] | None:
    """Return where a question quotes the title of a task nearly whole: the longest run that it shares with one.

    A run of four characters or more counts if it is most of the title, or of what the title is about.
    """
    best: tuple[int, int] | None = None
    for title in dict.fromkeys(titles):
        name = plain(title)
        match = SequenceMatcher(None, free, name, autojunk=False).find_longest_match()
        if match.size < _LEAST or "\0" in free[match.a : match.a + match.size]:
            continue
        subject = without_verbs(name)
        run = name[match.b : match.b + match.size]
        if match.size >= 0.6 * len(name) or subject in run:
            span = (match.a, match.a + match.size)
            if best is None or match.size > best[1] - best[0]:
                best = span
    return best


@lru_cache(maxsize=256)
def _skipping(words: str) -> re.Pattern[str]:
    """Return the pattern of some words with up to two characters left out in one place: 绿色工厂 for 绿色低碳工厂."""
    return re.compile("|".join(f"{words[:at]}.{{1,2}}{words[at:]}" for at in range(1, len(words))))


def is_title(words: str, task: Task) -> bool:
    """Return whether some words are the title of a task, verbs and 行业 aside: 建材 is the title 建材行业."""
    said, name = plain(words), plain(str(task.row["title"]))
    return without_verbs(said) == without_verbs(name)


def tasks_called(words: str, tasks: Sequence[Task], *, least: float = 0.75) -> list[Task]:
    """Return the tasks whose titles hold most of some words, the best of each plan; empty if none does."""
    said = plain(words)
    subject = without_verbs(said)
    found: dict[str, tuple[float, list[Task]]] = {}
    for task in tasks:
        name = plain(str(task.row["title"]))
        topic = without_verbs(name)
        if (
            subject in topic
            or _turned(said, name)
            or (len(topic) > 1 and topic in subject and not set(subject) - _letters(task))
        ):
            score = 1.0 + min(len(subject), len(topic)) / max(len(subject), len(topic))
        elif len(subject) >= _LEAST and _skipping(subject).search(name):
            score = 0.9
        elif len(subject) > 2 and not set(subject) - set(name):
            # Every character stands in the title: one other character would be another task (农业 for 工业).
            score = min(coverage(subject, name), 1.0)
        else:
            score = 0.0
        if score < least:
            continue
        plan = str(task.row["plan_id"])
        best, chosen = found.get(plan, (0.0, []))
        if score > best:
            found[plan] = (score, [task])
        elif score == best:
            chosen.append(task)
    if not found:
        return []
    top = max(score for score, _ in found.values())
    return [task for score, chosen in found.values() if score >= min(top, 1.0) - 0.1 for task in chosen]


def _turned(said: str, name: str) -> bool:
    """Return whether a title is said with its verb behind: 堤防加固 for 加固堤防.

    Examples
    --------
    >>> _turned("堤防加固", "加固堤防"), _turned("堤防加固", "加固河堤防")
    (True, False)
    """
    return len(said) == len(name) >= _LEAST and said in name + name


def _letters(task: Task) -> set[str]:
    """Return the characters of the titles of a task and of its plan."""
    return set(plain(f"{task.row['title']}{task.row['plan_title']}"))


def targets_called(words: str, targets: Sequence[Row], *, least: float = 0.7) -> list[Row]:
    """Return the targets whose metrics hold most of some words; those that hold the most of them.

    A change that is named behind the metric (能耗下降) is looked for in the whole clause, where other words may stand between.
    """
    said = _MEASURE.sub("", plain(words)) or plain(words)
    change = _CHANGE.search(said)
    if change and change.start() >= _SHORTEST:
        way = _CHANGES["down" if change["down"] else "up"]
        changing = [row for row in targets if way.search(str(row["text"]))]
        found = targets_called(said[: change.start()], changing, least=least)
        if found:
            return found
    scored = []
    for row in targets:
        metric = plain(str(row["metric"]))
        score = max(coverage(said, metric), 0.9 * coverage(said, metric + plain(str(row["text"]))))
        if metric and metric in said:
            score = max(score, 0.8)
        if score >= least and not set(_ASKED.sub("", said)) - set(metric + plain(str(row["text"]))):
            scored.append((score, row))
    top = max((score for score, _ in scored), default=0.0)
    return [row for score, row in scored if score >= top - 0.05]
