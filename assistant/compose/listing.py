"""Lists whose items are the clauses under one heading: all of them, never a top-k."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.models import Statement, Support

LOOKED_AT = 8
CLOSE = 0.75
FEWEST = 3
LONGEST = 15


def sibling_list(evidence: Sequence[Evidence], library: Library) -> list[Statement]:
    """Every clause under the heading that the best evidence stands under, if most found do.

    Empty where the evidence is not gathered under one heading.
    """
    if not evidence:
        return []
    close = [e for e in evidence[:LOOKED_AT] if e.score >= CLOSE * evidence[0].score]
    parents: Counter[ClauseKey] = Counter()
    for item in close:
        parent = library.clause(item.key).parent
        if parent:
            parents[(item.key[0], parent)] += 1
    if not parents:
        return []
    (document_id, heading), count = parents.most_common(1)[0]
    children = library.clause((document_id, heading)).children
    first = evidence[0].key
    belongs = first[0] == document_id and first[1] in (heading, *children)
    if not belongs or count < max(FEWEST, len(children) / 2) or len(children) > LONGEST:
        return []
    return [_item(document_id, child, library) for child in children]


def _item(document_id: str, ordinal: int, library: Library) -> Statement:
    """A clause as a list item: its heading, or its first sentence where it has none."""
    clause = library.clause((document_id, ordinal))
    sentences = library.sentences((document_id, ordinal))
    if clause.title and clause.body > clause.start:
        start, end = clause.start, clause.body
    elif sentences:
        start, end = sentences[0]
    else:
        start, end = clause.start, clause.own_end
    text = library.text(document_id, start, end).strip()
    return Statement(
        text if text.startswith(clause.marker) else f"{clause.marker}{text}",
        (Support(document_id, ordinal, start, end),),
    )
