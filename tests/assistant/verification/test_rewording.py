"""What a chat model may say in other words, and what it may not, by kind of claim."""

from __future__ import annotations

import pytest

from assistant.library import Library
from assistant.models import Draft, Statement, Status, Support
from assistant.verification.faults import ClaimKind
from assistant.verification.verify import verify
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

_TEXT = """澜州市科技创新若干措施

（澜政发〔2024〕12号）

一、支持企业创新
（一）奖励高新技术企业。对首次认定的高新技术企业给予一次性奖励20万元，对重新认定的给予10万元。2023年，全市高新技术企业达到150家；到2026年，达到300家以上。（市科技局牵头，市财政局、市税务局配合）
（二）补助研发投入。企业研发投入补助按不超过新增投入的15%核定，单个企业每年最高100万元。补助资金不得用于发放工资，未按期验收的项目不再支持。鼓励企业设立研发机构，规模以上企业应当建立研发准备金制度。
（三）培育人才。实施“澜州英才”支持计划和“青蓝工程”，每年遴选30名左右青年人才，每人给予15万元资助。入选者可优先推荐省级人才项目，在本市连续工作不少于三年。
（四）规范管理。项目由市科技局受理，市财政局复核后报市政府批准。省级奖补资金与市级资金不重复享受。区县参照执行，原则上不低于市级标准。
"""


@pytest.fixture(scope="module")
def city() -> Library:
    document = Document(
        id="city", file="city.txt", title="澜州市科技创新若干措施", number="澜政发〔2024〕12号",
        level="市", region="澜州市",
    )  # fmt: skip
    return Library(index_of(parsed(document, _TEXT)))


def said(library: Library, text: str) -> tuple[ClaimKind, str] | None:
    """The kind and the words of the claim that fails when a chat model says the text."""
    clauses = library.parsed("city").clauses
    supports = tuple(
        Support("city", c.ordinal, c.start, c.own_end) for c in clauses if c.kind == "paren_han"
    )
    draft = Draft(Status.ANSWERED, (Statement(text, supports),), composer="chat")
    removed = verify(draft, library, "").removed
    return (removed[0].fault.kind, removed[0].fault.claim) if removed else None


FAITHFUL = [
    "首次认定的高新技术企业可获一次性奖励20万元，重新认定的为10万元。",
    "企业第一次被认定为高新技术企业的，一次性奖励20万元。",
    "到2026年，澜州市高新技术企业要达到300家以上。",
    "到2026年高新技术企业数量的目标是至少300家，2023年为150家。",
    "2023年全市已有高新技术企业150家。",
    "这项工作由市科技局牵头，市财政局和市税务局配合。",
    "牵头单位：市科技局；配合单位：市财政局、市税务局。",
    "研发投入补助按新增投入的15%以内核定，每家企业每年最多100万元。",
    "单个企业每年最高可获100万元研发补助。",
    "补助的钱不能用来发工资。",
    "补助资金不得用于发放工资。",
    "项目没有按期验收的，不再支持。",
    "文件鼓励企业设立研发机构。",
    "规模以上企业应建立研发准备金制度。",
    "规模以上企业必须建立研发准备金制度。",
    "“澜州英才”支持计划每年遴选约30名青年人才，每人资助15万元。",
    "每年选出30名左右的青年人才，每人给予15万元资助。",
    "入选者在本市连续工作至少三年。",
    "入选后要在本市连续工作3年以上。",
    "入选者可以优先推荐省级人才项目。",
    "项目由市科技局受理，经市财政局复核后报市政府批准。",
    "省级奖补资金和市级资金不能重复享受。",
    "区县标准原则上不低于市级标准。",
    "根据《澜州市科技创新若干措施》（澜政发〔2024〕12号）一（一），首次认定的高新技术企业可获20万元一次性奖励。",
]


@pytest.mark.parametrize("text", FAITHFUL)
def test_a_faithful_rewording_is_kept(city: Library, text: str) -> None:
    assert said(city, text) is None


K = ClaimKind
WRONG = [
    ("首次认定的高新技术企业可获一次性奖励30万元。", K.NUMBER, "30万元"),
    ("首次认定的高新技术企业可获一次性奖励10万元。", K.NUMBER, "10万元"),
    ("首次认定的高新技术企业可获一次性奖励20亿元。", K.UNIT, "20亿元"),
    ("首次认定的高新技术企业每年奖励20万元。", K.SCOPE, "每年"),
    ("再次认定的高新技术企业可获20万元一次性奖励，由省商务厅发放。", K.BODY, "省商务厅"),
    ("到2026年，高新技术企业要达到300家以下。", K.COMPARATOR, "300家以下"),
    ("到2026年，高新技术企业要达到150家。", K.DATE, "2026年"),
    ("到2027年，高新技术企业要达到300家以上。", K.DATE, "2027年"),
    ("市财政局牵头，市科技局配合。", K.ROLE, "市财政局"),
    ("牵头单位是市科技局，配合单位是市财政局、市教育局。", K.BODY, "市教育局"),
    ("牵头单位是省科技厅。", K.BODY, "省科技厅"),
    ("责任单位：各街道办事处。", K.BODY, "各街道办事处"),
    ("市科技局、市科技局配合。", K.ROLE, "市科技局"),
    ("研发投入补助按不低于新增投入的15%核定。", K.COMPARATOR, "15%"),
    ("单个企业每月最高100万元。", K.SCOPE, "每月"),
    ("补助资金可用于发放工资。", K.NEGATION, "不得"),
    ("补助资金用于发放工资。", K.NEGATION, "不得"),
    ("未按期验收的项目继续支持。", K.NEGATION, "不再"),
    ("按期验收的项目不再支持。", K.NEGATION, "未"),
    ("企业必须设立研发机构。", K.FORCE, "必须"),
    ("企业应当设立研发机构。", K.FORCE, "应当"),
    ("规模以上企业可以建立研发准备金制度。", K.FORCE, "可以"),
    ("实施“澜州工匠”支持计划，每年遴选30名左右青年人才。", K.PROGRAMME, "澜州工匠"),
    ("实施“青苗工程”。", K.PROGRAMME, "青苗工程"),
    ("入选者可优先推荐市级人才项目。", K.LEVEL, "市级"),
    ("入选者在本省连续工作不少于三年。", K.LEVEL, "本省"),
    ("入选者在本市连续工作不少于三个月。", K.UNIT, "不少于三个月"),
    ("入选者在本市连续工作不超过三年。", K.COMPARATOR, "不超过三年"),
    ("项目由市财政局受理，市科技局复核后报市政府批准。", K.BODY, "市财政局"),
    ("省级奖补资金与市级资金重复享受。", K.NEGATION, "不"),
    ("区县参照执行，不低于市级标准。", K.FORCE, "原则上"),
    ("根据澜政发〔2023〕12号，奖励20万元。", K.DOCUMENT_NUMBER, "根据澜政发[2023]12号"),
    (
        "根据《澜州市科技创新若干措施》（澜政发〔2024〕12号）一（五），给予一次性奖励20万元。",
        K.ADDRESS,
        "一(五)",
    ),
    ("按照《澜州市人才办法》奖励20万元。", K.TITLE, "《澜州市人才办法》"),
    ("苏州市高新技术企业达到150家。", K.REGION, "苏州市"),
    ("详见example网站。", K.FOREIGN_WORD, "example"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "words"), WRONG)
def test_a_wrong_claim_is_recorded_by_its_kind(
    city: Library, text: str, kind: ClaimKind, words: str
) -> None:
    assert said(city, text) == (kind, words)
