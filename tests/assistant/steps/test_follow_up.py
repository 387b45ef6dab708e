"""A follow-up becomes a question that stands alone; a new question is left alone."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Exchange, Status, Turn
from assistant.steps.follow_up import ResolveFollowUp
from tests.assistant.engine import MEASURES_NAME, RULES_NAME

FIRST = "科技型小微企业每年能领多少创新券？"


def follow(engine: Assistant, question: str, *before: str) -> Turn:
    """The follow-up after a conversation that was really held."""
    history: tuple[Exchange, ...] = ()
    for earlier in before:
        history = (*history, Exchange(earlier, engine.answer(earlier, history=history)))
    turn = ResolveFollowUp(engine.library)(Turn(question, history=history))
    assert isinstance(turn, Turn)
    return turn


def test_a_first_question_stands_as_it_is(engine: Assistant) -> None:
    turn = follow(engine, "那它由谁牵头？")
    assert (turn.standalone, turn.prior) == ("那它由谁牵头?", ())


@pytest.mark.parametrize(
    "question", ["由谁牵头？", "那由哪个部门牵头？", "它归谁管？", "谁负责？", "还有哪些条件？"]
)
def test_a_question_without_its_subject_takes_it_from_before(
    engine: Assistant, question: str
) -> None:
    turn = follow(engine, question, FIRST)
    assert "创新券" in turn.standalone
    assert turn.standalone.endswith(question.replace("？", "?"))
    assert turn.prior[0] == ("measures", 2)


@pytest.mark.parametrize(
    "question",
    [
        "申请认定科技企业孵化器需要满足什么条件？",
        "到2025年株洲市高新技术企业的目标是多少家？",
        "全职引进的博士每月能领多少生活补贴？",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(engine: Assistant, question: str) -> None:
    turn = follow(engine, question, FIRST)
    assert (turn.standalone, turn.prior) == (question.replace("？", "?"), ())


def test_another_place_is_put_in_the_place_of_the_old_one(engine: Assistant) -> None:
    turn = follow(engine, "那长沙市呢？", "株洲市2025年高新技术企业目标是多少家？")
    assert turn.standalone == "长沙市2025年高新技术企业目标是多少家?"


def test_another_year_is_put_in_the_place_of_the_old_one(engine: Assistant) -> None:
    turn = follow(engine, "那2020年呢？", "株洲市2025年高新技术企业有多少家？")
    assert turn.standalone == "株洲市2020年高新技术企业有多少家?"


def test_another_matter_is_asked_the_same(engine: Assistant) -> None:
    turn = follow(engine, "那首次认定呢？", "发放创新券由哪个部门牵头？")
    assert turn.standalone.startswith("首次认定")
    assert "哪个部门" in turn.standalone
    assert "创新券" not in turn.standalone


def test_what_was_filled_in_is_in_the_trace(engine: Assistant) -> None:
    turn = follow(engine, "由谁牵头？", FIRST)
    assert [(e.step, dict(e.detail)) for e in turn.trace] == [
        (
            "follow_up",
            {
                "standalone": turn.standalone,
                "how": "continued",
                "before": FIRST.replace("？", "?"),
                "behind": "由谁牵头?",
            },
        )
    ]


def test_a_follow_up_is_answered_from_the_clause_before(engine: Assistant) -> None:
    before = Exchange(FIRST, engine.answer(FIRST))
    answer = engine.answer("由哪个部门牵头？", history=(before,))
    assert answer.citations[0].quote == "（省科技厅牵头，省财政厅、省教育厅配合）"


DUTIES = "省科技厅负责哪些工作？"


@pytest.mark.parametrize(
    ("question", "key", "standalone"),
    [
        ("第一个呢？", ("measures", 2), f"{MEASURES_NAME}（一）的内容是什么?"),
        ("上面第一条给多少钱？", ("measures", 2), f"{MEASURES_NAME}（一）给多少钱?"),
        ("最后那条的内容是什么", ("rules", 4), f"{RULES_NAME}第三条的内容是什么?"),
    ],
)
def test_an_item_of_the_list_before_is_named_by_its_address(
    engine: Assistant, question: str, key: tuple[str, int], standalone: str
) -> None:
    turn = follow(engine, question, DUTIES)
    assert (turn.standalone, turn.prior) == (standalone, (key,))


def test_an_item_is_still_pointed_at_after_another_one_was_asked_about(engine: Assistant) -> None:
    turn = follow(engine, "第二条呢？", DUTIES, "第一条能用来做什么？")
    assert turn.standalone == f"{MEASURES_NAME}（四）能用来做什么?"


def test_an_item_that_the_list_lacks_is_refused_with_their_number(engine: Assistant) -> None:
    history = (Exchange(DUTIES, engine.answer(DUTIES)),)
    answer = engine.answer("第九个呢？", history=history)
    assert (answer.status, answer.answer) == (
        Status.NO_SUCH_CLAUSE,
        "前面的答复没有列出这一项。请写明要问的是哪一项。",
    )


def test_an_article_that_a_question_numbers_is_no_item(engine: Assistant) -> None:
    turn = follow(engine, "第四条呢？", "孵化器认定管理办法第二条是什么？")
    assert turn.standalone == "孵化器认定管理办法第四条是什么?"


@pytest.mark.parametrize(
    ("question", "before", "standalone"),
    [
        (
            "那湖南省呢？",
            "株洲市2025年高新技术企业目标是多少家？",
            "湖南省2025年高新技术企业目标是多少家?",
        ),
        (
            "全省的呢",
            "株洲市2025年高新技术企业目标是多少家？",
            "全省2025年高新技术企业目标是多少家?",
        ),
        ("那若干措施里呢？", "孵化器认定管理办法规定了多少奖励？", "若干措施规定了多少奖励?"),
        ("省统计局呢？", "省财政厅配合哪些工作？", "省统计局配合哪些工作?"),
        ("那配合的呢？", "发放创新券由哪个部门牵头？", "发放创新券由哪个部门配合?"),
    ],
)
def test_another_slot_is_put_in_the_place_of_the_old_one(
    engine: Assistant, question: str, before: str, standalone: str
) -> None:
    assert follow(engine, question, before).standalone == standalone


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("不对，我问的是全省的", "全省2025年高新技术企业达到多少家?"),
        ("说错了，是2020年", "株洲市2020年高新技术企业达到多少家?"),
        ("不是2025年，是2020年", "株洲市2020年高新技术企业达到多少家?"),
        ("不是高新技术企业，是省级孵化器", "株洲市2025年省级孵化器达到多少家?"),
        ("我是说省级孵化器，不是高新技术企业", "株洲市2025年省级孵化器达到多少家?"),
        ("不对，我问的是博士每月能领多少生活补贴？", "株洲市博士每月能领多少生活补贴?"),
        ("不是问株洲，是问全省2020年的", "全省2020年高新技术企业达到多少家?"),
        ("你答的是株洲，我问的是长沙市", "长沙市2025年高新技术企业达到多少家?"),
        ("别说株洲市了，说长沙市", "长沙市2025年高新技术企业达到多少家?"),
        ("先别管株洲市，长沙市要突破多少家？", "2025年高新技术企业达到多少家? 长沙市要突破多少家?"),
        ("不对，我问的是省级孵化器有多少家", "株洲市2025年省级孵化器有多少家"),
    ],
)
def test_a_correction_puts_the_question_before_right(
    engine: Assistant, question: str, standalone: str
) -> None:
    turn = follow(engine, question, "株洲市2025年高新技术企业达到多少家？")
    assert turn.standalone == standalone


def test_a_correction_that_names_a_new_subject_is_read_in_several_ways(engine: Assistant) -> None:
    turn = follow(
        engine, "不对，我问的是省级孵化器有多少家", "株洲市2025年高新技术企业达到多少家？"
    )
    assert [other.standalone for other in turn.otherwise] == [
        "株洲市省级孵化器有多少家",
        "株洲市2025年高新技术企业达到 省级孵化器有多少家",
    ]


@pytest.mark.parametrize(
    ("questions", "standalone"),
    [
        # What was asked in between is not asked again; its place and time are kept.
        (
            ("株洲市2020年高新技术企业多少家？", "在全省排第几？", "它们的研发投入强度多大？"),
            "株洲市2020年高新技术企业多少家? 它们的研发投入强度多大?",
        ),
        (
            ("株洲市2020年高新技术企业多少家？", "2025年要达到几家？", "它们由谁管？"),
            "2025年株洲市高新技术企业多少家? 它们由谁管?",
        ),
        # What has no matter of its own is asked of what was asked last.
        (
            ("株洲市高新技术企业多少家？", "其中省级孵化器有几家？", "占多少？"),
            "株洲市高新技术企业多少家? 其中省级孵化器有 占多少?",
        ),
        # A part that the clauses do not tell is not what a next question is asked of.
        (
            ("株洲市高新技术企业多少家？", "其中光电产业有几家？", "占多少？"),
            "株洲市高新技术企业多少家? 占多少?",
        ),
        # 全省 is what the rank is counted in, not whose enterprises are asked about.
        (
            ("株洲市2020年高新技术企业多少家？", "占全省的多少？"),
            "株洲市2020年高新技术企业多少家? 占全省的多少?",
        ),
    ],
)
def test_a_chain_of_follow_ups_goes_on_from_its_first_question(
    engine: Assistant, questions: tuple[str, ...], standalone: str
) -> None:
    *before, last = questions
    assert follow(engine, last, *before).standalone == standalone


def test_a_follow_up_to_a_refused_one_goes_on_from_the_last_answer(engine: Assistant) -> None:
    turn = follow(engine, "由谁牵头？", FIRST, "它的联系电话是多少？")
    assert turn.standalone == f"{FIRST.replace('？', '?')} 由谁牵头?"
    assert turn.prior[0] == ("measures", 2)


@pytest.mark.parametrize("question", ["把那条原文给我", "原文呢？", "原话怎么写的？", "看看原文"])
def test_the_words_of_the_clause_answered_from(engine: Assistant, question: str) -> None:
    assert follow(engine, question, FIRST).standalone == f"{MEASURES_NAME}（一）原文"


@pytest.mark.parametrize(
    "question",
    [
        "换个问题：首次认定奖励多少？",
        "另外问一下，首次认定奖励多少？",
        "好的，再问个别的：首次认定奖励多少？",
    ],
)
def test_a_new_topic_leaves_the_conversation_behind(engine: Assistant, question: str) -> None:
    turn = follow(engine, question, FIRST)
    assert (turn.standalone, turn.history, turn.prior) == ("首次认定奖励多少?", (), ())


@pytest.mark.parametrize(
    "question",
    ["回到刚才创新券的事，由谁牵头？", "再说回创新券，由谁牵头？", "前面说的创新券由谁牵头？"],
)
def test_an_earlier_topic_is_returned_to(engine: Assistant, question: str) -> None:
    turn = follow(engine, question, FIRST, "申请认定孵化器需要满足什么条件？")
    assert turn.standalone == f"{FIRST.replace('？', '?')} 由谁牵头?"
    assert turn.prior[0] == ("measures", 2)


def test_the_first_question_is_returned_to_by_its_place(engine: Assistant) -> None:
    turn = follow(
        engine, "回到第一个问题，由谁牵头？", FIRST, "申请认定孵化器需要满足什么条件？", "谁审核？"
    )
    assert turn.standalone == f"{FIRST.replace('？', '?')} 由谁牵头?"


def test_the_former_and_the_latter_are_called_by_their_names(engine: Assistant) -> None:
    turn = follow(engine, "后者给多少？", "首次认定和研发费用补贴分别怎么规定？")
    assert turn.standalone.endswith(" 研发费用补贴给多少?")


@pytest.mark.parametrize(
    "question",
    [
        "科技型小微企业拿到的那些创新券，能不能用来买设备？",
        "孵化器认定管理办法第四条原文",
        "株洲市2025年和2020年的高企各有多少家？",
        "“科技企业孵化器”怎么解释？",
        "What does the plan say about doctoral talents?",
    ],
)
def test_words_that_point_inside_their_own_question_point_at_nothing_before(
    engine: Assistant, question: str
) -> None:
    turn = follow(engine, question, "首次认定奖励多少？")
    assert (turn.follows, turn.prior) == (False, ())


def test_what_goes_on_with_a_subject_of_its_own_keeps_only_the_place(engine: Assistant) -> None:
    turn = follow(engine, "那博士每月的生活补贴是多少？", "株洲市要建多少家省级孵化器？")
    assert turn.standalone == "株洲市博士每月的生活补贴是多少?"


def test_a_follow_up_that_names_its_own_place_does_not_drag_the_old_one_along(
    engine: Assistant,
) -> None:
    turn = follow(engine, "那湖南省由谁牵头？", "株洲市要建多少家省级孵化器？")
    assert "株洲市" not in turn.standalone


def test_a_part_that_every_document_has_is_that_of_the_document_spoken_of(
    engine: Assistant,
) -> None:
    turn = follow(engine, "发展目标有哪些？", "株洲市全职引进的博士每月能领多少生活补贴？")
    assert turn.standalone == "《株洲市“十四五”科技创新规划》发展目标有哪些?"


@pytest.mark.parametrize("question", ["换成长沙市看看", "要是长沙市呢", "单看长沙市的"])
def test_another_slot_is_put_in_however_it_is_introduced(engine: Assistant, question: str) -> None:
    turn = follow(engine, question, "株洲市2025年高新技术企业目标是多少家？")
    assert turn.standalone == "长沙市2025年高新技术企业目标是多少家?"


def test_an_aspect_is_asked_of_the_matter_before(engine: Assistant) -> None:
    turn = follow(engine, "时间表呢？", "发放创新券由哪个部门牵头？")
    assert turn.standalone == "发放创新券由哪个部门牵头? 时间表呢?"


@pytest.mark.parametrize(
    ("question", "otherwise"),
    [
        ("它由谁牵头？", [f"{MEASURES_NAME}（一）它由谁牵头?"]),
        (
            "谁牵头保护？",
            [f"{MEASURES_NAME}（一）谁牵头保护?", "科技型小微企业每年能创新券 谁牵头保护?"],
        ),
        ("谁管孵化器认定？", ["谁管孵化器认定?"]),
        ("联系电话是多少？", []),
    ],
)
def test_what_is_tried_when_it_is_refused_behind_the_question_before(
    engine: Assistant, question: str, otherwise: list[str]
) -> None:
    found = follow(engine, question, FIRST).otherwise
    assert [other.standalone for other in found] == otherwise


def test_which_ones_after_who_is_in_charge_asks_for_bodies(engine: Assistant) -> None:
    first = engine.answer("湖南省的创新券由哪个部门牵头？")
    answer = engine.answer(
        "那引进高层次人才这块呢，有哪几家？", history=[Exchange(first.question, first)]
    )
    assert "市人力资源社会保障局牵头，市财政局配合" in answer.answer


def test_that_clause_about_something_is_the_one_whose_heading_says_so(engine: Assistant) -> None:
    turn = follow(
        engine, "首次认定那条是谁负责？", "湖南省若干措施里创新券每年最多多少万元，谁牵头？"
    )
    assert turn.standalone == f"{MEASURES_NAME}（二）谁负责?"


def test_the_goal_behind_what_was_reached_is_of_another_time(engine: Assistant) -> None:
    turn = follow(engine, "目标呢？", "株洲市2020年高新技术企业达到多少家？")
    assert turn.standalone == "株洲市高新技术企业目标是多少?"
    answer = engine.answer("株洲市2020年高新技术企业达到多少家？")
    goal = engine.answer("目标呢？", history=[Exchange(answer.question, answer)])
    assert "400家" in goal.answer


def test_how_another_document_puts_it_asks_it_the_same(engine: Assistant) -> None:
    turn = follow(engine, "省委若干措施里是怎么规定的？", "株洲规划里怎么补贴博士？")
    assert turn.standalone == "若干措施里怎么补贴博士?"


def test_it_behind_the_name_of_a_document_is_what_was_spoken_of(engine: Assistant) -> None:
    turn = follow(engine, "若干措施里打算在它下面设什么？", "孵化器是指什么？")
    assert turn.standalone == "孵化器是 若干措施里打算在它下面设什么?"


def test_how_many_years_it_takes_is_exchanged_as_a_whole(engine: Assistant) -> None:
    turn = follow(engine, "一年呢？", "株洲规划五年目标是什么？")
    assert turn.standalone == "株洲规划一年目标是什么?"


def test_next_year_asks_for_plans_where_progress_was_asked(engine: Assistant) -> None:
    turn = follow(engine, "明年呢？", "株洲科技城的进展如何？")
    assert turn.standalone == "明年株洲科技城的打算如何?"


def test_whom_it_is_for_is_added_where_nobody_was_named(engine: Assistant) -> None:
    turn = follow(engine, "小微企业呢？", "湖南省的研发补贴比例是多少？")
    assert turn.standalone == "小微企业的湖南省的研发补贴比例是多少?"


def test_a_share_is_asked_where_before_it_was_how_much(engine: Assistant) -> None:
    turn = follow(engine, "它的比例呢？", FIRST)
    assert turn.standalone == "科技型小微企业每年能创新券 它的比例呢?"


def test_what_is_there_now_is_no_goal(engine: Assistant) -> None:
    turn = follow(engine, "我是说现状", "株洲市高新技术企业2025年目标是多少家？")
    assert turn.standalone == "株洲市高新技术企业，现在有多少?"


def test_another_year_s_figure_is_not_asked_without_its_matter(engine: Assistant) -> None:
    turn = follow(engine, "2021年完成多少？", "湖南省技术合同成交额的目标是多少？")
    assert turn.otherwise == ()
