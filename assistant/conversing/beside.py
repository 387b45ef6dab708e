"""What of a question before is kept when the next one asks in its own words of another place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.conversing.slots import Slot, Slots
from assistant.conversing.wording import without_asking
from assistant.library import ClauseKey, Library
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.kinds import Asked, ask_spans, asked_kinds
from assistant.understanding.normalise import fold
from corpus.regions import find_regions, is_within, region_named

SPEAKS = 0.5
"""Share of a question's character pairs, by weight, from which on a clause speaks of its matter."""
HELD = 0.4
"""Share of a word group's characters that such a clause must say for them to be kept."""
# Which of the figures is meant, not of what.
_TENSE = re.compile(r"我?(?:不|只)?要(?:的是)?|不是|目标|实有|实际|现有|已有|真实|计划|规划")


@dataclass(frozen=True)
class Beside:
    """Looks in the other place's documents for what stands beside the words that are new."""

    library: Library

    def kept(self, before: str, place: str, asked: str) -> str:
        """What of `before` a clause of `place` about `asked` says as well; all where that is nothing.

        「规上工业企业全覆盖哪年到位？」 「那运城呢，研发机构铺到哪年？」: 规上企业全覆盖.
        """
        slots = Slots(self.library)
        dropped = {Slot.WHERE}
        if Asked.DATE in asked_kinds(asked):
            dropped.add(Slot.WHEN)
        topic = slots.without(without_asking(before), dropped)
        new = self._pairs(_TENSE.sub("", slots.without(asked, {Slot.WHERE, Slot.WHEN})))
        if not new:
            return topic
        new = frozenset(pair for pair in new if self.library.knows(pair))
        held = [
            own
            for key in self._clauses(place)
            if self._share(new, own := self.library.own(key)) >= SPEAKS
        ]
        groups = [run for run in content_runs(fold(topic), slots.taken(topic)) if len(run) > 1]
        kept = [max((_shared(group, own) for own in held), key=len, default="") for group in groups]
        return "".join(k for k, g in zip(kept, groups, strict=True) if len(k) >= HELD * len(g))

    def _clauses(self, place: str) -> Iterator[ClauseKey]:
        regions = [mention.region for mention in find_regions(place)]
        named = self.library.addresses.resolve(place).documents
        for parsed in self.library.corpus.documents:
            home = region_named(parsed.document.region) if parsed.document.region else None
            here = home and any(home == r or is_within(home, r) for r in regions)
            if parsed.document.id in named or (here and not named) or not (regions or named):
                yield from ((parsed.document.id, clause.ordinal) for clause in parsed.clauses)

    def _pairs(self, text: str) -> frozenset[str]:
        runs = content_runs(fold(text), ask_spans(text))
        return frozenset(pair for run in runs for pair in bigrams(run) if len(pair) > 1)

    def _share(self, pairs: frozenset[str], own: str) -> float:
        total = sum(self.library.idf(pair) for pair in pairs)
        return sum(self.library.idf(p) for p in pairs if p in own) / total if total else 0.0


def _shared(group: str, own: str) -> str:
    """The words of a group that a text says, in order."""
    said, at = [], 0
    while at < len(group) - 1:
        end = at + 1
        while end < len(group) and group[at : end + 1] in own:
            end += 1
        if end - at > 1:
            said.append(group[at:end])
        at = end
    return "".join(said)
