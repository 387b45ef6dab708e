"""An English question is put into the Chinese terms that all later steps read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.english.gloss import Glosser
from assistant.english.terms import TermList
from assistant.library import Library
from assistant.models import Turn
from assistant.understanding.kinds import asked_kinds
from assistant.understanding.normalise import fold, is_english, normalise_question

_LEAST_WORDS = 2
_PHRASE = re.compile(r"[A-Za-z]{2,}[ -]+[A-Za-z]{2,}")
_CHINESE = re.compile(r"[㐀-鿿]+")


@dataclass(frozen=True)
class ReadEnglish:
    """Sets `gloss` and `wordings` where the question is in English."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        text = normalise_question(turn.question)
        english = is_english(text) and len(text.split()) >= _LEAST_WORDS
        # 「the 14 pillar clusters 都包括哪些」 asks in Chinese.
        asks_in_chinese = bool(asked_kinds("，".join(_CHINESE.findall(text))))
        if asks_in_chinese and _PHRASE.search(text):
            read = self._glosser().gloss_within(text)
        elif english and not asks_in_chinese:
            read = self._glosser().gloss(text)
        else:
            return turn
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
