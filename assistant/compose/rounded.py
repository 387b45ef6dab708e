"""Figures as people say them: 6500多家 are 6532家, 近200家 are 188家, 2项 are 2个."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.understanding.figures import Figure
from assistant.understanding.kinds import SAME_UNITS

_NEAR = Decimal("0.1")
_AROUND = 3
"""Characters before or behind a figure that say how exact it is."""
_MORE = re.compile(r"[多余]")
_ALMOST = re.compile(r"近|不到|不足|快|差一点|差点")
_ABOUT = re.compile(r"约|大概|左右|上下|差不多|几乎|前后|来[个家名人项所]")


def is_alike(one: str, other: str) -> bool:
    """Whether two counting units are used for each other."""
    return one == other or any(one in group and other in group for group in SAME_UNITS)


def holds(said: Figure, stated: Figure, text: str) -> bool:
    """Whether what is said of a figure in `text`, roughly or exactly, is true of the stated one.

    A figure without a value (数十家) says nothing that could be wrong.
    """
    if said.value is None or said.value == stated.value:
        return True
    if stated.value is None:
        return False
    over = stated.value - said.value
    before = text[max(0, said.start - _AROUND) : said.start]
    behind = text[said.end : said.end + _AROUND]
    if _MORE.search(said.text) and 0 < over < _step(said.value):
        return True
    if _ALMOST.search(before + said.text) and 0 < -over <= _NEAR * said.value:
        return True
    return bool(_ABOUT.search(before + said.text + behind)) and abs(over) <= _NEAR * said.value


def _step(value: Decimal) -> Decimal:
    """What the last digit of a number that is not zero counts (6500 → 100)."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent)
