"""The documents that are held together: which of them a reference means, and which ends which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.models import Document, ParsedDocument
from corpus.validity.references import Reference, find_references

_ENDS = re.compile(r"废止|失效|停止执行|不再执行")
_FORWARDED = re.compile(
    r"关于(?:修订)?(?:印发|转发|发布|公布)《?(?P<title>[^《》]{4,90})》?的(?:通知|公告|通告|决定)"
)
_ISSUED = re.compile(r"^.{2,40}?(?=关于)")


@dataclass(frozen=True)
class Held:
    """Documents, looked up by the titles and numbers that others call them by."""

    documents: tuple[ParsedDocument, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[ParsedDocument]) -> Held:
        return cls(tuple(documents))

    def find(self, reference: Reference) -> ParsedDocument | None:
        """The document that a reference means; None if it is not held."""
        candidates = self._by_number.get(reference.number or "", [])
        candidates = candidates or self._by_title.get(bare(reference.title or ""), [])
        return next((p for p in candidates if names(reference, p)), None)

    def enders(self, parsed: ParsedDocument) -> Iterator[tuple[ParsedDocument, Reference]]:
        """The documents that say that they end this one, with the words."""
        for other, reference in self._repeals:
            if other.document.id != parsed.document.id and names(reference, parsed):
                yield other, reference

    @cached_property
    def _by_title(self) -> dict[str, list[ParsedDocument]]:
        found: dict[str, list[ParsedDocument]] = defaultdict(list)
        for parsed in self.documents:
            for title in titles(parsed.document):
                found[title].append(parsed)
        return found

    @cached_property
    def _by_number(self) -> dict[str, list[ParsedDocument]]:
        found: dict[str, list[ParsedDocument]] = defaultdict(list)
        for parsed in self.documents:
            if parsed.document.number:
                found[parsed.document.number].append(parsed)
        return found

    @cached_property
    def _repeals(self) -> tuple[tuple[ParsedDocument, Reference], ...]:
        """Read once for all: a look at each document for each other would take its square."""
        return tuple(
            (parsed, reference)
            for parsed in self.documents
            if _ENDS.search(parsed.text)
            for reference in find_references(parsed.text, parsed.document.title)
            if reference.kind == "repeals"
        )


def names(reference: Reference, parsed: ParsedDocument) -> bool:
    """Whether a reference means this document: the same number, else one of its titles."""
    document = parsed.document
    if reference.number and document.number:
        return reference.number == document.number
    return reference.title is not None and bare(reference.title) in titles(document)


def titles(document: Document) -> frozenset[str]:
    """What others call a document: its title, with or without its issuer, or what it forwards."""
    title = bare(document.title)
    forwarded = _FORWARDED.search(document.title)
    return frozenset(
        {title, _ISSUED.sub("", title)} | ({bare(forwarded["title"])} if forwarded else set())
    )


def bare(title: str) -> str:
    """A title without spaces, its own 《》 and （试行） behind it."""
    return re.sub(r"(?:（[^（）]*）|\([^()]*\))+$", "", "".join(title.split()).strip("《》"))
