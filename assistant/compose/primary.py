"""Which of the clauses found answers: the best one that states most of what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.compose.counted import Counted, asked_to_count, counts
from assistant.compose.ledger_figures import planned_years
from assistant.compose.listing import leads_in
from assistant.compose.stated import (
    ABSOLUTE,
    gives_alike,
    named_bodies,
    of_that_whole,
    states,
    tells_when_done,
)
from assistant.compose.writing import Writer
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import Library
from assistant.models import Turn
from assistant.understanding.definitions import defines
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold, without_glosses
from assistant.understanding.question import Understanding
from corpus.numerals import parse_number

STATED_WITHIN = 0.80
NAMED_WITHIN = 0.75
"""Names often stand in a clause below the one that is about the matter."""
SAME_OBJECT = 0.6
"""Share of what the best clause says of the question that another must say to be about it too."""
# Cosine of the embedded encoder at which two texts say the same in other words (ADR 2).
SURELY_NEAR = 0.9
ALIKE = 0.93
SAME_LIST = 0.85
DUTY_OF = 0.7
"""Share of the question that a clause with a duty must say, where another says all of it."""
WHOLE = 0.99
_ITEM = re.compile(r"[、；]")
TELLING = 0.2
ASSIGNS = 0.1
"""What a clause gains that says in brackets who is responsible for it."""
FIGURES_OF_A_YEAR = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY})
_GENERAL = re.compile(r"基本原则|指导思想|总体要求")
_HOW = re.compile(r"怎么|怎样|如何|咋|措施|举措|办法|做法")
_GOALS = re.compile(r"(?:战略|发展|主要|总体|奋斗|工作)目标")
_OF_ITEMS = re.compile(
    r"(?<!第)([一二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})(?:个|大|项|家|种|类|所|条|块|方面)"
)


@dataclass(frozen=True)
class PrimaryChoice:
    """Chooses the clause that an answer is written from."""

    library: Library
    writer: Writer

    def choose(
        self, turn: Turn, wanted: Sequence[Asked], understanding: Understanding
    ) -> Evidence | None:
        """The best clause that states most of what is asked; None where none states any."""
        within = NAMED_WITHIN if Asked.NAMES in wanted else STATED_WITHIN
        close = [e for e in turn.evidence if e.score >= within * turn.evidence[0].score][:6]
        # What a clause only leads in (按以下标准奖补：) its items say.
        leading_in = {e.key for e in close if leads_in(*e.key, self.library)}
        items = [
            e for e in turn.evidence if (e.key[0], self.library.clause(e.key).parent) in leading_in
        ]
        close += [e for e in items if e not in close]
        if not wanted:
            return self._telling(close, understanding)
        # A figure answers only where the sentence is about what was asked: one that covers much
        # less of the question than the best sentence found speaks of something else.
        least = (
            SAME_OBJECT
            / max(1, len(wanted))
            * max(
                (
                    s.cover
                    for e in close
                    for s in e.sentences
                    # What speaks of no such whole (占全国的多少) is not what was asked at all.
                    if Asked.RATE not in wanted
                    or of_that_whole(understanding.text, self.writer.sentence_text(e, s))
                ),
                default=0.0,
            )
        )
        counted = (
            asked_to_count(turn.asked, self.library, turn.question)
            if Asked.COUNT in wanted
            else None
        )
        stated = [
            {
                kind
                for kind in wanted
                if self._states(e, kind, 0.0 if e in items else least, understanding, counted)
            }
            for e in close
        ]
        if Asked.BODY in wanted:
            # Where a clause is about all of it, who is responsible for a part of it is another.
            whole = max(e.cover for e in close) >= WHOLE
            for evidence, kinds in zip(close, stated, strict=True):
                if whole and evidence.cover < DUTY_OF:
                    kinds.discard(Asked.BODY)
        most = max(len(kinds) for kinds in stated)
        best = [i for i, kinds in enumerate(stated) if len(kinds) == most]
        if FIGURES_OF_A_YEAR.intersection(wanted):
            best = [i for i in best if self.tells_year(close[i], understanding)] or best
        chosen = max(
            best,
            key=lambda i: (
                close[i].score
                + TELLING * best_sentence(close[i], "cover")
                + 2 * TELLING * (Asked.NAMES in wanted and self._names_bodies(close[i]))
                + ASSIGNS
                * (Asked.BODY in wanted and bool(self.library.responsibilities(close[i].key)))
            ),
        )
        if not most or not ABSOLUTE.intersection(wanted) <= stated[chosen]:
            return None
        return close[chosen]

    def _is_of_year(self, evidence: Evidence, understanding: Understanding) -> bool:
        """Whether a clause is what is planned for the year that a plan is asked of, or says it."""
        if not understanding.years or understanding.tense != "target":
            return False
        planned = planned_years(evidence.key, self.library)
        return bool(planned.intersection(understanding.years)) or self.tells_year(
            evidence, understanding
        )

    def tells_year(self, evidence: Evidence, understanding: Understanding) -> bool:
        """Whether a clause has a year that is asked about."""
        return any(year in self.library.own(evidence.key) for year in understanding.years)

    def _names_bodies(self, evidence: Evidence) -> bool:
        """Whether a sentence names several schools, hospitals or firms (是哪几所)."""
        return any(
            named_bodies(self.writer.sentence_text(evidence, s)) > 1
            for s in evidence.sentences
            if s.cover > 0
        )

    def _telling(self, close: Sequence[Evidence], understanding: Understanding) -> Evidence:
        """Of the clauses that score nearly alike, the one with the sentence that says most of it.

        Principles and guiding thoughts name every topic and answer nothing.
        """
        asks_how = bool(_HOW.search(understanding.text)) and "目标" not in understanding.text

        def is_general(evidence: Evidence) -> bool:
            clause = self.library.clause(evidence.key)
            headings = (*clause.path, clause.title or "")
            if evidence.key[1] == 0 or any(map(_GENERAL.search, headings)):
                return True
            # How something is done is told by tasks, not by goals.
            return asks_how and any(map(_GOALS.search, headings))

        def rank(evidence: Evidence) -> float:
            best = max((s.cover for s in evidence.sentences), default=0.0)
            fits = self._fits(evidence, understanding)
            fits += self._is_of_year(evidence, understanding)
            return evidence.score + TELLING * (best - is_general(evidence) + fits)

        named = items_asked(understanding) or (asks_how and is_general(close[0]))
        least = SAME_LIST if named else ALIKE
        alike = [e for e in close if e.score >= least * close[0].score]
        return max(alike, key=rank)

    def _fits(self, evidence: Evidence, understanding: Understanding) -> int:
        """1 where a sentence gives the meaning, or as many items, as is asked for; 2 where several
        sentences give a meaning each."""
        texts = [self.writer.sentence_text(evidence, s) for s in evidence.sentences if s.cover > 0]
        if any(defines(fold(text), understanding) for text in texts):
            return 1
        held = self.library.own(evidence.key)
        told = any(fold(term) in without_glosses(held) for term in understanding.quoted)
        if understanding.asks(Asked.DEFINITION) and (told or evidence.cover >= WHOLE):
            # 打造“合汽生材”地标: “合”就是…, “汽”就是…: a word is explained by its parts.
            if len(self.writer.meanings(evidence)) > 1:
                return 2
            if told:
                return 0
        named = items_asked(understanding)
        return int(named > 0 and any(len(_ITEM.findall(text)) >= named - 1 for text in texts))

    def _states(
        self,
        evidence: Evidence,
        asked: Asked,
        least_cover: float,
        understanding: Understanding,
        counted: Counted | None = None,
    ) -> bool:
        """counted: what is asked to be counted, if it has a name."""
        title = self.library.clause(evidence.key).title or ""
        best = evidence.sentences[0].score if evidence.sentences else 0.0
        named = [int(f.value) for f in understanding.figures if f.value and f.value < 50]
        return any(
            s.score >= 0.5 * best
            and (s.cover >= least_cover or asked is Asked.RANK)
            # A sentence that names nothing of the question answers it only if it means the same,
            # or if its clause was asked for by number.
            and (
                s.cover > 0
                or s.dense >= SURELY_NEAR
                # Few clauses rank anything: the one that is about the question ranks what is asked.
                or asked is Asked.RANK
                or understanding.addresses.clauses
                or (asked is Asked.BODY and self._names_place(evidence, s, understanding))
            )
            and (
                asked is not Asked.RATE
                or of_that_whole(understanding.text, self.writer.sentence_text(evidence, s))
            )
            and (
                asked not in (Asked.AMOUNT, Asked.RATE)
                or gives_alike(understanding.text, self.writer.sentence_text(evidence, s))
            )
            and (
                asked is not Asked.COUNT
                or counted is None
                or counts(self.writer.sentence_text(evidence, s), title, counted, self.library)
            )
            and (
                asked is not Asked.DATE
                or tells_when_done(understanding.text, self.writer.sentence_text(evidence, s))
            )
            and states(
                asked,
                self.writer.sentence_text(evidence, s),
                self.library,
                evidence.key,
                max((*named, items_asked(understanding))),
                understanding.units,
            )
            for s in evidence.sentences
        )

    def _names_place(
        self, evidence: Evidence, sentence: ScoredSentence, understanding: Understanding
    ) -> bool:
        """Whether a sentence names a place of the question that is not its document's own."""
        home = self.library.document(evidence.key[0]).region
        text = self.writer.sentence_text(evidence, sentence)
        return any(m.region.name != home and m.region.short in text for m in understanding.regions)


def items_asked(understanding: Understanding) -> int:
    """How many items the question says its list has (那14个集群都有哪些); 0 where it does not."""
    if not understanding.asks(Asked.LIST, Asked.NAMES):
        return 0
    said = (parse_number(match[1]) for match in _OF_ITEMS.finditer(understanding.text))
    return max((number for number in said if number and 2 < number < 50), default=0)


def best_sentence(evidence: Evidence, what: Literal["cover", "score"]) -> float:
    """The highest value among the sentences of a clause."""
    return max((getattr(s, what) for s in evidence.sentences), default=0.0)
