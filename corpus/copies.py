"""Sentences in which a copy of a document differs from it in a figure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from corpus.models import Corpus, ParsedDocument

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
_ALIKE = 0.85
_SHORTEST = 10


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence of a document and what its copy says instead."""

    document_id: str
    start: int
    end: int
    copy_id: str
    copy_quote: str


def find_conflicts(corpus: Corpus) -> tuple[Conflict, ...]:
    """Every sentence whose nearly identical twin in a copy has other figures."""
    found: list[Conflict] = []
    for copy in corpus.documents:
        relation = copy.document.relation
        if relation is None or relation.kind not in ("copy_of", "part_copy_of"):
            continue
        original = corpus.by_id.get(relation.document_id)
        if original is not None:
            found.extend(_between(original, copy))
    return tuple(found)


def _between(original: ParsedDocument, copy: ParsedDocument) -> list[Conflict]:
    sentences = [(m.start(), m.end(), _pairs(m[0])) for m in _SENTENCE.finditer(original.text)]
    holding: dict[str, list[int]] = defaultdict(list)
    for number, (_, _, pairs) in enumerate(sentences):
        for pair in pairs:
            holding[pair].append(number)
    found = []
    for match in _SENTENCE.finditer(copy.text):
        pairs = _pairs(match[0])
        if len(pairs) < _SHORTEST:
            continue
        shared = Counter(number for pair in pairs for number in holding.get(pair, ()))
        if not shared:
            continue
        number, count = shared.most_common(1)[0]
        start, end, own = sentences[number]
        if count / max(len(pairs), len(own)) < _ALIKE:
            continue
        if _FIGURE.findall(original.text[start:end]) != _FIGURE.findall(match[0]):
            found.append(
                Conflict(original.document.id, start, end, copy.document.id, match[0].strip())
            )
    return found


def _pairs(sentence: str) -> frozenset[str]:
    """Character pairs without figures, so that a changed figure does not hide the likeness."""
    text = _FIGURE.sub("#", "".join(sentence.split()))
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
