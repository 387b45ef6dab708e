"""What an asker's figure may be: 大概5% is not 5%, and 30多人 is not 30."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Range:
    """What an asker's figure may be: ends included unless said to be open; None is no bound."""

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False

    def or_else(self, other: Range) -> Range:
        """The range that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Range(
            low, high, self.open_low and other.open_low, self.open_high and other.open_high
        )

    def in_words(self, unit: str = "") -> str:
        """6%, 不到8%, 超过1500万元, 4%到6%."""
        low, high = (None if v is None else _plain(v, unit) for v in (self.low, self.high))
        if low == high and low is not None:
            return low
        if low is None:
            return f"{'不到' if self.open_high else '不超过'}{high}"
        if high is None:
            return f"{'超过' if self.open_low else '不少于'}{low}"
        return f"{low}到{high}"

    def to_json(self) -> int | float | str:
        """The number where it is one, else words."""
        if self.low is None or self.low != self.high:
            return self.in_words()
        whole = self.low == self.low.to_integral_value()
        return int(self.low) if whole else float(self.low)


def _plain(value: Decimal, unit: str) -> str:
    if unit == "元" and value >= _TEN_THOUSAND:
        return f"{(value / _TEN_THOUSAND).normalize():f}万元"
    return f"{value.normalize():f}{unit}"
