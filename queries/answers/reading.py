"""A question becomes a form: agencies, regions, numbers, years and words take their characters, slot by slot.

The order matters: names go first, because a name may hold words of other slots (十大产业链专班牵头单位 leads nothing,
强化责任落实 is a title). What is left at the end is the name of a task, a target or an industry, or the question has not
been understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.stores.store import Store
from graph.words import Table
from queries.answers.answer import Refusal
from queries.answers.binding import bind_agencies, near_bodies
from queries.answers.facts import Facts
from queries.answers.form import Form
from queries.answers.holders import NATION, read_holder, regions_of_level
from queries.answers.industry_words import called_industry, called_topic, read_industries, with_chinese_industries
from queries.answers.later import Later
from queries.answers.latin import latin_regions
from queries.answers.mentions import (
    NamedAgency,
    branches_in_full,
    find_agencies,
    find_regions,
    spellings_of_governments,
    unknown_name,
    with_level_words,
)
from queries.answers.near import near_words
from queries.answers.numbers import COUNTS, read_half, read_month, read_path, read_quarter, read_ranking, read_year
from queries.answers.periods import year_of_months
from queries.answers.places import with_county_words
from queries.answers.plan_names import is_kind, plans_called
from queries.answers.roles import read_roles
from queries.answers.sections import read_section, take_section_names
from queries.answers.setting import asks_for_setting, counts_targets, quoted_metric, take_metric
from queries.answers.task import Row
from queries.answers.titles import coverage, holds, is_verb, plain, said_title, written_out
from queries.answers.tokens import Question, asked_plainly, fold_question
from queries.answers.vocabulary import finder, finder_of
from queries.answers.wide import facts_of

__all__ = ["read_question"]

_BOOK = Later(lambda: r"《([^》]{4,60})》", "《")
#: What collectives are called, where a question gives examples of them.
_COLLECTIVES = Later(lambda: f"{Table(__file__, 'phrases').pattern('collective')}*")
#: 任务最多的三个部门: agencies are counted, not regions.
_BODY = Table(__file__, "phrases").pattern("body")
_MEASURE = Table(__file__, "titles").pattern("measure_noun")
_TASK = Table(__file__, "phrases").pattern("task")
_NO_TITLE = Later(lambda: Table(__file__, "phrases").pattern("of_level", "of_any"))
_MOST_OF = Later(
    lambda: rf"最[多少忙重轻]的?.{{0,4}}{_BODY}|{_BODY}[^市地方]{{0,6}}(?:最|most|fewest|least)",
    "最",
    "most",
    "fewest",
    "least",
)
#: Words that hold 单位 and name none: 没有责任单位的任务最多的方案.
_OF_OWNERS = ("orphan", "collective", "single", "several_leads", "open_list")
#: 哪些部委 asks for bodies, those of the national plan; the words stay for those that ask who.
_NATIONAL = re.compile("国家(?!级)|(?<![些个么])部委")
_MINISTRIES = Later(lambda: "(?:哪些|哪个|哪几个|什么)部委", "部委")
_PLANS = Later(lambda: "这?(?P<number>[二两三四五六七八九十])(?:个|份)(?:方案|文件)", "方案", "文件")


def read_question(store: Store, facts: Facts, text: str) -> tuple[Form, Facts, Question]:
    """Return what was understood of a question, and the facts of the plans that it asks about.

    Raises
    ------
    Refusal
        As soon as it is clear that the question cannot be answered, with the reason.
    """
    return _Reader(store, facts, text).read()


class _Reader:
    """Reads one question; each step takes its characters from `question` and fills slots of `form`."""

    def __init__(self, store: Store, facts: Facts, text: str) -> None:
        self.store = store
        self.facts = facts
        self.form = Form()
        said = with_county_words(fold_question(_BOOK.sub(self._book, text)), self.facts)
        self.question = Question(with_chinese_industries(branches_in_full(asked_plainly(said))))
        self.named: list[NamedAgency] = []

    def _book(self, book: re.Match[str]) -> str:
        """Keep the plans that a title in book marks means; another title stays as it is."""
        said = plain(book[1])
        titles = [(plain(str(plan["title"])), plan) for plan in self.facts.plans]
        near = [(name == said, len(name), at) for at, (name, _) in enumerate(titles) if name in said or said in name]
        if not near:
            return f" {book[1]} "
        best = max(near)
        found = [titles[at][1] for *same, at in near if tuple(same) == best[:2]]
        self._keep(found)
        return f" {found[0]['region']}方案 " if found[0]["region"] else " "

    def _keep(self, plans: Sequence[Row]) -> None:
        """Ask these plans only."""
        if len(plans) < len(self.facts.plans):
            self.facts = facts_of(self.store, plans)
            self.form.plans = list(dict.fromkeys(str(plan["title"]) for plan in plans))

    def _read_plan(self) -> None:
        """Take the title or short name of a plan where its region alone would not tell the plan."""
        plans = self.facts.plans
        regions = Counter(plan["region"] for plan in plans)
        several = [plan for plan in plans if regions[plan["region"]] > 1 or not plan["region"]]
        found, span = plans_called(self.question.text, several)
        if span is None or any(name.start < span[1] and span[0] < name.end for name in self.named):
            return
        place = find_regions(self.question.text[: span[1]], [])
        here = [plan for plan in found if any(plan["region"] == region for region, *_ in place)]
        if not here and place and found[0]["region"]:
            return
        self.question.take(*span)
        for plan in here or found:
            if plan["region"]:
                self.form.regions.append(plan["region"])
        self._keep(here or found)

    def read(self) -> tuple[Form, Facts, Question]:
        """Fill the slots in their order."""
        self._read_agencies()
        self._read_plan()
        read_holder(self.form, self.question)
        self._read_regions()
        self._refuse_unsupported()
        self._list_places()
        scope = self._scope()
        bind_agencies(self.form, self.facts, self.question, self.named, scope)
        scope = self._scope()
        self.form.path = read_path(self.question)
        take_section_names(self.form, self.question, scope)
        self.form.industries += read_industries(self.question, scope.industry_names())
        scope = read_section(self.form, self.question, scope)
        for kind in ("no_lead", "several_leads"):
            said = self.question.find(finder_of(self.question.free, kind))
            if said:
                self.form.owners = kind
                self.question.said[kind].append(said[0])
        title = said_title(self.question.free, scope.titles_in(self.question.free))
        if title:
            self.form.words = self.question.take(*title)
        else:
            take_metric(self.form, self.question, scope)
        self.form.due = read_year(self.question)
        self.form.quarter = read_quarter(self.question)
        self.form.half = read_half(self.question)
        self.form.month, self.form.until_month = read_month(self.question)
        self.form.top = read_ranking(self.question)
        read_roles(self.form, self.question, self.named)
        self.question.read_words(self._names(scope))
        self._read_slots()
        scope = self._read_rest(scope)
        if self.form.months() and not self.form.due:
            self.form.due = year_of_months(self.form, self.question, scope)
        return self.form, scope, self.question

    # Names ------------------------------------------------------------------------------------------

    def _read_agencies(self) -> None:
        text = self.question.text
        said = "\n".join(dict.fromkeys((text, with_level_words(text), *spellings_of_governments(text))))
        self.named = find_agencies(text, self.facts.named(said))
        for name in self.named:
            self.question.take(name.start, name.end)

    def _read_regions(self) -> None:
        form, loaded = self.form, self.facts.regions
        if self.question.find(finder_of(self.question.free, "nation")):
            form.regions.append(NATION)
        if self.question.find(finder_of(self.question.free, "cities")):
            form.regions += [plan["region"] for plan in self.facts.plans if plan["level"] == "市"]
        every = self.question.find(finder_of(self.question.free, "all_regions")) or self._all_counted()
        for name, start, end in find_regions(self.question.free, []):
            written = self.question.take(start, end)
            if name not in loaded:
                raise Refusal("region_not_loaded", suggest=[*filter(None, loaded)][:5], detail=written)
            form.regions.append(name)
        for name in latin_regions(self.question, loaded):
            form.regions.append(name)
        for match in self.question.find_all(re.compile(r"(?<![一-鿿])(省|市)(?:里|级?的?方案)")):
            form.regions += [plan["region"] for plan in self.facts.plans if plan["level"] == match[1]]
        if every and not form.regions:
            # 九江全部任务: all that one region has.
            form.regions += loaded
        if (
            NATION not in form.regions
            and NATION in loaded
            and (self.question.find(_NATIONAL) or (not form.regions and _MINISTRIES.search(self.question.free)))
        ):
            form.regions.append(NATION)
        form.regions = list(dict.fromkeys(form.regions))

    def _all_counted(self) -> bool:
        """Take 三个方案 where there are three."""
        match = _PLANS.search(self.question.free)
        if match is None or COUNTS[match["number"]] != len(self.facts.plans):
            return False
        self.question.take(match.start(), match.end())
        return True

    def _refuse_unsupported(self) -> None:
        for kind in ("why", "person", "money", "progress", "opinion", "other"):
            match = finder_of(self.question.free, f"unsupported_{kind}").search(self.question.free)
            if match and not self._in_a_title(match[0]):
                raise Refusal("unsupported", detail=match[0])

    def _in_a_title(self, word: str) -> bool:
        """Return whether a word stands in the question only as part of a task's title."""
        text = plain(self.question.text)
        return any(
            word in (name := plain(title)) and (name in text or coverage(name, text) > 0.7)
            for title in self._scope().titles_in(text)
        )

    def _scope(self) -> Facts:
        """Return the facts of the plans that the question asks about, as far as is known."""
        regions = self.form.regions or list(dict.fromkeys(region for slot in self.form.agencies for region in slot.ids))
        if self.form.held in ("plans", "regions") and not self.form.regions:
            # Those that do not name the body may be what is asked for.
            return self.facts
        return self.facts.of_regions(regions) if regions else self.facts

    def _list_places(self) -> None:
        """Take the place of a name into a list of regions that ends in it: 石家庄、洛阳、安庆发改委."""
        for at, name in enumerate(self.named):
            before = self.question.text[: name.start].rstrip("、和与及跟 ,")
            short = [region for region in self.form.regions if before.endswith((region, region[:-1]))]
            if name.place in self.facts.regions and short:
                self.form.regions = list(dict.fromkeys([*self.form.regions, str(name.place)]))
                self.named[at] = replace(name, place=None)

    # Words ------------------------------------------------------------------------------------------

    def _names(self, scope: Facts) -> str:
        """Return the titles and metrics of the plans: a word of one character does not count in the middle of them."""
        return "\n".join(scope.names_in(self.question.free))

    def _read_slots(self) -> None:
        said, form = self.question, self.form
        if form.owners:
            pass
        elif said.has("orphan"):
            form.owners = "none"
        elif said.has("collective"):
            form.owners = "collective_only"
        elif said.has("single"):
            form.owners = "single"
        form.open_ended = said.has("open_list")
        form.boxes = said.has("box")
        form.inherited = False if said.has("not_inherited") else True if said.has("inherited") else None
        form.target_kind = (
            "quantitative" if said.has("quantitative") else "qualitative" if said.has("qualitative") else ""
        )
        form.no_due = said.has("no_due")
        if said.has("count_agencies"):
            form.count = "agencies"
        elif said.has("count") and not said.has("listing"):
            form.count = "tasks"
        form.sets = asks_for_setting(said.text)
        if form.count == "tasks" and not form.sets and counts_targets(said.text):
            form.count = "targets"
        form.pick = "max" if said.has("more", "most", "higher") else "min" if said.has("less", "least", "lower") else ""
        text = said.text
        for word in (word for kind in (*_OF_OWNERS, "no_lead") for word in said.said[kind]):
            text = text.replace(word, " ")
        form.by_agency = said.has("owner_word") or _MOST_OF.search(text) is not None
        form.compare = said.has("versus", "more", "less", "higher", "lower", "most", "least")
        if form.compare and form.held in ("plans", "regions") and not form.regions and not form.agencies:
            form.regions = regions_of_level(self.facts.plans, form.level)
            said.said["which_region"] += said.said["which_held"]
        elif said.has("which_region") and not form.regions and not form.agencies:
            cities = any("市" in word or "cit" in word for word in said.said["which_region"])
            form.regions = [str(plan["region"]) for plan in self.facts.plans if not cities or plan["level"] == "市"]
            form.regions = list(dict.fromkeys(form.regions))

    def _read_rest(self, scope: Facts) -> Facts:
        """Give what is left to plans, the title of a task or the metric of a target, or refuse the question."""
        stretches, left = list(self.question.left()), []
        topics = [(plain(str(plan["title"])), plan) for plan in scope.plans] if stretches else []
        for stretch in stretches:
            meant = [plan for title, plan in topics if holds(title, plain(stretch))]
            if is_kind(stretch) or (meant and len(meant) == len(scope.plans) and not self._is_asked(stretch)):
                continue
            if meant and len(meant) == len(scope.plans):
                left.append(stretch)
                continue
            if len(plain(stretch)) < 2 or not meant:
                left.append(stretch)
            else:
                self.form.plans = list(dict.fromkeys(str(plan["title"]) for plan in meant))
                scope = facts_of(self.store, meant)
                topics = [(title, plan) for title, plan in topics if plan in meant]
        self._read_words(left, scope)
        return scope

    def _is_asked(self, stretch: str) -> bool:
        """Return whether some words are what is counted, and name no plan: 建多少个场景.

        Raises
        ------
        Refusal
            If they are what somebody does: 由谁考核 asks for no task.
        """
        said = re.escape(stretch)
        done = re.search(rf"(?:{finder('who').pattern})\s?{said}(?!的?{_TASK})", self.question.text)
        if done:
            raise Refusal("not_understood", detail=stretch)
        counted = rf"(?:多少|(?<!哪)几)[个家座项处]?\s?{said}(?!的?{_TASK})|{said}的?{_MEASURE}"
        return re.search(counted, self.question.text) is not None

    def _read_words(self, left: Sequence[str], scope: Facts) -> None:
        rest = "".join(left)
        if self.form.owners == "collective_only":
            self._read_examples(rest)
            return
        if not rest:
            return
        if self.form.words:
            metric = self.question.has("target_word") and quoted_metric(
                self.form.words, left, self.question.text, scope
            )
            if metric:
                self.form.words = metric
                return
            titles = [plain(str(task.row["title"])) for task in scope.called(self.form.words)]
            for stretch in left:
                said = plain(stretch)
                if not any(said in title for title in titles) and not is_verb(said):
                    raise Refusal("not_understood", detail=stretch)
            return
        if len(rest) == 1:
            raise Refusal("not_understood", detail=rest)
        if not self.form.path and len(left) == 1 and called_industry(rest, self.question.text):
            # A word that no list of industries has is looked for in the texts.
            if rest not in scope.industry_names() and scope.says(rest):
                self.form.about = rest
            else:
                self.form.industries.append(rest)
            return
        if not self.form.path and len(left) == 1 and called_topic(rest, self.question.text):
            if rest.isascii() and not scope.says(rest):
                # Plans are Chinese: that none of them says steel is no answer.
                raise Refusal("not_understood", detail=rest)
            self.form.about = rest
            return
        name = unknown_name(rest)
        if name and not self.form.agencies and name == rest:
            raise Refusal("unknown_agency", suggest=near_bodies(self.facts, rest, None, scope), detail=rest)
        if _NO_TITLE.fullmatch(rest):
            # 省级单位, 重点任务: which of them are meant, no slot can say.
            raise Refusal("not_understood", detail=rest)
        near = near_words(rest)
        if near:
            raise Refusal("not_understood", suggest=near, detail=rest)
        self.form.words = rest
        full = written_out(rest)
        if full != rest and not scope.called(rest) and scope.called(full):
            self.form.words = full

    def _read_examples(self, rest: str) -> None:
        """Take what is quoted behind 只写了: 各有关部门, 成员单位 are examples of collectives, and no agencies."""
        bodies = [name for name in self.named if not name.rows or any(row["kind"] != "collective" for row in name.rows)]
        if bodies or not _COLLECTIVES.fullmatch(rest):
            raise Refusal("not_understood", detail=bodies[0].name if bodies else rest)
        self.form.agencies = []
