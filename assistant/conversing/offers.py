"""Questions that facts answer, put so that they are found again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.library import ClauseKey, Library
from assistant.understanding.lexicon import Lexicon
from corpus.models import Target

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


def short_name(document_id: str, library: Library) -> str:
    """The shortest name that readers use for a document, in 《》."""
    document = library.document(document_id)
    return f"《{min((document.title, *document.short_titles), key=len)}》"


def said_by(question: str) -> str:
    """A question with the official wordings of its words, for finding indicators in."""
    words = (w for e in Lexicon.load().expand(question) for w in e.official)
    return " ".join((question, *words))
