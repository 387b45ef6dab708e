"""Is anything found that is really about the question? If not, the turn ends here."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.compose.anchors import sides
from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Status, Turn
from assistant.steps.meant import FEW_CLAUSES, meant, says
from assistant.steps.places import Places
from assistant.steps.unheld import unheld_definition, unheld_errands, unheld_terms
from assistant.understanding.concepts import bigrams, coverage
from assistant.understanding.kinds import Asked, asked_kinds
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding

# Fitted on the development cases: see docs/adr/0002-evidence-and-refusal.md.
LEAST_RELEVANCE = 0.1
ADDRESSED = 1.2
STRANGE = 1.2
LEADING = 3
TELLING = 9.0
# 《…目录》里有没有护理, 《…办法》第三条怎么写的
_INSIDE = re.compile(
    r"(?:里面?|中|上面?|内)[^。?？]{0,14}?(?:在不在|有没有|有无|是否(?:包括|列入|包含|写)|列(?:了|入|没列)|包括(?:了|哪|什么)?|写(?:了|的|没)|怎么(?:规定|写|定)|在(?:上面|里面|其中)吗)"
    r"|的?(?:第[一二三四五六七八九十百\d]+[条章款]|文号|发文字号|全文|原文|有效期|施行日期|解释权|附件)"
)
_TITLE = re.compile(r"《([^《》]{4,60})》")
# 出自哪个文件第几条: who asks where it is written knows that it is.
_WRITTEN = re.compile(
    r"(?:出自|写在|写进|见于|在|是|查)?哪(?:个|份|一)(?:文件|条|款|章)|第几(?:条|章|部分|款)"
)
# 2+2+8, no.10: a name of digits is nobody's chance wording.
_CODE = re.compile(r"\d+(?:\+\d+)+|[a-z]+\.\d+")
NO_TOPIC = 0.05
FOREIGN_COVER = 0.65
FOREIGN_SHARE = 0.25
CERTAIN = 0.91
KEYWORDS = 22
SCANT_COVER, SCANT_DENSE = 0.45, 0.91
"""Below both of these, keywords of up to KEYWORDS characters were never answered rightly but once."""
_SENTENCE = re.compile(r"[，。？?！,；;]|什么|怎|哪|谁|啥|吗|咋|如何")
_SUPPORT = re.compile(r"补助|补贴|奖励|奖补|优惠|支持|扶持|资助|福利|好处")


@dataclass(frozen=True)
class Judge:
    """Keeps evidence that fits the places asked about; refuses when what is left is too weak."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        if turn.draft or turn.addressed:
            return turn
        understanding = turn.understanding
        assert understanding is not None
        unheld = self._unheld_title(turn, understanding)
        if unheld:
            return plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.document_not_held(unheld),
                nearest=nearest_clauses(self.library, [e.key for e in turn.evidence]),
            )
        places = Places(self.library)
        binding = places.binding(understanding)
        # The sides of a comparison are different places: each is looked for by itself.
        compared = len(sides(understanding, self.library)) > 1
        fitting = tuple(
            e for e in turn.evidence if compared or places.fits(e, understanding, binding)
        )
        fitting = self._of_named_documents(fitting, understanding, compared)
        keys = [e.key for e in turn.evidence]
        if binding and (not fitting or places.led_elsewhere(turn, fitting, binding)):
            return plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.region_not_covered("、".join(m.region.name for m in binding)),
                nearest=nearest_clauses(self.library, keys),
            )
        named = self._named(fitting, understanding)
        addressed = bool(
            understanding.documents
            or understanding.asserted
            or _WRITTEN.search(understanding.text)
            or self._codes(understanding)
        )
        words = self.library.words
        strange_term = bool(
            unheld_terms(understanding, words) or unheld_errands(understanding, words)
        )
        value = relevance(fitting, understanding.known, named, addressed, strange_term)
        turn = turn.noting("judge", relevance=round(value, 3), least=LEAST_RELEVANCE)
        strange = (
            self._misses_topic(fitting, understanding)
            or self._foreign(fitting, turn)
            or unheld_definition(understanding, words)
            or (not named and _is_scant(fitting, turn, understanding))
        )
        if value < LEAST_RELEVANCE or strange:
            return plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.NOT_IN_CORPUS,
                nearest=nearest_clauses(self.library, keys),
            )
        return replace(turn, evidence=fitting)

    def _of_named_documents(
        self, evidence: tuple[Evidence, ...], understanding: Understanding, compared: bool
    ) -> tuple[Evidence, ...]:
        """What a question about a document by name may rest on: that document, not its copy."""
        named = understanding.documents
        if named and not compared:
            evidence = tuple(e for e in evidence if e.key[0] in named) or evidence
        held = {e.key[0] for e in evidence}
        return tuple(
            e
            for e in evidence
            if not (
                (relation := self.library.document(e.key[0]).relation)
                and relation.kind in ("copy_of", "part_copy_of")
                and relation.document_id in held
                and named != {e.key[0]}
            )
        )

    def _unheld_title(self, turn: Turn, understanding: Understanding) -> str | None:
        """A 《title》 that is no document here, asked for what it says, or spoken of by no clause found."""
        for match in _TITLE.finditer(understanding.text):
            spans = understanding.addresses.document_spans
            if any(start < match.end() and match.start() < end for start, end, _ in spans):
                continue
            title = fold(match[1])
            if _INSIDE.match(understanding.text[match.end() :]):
                return match[1]  # that a clause names it tells nothing of what it says
            if not any(title in self.library.own(e.key) for e in turn.evidence[:8]):
                return match[1]
        return None

    def _misses_topic(self, evidence: Sequence[Evidence], understanding: Understanding) -> bool:
        """Whether the clauses share with the question only that support is spoken of (养老院补贴)."""
        # 科技大奖 is a matter: only some of its wordings are words of support.
        topic = [c for c in understanding.concepts if not all(map(_SUPPORT.search, c.wordings))]
        speaks_of_support = bool(_SUPPORT.search(understanding.text))
        if not topic or (len(topic) == len(understanding.concepts) and not speaks_of_support):
            return False
        best = max(coverage(topic, self.library.haystack(e.key)) for e in evidence[:LEADING])
        return best <= NO_TOPIC and max(e.dense for e in evidence[:LEADING]) < CERTAIN

    def _foreign(self, evidence: Sequence[Evidence], turn: Turn) -> bool:
        """Whether an English question turns on something that no document speaks of (a visa)."""
        # An amount or a date that is asked for need not be called so.
        told = [(term, *others) for term, others in turn.wordings if not asked_kinds(term)]
        unheld = sum(not any(map(self._held, terms)) for terms in told)
        best = max((e.cover for e in evidence[:LEADING]), default=0.0)
        strange = unheld > FOREIGN_SHARE * len(turn.wordings) and best < FOREIGN_COVER
        return strange or 0 < len(turn.wordings) <= 2 * unheld

    def _held(self, term: str) -> bool:
        return self.library.words.writes(fold(term)) or all(map(self.library.knows, bigrams(term)))

    def _named(self, evidence: Sequence[Evidence], understanding: Understanding) -> bool:
        """Whether a leading clause holds a telling piece of the question word for word.

        So does one that names the same places, where few clauses do (灵石、高平), one whose
        sentence has the official terms for several of the asker's own words, and one of a document
        asked for by name whose heading has the official term for one of them (短板: 存在的不足), or
        one with a name made of digits.
        """
        asked = fold(understanding.text)
        places = {fold(m.region.short) for m in understanding.regions}
        rare = {p for p in places if self.library.clauses_with(p) <= FEW_CLAUSES}
        codes = self._codes(understanding)
        words = meant(understanding, self.library)
        official = {fold(word) for e in understanding.expansions for word in e.official}
        return any(
            self._shared_weight(asked, self.library.own(e.key)) >= TELLING
            or says(e.key, words, self.library) >= TELLING
            or (len(rare) > 1 and all(p in self.library.own(e.key) for p in rare))
            or any(code in self.library.own(e.key) for code in codes)
            or (e.key[0] in understanding.documents and self._heads(e.key, official))
            for e in evidence[:LEADING]
        )

    def _codes(self, understanding: Understanding) -> tuple[str, ...]:
        """Names made of digits that few clauses hold."""
        codes = _CODE.findall(fold(understanding.text))
        return tuple(c for c in codes if 0 < self.library.clauses_with(c) <= FEW_CLAUSES)

    def _heads(self, key: ClauseKey, words: Collection[str]) -> bool:
        title = fold(self.library.clause(key).title or "")
        return any(word in title for word in words)

    def _shared_weight(self, asked: str, own: str) -> float:
        """The heaviest run of characters that question and clause share, by its pairs' idf."""
        heaviest = 0.0
        for start in range(len(asked) - 3):
            end = start + 4
            if asked[start:end] not in own:
                continue
            while end < len(asked) and asked[start : end + 1] in own:
                end += 1
            run = asked[start:end]
            heaviest = max(heaviest, sum(map(self.library.idf, bigrams(run))))
        return heaviest


def _is_scant(evidence: Sequence[Evidence], turn: Turn, understanding: Understanding) -> bool:
    """Whether bare keywords (技术入股递延纳税) share little with anything, in words or in meaning."""
    bare = not understanding.kinds - {Asked.SUPPORT, Asked.CONDITIONS}
    if (
        not bare
        or turn.history
        or understanding.years
        or len(understanding.text) > KEYWORDS
        or _SENTENCE.search(understanding.text)
    ):
        return False
    leading = evidence[:LEADING]
    return (
        max((e.cover for e in leading), default=0.0) < SCANT_COVER
        and max((e.dense for e in leading), default=0.0) < SCANT_DENSE
    )


def relevance(
    evidence: Sequence[Evidence],
    known: float,
    named: bool,
    addressed: bool = False,
    strange_term: bool = False,
) -> float:
    """How sure we are that the best clauses are about the question, 0–1.

    A logistic curve over the best cosine, the best coverage, the share of the question's own words
    that the corpus knows at all, and whether a clause holds a term of the question word for word
    (docs/adr/0002-evidence-and-refusal.md). addressed: whether the question names a document that
    is held, asks where something is written or wants it confirmed; who does so has likely read it
    there. strange_term:
    whether it has a term of policy that no document writes (残保金).
    """
    leading = evidence[:LEADING]
    if not leading:
        return 0.0
    dense = max(e.dense for e in leading)
    cover = max(e.cover for e in leading)
    said = 0.9 * cover + 3.2 * known + 2 * named + ADDRESSED * addressed - STRANGE * strange_term
    return 1 / (1 + math.exp(-(140 * dense + said - 126.5)))
