"""What is asked, about what, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from assistant import messages
from assistant.library import Library
from assistant.models import Turn
from assistant.understanding.claims import ROLE, is_plain_claim, places_claimed
from assistant.understanding.concepts import Concept, bigrams, build_concepts, content_runs
from assistant.understanding.figures import Figure, find_figures, writings
from assistant.understanding.kinds import (
    Asked,
    ask_spans,
    asked_kinds,
    asked_units,
    asserts_something,
    tense_of,
)
from assistant.understanding.lexicon import Expansion, Lexicon
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding, quoted_terms
from assistant.understanding.times import (
    dated_event,
    time_spans,
    told_years,
    with_its_year,
    years_in,
)
from assistant.understanding.typos import ordinary_words
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

_PLACE_WORD = re.compile(r"全[省市县国]|省里|市里|县里|[我本]省|[我本]市")
_SO_MANY = re.compile(
    r"(?<![第几“\"零一二三四五六七八九十])[两三四五六七八九十][种类项条](?![“\"])"
)
_NOT_THERE = re.compile(r"(?:不是|并非|不含|不算|不要|除了?|别说)$")
_OFFICE = re.compile(r"[一-鿿]{2}[厅局委办]$")
_GIVEN_TO = re.compile(r"(?:让|由|归|叫)[^，,。?？]{2,12}?(?:牵头|负责|主管|挑头)的?[，,]")
AS_WORDED = 0.3
"""How much a word counts as known that the corpus has in its official wording only."""


@dataclass(frozen=True)
class Understand:
    """Reads kinds, concepts, places, documents, clauses and figures off the question."""

    library: Library
    lexicon: Lexicon

    def __call__(self, turn: Turn) -> Turn:
        if turn.wordings:
            # A term of one wording is matched by its parts, like any word of a Chinese question.
            known = {term: (others, "english.tsv") for term, others in turn.wordings if others}
            return replace(self, lexicon=self.lexicon.knowing(known))._read(turn)
        return self._read(turn)

    def _read(self, turn: Turn) -> Turn:
        text = turn.standalone
        current = turn.asked
        # The list of terms makes no typos.
        text, corrections = (text, ()) if turn.gloss else self._corrected(text)
        for written, meant in corrections:
            current = current.replace(written, meant)
        expansions = self._expanded(text)
        taken = self._taken(text)
        addresses = self.library.addresses.resolve(text)
        # Places named in English or pinyin are read from what the lexicon makes of them.
        regions = tuple(
            r for r in find_regions(text) if not _NOT_THERE.search(text[: r.start])
        ) or tuple(
            replace(mention, start=e.start, end=e.end)
            for e in expansions
            if e.said.isascii()
            for mention in find_regions(e.official[0])
        )
        sums = self._sums(text)
        taken += [(f.start, f.end) for f, _ in sums]
        concepts = (
            *build_concepts(text, expansions, taken, self.library.idf, self.library.words.is_word),
            *(concept for _, concept in sums),
        )
        focus = concepts
        if turn.prior or current != text:
            own = self._expanded(current)
            focus = (
                build_concepts(
                    current,
                    own,
                    self._taken(current),
                    self.library.idf,
                    self.library.words.is_word,
                )
                or concepts
            )
        runs = content_runs(text, taken, self.library.words.is_word)
        understanding = Understanding(
            text=text,
            # 「那晋城呢？」 asks what the question before asked.
            kinds=_kinds(current, text),
            concepts=concepts,
            known=self._known(runs),
            focus=focus,
            follow_up=turn.follows,
            expansions=expansions,
            corrections=corrections,
            regions=regions,
            bodies=find_bodies(text),
            addresses=addresses,
            documents=addresses.documents,
            # A follow-up that names a time of its own (那到2025年呢？) leaves the old one behind.
            years=self._years(current if current != text and time_spans(current) else text),
            figures=find_figures(current),
            units=asked_units(current),
            quoted=quoted_terms(text),
            taken=tuple(taken),
            tense=tense_of(current),
            asserted=asserts_something(current)
            or is_plain_claim(current)
            or bool(places_claimed(current))
            or _is_given_to(current)
            or dated_event(current) is not None,
        )
        read = tuple(messages.understood_as(*correction) for correction in corrections)
        turn = replace(turn, understanding=understanding, notices=(*turn.notices, *read))
        return turn.noting("understand", **_trace(understanding))

    def _expanded(self, text: str) -> tuple[Expansion, ...]:
        """What the lexicon knows of a text, and institutions by their short names."""
        known = self.lexicon.expand(text)
        said = {k.said for k in known}
        short = [s for s in self.library.institutions.expand(text) if s.said not in said]
        # A short name is more than the words of the lexicon in it (水利 in 水利职院).
        kept = [k for k in known if all(k.end <= s.start or s.end <= k.start for s in short)]
        return tuple(sorted((*kept, *short), key=lambda e: e.start))

    def _sums(self, text: str) -> list[tuple[Figure, Concept]]:
        """Sums and rates that are said and that a clause prints, in whatever writing."""
        found = []
        for figure in find_figures(text):
            held = [w for w in writings(figure) if self.library.clauses_with(w)]
            if held:
                rarest = max(self.library.rarity(w) for w in held)
                found.append((figure, Concept(figure.text, tuple(held), rarest)))
        return found

    def _taken(self, text: str) -> list[tuple[int, int]]:
        """Spans that say which document, where or when: they are matched by other means."""
        return [
            *self.library.addresses.resolve(text).spans,
            *((region.start, region.end) for region in find_regions(text)),
            *time_spans(text),
            *ask_spans(text),
            *(match.span() for match in _PLACE_WORD.finditer(text)),
            # 三种联动模式: how many there are is counted, not looked for, unless it is so written.
            *(
                match.span()
                for match in _SO_MANY.finditer(text)
                if not self.library.knows(fold(match[0]))
            ),
        ]

    def _years(self, text: str) -> tuple[str, ...]:
        """The years asked about; those of documents' names are none (2017年那份双创文件)."""
        spans = self.library.addresses.resolve(text).spans
        taken = [(with_its_year(start, text), end) for start, end in spans]
        told = dated_event(text)
        taken += told_years(text)
        return years_in(text, [*taken, told.span("date")] if told else taken)

    def _known(self, runs: tuple[str, ...]) -> float:
        """Share of the question's words that the corpus knows, as said or as officially worded."""
        weights = {p: self.library.idf(p) for run in runs for p in bigrams(run)}
        total = sum(weights.values())
        if not total:
            return 0.0
        known = {p for p in weights if self.library.knows(p)}
        for run in runs:
            for expansion in self.lexicon.expand(run):
                if any(all(map(self.library.knows, bigrams(w))) for w in expansion.official):
                    known.update(bigrams(expansion.said))
        literal = {p for p in weights if self.library.knows(p)}
        return (
            sum(w * (1.0 if p in literal else AS_WORDED) for p, w in weights.items() if p in known)
            / total
        )

    def _corrected(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text as it was likely meant: slips of the fingers first, they show in longer words."""
        # A place or a document is never "corrected" into another one.
        runs = content_runs(text, self._taken(text), self.library.words.is_word)
        made: list[tuple[str, str]] = []
        for index in (self.library.slips, self.library.typos):
            for written, meant in index.corrections(runs):
                known = self.lexicon.expand(text)
                at = text.find(written)
                # 省住建厅: 省住 is cut out of the office's name.
                said = any(
                    written in e.said
                    or (_OFFICE.search(e.said) and e.start < at + len(written) and at < e.end)
                    for e in known
                )
                if written in text and not said and _stands_apart(written, text):
                    text = text.replace(written, meant)
                    runs = tuple(run.replace(written, meant) for run in runs)
                    made.append((written, meant))
        return text, tuple(made)


def _stands_apart(written: str, text: str) -> bool:
    """Whether a string's ends make no everyday words with what stands beside it (地方先试)."""
    if len(written) > 2:
        return True  # a longer string was found as a whole
    at = text.index(written)
    before, after = text[max(0, at - 1) : at + 1], text[at + len(written) - 1 :][:2]
    return not {before, after} & ordinary_words()


def _kinds(current: str, text: str) -> frozenset[Asked]:
    kinds = asked_kinds(current) or (asked_kinds(text) if current != text else frozenset())
    claims = asserts_something(current) or is_plain_claim(current)
    if claims and ROLE.search(current) and find_bodies(current):
        return kinds | {Asked.BODY}  # 「是省科技厅牵头完善…吧？」 wants the body confirmed
    return kinds | {Asked.BODY} if _is_given_to(current) else kinds


def _is_given_to(text: str) -> bool:
    """Whether a body is taken for responsible in passing (…是让省住建厅牵头的，具体怎么规定？)."""
    return bool(_GIVEN_TO.search(text) and find_bodies(text))


def _trace(understanding: Understanding) -> dict[str, Any]:
    """What was understood, and where equivalent wordings come from."""
    return {
        "text": understanding.text,
        "kinds": sorted(k.value for k in understanding.kinds),
        "concepts": [c.said for c in understanding.concepts],
        "expansions": {
            e.said: {"official": list(e.official), "sources": list(e.sources)}
            for e in understanding.expansions
        },
        "corrections": dict(understanding.corrections),
        "regions": [m.region.name for m in understanding.regions],
        "bodies": [b.canonical for b in understanding.bodies],
        "documents": sorted(understanding.documents),
        "years": list(understanding.years),
        "figures": [
            {
                "text": f.text,
                "kind": f.kind.value,
                "value": None if f.value is None else str(f.value),
            }
            for f in understanding.figures
        ],
        "tense": understanding.tense,
        "asserted": understanding.asserted,
        "follow_up": understanding.follow_up,
    }
