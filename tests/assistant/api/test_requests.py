"""Odd requests: whatever is wrong with one is said in Chinese, with its id, and never a 5xx."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.api.request_ids import RequestIdFilter
from assistant.operations.logs import FIELDS, JsonFormatter, TextFormatter
from assistant.runtime import Runtime
from assistant.settings import Settings
from tests.assistant.policy import NUMBER, TITLE

JSON = {"content-type": "application/json"}
ASKED = b'{"question": "\xe5\xa5\x96\xe5\x8a\xb1"}'
ADDRESS = f"《{TITLE}》（{NUMBER}）"


@pytest.fixture(scope="module")
def client(small_settings: Settings, small_runtime: Runtime) -> Iterator[TestClient]:
    with TestClient(create_app(small_settings, small_runtime)) as client:
        yield client


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"[" * 9_000 + b"]" * 9_000, JSON, 400),
        (b'{"question": ' + b"9" * 5_000 + b"}", JSON, 400),
        (b'{"question": NaN}', JSON, 422),
        (b"null", JSON, 422),
        (b"[]", JSON, 422),
        (b"", JSON, 422),
        (ASKED, {"content-type": "text/plain"}, 415),
        (ASKED, {}, 415),
        (b"question=1", {"content-type": "application/x-www-form-urlencoded"}, 415),
        (gzip.compress(ASKED), {**JSON, "content-encoding": "gzip"}, 415),
        (ASKED, {**JSON, "accept": "image/png"}, 406),
        (ASKED, {**JSON, "accept": "application/json;q=0"}, 200),
        (ASKED, {**JSON, "accept": "text/html, application/*;q=0.5"}, 200),
        (b'{"question": "a", "question": "\xe5\xa5\x96\xe5\x8a\xb1"}', JSON, 200),
    ],
)
def test_a_body_is_taken_or_refused_with_its_reason(
    client: TestClient, content: bytes, headers: dict[str, str], status: int
) -> None:
    for path in ("/v1/answer", "/v1/answer/stream"):
        response = client.post(path, content=content, headers=headers)
        assert response.status_code == status
        if status != 200:
            body = response.json()
            assert body["request_id"] == response.headers["x-request-id"]
            assert any("一" <= character <= "鿿" for character in body["detail"])


@pytest.mark.parametrize(
    ("profile", "why"),
    [
        ('{"员工": NaN}', "数字过大或不是数字"),
        ('{"员工": Infinity}', "数字过大或不是数字"),
        ('{"员工": 1e400}', "数字过大或不是数字"),
        ('{"员工": ' + "9" * 30 + "}", "数字过大或不是数字"),
        ('{"a": [[[[[[1]]]]]]}', "层数过多，最多6层"),
        ('{"a": [' + "1," * 600 + "1]}", "项数过多，最多500项"),
        (r'{"\ud800": 1}', "含有无法识别的字符"),
        ('{"a": "' + "长" * 2001 + '"}', "文字过长，每项最多2000字"),
        ('{"a": ["' + '","'.join(["1" * 1667] * 6) + '"]}', "文字过多，合计最多10000字"),
    ],
)
def test_a_profile_is_held_to_what_a_form_can_hold(
    client: TestClient, profile: str, why: str
) -> None:
    for path, question in (("/v1/answer", '"question": "奖励", '), ("/v1/eligibility", "")):
        content = f'{{{question}"profile": {profile}}}'.encode()
        refused = client.post(path, content=content, headers=JSON)
        assert (refused.status_code, refused.json()["detail"]) == (422, f"profile：{why}。")


def test_half_a_character_in_a_name_is_answered_in_whole_ones(client: TestClient) -> None:
    refused = client.get("/v1/documents/%ED%A0%80")
    assert refused.status_code == 404
    content = rb'{"model": "\ud800", "messages": [{"role": "user", "content": "a"}]}'
    assert client.post("/v1/chat/completions", content=content, headers=JSON).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/answer", "POST"),
        ("DELETE", "/v1/documents", "GET, POST"),
        ("PUT", "/v1/documents/p1", "GET, DELETE"),
        ("GET", "/v1/widget/tokens", "POST"),
        ("OPTIONS", "/v1/search", "POST"),
        ("TRACE", "/v1/answer/stream", "POST"),
        ("HEAD", "/v1/chat/completions", "POST"),
    ],
)
def test_a_method_that_is_not_served_is_405_and_the_others_are_named(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    refused = client.request(method, path)
    assert (refused.status_code, refused.headers["allow"]) == (405, allowed)


def test_a_sane_request_id_is_kept_and_any_other_replaced(client: TestClient) -> None:
    def given(value: str) -> str:
        return client.get("/health", headers={"X-Request-ID": value}).headers["x-request-id"]

    assert given("portal-7:a_b.c") == "portal-7:a_b.c"
    for odd in ("", "a b", "x" * 65, "a\tb", "<script>"):
        assert given(odd) != odd
        assert len(given(odd)) == 32


def test_every_request_leaves_one_line_with_its_id_and_without_its_query(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "zhengwen.request"):
        client.get("/v1/models/zhengwen?q=13800138000", headers={"X-Request-ID": "r-5"})
    (line,) = (record for record in caplog.records if record.name == "zhengwen.request")
    fields = dict(line.__dict__[FIELDS])
    assert fields.pop("ms") > 0
    assert fields == {
        "request_id": "r-5",
        "method": "GET",
        "route": "/v1/models/{model}",
        "status": 200,
    }
    for written in (JsonFormatter().format(line), TextFormatter().format(line)):
        assert "r-5" in written
        assert "13800138000" not in written


def test_lines_written_outside_of_requests_have_no_id() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "", None, None)
    assert RequestIdFilter().filter(record)
    assert record.__dict__["request_id"] == "-"


def error(client: TestClient, method: str, path: str, **more: Any) -> tuple[int, dict[str, Any]]:
    response = client.request(method, path, headers={"X-Request-ID": "r-1"}, **more)
    assert response.headers["content-type"] == "application/json"
    return response.status_code, response.json()


def test_below_the_paths_of_openai_every_error_has_its_shape(client: TestClient) -> None:
    assert error(client, "GET", "/v1/chat/completions") == (
        405,
        {
            "error": {
                "message": "这个地址不支持该方法，可用的接口见 /docs。",
                "type": "invalid_request_error",
                "param": None,
                "code": "method_not_allowed",
                "request_id": "r-1",
            }
        },
    )
    huge = {"model": "zhengwen", "messages": [{"role": "user", "content": "a" * 30_000}]}
    status, body = error(client, "POST", "/v1/chat/completions", json=huge)
    assert (status, body["error"]["code"]) == (413, "request_too_large")
    status, body = error(client, "GET", "/v1/chat/nothing")
    assert (status, body["error"]["code"]) == (404, "not_found")


def test_a_clause_is_found_by_ordinal_and_by_address(client: TestClient) -> None:
    by_ordinal = client.get("/v1/documents/p1/clauses/3").json()
    assert by_ordinal["clause"]["address"] == f"{ADDRESS}（二）"
    assert by_ordinal["clause"]["link"] == "/clauses?document=p1&clause=3"
    assert by_ordinal["own_text"].startswith("（二）奖励首次认定。")
    assert (by_ordinal["previous"]["marker"], by_ordinal["next"]) == ("（一）", None)
    assert (by_ordinal["parent"]["marker"], by_ordinal["children"]) == ("一、", [])
    for address in ("（二）", f"{ADDRESS}（二）"):
        assert client.get(f"/v1/documents/p1/clauses/{quote(address)}").json() == by_ordinal
    top = client.get("/v1/documents/p1/clauses/1").json()
    assert (top["parent"], top["previous"]) == (None, None)
    assert [child["marker"] for child in top["children"]] == ["（一）", "（二）"]


@pytest.mark.parametrize("asked", ["0", "999", "-1", "9" * 30, "（九十九）", "²", "a/b"])
def test_a_clause_that_is_not_there_is_404_and_said(client: TestClient, asked: str) -> None:
    refused = client.get(f"/v1/documents/p1/clauses/{quote(asked)}")
    assert refused.status_code == 404
    assert refused.json()["detail"].startswith(f"文件p1中没有条款“{asked}”")


def test_what_a_citation_links_to_is_the_clause_it_stands_in(client: TestClient) -> None:
    asked = {"question": "首次认定高新技术企业奖励多少？"}
    citation = client.post("/v1/answer", json=asked).json()["citations"][0]
    assert client.get(citation["api"]).json()["clause"]["address"] == citation["address"]


def test_facts_come_whole_or_in_pages_that_join_to_the_whole(client: TestClient) -> None:
    path = "/v1/facts/responsibilities"
    whole = client.get(path).json()
    assert (whole["total"], whole["next"]) == (len(whole["items"]), None)
    pages: list[Any] = []
    after: dict[str, str] = {}
    while True:
        page = client.get(path, params={"limit": 2, **after}).json()
        assert page["total"] == whole["total"]
        pages += page["items"]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert pages == whole["items"]


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"after": "p1:99"}, "请去掉 after 从头查起"),
        ({"limit": 0}, "limit：过小"),
        ({"limit": 1001}, "limit：过大"),
        ({"limit": 5, "format": "csv"}, "limit 与 after 只用于 json"),
    ],
)
def test_a_page_that_cannot_be_given_is_422_and_says_why(
    client: TestClient, params: dict[str, Any], why: str
) -> None:
    refused = client.get("/v1/facts/responsibilities", params=params)
    assert refused.status_code == 422
    assert why in refused.json()["detail"]


def test_documents_come_in_pages_as_well(client: TestClient) -> None:
    page = client.get("/v1/documents", params={"limit": 1}).json()
    assert ([item["id"] for item in page["items"]], page["total"], page["next"]) == (
        ["p1"],
        1,
        None,
    )
    rest = client.get("/v1/documents", params={"after": "p1"}).json()
    assert rest["items"] == []
