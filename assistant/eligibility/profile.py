"""What is known about an asker. What was not said is unknown: no field has a guess in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.eligibility.ranges import Range
from assistant.eligibility.statements import Mood, Statement
from corpus.regions import Region

_OF_TRADE = frozenset(
    ("增值税实际税负", "营业收入", "工业产值", "纳税额", "注册资本", "进出口额", "利润")
)
_SELLS = re.compile(
    r"(?:卖|出售|销售|批发|零售|出口)(?:的|给|[^，。]{1,12}的)?$|生意|买卖$|接单|订单|开了?[^，。]{0,4}店|一般纳税人|小规模纳税人"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """企业画像. Everything is read off `statements`, or was given in a form."""

    kinds: frozenset[str] = frozenset()
    """enterprise, university, incubator, person …: what the asker says it is; empty is unknown."""
    region: Region | None = None
    """The smallest region named."""
    sizes: frozenset[str] = frozenset()
    """Any of 大型 中型 小型 微型; empty is unknown, several mean one of them."""
    ownership: frozenset[str] = frozenset()
    statuses: Mapping[str, bool] = field(default_factory=dict)
    """高新技术企业 → True; False is what the asker said it is not, or not yet."""
    doubts: Mapping[str, str] = field(default_factory=dict)
    """高新技术企业 → the words that speak of it without saying plainly that the asker is one."""
    taxpayer: str | None = None
    """增值税一般纳税人 or 小规模纳税人."""
    rd_treatment: str | None = None
    """费用化 or 资本化."""
    industry: str | None = None
    figures: Mapping[str, Range] = field(default_factory=dict)
    """Indicator (营业收入, 研发投入, 员工, 专利 …) → what it may be in 元, 人, 件, % or 年."""
    needs: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    year: int | None = None
    """The year of the day asked about: what years said count to."""

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known."""
        return not (
            self.kinds
            or self.region
            or self.sizes
            or self.ownership
            or self.statuses
            or self.taxpayer
            or self.figures
        )

    @property
    def in_trade(self) -> bool:
        """Whether the asker speaks of taxes, turnover, size or sales: no school or office does."""
        return bool(
            self.taxpayer
            or self.sizes
            or self.figures.keys() & _OF_TRADE
            or any(
                s.mood is Mood.AFFIRMED and _SELLS.search(s.text) is not None
                for s in self.statements
            )
        )

    def to_json(self) -> dict[str, Any]:
        """What was understood, in words; what is unknown is null."""
        from assistant.eligibility.words import KIND_NAMES

        return {
            "kind": "、".join(sorted(KIND_NAMES[k] for k in self.kinds)) or None,
            "region": self.region.name if self.region else None,
            "size": "或".join(s for s in ("大型", "中型", "小型", "微型") if s in self.sizes)
            or None,
            "ownership": "、".join(sorted(self.ownership)) or None,
            "industry": self.industry,
            "statuses": dict(self.statuses),
            "taxpayer": self.taxpayer,
            "rd_treatment": self.rd_treatment,
            "figures": {name: said.to_json() for name, said in self.figures.items()},
            "needs": list(self.needs),
        }
