"""What a document would bring into the corpus, seen before it is published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant import messages
from assistant.errors import PublishError
from corpus.copies import Conflict, find_conflicts, relate
from corpus.manifest import unique_id
from corpus.models import Corpus, ParsedDocument, RelationKind
from corpus.parse import parse_file

STEM_CHARS = 60
_UNSAFE = re.compile(r"[^\w（）〔〕《》【】()\[\].\-—]+")


@dataclass(frozen=True, slots=True)
class Related:
    """A document of the corpus that the new one is, or has, a copy or version of."""

    document_id: str
    title: str
    kind: RelationKind
    reverse: bool
    """The other one would be the copy or version of the new one."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A document understood and held against the corpus; nothing of it is kept."""

    parsed: ParsedDocument
    """With the id that it would get: outline in `clauses`, 台账 in `facts`."""
    warnings: tuple[str, ...]
    """Chinese: what was left as it is in the text, and what an editor should look at."""
    conflicts: tuple[Conflict, ...]
    """Where it prints another number, date or name than a copy or version that is held."""
    copies: tuple[Related, ...]
    same_as: str | None
    """The id under which this very text is held already."""
    refusal: str | None
    """Chinese: why it cannot be published; None where it can."""


def look_at(path: Path, corpus: Corpus) -> Preview:
    """The preview of a file; raises ReadError."""
    document_id = unique_id(path.stem, set(corpus.by_id))
    parsed = parse_file(path, document_id)
    same = _same(parsed, corpus)
    warnings = [warning.message for warning in parsed.warnings]
    refusal = None
    if same is not None:
        refusal = messages.same_document(same)
    elif len(parsed.clauses) < 2:
        refusal = messages.NO_CLAUSES
    conflicts: tuple[Conflict, ...] = ()
    copies: tuple[Related, ...] = ()
    if refusal is None:
        related = relate(Corpus((*corpus.documents, parsed)))
        parsed = related.by_id[document_id]
        copies = _copies(related, document_id)
        conflicts = tuple(
            c for c in find_conflicts(related) if document_id in (c.document_id, c.copy_id)
        )
        document = parsed.document
        names = (("文号", document.number), ("发文机关", document.issuer), ("日期", document.date))
        if missing := [name for name, value in names if value is None]:
            warnings.append(messages.not_read("、".join(missing)))
    return Preview(parsed, tuple(warnings), conflicts, copies, same, refusal)


def safe_name(name: str) -> str:
    """A file name of letters, digits and Chinese characters; raises PublishError where none is left.

    What comes before the last slash of either kind is dropped, as some browsers send whole paths.
    """
    last = re.split(r"[/\\]", name.strip())[-1]
    path = Path(_UNSAFE.sub("-", last).lstrip(".~-"))
    stem = path.stem[:STEM_CHARS].strip("-.")
    if not stem:
        raise PublishError(messages.NAMELESS_FILE)
    return f"{stem}{path.suffix.lower()}"


def _same(parsed: ParsedDocument, corpus: Corpus) -> str | None:
    for held in corpus.documents:
        if held.document.sha256 == parsed.document.sha256 or held.text == parsed.text:
            return held.document.id
    return None


def _copies(corpus: Corpus, document_id: str) -> tuple[Related, ...]:
    found = []
    own = corpus.by_id[document_id].document.relation
    for parsed in corpus.documents:
        document = parsed.document
        if own is not None and own.document_id == document.id:
            found.append(Related(document.id, document.title, own.kind, reverse=False))
        relation = document.relation
        if relation is not None and relation.document_id == document_id:
            found.append(Related(document.id, document.title, relation.kind, reverse=True))
    return tuple(found)
