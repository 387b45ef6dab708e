"""An English question is put into the Chinese terms that all later steps read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.english.gloss import Glosser
from assistant.english.terms import TermList
from assistant.library import Library
from assistant.models import Turn
from assistant.understanding.normalise import fold, is_english, normalise_question

_LEAST_WORDS = 2


@dataclass(frozen=True)
class ReadEnglish:
    """Sets `gloss` and `wordings` where the question is in English."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        text = normalise_question(turn.question)
        if not is_english(text) or len(text.split()) < _LEAST_WORDS:
            return turn
        read = self._glosser().gloss(text)
        if not read.text:
            return turn
        return replace(turn, gloss=read.text, wordings=read.wordings).noting(
            "english", gloss=read.text
        )

    def _glosser(self) -> Glosser:
        return Glosser(
            TermList.load(),
            lambda term: self.library.words.writes(fold(term)),
            lambda phrase: any(
                m.end - m.start == len(phrase)
                for m in self.library.addresses.resolve(phrase).document_mentions
            ),
            self._of_year,
        )

    def _of_year(self, time: str) -> str:
        year = time.removesuffix("年")
        dated = [
            p.document
            for p in self.library.corpus.documents
            if year.isdigit() and f"〔{year}〕" in (p.document.number or "")
        ]
        return f"《{dated[0].title}》" if len(dated) == 1 else ""
