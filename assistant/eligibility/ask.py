"""The next question: the one whose answer decides most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.eligibility.finding import Question
from assistant.eligibility.kleene import Truth
from assistant.eligibility.verdict import Item, Verdict

_FIRST = ("kind", "region", "size", "taxpayer", "ownership")
"""Of questions that decide as much, what is easiest to answer comes first."""


def next_question(items: Iterable[Item]) -> Question | None:
    """None where nothing that is open can be settled by asking.

    "No" decides every item that needs it; "yes" only those where nothing else is missing.
    """
    decides: Counter[str] = Counter()
    asked: dict[str, Question] = {}
    for item in items:
        if item.verdict is not Verdict.UNKNOWN:
            continue
        missing = [f for f in item.findings if f.truth is Truth.UNKNOWN]
        keys = {f.ask.key: f.ask for f in missing if f.ask}
        for key, question in keys.items():
            asked.setdefault(key, question)
            decides[key] += 1 + (len(missing) == 1)
    if not asked:
        return None
    order = {key: place for place, key in enumerate(_FIRST)}
    best = max(
        asked, key=lambda key: (decides[key], -order.get(key.partition(":")[0], len(_FIRST)))
    )
    return asked[best]
