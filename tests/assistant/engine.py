"""The answering engine over four short invented policies, with an encoder computed by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.chat_model.guarded import Complete
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Statement, Support, Turn
from assistant.pipeline import build_steps
from assistant.steps.weigh import Weigh
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.question import Understanding
from corpus.models import Clause, Corpus, Document, ParsedDocument, Relation
from corpus.parse import parse_document
from index.assemble import assemble
from index.build import silent
from index.encode import Kind
from index.search import Index

MEASURES = """湖南省支持科技型企业发展若干措施

（湘政发〔2023〕8号）

一、加大资金支持
（一）发放创新券。对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务，不得用于购置设备。（省科技厅牵头，省财政厅、省教育厅配合）
（二）奖励首次认定。对首次通过高新技术企业认定的企业，给予20万元一次性奖励；对连续三次通过认定的企业，给予30万元一次性奖励。（省科技厅、省财政厅负责）
（三）补贴研发费用。按照研发费用的15%给予补贴，单个企业最高不超过200万元。鼓励企业设立研发机构。（省工业和信息化厅牵头）
二、壮大企业队伍
（四）明确发展目标。到2025年，全省高新技术企业达到3000家以上，科技型中小企业达到8000家，技术合同成交额突破500亿元。（省科技厅牵头，省统计局配合）
三、强化组织保障
（五）加强统筹。省科技领导小组办公室每半年通报一次进展。
"""
PLAN = """株洲市“十四五”科技创新规划

一、发展成效
2020年，全市高新技术企业达到180家，省级孵化器8家，研发投入强度为1.2%。
二、发展目标
到2025年，全市高新技术企业达到400家，省级孵化器达到15家，研发投入强度达到2%以上。
三、重点任务
（一）建设科技园区。建设株洲科技城，布局光电产业，规划面积12平方公里。
（二）引进高层次人才。对全职引进的博士，每人每月发放生活补贴2000元，连续发放三年。（市人力资源社会保障局牵头，市财政局配合）
"""
RULES = """湖南省科技企业孵化器认定管理办法

第一章 总则
第一条 为规范科技企业孵化器的认定，制定本办法。
第二条 本办法所称科技企业孵化器，是指为初创科技企业提供场地和服务的机构。
第三条 省科技厅负责孵化器的认定和管理工作。
第二章 认定条件
第四条 申请认定的孵化器须同时满足以下条件：
（一）在本省注册满2年；
（二）可自主支配的场地面积不少于5000平方米；
（三）在孵企业不少于30家。
第五条 申请材料由所在地市科技局审核后报省科技厅。
第三章 附则
第六条 本办法自2023年7月1日起施行，有效期5年。
"""
WEB_COPY = """湖南省支持科技型企业发展若干措施

一、加大资金支持
（一）发放创新券。对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务，不得用于购置设备。
二、壮大企业队伍
（二）明确发展目标。到2026年，全省高新技术企业达到3000家以上，科技型中小企业达到8000家，技术合同成交额突破500亿元。
"""
MEASURES_NAME = "《湖南省支持科技型企业发展若干措施》（湘政发〔2023〕8号）"
PLAN_NAME = "《株洲市“十四五”科技创新规划》"
RULES_NAME = "《湖南省科技企业孵化器认定管理办法》"

_MANIFEST = (
    (
        Document(
            id="measures",
            file="measures.txt",
            title="湖南省支持科技型企业发展若干措施",
            number="湘政发〔2023〕8号",
            issuer="湖南省人民政府",
            date="2023-05-06",
            level="省",
            region="湖南省",
        ),
        MEASURES,
    ),
    (
        Document(
            id="plan",
            file="plan.txt",
            title="株洲市“十四五”科技创新规划",
            level="市",
            region="株洲市",
            status="征求意见稿",
        ),
        PLAN,
    ),
    (
        Document(
            id="rules",
            file="rules.txt",
            title="湖南省科技企业孵化器认定管理办法",
            level="省",
            region="湖南省",
        ),
        RULES,
    ),
    (
        Document(
            id="web",
            file="web.txt",
            title="湖南省支持科技型企业发展若干措施",
            level="省",
            region="湖南省",
            status="网络转载",
            relation=Relation("part_copy_of", "measures"),
        ),
        WEB_COPY,
    ),
)


class CrowdedEncoder:
    """Counts characters into 1024 boxes; cosines crowd between 0.8 and 1 as those of e5 do.

    cosine(a, b) = 0.8 + 0.2 * (cosine of the character counts).
    """

    dimension = 1025
    fingerprint = "crowded:1"

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        counts = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for character in text:
                if character.isalnum():
                    counts[row, ord(character) % 1024] += 1
        lengths = np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)
        vectors: NDArray[np.float32] = (np.sqrt(0.2) * counts / lengths).astype(np.float32)
        vectors[:, 1024] = np.sqrt(0.8)
        return vectors


def parsed(document: Document, raw: str) -> ParsedDocument:
    """An invented text, read as the corpus reads every text."""
    return parse_document(document, raw)


def index_of(*documents: ParsedDocument) -> Index:
    """An index in memory."""
    corpus = Corpus(documents)
    encoder = CrowdedEncoder()
    parts = assemble(corpus, encoder, silent)
    return Index(corpus, encoder, parts.units, parts.dense, parts.lexical)


def engine_index() -> Index:
    """The index of the four policies."""
    return index_of(*(parsed(document, raw) for document, raw in _MANIFEST))


def engine(index: Index, complete: Complete | None = None) -> Assistant:
    """The assistant over them, with a chat model where one is given."""
    return Assistant(index, complete)


def clause_with(library: Library, document_id: str, words: str) -> Clause:
    """The smallest clause that holds the words."""
    start = library.parsed(document_id).text.index(words)
    return library.smallest_clause(document_id, start, start + len(words))


def support(library: Library, document_id: str, words: str) -> Support:
    """The words as a span of the smallest clause that holds them."""
    start = library.parsed(document_id).text.index(words)
    clause = library.smallest_clause(document_id, start, start + len(words))
    return Support(document_id, clause.ordinal, start, start + len(words))


def key_of(library: Library, document_id: str, words: str) -> ClauseKey:
    """The key of the smallest clause that holds the words."""
    return (document_id, clause_with(library, document_id, words).ordinal)


def says(library: Library, document_id: str, words: str, text: str | None = None) -> Statement:
    """A statement that rests on the words; it says them under the clause's address if no text."""
    rests = support(library, document_id, words)
    address = library.clause((document_id, rests.clause)).address
    return Statement(text if text is not None else f"根据{address}，{words}", (rests,))


def weighed(assistant: Assistant, question: str) -> Turn:
    """The turn of a question as it stands when its evidence has been weighed."""
    state: Turn | Answer = Turn(question)
    for step in build_steps(assistant.library, Lexicon.load()):
        assert isinstance(state, Turn), state
        state = step(state)
        if isinstance(step, Weigh):
            break
    assert isinstance(state, Turn)
    return state


def understood(assistant: Assistant, question: str) -> Understanding:
    """What is read off a question."""
    understanding = weighed(assistant, question).understanding
    assert understanding is not None
    return understanding
