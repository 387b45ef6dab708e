"""Whether a wider territory's measure serves an asker who names the smaller place it sits in."""

from __future__ import annotations

import re

from assistant.library import ClauseKey, Library
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from corpus.regions import RegionMention

# 「大同的企业」「我们在临汾开厂」: whoever sits there, as against 「大同市高企有多少家」, the place itself.
_SEATED = re.compile(
    r"^[市县区]?(?:的|这边|这里|本地|当地|注册的?|开的?|办的?|一家|有家|有个|一个|做|搞|科技|民营|小|中|大|[型微])*"
    r"(?:[^，。,?？]{0,4})(?:企业|公司|工厂|厂子?|店|作坊|单位|合作社|个体户|农户|老板|创业者|团队|大学生|学校|医院)"
)
_COUNTED = (Asked.COUNT, Asked.RANK, Asked.COMPARISON)


def serves(
    key: ClauseKey, mention: RegionMention, understanding: Understanding, library: Library
) -> bool:
    """Whether the clause promises something and the place only says where the asker sits.

    A goal or a count is the place's own: what the province reaches says nothing of a city.
    """
    if understanding.asks(*_COUNTED) or understanding.tense == "target":
        return False
    seated = _SEATED.match(understanding.text[mention.end :])
    return bool(seated) and bool(library.measures(key))
