"""Which documents a complete list is about: those named, else those of the place or level named."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.library import Library
from assistant.models import Turn
from assistant.steps.weigh import CITY_WORDS, PROVINCE_WORDS
from corpus.models import ParsedDocument
from corpus.naming.document_names import is_copy


def documents_in_scope(turn: Turn, library: Library) -> Iterator[ParsedDocument]:
    """The documents that an understood turn asks about; copies only where they are named."""
    understanding = turn.understanding
    assert understanding is not None
    places = {m.region.name for m in understanding.regions}
    level = None
    if PROVINCE_WORDS.search(understanding.text):
        level = "省"
    elif CITY_WORDS.search(understanding.text):
        level = "市"
    for parsed in library.corpus.documents:
        document = parsed.document
        if turn.documents is not None and document.id not in turn.documents:
            continue
        if understanding.documents:
            if document.id in understanding.documents:
                yield parsed
        elif not is_copy(parsed) and (
            document.region in places if places else level in (None, document.level)
        ):
            yield parsed
