"""Institutions by the short names that people give them: 水利职院 for 山西水利职业技术学院.

Nobody writes these short names down: they keep the beginning of a word of the name and leave out
characters behind it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from assistant.understanding.lexicon import Expansion

_ENDS = "学院|大学|学校|医院|研究院|研究所|实验室"
_NAME = re.compile(rf"[㐀-鿿]{{2,16}}?(?:{_ENDS})(?![㐀-鿿]{{0,4}}(?:{_ENDS}))")
_COUNTED = re.compile(r"^.*?[所个座](?=[㐀-鿿]{4})")
_LAST = frozenset(end[-1] for end in _ENDS.split("|"))
_HAN = re.compile(r"[㐀-鿿]{3,}")
_GOES_ON = re.compile(r"院[士所系校长落]|校[园企长区友内外]|所[在得有需以属]|学[生习科者员术]")
"""山西院士 names no 院."""
SHORTEST, LONGEST = 3, 6
LEAST_LEFT_OUT = 2
"""Characters that a short name leaves out at least."""
SOURCE = "机构简称"


class Institutions:
    """Institutions that the documents name, found by short names that they do not."""

    def __init__(self, texts: Iterable[str]) -> None:
        """texts: of clauses."""
        texts = tuple(texts)
        self._text = "\n".join(texts)
        self._by_last: dict[str, set[str]] = defaultdict(set)
        # 3所中等职业学校: what counts institutions is no part of a name.
        names = (_COUNTED.sub("", m[0]) for text in texts for m in _NAME.finditer(text))
        for name in names:
            self._by_last[name[-1]].add(name)

    def expand(self, text: str) -> tuple[Expansion, ...]:
        """Short names in a text, each for the one institution that it fits."""
        found: list[Expansion] = []
        for run in _HAN.finditer(text):
            at = run.start()
            while at <= run.end() - SHORTEST:
                expansion = self._at(text, at, min(run.end(), at + LONGEST))
                if expansion:
                    found.append(expansion)
                at = expansion.end if expansion else at + 1
        return tuple(found)

    def _at(self, text: str, start: int, limit: int) -> Expansion | None:
        for end in range(limit, start + SHORTEST - 1, -1):
            said = text[start:end]
            goes_on = _GOES_ON.match(text, end - 1)
            if said[-1] in _LAST and not goes_on and said not in self._text:
                meant = self._meant(said)
                if meant:
                    return Expansion(start, end, said, (meant,), (SOURCE,))
        return None

    def _meant(self, said: str) -> str | None:
        """The one name in which the first two characters stand together and the rest follows."""
        names = {full for name in self._by_last[said[-1]] if (full := _from(name, said))}
        return names.pop() if len(names) == 1 else None


def _from(name: str, said: str) -> str | None:
    start = name.rfind(said[:2])
    if start < 0:
        return None
    at = start + 2
    for character in said[2:-1]:
        at = name.find(character, at, len(name) - 1) + 1
        if not at:
            return None
    full = name[start:]
    return full if len(full) >= len(said) + LEAST_LEFT_OUT else None
