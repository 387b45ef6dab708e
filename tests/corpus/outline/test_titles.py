"""What of a numbered paragraph is its title."""

from __future__ import annotations

import pytest

from tests.corpus.outlines import clauses_of


def _first(raw: str) -> tuple[str | None, str]:
    text, clauses, _ = clauses_of(f"某意见\n{raw}")
    return clauses[1].title, text[clauses[1].body : clauses[1].own_end].strip()


@pytest.mark.parametrize(
    ("paragraph", "title", "body"),
    [
        ("（一）总体要求", "总体要求", ""),
        ("1.指导思想：\n坚持以人民为中心。", "指导思想", "坚持以人民为中心。"),
        ("（四）更好发挥主力军作用。鼓励建设平台。", "更好发挥主力军作用", "鼓励建设平台。"),
        (
            "1．坚持重点,实施专项行动.\n支持企业.\n建设平台.\n引进人才.",
            "坚持重点，实施专项行动",
            "支持企业。\n建设平台。\n引进人才。",
        ),
        ("一、申报对象：在本市注册的企业。", "申报对象", "在本市注册的企业。"),
        ("（一）【目的】为规范管理，制定本办法。", "目的", "为规范管理，制定本办法。"),
        ("（一）注册满一年；", None, "注册满一年；"),
        (
            "一、满足下列条件的企业，经审核批准，可以享受政策：",
            None,
            "满足下列条件的企业，经审核批准，可以享受政策：",
        ),
        ("（一）给予企业10万元奖励。不重复奖励。", None, "给予企业10万元奖励。不重复奖励。"),
        (
            "第一条 为加强管理，制定本办法。有关规定另行发布。",
            None,
            "为加强管理，制定本办法。有关规定另行发布。",
        ),
        ("第一条 目的和依据\n为加强管理，制定本办法。", "目的和依据", "为加强管理，制定本办法。"),
    ],
)
def test_a_heading_is_a_title_and_a_statement_is_text(
    paragraph: str, title: str | None, body: str
) -> None:
    assert _first(paragraph) == (title, body)


def test_a_sentence_with_nothing_below_it_is_an_item_not_a_heading() -> None:
    _, clauses, _ = clauses_of("某指南\n一、材料\n1.申请表。\n2.执照。")
    assert [c.title for c in clauses[1:]] == ["材料", None, None]


def test_a_last_item_followed_by_a_remark_is_still_an_item() -> None:
    _, clauses, _ = clauses_of("某指南\n一、材料\n1.申请表；\n2.执照。\n以上材料一式两份。")
    assert [c.title for c in clauses[1:]] == ["材料", None, None]
