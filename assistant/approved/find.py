"""Where the quote of an approved sentence stands; else what has become of it, for its editor."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from assistant.approved.entry import ApprovedSentence
from assistant.library import Library
from assistant.models import Support
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import fold
from corpus.models import Clause, ParsedDocument
from corpus.outline.labels import document_name

_ALIKE = 0.5
"""Share of a lost quote's character pairs that a sentence must hold to be offered in its place."""
_EDGES = "、.:,"


class QuoteFinder:
    """Resolves documents, clauses and quotes of one corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._flat: dict[str, tuple[str, list[int]]] = {}

    def find(self, sentence: ApprovedSentence) -> Support | str:
        """The quote as a span of the clause it stands in; or why there is none, in Chinese."""
        parsed = self._names.get(fold(sentence.document))
        if parsed is None:
            return (
                f"没有编号、标题或文号为“{sentence.document}”的文件。"
                "请改正 document；文件已移除的，请删除这个条目或改引别的文件。"
            )
        document_id, title = parsed.document.id, parsed.document.title
        spans = self._spans(parsed, sentence.quote)
        if not spans:
            return (
                f"《{title}》中已没有“{sentence.quote.strip()}”这段话。"
                f"请对照原文修改 text 与 quote，或删除这个条目。{self._alike(parsed, sentence.quote)}"
            )
        clauses = [c for c in parsed.clauses if _is_named(parsed, c, sentence.clause)]
        for clause in clauses:
            for start, end in spans:
                if clause.start <= start and end <= clause.end:
                    smallest = parsed.smallest_clause(start, end)
                    return Support(document_id, smallest.ordinal, start, end)
        now = parsed.smallest_clause(*spans[0])
        why = "不在这一条款" if clauses else "没有这一条款"
        return (
            f"“{sentence.quote.strip()}”的条款写作“{sentence.clause}”，《{title}》{why}；"
            f"引文现在{now.address}。请核对后改正 clause。"
        )

    @cached_property
    def _names(self) -> dict[str, ParsedDocument]:
        """Ids before titles before numbers; originals before what was copied from them."""
        names: dict[str, ParsedDocument] = {}
        documents = self._library.corpus.documents
        held = sorted(documents, key=lambda p: p.document.relation is not None)
        for name in ("id", "title", "number"):
            for parsed in held:
                called = getattr(parsed.document, name)
                if called:
                    names.setdefault(fold(called), parsed)
        for parsed in held:
            names.setdefault(fold(document_name(parsed.document)), parsed)
        return names

    def _spans(self, parsed: ParsedDocument, quote: str) -> list[tuple[int, int]]:
        """Every place where a document holds the quote, layout and width of characters aside."""
        if parsed.document.id not in self._flat:
            self._flat[parsed.document.id] = _flattened(parsed.text)
        flat, places = self._flat[parsed.document.id]
        wanted = fold(quote)
        spans = []
        at = flat.find(wanted)
        while at >= 0:
            spans.append((places[at], places[at + len(wanted) - 1] + 1))
            at = flat.find(wanted, at + 1)
        return spans

    def _alike(self, parsed: ParsedDocument, quote: str) -> str:
        """The sentence that shares most with a quote that is lost."""
        wanted = set(bigrams(fold(quote)))
        best, most = "", 0
        for clause in parsed.clauses:
            for start, end in self._library.sentences((parsed.document.id, clause.ordinal)):
                text = parsed.text[start:end].strip()
                shared = len(wanted & set(bigrams(fold(text))))
                if shared > most:
                    best, most = text, shared
        return f"最接近的原文：“{best}”" if most >= _ALIKE * len(wanted) else ""


def _flattened(text: str) -> tuple[str, list[int]]:
    """A text as `fold` gives it, with the place in the text of each character."""
    characters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for folded in fold(unicodedata.normalize("NFKC", char)):
            characters.append(folded)
            places.append(place)
    return "".join(characters), places


def _is_named(parsed: ParsedDocument, clause: Clause, said: str) -> bool:
    wanted = fold(said).strip(_EDGES)
    label = clause.address.removeprefix(document_name(parsed.document))
    names = (clause.address, label, clause.marker)
    return any(fold(name).strip(_EDGES) == wanted for name in names if name)
