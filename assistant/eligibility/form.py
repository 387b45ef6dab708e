"""A filled-in form → sentences, so that forms and free text are read by the same rules."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from assistant.eligibility.figures import INDICATORS
from assistant.eligibility.words import KIND_NAMES
from assistant.errors import ProfileError

_FORM_WORDS: dict[str, str] = {
    "region": "在{}", "county": "在{}", "city": "在{}", "地区": "在{}", "kind": "我们是{}", "size": "我们是{}企业",
    "ownership": "我们是{}企业", "industry": "从事{}行业", "stage": "我们是{}企业", "taxpayer": "是{}",
    "rd_treatment": "研发费用{}", "rd_spend": "研发投入{}元", "revenue": "营业收入{}元", "staff": "员工{}人",
    "patents": "专利{}件", "founded": "{}年成立", "said": "{}", "text": "{}", "description": "{}",
}  # fmt: skip
_FIELD_ENDS = {
    "size": re.compile(r"企业$"),
    "staff": re.compile(r"[人名个]$"),
    "patents": re.compile(r"[件项个]$"),
    "revenue": re.compile(r"元$"),
    "rd_spend": re.compile(r"元$"),
}
_MONEY_FIELDS = frozenset(("revenue", "rd_spend"))
_LEAST_MONEY = 10_000
"""元: a smaller figure in a form is rather one in 万元, and is not believed."""
_UNITS = {i.name: i.unit for i in INDICATORS if i.unit != "元"}
_NUMBER = re.compile(r"[\d.一二三四五六七八九十百千万亿两〇零]+")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_DEEPEST = 8


def in_words(form: Mapping[str, Any]) -> list[str]:
    """Every field as a sentence; raises ProfileError for a form that nobody fills in like that."""
    words: list[str] = []
    for name, value in form.items():
        words += _said(str(name), value)
    return words


def _plain_text(name: str, value: Any) -> str:
    """The value without what its field adds; empty where it cannot be meant so."""
    if isinstance(value, int | float):
        if not math.isfinite(value) or value < 0:
            return ""
        # 1500 may as well be meant in 万元.
        if name in _MONEY_FIELDS and value < _LEAST_MONEY:
            return ""
    text = str(value).strip()
    if name == "kind":
        return KIND_NAMES.get(text, text)
    if name == "founded":
        year = _YEAR.match(text)
        return year[0] if year else ""
    if name in _FIELD_ENDS:
        text = _FIELD_ENDS[name].sub("", text)
        return text if name == "size" or _NUMBER.search(text) else ""
    return text


def _said(name: str, value: Any, depth: int = 0) -> list[str]:
    """Raises ProfileError where a form is nested deeper than anybody fills one in."""
    if depth > _DEEPEST:
        raise ProfileError("企业画像嵌套过深，请改成“名称：内容”的平铺写法。")
    if value is None or value == "" or value == []:
        return []
    if isinstance(value, bool):
        return [f"我们是{name}" if value else f"我们不是{name}"]
    if isinstance(value, Mapping):
        return [w for inner, held in value.items() for w in _said(str(inner), held, depth + 1)]
    if isinstance(value, list | tuple | set):
        return [w for each in value for w in _said(name, each, depth + 1)]
    text = _plain_text(name, value)
    if not text:
        return []
    if name in _FORM_WORDS:
        return [_FORM_WORDS[name].format(text)]
    if unit := _UNITS.get(name):
        return [f"{name}{text}{unit if _NUMBER.fullmatch(text) else ''}"]
    if re.fullmatch(r"[a-z_]+", name):
        return [text]
    return [f"{name}{'' if isinstance(value, int | float) else '：'}{text}"]
