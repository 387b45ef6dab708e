from __future__ import annotations

import pytest

from assistant.eligibility.verdict import Verdict
from corpus.models import ParsedDocument
from tests.assistant.eligibility.policies import TITLE, checked, one_measure, policy, verdict


def _items(said: str) -> list[tuple[str, str]]:
    return [(i.verdict.value, i.measure.benefit) for i in checked(said).items]


def test_measures_come_in_the_order_of_their_verdicts() -> None:
    assert _items("我们是长沙的公司，今年首次通过高新技术企业认定，小型企业") == [
        ("met", "给予20万元一次性奖励"),
        ("unknown", "每年发放3万元创新券"),
        ("unknown", "按展位费的50%给予补贴，最高不超过10万元"),
        ("guidance", "做大做强，建设一流品牌"),
        ("not_applicable", "每人每月给予生活补贴2000元"),
    ]


def test_a_met_item_says_why_who_answers_and_that_rewards_do_not_add_up() -> None:
    (item,) = checked("我们是长沙的公司，今年首次通过高新技术企业认定").of(Verdict.MET)
    assert item.departments == ("市科技局", "市财政局")
    assert item.notes == ("文件写明：“已享受同类奖励的不重复享受”，不能与同类支持叠加计算。",)
    assert [f.why for f in item.findings] == [
        "你们在长沙市",
        "你们是企业",
        "你们说明了是高新技术企业",
        "你们说：“今年首次通过高新技术企业认定”",
    ]


def test_who_has_had_the_like_is_not_told_to_have_it_again() -> None:
    said = "我们是长沙的公司，今年首次通过高新技术企业认定，去年领过奖励"
    assert _items(said)[0][0] == "unknown"


def test_a_measure_of_another_place_is_not_for_the_asker() -> None:
    checklist = checked("我们是岳阳的高新技术企业")
    assert {i.verdict for i in checklist.items} == {Verdict.NOT_APPLICABLE}
    assert checklist.next_question is None


def test_a_province_alone_leaves_the_city_open() -> None:
    item = checked("我们是湖南的科技型小微企业").of(Verdict.UNKNOWN)[0]
    assert [f.why for f in item.findings if f.ask] == ["只说明了在湖南省"]


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (policy(region="岭川市"), "没有说明是否在岭川市"),
        (policy(region=None, level=None), "文件没有写明适用的地区"),
        (policy(region="鼓楼区"), "名叫鼓楼区的地方不止一个"),
    ],
)
def test_a_place_that_cannot_be_told_leaves_everything_open(
    document: ParsedDocument, why: str
) -> None:
    items = checked("我们在南京市鼓楼区，是科技型小微企业", document).items
    assert {i.verdict for i in items if i.measure.beneficiary == "科技型小微企业"} == {
        Verdict.UNKNOWN
    }
    assert why in {f.why for i in items for f in i.findings}


def test_a_place_in_no_table_is_known_by_its_name() -> None:
    checklist = checked("我们在岭川市，是科技型小微企业", policy(region="岭川市"))
    assert [i.measure.benefit for i in checklist.of(Verdict.MET)] == ["每年发放3万元创新券"]


def test_a_draft_promises_nothing_yet() -> None:
    checklist = checked("我们是长沙的科技型小微企业", policy(status="征求意见稿"))
    assert checklist.of(Verdict.MET) == ()


def test_what_is_given_to_any_enterprise_without_conditions_is_never_met() -> None:
    assert verdict("给予企业20万元奖励。", "我们是长沙的企业") == "unknown"


@pytest.mark.parametrize(
    ("said", "found"), [("注册在长沙", "met"), ("在长沙注册", "met"), ("在长沙", "unknown")]
)
def test_our_city_is_the_documents_own(said: str, found: str) -> None:
    sentence = "对在我市注册的高新技术企业，给予10万元奖励。"
    assert verdict(sentence, f"我们公司{said}，是高新技术企业") == found


GIVEN = "对高新技术企业给予10万元奖励"
HOLDER = "我们是长沙的高新技术企业"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GIVEN}。失信企业除外。",
        f"{GIVEN}。申请企业应当在我市纳税满三年。",
        f"{GIVEN}（限制造业企业）。",
        "对高新技术企业，择优给予50万元奖励。",
        "每年评选10家高新技术企业，每家给予50万元奖励。",
        "对高新技术企业可给予最高50万元奖励。",
    ],
)
def test_a_demand_beside_the_measure_keeps_it_open(sentence: str) -> None:
    assert verdict(f"{GIVEN}。", HOLDER) == "met"
    assert verdict(sentence, HOLDER) == "unknown"


def test_a_measure_whose_time_is_over_is_for_nobody() -> None:
    sentence = f"自2021年1月1日至2023年12月31日，{GIVEN}。"
    assert verdict(sentence, HOLDER) == "not_applicable"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("，我们没有失信记录", "met"),
        ("，我们被列入失信名单", "unmet"),
        ("，失信记录已经修复", "unmet"),
        ("", "unknown"),
    ],
)
def test_who_is_shut_out_has_to_be_told(said: str, found: str) -> None:
    assert verdict(f"{GIVEN}。失信企业除外。", f"{HOLDER}{said}") == found


def test_demands_on_every_applicant_stand_in_a_clause_of_their_own() -> None:
    text = (
        f"{TITLE}\n\n第一条 {GIVEN}。\n第二条 申请专项资金的单位应当具备下列条件：\n"
        "（一）依法纳税；\n（二）信用良好。\n第三条 本措施自印发之日起施行。\n"
    )
    (item,) = checked(HOLDER, policy(text)).of(Verdict.UNKNOWN)
    assert [f.why for f in item.findings if f.truth.value == "unknown"] == [
        "第二条另有要求，须逐项核对"
    ]


def test_guidance_is_no_promise_and_not_for_whom_it_leaves_out() -> None:
    document = one_measure("鼓励民营企业做大做强。")
    assert [i.verdict for i in checked("我们是长沙的民营企业", document).items] == [
        Verdict.GUIDANCE
    ]
    assert [i.verdict for i in checked("我们是长沙的国有企业", document).items] == [
        Verdict.NOT_APPLICABLE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x7f",
        "\ud800",
        "🎉" * 500,
        ".*[a-z]+(((((\\$^",
        "9" * 2000,
        "亿" * 2000,
        "0000年9999年成立，员工99999999999999999999人，研发投入占比百分之",
        "，" * 2000,
        "如果" * 1000,
        "我们是" * 600,
    ],
)
def test_whatever_is_said_the_checklist_stands_and_nothing_is_met(text: str) -> None:
    checklist = checked(text)
    assert len(checklist.items) == 5
    assert checklist.of(Verdict.MET) == ()
