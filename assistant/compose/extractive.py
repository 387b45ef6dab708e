"""The composer that needs no model: the asked thing first, then its conditions and context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant import messages
from assistant.compose.caveats import undefined_term, unmentioned
from assistant.compose.comparison import Comparer
from assistant.compose.figure_answer import FigureAnswers
from assistant.compose.figures import FIGURE_KINDS
from assistant.compose.lacking import is_elsewhere, lacks_attribute
from assistant.compose.listing import asks_for_names, asks_in_full, leads_in, sibling_list
from assistant.compose.premise import contradicted
from assistant.compose.stated import ABSOLUTE, gives_alike, states, strict_kinds
from assistant.compose.support import is_open, support_statements
from assistant.compose.writing import Writer
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Draft, Statement, Status, Turn
from assistant.understanding.definitions import defines
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from corpus.numerals import parse_number

# A further clause is worth showing when it comes this close to the best one.
RELATED = 0.86
STATED_WITHIN = 0.80
SAME_OBJECT = 0.6
# Cosine of the embedded encoder at which two texts say the same in other words (ADR 2).
SURELY_NEAR = 0.9
ALIKE = 0.93
SAME_LIST = 0.85
_PART_MEANS = re.compile(r"^[“\"‘'].{1,4}[”\"’'](?:就是|是指|指的?是|即|代表)")
WHOLE = 0.99
_ITEM = re.compile(r"[、；]")
_OF_ITEMS = re.compile(
    r"(?<!第)([一二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})(?:个|大|项|家|种|类|所|条|块|方面)"
)
TELLING = 0.2
_GENERAL = re.compile(r"基本原则|指导思想|总体要求")
UNSURE = 0.3
"""Share of the question's words below which a clause is not surely the one asked for."""
NEAR = 0.92
MANY, FEW = 3, 2
"""Clauses shown for an open question (support, lists) and for a narrow one."""


@dataclass(frozen=True)
class Composed:
    """A draft, or the strict kinds that no close clause states."""

    draft: Draft | None
    missing: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class ExtractiveComposer:
    """Writes an answer out of the clauses' own sentences."""

    library: Library
    writer: Writer
    comparer: Comparer
    figures: FigureAnswers

    @classmethod
    def over(cls, library: Library) -> ExtractiveComposer:
        """The composer with its parts."""
        writer = Writer(library)
        return cls(library, writer, Comparer(library, writer), FigureAnswers(library))

    def compose(self, turn: Turn) -> Composed:
        """The draft for a turn whose evidence has been judged relevant and is not empty."""
        understanding = turn.understanding
        assert understanding is not None
        wanted = strict_kinds(understanding.kinds)
        statements = self.comparer.compare(turn, wanted)
        if (
            not statements
            and understanding.asks(Asked.LIST)
            and not asks_for_names(understanding.text)
            and not _names_another_number(turn, self.library)
        ):
            statements = sibling_list(
                turn.evidence,
                understanding.focus,
                self.library,
                _items_asked(understanding),
                in_full=asks_in_full(understanding.text),
            )
        if not statements and is_open(understanding):
            statements = support_statements(turn.evidence, understanding, self.library)
        if statements:
            return Composed(Draft(Status.ANSWERED, tuple(statements)))
        figure = self.figures.find(turn, understanding, wanted)
        if figure and self.figures.is_of_another_year(figure, understanding):
            return Composed(None, (Asked.DATE_FIGURE,))
        together = self.figures.side_by_side(turn, figure, understanding) if figure else []
        if together:
            return Composed(Draft(Status.ANSWERED, tuple(together)))
        primary = figure.evidence if figure else self._primary(turn, wanted, understanding)
        if primary is None or lacks_attribute(primary, understanding, self.library):
            return Composed(None, wanted or (Asked.PERSON,))
        sought = FIGURE_KINDS.intersection(wanted) or understanding.tense == "target"
        if sought and self.figures.is_later_than(primary, understanding):
            return Composed(None, wanted or (Asked.DATE_FIGURE,))
        statements = self.writer.answer_from(primary, understanding, wanted)
        if figure:
            statements = self.figures.led_by(figure, statements)
        else:
            shown = {(s.document_id, s.clause) for st in statements for s in st.supports}
            if len(shown) == 1:  # a list has been given whole: nothing more belongs to it
                statements += self._further(turn, primary, understanding, wanted)
        placed = FIGURE_KINDS.intersection(wanted)
        if placed and is_elsewhere(statements[0], understanding, self.library):
            return Composed(None, wanted)
        asserted = contradicted(statements[0], understanding, self.library)
        if asserted is None:
            notices = undefined_term(statements, understanding, self.library)
            if not wanted:
                notices += unmentioned(primary, understanding, self.library)
            return Composed(Draft(Status.ANSWERED, tuple(statements), notices=notices))
        lead = replace(statements[0], text=messages.corrected(asserted) + statements[0].text)
        return Composed(Draft(Status.ANSWERED_CORRECTED, (lead, *statements[1:])))

    def _further(
        self,
        turn: Turn,
        primary: Evidence,
        understanding: Understanding,
        wanted: Sequence[Asked],
    ) -> list[Statement]:
        """What other close clauses of the same place add."""
        limit = MANY if understanding.asks(Asked.SUPPORT, Asked.LIST, Asked.COMPARISON) else FEW
        placed = bool(understanding.regions or understanding.documents)
        said = _best(primary, "cover")
        further: list[Evidence] = []
        for evidence in turn.evidence[:8]:
            if (
                evidence.key != primary.key
                and evidence.score >= RELATED * primary.score
                and evidence.cover >= SAME_OBJECT * primary.cover
                # Where the first clause says what is asked, only one that says it as well is beside it.
                and _best(evidence, "score")
                >= _best(primary, "score") * (NEAR if said < UNSURE else 1)
                and not any(self._repeats(evidence, shown) for shown in (primary, *further))
                and (not placed or self._same_place(evidence, primary))
            ):
                further.append(evidence)
        return [
            statement
            for evidence in further[: limit - 1]
            for statement in self.writer.context_from(evidence, wanted)
        ]

    def _primary(
        self, turn: Turn, wanted: Sequence[Asked], understanding: Understanding
    ) -> Evidence | None:
        """The best clause that states most of what is asked; None where none states any."""
        close = [e for e in turn.evidence if e.score >= STATED_WITHIN * turn.evidence[0].score][:6]
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
            * max((s.cover for e in close for s in e.sentences), default=0.0)
        )
        stated = [
            {
                kind
                for kind in wanted
                if self._states(e, kind, 0.0 if e in items else least, understanding)
            }
            for e in close
        ]
        most = max(len(kinds) for kinds in stated)
        chosen = max(
            (i for i, kinds in enumerate(stated) if len(kinds) == most),
            key=lambda i: close[i].score + TELLING * _best(close[i], "cover"),
        )
        if not most or not ABSOLUTE.intersection(wanted) <= stated[chosen]:
            return None
        return close[chosen]

    def _telling(self, close: Sequence[Evidence], understanding: Understanding) -> Evidence:
        """Of the clauses that score nearly alike, the one with the sentence that says most of it.

        Principles and guiding thoughts name every topic and answer nothing.
        """

        def rank(evidence: Evidence) -> float:
            best = max((s.cover for s in evidence.sentences), default=0.0)
            clause = self.library.clause(evidence.key)
            general = evidence.key[1] == 0 or any(
                _GENERAL.search(name) for name in (*clause.path, clause.title or "")
            )
            return evidence.score + TELLING * (best - general + self._fits(evidence, understanding))

        named = _items_asked(understanding)
        least = SAME_LIST if named else ALIKE
        alike = [e for e in close if e.score >= least * close[0].score]
        return max(alike, key=rank)

    def _fits(self, evidence: Evidence, understanding: Understanding) -> int:
        """1 where a sentence gives the meaning, or as many items, as is asked for."""
        texts = [self.writer.sentence_text(evidence, s) for s in evidence.sentences if s.cover > 0]
        if any(defines(fold(text), understanding) for text in texts):
            return 1
        if understanding.asks(Asked.DEFINITION) and evidence.cover >= WHOLE:
            # 打造“合汽生材”地标: “合”就是…, “汽”就是…: a word is explained by its parts.
            return int(sum(_PART_MEANS.search(text) is not None for text in texts) > 1)
        named = _items_asked(understanding)
        return int(named > 0 and any(len(_ITEM.findall(text)) >= named - 1 for text in texts))

    def _states(
        self, evidence: Evidence, asked: Asked, least_cover: float, understanding: Understanding
    ) -> bool:
        best = evidence.sentences[0].score if evidence.sentences else 0.0
        named = [int(f.value) for f in understanding.figures if f.value and f.value < 50]
        return any(
            s.score >= 0.5 * best
            and s.cover >= least_cover
            # A sentence that names nothing of the question answers it only if it means the same,
            # or if its clause was asked for by number.
            and (
                s.cover > 0
                or s.dense >= SURELY_NEAR
                or understanding.addresses.clauses
                or (asked is Asked.BODY and self._names_place(evidence, s, understanding))
            )
            and (
                asked is not Asked.AMOUNT
                or gives_alike(understanding.text, self.writer.sentence_text(evidence, s))
            )
            and states(
                asked,
                self.writer.sentence_text(evidence, s),
                self.library,
                evidence.key,
                max(named, default=0),
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
        return any(
            m.region.name != home and m.region.short in text for m in understanding.regions
        )

    def _same_place(self, evidence: Evidence, primary: Evidence) -> bool:
        """A city's clause is no context for the province's, nor the other way round."""
        first = self.library.document(evidence.key[0])
        second = self.library.document(primary.key[0])
        return (first.level, first.region) == (second.level, second.region)

    def _repeats(self, evidence: Evidence, primary: Evidence) -> bool:
        """A copy's clause says the same again."""
        relation = self.library.document(evidence.key[0]).relation
        if relation and relation.document_id == primary.key[0]:
            return True
        return self.library.own(evidence.key)[:80] == self.library.own(primary.key)[:80]


def _items_asked(understanding: Understanding) -> int:
    """How many items the question says its list has (那14个集群都有哪些); 0 where it does not."""
    if not understanding.asks(Asked.LIST, Asked.NAMES):
        return 0
    said = (parse_number(match[1]) for match in _OF_ITEMS.finditer(understanding.text))
    return max((number for number in said if number and 2 < number < 50), default=0)


def _best(evidence: Evidence, what: Literal["cover", "score"]) -> float:
    """The highest value among the sentences of a clause."""
    return max((getattr(s, what) for s in evidence.sentences), default=0.0)


def _names_another_number(turn: Turn, library: Library) -> bool:
    """Whether the question says how many items it wants and the clauses below are not as many."""
    understanding = turn.understanding
    assert understanding is not None
    asked = [int(f.value) for f in understanding.figures if f.value and 1 < f.value < 50]
    if not asked or not turn.evidence:
        return False
    key = turn.evidence[0].key
    clause = library.clause(key)
    parent = clause.parent
    counts = {len(clause.children)}
    if parent is not None:
        counts.add(len(library.clause((key[0], parent)).children))
    return not counts.intersection(asked)
