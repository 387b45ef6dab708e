"""The whole way: a document goes in as a file, a cited answer comes out over HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_service

DOCUMENT = """临泽市促进专精特新企业发展若干办法

第一条 为促进专精特新企业发展，制定本办法。
第二条 本办法所称专精特新企业，是指经省级主管部门认定的中小企业。
第三条 对首次认定的专精特新企业，市财政一次性奖励30万元。
第四条 申请奖励的企业须同时满足以下条件：
（一）在本市注册满两年；
（二）上年度研发费用占营业收入的5%以上；
（三）近三年无严重失信记录。
第五条 本办法由市工业和信息化局牵头实施，市财政局配合。
第六条 本办法自2024年3月1日起施行，有效期五年。
"""


@pytest.fixture(scope="module")
def client(model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A server over one file in a folder without a manifest."""
    home = tmp_path_factory.mktemp("journey")
    (home / "model").symlink_to(model_folder, target_is_directory=True)
    documents = home / "documents"
    documents.mkdir()
    (documents / "zjtx.txt").write_text(DOCUMENT, encoding="utf-8")
    settings = Settings(home=home, data=home / "data", documents=documents)
    runtime = Runtime(lambda: build_service(settings))
    runtime.load()
    return TestClient(create_app(settings, runtime))


def ask(client: TestClient, question: str) -> dict[str, object]:
    response = client.post("/v1/answer", json={"question": question})
    assert response.status_code == 200
    body: dict[str, object] = response.json()
    return body


def test_an_amount_is_answered_with_the_article_it_stands_in(client: TestClient) -> None:
    body = ask(client, "首次认定的专精特新企业奖励多少钱？")
    assert body["status"] == "answered"
    assert str(body["answer"]).startswith(
        "根据《临泽市促进专精特新企业发展若干办法》第三条，对首次认定的专精特新企业，"
        "市财政一次性奖励30万元。[1]"
    )
    citations = body["citations"]
    assert isinstance(citations, list)
    assert citations[0]["quote"].startswith("对首次认定的专精特新企业，市财政一次性奖励30万元")
    assert citations[0]["address"] == "《临泽市促进专精特新企业发展若干办法》第三条"


def test_conditions_come_whole(client: TestClient) -> None:
    answer = str(ask(client, "申请专精特新奖励要满足哪些条件？")["answer"])
    assert "在本市注册满两年" in answer
    assert "上年度研发费用占营业收入的5%以上" in answer
    assert "近三年无严重失信记录" in answer


def test_an_article_is_given_word_for_word(client: TestClient) -> None:
    answer = str(ask(client, "第五条原文")["answer"])
    assert "本办法由市工业和信息化局牵头实施，市财政局配合。" in answer


def test_what_the_document_does_not_say_is_said_to_be_missing(client: TestClient) -> None:
    for question in ("咨询电话是多少？", "第九条写的什么？", "老年人乘公交免费吗？"):
        body = ask(client, question)
        assert (body["refused"], body["citations"]) == (True, [])
