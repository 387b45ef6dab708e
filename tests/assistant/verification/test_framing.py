"""What the program says around its quotes is checked as well: lists, labels, deadlines, places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.library import Library
from assistant.models import Draft, Statement, Status, Support
from assistant.verification.verify import verify
from tests.assistant.engine import MEASURES_NAME, RULES_NAME, says, support

DUTIES = {
    "（一）发放创新券": "省科技厅牵头，省财政厅、省教育厅配合",
    "（四）明确发展目标": "省科技厅牵头，省统计局配合",
}
GOAL = "科技型中小企业达到8000家"
DOCTOR = "对全职引进的博士，每人每月发放生活补贴2000元，连续发放三年。"


def duty_list(library: Library, head: str = "共2条：\n牵头：\n") -> tuple[Statement, ...]:
    """The clauses that 省科技厅 leads, with the opening of the list."""
    statements = []
    for heading, duty in DUTIES.items():
        fact = next(
            fact
            for fact in library.parsed("measures").facts.responsibilities
            if fact.quote.strip("（）") == duty
        )
        supports = (
            support(library, "measures", heading),
            Support("measures", fact.clause, fact.start, fact.end),
        )
        statements.append(Statement(f"{heading}：{duty}", supports))
    return (replace(statements[0], text=head + statements[0].text), *statements[1:])


def faults(library: Library, *statements: Statement, asked: str = "") -> list[str]:
    """The reasons for all that is removed."""
    draft = Draft(Status.ANSWERED, statements, composer="list_duties")
    return [removed.fault.reason for removed in verify(draft, library, asked).removed]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("共2条：\n牵头：\n", []),
        ("共2条：\n", []),
        ("共3条：\n牵头：\n", ["count 共3条 is not how many follow"]),
        ("共1条：\n", ["count 共1条 is not how many follow"]),
        ("共2条：\n配合：\n", ["role 配合 belongs to something else"] * 2),
        ("共2条：\n按职责分工负责：\n", ["role 按职责分工负责 belongs to something else"] * 2),
        (
            "共2条：\n以下条款均未写明由省科技厅牵头。\n",
            ["role 省科技厅牵头 is what the source says"],
        ),
        ("共2条：\n以下条款均未写明由省科技厅配合。\n牵头：\n", []),
        ("第2条：\n", ["number 2条 not in the source"]),
        ("不含2条：\n", ["number 2条 not in the source"]),
    ],
)
def test_the_head_of_a_list_is_checked(library: Library, head: str, expected: list[str]) -> None:
    assert faults(library, *duty_list(library, head), asked="省科技厅牵头哪些条款？") == expected


def test_a_list_that_lost_an_item_is_not_the_complete_one(library: Library) -> None:
    first, second = duty_list(library)
    wrong = replace(second, text=second.text.replace("省统计局", "省商务厅"))
    assert faults(library, first, wrong, asked="省科技厅牵头哪些条款？") == [
        "count 共2条 is not how many follow",
        "body 省商务厅 not in the source",
    ]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (f"根据{MEASURES_NAME}（四），到2025年，", []),
        (f"根据{MEASURES_NAME}（四）“明确发展目标”，", []),
        (f"{MEASURES_NAME}（四）：\n", []),
        (f"根据{MEASURES_NAME}（四），到2026年，", ["number 2026年 not in the source"]),
        (f"根据{MEASURES_NAME}（四），2025年起，", ["number 2025年 not in the source"]),
        (f"根据{MEASURES_NAME}（五），到2025年，", ["number 2025年 not in the source"]),
        (f"根据{MEASURES_NAME}二（四），", ["number 二 not in the source"]),
        (
            f"根据{MEASURES_NAME}（四）“明确投资目标”，",
            ["programme 明确投资目标 not in the source"],
        ),
        (f"根据{RULES_NAME}（四），", ["number 四 not in the source"]),
        (f"根据{MEASURES_NAME}（四），不要求", ["negation 不 not in the source"]),
        (f"根据{MEASURES_NAME}（四），至少1000家、", ["number 至少1000家 not in the source"]),
        (f"根据{MEASURES_NAME}（四），省商务厅称", ["body 省商务厅 not in the source"]),
        (f"根据{MEASURES_NAME}（四），安徽的", ["region 安徽 not in the source"]),
        (f"根据{MEASURES_NAME}（四），必须", ["force 必须 not in the source"]),
    ],
)
def test_a_frame_makes_no_claim_of_its_own(
    library: Library, frame: str, expected: list[str]
) -> None:
    statement = replace(says(library, "measures", GOAL), text=f"{frame}{GOAL}。")
    assert faults(library, statement) == expected


@pytest.mark.parametrize("behind", ["以上", "，每年新增100家", "，但不含个体工商户", "、省商务厅"])
def test_nothing_may_be_hung_behind_a_quote(library: Library, behind: str) -> None:
    statement = replace(says(library, "measures", GOAL), text=f"{GOAL}{behind}。")
    assert len(faults(library, statement)) == 1


def test_a_digit_before_a_quote_does_not_become_part_of_it(library: Library) -> None:
    amount = says(library, "plan", "2000元")
    assert faults(library, replace(amount, text="2000元。")) == []
    assert faults(library, replace(amount, text="12000元。")) == ["number 1 not in the source"]


def test_the_same_quote_must_stand_at_every_place(library: Library) -> None:
    statement = says(library, "plan", DOCTOR)
    wrong = replace(statement, text=f"{DOCTOR}{DOCTOR.replace('2000', '3000')}")
    assert len(faults(library, wrong)) == 1
