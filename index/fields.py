"""What the lexical side reads of a passage, and how much each part of it counts."""

from __future__ import annotations

from corpus.models import ParsedDocument, Passage
from index.lexical import Fields
from index.tokens import tokens

TITLE_WEIGHT = 0.3
PATH_WEIGHT = 1.0


def passage_fields(parsed: ParsedDocument, passage: Passage) -> Fields:
    """Document title, heading path and text of a passage, as weighted tokens.

    The title stands over every passage of a document: it tells documents apart, not clauses.
    """
    clause = parsed.clauses[passage.clause]
    return Fields(
        (
            (TITLE_WEIGHT, tokens(parsed.document.title)),
            (PATH_WEIGHT, tokens("\n".join(clause.path))),
            (1.0, tokens(passage.text)),
        )
    )
