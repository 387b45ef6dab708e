"""What pydantic found wrong in something that came from outside, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_DATE = "应为 2026-01-31 这样的日期"
_MOMENT = "应为 2026-01-31T08:00:00+08:00 这样的时刻"
_MISTAKES = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识这一项",
    "string_type": "应为字符串",
    "string_unicode": "含有无法识别的字符",
    "string_pattern_mismatch": "只能是 1 到 64 个字母、数字、- 或 _",
    "string_too_long": "过长",
    "string_too_short": "不能为空",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "int_parsing_size": "数字过大",
    "greater_than_equal": "过小",
    "less_than_equal": "过大",
    "list_type": "应为数组",
    "too_short": "不能为空",
    "too_long": "项数过多",
    "dict_type": "应为对象",
    "model_attributes_type": "应为 JSON 对象",
    "model_type": "应为 JSON 对象",
    "literal_error": "不是可用的取值",
    "enum": "不是可用的取值",
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "date_from_datetime_inexact": _DATE,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
}
_OWN = "not_plain"
"""A mistake of our own finding, whose message is for the user."""


def explain(mistakes: Iterable[Mapping[str, Any]], outer: int = 0) -> str:
    """One sentence for all mistakes, each with where it is; `outer` names are left out of that."""
    told = (
        f"{'.'.join(str(part) for part in mistake['loc'][outer:]) or '请求体'}："
        f"{mistake['msg'] if mistake['type'] == _OWN else _MISTAKES.get(mistake['type'], '不合要求')}"
        for mistake in mistakes
    )
    return "；".join(dict.fromkeys(told)) + "。"
