"""What the program says around a quote: addresses, deadlines, labels, counts, corrections.

A frame is made of names of the cited clauses and of words listed here; anything else around a
quote is a claim, and a frame makes none: no figure, no negation, no body of its own.
Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant import messages
from assistant.eligibility.verdict import VERDICT_NAMES
from assistant.understanding.normalise import fold
from assistant.verification.faults import ABSENT, ClaimKind, Fault, first
from assistant.verification.names import absent, in_quotation_marks
from assistant.verification.operators import operators
from assistant.verification.quantities import quantities
from assistant.verification.sources import Source

EDGES = " ,.;:()[]\"'、"
_SHORTEST = 3
"""Shorter titles would be cut out of the middle of other words."""
WORDS = tuple(
    fold(words)
    for words in (
        messages.ORIGINAL_SAYS,
        messages.COPY_SAYS,
        messages.COPY,
        "根据",
        "责任分工",
        "的发文机关是",
        "的文号是",
        "所署日期是",
        # The longest first: 不符合 ends in 符合.
        *sorted((f"{name}：" for name in VERDICT_NAMES.values()), key=len, reverse=True),
    )
)
"""What composers write themselves."""
_NUMBER_YEAR = re.compile(r"文号所署年份是(\d{4})年")
_BETWEEN = re.compile(r'从"[(]?\n[)]?、?"编到"[(]?\n[)]?、?"')
_NUMERAL = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿]+")
_PLACE = re.compile(
    r"(?P<name>《[^》]+》)(?:\([^()]*\[\d{4}\][^()]*\))?"
    r"(?P<place>(?:第?[(]?[\d一二三四五六七八九十百]+[)]?[条章节款项是、]?|——)+)"
)
_SPOKEN = re.compile(r"\w+")


def without(text: str, names: Iterable[str]) -> str:
    """The text without the names, longest first; a line break stands where one was."""
    for name in names:
        if len(name) >= _SHORTEST:
            text = text.replace(name, "\n")
    return text


def own_words(text: str, source: Source) -> tuple[str, tuple[str, ...]]:
    """What stands around the quotes, and the quotes that do not stand in the text."""
    missing = []
    for quote in sorted((q.strip(EDGES) for q in source.quotes), key=len, reverse=True):
        # The last place: an address in front may hold the quoted title as well.
        at = text.rfind(quote) if quote else -1
        if at < 0:
            missing.append(quote)
        else:
            text = f"{text[:at]}\n{text[at + len(quote) :]}"
    return text, tuple(missing)


def unframed(own: str, source: Source) -> str:
    """What of the words around a quote is no frame; empty where all is."""
    own = without(own, source.names)
    year = _NUMBER_YEAR.search(own)
    if year and f"[{year[1]}]" in source.quoted:
        own = own.replace(year[0], "\n")
    for deadline in source.deadlines:
        own = re.sub(rf"(?:^|\n)[,]?到?{re.escape(deadline)},\n", "\n", own)
    own = _BETWEEN.sub("\n", own)
    for words in WORDS:
        own = own.replace(words, "\n")
    return own if _SPOKEN.search(own) else ""


def address_fault(text: str, source: Source) -> Fault | None:
    """Another place of a cited document than the clauses that are cited."""
    rest = without(text, source.addresses)
    for match in _PLACE.finditer(rest):
        if any(match["name"] in address for address in source.addresses):
            return Fault(ClaimKind.ADDRESS, match["place"], ABSENT)
    return None


def framing_fault(rest: str, source: Source) -> Fault | None:
    """A claim among words that are no known frame: they may make none."""
    if not rest:
        return None
    quantity = next(iter(quantities(rest)), None)
    numeral = _NUMERAL.search(rest)
    operator = next(iter(operators(rest)), None)
    return first(
        (
            Fault(ClaimKind.NUMBER, quantity.said, ABSENT) if quantity else None,
            Fault(ClaimKind.NUMBER, numeral[0], ABSENT) if numeral else None,
            Fault(operator.kind, operator.said, ABSENT) if operator else None,
            *(Fault(ClaimKind.PROGRAMME, words, ABSENT) for words in in_quotation_marks(rest)),
            *absent(rest, f"{source.named}\n{source.quoted}"),
        )
    )
