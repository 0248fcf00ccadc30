"""A question becomes a form: agencies, regions, numbers, years and words take their characters, slot by slot.

The order matters: names go first, because a name may hold words of other slots (十大产业链专班牵头单位 leads nothing,
强化责任落实 is a title). What is left at the end is the name of a task, a target or an industry, or the question has not
been understood.
"""

from __future__ import annotations

import re

from graph.stores.store import Store
from queries.answers.answer import Refusal
from queries.answers.facts import Facts, records
from queries.answers.form import AgencySlot, Form
from queries.answers.latin import latin_regions
from queries.answers.mentions import NamedAgency, find_agencies, find_regions, unknown_name, within
from queries.answers.numbers import read_path, read_year
from queries.answers.titles import coverage, plain, said_title
from queries.answers.tokens import Question, fold_question
from queries.answers.vocabulary import finder

__all__ = ["read_question"]

_NATION = "全国"
_BOOK = re.compile(r"《([^》]{4,60})》")
#: 前三, top 3, 最多的三个.
_RANKING = re.compile(
    r"(?:前|top\s?)(?P<number>[一二三四五六七八九十]|\d{1,2})(?:名|位|个|家)?|(?<=最多的)(?P<more>[二两三四五六七八九十])(?:个|家|位)"
)
_COUNTS = {"两": 2} | {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_ROLES = ("lead", "co_own", "support", "guide", "implement")
_NOT = re.compile(r"(?:不|没有|没|未|从不|并不|从未|not|never|n't|doesn't)\s?$")


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
        self.question = Question(fold_question(_BOOK.sub(lambda book: f" {self._book(book[1])} ", text)))
        self.named: list[NamedAgency] = []

    def _book(self, title: str) -> str:
        """Return the region of a plan that is named by its title; another title stays as it is."""
        said = plain(title)
        titles = [(plain(plan["title"]), plan["region"]) for plan in self.facts.plans]
        near = [(name == said, len(name), region) for name, region in titles if name in said or said in name]
        return f"{max(near)[2]}方案" if near else title

    def read(self) -> tuple[Form, Facts, Question]:
        """Fill the slots in their order."""
        self._read_agencies()
        self._read_regions()
        self._refuse_unsupported()
        scope = self._scope()
        self._bind_agencies(scope)
        scope = self._scope()
        self.form.path = read_path(self.question)
        self._take_section_names(scope)
        self._read_industry(scope)
        if self.question.find(finder("no_lead")):
            self.form.owners = "no_lead"
        title = said_title(self.question.free, (str(task.row["title"]) for task in scope.tasks))
        if title:
            self.form.words = self.question.take(*title)
        self.form.due = read_year(self.question)
        ranking = self.question.find(_RANKING)
        if ranking:
            number = ranking["number"] or ranking["more"]
            self.form.top = int(number) if number.isdigit() else _COUNTS[number]
        self._read_roles()
        self.question.read_words()
        self._read_slots()
        self._read_rest(scope)
        return self.form, scope, self.question

    # Names ------------------------------------------------------------------------------------------

    def _read_agencies(self) -> None:
        rows = records(self.store, "named_agencies", text=self.question.text)
        self.named = find_agencies(self.question.text, rows)
        for name in self.named:
            self.question.take(name.start, name.end)

    def _read_regions(self) -> None:
        form, loaded = self.form, self.facts.regions
        if self.question.find(finder("nation")):
            form.regions.append(_NATION)
        if self.question.find(finder("cities")):
            form.regions += [plan["region"] for plan in self.facts.plans if plan["level"] == "市"]
        if self.question.find(finder("all_regions")):
            form.regions += loaded
        for name, start, end in find_regions(self.question.free, []):
            written = self.question.take(start, end)
            if name not in loaded:
                raise Refusal("region_not_loaded", suggest=loaded[:5], detail=written)
            form.regions.append(name)
        for name in latin_regions(self.question, loaded):
            form.regions.append(name)
        for match in self.question.find_all(re.compile(r"(?<![一-鿿])(省|市)(?:里|级|的方案|方案)")):
            form.regions += [plan["region"] for plan in self.facts.plans if plan["level"] == match[1]]
        if _NATION not in form.regions and _NATION in loaded and self.question.find(re.compile("国家(?!级)|部委")):
            form.regions.append(_NATION)
        form.regions = list(dict.fromkeys(form.regions))

    def _refuse_unsupported(self) -> None:
        for kind in ("why", "person", "money", "progress", "opinion", "other"):
            match = finder(f"unsupported_{kind}").search(self.question.free)
            if match and not self._in_a_title(match[0]):
                raise Refusal("unsupported", detail=match[0])

    def _in_a_title(self, word: str) -> bool:
        """Return whether a word stands in the question only as part of a task's title."""
        text = plain(self.question.text)
        return any(
            word in (name := plain(str(task.row["title"]))) and (name in text or coverage(name, text) > 0.7)
            for task in self._scope().tasks
        )

    def _scope(self) -> Facts:
        """Return the facts of the plans that the question asks about, as far as is known."""
        regions = self.form.regions or list(dict.fromkeys(region for slot in self.form.agencies for region in slot.ids))
        return self.facts.of_regions(regions) if regions else self.facts

    # Agencies ---------------------------------------------------------------------------------------

    def _bind_agencies(self, scope: Facts) -> None:
        place: str | None = None
        for name in self.named:
            place = name.place or place
            self.form.agencies.append(self._bind(name, name.place or (place if len(self.named) > 1 else None), scope))

    def _bind(self, name: NamedAgency, place: str | None, scope: Facts) -> AgencySlot:
        regions = self._regions_of(name, place, scope)
        owners = (scope if not place or place not in self.facts.regions or self.form.regions else self.facts).bodies
        ids = {}
        names: dict[str, str] = {}
        for region, level in regions:
            known = owners.get(region, {})
            found = name.ids(region, level) & known.keys()
            if found:
                ids[region] = frozenset(found)
                names.update({key: known[key] for key in found})
        if not ids:
            raise self._unknown(name, place, scope)
        return AgencySlot(written=self.question.text[name.start : name.end], place=place, ids=ids, names=names)

    def _regions_of(self, name: NamedAgency, place: str | None, scope: Facts) -> list[tuple[str, str | None]]:
        plans = {plan["region"]: plan["level"] for plan in self.facts.plans}
        if place and not self.form.regions:
            if place in plans:
                return [(place, plans[place])]
            beyond = [row["plan_region"] for row in name.rows if row["region"] == place]
            return [(region, plans.get(region)) for region in dict.fromkeys(beyond)]
        regions = [(region, plans[region]) for region in scope.regions]
        if name.level and not self.form.regions:
            wanted = {"省": "省", "市": "市", "州": "市", "盟": "市"}.get(name.level, "区县")
            regions = [(region, level) for region, level in regions if level == wanted] or regions
        return regions

    def _unknown(self, name: NamedAgency, place: str | None, scope: Facts) -> Refusal:
        """Return the refusal of a name that nobody bears in the plans that were asked about."""
        written = self.question.text[name.start : name.end]
        if place and place not in self.facts.regions and not within(place, self.facts.regions):
            return Refusal("region_not_loaded", suggest=self.facts.regions[:5], detail=written)
        levels = {plan["level"] for plan in scope.plans}
        stem = name.name.rstrip("局厅委部")
        near = list(
            dict.fromkeys(owner.name for task in scope.tasks for owner in task.owners if stem and stem in owner.name)
        )
        if (name.name.endswith("厅") and "省" not in levels) or (
            name.name.endswith("局") and near and levels == {"省"}
        ):
            return Refusal("wrong_level", suggest=near[:3], detail=written)
        if name.rows:
            return Refusal("not_in_region", suggest=near[:3], detail=written)
        return Refusal("unknown_agency", suggest=near[:3], detail=written)

    # Words ------------------------------------------------------------------------------------------

    def _take_section_names(self, scope: Facts) -> None:
        """Take the name of a chapter that stands beside its number: 第二部分（重点任务）, 三、重大行动."""
        if not self.form.path:
            return
        for row in scope.sections:
            name = plain(row["title"])
            for size in range(len(name), 3, -1):
                pieces = {name[at : at + size] for at in range(len(name) - size + 1)}
                hit = next((piece for piece in sorted(pieces) if piece in self.question.free), None)
                if hit:
                    at = self.question.free.index(hit)
                    self.question.take(at, at + size)
                    break

    def _read_industry(self, scope: Facts) -> None:
        """Take an industry that is named as one: 水泥行业, 钢铁类任务, 涉及氢能."""
        names = sorted(
            {name for each in scope.industries.values() for name in each if len(name) > 1},
            key=lambda name: (-len(name), name),
        )
        if not names:
            return
        named = "|".join(map(re.escape, names))
        behind = re.compile(
            rf"(?P<name>{named})(?:行业|产业|领域|方面|类|相关|有关|的相关)?(?:的)?(?=任务|措施|工作|事)"
        )
        words = re.compile(rf"(?P<name>{named})(?:行业|产业|领域)?(?:相关|有关|类|方面)")
        before = re.compile(
            rf"(?:涉及|提到|关于|有关|针对|面向|concerning|about|on)\s?(?:了|到)?(?P<name>{named})(?:行业|产业|领域)?"
        )
        english = re.compile(rf"(?P<name>{named})(?:行业|产业)?\s(?:tasks|industry|sector|measures)")
        for pattern in (before, words, behind, english):
            match = self.question.find(pattern)
            if match:
                self.form.industries.append(match["name"])
                return

    def _read_roles(self) -> None:
        """Take the roles that a question names, and whether it denies them."""
        free = self.question.free
        for role in _ROLES:
            for match in finder(f"role_{role}").finditer(free):
                denied = _NOT.search(free[: match.start()]) is not None
                (self.form.without_roles if denied else self.form.roles).add(role)

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
        form.pick = "max" if said.has("more", "most", "higher") else "min" if said.has("less", "least", "lower") else ""
        form.compare = said.has("versus", "more", "less", "higher", "lower", "most", "least")

    def _read_rest(self, scope: Facts) -> None:
        """Give what is left to the title of a task or the metric of a target, or refuse the question."""
        topic = "".join(plain(str(plan["title"])) for plan in scope.plans)
        left = [stretch for stretch in self.question.left() if coverage(plain(stretch), topic) < 0.6]
        rest = "".join(left)
        if self.form.owners == "collective_only":
            # 只写了“各有关部门”“成员单位”之类: what is quoted are examples.
            self.form.agencies = []
            return
        if not rest:
            return
        if self.form.words:
            if coverage(rest, self.form.words) < 0.5 and len(rest) > 2:
                self.form.words += rest
            return
        if len(rest) == 1:
            return
        if self.question.has("industry_word") and not self.form.path:
            self.form.industries = [rest]
            return
        name = unknown_name(rest)
        if name and not self.form.agencies and name == rest:
            raise Refusal("unknown_agency", detail=rest)
        self.form.words = rest
