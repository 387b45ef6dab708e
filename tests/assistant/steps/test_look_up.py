"""Clause look-ups: verbatim, of the right document, and questions about one clause."""

from __future__ import annotations

import pytest

from assistant import messages
from assistant.assistant import Assistant
from assistant.models import Answer, Exchange, Status
from corpus.models import Document
from tests.assistant.engine import RULES_NAME, index_of, parsed

MUSEUM = """梅岭市博物馆管理办法

第一章 总则
第一条 为规范博物馆管理，制定本办法。
第二条 市文化旅游局负责全市博物馆的管理工作。
市财政局负责安排专项资金。
第二章 开放
第三条 博物馆每年开放不少于300天，对免费开放的博物馆每年给予40万元补助。
第四条 博物馆不得出租展厅。
"""
FARM = """梅岭市家庭农场认定办法

第一条 为规范家庭农场认定，制定本办法。
第二条 市农业农村局负责家庭农场的认定。
第三条 申请认定的农场须满足以下条件：
（一）面积不少于50亩；
（二）经营满2年。
"""
NOTICE = """梅岭市人民政府办公室关于印发《梅岭市湿地保护办法》的通知
梅政办发〔2022〕9号
现印发给你们。
一、划定范围
划定湿地12处。
二、安排经费
（一）每年安排经费80万元。（市林业局负责）
"""
MUSEUM_NAME, FARM_NAME = "《梅岭市博物馆管理办法》", "《梅岭市家庭农场认定办法》"
NOTICE_NAME = "《梅岭市人民政府办公室关于印发〈梅岭市湿地保护办法〉的通知》（梅政办发〔2022〕9号）"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    documents = (
        (Document(id="museum", file="m.txt", title="梅岭市博物馆管理办法", level="市"), MUSEUM),
        (Document(id="farm", file="f.txt", title="梅岭市家庭农场认定办法", level="市"), FARM),
        (
            Document(
                id="wet",
                file="w.txt",
                title="梅岭市人民政府办公室关于印发《梅岭市湿地保护办法》的通知",
                number="梅政办发〔2022〕9号",
                level="市",
            ),
            NOTICE,
        ),
    )
    return Assistant(index_of(*(parsed(document, raw) for document, raw in documents)))


def test_a_clause_is_given_paragraph_by_paragraph(assistant: Assistant) -> None:
    answer = assistant.answer("博物馆管理办法第二条原文")
    assert answer.status is Status.ANSWERED
    assert answer.answer == (
        f"{MUSEUM_NAME}第二条：\n第二条 市文化旅游局负责全市博物馆的管理工作。[1]\n"
        "市财政局负责安排专项资金。[2]"
    )
    assert [c.quote for c in answer.citations] == [
        "第二条 市文化旅游局负责全市博物馆的管理工作。",
        "市财政局负责安排专项资金。",
    ]
    assert answer.notices == ()


def test_a_paragraph_alone_is_given_alone(assistant: Assistant) -> None:
    answer = assistant.answer("博物馆管理办法第二条第二款原文")
    assert answer.answer == f"{MUSEUM_NAME}第二条：\n市财政局负责安排专项资金。[1]"
    assert answer.notices == (messages.paragraph_of(f"{MUSEUM_NAME}第二条", 2),)


def test_every_clause_that_is_named_is_given(assistant: Assistant) -> None:
    answer = assistant.answer("博物馆管理办法第1条和第4条分别讲什么")
    assert answer.answer == (
        f"{MUSEUM_NAME}第一条：\n第一条 为规范博物馆管理，制定本办法。[1]\n"
        f"{MUSEUM_NAME}第四条：\n第四条 博物馆不得出租展厅。[2]"
    )


def test_titles_inside_a_title_have_their_own_marks(assistant: Assistant) -> None:
    answer = assistant.answer("《梅岭市湿地保护办法》第一条")
    assert answer.answer == f"{NOTICE_NAME}一：\n一、划定范围[1]\n划定湿地12处。[2]"


@pytest.mark.parametrize(
    ("question", "refusal"),
    [
        ("湖州市博物馆管理办法第三条", messages.document_not_held("湖州市博物馆管理办法")),
        ("《文物保护法》第三条", messages.document_not_held("文物保护法")),
        ("《文物保护法》原文", messages.document_not_held("文物保护法")),
        ("博物馆管理办法第九条", messages.no_such_clause("梅岭市博物馆管理办法", "第九条")),
        ("第九条讲什么", messages.no_such_clause_held("第九条")),
        ("第五章", messages.no_such_clause("梅岭市博物馆管理办法", "第五章")),
    ],
)
def test_what_is_not_held_is_said(assistant: Assistant, question: str, refusal: str) -> None:
    answer = assistant.answer(question)
    assert (answer.status, answer.answer) == (Status.NO_SUCH_CLAUSE, refusal)
    assert answer.citations == ()


def test_what_is_held_is_given_beside_what_is_not(assistant: Assistant) -> None:
    answer = assistant.answer("《文物保护法》第三条和博物馆管理办法第四条")
    assert answer.answer == f"{MUSEUM_NAME}第四条：\n第四条 博物馆不得出租展厅。[1]"
    assert answer.notices == (messages.document_not_held("文物保护法"),)


def test_a_number_that_several_documents_have_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.answer("第一条原文")
    assert answer.status is Status.CLARIFY
    given = {c.title for c in answer.citations}
    assert len(given) == 1
    named = next(n for n in answer.notices if "没有说明是哪份文件" in n)
    for title in (MUSEUM_NAME, FARM_NAME):
        assert title in named


def test_the_questions_own_words_tell_which_document_is_meant(assistant: Assistant) -> None:
    answer = assistant.answer("第三条里家庭农场认定要满足的面积条件原文")
    assert answer.status is Status.ANSWERED
    assert {c.document_id for c in answer.citations} == {"farm"}


def test_a_chapter_is_no_part_of_a_document_without_chapters(assistant: Assistant) -> None:
    answer = assistant.answer("第二章原文")
    assert answer.status is Status.ANSWERED
    assert {c.document_id for c in answer.citations} == {"museum"}


@pytest.mark.parametrize(
    ("question", "words", "clauses"),
    [
        ("博物馆管理办法第三条给多少钱", "40万元", {"第三条"}),
        ("博物馆管理办法第二条由谁负责", "市文化旅游局", {"第二条"}),
        ("湿地保护办法第二部分一年安排多少经费", "80万元", {"二（一）"}),
    ],
)
def test_what_is_asked_of_a_clause_is_answered_from_it(
    assistant: Assistant, question: str, words: str, clauses: set[str]
) -> None:
    answer = assistant.answer(question)
    assert answer.status is Status.ANSWERED
    assert words in answer.answer
    names = (MUSEUM_NAME, NOTICE_NAME)
    assert {
        next(c.address.removeprefix(n) for n in names if c.address.startswith(n))
        for c in answer.citations
    } == clauses


def test_what_a_clause_leaves_out_is_not_taken_from_another(assistant: Assistant) -> None:
    answer = assistant.answer("博物馆管理办法第四条给多少钱")
    assert (answer.status, answer.answer) == (Status.NOT_STATED, messages.NOT_STATED["amount"])


def test_a_follow_up_names_its_own_clause(assistant: Assistant) -> None:
    before = assistant.answer("博物馆管理办法第一条原文")
    answer = _after(assistant, "那第四条呢？", before)
    assert answer.answer == f"{MUSEUM_NAME}第四条：\n第四条 博物馆不得出租展厅。[1]"


def test_a_follow_up_asks_on_about_the_clause_before(assistant: Assistant) -> None:
    before = assistant.answer("博物馆管理办法第三条原文")
    answer = _after(assistant, "给多少钱？", before)
    assert "40万元" in answer.answer
    assert {c.address for c in answer.citations} == {f"{MUSEUM_NAME}第三条"}


def _after(assistant: Assistant, question: str, before: Answer) -> Answer:
    return assistant.answer(question, history=(Exchange(before.question, before),))


PLAZA = """梅岭市广场管理方案

一、划定摊位
（一）划定位置。每个广场设摊位20个。
（二）公开抽签。摊位每年抽签一次。
二、收取费用
（一）收费标准。每个摊位每月收费50元。
（二）减免对象。残疾人免收摊位费。
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("广场管理方案“收取费用”第（二）项原文", "残疾人免收摊位费"),
        ("广场管理方案收取费用部分第（一）项原文", "每个摊位每月收费50元"),
        ("广场管理方案划定摊位部分第（二）项原文", "摊位每年抽签一次"),
    ],
)
def test_a_heading_that_is_named_says_which_of_equal_numbers_is_meant(
    question: str, words: str
) -> None:
    document = Document(id="plaza", file="p.txt", title="梅岭市广场管理方案", level="市")
    answer = Assistant(index_of(parsed(document, PLAZA))).answer(question)
    assert words in answer.answer
    assert len(answer.citations) == 1


def test_a_document_called_by_another_number_of_articles_is_not_held(assistant: Assistant) -> None:
    answer = assistant.answer("梅岭博物馆20条的第三条怎么写的")
    assert (answer.status, answer.citations) == (Status.NO_SUCH_CLAUSE, ())


def test_a_number_stands_below_the_heading_that_is_named() -> None:
    document = Document(id="plaza", file="p.txt", title="梅岭市广场管理方案", level="市")
    engine = Assistant(index_of(parsed(document, PLAZA)))
    answer = engine.answer("广场管理方案“收取费用”第2点写了什么")
    assert "残疾人免收摊位费" in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("广场管理方案讲的不足，第二条是什么？", "摊位随意转租"),
        ("广场管理方案里“存在的不足”第1条说了啥", "占道经营"),
    ],
)
def test_a_heading_may_be_named_by_what_is_its_own_and_its_items_by_any_unit(
    question: str, words: str
) -> None:
    text = f"{PLAZA}三、存在的不足\n1.部分摊位占道经营。\n2.少数摊位随意转租。\n"
    document = Document(id="plaza", file="p.txt", title="梅岭市广场管理方案", level="市")
    answer = Assistant(index_of(parsed(document, text))).answer(question)
    assert words in answer.answer


def test_a_number_right_behind_a_heading_counts_what_stands_below_it() -> None:
    text = (
        "梅岭市双创意见\n\n一、总体要求\n（一）指导思想\n坚持创新。\n（二）基本原则\n"
        "——创新引领。抢占前沿。\n——人才优先。创造至上。\n（三）目标任务\n——到2020年，平台达到5个。\n"
        "——到2022年，平台达到9个。\n二、重点工作\n（四）建设平台。建设一批平台。\n（五）培育主体。培育一批企业。\n"
    )
    document = Document(id="opinion", file="o.txt", title="梅岭市双创意见", level="市")
    told = Assistant(index_of(parsed(document, text)))
    assert "人才优先" in told.answer("梅岭市双创意见基本原则第二条").citations[0].quote
    assert "达到9个" in told.answer("梅岭市双创意见目标任务第二点").citations[0].quote


def test_the_next_number_is_asked_of_the_same_matter() -> None:
    document = Document(id="plaza", file="p.txt", title="梅岭市广场管理方案", level="市")
    engine = Assistant(index_of(parsed(document, PLAZA)))
    first = engine.answer("广场管理方案“收取费用”第1点写了什么")
    assert "残疾人免收摊位费" in _after(engine, "第2点呢？", first).answer


def test_a_clause_named_over_and_over_is_given_once(engine: Assistant) -> None:
    once = engine.answer(f"{RULES_NAME}第四条原文")
    again = engine.answer(f"{RULES_NAME}" + "第四条、" * 12 + "原文")
    assert again.answer == once.answer


OPINION = """梅岭市关于培育人才的指导意见（征求意见稿）

一、优化环境
（一）简化审批。压减办事时限。
（二）拓展人才队伍
1.引进领军人才。每年引进领军人才10名。
2.培养专业人才。推动高校调整专业设置，培养工匠。
二、强化保障
（一）加强领导。成立领导小组。
（二）加强宣传。营造良好氛围。
"""


@pytest.fixture(scope="module")
def counted() -> Assistant:
    """An engine over a draft that counts in several places."""
    draft = Document(
        id="draft",
        file="d.txt",
        title="梅岭市关于培育人才的指导意见",
        level="市",
        status="征求意见稿",
    )
    rules = Document(id="museum", file="m.txt", title="梅岭市博物馆管理办法", level="市")
    return Assistant(index_of(parsed(draft, OPINION), parsed(rules, MUSEUM)))


@pytest.mark.parametrize(
    "question",
    [
        "指导意见讲人才队伍的第2点，高校要调整什么专业设置？",
        "那份征求意见稿里人才队伍的第2点原话怎么写的",
    ],
)
def test_a_point_is_counted_within_its_topic(counted: Assistant, question: str) -> None:
    answer = counted.answer(question)
    assert {c.address for c in answer.citations} == {"《梅岭市关于培育人才的指导意见》一（二）2"}


def test_a_heading_of_one_document_alone_needs_no_document_named() -> None:
    text = f"{PLAZA}三、存在的不足\n1.部分摊位占道经营。\n2.少数摊位随意转租。\n"
    plaza = Document(id="plaza", file="p.txt", title="梅岭市广场管理方案", level="市")
    other = Document(id="park", file="q.txt", title="梅岭市公园方案", level="市")
    park = "梅岭市公园方案\n\n一、总体要求\n二、主要措施\n1.种树。\n2.修路。\n三、组织实施\n"
    told = Assistant(index_of(parsed(plaza, text), parsed(other, park)))
    assert "随意转租" in told.answer("不足的第二条是什么？").citations[0].quote


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        (
            "方案第二部分三大块是什么？",
            ["二、主要措施", "（一）种树。", "（二）修路。", "（三）引水。"],
        ),
        (
            "方案第二部分包括哪几个方面？",
            ["二、主要措施", "（一）种树。", "（二）修路。", "（三）引水。"],
        ),
        (
            "方案第二部分原文",
            [
                "二、主要措施",
                "（一）种树。每年种树100棵。",
                "（二）修路。修路3公里。",
                "（三）引水。引水入园。",
            ],
        ),
    ],
)
def test_what_a_clause_consists_of_is_told_by_its_headings(
    question: str, quotes: list[str]
) -> None:
    text = (
        "梅岭市公园方案\n\n一、总体要求\n建设公园。\n二、主要措施\n"
        "（一）种树。每年种树100棵。\n（二）修路。修路3公里。\n（三）引水。引水入园。\n"
    )
    park = Document(id="park", file="q.txt", title="梅岭市公园方案", level="市")
    answer = Assistant(index_of(parsed(park, text))).answer(question)
    assert [c.quote.strip() for c in answer.citations] == quotes
