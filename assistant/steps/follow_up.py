"""A follow-up becomes a question that stands alone.

Longer than most: the ways to read one are tried in turn and share what they fill in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from assistant import messages
from assistant.conversing.beside import Beside
from assistant.conversing.items import Items, named_pair
from assistant.conversing.offers import short_name
from assistant.conversing.openings import Correction, back_to, bare, correction, new_topic
from assistant.conversing.referring import content_left, is_said, refers_back, without_connective
from assistant.conversing.returning import earlier
from assistant.conversing.slots import Slot, Slots
from assistant.conversing.wording import asking, names_part, neighbour, other_topic, without_asking
from assistant.library import Library
from assistant.models import Answer, Otherwise, Turn
from assistant.steps.pointed_item import PointedItem, cited, resolved
from assistant.understanding.kinds import (
    Asked,
    asked_kinds,
    asserts_something,
    tense_of,
)
from assistant.understanding.normalise import normalise_question
from assistant.understanding.times import heads, years_in

_KEEP = 160
"""Characters of the question before that a follow-up is put behind."""
_FIGURES = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY})
_ASKED_OF_A_CLAUSE = frozenset({*_FIGURES, Asked.BODY, Asked.DATE, Asked.RANK})
"""What one clause says of its matter."""
_ELSEWHERE = frozenset({Asked.PERSON, Asked.CONTACT, Asked.MATERIALS, Asked.DEADLINE})
_TOPIC = re.compile(r"^(?P<topic>[^，,?？]{2,18}?)呢[，,、? ]*(?P<asked>[^呢?]{2,}\??)$")
_QUOTES = '“”"'
_MATTER = 2
"""Content characters that name a matter of its own."""
_FEW = 6
"""Content characters up to which a question may be one of the clause spoken of."""
_ASKS = re.compile(r"哪|谁|什么|啥|怎|咋|几|多少|多[大长久]|吗|没|不")
_POINTS = re.compile(r"[这那它该其]")
_RELATIVE = re.compile(r"明年|去年|今年|次年|下一年")
Reader = Callable[[Turn, str], Turn | Answer | None]


@dataclass(frozen=True)
class ResolveFollowUp:
    """Sets `standalone` and what of it is asked now; what a question does not leave open is left alone."""

    library: Library

    @property
    def slots(self) -> Slots:
        """Finds and fills slots of questions."""
        return Slots(self.library)

    @property
    def beside(self) -> Beside:
        """Tells what of a question before another place speaks of as well."""
        return Beside(self.library)

    def __call__(self, turn: Turn) -> Turn | Answer:
        text = normalise_question(turn.said)
        if not turn.history:
            return _alone(turn, text)
        readers: tuple[Reader, ...] = (
            self._new_topic,
            self._return,
            self._correction,
            self._pair,
            PointedItem(self.library),
            self._neighbour,
            self._topic_and_question,
            self._fragment,
            self._part,
            self._behind,
            self._inside,
        )
        for read in readers:
            found = read(turn, text)
            if found is not None:
                return found
        return _alone(turn, text)

    def _new_topic(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「换个问题：…」 leaves the conversation behind, unless it still points into it."""
        fresh = new_topic(text)
        if fresh is None:
            return None
        if self._refers_back(fresh):
            return self._continued(turn, fresh)
        return _alone(replace(turn, history=()), fresh).noting("follow_up", new_topic=True)

    def _return(self, turn: Turn, text: str) -> Turn | None:
        """「回到刚才创新券的事，…」: what follows is asked of that exchange."""
        back = back_to(text)
        place = earlier(turn.history, back, self.library) if back else None
        if back is None or place is None:
            return None
        history = turn.history[: place + 1]
        return self._continued(replace(turn, history=history), back.rest)

    def _correction(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「不对，我问的是市里的」: the question before, put right."""
        corrected = correction(text)
        if corrected is None:
            return None
        before = turn.history[-1].answer.standalone
        filled = self._put_right(corrected, before)
        if filled:
            return self._filled(turn, filled, corrected.new)
        if corrected.old is not None:
            return None  # a contrast of its own, not with what was asked
        new = corrected.new
        if self._refers_back(new) or not asked_kinds(new):
            return self._continued(turn, new)
        # Another matter, of the document and place that were spoken of.
        setting = self.slots.setting(before, new, [Slot.WHERE])
        return resolved(turn, f"{setting}{new}", how="setting") if setting else _alone(turn, new)

    def _put_right(self, corrected: Correction, before: str) -> str | None:
        new, old = corrected.new, corrected.old
        if old and old in before:
            return before.replace(old, new).replace("年年", "年")
        parts = self.slots.only(new)
        if parts:
            return self.slots.put(new, parts, before)
        if old is None and not asked_kinds(new):
            return other_topic(new, before, self.slots)
        return None

    def _pair(self, turn: Turn, text: str) -> Turn | None:
        """「后者给多少？」 after 「A和B分别怎么规定？」: the names are those of the question before."""
        paired = named_pair(text, turn.history[-1].answer.standalone)
        return self._continued(turn, paired) if paired else None

    def _neighbour(self, turn: Turn, text: str) -> Turn | None:
        """「下一条呢？」: the clause next to the one asked for before."""
        found = neighbour(text, turn.history[-1].answer.standalone)
        return resolved(turn, found, how="neighbour") if found else None

    def _topic_and_question(self, turn: Turn, text: str) -> Turn | None:
        """「那运城呢，研发机构要铺满到哪年？」 「那创新券呢，哪几家管？」: whose, and what of it."""
        match = _TOPIC.match(without_connective(text))
        if not match or not _ASKS.search(match["asked"]):
            return None
        topic, asked = match["topic"], match["asked"]
        if self.slots.only(bare(asked)):
            return None
        before = turn.history[-1].answer.standalone
        parts = self.slots.only(topic)
        if any(p.slot is Slot.WHERE for p in parts):
            whole = f"{topic}{self.beside.kept(before, topic, asked)}{asked}"
            timeless = self._without_time(whole, asked)
            return resolved(replace(turn, history=(), otherwise=timeless), whole, how="elsewhere")
        if parts:
            return self._continued(turn, text)
        taken = self.slots.taken(topic)
        if self._refers_back(topic) or content_left(topic, taken) < _MATTER:
            return None
        if content_left(asked, self.slots.taken(asked)) > _MATTER:
            return None
        # 「…那条呢，谁？」 just says again what was asked.
        again = None if asked_kinds(asked) else other_topic(topic, before, self.slots)
        setting = self.slots.setting(before, text, [Slot.WHERE])
        turn = replace(turn, prior=cited(turn.history[-1]))
        return resolved(turn, again or f"{setting}{topic}{asked}", how="topic")

    def _fragment(self, turn: Turn, text: str) -> Turn | None:
        """「那运城呢？」 「到2020年呢？」 「那用地保障呢？」: the question before with another slot."""
        rest = bare(without_connective(text))
        before = turn.history[-1].answer.standalone
        parts = self.slots.only(rest)
        if parts:
            # 「那省工商局呢？」 may go on with a list that was asked for before its items were.
            questions = (e.answer.standalone for e in reversed(turn.history))
            filled = next(filter(None, (self.slots.put(rest, parts, q) for q in questions)), None)
            if filled and (asserts_something(filled) or not asked_kinds(filled)):
                filled = asking(filled)
            if filled and "目标" in rest and tense_of(before) != "target":
                filled = f"{without_asking(filled)}目标是多少?"
            return self._filled(turn, filled, rest) if filled else None
        said = text.rstrip("?？")
        if not said.endswith("呢") or said.endswith("的呢"):
            return None
        other = other_topic(rest, before, self.slots)
        if other is None:
            return None
        # What is named beside the matter before often stands beside it.
        return resolved(replace(turn, prior=cited(turn.history[-1])), other, how="topic")

    def _part(self, turn: Turn, text: str) -> Turn | None:
        """「基本原则有哪几条？」: every document has such a part; the one spoken of is meant."""
        spoken = {c.document_id for c in turn.history[-1].answer.citations}
        named = any(p.slot is Slot.WHERE for p in self.slots.find(text))
        rest = without_connective(text)
        if len(spoken) != 1 or named or not names_part(rest):
            return None
        return resolved(turn, f"{short_name(next(iter(spoken)), self.library)}{rest}", how="part")

    def _behind(self, turn: Turn, text: str) -> Turn | None:
        """What leans on the question before is put behind it; what only follows it keeps its place."""
        rest = without_connective(text)
        if rest == text and self._names_clause(text):
            return None
        if self._refers_back(text):
            return self._continued(turn, text)
        if rest == text:
            return None
        kept = [Slot.WHERE]
        if asked_kinds(rest).intersection(_FIGURES):
            kept.append(Slot.WHEN)
        setting = self.slots.setting(turn.history[-1].answer.standalone, rest, kept)
        return resolved(turn, f"{setting}{rest}", how="setting")

    def _inside(self, turn: Turn, text: str) -> Turn | None:
        """「派到哪儿去挂职？」: words that the clause answered from says are asked of it."""
        taken = self.slots.taken(text)
        if taken or not 0 < content_left(text) <= _FEW or not _ASKS.search(text):
            return None
        return self._continued(turn, text) if self._is_said(turn, text) else None

    def _is_said(self, turn: Turn, text: str) -> bool:
        """Whether the clause answered from says the words of a question."""
        said = "".join(self.library.own(key) for key in cited(turn.history[-1])[:1])
        return is_said(text, said)

    def _refers_back(self, text: str) -> bool:
        placed = any(p.slot is Slot.WHERE for p in self.slots.find(text))
        return refers_back(text, self.slots.taken(text), placed)

    def _names_clause(self, text: str) -> bool:
        """Whether a question names a clause of a named document: it asks about that."""
        mentions = self.library.addresses.resolve(text).clause_mentions
        return any(m.named for m in mentions) and not text.rstrip("?？").endswith("呢")

    def _filled(self, turn: Turn, filled: str, new: str) -> Turn:
        """A place or document that is exchanged leaves the clauses before behind."""
        if any(p.slot is Slot.WHERE for p in self.slots.find(new)):
            turn = replace(turn, history=(), otherwise=self._without_time(filled, new))
            return resolved(turn, filled, how="slot")
        return resolved(self._going_on(turn, new), filled, how="slot")

    def _without_time(self, whole: str, new: str) -> Otherwise | None:
        """The question without a time that only the one before told: another place's may differ."""
        free = self.slots.without(whole, {Slot.WHEN})
        return (
            None if years_in(new) or free == whole else Otherwise(free, messages.READ_WITHOUT_TIME)
        )

    def _going_on(self, turn: Turn, text: str) -> Turn:
        """The turn with the clauses spoken of: kept to, or left where another time is asked for."""
        spoken = cited(turn.history[-1])
        years, words = set(years_in(text)), set(_RELATIVE.findall(text))
        said = " ".join(self.library.haystack(key) for key in spoken)
        if (
            not (years or words)
            or years.intersection(years_in(said))
            or any(w in said for w in words)
        ):
            return replace(turn, prior=spoken)
        before = max(years_in(turn.history[-1].answer.standalone), default="")
        past = words == {"去年"} or (years and before and max(years) < before)
        toward: Literal["earlier", "later"] = "earlier" if past else "later"
        # What stands under a heading of the time asked for is no other time.
        left = tuple(k for k in spoken if not heads(self.library.clause(k).path, toward))
        kept = tuple(key for key in spoken if key not in left)
        return replace(turn, prior=kept, left=left, toward=toward)

    def _otherwise(self, turn: Turn, text: str) -> Otherwise | None:
        """The question put to the clause spoken of; one with a matter that it lacks, by itself."""
        points = _POINTS.search(text)
        if not points and content_left(text) > _MATTER and not self._is_said(turn, text):
            before = turn.history[-1].answer.standalone
            return Otherwise(f"{self.slots.setting(before, text, [Slot.WHERE])}{text}")
        lead = next(iter(turn.prior), None)
        return Otherwise(f"{Items(self.library).name(lead)}{text}") if lead else None

    def _continued(self, turn: Turn, text: str) -> Turn:
        """The question before and this one behind it; what both name is said by this one."""
        own = {p.slot for p in self.slots.find(text)} & {Slot.WHERE, Slot.WHEN}
        turn = self._going_on(turn, text)
        before = turn.history[-1].answer.standalone
        if _ASKS.search(text) and (turn.left or not asked_kinds(text)):
            # What it asks in its own words is not what the question before asked.
            before = without_asking(before)
        before = self.slots.without(before, own)[-_KEEP:].strip()
        standalone = f"{before} {text}"
        if Slot.WHERE in own:
            turn = replace(turn, prior=())
            if not content_left(text, self.slots.taken(text)):
                return resolved(replace(turn, history=()), standalone, how="continued")
        elif asked_kinds(text) & _ASKED_OF_A_CLAUSE and not (asked_kinds(text) & _ELSEWHERE):
            turn = replace(turn, otherwise=self._otherwise(turn, text))
        turn = replace(turn, standalone=standalone, own=text, follows=True)
        return turn.noting("follow_up", standalone=standalone, how="continued")


def _alone(turn: Turn, text: str) -> Turn:
    return replace(turn, standalone=text)
