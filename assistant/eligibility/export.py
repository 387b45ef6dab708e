"""A Checklist as the JSON of the interface, and as rows for people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assistant.eligibility.check import Checklist
from assistant.eligibility.figures import AGE, INDICATORS
from assistant.eligibility.finding import Aspect, Finding
from assistant.eligibility.kleene import Truth
from assistant.eligibility.verdict import VERDICT_NAMES, Item, Verdict
from assistant.eligibility.words import status_named
from assistant.labels import LABEL

_LONGEST_NAME = 40
_SHORTEST_NAME = 4
_MARKS = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "？"}
NOTE = (
    "本清单由政问程序依据所列条款与所填情况自动生成（人工智能生成合成内容），只供自查；"
    "“核对说明”“准备材料”“提示”是程序的说明，不是文件内容。是否符合以主管部门认定为准，内容以文件原文为准。"
)


def checklist_to_json(checklist: Checklist) -> dict[str, Any]:
    """The output of `zhengwen eligibility --json` and of POST /v1/eligibility."""
    question = checklist.next_question
    return {
        "profile": checklist.profile.to_json(),
        "as_of": checklist.as_of.isoformat(),
        "items": [item_to_json(item) for item in checklist.items],
        "next_question": question.text if question else None,
        "ai_generated": True,
        "label": LABEL,
        "notice": NOTE,
    }


def item_to_json(item: Item) -> dict[str, Any]:
    """One Measure with its verdict."""
    return {
        "measure": measure_name(item),
        "document_id": item.measure.document_id,
        "address": item.measure.address,
        "quote": item.measure.quote,
        "start": item.measure.start,
        "end": item.measure.end,
        "verdict": item.verdict.value,
        "verdict_name": VERDICT_NAMES[item.verdict],
        "amount": item.measure.amount,
        "conditions": [
            {
                "text": f.text,
                "verdict": f.truth.value,
                "why": f.why,
                "address": item.measure.address,
            }
            for f in item.findings
        ],
        "departments": list(item.departments),
        "apply_to": item.measure.apply_to,
        "prepare": list(prepare(item)),
        "notes": list(item.notes),
    }


def measure_name(item: Item) -> str:
    """The clause's title, or the nearest one above it, and what is given."""
    clause = item.parsed.clauses[item.measure.clause]
    title = clause.title or (clause.path[-1] if clause.path else "")
    benefit = item.measure.benefit.strip("，。；、： ")
    if len(benefit) < _SHORTEST_NAME:
        benefit = item.measure.quote.replace("\n", "").strip("，。；、： ")
    if len(benefit) > _LONGEST_NAME:
        benefit = f"{benefit[: _LONGEST_NAME - 1]}…"
    return f"{title}：{benefit}" if title and len(title) <= _LONGEST_NAME else benefit


def prepare(item: Item) -> tuple[str, ...]:
    """What would show that the conditions hold, as the assistant's own hints."""
    if item.verdict not in (Verdict.MET, Verdict.UNKNOWN):
        return ()
    proofs = (f.proof for f in item.findings if f.proof and f.truth is not Truth.FALSE)
    return tuple(dict.fromkeys(proofs))


def reason(item: Item) -> str:
    """Why the verdict is what it is, in one line."""
    decided = [f for f in item.decided_by if _tells(f)] or list(item.decided_by)
    return "；".join(dict.fromkeys(f.why for f in decided))


def _tells(finding: Finding) -> bool:
    return not (finding.aspect is Aspect.KIND and finding.truth is Truth.TRUE)


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a person reads it; every field is text, lines by newline."""

    verdict: str
    measure: str
    address: str
    quote: str
    amount: str
    conditions: str
    prepare: str
    departments: str
    notes: str


COLUMNS = (
    ("结论", "verdict", 9),
    ("措施", "measure", 26),
    ("条款号", "address", 24),
    ("原文", "quote", 46),
    ("金额或比例", "amount", 14),
    ("核对说明", "conditions", 40),
    ("准备材料", "prepare", 26),
    ("负责部门", "departments", 20),
    ("提示", "notes", 26),
)


def rows(checklist: Checklist, verdicts: Iterable[Verdict]) -> list[Row]:
    """The items of some verdicts in the checklist's order."""
    wanted = set(verdicts)
    return [
        Row(
            VERDICT_NAMES[item.verdict],
            measure_name(item),
            item.measure.address,
            item.measure.quote.replace("\n", ""),
            item.measure.amount or "",
            "\n".join(f"{_MARKS[f.truth]} {f.text}：{f.why}" for f in item.findings),
            "\n".join(prepare(item)),
            "、".join(item.departments),
            "\n".join(item.notes),
        )
        for item in checklist.items
        if item.verdict in wanted
    ]


def profile_lines(checklist: Checklist) -> list[tuple[str, str]]:
    """What was understood of the asker, in words; what is unknown is left out."""
    known = checklist.profile.to_json()
    lines = [
        (name, str(known[key]))
        for key, name in (
            ("kind", "主体类型"),
            ("region", "所在地区"),
            ("size", "企业规模"),
            ("ownership", "所有制"),
            ("industry", "行业"),
            ("taxpayer", "纳税人类型"),
            ("rd_treatment", "研发费用处理"),
        )
        if known[key]
    ]
    statuses = checklist.profile.statuses
    held = [name for name, has in statuses.items() if has]
    implied = {other for name in held if (s := status_named(name)) for other in s.implies}
    for label, names in (
        ("资质", [name for name in held if name not in implied]),
        ("还不具备", [name for name, has in statuses.items() if not has]),
    ):
        if names:
            lines.append((label, "、".join(names)))
    units = {indicator.name: indicator.unit for indicator in INDICATORS} | {AGE: "年"}
    lines += [
        (name, said.in_words(units[name])) for name, said in checklist.profile.figures.items()
    ]
    return lines
