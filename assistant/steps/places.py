"""Which places an answer must fit, and which evidence fits them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.served import serves
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Turn
from assistant.steps.weigh import CITY_WORDS, PROVINCE_WORDS
from assistant.understanding.claims import places_claimed
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from corpus.regions import (
    Region,
    RegionMention,
    find_regions,
    is_within,
    named_together,
    region_named,
)

_ORIGIN = re.compile(r"^.{0,5}?(?:回来|打工|上班|工作过|读|毕业|注册|买|引进|过来|搬)")
_PREDICATE = re.compile(r"(?:在|于|是|放|设|给|为|叫)$")
_FIGURE_KINDS = (
    Asked.QUANTITY,
    Asked.COUNT,
    Asked.AMOUNT,
    Asked.RATE,
    Asked.DATE,
    Asked.BODY,
    Asked.OFFICE,
    Asked.CONTACT,
    Asked.DEADLINE,
    Asked.RANK,
)


@dataclass(frozen=True)
class Places:
    """Holds evidence against the places that a question names."""

    library: Library

    def binding(self, understanding: Understanding) -> tuple[RegionMention, ...]:
        """The places that an answer must fit.

        Not those that are asserted (放在太原市，对不？) or where the asker comes from; and where one
        of them lies in the corpus's territory, the others are told as background.
        """
        claimed = places_claimed(understanding.text)
        mentions = tuple(
            m
            for m in understanding.regions
            if m not in claimed
            and not self._is_predicate(m, understanding)
            and not _is_origin(m, understanding.text)
        )
        homes = [
            home
            for p in self.library.corpus.documents
            if p.document.region and (home := region_named(p.document.region))
        ]
        held = tuple(
            m
            for m in mentions
            if any(is_within(m.region, home) or is_within(home, m.region) for home in homes)
        )
        return held or mentions

    def _is_predicate(self, mention: RegionMention, understanding: Understanding) -> bool:
        before = understanding.text[: mention.start]
        return understanding.asserted and bool(
            _PREDICATE.search(before.rstrip("了着")) or before.endswith(("和", "、"))
        )

    def fits(
        self,
        evidence: Evidence,
        understanding: Understanding,
        binding: Sequence[RegionMention],
    ) -> bool:
        document = self.library.document(evidence.key[0])
        home = region_named(document.region) if document.region else None
        if not understanding.regions and understanding.asks(*_FIGURE_KINDS):
            text = understanding.text
            if document.level in ("市", "县") and PROVINCE_WORDS.search(text):
                return False
            if document.level == "省" and CITY_WORDS.search(text):
                return False
        for mention in binding:
            region = mention.region
            if home is None:
                continue
            if region == home or is_within(home, region):
                continue
            own = self.library.own(evidence.key)
            if fold(region.short) in own or region in named_together(own):
                continue
            if not understanding.asserted and self._tells_of_siblings(evidence, region):
                return False
            goal = not understanding.kinds and understanding.tense == "target"
            if is_within(region, home) and (
                not (goal or understanding.asks(*_FIGURE_KINDS))
                or serves(evidence.key, mention, understanding, self.library)
            ):
                continue  # what holds for the province holds in its cities
            return False
        return True

    def led_elsewhere(
        self, turn: Turn, fitting: Sequence[Evidence], binding: Sequence[RegionMention]
    ) -> bool:
        """Whether what fits best is another place's, and nothing left names the place asked about."""
        assert turn.understanding is not None
        return (
            not turn.understanding.asserted
            and turn.evidence[0] not in fitting
            and any(self._tells_of_siblings(turn.evidence[0], m.region) for m in binding)
            and not any(
                fold(m.region.short) in self.library.own(e.key) for e in fitting for m in binding
            )
        )

    def _tells_of_siblings(self, evidence: Evidence, region: Region) -> bool:
        """Whether the sentence that fits best is on other places of the same rank (指导阳泉制定…)."""
        if not evidence.sentences:
            return False
        best = evidence.sentences[0]
        places = find_regions(self.library.text(evidence.key[0], best.start, best.end))
        return any(
            p.region.parent == region.parent and p.region != region for p in places
        ) and not any(is_within(region, p.region) for p in places)


def _is_origin(mention: RegionMention, text: str) -> bool:
    """「从深圳打工回来」: where somebody comes from."""
    before, after = text[: mention.start], text[mention.end :]
    return before.endswith(("从", "由", "自", "在")) and bool(_ORIGIN.match(after))
