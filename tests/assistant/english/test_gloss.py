from __future__ import annotations

import pytest

from assistant.english.gloss import Gloss, Glosser
from assistant.english.terms import TermList

GLOSSER = Glosser(
    TermList.load(),
    writes=lambda term: term in "高新技术企业、技术合同成交额、八大平台、科研项目、比例、试点",
    names=lambda phrase: phrase in ("创新生态指导意见", "双创意见"),
    of_year=lambda time: "《科技规划》" if time == "2021年" else "",
)


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        (
            "How many high-tech enterprises does Zhuzhou want by 2025?",
            "株洲到2025年打算高新技术企业有多少个？",
        ),
        (
            "What is the target for technology contract turnover in Hunan?",
            "湖南技术合同成交额目标是多少？",
        ),
        (
            "Compare the technology contract turnover of Hunan for 2020 with Zhuzhou's for 2025.",
            "对比技术合同成交额：湖南2020年、株洲2025年各是多少？",
        ),
        (
            "What kind of research projects does Zhuzhou support, and for which pilots?",
            "株洲科研项目支持和试点有哪些？",
        ),
        (
            "If a research project fails, are the officials who support the pilots responsible?",
            "科研项目失败干部支持试点负责吗？",
        ),
        ("Is it true that Zhuzhou has 300 high-tech enterprises?", "株洲300家高新技术企业，对吗？"),
        ("Who is in charge of pilots under the 2021 plan", "《科技规划》试点由哪个部门牵头负责？"),
        ("What does Article 3 of document 51 (2017) say?", "2017年51号文第3条的内容是什么？"),
        (
            "What does the provincial guiding opinion on the innovation ecosystem say about pilots?",
            "创新生态指导意见试点有什么规定？",
        ),
        ("How many students did Zhuzhou train?", "株洲目前学生培养有多少人？"),
        ("Where does Zhuzhou rank in the province?", "株洲全省排名第几？"),
        ("And Zhuzhou by 2025?", "株洲到2025年呢？"),
        ("What is 揭榜挂帅 in Zhuzhou?", "株洲揭榜挂帅是什么？"),
        ("Can firms apply for pilots?", "可以企业申报试点吗？"),
        ("List the eight platforms.", "八大平台有哪些？"),
    ],
)
def test_a_question_is_put_into_chinese_order_and_terms(question: str, chinese: str) -> None:
    assert GLOSSER.gloss(question).text == chinese


def test_the_wording_that_the_corpus_writes_is_taken_and_the_others_are_kept() -> None:
    assert GLOSSER.gloss("technology contract turnover") == Gloss(
        "技术合同成交额是多少？",
        (("技术合同成交额", ("技术合同交易额", "技术合同成交总额")),),
    )


def test_words_that_the_list_lacks_stay_as_they_are() -> None:
    read = GLOSSER.gloss("How many zeppelins does Hunan have?")
    assert read == Gloss("湖南zeppelins有多少个？", (("zeppelins", ()),))


def test_a_question_word_that_joins_asks_nothing() -> None:
    assert GLOSSER.gloss("Are pilots open to firms which failed?").text == "试点企业失败吗？"
