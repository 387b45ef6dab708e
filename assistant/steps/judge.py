"""Sixth step: is anything found that is really about the question? If not, the turn ends here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.compose.anchors import sides
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Answer, Status, Turn
from assistant.steps.weigh import dense_share
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from corpus.regions import RegionMention, is_within, region_named

# Fitted on the development cases: see docs/adr/0002-when-to-refuse.md.
LEAST_RELEVANCE = 0.40
_PREDICATE = re.compile(r"(?:在|于|是|放|设|给|为|叫)$")
_FIGURE_KINDS = (
    Asked.QUANTITY,
    Asked.COUNT,
    Asked.AMOUNT,
    Asked.RATE,
    Asked.DATE,
    Asked.BODY,
    Asked.CONTACT,
    Asked.DEADLINE,
)


@dataclass(frozen=True)
class Judge:
    """Keeps evidence that fits the places asked about; refuses when what is left is too weak."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        if turn.draft:
            return turn
        understanding = turn.understanding
        assert understanding is not None
        # The sides of a comparison are different places: each is looked for by itself.
        compared = len(sides(understanding, self.library)) > 1
        fitting = tuple(e for e in turn.evidence if compared or self._fits_places(e, understanding))
        keys = [e.key for e in turn.evidence]
        foreign = self._foreign(understanding)
        if foreign and not fitting:
            return plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.region_not_covered("、".join(foreign)),
                nearest=nearest_clauses(self.library, keys),
            )
        value = max((relevance(e) for e in fitting[:5]), default=0.0)
        turn = turn.noting("judge", relevance=round(value, 3), least=LEAST_RELEVANCE)
        if value < LEAST_RELEVANCE:
            return plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.NOT_IN_CORPUS,
                nearest=nearest_clauses(self.library, keys),
            )
        return replace(turn, evidence=fitting)

    def _foreign(self, understanding: Understanding) -> list[str]:
        return [
            m.region.name for m in understanding.regions if not self._is_predicate(m, understanding)
        ]

    def _is_predicate(self, mention: RegionMention, understanding: Understanding) -> bool:
        """「……放在太原市，对不？」: the place is what is asserted, not where the asker is."""
        before = understanding.text[: mention.start]
        return understanding.asserted and bool(
            _PREDICATE.search(before.rstrip("了着")) or before.endswith(("和", "、"))
        )

    def _fits_places(self, evidence: Evidence, understanding: Understanding) -> bool:
        document = self.library.document(evidence.key[0])
        home = region_named(document.region) if document.region else None
        for mention in understanding.regions:
            region = mention.region
            if home is None or self._is_predicate(mention, understanding):
                continue
            if region == home or is_within(home, region):
                continue
            if fold(region.short) in self.library.own(evidence.key):
                continue
            if is_within(region, home) and not understanding.asks(*_FIGURE_KINDS):
                continue  # what holds for the province holds in its cities
            return False
        return True


def relevance(evidence: Evidence) -> float:
    """How sure we are that a clause is about the question, 0–1."""
    return 0.5 * evidence.cover + 0.5 * dense_share(evidence.dense)
