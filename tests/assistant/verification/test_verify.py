"""Nothing that the cited clause does not say survives verification."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from assistant.compose.figures import FoundFigure
from assistant.compose.figures_told import figure_statement
from assistant.compose.ledger_figures import ledger_figures
from assistant.compose.writing import Writer
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import Library
from assistant.models import Draft, Statement, Status, Support
from assistant.verification.faults import ClaimKind, Fault
from assistant.verification.verify import Removed, Verified, verify
from index.search import Index
from tests.assistant.engine import MEASURES_NAME, says

VOUCHER = "对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务，不得用于购置设备。"
DUTY = "省科技厅牵头，省财政厅、省教育厅配合"
GOALS = "到2025年，全省高新技术企业达到3000家以上，科技型中小企业达到8000家，技术合同成交额突破500亿元。"
RESEARCH = "按照研发费用的15%给予补贴，单个企业最高不超过200万元。"
DOCTOR = "对全职引进的博士，每人每月发放生活补贴2000元，连续发放三年。"
CITY = "到2025年，全市高新技术企业达到400家，省级孵化器达到15家，研发投入强度达到2%以上。"
PROGRESS = "2020年，全市高新技术企业达到180家，省级孵化器8家，研发投入强度为1.2%。"


def check(
    library: Library, *statements: Statement, asked: str = "", chat: bool = False
) -> Verified:
    composer = "chat" if chat else "extractive"
    return verify(Draft(Status.ANSWERED, statements, composer=composer), library, asked)


def fault(
    library: Library, statement: Statement, asked: str = "", chat: bool = False
) -> str | None:
    """Why the only statement was removed; None if it survived."""
    verified = check(library, statement, asked=asked, chat=chat)
    if verified.statements:
        assert verified == Verified((statement,), ())
        return None
    assert [r.text for r in verified.removed] == [statement.text]
    return verified.removed[0].fault.reason


RIGHT = [
    ("measures", VOUCHER),
    ("measures", DUTY),
    ("measures", GOALS),
    ("measures", RESEARCH),
    ("plan", DOCTOR),
    ("plan", CITY),
    ("plan", PROGRESS),
    ("rules", "本办法自2023年7月1日起施行，有效期5年。"),
    ("rules", "（二）可自主支配的场地面积不少于5000平方米；"),
]


@pytest.mark.parametrize(("document_id", "words"), RIGHT)
def test_the_clauses_own_words_under_its_address_survive(
    library: Library, document_id: str, words: str
) -> None:
    assert fault(library, says(library, document_id, words)) is None
    assert fault(library, says(library, document_id, words), chat=True) is None


@dataclass(frozen=True)
class Change:
    """One wrong letter in a right answer."""

    document_id: str
    words: str
    right: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.right}→{self.wrong}"


def changes() -> list[Change]:
    made = []
    for document_id, words, pairs in (
        (
            "measures",
            VOUCHER,
            "5万元→6万元 5万元→50万元 5万元→5亿元 5万元→5元 5万元→15万元 5万元→5万人 不超过→不低于 "
            "不超过→至少 不超过5万元→5万元以上 5万元的→5万元以上的 每年→每月 不得用于→可用于 注册在本省→注册在安徽省 "
            "本省→江苏 检测服务→检测服务，有效期3年 5万元→伍拾万元或7万元 创新券→创新券和2万元现金 5万元→3万元 5万元→5.5万元",
        ),
        (
            "measures",
            DUTY,
            "省科技厅牵头→省财政厅牵头 省科技厅牵头→省教育厅牵头 省科技厅→省发展改革委 省科技厅→省工信厅 "
            "省科技厅牵头→省科技厅、省教育厅牵头 省科技厅牵头→省科技厅、省商务厅牵头 省财政厅→省审计厅 省教育厅→省人社厅 "
            "省教育厅配合→省教育厅、省商务厅配合 省科技厅→市科技局 省财政厅、省教育厅配合→省科技厅配合",
        ),
        (
            "measures",
            GOALS,
            "2025年→2026年 2025年→2024年 2025年→2035年 3000家→3001家 3000家→300家 3000家→30000家 "
            "3000家以上→3000家以下 3000家以上→3000家左右 3000家以上→8000家以上 8000家→3000家 500亿元→500万元 500亿元→50亿元 "
            "500亿元→500亿美元 突破500亿元→不足500亿元 8000家→8000户 3000家→3000万家",
        ),
        (
            "measures",
            RESEARCH,
            "15%→25% 15%→1.5% 15%→15‰ 15%→15个百分点 200万元→200亿元 200万元→100万元 不超过→不低于 15%→百分之五十",
        ),
        (
            "plan",
            CITY,
            "2025年→2020年 400家→180家 400家→15家 15家→400家 15家→8家 2%→1.2% 2%以上→2%以下 400家→4000家 "
            "2025年→2030年 高新技术企业→科技型中小企业1000家、高新技术企业 省级孵化器→湖北省省级孵化器",
        ),
        (
            "plan",
            DOCTOR,
            "2000元→2000万元 2000元→3000元 每月→每年 三年→五年 三年→三个月 2000元→2000元以上",
        ),
        (
            "rules",
            "本办法自2023年7月1日起施行，有效期5年。",
            "2023年→2024年 7月→8月 1日→10日 5年→3年 5年→5个月",
        ),
    ):
        made += [Change(document_id, words, *pair.split("→")) for pair in pairs.split()]
    return made


CHANGES = changes()


def test_there_are_enough_mutations_to_mean_something() -> None:
    assert len(CHANGES) >= 60
    for change in CHANGES:
        assert change.right in change.words, change


@pytest.mark.parametrize("change", CHANGES, ids=str)
@pytest.mark.parametrize("chat", [False, True], ids=["extractive", "chat"])
def test_no_mutation_of_a_right_answer_gets_through(
    library: Library, change: Change, chat: bool
) -> None:
    right = says(library, change.document_id, change.words)
    wrong = replace(
        right,
        text=right.text.replace(change.words, change.words.replace(change.right, change.wrong)),
    )
    assert wrong.text != right.text
    assert fault(library, wrong, chat=chat) is not None


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("湘政发〔2023〕8号", "湘政发〔2023〕9号"),
        ("湘政发〔2023〕8号", "湘政发〔2022〕8号"),
        ("湘政发〔2023〕8号", "湘政办发〔2023〕8号"),
        ("湘政发〔2023〕8号", "国发〔2023〕8号"),
        ("湖南省支持", "湖北省支持"),
        ("若干措施》", "实施细则》"),
        ("（一）", "第十八条"),
    ],
)
def test_a_changed_address_does_not_get_through(library: Library, right: str, wrong: str) -> None:
    statement = says(library, "measures", VOUCHER)
    assert right in statement.text
    assert (
        fault(library, replace(statement, text=statement.text.replace(right, wrong, 1))) is not None
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("每年发放不超过6万元的创新券。", "number 不超过6万元 not in the source"),
        ("每年发放不超过5亿元的创新券。", "unit 不超过5亿元 not in the source"),
        ("2024年发放创新券。", "date 2024年 not in the source"),
        ("由省商务厅发放创新券。", "body 省商务厅 not in the source"),
        (
            "依据湘科发〔2020〕3号发放创新券。",
            "document number 依据湘科发[2020]3号 not in the source",
        ),
        ("按照《创新券实施细则》发放创新券。", "title 《创新券实施细则》 not in the source"),
        ("安徽省发放创新券。", "region 安徽省 not in the source"),
        ("请到evil.example领取创新券。", "foreign word evil not in the source"),
        ("创新券可用于购置设备。", "negation 不得 left out"),
        ("科技型小微企业必须申领创新券。", "force 必须 not in the source"),
        ("", "no words"),
        ("。", "no words"),
    ],
)
def test_what_is_removed_is_recorded_with_the_reason(
    library: Library, text: str, reason: str
) -> None:
    assert fault(library, says(library, "measures", VOUCHER, text)) == reason


def test_a_figure_of_something_else_is_not_mixed_up(library: Library) -> None:
    both = (
        *says(library, "plan", PROGRESS).supports,
        *says(library, "plan", CITY).supports,
    )
    wrong = Statement("到2025年，全市高新技术企业达到180家。", both)
    right = Statement("到2025年，全市高新技术企业达到400家。", both)
    assert fault(library, wrong, chat=True) == "date 2025年 belongs to something else"
    assert fault(library, right, chat=True) is None


def test_a_body_keeps_its_role(library: Library) -> None:
    assert (
        fault(library, says(library, "measures", DUTY, "省财政厅牵头，省科技厅配合。"))
        == "role 省财政厅 belongs to something else"
    )
    for right in ("省科技厅牵头，省财政厅配合。", "牵头单位是省科技厅。"):
        assert fault(library, says(library, "measures", DUTY, right), chat=True) is None


def test_the_programs_own_draft_may_not_reword(library: Library) -> None:
    reworded = says(library, "measures", DUTY, "牵头单位是省科技厅。")
    quote = "省科技厅牵头,省财政厅、省教育厅配合"
    assert fault(library, reworded) == f"quote {quote} not word for word"


def test_what_the_question_says_supports_nothing(library: Library) -> None:
    statement = says(library, "measures", VOUCHER, "每年发放不超过9万元的创新券，由省商务厅负责。")
    assert fault(library, statement, asked="创新券是不超过9万元、由省商务厅负责吧？") is not None


def test_the_askers_figure_may_be_named_to_correct_it(library: Library) -> None:
    right = says(library, "measures", VOUCHER)
    corrected = replace(right, text=f"不是“9万元”。{right.text}")
    assert fault(library, corrected, asked="创新券是9万元吧？") is None
    assert fault(library, corrected, asked="创新券是10万元吧？") == "correction 9万元 was not asked"


def test_what_the_clause_says_is_not_corrected(library: Library) -> None:
    right = says(library, "measures", VOUCHER)
    wrong = replace(right, text=f"不是“不超过5万元”。{right.text}")
    assert (
        fault(library, wrong, asked="创新券是不超过5万元吧？")
        == "correction 不超过5万元 is what the source says"
    )


def test_without_support_nothing_is_said(library: Library) -> None:
    assert fault(library, Statement("每年发放创新券。", ())) == "no support"


@pytest.mark.parametrize(
    "support",
    [
        Support("nowhere", 0, 0, 5),
        Support("measures", 99, 0, 5),
        Support("measures", -1, 0, 5),
        Support("measures", 2, 0, 5),
        Support("measures", 2, 60, 60),
        Support("measures", 2, 61, 60),
        Support("measures", 2, 60, 9999),
        Support("measures", 0, -5, 5),
    ],
)
def test_a_span_must_lie_in_the_clause_it_claims(library: Library, support: Support) -> None:
    statement = Statement("发放创新券。", (support,))
    assert fault(library, statement) == "not found in its clause"


def test_a_quote_must_hold_words(library: Library) -> None:
    text = library.parsed("measures").text
    blank = text.index("\n")
    statement = Statement("发放创新券。", (Support("measures", 0, blank, blank + 1),))
    assert fault(library, statement) == "not found in its clause"


def test_the_right_one_survives_beside_the_wrong_one(library: Library) -> None:
    right = says(library, "measures", VOUCHER)
    wrong = says(library, "measures", VOUCHER, "每年发放70万元。")
    assert check(library, wrong, right) == Verified(
        (right,),
        (Removed("每年发放70万元。", Fault(ClaimKind.NUMBER, "70万元", "not in the source")),),
    )


def test_a_deadline_may_come_from_the_clause_above_or_around(library: Library) -> None:
    statement = says(library, "measures", "科技型中小企业达到8000家")
    framed = replace(
        statement, text=f"根据{MEASURES_NAME}（四），到2025年，科技型中小企业达到8000家。"
    )
    assert fault(library, framed) is None
    assert fault(library, replace(framed, text=framed.text.replace("2025", "2026"))) is not None


@pytest.mark.slow
def test_all_that_can_be_written_of_the_real_documents_survives(project_index: Index) -> None:
    """Every sentence, figure and responsibility, as the composers frame them."""
    library = Library(project_index)
    writer = Writer(library)
    statements = []
    for parsed in project_index.corpus.documents:
        for clause in parsed.clauses:
            key = (parsed.document.id, clause.ordinal)
            sentences = tuple(ScoredSentence(s, e, 1, 1, 0.9) for s, e in library.sentences(key))
            evidence = Evidence(key, 1, 0.9, 1, sentences)
            statements += [writer.framed(evidence, s.start, s.end) for s in sentences]
            statements += writer.verbatim(evidence, sentences)
            statements += [
                figure_statement(FoundFigure(figure, evidence, 1), library)
                for figure in ledger_figures(key, library)
            ]
    assert len(statements) > 1000
    assert check(library, *statements) == Verified(tuple(statements), ())
