"""The corpus as the answering side needs it: clauses by span, facts by clause, word statistics."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assistant.remembering import remembered
from assistant.understanding.institutions import Institutions
from assistant.understanding.learned import learn
from assistant.understanding.normalise import fold, without_glosses
from assistant.understanding.slips import SlipIndex
from assistant.understanding.times import years_in
from assistant.understanding.typos import TypoIndex
from assistant.understanding.words import CorpusWords
from corpus.copies import find_conflicts
from corpus.models import Clause, Corpus, Document, Measure, ParsedDocument, Responsibility, Target
from corpus.naming.address import AddressBook
from corpus.validity.held import Held
from corpus.validity.standing import standing
from corpus.validity.terms import find_terms, latest
from index.search import Index
from index.units import sentence_spans

PASSAGE_LIMIT = 800
_INSIDE = re.compile(r"(?<=[㐀-鿿])\(([㐀-鿿]{1,4})\)(?=[㐀-鿿])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_PUN = re.compile(r"[㐀-鿿]\(([㐀-鿿])\)")
_INNER = r"\1"
_BRACKET_ONLY = re.compile(r"^[（(][^（）()]*(?:负责|牵头|配合)[^（）()]*[）)][。]?$")

ClauseKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a clause. Offsets: clean text of the document."""

    start: int
    end: int
    folded: str
    years: frozenset[str]
    """Those that it names, five-year plans by their last."""


class Library:
    """Read-only views of an index's corpus, computed once when it is loaded."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.corpus: Corpus = index.corpus
        self.addresses = AddressBook(self.corpus)
        self._haystacks: dict[ClauseKey, str] = {}
        self._own: dict[ClauseKey, str] = {}
        for parsed in self.corpus.documents:
            title = fold(parsed.document.title)
            for clause in parsed.clauses:
                key = (parsed.document.id, clause.ordinal)
                own = fold(parsed.text[clause.start : clause.own_end])
                path = fold(" ".join(clause.path))
                self._own[key] = own
                # 合(和)汽(气)生材(财) is asked for as 合汽生材, 工程(技术)研究中心 also in full.
                plain = without_glosses(own)
                # and 和气生财, which its glosses spell.
                spelt = _PUN.sub(_INNER, own)
                more = f" {plain} {_INSIDE.sub(_INNER, own)} {spelt}" if plain != own else ""
                self._haystacks[key] = f"{title} {path} {own}{more}"
        self.words = CorpusWords(self._own.values())
        self.typos = TypoIndex(self.words)
        self.slips = SlipIndex(self.words)
        self.institutions = Institutions(self._own.values())
        self.learned = learn(self.corpus)
        self.conflicts = find_conflicts(self.corpus)
        self.held = Held.of(self.corpus.documents)
        self._responsibilities = _by_clause(
            f for p in self.corpus.documents for f in p.facts.responsibilities
        )
        self._targets = _by_clause(f for p in self.corpus.documents for f in p.facts.targets)
        self._measures = _by_clause(f for p in self.corpus.documents for f in p.facts.measures)

    def idf(self, token: str) -> float:
        """Inverse document frequency of a character pair or ASCII word over clauses."""
        ratio = (self.words.clauses + 1) / (self.words.frequencies.get(token, 0) + 0.5)
        return max(0.05, math.log(ratio))

    def rarity(self, folded: str) -> float:
        """Inverse document frequency of folded words as a whole, on the scale of `idf`."""
        ratio = (self.words.clauses + 1) / (self.clauses_with(folded) + 0.5)
        return max(0.05, math.log(ratio))

    def knows(self, token: str) -> bool:
        """Whether any clause holds the character pair or ASCII word."""
        return self.words.knows(token)

    @remembered(4096)
    def clauses_with(self, folded: str) -> int:
        """How many clauses' own texts hold some folded words."""
        return sum(folded in own for own in self._own.values())

    def parsed(self, document_id: str) -> ParsedDocument:
        """The parsed document of an id that the corpus holds."""
        return self.corpus.by_id[document_id]

    def document(self, document_id: str) -> Document:
        """The manifest entry of an id that the corpus holds."""
        return self.corpus.by_id[document_id].document

    def haystack(self, key: ClauseKey) -> str:
        """Folded document title, heading path and own text of a clause."""
        return self._haystacks[key]

    def own(self, key: ClauseKey) -> str:
        """Folded own text of a clause, marker and title included, children left out."""
        return self._own[key]

    def clause(self, key: ClauseKey) -> Clause:
        """A clause by document id and ordinal."""
        return self.parsed(key[0]).clauses[key[1]]

    def text(self, document_id: str, start: int, end: int) -> str:
        """Verbatim clean text."""
        return self.parsed(document_id).text[start:end]

    def smallest_clause(self, document_id: str, start: int, end: int) -> Clause:
        """The deepest clause that holds the whole span."""
        return self.parsed(document_id).smallest_clause(start, end)

    def passage_around(self, document_id: str, clause: Clause, start: int, end: int) -> str:
        """The clause's text, cut to PASSAGE_LIMIT characters around the span."""
        text = self.parsed(document_id).text
        if clause.end - clause.start <= PASSAGE_LIMIT:
            return text[clause.start : clause.end].strip()
        spare = max(0, PASSAGE_LIMIT - (end - start))
        low = max(clause.start, min(start - spare // 2, clause.end - PASSAGE_LIMIT))
        return text[low : min(clause.end, low + PASSAGE_LIMIT)].strip()

    @remembered(4096)
    def sentences(self, key: ClauseKey) -> tuple[tuple[int, int], ...]:
        """Spans of the sentences of a clause's own text, the heading line left out."""
        clause = self.clause(key)
        start = clause.body if clause.body < clause.own_end else clause.start
        return sentence_spans(self.parsed(key[0]).text, start, clause.own_end)

    @remembered(4096)
    def lines(self, key: ClauseKey) -> tuple[Line, ...]:
        """The sentences of a clause as they are matched, without those that only name bodies."""
        parsed = self.parsed(key[0])
        lines = []
        for start, end in self.sentences(key):
            text = parsed.text[start:end]
            if not _BRACKET_ONLY.match(text.strip()):
                lines.append(Line(start, end, fold(text), frozenset(years_in(text))))
        return tuple(lines)

    @remembered(512)
    def years(self, document_id: str) -> frozenset[str]:
        """Years that a document names, five-year plans by their last year."""
        parsed = self.parsed(document_id)
        return frozenset(years_in(f"{parsed.text} {parsed.document.date or ''}"))

    @remembered(512)
    def chief_year(self, document_id: str) -> str | None:
        """The year that a document writes most often, four digits; None where it writes none."""
        years = Counter(_YEAR.findall(self.parsed(document_id).text))
        return max(years, key=lambda year: (years[year], year), default=None)

    def spoken_in(self, document_id: str) -> int | None:
        """The year that 今年 means in a document: of its date, else the one it writes most often."""
        year = (self.document(document_id).date or "")[:4] or self.chief_year(document_id)
        return int(year) if year else None

    @remembered(512)
    def past_target_year(self, document_id: str, as_of: date) -> int | None:
        """The last year a document sets targets for, where on that day this alone is its standing."""
        parsed = self.parsed(document_id)
        if standing(parsed, as_of, self.held).state != "目标期已过":
            return None
        planned = latest(find_terms(parsed), "planned_until")
        return planned.date.year if planned and planned.date else None

    def responsibilities(self, key: ClauseKey) -> tuple[Responsibility, ...]:
        """Responsibilities stated in a clause itself."""
        return self._responsibilities.get(key, ())

    def targets(self, key: ClauseKey) -> tuple[Target, ...]:
        """Targets and progress figures stated in a clause itself."""
        return self._targets.get(key, ())

    def measures(self, key: ClauseKey) -> tuple[Measure, ...]:
        """Measures stated in a clause itself."""
        return self._measures.get(key, ())


_F = TypeVar("_F", Responsibility, Target, Measure)


def _by_clause(
    facts: Iterable[_F],
) -> dict[ClauseKey, tuple[_F, ...]]:
    found: dict[ClauseKey, list[_F]] = defaultdict(list)
    for fact in facts:
        found[(fact.document_id, fact.clause)].append(fact)
    return {key: tuple(value) for key, value in found.items()}
