from __future__ import annotations

from collections import Counter

import pytest

from assistant.understanding.errands import errands
from assistant.understanding.lexicon import Expansion, Lexicon
from assistant.understanding.tables import read_rows

COLUMNS = {"colloquial.tsv": 3, "abbreviations.tsv": 2, "english.tsv": 2}


def said(text: str) -> list[str]:
    return [e.said for e in Lexicon.load().expand(text)]


def official(text: str) -> set[str]:
    return {term for e in Lexicon.load().expand(text) for term in e.official}


@pytest.mark.parametrize("file", COLUMNS)
def test_every_row_of_a_lexicon_file_is_well_formed_and_stands_once(file: str) -> None:
    rows = list(read_rows(file))
    assert {len(row) for row in rows} == {COLUMNS[file]}
    assert [row for row in rows if any(not cell or cell != cell.strip() for cell in row)] == []
    counts = Counter(row[0].lower() for row in rows)
    assert [word for word, count in counts.items() if count > 1] == []
    for word, terms, *_ in rows:
        wordings = terms.split("、")
        assert len(wordings) == len(set(wordings)), word
        assert word not in wordings, word
        assert all(w.count("（") == w.count("）") and "…" not in w for w in wordings), word
        assert all(len(w.strip("“”")) > 1 or w == "%" for w in wordings), word


def test_the_lexicon_is_broad() -> None:
    assert len(list(read_rows("colloquial.tsv"))) >= 2000
    assert len({row[2] for row in read_rows("colloquial.tsv")}) >= 15
    assert len(list(read_rows("abbreviations.tsv"))) >= 200
    assert len(list(read_rows("english.tsv"))) >= 400


def test_a_colloquial_key_has_at_least_two_characters() -> None:
    assert [row[0] for row in read_rows("colloquial.tsv") if len(row[0]) < 2] == []


def test_every_ordinary_string_holds_a_key_and_is_none() -> None:
    keys = {row[0] for file in COLUMNS for row in read_rows(file)}
    for (string,) in read_rows("ordinary.tsv"):
        assert string not in keys
        assert any(
            string[i:j] in keys for i in range(len(string)) for j in range(i + 2, len(string) + 1)
        ), string


def test_an_expansion_carries_its_span_the_words_said_and_the_official_wording() -> None:
    lexicon = Lexicon({"小厂": ("小微企业",), "抵税": ("税前扣除", "加计扣除")})
    assert lexicon.expand("我们小厂能抵税吗") == (
        Expansion(2, 4, "小厂", ("小微企业",)),
        Expansion(5, 7, "抵税", ("税前扣除", "加计扣除")),
    )


def test_the_longest_word_wins_and_words_do_not_overlap() -> None:
    lexicon = Lexicon({"返乡": ("返乡人员",), "返乡创业": ("返乡下乡人员",), "创业园": ("园区",)})
    assert lexicon.expand("返乡创业园") == (Expansion(0, 4, "返乡创业", ("返乡下乡人员",)),)


def test_nothing_is_expanded_inside_an_ordinary_string() -> None:
    lexicon = Lexicon({"大专": ("高职高专",)}, ordinary=["重大专项"])
    assert lexicon.expand("重大专项") == ()
    assert lexicon.expand("念大专") == (Expansion(1, 3, "大专", ("高职高专",)),)


def test_latin_words_match_whole_words_in_any_case_and_number_and_full_width() -> None:
    lexicon = Lexicon({"voucher": ("创新券",), "tax": ("税",), "R&D": ("研发",)})
    assert lexicon.expand("Vouchers for taxi, r&d经费 ＴＡＸ") == (
        Expansion(0, 8, "Vouchers", ("创新券",)),
        Expansion(19, 22, "r&d", ("研发",)),
        Expansion(25, 28, "ＴＡＸ", ("税",)),
    )


def test_a_word_that_stands_twice_brings_its_wordings_once() -> None:
    assert Lexicon({"VC": ("创业投资", "风险投资"), "vc": ("风险投资", "创投")}).expand("vc") == (
        Expansion(0, 2, "vc", ("创业投资", "风险投资", "创投")),
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我开了个小厂，搞研发花的钱能抵税不", {"小微企业", "加计扣除"}),
        ("评上高企能拿多少钱", {"高新技术企业", "奖励"}),
        ("教授自己出来开公司，干不成还能回来吗", {"保留人事关系", "创办企业"}),
        ("投资人说要拿专利抵押贷款", {"知识产权质押融资", "创业投资"}),
        ("海归孩子上学咋安排", {"留学人员", "子女入学"}),
        ("打工回来想回村里办农家乐", {"返乡农民工", "乡村旅游"}),
        ("旧厂房改造这事谁挑头", {"老旧厂房", "牵头"}),
        ("试错搞砸了会不会挨板子", {"容错", "从轻处理"}),
        ("种粮大户买农机给钱吗", {"新型农业经营主体", "农机购置补贴"}),
        ("村里老人看病报销几成", {"医疗服务", "比例"}),
        ("人社局和发改委谁牵头", {"人力资源和社会保障局", "发展改革委", "牵头单位"}),
        ("十四五期末规上企业翻倍", {"规模以上企业", "倍增"}),
        ("Which department is responsible for high-tech enterprises in Yuncheng?",
         {"责任单位", "高新技术企业", "运城"}),
        ("R&D super deduction by 2025", {"研发", "加计扣除", "到2025年"}),
    ],
)  # fmt: skip
def test_how_people_speak_leads_to_the_wording_of_documents(
    question: str, expected: set[str]
) -> None:
    assert expected - official(question) == set()


@pytest.mark.parametrize(
    "text",
    [
        "实施重大专项",
        "提高企业竞争力",
        "中央企业",
        "保留人事关系",
        "扩大厂区",
        "有限上市",
        "财政协调",
    ],
)
def test_words_that_arise_by_chance_are_not_expanded(text: str) -> None:
    chance = {"大专", "高企", "央企", "留人", "大厂", "限上", "政协"}
    assert chance.intersection(said(text)) == set()


def test_everyday_words_have_at_least_two_characters_and_stand_once() -> None:
    words = [word for (row,) in read_rows("everyday.tsv") for word in row.split()]
    assert [word for word in words if len(word) < 2] == []
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert len(words) >= 400


def test_what_documents_teach_stands_beside_what_the_lexicon_holds() -> None:
    taught = Lexicon({"研发": ("研究开发",)}).knowing({"R&D": (("研究与开发",), "《办法》第一条")})
    (expansion,) = taught.expand("增加r&d经费")
    assert (expansion.official, expansion.sources) == (("研究与开发",), ("《办法》第一条",))
    assert taught.expand("研发")[0].official == ("研究开发",)


def test_every_errand_stands_once() -> None:
    words = errands()
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert len(words) >= 400
    assert min(map(len, words)) >= 2
