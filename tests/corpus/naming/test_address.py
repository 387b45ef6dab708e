"""Addresses however a person writes them, and numbers that do not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.manifest import load_corpus
from corpus.models import Corpus, Document
from corpus.naming.address import AddressBook, AddressMatches
from corpus.outline.labels import document_name
from corpus.parse import parse_document

REGULATION = """某市数据管理办法
第一章 总则
第一条 为规范管理，制定本办法。
第二条 本办法所称数据，是指下列记录：
（一）电子记录；
（二）纸质记录。
前款所称记录，包括副本。
第二条之一 数据应当备份。
第二章 附则
第三条 本办法自发布之日起施行。
"""
ARTICLE_2 = """第二条 本办法所称数据，是指下列记录：
（一）电子记录；
（二）纸质记录。
前款所称记录，包括副本。"""


@pytest.fixture(scope="module")
def book(five_documents: Corpus) -> AddressBook:
    return AddressBook(five_documents)


def _candidates(corpus: Corpus, matches: AddressMatches) -> list[str]:
    found = []
    for document_id, ordinal in matches.clauses:
        parsed = corpus.by_id[document_id]
        name = document_name(parsed.document)
        found.append(f"{document_id} {parsed.clauses[ordinal].address.removeprefix(name)}")
    return found


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("51号文第21条说什么", ["003 （二十一）"]),
        ("第二十一条原文是什么？", ["003 （二十一）"]),
        ("晋发〔2017〕51号21条", ["003 （二十一）"]),
        ("晋发2017 51号（二十一）", ["003 （二十一）"]),
        ("晋发[2017]51号文件第 21 条", ["003 （二十一）"]),
        ("2017年51号文(二十一)", ["003 （二十一）"]),
        ("实施意见的二十一条", ["003 （二十一）"]),
        ("（二十一）讲了什么", ["003 （二十一）"]),
        ("003第四十条", ["003 （四十）"]),
        ("双创实施意见（二）——2", ["003 （二）——2"]),
        ("指导意见二（四）4", ["000 二（四）4"]),
        ("二(四)4", ["000 二（四）4"]),
        ("指导意见二（二）1一是怎么说", ["000 二（二）1一是", "002 二（二）1一是"]),
        ("指导意见网页版二（二）1三是", ["002 二（二）1三是"]),
        ("《关于加快构建山西省创新生态的指导意见》三（一）", ["000 三（一）"]),
        ("运城规划第七部分（三）", ["004 七（三）"]),
        ("运城规划第七部分", ["004 七"]),
        ("运城市规划里第三部分第一点讲什么", ["004 三（一）"]),
        ("文件004五（一）", ["004 五（一）"]),
        ("打造一流创新生态规划五（二）1", ["004 五（二）1"]),
        ("汇报第四部分第五点", ["001 四（五）"]),
        ("汇报四、（五）", ["001 四（五）"]),
        ("汇报三1", ["001 三1"]),
        ("第二十一条和第二十八条", ["003 （二十一）", "003 （二十八）"]),
        ("山西省创新生态指导意见和运城规划的第三部分", ["000 三", "004 三"]),
        ("第八部分", ["003 八"]),
        ("汇报第二大块第九小节", ["001 二（九）"]),
        ("运城规划第五大部分第二节的头一条", ["004 五（二）1"]),
        ("指导意见第一章第一节", ["000 一（一）", "002 一（一）"]),
        ("指导意见第三块第二点", ["000 三（二）"]),
        ("运城规划第四大条", ["004 四"]),
        ("运城规划第四部分第一小点", ["004 四（一）"]),
        ("运城规划第四部分最后一条", ["004 四（三）"]),
        ("太原市的企业能用运城规划第四部分吗", ["004 四"]),
        ("那么实施意见呢，第二十二条", ["003 （二十二）"]),
        ("工作谋划汇报（征求意见稿）第四部分（五）", ["001 四（五）"]),
        ("51号文最后一条", ["003 （四十）"]),
        ("51号文倒数第二条", ["003 （三十九）"]),
        ("运城规划第四部分倒数第二条", ["004 四（二）"]),
        ("51号文第五部分第二十一条", ["003 （二十一）"]),
    ],
)
def test_clauses_are_found(
    five_documents: Corpus, book: AddressBook, question: str, expected: list[str]
) -> None:
    matches = book.resolve(question)
    assert _candidates(five_documents, matches) == expected
    assert matches.missing == ()


@pytest.mark.parametrize(
    ("question", "document_id", "text"),
    [
        ("第四十五条", "003", "第四十五条"),
        ("51号文第45条规定了什么", "003", "第45条"),
        ("实施意见四十一条", "003", "四十一条"),
        ("运城规划第八部分讲什么", "004", "第八部分"),
        ("指导意见二（四）9", "000", "二（四）9"),
        ("实施意见第十条第二款", "003", "第十条第二款"),
        ("51号文附件1", "003", "附件1"),
        ("第九部分", None, "第九部分"),
        ("第四章", None, "第四章"),
    ],
)
def test_a_number_that_does_not_exist_is_said_to_be_missing(
    book: AddressBook, question: str, document_id: str | None, text: str
) -> None:
    matches = book.resolve(question)
    assert [(m.document_id, m.text) for m in matches.missing] == [(document_id, text)]
    assert question[matches.missing[0].start : matches.missing[0].end] == text
    assert matches.clauses == ()


@pytest.mark.parametrize(
    ("question", "said", "documents"),
    [
        ("省里17年文件咋说的", "17年文件", ("003",)),
        ("2017年那份文件的有效期", "2017年那份文件", ("003",)),
    ],
)
def test_the_one_document_of_a_year_is_named_by_it(
    book: AddressBook, question: str, said: str, documents: tuple[str, ...]
) -> None:
    mentions = book.resolve(question).document_mentions
    assert [(m.text, m.document_ids) for m in mentions] == [(said, documents)]


@pytest.mark.parametrize(
    "question",
    [
        "第一名是谁",
        "山西文件里说的限时转化",
        "1999年的文件",
        "2020年要达到1500家高新技术企业吗",
        "第十四个五年规划一季度的进展",
        "双创高质量发展20条支持政策是什么",
        "一共多少条",
        "一、高企怎么认定？二、补贴多少",
        "第三方机构怎么收费",
        "创新驱动发展战略是什么",
        "规划目标是什么",
        "“1331工程”和“136”工程",
    ],
)
def test_what_is_no_address_is_left_alone(book: AddressBook, question: str) -> None:
    assert book.resolve(question) == AddressMatches()


@pytest.mark.parametrize(
    ("question", "title", "addressed"),
    [
        ("《公司法》第三条", "公司法", True),
        ("公司法第三条", "公司法", True),
        ("《关于全力打造创新生态的实施意见》出台了吗", "关于全力打造创新生态的实施意见", False),
        ("请问湖州市科技专项资金管理办法第五条", "湖州市科技专项资金管理办法", True),
        ("湖州市科技成果转化条例实施意见第五条", "湖州市科技成果转化条例实施意见", True),
        ("大同市关于促进养老服务的实施意见第十条", "大同市关于促进养老服务的实施意见", True),
        (
            "国务院关于推进大众创业万众创新的意见第三条",
            "国务院关于推进大众创业万众创新的意见",
            True,
        ),
        ("陕西省创新生态指导意见第三部分", "陕西省创新生态指导意见", True),
        ("实施意见实施细则第二十一条", "实施意见实施细则", True),
        ("湘发〔2017〕51号第三条", "湘发〔2017〕51号", True),
        ("晋政发〔2017〕51号第三条", "晋政发〔2017〕51号", True),
        ("【晋政发〔2026〕99号】第三条", "晋政发〔2026〕99号", True),
        ("长沙市人民政府令第12号第三条", "长沙市人民政府令第12号", True),
    ],
)
def test_a_document_that_is_not_held_is_none_of_ours(
    book: AddressBook, question: str, title: str, addressed: bool
) -> None:
    matches = book.resolve(question)
    assert [(f.title, f.addressed) for f in matches.foreign_titles] == [(title, addressed)]
    assert (matches.document_mentions, matches.clause_mentions, matches.missing) == ((), (), ())


@pytest.mark.parametrize(
    ("name", "documents"),
    [
        *((n, ("000", "002")) for n in ("指导意见", "创新生态指导意见", "省创新生态指导意见")),
        *(
            (n, ("003",))
            for n in ("双创实施意见", "51号文", "晋发51号文", "2017年双创文件", "双创意见")
        ),
        *((n, ("003",)) for n in ("2017年省里双创那个文件", "晋发〔2017〕51号", "晋发2017 51号")),
        *((n, ("004",)) for n in ("运城规划", "运城这份规划", "运城十四五创新规划")),
        *(
            (n, ("001",))
            for n in ("汇报", "创新生态汇报", "工作谋划", "2021年创新生态建设推进情况汇报")
        ),
    ],
)
@pytest.mark.parametrize("lead", ["", "请问", "按照", "帮我查一下", "山西省", "企业能从"])
def test_what_leads_in_does_not_hide_a_document(
    book: AddressBook, lead: str, name: str, documents: tuple[str, ...]
) -> None:
    matches = book.resolve(f"{lead}{name}第三条")
    assert [m.document_ids for m in matches.document_mentions] == [documents]
    assert matches.foreign_titles == ()


@pytest.mark.parametrize(
    ("question", "mentions"),
    [
        (
            "创新生态建设推进情况和工作谋划汇报（征求意见稿）",
            [("创新生态建设推进情况和工作谋划汇报（征求意见稿）", ("001",))],
        ),
        ("那份征求意见稿里的目标", [("征求意见稿", ("001",))]),
        ("运城市 规划有哪些目标", [("运城市 规划", ("004",))]),
        ("指导意见和51号文有什么不同", [("指导意见", ("000", "002")), ("51号文", ("003",))]),
        ("运城十四五规划的目标", [("运城十四五规划", ("004",))]),
        ("大众创业万众创新的实施意见", [("实施意见", ("003",))]),
    ],
)  # fmt: skip
def test_documents_are_known_by_any_of_their_names(
    book: AddressBook, question: str, mentions: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = book.resolve(question)
    assert [(m.text, m.document_ids) for m in found.document_mentions] == mentions
    assert [question[s:e] for s, e, _ in found.document_spans] == [text for text, _ in mentions]


def test_every_address_of_the_five_documents_leads_back_to_its_clause(
    five_documents: Corpus, book: AddressBook
) -> None:
    for parsed in five_documents.documents:
        for clause in parsed.clauses[1:]:
            matches = book.resolve(clause.address)
            assert (parsed.document.id, clause.ordinal) in matches.clauses, clause.address
            assert matches.missing == ()


@pytest.fixture(scope="module")
def regulation() -> Corpus:
    document = Document(id="办法", file="办法.txt", title="某市数据管理办法")
    return Corpus((parse_document(document, REGULATION),))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("第二条", ["第二条 本办法所称数据，是指下列记录：\n（一）电子记录；\n（二）纸质记录。\n前款所称记录，包括副本。"]),
        ("第二条第二款", ["前款所称记录，包括副本。"]),
        ("数据管理办法第二条第一款", ["本办法所称数据，是指下列记录：\n（一）电子记录；\n（二）纸质记录。"]),
        ("第二条第（二）项", ["（二）纸质记录。\n前款所称记录，包括副本。"]),
        ("第2条第一款第二项", ["（二）纸质记录。\n前款所称记录，包括副本。"]),
        ("第二条之一", ["第二条之一 数据应当备份。"]),
        ("第二章第三条", ["第三条 本办法自发布之日起施行。"]),
        ("第一条和三条", ["第一条 为规范管理，制定本办法。", "第三条 本办法自发布之日起施行。"]),
        ("第一、三条讲什么", ["第一条 为规范管理，制定本办法。", "第三条 本办法自发布之日起施行。"]),
        ("第2至3条", [ARTICLE_2, "第三条 本办法自发布之日起施行。"]),
        ("第二条到第三条", [ARTICLE_2, "第三条 本办法自发布之日起施行。"]),
        ("第一条和第二条第二款", ["第一条 为规范管理，制定本办法。", "前款所称记录，包括副本。"]),
        ("数据管理办法最后一条", ["第三条 本办法自发布之日起施行。"]),
        ("第二章", ["第二章 附则\n第三条 本办法自发布之日起施行。"]),
    ],
)  # fmt: skip
def test_articles_paragraphs_and_items(regulation: Corpus, question: str, texts: list[str]) -> None:
    matches = AddressBook(regulation).resolve(question)
    text = regulation.documents[0].text
    refs = [ref for mention in matches.clause_mentions for ref in mention.candidates]
    assert [text[ref.start : ref.end] for ref in refs] == texts


def test_a_corpus_without_a_manifest_has_its_documents_called_by_their_titles(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    text = "高新技术企业认定管理办法\n第一条 制定本办法。\n第二条 适用本办法。"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    book = AddressBook(load_corpus(folder))
    for question in ("高企认定办法第二条", "高新技术企业认定管理办法第二条", "认定管理办法第2条"):
        assert book.resolve(question).clauses == (("a", 2),), question


def test_decimal_numbers_are_addresses_behind_a_name(tmp_path: Path) -> None:
    text = "太原市防汛应急预案\n1 总则\n1.1 目的\n制定。\n2 体系\n2.1 指挥\n2.1.1 组成\n市长。\n2.1.2 职责\n领导。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    corpus = load_corpus(tmp_path)
    book = AddressBook(corpus)
    for question in ("防汛应急预案2.1.2", "第2.1.2节讲什么"):
        assert _candidates(corpus, book.resolve(question)) == ["a 2.1.2"], question
    assert [m.text for m in book.resolve("防汛应急预案2.3").missing] == ["2.3"]
    assert book.resolve("增长2.1个百分点") == AddressMatches()


def test_what_a_notice_forwards_is_a_name_of_the_notice(tmp_path: Path) -> None:
    text = (
        "阿坝州人民政府办公室关于印发《阿坝州政务数据资源管理暂行办法》的通知\n阿府办发〔2021〕21号\n"
        "现印发给你们。\n第一条 制定本办法。\n第二条 适用本办法。"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    corpus = load_corpus(tmp_path)
    book = AddressBook(corpus)
    for question in (
        "《阿坝州政务数据资源管理暂行办法》第二条",
        "政务数据资源管理暂行办法第二条",
        "政务数据办法第2条",
        "阿府办发〔2021〕21号第二条",
        "阿府办发21号第二条",
        "2021年21号文件第二条",
    ):
        assert _candidates(corpus, book.resolve(question)) == ["a 第二条"], question
    for question in ("21号第二条", "《个人信息保护法》第二条"):
        assert book.resolve(question).documents == frozenset(), question


def test_a_kind_that_many_documents_share_names_none(tmp_path: Path) -> None:
    for place in ("太原市", "大同市", "运城市", "临汾市"):
        (tmp_path / f"{place}.txt").write_text(
            f"{place}人才补贴管理办法\n第一条 制定。", encoding="utf-8"
        )
    book = AddressBook(load_corpus(tmp_path))
    assert book.resolve("管理办法第一条").documents == frozenset()
    assert book.resolve("太原市管理办法第一条").documents == {"太原市"}
    assert book.resolve("大同的办法").documents == {"大同市"}


SCHEME = """溪口市人民政府关于印发支持竹产业发展若干政策和溪口市竹产业三年行动计划（2024—2026年）的通知
溪政发〔2024〕3号
现印发给你们。
支持竹产业发展若干政策
一、补贴造林
每亩补贴三百元。
二、奖励加工
每家奖励五万元。
溪口市竹产业三年行动计划（2024—2026年）
一、总体要求
（一）指导思想
绿色发展。
二、重点任务
（一）育苗
1.建苗圃。
2.选良种。
"""


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("支持竹产业发展若干政策第二条", ["二、奖励加工\n每家奖励五万元。"]),
        ("《支持竹产业发展若干政策》第二条", ["二、奖励加工\n每家奖励五万元。"]),
        ("溪口市竹产业三年行动计划第二部分（一）2", ["2.选良种。"]),
        ("竹产业行动计划第二章第一节", ["（一）育苗\n1.建苗圃。\n2.选良种。"]),
    ],
)
def test_the_title_of_a_part_scopes_the_number(question: str, texts: list[str]) -> None:
    document = Document(
        id="n", file="n.txt", title=SCHEME.split("\n")[0], number="溪政发〔2024〕3号"
    )
    corpus = Corpus((parse_document(document, SCHEME),))
    matches = AddressBook(corpus).resolve(question)
    text = corpus.documents[0].text
    refs = [ref for mention in matches.clause_mentions for ref in mention.candidates]
    assert [text[ref.start : ref.end].strip() for ref in refs] == texts


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("溪口市人民政府令第17号第一条", True),
        ("溪口市政府令第17号第一条", True),
        ("17号令第一条", True),
        ("市政府第17号令第一条", True),
        ("湖州市人民政府令第17号第一条", False),
        ("溪口市人民政府令第18号第一条", False),
    ],
)
def test_an_order_is_known_by_its_number(question: str, held: bool) -> None:
    document = Document(
        id="o", file="o.txt", title="溪口市竹林保护办法", number="溪口市人民政府令第17号"
    )
    corpus = Corpus((parse_document(document, "第一条 保护竹林。\n第二条 施行。"),))
    matches = AddressBook(corpus).resolve(question)
    assert matches.clauses == ((("o", 1),) if held else ())
    assert bool(matches.foreign_titles) is not held
