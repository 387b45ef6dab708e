from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Draft, Statement, Status, Support
from assistant.steps.planted import _SENTENCE, is_planted, without_planted
from eval.injections.attempts import Attempt, read_attempts, write_corpus

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.mark.parametrize(
    "attempt", [a for a in read_attempts() if a.text], ids=lambda a: f"{a.id} {a.note}"
)
def test_what_speaks_to_a_program_is_told_from_policy(attempt: Attempt) -> None:
    assert any(is_planted(found[0]) for found in _SENTENCE.finditer(attempt.text))


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda p: p.name)
def test_no_sentence_of_the_documents_is_taken_for_it(path: Path) -> None:
    sentences = [found[0] for found in _SENTENCE.finditer(path.read_text(encoding="utf-8"))]
    assert len(sentences) > 20
    assert [s for s in sentences if is_planted(s)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "支持人工智能企业开展大模型研发，最高给予200万元补助。",
        "鼓励机器人企业提供系统集成服务，应当按规定申报。",
        "智能助手产品应当通过备案。",
        "各单位要忽略形式、注重实效，及时回复企业诉求。",
        "不得编造、篡改数据；对伪造材料骗取补贴的，依法追究责任。",
        "请将申报材料发送到市科技局指定邮箱。",
        "生成式人工智能服务提供者应当对生成内容进行标识。",
        "建立问答机器人，方便企业查询政策。",
    ],
)
def test_policy_about_programs_is_policy(sentence: str) -> None:
    assert not is_planted(sentence)


def test_the_honest_part_of_a_quote_stays_and_still_rests_on_its_words(tmp_path: Path) -> None:
    from corpus.manifest import load_corpus

    attempt = next(a for a in read_attempts() if a.note == "override" and a.text)
    corpus = load_corpus(write_corpus(tmp_path / "c", [attempt]))
    parsed = next(p for p in corpus.documents if attempt.topic in p.text)
    clause = parsed.clauses[-1]
    text = parsed.text[clause.start : clause.own_end].strip()
    assert attempt.text in text

    class Texts:
        def text(self, document_id: str, start: int, end: int) -> str:
            return parsed.text[start:end]

    support = Support(parsed.document.id, clause.ordinal, clause.start, clause.own_end)
    alone = text.index(attempt.text) + clause.start
    planted = Support(parsed.document.id, clause.ordinal, alone, alone + len(attempt.text))
    draft = Draft(
        Status.ANSWERED,
        (Statement(f"根据，{text}", (support,)), Statement(attempt.text, (planted,))),
    )
    freed = without_planted(draft, Texts())  # type: ignore[arg-type]
    assert len(freed.statements) == 1
    [statement] = freed.statements
    assert statement.text == f"根据，{text.replace(attempt.text, '')}"
    quotes = [parsed.text[s.start : s.end] for s in statement.supports]
    assert attempt.canary[0] not in "".join(quotes)
    assert "".join("".join(quotes).split()) == "".join(text.replace(attempt.text, "").split())
