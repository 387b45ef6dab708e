from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_service
from tests.assistant.keys import key_of, records_with
from tests.assistant.policy import POLICY, SECOND, SECOND_TITLE

PAST = datetime(2026, 2, 1, tzinfo=UTC)
EDITOR = {"Authorization": "Bearer editor"}
HOUSE = {"question": "博士研究生可以申请多大面积的人才公寓？"}
NO_KEY = "请在 Authorization 头里以 Bearer 方式给出有效的密钥；密钥由管理员发放。"


@pytest.fixture
def client(own_settings: Settings) -> Iterator[TestClient]:
    settings = own_settings.model_copy(update={"max_upload_bytes": 50_000, "max_body_bytes": 9_000})
    runtime = Runtime(lambda: build_service(settings))
    runtime.load()
    app = create_app(settings, runtime)
    app.state.records = records_with(
        key_of("public", Scope.PUBLIC),
        key_of("editor", Scope.EDITOR),
        key_of("revoked", Scope.EDITOR, revoked=PAST),
        key_of("expired", Scope.EDITOR, expires=PAST),
    )
    with TestClient(app) as client:
        yield client


def test_a_document_is_previewed_published_asked_about_and_withdrawn(client: TestClient) -> None:
    form = {"file": ("公寓.txt", SECOND.encode())}
    seen = client.post("/v1/documents/preview", files=form, headers=EDITOR)
    assert seen.status_code == 200
    assert (seen.json()["document"]["title"], seen.json()["refusal"]) == (SECOND_TITLE, None)
    assert [clause["marker"] for clause in seen.json()["clauses"]] == ["第一条", "第二条", "第三条"]
    assert [d["id"] for d in client.get("/v1/documents").json()["items"]] == ["p1"]
    made = client.post("/v1/documents", files=form, headers=EDITOR)
    assert made.status_code == 201
    assert made.json()["document"]["id"] == "公寓"
    assert "90平方米" in client.post("/v1/answer", json=HOUSE).json()["answer"]
    again = client.post(
        "/v1/documents", params={"name": "b.txt"}, content=SECOND.encode(), headers=EDITOR
    )
    assert (again.status_code, again.json()["detail"]) == (
        422,
        "内容与编号 公寓 的文件相同，无需再加。",
    )
    gone = client.delete("/v1/documents/公寓", headers=EDITOR)
    assert (gone.status_code, gone.json()) == (200, {"id": "公寓", "kept": "公寓.txt"})
    assert client.post("/v1/answer", json=HOUSE).json()["refused"] is True
    assert client.delete("/v1/documents/公寓", headers=EDITOR).status_code == 404
    assert client.delete("/v1/documents/p1", headers=EDITOR).status_code == 409


@pytest.mark.parametrize("shown", [None, "Bearer ", "Bearer revoked", "Bearer expired", "editor"])
def test_without_a_valid_key_nothing_of_the_editors_is_open(
    client: TestClient, shown: str | None
) -> None:
    headers = {"Authorization": shown} if shown else {}
    for method, path in (
        ("POST", "/v1/documents/preview?name=a.txt"),
        ("POST", "/v1/documents?name=a.txt"),
        ("DELETE", "/v1/documents/p1"),
    ):
        refused = client.request(method, path, headers=headers, content=SECOND.encode())
        assert (refused.status_code, refused.json()["detail"]) == (401, NO_KEY)
        assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_key_of_a_lower_scope_is_refused(client: TestClient) -> None:
    headers = {"Authorization": "Bearer public"}
    refused = client.delete("/v1/documents/p1", headers=headers)
    assert (refused.status_code, refused.json()["title"]) == (403, "密钥权限不够")


def test_uploads_have_a_limit_of_their_own(client: TestClient) -> None:
    text = (POLICY + "一、其他事项\n" + "本段文字只为凑足长度。" * 400).encode()
    assert len(text) > 9_000
    sent = {"params": {"name": "long.txt"}, "headers": EDITOR}
    assert client.post("/v1/documents/preview", content=text, **sent).status_code == 200
    over = client.post("/v1/documents/preview", content=b"x" * 60_000, **sent)
    assert (over.status_code, over.json()["title"]) == (413, "请求过大")
    assert client.post("/v1/answer", content=b"x" * 10_000).status_code == 413


@pytest.mark.parametrize(
    ("content", "kind", "detail"),
    [
        (b"--x\r\nbroken", "multipart/form-data; boundary=x", "表单"),
        (b"anything", "multipart/form-data", "表单"),
        (b"--x--\r\n", "multipart/form-data; boundary=x", "表单里没有名为 file 的文件"),
        (SECOND.encode(), "application/octet-stream", "缺少文件名"),
    ],
)
def test_what_is_no_upload_is_explained(
    client: TestClient, content: bytes, kind: str, detail: str
) -> None:
    headers = {**EDITOR, "content-type": kind}
    refused = client.post("/v1/documents/preview", content=content, headers=headers)
    assert refused.status_code == 422
    assert detail in refused.json()["detail"]
