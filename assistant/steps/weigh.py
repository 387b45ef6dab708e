"""Passages found become clauses weighed, with what place, year and document demand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.compose.anchors import sides
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import ClauseKey, Library
from assistant.models import Turn
from assistant.steps.empty_lines import says_nothing
from assistant.steps.meant import FEW_CLAUSES, Meant, meant, says
from assistant.steps.planted import suspect_spans
from assistant.steps.suspects import asked_words
from assistant.understanding.bands import asked_value, find_band
from assistant.understanding.concepts import coverage, covered, share
from assistant.understanding.definitions import defines, spells_out
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold, names, without_glosses
from assistant.understanding.question import Understanding
from assistant.understanding.times import heads
from index.models import Hit

# e5 cosines of Chinese policy text crowd between these two values.
DENSE_FLOOR, DENSE_CEILING = 0.78, 0.92
TITLE_SHARE = 0.8
IN_BAND, OUT_OF_BAND = 1.1, 0.8
READ = 32
"""Clauses whose sentences are scored."""
PREAMBLE = 0.2
HEADED = 0.1
NAMES_PLACE = 0.15
SAME_CONVERSATION, SHORT_IN_CONVERSATION = 0.04, 0.08
LEFT = 0.3
"""What a clause loses that answered before and says nothing of the time asked about now."""
TOWARD = 0.1
"""What a clause gains under a heading of the time that a follow-up goes on to."""
SHORT = 14
"""Characters up to which a question leans more on the conversation (基本原则有哪几条？)."""
_CONDITIONS = re.compile(
    r"(?:符合|满足|具备|属于)[^。.;]{0,6}(?:下列|以下)[^。.;]{0,4}(?:条件|情形)|(?:下列|以下)条件之一"
)
PLANNED = 0.22
REPORTED = 0.1
DEFINES = 0.15
SPELT_OUT = 0.4
QUOTED = 0.2
MEANT = 0.012
"""Per unit of rarity of the official wordings that a sentence has for what was said."""
LEAST_SAID = 8
"""Characters of a sentence that may be quoted at least, where not all of it may be."""
QUOTED_NAME = 5
"""Characters from which on a quoted term names one thing among others (三年点上突破)."""
PROVINCE_WORDS = re.compile(
    r"全省|省里|我省|本省|省级财政|省政府|省委|省内|(?:^|[年,，、])省(?=[高科技创企的要有目])"
)
_OF_THE_PROVINCE = re.compile(r"(?:那么?|请问|想问)?(?:全省|省里|我省|本省|省上)的")
# 资本市场 and 全市场 are no city.
CITY_WORDS = re.compile(r"全市(?!场)|市里|我市(?!场)|(?<!资)本市(?!场)|市政府|市委")


def dense_share(cosine: float) -> float:
    """A cosine as 0–1 between the floor and the ceiling of this encoder."""
    return min(1.0, max(0.0, (cosine - DENSE_FLOOR) / (DENSE_CEILING - DENSE_FLOOR)))


@dataclass(frozen=True)
class Weigh:
    """Sets `evidence`, best first."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding, result = turn.understanding, turn.result
        assert understanding is not None and result is not None
        top = max((h.score for h in result.hits), default=1.0) or 1.0
        words = max((h.lexical for h in result.hits), default=1.0) or 1.0
        words_meant = meant(understanding, self.library)
        weighed = [
            (
                self._weigh(
                    hit, hit.score / top, hit.lexical / words, understanding, turn, words_meant
                ),
                hit,
            )
            for hit in result.hits
        ]
        weighed = [(self._in_scope(e, turn, understanding), hit) for e, hit in weighed]
        weighed.sort(key=lambda pair: -pair[0].score)
        best: dict[ClauseKey, tuple[Evidence, Hit]] = {}
        for evidence, hit in weighed:
            best.setdefault(evidence.key, (evidence, hit))
        # Sides of a comparison may lie far down; elsewhere nobody reads that deep.
        compares = (
            understanding.asks(Asked.COMPARISON) or len(sides(understanding, self.library)) > 1
        )
        depth = len(best) if compares or len(understanding.years) > 1 else READ
        best = self._by_band(best, understanding)
        ranked = tuple(
            replace(evidence, sentences=self._sentences(hit, evidence.key, understanding))
            if rank < depth
            else evidence
            for rank, (evidence, hit) in enumerate(best.values())
        )
        reordered = replace(result, hits=tuple(hit for _, hit in weighed))
        return replace(turn, evidence=ranked, result=reordered).noting(
            "weigh",
            top=[
                (
                    self.library.clause(e.key).address,
                    round(e.score, 3),
                    round(e.cover, 3),
                    round(e.dense, 3),
                )
                for e in ranked[:5]
            ],
        )

    def _in_scope(self, evidence: Evidence, turn: Turn, understanding: Understanding) -> Evidence:
        """A conversation stays with the documents it spoke of, where nothing else is named."""
        if not turn.history or understanding.documents or understanding.regions:
            return evidence
        spoken = {c.document_id for c in turn.history[-1].answer.citations}
        if evidence.key[0] not in spoken:
            return evidence
        bias = SHORT_IN_CONVERSATION if len(understanding.text) <= SHORT else SAME_CONVERSATION
        return replace(evidence, score=evidence.score + bias)

    def _by_band(
        self, best: dict[ClauseKey, tuple[Evidence, Hit]], understanding: Understanding
    ) -> dict[ClauseKey, tuple[Evidence, Hit]]:
        """Of sibling clauses that state bands, the one that holds the asker's figure leads."""
        asked = asked_value(fold(understanding.text))
        if asked is None or understanding.asserted:
            return best
        value, kind = asked
        families: dict[tuple[str, int | None], dict[ClauseKey, bool]] = {}
        for key in best:
            band = find_band(self.library.own(key))
            if band and band.kind == kind:
                family = (key[0], self.library.clause(key).parent)
                families.setdefault(family, {})[key] = band.holds(value)
        factors = {
            key: IN_BAND if holds else OUT_OF_BAND
            for members in families.values()
            if len(members) > 1
            for key, holds in members.items()
        }
        weighed = {
            key: (replace(e, score=e.score * factors.get(key, 1.0)), hit)
            for key, (e, hit) in best.items()
        }
        return dict(sorted(weighed.items(), key=lambda item: -item[1][0].score))

    def _weigh(
        self,
        hit: Hit,
        share: float,
        words: float,
        understanding: Understanding,
        turn: Turn,
        words_meant: Meant,
    ) -> Evidence:
        """share and words: the hit's fused and lexical score over the best one's."""
        key = (hit.passage.document_id, hit.passage.clause)
        cover = coverage(understanding.concepts, self.library.haystack(key))
        # Weights fitted on the development cases: docs/adr/0002-evidence-and-refusal.md.
        score = 0.45 * share + 0.15 * words + 0.25 * cover + 0.2 * dense_share(hit.dense)
        score += self._fit(key, understanding) + MEANT * says(key, words_meant, self.library)
        score += DEFINES * defines(
            self.library.own(key), understanding, fold(self.library.clause(key).title or "")
        )
        if key in turn.left:
            score -= LEFT
        elif key in turn.prior:
            # A follow-up that speaks of something else than the clause before leaves it.
            score += 0.2 * (coverage(understanding.focus, self.library.haystack(key)) or 0.2)
        if turn.toward and heads(self.library.clause(key).path, turn.toward):
            score += TOWARD
        return Evidence(key, score, hit.dense, cover, ())

    def _fit(self, key: ClauseKey, understanding: Understanding) -> float:
        """What the named document, place and quoted words add or take away."""
        document = self.library.document(key[0])
        fit = 0.0
        if understanding.documents:
            fit += 0.25 if key[0] in understanding.documents else -0.25
        else:
            fit += self._place_fit(document.level, document.region, understanding)
        is_copy = document.relation and document.relation.kind in ("copy_of", "part_copy_of")
        if is_copy and understanding.documents != {key[0]}:
            fit -= 0.12
        fit += NAMES_PLACE * self._names_places(key, document.region, understanding)
        if key[1] == 0:
            fit -= PREAMBLE  # a preamble says why, not what
        own = self.library.own(key)
        if understanding.asks(Asked.CONDITIONS):
            clause = self.library.clause(key)
            if clause.children and _CONDITIONS.search(own):
                fit += 0.2
            elif clause.parent and _CONDITIONS.search(self.library.own((key[0], clause.parent))):
                fit += 0.05
        fit += HEADED * names(fold(self.library.clause(key).title or ""), fold(understanding.text))
        fit += PLANNED * self._is_planned(key, understanding)
        fit += REPORTED * self._is_reported(key, understanding)
        for term in understanding.quoted:
            if fold(term) in own or fold(term) in without_glosses(own):
                fit += 0.3 if self.library.clauses_with(fold(term)) <= FEW_CLAUSES else 0.08
            elif spells_out(fold(term), own):
                fit += SPELT_OUT
        return fit

    def _is_planned(self, key: ClauseKey, understanding: Understanding) -> bool:
        """Whether a plan for the year is asked that the clause's heading announces (下一步工作谋划)."""
        now = self.library.spoken_in(key[0])
        if understanding.tense != "target" or now is None:
            return False
        clause = self.library.clause(key)
        coming = str(now + 1) in understanding.years or "明年" in understanding.text
        return coming and heads((*clause.path, clause.title or ""), "later")

    def _is_reported(self, key: ClauseKey, understanding: Understanding) -> bool:
        """Whether it is asked what was done in the year on which the clause's heading reports."""
        if understanding.tense != "progress" or not understanding.years:
            return False
        clause, now = self.library.clause(key), self.library.spoken_in(key[0])
        reports = heads((*clause.path, clause.title or ""), "earlier")
        return reports and understanding.years == (str(now),)

    def _names_places(self, key: ClauseKey, home: str | None, understanding: Understanding) -> bool:
        """Whether a clause names all of several places asked about, none its document's own."""
        places = {m.region for m in understanding.regions if m.region.name != home}
        return len(places) > 1 and all(p.short in self.library.own(key) for p in places)

    def _place_fit(
        self, level: str | None, region: str | None, understanding: Understanding
    ) -> float:
        text = understanding.text
        if understanding.regions and region:
            named = {r.region.name for r in understanding.regions}
            return 0.12 if region in named else -0.08
        if level == "市" and PROVINCE_WORDS.search(text):
            # 省里的容错机制呢: whose it is comes first.
            return -0.25 if _OF_THE_PROVINCE.match(text) else -0.1
        if level == "省" and CITY_WORDS.search(text):
            return -0.1
        # Where no place is named the higher level holds for more askers.
        return 0.0 if level in ("市", "县") else 0.02

    def _sentences(
        self, hit: Hit, key: ClauseKey, understanding: Understanding
    ) -> tuple[ScoredSentence, ...]:
        scored = []
        focus = understanding.focus
        clause = self.library.clause(key)
        heading = fold(clause.title or "")
        title = fold(self.library.document(key[0]).title)
        headed = covered(focus, heading)
        above = covered(focus, f"{title} {fold(' '.join(clause.path))}")
        # A quoted name says which of several parallel sentences is meant.
        named = [fold(term) for term in understanding.quoted if len(term) >= QUOTED_NAME]
        suspect = suspect_spans(key, self.library, asked_words(understanding))
        for line in self.library.lines(key):
            start, end, folded = line.start, line.end, line.folded
            if says_nothing(folded, heading, title, in_head=not key[1]):
                continue
            if suspect and _free(start, end, suspect) < LEAST_SAID:
                continue
            dense = max(
                (s.score for s in hit.sentences if s.start < end and start < s.end), default=0.0
            )
            own = [a or b for a, b in zip(covered(focus, folded), headed, strict=True)]
            within = [a or b for a, b in zip(own, above, strict=True)]
            # What only the document's title or a heading above says counts a little less.
            cover = max(share(focus, own), TITLE_SHARE * share(focus, within))
            score = 0.5 * cover + 0.5 * dense_share(dense)
            if line.years.intersection(understanding.years):
                score += 0.1
            score += 0.08 * self._tense_fit(key, start, end, understanding)
            score += DEFINES * defines(folded, understanding)
            score += QUOTED * any(term in folded for term in named)
            scored.append(ScoredSentence(start, end, score, cover, dense))
        return tuple(sorted(scored, key=lambda s: -s.score))

    def _tense_fit(self, key: ClauseKey, start: int, end: int, understanding: Understanding) -> int:
        """1 where the question wants a goal and the sentence sets one, or both report; -1 crosswise."""
        if not understanding.tense:
            return 0
        kinds = {t.kind for t in self.library.targets(key) if start <= t.start and t.end <= end}
        if not kinds:
            return 0
        return 1 if understanding.tense in kinds else -1


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> int:
    """How many characters between two offsets no span takes."""
    return end - start - sum(max(0, min(end, high) - max(start, low)) for low, high in taken)
