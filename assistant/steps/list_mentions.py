"""Complete lists of the clauses that write a term (哪些条款提到创新券), never from top-k."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.compose.writing import Writer
from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.models import Draft, Status, Turn
from assistant.steps.planted import may_be_said
from assistant.steps.scope import documents_in_scope
from assistant.steps.suspects import asked_words
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding

_UNIT = r"(?:个|些|几)?(?:条款|条文|条目|章节|段落|地方|部分|条|款|处)"
_MENTION = r"(?:提到|提及|提起|提过|提了|涉及|说到|说起|讲到|写到|写有|写了|谈到|论及|出现|包含|含有)(?:到|过|了)?"
_ASIDE = r"(?:都|曾|有|里面?|中|具体|明确|分别|直接|专门)*"
_TERM = r"(?P<term>[^，,。?？；;、]{2,24}?)"
_ASKED = (
    re.compile(
        rf"哪{_UNIT}{_ASIDE}{_MENTION}{_TERM}(?:的(?:内容|事情?|话)|方面|这个词|一词|字样)?(?:[，,。?？；;]|$)"
    ),
    re.compile(
        rf"{_MENTION}{_TERM}的{_UNIT}(?:都|全部|一共)?(?:有|是|列|找|给|汇总|[，,。?？]|$)[^，,。?？]*(?:哪|几|多少|列|全|出来|$)"
    ),
    re.compile(
        rf"(?:^|[，,。?？里中])(?!哪){_TERM}(?:这个词|一词|这几个字)?(?:都|分别)?(?:出现|写|提)?在(?:了)?哪{_UNIT}(?:里面?|中)?(?:{_MENTION}|[，,。?？]|$)"
    ),
)
_AROUND = re.compile(r"^(?:关于|有关|对|与)|(?:有关|相关)$")
_QUOTES = "“”\"'《》"
_EQUIVALENT = "abbreviations.tsv"


@dataclass(frozen=True)
class ListMentions:
    """Drafts every clause whose own text writes the asked term; leaves the turn where none does."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        term = mentioned(understanding.text) if not turn.draft else None
        if term is None or understanding.bodies or understanding.addresses.clauses:
            return turn
        words = [fold(term), *self._equivalents(term, understanding)]
        asked = asked_words(understanding)
        found = [
            (key, span)
            for parsed in documents_in_scope(turn, self.library)
            for key in ((parsed.document.id, c.ordinal) for c in parsed.clauses)
            if (span := self._span(key, words, asked))
        ]
        if not found:
            return turn
        writer = Writer(self.library)
        statements = [writer.framed(Evidence(key, 0.0, 0.0, 0.0, ()), *span) for key, span in found]
        count = f"{messages.list_count(len(statements))}：\n"
        statements[0] = replace(statements[0], text=count + statements[0].text)
        draft = Draft(Status.ANSWERED, tuple(statements), composer="list_mentions")
        return replace(turn, draft=draft).noting("list_mentions", term=term, count=len(found))

    def _equivalents(self, term: str, understanding: Understanding) -> list[str]:
        """What a short name stands for (高企): it is the same term."""
        return [
            fold(word)
            for e in understanding.expansions
            if e.said == term and _EQUIVALENT in e.sources
            for word in e.official
        ]

    def _span(self, key: ClauseKey, words: list[str], asked: str) -> tuple[int, int] | None:
        """The first sentence that writes a word; the first at all where the heading writes it."""
        clause = self.library.clause(key)
        headed = any(word in fold(clause.title or "") for word in words)
        sentences = [
            span
            for span in self.library.sentences(key)
            if may_be_said(self.library.text(key[0], *span), asked)
        ]
        for start, end in sentences:
            text = fold(self.library.text(key[0], start, end))
            if any(word in text for word in words):
                return start, end
        if not headed:
            return None
        return sentences[0] if sentences else (clause.start, clause.own_end)


def mentioned(question: str) -> str | None:
    """The term whose clauses a normalised question asks for (哪些条款提到创新券)."""
    for pattern in _ASKED:
        match = pattern.search(question)
        if match:
            term = _AROUND.sub("", match["term"].strip(_QUOTES + " ")).strip(_QUOTES + " ")
            return term if len(term) > 1 else None
    return None
