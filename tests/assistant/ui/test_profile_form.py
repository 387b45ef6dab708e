from __future__ import annotations

from assistant.eligibility.finding import Question
from assistant.service import Service
from assistant.ui.next_question import best_question, question_html, with_reply
from assistant.ui.profile_form import as_profile, form_html


def test_what_is_left_empty_stays_unknown() -> None:
    assert (
        as_profile({"kind": "", "region": "", "status:高新技术企业": "", "figure:员工": ""}) == {}
    )


def test_figures_get_the_unit_that_the_form_names_and_statuses_are_yes_or_no() -> None:
    assert as_profile(
        {
            "kind": "enterprise",
            "figure:营业收入": "8,000",
            "figure:研发投入占比": "6.5",
            "figure:员工": "大约120人",
            "status:高新技术企业": "yes",
            "status:上市公司": "no",
            "figure:没有这个": "1",
        }
    ) == {
        "kind": "enterprise",
        "营业收入": "8000万元",
        "研发投入占比": "6.5%",
        "员工": "大约120人",
        "高新技术企业": True,
        "上市公司": False,
    }


def test_the_form_is_read_as_it_was_filled_in(small_service: Service) -> None:
    profile = as_profile(
        {
            "kind": "enterprise",
            "size": "小型",
            "figure:营业收入": "800",
            "status:高新技术企业": "yes",
        }
    )
    known = small_service.eligibility(profile=profile).profile.to_json()
    assert (known["kind"], known["size"], known["statuses"]) == (
        "企业",
        "小型",
        {"高新技术企业": True},
    )
    assert "营业收入" in known["figures"]


def test_values_are_escaped_in_the_form() -> None:
    html = form_html({"region": '"><script>'})
    assert "<script>" not in html


def test_an_answer_goes_where_it_belongs() -> None:
    assert with_reply({}, "size", "？", "小型") == {"size": "小型"}
    assert with_reply({}, "figure:员工", "你们的员工是多少？", "30") == {"figure:员工": "30"}
    assert with_reply({}, "status:高新技术企业", "你们是不是高新技术企业？", "不是") == {
        "status:高新技术企业": "no"
    }
    assert with_reply({"text": "我们是企业。"}, "said:x", "你们有没有“自有厂房”？", "是") == {
        "text": "我们是企业。我们有自有厂房。"
    }


def test_a_question_that_was_passed_over_is_not_asked_again(small_service: Service) -> None:
    checklist = small_service.eligibility(text="我们是岭川市的科技型企业")
    first = best_question(checklist, ())
    assert first is not None
    second = best_question(checklist, [first.key])
    assert second != first


def test_a_question_for_words_has_a_field_and_one_of_having_says_have() -> None:
    assert 'name="reply"' in question_html(Question("figure:员工", "你们的员工是多少？"))
    assert ">没有</button>" in question_html(Question("said:厂房", "你们有没有“厂房”？"))
