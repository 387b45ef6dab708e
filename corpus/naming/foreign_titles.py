"""Titles and numbers in a question that name no document of the corpus: 《公司法》, 国发〔2015〕32号."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.metadata.genres import GENRES
from corpus.metadata.heads import NUMBER
from corpus.naming.document_names import TITLE_MARKS, DocumentMention
from corpus.naming.document_titles import POINTING
from corpus.naming.name_context import run_before

_LAW = r"(?<![做办方想说看用合执依无立算语非书])法"
_ENDS = re.compile(rf"(?:{GENRES}|{_LAW})(?:[（(][^（）()]{{2,24}}[)）])?$")
_STATUS = re.compile(r"\s*[（(][^（）()]{2,24}[)）]$")
_LINK = re.compile(r"(?:文件?)?[\s的里中之】\]]*$")
_KIND_ONLY = re.compile(
    rf"^(?:的|{POINTING}|那|该|本|此|其|上述|有关|相关|具体|实施|指导|若干|管理|暂行|工作|行动|和|与|及)*$"
)
_ORDER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{2,20}令)\s*第?\s*[\d〇零一二三四五六七八九十百]{1,6}\s*号$"
)


@dataclass(frozen=True, slots=True)
class ForeignTitle:
    """Where a question names a document that is not held."""

    start: int
    end: int
    title: str
    """Without title marks."""
    addressed: bool = False
    """Whether a clause number is asked of it."""


def quoted_titles(text: str, mentions: Sequence[DocumentMention]) -> Iterator[ForeignTitle]:
    """Titles in 《》 of at least four characters that no mention overlaps."""
    for match in TITLE_MARKS.finditer(text):
        overlaps = any(m.start < match.end() and match.start() < m.end for m in mentions)
        if not overlaps and len(match[1]) >= 4:
            yield ForeignTitle(*match.span(), match[1])


def title_before(text: str, place: int, mentions: Sequence[DocumentMention]) -> ForeignTitle | None:
    """The title or document number right before text[place], if it is not held."""
    left = text[:place]
    link = _LINK.search(left)
    left = left[: link.start()] if link else left
    named = len(_STATUS.sub("", left))
    if any(m.end >= named for m in mentions if m.start < place):
        return None
    if left.endswith("》"):
        opened = left.rfind("《")
        return ForeignTitle(opened, len(left), left[opened + 1 : -1], True) if opened >= 0 else None
    numbered = [m for m in NUMBER.finditer(left) if m.end() == len(left)]
    match = numbered[-1] if numbered else _ORDER.search(left)
    if match:
        issued = match.end("prefix")
        start = max(match.start(), issued - len(run_before(text, issued)))
        return ForeignTitle(start, len(left), left[start:], True)
    ends = _ENDS.search(left)
    if ends is None:
        return None
    start = ends.start() - len(run_before(text, ends.start()))
    held = [m.end for m in mentions if m.end <= ends.start()]
    start = max([start, *held])
    if _KIND_ONLY.match(text[start : ends.start()]) or len(text[start : ends.start()]) < 2:
        return None
    return ForeignTitle(start, len(left), left[start:], True)
