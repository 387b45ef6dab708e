"""Bands: 销售收入5000万元至2亿元, 不满65周岁. Which of several bands holds the asker's figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_UNIT = r"(?P<unit>万元|亿元|元|周?岁|人|%|个?月|年)"
_N = r"\d[\d,.]*"
_WITHIN = re.compile(
    rf"(?P<low>{_N})(?P<low_unit>万元|亿元|元|周?岁|人|%)?(?:\(含\))?(?:以上)?(?:至|到|-|—|～|~|不满|不足)(?P<high>{_N}){_UNIT}"
)
_UNDER = re.compile(
    rf"(?:小于|低于|不满|不足|不超过|未满)(?P<high>{_N}){_UNIT}|(?P<high2>{_N})(?P<unit2>万元|亿元|元|周?岁|人|%)(?:\(含\))?以下"
)
_OVER = re.compile(rf"(?:大于|高于|超过|满)?(?P<low>{_N}){_UNIT}(?:\([^)]*\))?(?:及)?以上")
_ASKED = re.compile(rf"(?P<value>{_N}){_UNIT}")
_SCALE = {"万元": 10**4, "亿元": 10**8}


@dataclass(frozen=True, slots=True)
class Band:
    """A range of one kind of unit; None where it is open."""

    low: Decimal | None
    high: Decimal | None
    kind: str

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in the band, its bounds included."""
        above = self.low is None or value >= self.low
        return above and (self.high is None or value <= self.high)


def find_band(folded: str) -> Band | None:
    """The first band that a folded text states."""
    within = _WITHIN.search(folded)
    if within:
        unit = within["unit"]
        low = _value(within["low"], within["low_unit"] or unit)
        return Band(low, _value(within["high"], unit), _kind(unit))
    under = _UNDER.search(folded)
    if under:
        unit = under["unit"] or under["unit2"]
        return Band(None, _value(under["high"] or under["high2"], unit), _kind(unit))
    over = _OVER.search(folded)
    if over:
        return Band(_value(over["low"], over["unit"]), None, _kind(over["unit"]))
    return None


def asked_value(folded: str) -> tuple[Decimal, str] | None:
    """The asker's own figure and what kind of unit it has; None where none is told."""
    match = _ASKED.search(folded)
    return (_value(match["value"], match["unit"]), _kind(match["unit"])) if match else None


def _value(number: str, unit: str) -> Decimal:
    return Decimal(number.replace(",", "").rstrip(".")) * _SCALE.get(unit, 1)


def _kind(unit: str) -> str:
    return "元" if unit.endswith("元") else unit.lstrip("周个")
