from __future__ import annotations

import json

from assistant.eligibility.export import (
    NOTE,
    checklist_to_json,
    measure_name,
    prepare,
    profile_lines,
    reason,
    rows,
)
from assistant.eligibility.verdict import Verdict
from tests.assistant.eligibility.policies import TITLE, checked, one_measure

SAID = "我们是长沙的公司，今年首次通过高新技术企业认定，去年营业收入1.3亿元，不是外贸企业"


def test_a_checklist_is_json_with_label_and_next_question() -> None:
    made = json.loads(json.dumps(checklist_to_json(checked(SAID)), allow_nan=False))
    assert (made["as_of"], made["ai_generated"], made["notice"]) == ("2026-05-01", True, NOTE)
    assert made["next_question"] == "按统计上的划型，你们是大型、中型、小型还是微型企业？"
    assert made["items"][0] == {
        "measure": "奖励创新企业：给予20万元一次性奖励",
        "document_id": "m",
        "address": f"《{TITLE}》一（一）",
        "quote": "对首次认定的高新技术企业，给予20万元一次性奖励",
        "start": made["items"][0]["start"],
        "end": made["items"][0]["end"],
        "verdict": "met",
        "verdict_name": "符合",
        "amount": "20万元",
        "conditions": [
            {
                "text": text,
                "verdict": "met",
                "why": why,
                "address": f"《{TITLE}》一（一）",
            }
            for text, why in (
                ("长沙市", "你们在长沙市"),
                ("高新技术企业", "你们是企业"),
                ("高新技术企业", "你们说明了是高新技术企业"),
                ("首次认定的高新技术企业", "你们说：“今年首次通过高新技术企业认定”"),
            )
        ],
        "departments": ["市科技局", "市财政局"],
        "apply_to": None,
        "prepare": ["高新技术企业证书", "能证明“首次认定的高新技术企业”的材料"],
        "notes": ["文件写明：“已享受同类奖励的不重复享受”，不能与同类支持叠加计算。"],
    }


def test_only_what_may_be_had_has_papers_to_prepare() -> None:
    checklist = checked(SAID)
    (unmet,) = checklist.of(Verdict.UNMET)
    assert (prepare(unmet), reason(unmet)) == ((), "你们说明了还不是外贸企业")


def test_a_measure_is_named_by_its_clause_and_what_is_given() -> None:
    (item,) = checked("我们是长沙的企业", one_measure("支持企业建设。")).items
    assert measure_name(item) == "加大支持力度：支持企业建设"


def test_what_was_understood_is_said_in_words_without_what_it_implies() -> None:
    checklist = checked("我们是长沙的专精特新小巨人企业，去年营业收入1.3亿元，不是高新技术企业")
    assert profile_lines(checklist) == [
        ("主体类型", "企业"),
        ("所在地区", "长沙市"),
        ("企业规模", "中型或小型或微型"),
        ("资质", "专精特新“小巨人”企业"),
        ("还不具备", "高新技术企业"),
        ("营业收入", "13000万元"),
    ]


def test_a_row_marks_every_condition() -> None:
    (row,) = rows(checked(SAID), (Verdict.UNMET,))
    assert row.conditions.split("\n") == [
        "✓ 长沙市：你们在长沙市",
        "✓ 外贸企业：你们是企业",
        "✗ 外贸企业：你们说明了还不是外贸企业",
        "？ 参加境外展会的：没有说明是否“参加境外展会”",
    ]
