"""Questions that ask nearly the same, together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.records.models import Asked

_ALIKE = 0.6
"""Shared pairs of characters over all of both (Jaccard). At 0.5 the same question about two
places falls together."""
_PLAIN = re.compile(
    r"请问|一下|是不是|有没有|有什么|什么|怎么样|怎么|如何|多少|哪些|哪个|可以|能不能|我们|吗|呢|的|了|是|有"
)
"""Words of asking: they tell no question from another."""
_OTHER = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Group:
    """Questions alike."""

    example: str
    """The commonest wording."""
    count: int
    last: datetime


def group(asked: Sequence[Asked]) -> list[Group]:
    """The groups, largest first. Each wording joins the first group that is near enough.

    asked: commonest first, so that the commonest wordings found the groups.
    """
    groups: list[Group] = []
    pairs: list[frozenset[str]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for each in asked:
        own = _pairs(each.question)
        shared = Counter(place for pair in own for place in holding[pair])
        near = [(n / (len(own) + len(pairs[p]) - n), -p) for p, n in shared.items()]
        share, place = max(near, default=(0.0, 0))
        if share >= _ALIKE:
            old = groups[-place]
            joined = replace(old, count=old.count + each.count, last=max(old.last, each.last))
            groups[-place] = joined
            continue
        for pair in own:
            holding[pair].append(len(groups))
        groups.append(Group(each.question, each.count, each.last))
        pairs.append(own)
    return sorted(groups, key=lambda g: (-g.count, -g.last.timestamp()))


def _pairs(question: str) -> frozenset[str]:
    """Neighbouring characters of what is asked about; all of a text that has nothing else."""
    folded = _OTHER.sub("", unicodedata.normalize("NFKC", question).casefold())
    told = _PLAIN.sub("", folded) or folded or question
    return frozenset(told[i : i + 2] for i in range(max(1, len(told) - 1)))
