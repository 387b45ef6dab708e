"""The answer to a figure question: the fact that is asked for, or that there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.compose.counted import Counted, asked_to_count, counts
from assistant.compose.figures import FIGURE_KINDS, LEAST, SURE, FoundFigure, find_figures_asked
from assistant.compose.figures_told import figure_statement
from assistant.compose.ledger_figures import FROM_NOW, figure_years, planned_years
from assistant.compose.stated import ABSOLUTE, states
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import Library
from assistant.models import Statement, Turn
from assistant.steps.weigh import CITY_WORDS, PROVINCE_WORDS
from assistant.understanding.concepts import content_runs
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.kinds import Asked, ask_spans
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in

_COUNTED = FIGURE_KINDS - {Asked.DATE}
LOOKED_AT = 12
LEADING = 3
ALIKE = 0.2
MOST = 6
SAME_OBJECT = 0.6
SAME_MATTER = 0.8
NEARLY = 0.3
SPOKEN = 0.1
"""What a figure of the clause spoken of gains, where that clause is found first again."""
OWN_WORDS = 0.35
"""What a figure gains by what a follow-up says that the figure told before does not have."""
KEYWORDS = 14
"""Up to this many characters without any question word are keywords (技术合同交易额)."""
_AGAINST = re.compile(r"(?:比|较|[跟与和](?=[^，。,?？]{2,8}相?比))[^，。,?？]{2,10}")
_NUMBERED_NAME = re.compile(r"no[.．]\d", re.IGNORECASE)
_QUESTION = re.compile(r"什么|怎么|怎样|如何|为何|哪|谁")


@dataclass(frozen=True)
class FigureAnswers:
    """Finds the figure that is asked for and writes what leads the answer."""

    library: Library

    def find(
        self, turn: Turn, understanding: Understanding, wanted: Sequence[Asked]
    ) -> FoundFigure | None:
        """The fact that is the asked figure, if one surely is."""
        dated = Asked.DATE in wanted
        if ABSOLUTE.intersection(wanted) or (
            dated and not _COUNTED.intersection(understanding.kinds)
        ):
            return None
        if not (FIGURE_KINDS.intersection(wanted) or _implied(understanding)):
            return None
        found = find_figures_asked(turn.evidence[:LOOKED_AT], understanding, self.library)
        found = _of_the_spoken(found, turn)
        if understanding.asserted and not FIGURE_KINDS.intersection(wanted):
            found = _like_the_asserted(found, understanding)
        if dated:  # 多少家、到哪年: the deadline may stand in another sentence
            found = [f for f in found if f.figure.kind == "target" and f.figure.deadline]
            wanted = [kind for kind in wanted if kind is not Asked.DATE]
        found = [f for f in found if self._leads_its_clause(f, wanted)]
        counted = (
            asked_to_count(turn.asked, self.library, turn.question)
            if Asked.COUNT in wanted
            else None
        )
        if counted:
            found = [f for f in found if self._counts(f, counted)]
        found = self._of_quoted(found, turn.evidence[:LOOKED_AT], understanding)
        leading = [e.key for e in turn.evidence[:LEADING]]
        if not found or found[0].score < (LEAST if found[0].evidence.key in leading else SURE):
            return None
        several = [k for k in (Asked.AMOUNT, Asked.RATE, Asked.COUNT) if k in wanted]
        if len(several) > 1 and not self._states(found[0], several):
            return None  # one fact answers one half only: the sentences are asked instead
        return found[0]

    def _counts(self, figure: FoundFigure, counted: Counted) -> bool:
        """Whether a count is one of what is asked; no other figure is."""
        key = figure.evidence.key
        text = self.library.text(key[0], *self._told_in(figure))
        return counts(text, self.library.clause(key).title or "", counted, self.library)

    def _of_quoted(
        self,
        found: list[FoundFigure],
        evidence: Sequence[Evidence],
        understanding: Understanding,
    ) -> list[FoundFigure]:
        """The figures of clauses that hold the terms in quotation marks, where any clause does."""
        terms = [fold(term) for term in understanding.quoted]
        holding = {
            e.key for e in evidence if all(term in self.library.haystack(e.key) for term in terms)
        }
        return [f for f in found if f.evidence.key in holding] if holding else found

    def _sentence(self, figure: FoundFigure) -> ScoredSentence | None:
        start, end = figure.figure.start, figure.figure.end
        sentences = figure.evidence.sentences
        return next((s for s in sentences if s.start <= start and end <= s.end), None)

    def _states(self, figure: FoundFigure, kinds: Sequence[Asked]) -> bool:
        sentence = self._sentence(figure)
        if sentence is None:
            return False
        text = self.library.text(figure.figure.document_id, sentence.start, sentence.end)
        return all(states(kind, text, self.library, figure.evidence.key) for kind in kinds)

    def _leads_its_clause(self, figure: FoundFigure, wanted: Sequence[Asked]) -> bool:
        """Whether no other sentence of the clause is much more about the question and states it."""
        sentence = self._sentence(figure)
        kinds = [k for k in wanted if k in FIGURE_KINDS]
        if sentence is None or not kinds:
            return True
        key = figure.evidence.key
        best = max(
            (
                s.cover
                for s in figure.evidence.sentences
                if all(
                    states(k, self.library.text(key[0], s.start, s.end), self.library, key)
                    for k in kinds
                )
            ),
            default=0.0,
        )
        return sentence.cover >= SAME_OBJECT * best

    def is_of_another_year(self, figure: FoundFigure, understanding: Understanding) -> bool:
        """Whether a year is asked that the figure is not for and its clause never names."""
        # 比十三五要翻多少: that is what it is held against.
        against = years_in(" ".join(_AGAINST.findall(understanding.text)))
        years = set(understanding.years).difference(against)
        if not years or figure.figure.kind == "measure":
            return False
        told = self.library.text(figure.figure.document_id, *self._told_in(figure))
        stated = figure_years(figure.figure, self.library) or self._from_now(
            figure.figure.document_id, told
        )
        own = self.library.own(figure.evidence.key)
        if not stated:
            # What has been reached by no said time is no goal of a year.
            reached = understanding.tense == "target" and figure.figure.kind == "progress"
            unnamed = not any(year in own for year in understanding.years)
            after = unnamed and self._is_after(figure, understanding)
            return (
                (reached and unnamed) or after or self.is_later_than(figure.evidence, understanding)
            )
        if stated.intersection(understanding.years):
            return False
        # A deadline is the figure's own; a year read elsewhere may be of something else.
        held = told if figure.figure.deadline else own
        return not any(year in held for year in understanding.years)

    def is_asserted(self, figure: FoundFigure, understanding: Understanding) -> bool:
        """Whether a figure is the very one that the asker wants confirmed."""
        said = {(f.kind, f.value) for f in understanding.figures if f.kind is not FigureKind.DATE}
        told = {(f.kind, f.value) for f in find_figures(figure.figure.quote)}
        return understanding.asserted and bool(said & told)

    def _from_now(self, document_id: str, text: str) -> frozenset[str]:
        """The years that 明年 and 去年 in a text are, in the year its document speaks in."""
        now = self.library.spoken_in(document_id)
        away = (years for word, years in FROM_NOW.items() if word in text)
        return frozenset(str(now + years) for years in away) if now else frozenset()

    def _told_in(self, figure: FoundFigure) -> tuple[int, int]:
        sentence = self._sentence(figure)
        return (
            (sentence.start, sentence.end) if sentence else (figure.figure.start, figure.figure.end)
        )

    def _is_after(self, figure: FoundFigure, understanding: Understanding) -> bool:
        """Whether every year asked about comes after the one that the document speaks of most."""
        spoken_of = self.library.chief_year(figure.evidence.key[0])
        return spoken_of is not None and all(year > spoken_of for year in understanding.years)

    def is_later_than(self, evidence: Evidence, understanding: Understanding) -> bool:
        """Whether a year is asked that the clause's document never names."""
        named = self.library.years(evidence.key[0])
        named |= self._from_now(evidence.key[0], self.library.own(evidence.key))
        named |= planned_years(evidence.key, self.library)
        years = understanding.years
        return bool(years and named) and not named.intersection(years)

    def side_by_side(
        self, turn: Turn, figure: FoundFigure, understanding: Understanding
    ) -> list[Statement]:
        """One indicator in several documents or years, where the question names none of them.

        They are different figures, not contradictions: each is shown as what it is.
        """
        placed = understanding.years or understanding.regions or understanding.documents
        if placed or understanding.follow_up or understanding.asserted:
            return []
        if PROVINCE_WORDS.search(understanding.text) or CITY_WORDS.search(understanding.text):
            return []
        alike: dict[tuple[str, str], FoundFigure] = {}
        for found in find_figures_asked(turn.evidence[:20], understanding, self.library):
            same = fold(found.figure.indicator) == fold(figure.figure.indicator)
            relation = self.library.document(found.figure.document_id).relation
            # 上市后备库里的高新技术企业 are others than those of a plan.
            as_much = found.evidence.cover >= SAME_MATTER * figure.evidence.cover
            if same and relation is None and as_much and found.score >= figure.score - ALIKE:
                alike.setdefault((found.figure.document_id, found.figure.deadline), found)
        if len({document for document, _ in alike}) < 2:
            return []
        shown = sorted(alike.values(), key=lambda f: (f.figure.document_id, f.figure.start))
        return [figure_statement(f, self.library) for f in shown[:MOST]]

    def led_by(
        self, figure: FoundFigure, statements: list[Statement], *, whole: bool = False
    ) -> list[Statement]:
        """The figure first, then the rest of its clause without saying the figure again.

        whole: its sentence is given uncut, since more than one figure is asked for.
        """
        lead = figure_statement(figure, self.library, whole=whole)
        span = lead.supports[0]
        rest = []
        for statement in statements:
            support = statement.supports[0]
            inside = support.start <= span.start and span.end <= support.end
            if inside and (figure.score >= SURE or span == support):
                continue
            if statement.text.startswith("根据"):
                # Its own address has been said with the figure.
                text = self.library.text(support.document_id, support.start, support.end).strip()
                statement = replace(statement, text=text)
            rest.append(statement)
        return [lead, *rest]


def _of_the_spoken(found: list[FoundFigure], turn: Turn) -> list[FoundFigure]:
    """The figures, best first: of the clause spoken of one with the words of the follow-up leads.

    「选派了多少特派员？」 「组了几个团？」: what was told before is not what is asked now. Only where
    the clause is found first again, so that who turns to another matter is followed.
    """
    if not turn.evidence or turn.evidence[0].key not in turn.prior:
        return found
    spoken = turn.evidence[0].key
    told = _told_before(found, turn)
    own = {c for run in content_runs(turn.own, ask_spans(turn.own)) for c in run}

    def gain(figure: FoundFigure) -> float:
        if figure.evidence.key != spoken or figure is told:
            return 0.0
        fresh = own.difference(told.figure.quote) if told else set()
        return SPOKEN + OWN_WORDS * len(fresh.intersection(figure.figure.quote)) / len(own or "1")

    return sorted(found, key=lambda f: -(f.score + gain(f)))


def _told_before(found: list[FoundFigure], turn: Turn) -> FoundFigure | None:
    """The one figure that led the answer before; None where its quote states more than one."""
    lead = next(iter(turn.history[-1].answer.citations), None) if turn.history else None
    told = [
        f
        for f in found
        if lead
        and f.figure.document_id == lead.document_id
        and lead.start <= f.figure.start
        and f.figure.end <= lead.end
    ]
    return told[0] if len(told) == 1 else None


def _like_the_asserted(found: list[FoundFigure], understanding: Understanding) -> list[FoundFigure]:
    """Figures in the unit of the asserted one first, where they fit about as well."""
    units = {f.unit for f in understanding.figures if f.kind is not FigureKind.DATE}
    alike = [f for f in found if _unit(f) in units]
    return alike if alike and alike[0].score >= found[0].score - NEARLY else found


def _unit(figure: FoundFigure) -> str:
    unit = figure.figure.unit
    return "元" if unit.endswith("元") and unit != "美元" else unit


def _implied(understanding: Understanding) -> bool:
    """Whether a figure is meant though none is asked for: a premise, or bare keywords."""
    if understanding.asserted:
        return any(f.kind is not FigureKind.DATE for f in understanding.figures)
    asks = understanding.kinds or _QUESTION.search(understanding.text)
    # 智创城NO.10 is a name, not keywords for a figure.
    named = _NUMBERED_NAME.search(understanding.text)
    return not (asks or named) and len(understanding.text) <= KEYWORDS
