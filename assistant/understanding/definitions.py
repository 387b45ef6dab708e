"""Sentences that say what a term means."""

from __future__ import annotations

import re

from assistant.understanding.concepts import content_runs
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold, without_glosses
from assistant.understanding.question import Understanding
from corpus.numerals import parse_number

_SHORTEST = 2
_MARKED = re.compile(r"[“\"']([㐀-鿿])[”\"']")
"""A single character in quotation marks: 里面那个“生”."""
_SUMMED = re.compile(r"(?P<number>[三四五六七八九])个?(?P<what>[一-鿿]{2,4})")


def asked_terms(understanding: Understanding) -> tuple[str, ...]:
    """The terms whose meaning is asked for, folded: quoted ones, else the content words."""
    marked = tuple(fold(term) for term in _MARKED.findall(understanding.text))
    terms = understanding.quoted or content_runs(understanding.text, understanding.taken)
    return marked + tuple(fold(term) for term in terms if len(term) >= _SHORTEST)


def defines(folded: str, understanding: Understanding, heading: str = "") -> bool:
    """Whether a folded text explains a term that a definition is asked of, or is headed by it.

    Forms: 五小(小发明、…), X是指…, "X"就是…, 本办法所称X, 三方帮扶、…为主要内容的"五个三", A、B、C"三个计划".
    """
    if not understanding.asks(Asked.DEFINITION):
        return False
    for term in asked_terms(understanding):
        word = re.escape(term)
        if len(term) == 1:
            if re.search(rf'"{word}"(?:就?是|指|代表|即)', folded):
                return True
            continue
        if len(term) >= 3 and term in without_glosses(heading):
            return True
        if term in folded and re.search(
            rf'{word}"?[^,。.;]{{0,4}}(?:\(|,?(?:就是|是指|指的是|即|指|包括|包含))|所称"?{word}|'
            rf'(?:、[^、,.;]{{2,20}}){{1,}}(?:等)?(?:为主要内容的)?"{word}"',
            folded,
        ):
            return True
    return False


def spells_out(term: str, folded: str) -> bool:
    """Whether a folded text names one by one what a number sums up (三个百项: 百项…、百项…、百项…)."""
    counted = _SUMMED.fullmatch(term)
    if counted is None or term in folded:
        return False
    number = parse_number(counted["number"])
    return number is not None and folded.count(counted["what"]) >= number
