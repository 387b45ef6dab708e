"""Which documents are copies, parts or versions of one another, by their text alone.

Two texts are compared by samples of their eight-character runs, figures and punctuation left out,
so that misprints and changed numbers hide nothing. What a manifest says is never overruled.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from corpus.models import Corpus, Document, ParsedDocument, Relation, RelationKind
from corpus.validity.held import names, titles
from corpus.validity.references import find_references

_RUN = 8
_EVERY = 4
"""One run in so many is kept: enough for texts of a page, and a fourth of the work."""
_FEWEST = 20
_COPY, _WHOLE, _VERSION = 0.8, 0.8, 0.4
_SAME = 0.95
"""So much of a text stands in the other where one of them bears no title."""
_COMMON = 20
"""A run that more documents share is a set phrase of the trade."""
_OTHER_THAN_TEXT = re.compile(r"[\W\d_]")
_DRAFTS = ("征求意见稿", "公开征求意见稿", "草案", "送审稿", "讨论稿")


def relate(corpus: Corpus) -> Corpus:
    """The corpus with a relation on every copy or version that had none."""
    relations = _found(corpus.documents)
    if not relations:
        return corpus
    return Corpus(
        tuple(
            replace(p, document=replace(p.document, relation=relations[p.document.id]))
            if p.document.id in relations
            else p
            for p in corpus.documents
        )
    )


def is_version(document: Document) -> bool:
    """Whether a document was issued for itself, as an earlier or later form of another."""
    return document.relation is not None and document.relation.kind == "version_of"


def is_compared(document: Document) -> bool:
    """Whether a document says the same as another, sentence by sentence."""
    kinds = ("copy_of", "part_copy_of", "version_of")
    return document.relation is not None and document.relation.kind in kinds


def _found(documents: Sequence[ParsedDocument]) -> dict[str, Relation]:
    samples = {p.document.id: _sample(p.text) for p in documents}
    by_id = {p.document.id: p for p in documents}
    shared = _shared(samples)
    found: dict[str, Relation] = {}
    for (one, other), count in sorted(shared.items(), key=lambda item: -item[1]):
        if min(len(samples[one]), len(samples[other])) < _FEWEST:
            continue
        pair = _ordered(by_id[one], by_id[other])
        if any(p.document.relation for p in pair):
            continue
        kind = _kind(*pair, count, samples)
        copy = pair[1].document.id
        if kind and copy not in found and pair[0].document.id not in found:
            found[copy] = Relation(kind, pair[0].document.id)
    return found


def _sample(text: str) -> frozenset[int]:
    """Hashes of the runs that are kept."""
    bare = _OTHER_THAN_TEXT.sub("", unicodedata.normalize("NFKC", text))
    hashes = (zlib.crc32(bare[i : i + _RUN].encode()) for i in range(len(bare) - _RUN + 1))
    return frozenset(number for number in hashes if number % _EVERY == 0)


def _shared(samples: dict[str, frozenset[int]]) -> dict[tuple[str, str], int]:
    """How many runs each pair shares; pairs that share none are left out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for document_id, sample in samples.items():
        for number in sample:
            holders[number].append(document_id)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for ids in holders.values():
        if 1 < len(ids) <= _COMMON:
            for pair in combinations(ids, 2):
                counts[pair] += 1
    return counts


def _kind(
    original: ParsedDocument, copy: ParsedDocument, count: int, samples: dict[str, frozenset[int]]
) -> RelationKind | None:
    of_copy = count / len(samples[copy.document.id])
    of_original = count / len(samples[original.document.id])
    most, least = max(of_copy, of_original), min(of_copy, of_original)
    if most < _VERSION or not _one_matter(original.document, copy.document, most):
        return None
    for whole, part in ((copy, original), (original, copy)):
        references = find_references(whole.text, whole.document.title)
        if any(r.kind == "forwards" and names(r, part) for r in references):
            return "forwards" if whole is copy else None
    if _issued_apart(original, copy):
        return "version_of" if least >= _VERSION else None
    if most >= _COPY and (least >= _WHOLE or of_copy >= _COPY):
        return "copy_of" if least >= _WHOLE else "part_copy_of"
    return "version_of" if least >= _VERSION else None


def _one_matter(one: Document, other: Document, most: float) -> bool:
    """Whether two texts are about one matter in one place, and not written after one pattern.

    Two cities' plans, or one city's measures for two trades, may share most of their words.
    """
    if one.region and other.region and one.region != other.region:
        return False
    untitled = any(document.title == Path(document.file).stem for document in (one, other))
    return bool(titles(one) & titles(other)) or (untitled and most >= _SAME)


def _issued_apart(one: ParsedDocument, other: ParsedDocument) -> bool:
    """Whether each was issued for itself: other numbers, other dates, or one of them a draft."""
    a, b = one.document, other.document
    if (a.status in _DRAFTS) != (b.status in _DRAFTS):
        return True
    return any(x and y and x != y for x, y in ((a.number, b.number), (a.date, b.date)))


def _ordered(one: ParsedDocument, other: ParsedDocument) -> tuple[ParsedDocument, ParsedDocument]:
    """The canonical one first: official before web, final before draft, later, fuller."""
    first, second = sorted((one, other), key=_rank, reverse=True)
    return first, second


def _rank(parsed: ParsedDocument) -> tuple[object, ...]:
    document = parsed.document
    web = any(warning.code == "web_furniture" for warning in parsed.warnings)
    return (
        document.status not in _DRAFTS,
        document.number is not None,
        not web,
        document.issuer is not None,
        document.date or "",
        len(parsed.text),
    )
