"""The composer that needs no model: the asked thing first, then its conditions and context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.compose.caveats import leaves_undecided, undefined_term, unmentioned
from assistant.compose.comparison import Comparer
from assistant.compose.figure_answer import FigureAnswers
from assistant.compose.figures import FIGURE_KINDS
from assistant.compose.headed import heading_asked
from assistant.compose.lacking import is_elsewhere, lacks_attribute, lacks_name
from assistant.compose.left_open import leaves_open
from assistant.compose.listing import (
    asks_for_itself,
    asks_for_names,
    asks_in_full,
    sibling_list,
)
from assistant.compose.lumped import asks_for_several
from assistant.compose.premise import contradicted
from assistant.compose.primary import SAME_OBJECT, PrimaryChoice, best_sentence, items_asked
from assistant.compose.so_many import naming_clause
from assistant.compose.stated import strict_kinds
from assistant.compose.support import is_open, support_statements
from assistant.compose.unlisted import lacks_items
from assistant.compose.writing import Writer
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Draft, Statement, Status, Support, Turn
from assistant.understanding.concepts import bigrams
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import as_written, fold, names
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in

# A further clause is worth showing when it comes this close to the best one.
RELATED = 0.86
COPIED = 0.9
"""Share of a clause's character pairs that stand in another which says the same."""
BESIDE = 8
"""Clauses beside the first that may be the ones which count what is to be named."""
NEAR, ABOUT_AS_GOOD = 4, 0.8
"""Clauses, and the least share of the best score, among which the one that names a place leads."""
UNSURE = 0.3
"""Share of the question's words below which a clause is not surely the one asked for."""
_WHICH_PLACES = re.compile(r"哪(?:些|几个?)(?:城市|地方|省市|市县|地区|市|县)")
_WHO = re.compile(r"谁|何人|什么人|哪[一两]?位")
_TAXED = re.compile(r"税|扣除|多扣|抵扣|加计|收益|净收入|收入|利润|转让费")
RELATED_TO_UNSURE = 0.8
"""What comes as close to a clause that is not surely the one may be the one: it is shown too."""
_SORTS = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT})
"""Sorts of figures that one sentence may state beside each other (派了多少人花了多少钱)."""
_GENERATIONS, _NEAR = 3, 2
"""A clause and the heading above it may be the list asked for; the one above that where it is named."""
MANY, FEW = 3, 2
"""Clauses shown for an open question (support, lists) and for a narrow one."""


@dataclass(frozen=True)
class Composed:
    """A draft, or the strict kinds that no close clause states."""

    draft: Draft | None
    missing: tuple[Asked, ...] = ()
    sides: int = 0
    """How many sides of a comparison stand side by side; 0 where nothing is compared."""


@dataclass(frozen=True)
class ExtractiveComposer:
    """Writes an answer out of the clauses' own sentences."""

    library: Library
    writer: Writer
    comparer: Comparer
    figures: FigureAnswers
    primary: PrimaryChoice

    @classmethod
    def over(cls, library: Library) -> ExtractiveComposer:
        """The composer with its parts."""
        writer = Writer(library)
        primary = PrimaryChoice(library, writer)
        return cls(library, writer, Comparer(library, writer), FigureAnswers(library), primary)

    def compose(self, turn: Turn) -> Composed:
        """The draft for a turn whose evidence has been judged relevant and is not empty."""
        understanding = turn.understanding
        assert understanding is not None
        wanted = strict_kinds(understanding.kinds)
        compared = self.comparer.compare(turn, wanted)
        if compared:
            return Composed(Draft(Status.ANSWERED, tuple(compared)), sides=len(compared))
        statements: list[Statement] = []
        listed = understanding.asks(Asked.LIST)
        headed = heading_asked(turn.evidence, understanding, self.library)
        if headed or (
            (listed or asks_for_itself(understanding.text))
            and not asks_for_names(understanding.text)
            and not _names_another_number(turn, self.library)
        ):
            statements = sibling_list(
                turn.evidence,
                understanding.focus,
                self.library,
                items_asked(understanding),
                in_full=asks_in_full(understanding.text),
                by_name=not listed,
                asked=fold(understanding.text),
                headed=headed,
            )
        if not statements and is_open(understanding):
            statements = support_statements(turn.evidence, understanding, self.library)
        if statements:
            return Composed(Draft(Status.ANSWERED, tuple(statements)))
        figure = self.figures.find(turn, understanding, wanted)
        if (
            figure
            and self.figures.is_of_another_year(figure, understanding)
            # 「2020年达到10万人对吗」: the figure of 2018 puts the year right.
            and not self.figures.is_asserted(figure, understanding)
        ):
            # What one clause tells of another year, a clause beside it may tell of the asked one.
            dated = self.primary.choose(turn, wanted, understanding) if wanted else None
            if (
                dated is None
                or dated.key == figure.evidence.key
                or not self.primary.tells_year(dated, understanding)
            ):
                return Composed(None, (Asked.DATE_FIGURE,))
            figure = None
        together = self.figures.side_by_side(turn, figure, understanding) if figure else []
        if together:
            return Composed(Draft(Status.ANSWERED, tuple(together)))
        primary = figure.evidence if figure else self.primary.choose(turn, wanted, understanding)
        if primary is None and Asked.AMOUNT in wanted and _TAXED.search(understanding.text):
            wanted = (Asked.RATE,)  # how much is left untaxed is told as a share
            primary = self.primary.choose(turn, wanted, understanding)
        beside = turn.evidence[:BESIDE]
        if primary is not None and figure is None and _WHICH_PLACES.search(understanding.text):
            primary = self._naming_places(primary, beside, understanding)
        if primary is not None and figure is None:
            primary = naming_clause(primary, beside, understanding, self.library)
        if primary is not None and lacks_items(
            primary,
            items_asked(understanding),
            understanding,
            self.library,
            beside,
        ):
            return Composed(None, (Asked.NAMES,))
        if (
            primary is None
            or lacks_attribute(primary, understanding, self.library)
            or lacks_name(primary, turn.asked, understanding, self.library)
        ):
            who = Asked.OFFICE if _WHO.search(turn.asked) else Asked.YES_NO
            return Composed(
                None, wanted or (Asked.PLACE if understanding.asks(Asked.PLACE) else who,)
            )
        figures = FIGURE_KINDS.union({Asked.RANK})
        if Asked.RANK in wanted and _is_of_other_years(primary, understanding, self.library):
            return Composed(None, (Asked.DATE_FIGURE,))
        sought = figures.intersection(wanted) or understanding.tense == "target"
        if sought and self.figures.is_later_than(primary, understanding):
            return Composed(None, wanted or (Asked.DATE_FIGURE,))
        if not wanted and leaves_undecided(primary, understanding, self.library):
            return Composed(None, (Asked.YES_NO,))
        statements = self.writer.answer_from(primary, understanding, wanted)
        if figure is None and not turn.follows and FIGURE_KINDS.intersection(wanted):
            told = statements[0].supports[0]
            if _is_dated_otherwise(told, primary, understanding, self.library):
                return Composed(None, (Asked.DATE_FIGURE,))
        if figure:
            several = len(_SORTS.intersection(wanted)) > 1 or asks_for_several(turn.asked)
            statements = self.figures.led_by(figure, statements, whole=several)
        else:
            shown = {(s.document_id, s.clause) for st in statements for s in st.supports}
            if len(shown) == 1:  # a list has been given whole: nothing more belongs to it
                statements += self._further(turn, primary, understanding, wanted)
        placed = FIGURE_KINDS.union({Asked.OFFICE}).intersection(wanted)
        keyed = figure and not understanding.asserted
        if (placed or keyed) and is_elsewhere(statements[0], understanding, self.library):
            return Composed(None, wanted or (Asked.QUANTITY,))
        if leaves_open(statements, understanding, self.library):
            return Composed(None, wanted or (Asked.YES_NO,))
        asserted = contradicted(statements[0], understanding, self.library)
        if asserted is None:
            notices = undefined_term(statements, understanding, self.library)
            if not wanted:
                notices += unmentioned(primary, understanding, self.library)
            return Composed(Draft(Status.ANSWERED, tuple(statements), notices=notices))
        corrected = messages.corrected(as_written(asserted, turn.question))
        lead = replace(statements[0], text=corrected + statements[0].text)
        return Composed(Draft(Status.ANSWERED_CORRECTED, (lead, *statements[1:])))

    def _naming_places(
        self, primary: Evidence, others: Sequence[Evidence], understanding: Understanding
    ) -> Evidence:
        """The clause about as good as the primary that names places, where this one names none."""
        least = ABOUT_AS_GOOD * primary.score
        near = (primary, *(e for e in others[:NEAR] if e.score >= least))
        told = (e for e in near if not lacks_attribute(e, understanding, self.library))
        return next(told, primary)

    def _further(
        self,
        turn: Turn,
        primary: Evidence,
        understanding: Understanding,
        wanted: Sequence[Asked],
    ) -> list[Statement]:
        """What other close clauses of the same place add."""
        unsure = best_sentence(primary, "cover") < UNSURE
        many = understanding.asks(Asked.SUPPORT, Asked.LIST, Asked.COMPARISON)
        limit = MANY if many or (unsure and not wanted) else FEW
        related = RELATED_TO_UNSURE if unsure and not wanted else RELATED
        placed = bool(understanding.regions or understanding.documents)
        further: list[Evidence] = []
        for evidence in turn.evidence[:8]:
            if (
                evidence.key != primary.key
                and evidence.key[1] != 0  # a preamble says why, not what
                and evidence.score >= related * primary.score
                and (unsure or evidence.cover >= SAME_OBJECT * primary.cover)
                # Where the first clause says what is asked, only one that says it as well is beside it.
                and best_sentence(evidence, "score")
                >= best_sentence(primary, "score") * (RELATED_TO_UNSURE if unsure else 0.9)
                and not any(self._repeats(evidence, shown) for shown in (primary, *further))
                and (not placed or self._same_place(evidence, primary))
            ):
                further.append(evidence)
        return [
            statement
            for evidence in further[: limit - 1]
            for statement in self.writer.context_from(evidence, wanted, brief=unsure)
        ]

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
        own, other = self.library.own(evidence.key), self.library.own(primary.key)
        shorter, longer = sorted((own, other), key=len)
        pairs = set(bigrams(shorter))
        return len(pairs.intersection(bigrams(longer))) >= COPIED * len(pairs)


def _is_of_other_years(primary: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether a clause speaks of years, and of none that is asked about."""
    named = set(years_in(library.own(primary.key)))
    return bool(named and understanding.years) and not named.intersection(understanding.years)


def _is_dated_otherwise(
    lead: Support, primary: Evidence, understanding: Understanding, library: Library
) -> bool:
    """Whether what leads an answer has years, and neither it nor its clause an asked one.

    A year told before it in the sentence holds: 「…2020年R&D经费投入211.1亿元；投入强度为1.2%」.
    """
    text = library.parsed(lead.document_id).text
    start = max(text.rfind(end, 0, lead.start) for end in "。\n") + 1
    told = years_in(text[start : lead.end])
    own = library.own(primary.key)
    return bool(told and understanding.years) and not any(
        year in told or year in own for year in understanding.years
    )


def _names_another_number(turn: Turn, library: Library) -> bool:
    """Whether the question says how many items it wants and the clauses below are not as many."""
    understanding = turn.understanding
    assert understanding is not None
    asked = [int(f.value) for f in understanding.figures if f.value and 1 < f.value < 50]
    if not asked or not turn.evidence:
        return False
    document_id, ordinal = turn.evidence[0].key
    counts = set()
    above: int | None = ordinal
    for generation in range(_GENERATIONS):
        if above is not None:
            clause = library.clause((document_id, above))
            if generation < _NEAR or names(fold(clause.title or ""), fold(understanding.text)):
                counts.add(len(clause.children))
            above = clause.parent
    return not counts.intersection(asked)
