"""Lines of a document that answer nothing: titles, numbers, what only leads in."""

from __future__ import annotations

import re

_NUMBER_ALONE = re.compile(r"^[(]?[㐀-鿿]{1,8}[〔\[(]\d{4}[〕\])]\d+号[)]?$")
_LEADS_IN = re.compile(r"^.{0,18}工作思路:$")
_SENTENCE = re.compile(r"[,.;:!?、]")


def says_nothing(folded: str, heading: str, title: str, *, in_head: bool = False) -> bool:
    """Whether a folded line only leads in (高企培育工作思路：) or repeats a heading, title or number.

    in_head: whether it stands before the first clause, where a line without any stop is a piece of
    the title or the issuer's name.
    """
    if folded in (heading, title) or _NUMBER_ALONE.match(folded) or _LEADS_IN.match(folded):
        return True
    return in_head and not _SENTENCE.search(folded)
