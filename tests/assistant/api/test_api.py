from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import Any
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.policy import NUMBER, TITLE

ADDRESS = f"《{TITLE}》（{NUMBER}）"
PROBLEM = "application/problem+json; charset=utf-8"


@pytest.fixture(scope="module")
def client(small_settings: Settings, small_runtime: Runtime) -> Iterator[TestClient]:
    app = create_app(small_settings, small_runtime)
    with TestClient(app, headers={"X-Request-ID": "r-1"}) as client:
        yield client


def problem(status: int, title: str, detail: str) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "request_id": "r-1",
    }


def test_an_answer_carries_the_clause_that_it_rests_on(client: TestClient) -> None:
    answer = client.post("/v1/answer", json={"question": "首次认定高新技术企业奖励多少？"}).json()
    assert (answer["status"], answer["refused"], answer["ai_generated"]) == (
        "answered",
        False,
        True,
    )
    assert "20万元" in answer["answer"]
    assert set(answer) == {
        "id", "conversation_id", "question", "status", "refused", "answer", "citations", "facts",
        "notices", "nearest", "suggestions", "ai_generated", "label", "notice", "timings_ms",
    }  # fmt: skip
    first = answer["citations"][0]
    assert (first["marker"], first["document_id"], first["address"]) == (
        1,
        "p1",
        f"{ADDRESS}（二）",
    )
    text = client.get("/v1/documents/p1").json()["text"]
    assert text[first["start"] : first["end"]] == first["quote"]
    assert first["quote"] in first["passage"]


def test_a_conversation_id_makes_a_follow_up_question_understood(client: TestClient) -> None:
    first = client.post("/v1/answer", json={"question": "科技型小微企业能领多少创新券？"}).json()
    body = {"question": "那牵头部门是谁？", "conversation_id": first["conversation_id"]}
    second = client.post("/v1/answer", json=body).json()
    assert second["conversation_id"] == first["conversation_id"]
    assert "市科技局" in second["answer"]


def test_what_the_documents_do_not_hold_is_refused_with_status_200(client: TestClient) -> None:
    response = client.post("/v1/answer", json={"question": "火星移民有什么补贴？"})
    assert response.status_code == 200
    assert response.json()["refused"] is True
    assert response.json()["citations"] == []


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({"question": ""}, "请输入要咨询的政策问题，例如：科技型中小微企业能领多少创新券？"),
        ({"question": " \n\t"}, "请输入要咨询的政策问题，例如：科技型中小微企业能领多少创新券？"),
        (
            {"question": "问" * 2001},
            "问题太长了（2001字，上限2000字）。请把要问的事用一两句话说明后重新提问。",
        ),
        ({}, "question：缺少这一项。"),
        ({"question": 5}, "question：应为字符串。"),
        ({"question": "问", "topk": 5}, "topk：不认识这一项。"),
        (
            {"question": "问", "conversation_id": "../x"},
            "conversation_id：只能是 1 到 64 个字母、数字、- 或 _。",
        ),
        ({"question": "问", "documents": []}, "documents：不能为空。"),
    ],
)
def test_a_question_that_cannot_be_taken_is_422(
    client: TestClient, body: dict[str, Any], detail: str
) -> None:
    response = client.post("/v1/answer", json=body)
    assert response.headers["content-type"] == PROBLEM
    assert response.json() == problem(422, "请求内容不合要求", detail)
    assert response.status_code == 422


@pytest.mark.parametrize("content", [b"{bad", b'{"question": "\xff\xfe"}'])
def test_a_body_that_is_no_utf8_json_is_400(client: TestClient, content: bytes) -> None:
    response = client.post(
        "/v1/answer", content=content, headers={"content-type": "application/json"}
    )
    assert response.json() == problem(
        400, "请求无法解析", "请求体不是合法的 UTF-8 编码 JSON，请检查后重试。"
    )
    assert response.status_code == 400


def test_a_lone_surrogate_is_no_text(client: TestClient) -> None:
    response = client.post(
        "/v1/answer",
        content=rb'{"question": "\ud800"}',
        headers={"content-type": "application/json"},
    )
    assert response.status_code == 422
    assert "UTF-8" in response.json()["detail"]


@pytest.mark.parametrize("question", ["？！……", "😀😀", "' OR 1=1 --", "<script>alert(1)</script>"])
def test_odd_questions_get_an_ordinary_answer(client: TestClient, question: str) -> None:
    response = client.post("/v1/answer", json={"question": question})
    assert (response.status_code, response.json()["refused"]) == (200, True)


def test_an_unknown_document_is_404_wherever_it_is_named(client: TestClient) -> None:
    expected = problem(404, "没有找到", "没有编号为“x”的文件。现有文件编号：p1。")
    assert client.get("/v1/documents/x").json() == expected
    assert client.get("/v1/facts/targets", params={"document": "x"}).json() == expected
    for path, key in (("/v1/answer", "question"), ("/v1/search", "query")):
        response = client.post(path, json={key: "问", "documents": ["x"]})
        assert (response.status_code, response.json()) == (404, expected)


def test_search_gives_the_best_passages_first(client: TestClient) -> None:
    found = client.post("/v1/search", json={"query": "创业场地房租", "k": 2}).json()
    assert found["hits"][0]["address"] == f"{ADDRESS}（三）"
    assert len(found["hits"]) + len(found["rejected"]) == 2
    assert found["hits"][0]["score"] >= found["hits"][1]["score"]


def test_documents_are_listed_and_unknown_metadata_are_null(client: TestClient) -> None:
    (item,) = client.get("/v1/documents").json()["items"]
    assert (item["id"], item["title"], item["number"], item["issuer"]) == (
        "p1", TITLE, NUMBER, None,
    )  # fmt: skip


def test_a_document_is_given_with_text_and_outline(client: TestClient) -> None:
    found = client.get("/v1/documents/p1").json()
    clause = found["clauses"][1]
    assert (clause["marker"], clause["path"], clause["level"]) == ("（一）", ["加大资金支持"], 2)
    assert found["text"][clause["start"] : clause["end"]] == clause["text"]


def test_facts_are_given_with_quote_and_address(client: TestClient) -> None:
    items = client.get("/v1/facts/responsibilities", params={"document": "p1"}).json()["items"]
    assert (items[0]["lead"], items[0]["join"]) == (["市科技局"], ["市财政局"])
    assert client.get("/v1/facts/wishes").status_code == 422


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"body": "市科技局"}, 2),
        ({"body": "市科技局", "role": "牵头"}, 1),
        ({"role": "分工负责"}, 1),
        ({"year": 2023}, 4),
        ({"year": 2022}, 0),
        ({"region": "山西省"}, 0),
    ],
)
def test_facts_are_filtered_by_body_role_year_and_region(
    client: TestClient, asked: dict[str, Any], count: int
) -> None:
    assert len(client.get("/v1/facts/responsibilities", params=asked).json()["items"]) == count


@pytest.mark.parametrize(
    ("form", "start", "media"),
    [
        ("csv", b"\xef\xbb\xbf", "text/csv; charset=utf-8"),
        ("xlsx", b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("svg", b"<?xml", "image/svg+xml"),
    ],
)
def test_a_ledger_or_its_chart_is_a_file_with_a_chinese_name(
    client: TestClient, form: str, start: bytes, media: str
) -> None:
    made = client.get("/v1/facts/responsibilities", params={"format": form})
    assert made.content.startswith(start)
    assert made.headers["content-type"] == media
    assert unquote(made.headers["content-disposition"]).endswith(f"责任分工台账.{form}")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"role": "观众"}, "没有“观众”这种角色，可选：牵头、配合、分工、负责。"),
        ({"region": "火星"}, "不认识地区“火星”"),
        ({"year": 3}, "年份“3”不对"),
        ({"body": " "}, "部门名称是空的"),
        ({"body": "没有这个局", "format": "svg"}, "没有可以画图的责任分工，请放宽筛选条件。"),
    ],
)
def test_a_filter_that_means_nothing_is_422_and_says_why(
    client: TestClient, asked: dict[str, Any], message: str
) -> None:
    refused = client.get("/v1/facts/responsibilities", params=asked)
    assert refused.status_code == 422
    assert message in refused.json()["detail"]


def test_how_a_document_stands_is_told_for_the_asked_day(client: TestClient) -> None:
    def state(day: str) -> tuple[str, str]:
        found = client.get("/v1/documents", params={"as_of": day}).json()
        (item,) = found["items"]
        assert found["conflicts"] == []
        return item["standing"]["state"], item["standing"]["reason"]

    assert state("2025-12-31") == (
        "现行",
        "所定目标到2025年，尚在目标期内，文本没有写明有效期。",
    )
    assert state("2026-01-01") == (
        "目标期已过",
        "所定目标到2025年为止，目标期已过；文本没有写明是否废止。",
    )
    for no_day in ("明天", "0", "1.5e9", "20260101"):
        refused = client.get("/v1/documents", params={"as_of": no_day})
        assert (refused.status_code, refused.json()["detail"]) == (
            422,
            "as_of：应为 2026-01-31 这样的日期。",
        )


def test_addresses_and_methods_that_do_not_exist_are_said(client: TestClient) -> None:
    missing = client.get("/v1/nothing")
    assert (missing.status_code, missing.json()["detail"]) == (
        404,
        "没有这个地址，可用的接口见 /docs。",
    )
    wrong = client.get("/v1/answer")
    assert (wrong.status_code, wrong.json()["title"]) == (405, "不支持的方法")


def test_a_body_over_the_limit_is_413_announced_or_not(client: TestClient) -> None:
    content = b'{"question": "' + b"a" * 30_000 + b'"}'
    headers = {"content-type": "application/json"}
    announced = client.post("/v1/answer", content=content, headers=headers)
    streamed = client.post("/v1/answer", content=iter([content]), headers=headers)
    expected = problem(413, "请求过大", "请求体超过上限，请精简后重试。")
    assert (announced.status_code, announced.json()) == (413, expected)
    assert (streamed.status_code, streamed.json()) == (413, expected)


def test_health_is_up_before_the_index_is_loaded_and_ready_is_not(
    small_settings: Settings, small_service: Service
) -> None:
    go_on = Event()

    def load() -> Service:
        go_on.wait(20)
        return small_service

    runtime = Runtime(load)
    app = create_app(small_settings, runtime)
    with TestClient(app, headers={"X-Request-ID": "r-1"}) as client:
        assert client.get("/health").json() == {"status": "ok"}
        early = client.get("/ready")
        assert (early.status_code, early.headers["retry-after"]) == (503, "5")
        assert early.json() == problem(503, "服务尚未就绪", "索引正在加载，请稍候几秒再试。")
        assert client.post("/v1/answer", json={"question": "问"}).status_code == 503
        go_on.set()
        runtime.load()
        assert client.get("/ready").json() == {
            "status": "ready",
            "parts": {"index": "1 份文件，6 个段落", "records": "可用"},
        }


def test_an_unexpected_error_says_nothing_of_its_inside(
    small_settings: Settings, small_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret path")

    runtime = Runtime(lambda: small_service)
    runtime.load()
    monkeypatch.setattr(small_service.assistant, "answer", broken)
    app = create_app(small_settings, runtime)
    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.post("/v1/answer", json={"question": "问"})
    assert response.status_code == 500
    assert "secret" not in response.text
    assert response.json()["title"] == "服务内部出错"


def test_what_gradio_would_open_and_the_page_does_not_use_is_closed(client: TestClient) -> None:
    upload = client.post("/gradio_api/upload", files={"files": b"x"})
    assert upload.status_code == 404
    assert client.get("/gradio_api/proxy=http://example.com/").status_code == 404
    assert client.get("/monitoring").status_code == 404
    assert client.get("/gradio_api/file=README.md").json()["detail"] == "没有这个地址。"
    assert client.post("/gradio_api/component_server", json={}).status_code == 404


def test_a_description_of_oneself_gives_a_checklist(client: TestClient) -> None:
    told = {"text": "我们是一家民营企业，去年首次通过了高新技术企业认定。", "as_of": "2026-01-01"}
    made = client.post("/v1/eligibility", json=told).json()
    assert made["profile"]["statuses"] == {"高新技术企业": True}
    verdicts = {item["quote"]: item["verdict"] for item in made["items"]}
    assert verdicts
    assert set(verdicts.values()) <= {"met", "unmet", "unknown", "not_applicable", "guidance"}
    # Where the enterprise is was not said, so nothing of a region is certain.
    assert "met" not in verdicts.values()
    assert made["next_question"]
    assert made["ai_generated"] is True


@pytest.mark.parametrize(
    ("form", "starts"), [("html", b"<!doctype html>"), ("docx", b"PK"), ("xlsx", b"PK")]
)
def test_a_checklist_comes_as_a_file(client: TestClient, form: str, starts: bytes) -> None:
    made = client.post(
        "/v1/eligibility", params={"format": form}, json={"profile": {"size": "小型"}}
    )
    assert made.status_code == 200
    assert made.content.startswith(starts)


def test_nobody_described_is_no_checklist(client: TestClient) -> None:
    refused = client.post("/v1/eligibility", json={"text": " "})
    assert refused.status_code == 422
    assert refused.json()["detail"].startswith("请说明企业的情况")
    unknown = client.post("/v1/eligibility", json={"text": "我们是企业", "documents": ["x"]})
    assert unknown.status_code == 404


def test_the_description_is_complete_and_its_page_asks_no_other_host(client: TestClient) -> None:
    description = client.get("/openapi.json").json()
    assert sorted(description["paths"]) == [
        "/health",
        "/metrics",
        "/ready",
        "/v1/answer",
        "/v1/answer/stream",
        "/v1/audit",
        "/v1/audit/export",
        "/v1/chat/completions",
        "/v1/documents",
        "/v1/documents/preview",
        "/v1/documents/{document_id}",
        "/v1/documents/{document_id}/clauses/{clause}",
        "/v1/eligibility",
        "/v1/facts/{kind}",
        "/v1/feedback",
        "/v1/feedback/{feedback_id}/close",
        "/v1/models",
        "/v1/models/{model}",
        "/v1/search",
        "/v1/widget/tokens",
    ]
    page = client.get("/docs")
    assert page.status_code == 200
    assert "提问，得到带条款出处的答复" in page.text
    assert "src=" not in page.text
    assert 'href="http' not in page.text


def test_every_response_keeps_the_browser_at_home(client: TestClient) -> None:
    for path in ("/", "/docs"):
        assert client.get(path).headers["content-security-policy"].startswith("default-src 'self';")
