"""What a statement may rest on: its quotes, what their clauses are called, what the facts say."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.library import Library
from assistant.models import Support
from assistant.understanding.normalise import fold
from corpus.models import Responsibility
from corpus.outline.labels import document_name
from corpus.regions import find_regions


@dataclass(frozen=True, slots=True)
class Source:
    """The sources of one statement, folded."""

    quotes: tuple[str, ...]
    """The supporting spans, word for word."""
    names: tuple[str, ...]
    """Addresses, titles and numbers of the cited clauses and documents, longest first."""
    addresses: tuple[str, ...]
    """Full addresses of the cited clauses, titles of their documents in front."""
    headings: tuple[str, ...]
    """Titles of the clauses and of the clauses above them."""
    lines: tuple[str, ...]
    """The quotes again, folded line by line, the deadlines of their targets in front."""
    deadlines: frozenset[str]
    """By when the targets within the quotes are set."""
    duties: tuple[Responsibility, ...]
    """The responsibilities that the cited clauses state."""

    @property
    def quoted(self) -> str:
        """All that the quotes say, line by line."""
        return "\n".join(self.lines)

    @property
    def named(self) -> str:
        """Names and headings, a line each."""
        return "\n".join((*self.names, *self.headings))


def source_of(supports: tuple[Support, ...], library: Library) -> Source | None:
    """What the supports offer; None if one of them is no span of words in its clause."""
    if not all(stands(support, library) for support in supports):
        return None
    names: set[str] = set()
    addresses: set[str] = set()
    headings: set[str] = set()
    deadlines: set[str] = set()
    lines: list[str] = []
    duties: dict[Responsibility, None] = {}
    for support in supports:
        key = (support.document_id, support.clause)
        document, clause = library.document(support.document_id), library.clause(key)
        title = clause.title or ""
        addresses.add(fold(clause.address))
        names |= {clause.address, document_name(document), f"《{document.title}》", document.title}
        names |= {
            document.number or "",
            _unlisted(document.region),
            f"{clause.marker}{title}" if title else "",
            title,
            f"“{title}”" if title else "",
        }
        headings |= {title, *clause.path}
        until = {
            fold(target.deadline)
            for target in library.targets(key)
            if target.deadline and target.start < support.end and support.start < target.end
        }
        deadlines |= until
        said = fold_lines(library.text(support.document_id, support.start, support.end))
        unsaid = sorted(deadline for deadline in until if deadline not in said)
        lines.append("".join(f"到{deadline}," for deadline in unsaid) + said)
        duties |= dict.fromkeys(library.responsibilities(key))
    return Source(
        quotes=tuple(fold(library.text(s.document_id, s.start, s.end)) for s in supports),
        names=tuple(sorted({fold(n) for n in names if n}, key=lambda n: (-len(n), n))),
        addresses=tuple(sorted(addresses, key=lambda a: (-len(a), a))),
        headings=tuple(sorted(fold(h) for h in headings if h)),
        lines=tuple(lines),
        deadlines=frozenset(deadlines),
        duties=tuple(duties),
    )


def _unlisted(region: str | None) -> str:
    """The document's region if the lexicon has no such place: nothing else tells it is one name."""
    return region if region and not find_regions(region) else ""


def fold_lines(text: str) -> str:
    """Folded, but what stands on two lines stays apart."""
    return "\n".join(fold(line) for line in text.splitlines() if line.strip())


def stands(support: Support, library: Library) -> bool:
    """Whether a support is a span of words within the clause that it claims."""
    parsed = library.corpus.by_id.get(support.document_id)
    if parsed is None or not 0 <= support.clause < len(parsed.clauses):
        return False
    clause = parsed.clauses[support.clause]
    return clause.start <= support.start < support.end <= clause.end and bool(
        parsed.text[support.start : support.end].strip()
    )
