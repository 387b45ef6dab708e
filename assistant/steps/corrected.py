"""A follow-up that puts the question before right: 不对，我问的是全省2022年要突破多少家."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.conversing.corrections import Correction, correction
from assistant.conversing.referring import content_left
from assistant.conversing.slots import Slot, Slots
from assistant.conversing.thread import thread
from assistant.conversing.wording import other_topic, without_asking
from assistant.library import Library
from assistant.models import Otherwise, Turn
from assistant.steps.continued import FIGURES, Continued
from assistant.steps.pointed_item import resolved
from assistant.understanding.kinds import Asked, asked_kinds, tense_of

_SUBJECT = 4
"""Content characters from which on what is asked instead names what it is about: a verb alone
(要突破多少家) is asked of the matter before."""
_PRESENT = re.compile(r"^(?:现状|现在|目前|眼下|当前|如今)(?:的(?:情况|数)?)?$")
_GOAL = re.compile(r"的?(?:目标|指标|任务).*$|(?:要|将|计划|力争)(?:达到|突破|实现).*$|[?？]$")
_TWICE = re.compile(r"年年")


@dataclass(frozen=True)
class Corrected:
    """Reads a correction; None where a follow-up corrects nothing."""

    library: Library

    @property
    def slots(self) -> Slots:
        """Finds and fills slots of questions."""
        return Slots(self.library)

    def __call__(self, turn: Turn, text: str) -> Turn | None:
        """What is right stands in the place of what was wrong, in the question before."""
        corrected = correction(text)
        if corrected is None:
            return None
        before = turn.history[-1].answer.standalone
        if not (corrected.told or self._was_said(corrected, before)):
            return None  # a contrast of its own, not with what was asked
        new, old = corrected.new, corrected.old or ""
        continued = Continued(self.library)
        if not corrected.asks:
            filled = self._put_right(corrected, before)
            if filled is None:
                return continued(turn, new, without=old)
            return continued.filled(turn, filled, new)
        if continued.refers_back(new) or self._content(new) < _SUBJECT:
            return continued(turn, new, without=old)
        # A question of its own, of the document and place spoken of; perhaps it leans on more.
        base = thread(turn.history).base
        base = base.replace(old, "") if old else base
        setting = self.slots.setting(base, new, [Slot.WHERE])
        alike = asked_kinds(base) & asked_kinds(new) & FIGURES - {Asked.QUANTITY}
        timed = self.slots.setting(base, new, [Slot.WHERE, Slot.WHEN]) if alike else setting
        own = {p.slot for p in self.slots.told(new)} & {Slot.WHERE, Slot.WHEN}
        leaning = f"{self.slots.without(without_asking(base), own)} {new}"
        readings = dict.fromkeys((f"{timed}{new}", f"{setting}{new}", leaning))
        first, *others = readings
        prior = continued.going_on(turn, new).prior
        turn = replace(turn, prior=prior, otherwise=tuple(map(Otherwise, others)))
        return resolved(turn, first, how="corrected")

    def _put_right(self, corrected: Correction, before: str) -> str | None:
        """The question before with a part exchanged, or asked of another matter."""
        new, old = corrected.new, corrected.old
        if _PRESENT.match(new) and tense_of(before) == "target":
            # 「目标是多少？」 「我是说现状」
            return f"{_GOAL.sub('', self.slots.without(before, {Slot.WHEN}))}，现在有多少?"
        parts = self.slots.only(new)
        if old and old in before and len({p.slot for p in parts}) < 2:
            # 株洲 in 株洲市: the whole name is exchanged.
            named = (before[p.start : p.end] for p in self.slots.find(before) if parts)
            old = next((name for name in named if old in name), old)
            return _TWICE.sub("年", before.replace(old, new))
        return self.slots.put(new, parts, before) if parts else other_topic(new, before, self.slots)

    def _was_said(self, corrected: Correction, before: str) -> bool:
        return corrected.old is not None and corrected.old in before

    def _content(self, text: str) -> int:
        return content_left(text, self.slots.taken(text))
