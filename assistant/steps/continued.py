"""A follow-up that leans on the question before is put behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant import messages
from assistant.conversing.items import Items
from assistant.conversing.referring import content_left, is_said, refers_back
from assistant.conversing.slots import Slot, Slots
from assistant.conversing.thread import BEFORE, BEHIND, thread
from assistant.conversing.wording import without_asking
from assistant.library import Library
from assistant.models import Otherwise, Turn
from assistant.steps.pointed_item import resolved
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.kinds import Asked, ask_spans, asked_kinds, asserts_something
from assistant.understanding.normalise import fold
from assistant.understanding.times import heads, years_in

ASKS = re.compile(r"哪|谁|什么|啥|怎|咋|几|多少|多[大长久]|吗|没|不")
FIGURES = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY})
MATTER = 2
"""Content characters that name a matter of its own."""
_KEEP = 160
"""Characters of the question before that a follow-up is put behind."""
_ASKED_OF_A_CLAUSE = frozenset({*FIGURES, Asked.BODY, Asked.DATE, Asked.RANK})
"""What one clause says of its matter."""
_NO_FIGURES = frozenset({Asked.RANK, Asked.BODY, Asked.DATE})
_PLACED_AS = re.compile(r"(?:是|排|在)*全[省市国]第几[家个名位]?")
_ELSEWHERE = frozenset({Asked.PERSON, Asked.CONTACT, Asked.MATERIALS, Asked.DEADLINE})
_POINTS = re.compile(r"[这那它该其]")
_OF_THESE = re.compile(r"^(?:那么?)?(?:这|那)?(?:其中|里[面头边]|当中)")
# 「民办的众创空间，专项资金倾斜多少？」 「那它…」: what is set before the comma is what 它 is.
_IT = re.compile(r"^(?:那么?)?(?:它们?|他们)(?![家那])")
_TOPIC = re.compile(r"^(?P<topic>[^，,。?？]{3,14})[，,]")
# 「十三五一共成交多少？」 「那到2025年一年要做多少？」: by the year is not in all.
_BY_YEAR = re.compile(r"一年|每年|年均|全年")
_IN_ALL = re.compile(r"累计|一共|总共|合计|共计")
_RELATIVE = re.compile(r"[明来去今次]年|下一?年")
# 「创新券发多少？」 「团队的比例呢？」: a share is asked, no longer how much.
_ASPECT = re.compile(r"(?:比例|比重|金额|额度|期限|年限|人数|数量|地点|范围|用途)呢[?？]?$")
# 「那后面还打算接着加吗？」: what is still to come.
_TO_COME = re.compile(
    r"(?:后面|往后|今后|以后|接下来|接着|下一步|下步|将来|后续|未来)[^，。,?？]{0,6}(?:打算|计划|准备|安排|还|再|要|会|想|怎么)|(?:还|又)(?:打算|计划|准备)"
)
# 正在推进的83项，拟合作23项: a report on what was done says what is to come as well.
_PLANNED = re.compile(r"拟(?!定|人|合(?!作)|态|订)|打算|计划(?:再|新)|下一步")


@dataclass(frozen=True)
class Continued:
    """Joins a follow-up with what it goes on from."""

    library: Library

    @property
    def slots(self) -> Slots:
        """Finds and fills slots of questions."""
        return Slots(self.library)

    def __call__(self, turn: Turn, text: str, without: str = "") -> Turn:
        """The question before and this one behind it; what both name is said by this one.

        without: words of the question before that the asker takes back.
        """
        own = {p.slot for p in self.slots.told(text)} & {Slot.WHERE, Slot.WHEN}
        if Slot.WHERE in own and years_in(text):
            own = {*own, Slot.WHEN}  # 2017年那份意见 has other times than the plan before
        turn = self.going_on(turn, text)
        before = self.before(turn, text).replace(without, "")
        own_claim = asserts_something(text) and content_left(text) > MATTER
        asks_anew = ASKS.search(text) and (turn.left or not asked_kinds(text))
        if own_claim or asks_anew or _ASPECT.search(text) or self._asks_another(before, text):
            # What it asks in its own words is not what the question before asked.
            before = _PLACED_AS.sub("", without_asking(before))
        topic = _TOPIC.match(before) if _IT.match(text) else None
        if topic and not asked_kinds(topic["topic"]) and not ASKS.search(topic["topic"]):
            before = topic["topic"]
        if _BY_YEAR.search(text):
            before = _IN_ALL.sub("", before)
        before = self.slots.without(before, own)[-_KEEP:].strip()
        standalone = f"{before} {text}"
        if Slot.WHERE in own:
            turn = replace(turn, prior=())
            if not content_left(text, self.slots.taken(text)):
                return resolved(replace(turn, history=()), standalone, how="continued")
        elif asked_kinds(text) & _ASKED_OF_A_CLAUSE and not (asked_kinds(text) & _ELSEWHERE):
            turn = replace(turn, otherwise=self._otherwise(turn, text))
        turn = replace(turn, standalone=standalone, own=text, follows=True)
        parts = {BEFORE: before, BEHIND: text}
        return turn.noting("follow_up", standalone=standalone, how="continued", **parts)

    def before(self, turn: Turn, text: str) -> str:
        """What a follow-up goes on from: the last question that needed none before it, in the place
        and time spoken of last, and the matter of what was asked of it, where this one has none.

        「运城有多少家高企？」 「在全省排第几？」 「那五年减了多少税？」: the rank is not asked again.
        """
        last = thread(turn.history)
        if not last.behind:
            return last.base
        where = [p for p in self.slots.told(last.behind) if p.slot in (Slot.WHERE, Slot.WHEN)]
        base = self.slots.put(last.behind, where, last.base) or last.base
        if content_left(text, self.slots.taken(text)) >= MATTER and not _OF_THESE.match(text):
            return base
        matter = without_asking(last.behind)
        if content_left(matter, self.slots.taken(matter)) < MATTER:
            return base
        return f"{base} {self.slots.without(matter, {p.slot for p in where})}"

    def filled(self, turn: Turn, filled: str, new: str) -> Turn:
        """The question before with something exchanged: a place or document leaves its clauses behind."""
        if any(p.slot is Slot.WHERE for p in self.slots.find(new)):
            turn = replace(turn, history=(), otherwise=self.without_time(filled, new))
            return resolved(turn, filled, how="slot")
        return resolved(self.going_on(turn, new), filled, how="slot")

    def without_time(self, whole: str, new: str) -> tuple[Otherwise, ...]:
        """The question without a time that only the one before told: another place's may differ."""
        free = self.slots.without(whole, {Slot.WHEN})
        if years_in(new) or free == whole:
            return ()
        return (Otherwise(free, messages.READ_WITHOUT_TIME),)

    def refers_back(self, text: str) -> bool:
        """Whether a question cannot be understood without what was said before."""
        placed = any(p.slot is Slot.WHERE for p in self.slots.told(text))
        return refers_back(text, self.slots.taken(text), placed)

    def going_on(self, turn: Turn, text: str) -> Turn:
        """The turn with the clauses spoken of: kept to, or left where another time is asked for."""
        spoken = thread(turn.history).spoken
        if _TO_COME.search(text):
            done = tuple(
                k
                for k in spoken
                if heads(self.library.clause(k).path, "earlier")
                and not _PLANNED.search(self.library.own(k))
            )
            kept = tuple(key for key in spoken if key not in done)
            return replace(turn, prior=kept, left=done, toward="later" if done else None)
        years, words = set(years_in(text)), set(_RELATIVE.findall(text))
        # The years of a plan's title say nothing of the years that its clauses speak of.
        said = " ".join(
            f"{' '.join(self.library.clause(key).path)} {self.library.own(key)}" for key in spoken
        )
        # A report on a year need not say the year again.
        told = {*years_in(said), *(str(self.library.spoken_in(document)) for document, _ in spoken)}
        if not (years or words) or years.intersection(told) or any(w in said for w in words):
            return replace(turn, prior=spoken)
        before = max(years_in(turn.history[-1].answer.standalone), default="")
        past = words == {"去年"} or (years and before and max(years) < before)
        toward: Literal["earlier", "later"] = "earlier" if past else "later"
        # What stands under a heading of the time asked for is no other time.
        left = tuple(k for k in spoken if not heads(self.library.clause(k).path, toward))
        kept = tuple(key for key in spoken if key not in left)
        return replace(turn, prior=kept, left=left, toward=toward)

    def own(self, turn: Turn) -> str:
        """What the clause answered from says, folded; "" where none is spoken of."""
        return "".join(self.library.own(key) for key in thread(turn.history).spoken[:1])

    def is_said(self, turn: Turn, text: str) -> bool:
        """Whether the clause answered from says the words of a question."""
        return is_said(text, self.own(turn))

    def said(self, turn: Turn, text: str) -> float:
        """Share of a question's character pairs that the clause answered from says."""
        own = self.own(turn)
        runs = content_runs(fold(text), ask_spans(text))
        pairs = [pair for run in runs if len(run) > 1 for pair in bigrams(run)]
        return sum(pair in own for pair in pairs) / len(pairs) if pairs else 0.0

    def _asks_another(self, before: str, text: str) -> bool:
        """「是全省第几家？」 「联络员多少人？」: a figure of another matter, after what is none."""
        kinds = asked_kinds(before)
        return (
            bool(asked_kinds(text) & FIGURES and (kinds or "第几" in before))
            and kinds <= _NO_FIGURES
            and content_left(text, self.slots.taken(text)) > MATTER
        )

    def _otherwise(self, turn: Turn, text: str) -> tuple[Otherwise, ...]:
        """The question put to the clause spoken of; one with a matter that it lacks, by itself."""
        points = _POINTS.search(text)
        own = content_left(text, self.slots.taken(text))
        if not points and own > MATTER and not self.is_said(turn, text):
            before = turn.history[-1].answer.standalone
            return (Otherwise(f"{self.slots.setting(before, text, [Slot.WHERE])}{text}"),)
        lead = next(iter(turn.prior), None)
        if lead is None:
            return ()
        of_it = Otherwise(f"{Items(self.library).name(lead)}{text}")
        kinds, matter = asked_kinds(text), without_asking(self.before(turn, text))
        if Asked.DATE in kinds:
            # 「目标是多少？」 「什么时候实现？」: how much is not asked again.
            return (of_it, Otherwise(f"{matter} {text}"))
        if Asked.BODY in kinds and not points and own >= MATTER:
            # 「知识产权侵权怎么治？」 「谁牵头保护？」: another clause may say who.
            return (of_it, Otherwise(f"{matter} {text}", anew=True))
        return (of_it,)
