"""From clauses to statements: the sentence that answers first, then what it needs around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.listing import asks_for_itself, asks_for_names, items_below, leads_in
from assistant.compose.stated import states
from assistant.conversing.enumerations import STAGES, enumerations
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.steps.suspects import suspicions
from assistant.understanding.concepts import bigrams, coverage
from assistant.understanding.definitions import asked_terms
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold, names
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in
from corpus.models import Responsibility
from corpus.regions import find_regions

_LABELLED = re.compile(r"[（(]?(?:责任|牵头|配合|主管|实施|参与)(?:单位|部门)")
_PART_MEANS = re.compile(r"^[“\"‘'].{1,4}[”\"’'](?:就是|是指|指的?是|即|代表)")
_STAGES = re.compile(
    r"分(?:为|成)?(?:哪)?几(?:个)?(?:步|阶段|期)|几步走|哪几(?:步|个阶段)|三步走|分步|分阶段|每一?(?:步|阶段)"
)
_AMONG = re.compile(r"在?全[国省市]|排?第[几多]少?[位名]?|排名|名次|位次")
_CJK = re.compile(r"[㐀-鿿]{2,}")
_WHY = re.compile(r"为什么|为何|凭(?:什么|啥)|理由|原因|缘故|咋回事|怎么会")
NAMED_CLAUSE = 700
"""Up to this many characters a clause asked for by its name is shown whole."""
WHOLE_CLAUSE = 320
"""Up to this many characters a clause is short enough to be shown whole."""
CONTEXT = 360
"""Characters of a longer clause that are shown around the leading sentence."""
BRIEF = 150
LED_IN = 0.2
"""Of what an item says of the question, the share that what leads in its list says as well."""
RELATED_SENTENCE = 0.6
STRICTLY_RELATED_SENTENCE = 0.75
STATES_BONUS = 0.25
ABOUT_IT = 0.5
"""Share of what the leading sentence says of the question that a further one must say too."""


@dataclass(frozen=True)
class Writer:
    """Writes statements that consist of a clause's own words under its address."""

    library: Library

    def answer_from(
        self, evidence: Evidence, understanding: Understanding, wanted: Sequence[Asked]
    ) -> list[Statement]:
        """What the clause that answers says: leading sentence, context, and who is responsible."""
        duties = self.library.responsibilities(evidence.key)
        if Asked.BODY in wanted and duties:
            return [
                *(self._duty(duty, self._address(evidence)) for duty in duties),
                *self.verbatim(evidence, self._beside(evidence, duties)[:1]),
            ]
        meanings = self.meanings(evidence) if understanding.asks(Asked.DEFINITION) else []
        whole = all(len(term) > 1 for term in asked_terms(understanding))  # not just the “生” of it
        if not wanted and whole and len(meanings) > 1:
            first, *rest = meanings
            return [self.framed(evidence, first.start, first.end), *self.verbatim(evidence, rest)]
        if not wanted and self._is_asked_whole(evidence, understanding):
            first, *rest = sorted(evidence.sentences, key=lambda s: s.start)
            return [self.framed(evidence, first.start, first.end), *self.verbatim(evidence, rest)]
        listed = understanding.asks(Asked.LIST, Asked.CONDITIONS, Asked.PROCEDURE)
        if not wanted and listed and not asks_for_names(understanding.text):
            below = self._listed(evidence, understanding)
            if below:
                return below
        statements = self._around(evidence, wanted, RELATED_SENTENCE, asked=understanding)
        if not wanted and statements[0].text.endswith(("：", ":")):
            statements[1:] = items_below(*evidence.key, self.library)
        if not wanted and _WHY.search(understanding.text):
            statements[1:1] = self._reason(evidence, statements)
        shown = [support for s in statements for support in s.supports]
        if duties and understanding.asks(Asked.SUPPORT):
            duty = duties[0]
            if not any(s.start <= duty.start and duty.end <= s.end for s in shown):
                statements.append(self._duty(duty, "责任分工"))
        return statements

    def _is_asked_whole(self, evidence: Evidence, understanding: Understanding) -> bool:
        """Whether all that a clause says is asked for: by its name (主要目标是什么), or its stages."""
        clause = self.library.clause(evidence.key)
        text = self.library.text(evidence.key[0], clause.start, clause.own_end)
        if clause.children or not evidence.sentences or len(text) > NAMED_CLAUSE:
            return False
        if _STAGES.search(understanding.text):
            return any(found.kind == STAGES for found in enumerations(text))
        title = fold(clause.title or "")
        return asks_for_itself(understanding.text) and names(title, fold(understanding.text))

    def _reason(self, evidence: Evidence, shown: Sequence[Statement]) -> list[Statement]:
        """The sentence before the one that leads, where it is not shown: why stands before what."""
        taken = [s for statement in shown for s in statement.supports]
        lead = taken[0].start
        before = [s for s in evidence.sentences if s.end <= lead]
        last = max(before, key=lambda s: s.start, default=None)
        if last is None or any(t.start <= last.start < t.end for t in taken):
            return []
        return self.verbatim(evidence, [last])

    def meanings(self, evidence: Evidence) -> list[ScoredSentence]:
        """The sentences, in the clause's order, that say what a part of a name stands for."""
        found = [
            s for s in evidence.sentences if _PART_MEANS.search(self.sentence_text(evidence, s))
        ]
        return sorted(found, key=lambda s: s.start)

    def context_from(
        self, evidence: Evidence, wanted: Sequence[Asked], *, brief: bool = False
    ) -> list[Statement]:
        """What a further clause adds; brief: where it is shown only because it may be the one."""
        context = BRIEF if brief else CONTEXT
        return self._around(evidence, wanted, STRICTLY_RELATED_SENTENCE, context)

    def framed(self, evidence: Evidence, start: int, end: int) -> Statement:
        """A span of a clause under the clause's address and title."""
        clause = self.library.clause(evidence.key)
        text = self.library.text(evidence.key[0], start, end).strip()
        title = clause.title if clause.level and clause.title else ""
        title = "" if suspicions(title) else title
        named = f"“{title}”" if title and title not in text and "“" not in title else ""
        return Statement(
            f"根据{clause.address}{named}，{text}",
            (Support(evidence.key[0], clause.ordinal, start, end),),
        )

    def verbatim(self, evidence: Evidence, sentences: Sequence[ScoredSentence]) -> list[Statement]:
        """Sentences in the clause's order; neighbours become one statement with one mark."""
        runs: list[list[int]] = []
        for sentence in sorted(sentences, key=lambda s: s.start):
            if runs and sentence.start - runs[-1][1] <= 2:
                runs[-1][1] = sentence.end
            else:
                runs.append([sentence.start, sentence.end])
        return [
            Statement(
                self.library.text(evidence.key[0], start, end).strip(),
                (Support(evidence.key[0], evidence.key[1], start, end),),
            )
            for start, end in runs
        ]

    def sentence_text(self, evidence: Evidence, sentence: ScoredSentence) -> str:
        """The words of a scored sentence."""
        return self.library.text(evidence.key[0], sentence.start, sentence.end)

    def _beside(self, evidence: Evidence, duties: Sequence[Responsibility]) -> list[ScoredSentence]:
        """The sentences of a clause that do not state its duties again."""
        return [
            s
            for s in evidence.sentences
            if not any(s.start <= d.start and d.end <= s.end for d in duties)
        ]

    def _listed(self, evidence: Evidence, understanding: Understanding) -> list[Statement]:
        """The list that the clause leads in or is an item of; empty where there is none.

        A list that is led in by nothing of the question is not the one asked for.
        """
        document_id, ordinal = evidence.key
        if not leads_in(document_id, ordinal, self.library):
            parent = self.library.clause(evidence.key).parent
            if not parent or not leads_in(document_id, parent, self.library):
                return []
            about = coverage(understanding.focus, self.library.own((document_id, parent)))
            says = max((s.cover for s in evidence.sentences), default=0.0)
            if about < LED_IN * says:
                return []
            ordinal = parent
        clause = self.library.clause((document_id, ordinal))
        lead = self.library.text(document_id, clause.start, clause.own_end).strip()
        head = Statement(
            f"{clause.address}：\n{lead}",
            (Support(document_id, ordinal, clause.start, clause.own_end),),
        )
        return [head, *items_below(document_id, ordinal, self.library)]

    def _around(
        self,
        evidence: Evidence,
        wanted: Sequence[Asked],
        related: float,
        context: int = CONTEXT,
        *,
        asked: Understanding | None = None,
    ) -> list[Statement]:
        """The leading sentence and the sentences that score at least `related` of it.

        asked: where it names several years, the sentences that speak of them belong together.
        """
        years = asked.years if asked else ()
        clause = self.library.clause(evidence.key)
        if not evidence.sentences:
            return [self.framed(evidence, clause.start, clause.own_end)]
        first = max(evidence.sentences, key=lambda s: self._lead_rank(evidence, s, wanted, asked))
        short = related == RELATED_SENTENCE and clause.own_end - clause.body <= WHOLE_CLAUSE
        rest = [
            s
            for s in evidence.sentences
            if (
                s is not first
                and (short or s.score >= related * first.score)
                # A question for one thing is answered by the sentence that states it.
                and (
                    not wanted
                    or s.cover >= ABOUT_IT * first.cover
                    or self._ranks(evidence, s, wanted)
                )
            )
            or self._of_other_year(evidence, s, first, years)
        ]
        budget = context - (first.end - first.start)
        chosen = []
        by_year = [s for s in rest if self._of_other_year(evidence, s, first, years)]
        for sentence in (*by_year, *sorted(rest, key=lambda s: -s.score)):
            if sentence not in chosen and sentence.end - sentence.start <= budget:
                chosen.append(sentence)
                budget -= sentence.end - sentence.start
        return [
            self.framed(evidence, first.start, first.end),
            *self.verbatim(evidence, chosen),
        ]

    def _of_other_year(
        self,
        evidence: Evidence,
        sentence: ScoredSentence,
        first: ScoredSentence,
        years: Sequence[str],
    ) -> bool:
        """Whether a sentence speaks of one of several years asked about, the leading one does not."""
        if sentence is first or len(years) < 2:
            return False
        named = set(years_in(self.sentence_text(evidence, sentence))).intersection(years)
        return bool(named.difference(years_in(self.sentence_text(evidence, first))))

    def _ranks(self, evidence: Evidence, sentence: ScoredSentence, wanted: Sequence[Asked]) -> bool:
        """Whether a rank is asked for and the sentence states one: a clause ranks one thing."""
        text = self.sentence_text(evidence, sentence)
        return Asked.RANK in wanted and states(Asked.RANK, text, self.library, evidence.key)

    def _lead_rank(
        self,
        evidence: Evidence,
        sentence: ScoredSentence,
        wanted: Sequence[Asked],
        asked: Understanding | None,
    ) -> float:
        """Places may be asked for (哪些市超过全省平均); ranks are told apart by their very words."""
        text = self.sentence_text(evidence, sentence)
        stated = float(sum(states(kind, text, self.library, evidence.key) for kind in wanted))
        if asked and asked.asks(Asked.PLACE):
            home = self.library.document(evidence.key[0]).region
            stated += any(m.region.name != home for m in find_regions(text))
        if asked and self._ranks(evidence, sentence, wanted):
            # 投入总量排全国第几, not 强度: among whom it is ranked tells nothing.
            words = _CJK.findall(_AMONG.sub(" ", asked.text))
            pairs = [pair for word in words for pair in bigrams(word)]
            stated += sum(pair in fold(text) for pair in pairs) / max(1, len(pairs))
        return sentence.score + STATES_BONUS * stated

    def _address(self, evidence: Evidence) -> str:
        return self.library.clause(evidence.key).address

    def _duty(self, duty: Responsibility, label: str) -> Statement:
        if _LABELLED.match(duty.quote) and label == "责任分工":
            label = ""  # the line says itself what it is: 责任单位：…
        label = f"{label}：" if label else ""
        return Statement(
            f"{label}{duty.quote.strip('（）() ')}",
            (Support(duty.document_id, duty.clause, duty.start, duty.end),),
        )
