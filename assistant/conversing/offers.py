"""Questions that facts answer, put so that they are found again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.library import ClauseKey, Library
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.normalise import fold
from corpus.models import Target
from corpus.naming.document_names import is_copy

_NUMBER = re.compile(r"\d")
_PLAIN = re.compile(r"[㐀-鿿A-Za-z0-9&（）()]{3,20}")


@dataclass(frozen=True, slots=True)
class Offer:
    """A question and the clause that answers it."""

    question: str
    key: ClauseKey


def figure_question(target: Target, library: Library) -> str:
    """《运城规划》“十四五”末新型研发机构是多少？"""
    name = short_name(target.document_id, library)
    return f"{name}{target.deadline or ''}{target.indicator}是多少？"


def can_be_asked(target: Target) -> bool:
    """Whether a fact has a figure, and an indicator that names what is counted."""
    return bool(_NUMBER.search(target.value) and _PLAIN.fullmatch(target.indicator))


def indicator_of(target: Target) -> str:
    """What is counted, whether or not it is said to be counted by the year."""
    return fold(target.indicator).removeprefix("年")


def figures_by_indicator(library: Library) -> Mapping[str, Sequence[Target]]:
    """What can be asked of all documents but copies; in time that grows with the corpus."""
    found: dict[str, list[Target]] = defaultdict(list)
    for parsed in library.corpus.documents:
        for target in parsed.facts.targets if not is_copy(parsed) else ():
            if can_be_asked(target):
                found[indicator_of(target)].append(target)
    return dict(found)


def short_name(document_id: str, library: Library) -> str:
    """The shortest name that readers use for a document, in 《》."""
    document = library.document(document_id)
    return f"《{min((document.title, *document.short_titles), key=len)}》"


def said_by(question: str) -> str:
    """A question with the official wordings of its words, for finding indicators in."""
    words = (w for e in Lexicon.load().expand(question) for w in e.official)
    return " ".join((question, *words))
