"""Public bodies and document numbers in a text, so that one of another clause is found.

Written apart from the assistant's own verification: a check must not share its faults. It knows
no list of bodies, only how their names end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eval.text import fold

_BRACKETS = str.maketrans("〔〕［］()", "[][][]")
_NUMBER = re.compile(r"[一-鿿]{0,12}\[\d{4}\]第?\d+号")
_BODY = re.compile(
    r"(?<![客餐大舞])厅(?![局级])"
    r"|(?<![布格全大结破时战变僵开])局(?![面部限])"
    r"|委员会|委(?![员托派任培])"
    r"|(?<=[省市县区州民])政府|办公室|领导小组|联席会议"
    r"|(?<=[技政育务业化设])部(?![门分署队位件级落属])"
)
_LEVELS = "国省市县区州"
_LEFT = re.compile(r"[一-鿿]{0,14}$")
FEWEST = 2
"""Characters before its ending that tell a body from others."""


def unsupported_names(answer: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Bodies and document numbers of an answer that no source names, as folded, each once.

    Of the words that lead up to 局, 厅 and the like the longest run that a source holds is taken
    for the name: it needs two characters before its ending, or a level (省委). The level in front
    (市 for 省) must be the source's too.
    """
    held = [_plain(source) for source in sources]
    text = _plain(answer)
    return tuple(dict.fromkeys((*_numbers(text, held), *_bodies(text, held))))


def _plain(text: str) -> str:
    return fold(text).translate(_BRACKETS)


def _numbers(text: str, held: list[str]) -> Iterator[str]:
    known = {match.group() for source in held for match in _NUMBER.finditer(source)}
    for match in _NUMBER.finditer(text):
        number = match.group()
        # 根据晋发[2017]51号: where words lead up to the number, the source's own is its end.
        if not any(number.endswith(own) or own.endswith(number) for own in known):
            yield number


def _bodies(text: str, held: list[str]) -> Iterator[str]:
    for match in _BODY.finditer(text):
        before = _LEFT.search(text[: match.start()])
        left, ending = before.group() if before else "", match.group()
        if len(left) < FEWEST:
            continue
        named = next(
            (
                left[at:]
                for at in range(len(left))
                if any(left[at:] + ending in source for source in held)
            ),
            "",
        )
        level = left[: len(left) - len(named)][-1:]
        enough = len(named) >= FEWEST or (named != "" and named in _LEVELS)
        if not enough or (level and level in _LEVELS):
            yield left[-8:] + ending
