"""The form of 资格匹配: every field of a profile in groups; what is left empty stays unknown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from assistant.eligibility.figures import INDICATORS
from assistant.eligibility.words import KIND_NAMES, statuses
from assistant.ui.controls import area, select, text

KINDS = ("enterprise", "trader", "university", "institute", "incubator", "hospital", "public",
         "organisation", "finance", "person", "team")  # fmt: skip
SIZES = ("大型", "中型", "小型", "微型")
OWNERS = ("民营", "国有", "集体", "外资")
TAXPAYERS = ("增值税一般纳税人", "小规模纳税人")
TREATMENTS = ("费用化", "资本化")
COMMON = ("高新技术企业", "科技型中小企业", "专精特新中小企业", "专精特新“小巨人”企业", "创新型中小企业",
          "规模以上工业企业", "上市公司", "初创企业")  # fmt: skip
"""Shown at once; the other statuses are folded up."""
HELD = "status:"
"""Prefix of the field of a status; its value is yes, no or nothing."""
FIGURE = "figure:"

_UNKNOWN = ("", "不清楚")
_FIRST_FIGURES = ("营业收入", "研发投入", "研发投入占比", "员工", "研发人员", "发明专利", "专利")
_UNITS = {"元": "万元"}
"""Money is asked for in 万元: nobody writes twelve digits into a form."""


def form_html(values: Mapping[str, str]) -> str:
    """The form, filled in with what is known; `data-fill` is what assets/forms.js puts into it."""
    filled = escape(json.dumps(dict(values), ensure_ascii=False, sort_keys=True))
    first = "".join(_status(name, values) for name in COMMON)
    rest = "".join(_status(s.name, values) for s in statuses() if s.name not in COMMON
                   and s.name not in TAXPAYERS)  # fmt: skip
    figures = [i for i in INDICATORS if i.name in _FIRST_FIGURES]
    others = [i for i in INDICATORS if i.name not in _FIRST_FIGURES]
    more_figures = "".join(_figure(i.name, i.unit, values) for i in others)
    return (
        f'<form id="zw-profile" class="zw-form" data-do="check" data-fill="{filled}">'
        + _group(
            "用一段话说明（可只填这一项）",
            area(
                "text",
                "情况说明",
                values.get("text", ""),
                hint="例如：我们是山西太原的民营高新技术企业，员工120人，去年营业收入8000万元，研发费用全部费用化。",
            ),
            wide=True,
        )
        + _group(
            "基本情况",
            select(
                "kind",
                "主体类型",
                [_UNKNOWN, *((k, KIND_NAMES[k]) for k in KINDS)],
                values.get("kind", ""),
            )
            + text("region", "所在地区", values.get("region", ""), hint="例如：山西省太原市")
            + _choice("size", "企业规模", SIZES, values)
            + _choice("ownership", "所有制", OWNERS, values)
            + text("industry", "行业", values.get("industry", ""), hint="例如：软件")
            + text(
                "founded", "成立年份", values.get("founded", ""), hint="例如：2020", numeric=True
            ),
        )
        + _group(
            "税务与研发核算",
            _choice("taxpayer", "纳税人类型", TAXPAYERS, values)
            + _choice("rd_treatment", "研发费用处理", TREATMENTS, values),
        )
        + _group(
            "规模与投入",
            "".join(_figure(i.name, i.unit, values) for i in figures),
            _folded("更多指标", more_figures, any(values.get(FIGURE + i.name) for i in others)),
        )
        + _group(
            "资质与称号",
            first,
            _folded(
                "更多资质",
                rest,
                any(k.startswith(HELD) and k[len(HELD) :] not in COMMON for k in values),
            ),
        )
        + '<p class="zw-dim">没有填的项目按“不清楚”处理，不作推测。</p>'
        '<div class="zw-actions"><button type="submit" class="zw-primary" id="zw-check">开始匹配'
        '</button><button type="button" data-do="clear" id="zw-clear">清空</button></div></form>'
    )


def as_profile(values: Mapping[str, str]) -> dict[str, Any]:
    """The filled-in fields as the profile of `Service.eligibility`."""
    profile: dict[str, Any] = {
        name: values[name]
        for name in (
            "kind",
            "region",
            "size",
            "ownership",
            "industry",
            "founded",
            "taxpayer",
            "rd_treatment",
        )
        if values.get(name)
    }
    units = {i.name: _UNITS.get(i.unit, i.unit) for i in INDICATORS}
    for name, value in values.items():
        if name.startswith(HELD) and value in ("yes", "no"):
            profile[name[len(HELD) :]] = value == "yes"
        figure = name.removeprefix(FIGURE)
        if name.startswith(FIGURE) and value and figure in units:
            plain = value.replace(",", "").replace("，", "").strip()
            unit = units[figure] if plain.replace(".", "", 1).isdecimal() else ""
            profile[figure] = f"{plain}{unit}"
    return profile


def _choice(name: str, label: str, options: tuple[str, ...], values: Mapping[str, str]) -> str:
    return select(name, label, [_UNKNOWN, *((o, o) for o in options)], values.get(name, ""))


def _status(name: str, values: Mapping[str, str]) -> str:
    field = HELD + name
    return select(field, name, [_UNKNOWN, ("yes", "是"), ("no", "不是")], values.get(field, ""))


def _figure(name: str, unit: str, values: Mapping[str, str]) -> str:
    field = FIGURE + name
    label = f"{name}（{_UNITS.get(unit, unit)}）"
    return text(field, label, values.get(field, ""), numeric=True)


def _group(legend: str, fields: str, more: str = "", *, wide: bool = False) -> str:
    kind = "zw-fields zw-wide" if wide else "zw-fields"
    return (
        f'<fieldset><legend>{escape(legend)}</legend><div class="{kind}">{fields}</div>'
        f"{more}</fieldset>"
    )


def _folded(label: str, fields: str, opened: bool) -> str:
    return (
        f"<details{' open' if opened else ''}><summary>{label}</summary>"
        f'<div class="zw-fields">{fields}</div></details>'
    )
