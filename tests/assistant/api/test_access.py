"""Keys, scopes, tokens, limits and headers, through the whole application."""

from __future__ import annotations

import base64
import logging
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi import APIRouter, Depends
from fastapi.testclient import TestClient

from assistant.access.access import Access
from assistant.access.keys import NewKey
from assistant.api.access import CallerDependency, needs
from assistant.api.app import create_app
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_access
from tests.assistant.access.store import MemoryKeys

PORTAL = "https://www.example.gov.cn"
QUESTION = {"question": "首次认定高新技术企业奖励多少？"}
CHECK = APIRouter()


@CHECK.get("/v1/edit", dependencies=[Depends(needs(Scope.EDITOR))])
def edit(caller: CallerDependency) -> dict[str, Any]:
    return {"channel": caller.channel, "key": caller.key_id}


@CHECK.get("/v1/who")
def who(caller: CallerDependency) -> dict[str, Any]:
    return {"channel": caller.channel, "visitor": caller.visitor, "key": caller.key_id}


@dataclass
class Site:
    client: TestClient
    access: Access
    keys: dict[Scope, NewKey]

    def shown(self, scope: Scope) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.keys[scope].secret}"}

    def token(self) -> str:
        minted = self.client.post(
            "/v1/widget/tokens", json={"origin": PORTAL}, headers=self.shown(Scope.PUBLIC)
        )
        assert minted.status_code == 200
        assert minted.json()["expires_in"] == 900
        return str(minted.json()["token"])

    def as_widget(self, **headers: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token()}", "Origin": PORTAL, **headers}


def site(settings: Settings, runtime: Runtime, **other: Any) -> Site:
    store = MemoryKeys()
    ring = build_access(settings, store).keys
    keys = {scope: ring.create(scope, scope) for scope in Scope}
    listed = {keys[Scope.PUBLIC].key.id: (PORTAL,)}
    changed = settings.model_copy(update={"widget_origins": listed, **other})
    access = build_access(changed, store)
    app = create_app(changed, runtime, access)
    app.router.routes[0:0] = CHECK.routes
    return Site(TestClient(app), access, keys)


@pytest.fixture
def open_site(small_settings: Settings, small_runtime: Runtime) -> Site:
    return site(small_settings, small_runtime)


@pytest.mark.parametrize(
    ("scope", "status"), [(None, 401), (Scope.PUBLIC, 403), (Scope.EDITOR, 200), (Scope.ADMIN, 200)]
)
def test_a_route_for_editors_asks_for_their_key(
    open_site: Site, scope: Scope | None, status: int
) -> None:
    headers = open_site.shown(scope) if scope else {}
    response = open_site.client.get("/v1/edit", headers=headers)
    assert response.status_code == status
    if status == 200:
        assert scope
        assert response.json() == {"channel": "api", "key": open_site.keys[scope].key.id}
    else:
        assert response.headers["content-type"].startswith("application/problem+json")
    assert ("www-authenticate" in response.headers) == (status == 401)


def test_a_key_that_does_not_hold_is_said_on_every_route(open_site: Site) -> None:
    headers = {"Authorization": "Bearer zw_0123456789ab_" + "a" * 43}
    response = open_site.client.post("/v1/answer", json=QUESTION, headers=headers)
    assert response.status_code == 401
    assert response.json()["detail"] == "密钥无效、已过期或已撤销，请检查后重试。"


def test_a_revoked_key_is_a_key_that_does_not_hold(open_site: Site) -> None:
    open_site.access.keys.revoke(open_site.keys[Scope.ADMIN].key.id)
    assert open_site.client.get("/v1/edit", headers=open_site.shown(Scope.ADMIN)).status_code == 401


def test_the_placeholder_that_chat_clients_send_makes_nobody_anything(open_site: Site) -> None:
    headers = {"Authorization": "Bearer sk-none"}
    who = open_site.client.get("/v1/who", headers=headers)
    assert (who.status_code, who.json()["key"]) == (200, None)
    assert open_site.client.get("/v1/edit", headers=headers).status_code == 401


def test_one_setting_demands_a_key_of_everyone(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    closed = site(small_settings, small_runtime, require_key=True)
    status = {
        path: closed.client.get(path).status_code
        for path in ("/health", "/ready", "/", "/docs", "/openapi.json", "/v1/documents")
    }
    assert status == {
        "/health": 200, "/ready": 200, "/": 401, "/docs": 401, "/openapi.json": 401, "/v1/documents": 401,
    }  # fmt: skip
    assert closed.client.post("/v1/answer", json=QUESTION).status_code == 401
    shown = closed.shown(Scope.PUBLIC)
    assert closed.client.post("/v1/answer", json=QUESTION, headers=shown).status_code == 200
    # A browser asks for it by itself, and the key is the password.
    assert closed.client.get("/").headers["www-authenticate"].startswith("Basic ")
    secret = closed.keys[Scope.PUBLIC].secret
    basic = base64.b64encode(f"gov:{secret}".encode()).decode()
    assert closed.client.get("/", headers={"Authorization": f"Basic {basic}"}).status_code == 200


def test_a_widget_asks_with_its_token_and_its_page_may_read_the_answer(open_site: Site) -> None:
    response = open_site.client.post("/v1/answer", json=QUESTION, headers=open_site.as_widget())
    assert response.status_code == 200
    assert "20万元" in response.json()["answer"]
    assert response.headers["access-control-allow-origin"] == PORTAL
    assert "Origin" in response.headers["vary"]
    assert "access-control-allow-credentials" not in response.headers
    document = open_site.client.get("/v1/documents/p1", headers=open_site.as_widget())
    assert (document.status_code, document.headers["access-control-allow-origin"]) == (200, PORTAL)


def test_a_browser_is_told_beforehand_that_a_listed_page_may_ask(open_site: Site) -> None:
    asking = {
        "Origin": PORTAL,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    allowed = open_site.client.options("/v1/answer", headers=asking)
    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == PORTAL
    assert "Authorization" in allowed.headers["access-control-allow-headers"]
    for path, origin in (("/v1/answer", "https://evil.example"), ("/v1/search", PORTAL)):
        refused = open_site.client.options(path, headers={**asking, "Origin": origin})
        assert refused.status_code != 204
        assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize("path", ["/v1/search", "/v1/who", "/v1/documents", "/v1/edit", "/"])
def test_a_token_opens_nothing_else(open_site: Site, path: str) -> None:
    response = open_site.client.get(path, headers=open_site.as_widget())
    assert "access-control-allow-origin" not in response.headers
    if path == "/v1/who":
        assert response.json()["channel"] == "api"
        assert response.json()["key"] is None


def test_a_listed_page_without_a_token_is_sent_to_get_one(open_site: Site) -> None:
    response = open_site.client.post("/v1/answer", json=QUESTION, headers={"Origin": PORTAL})
    assert response.status_code == 401
    assert response.headers["access-control-allow-origin"] == PORTAL


def test_a_token_does_not_hold_on_another_page(open_site: Site) -> None:
    headers = open_site.as_widget(Origin="https://evil.example")
    response = open_site.client.post("/v1/answer", json=QUESTION, headers=headers)
    assert response.status_code == 401
    assert "来源不符" in response.json()["detail"]
    assert "access-control-allow-origin" not in response.headers


def test_tokens_are_minted_for_keys_and_listed_origins_alone(open_site: Site) -> None:
    body = {"origin": PORTAL}
    assert open_site.client.post("/v1/widget/tokens", json=body).status_code == 401
    other = open_site.client.post(
        "/v1/widget/tokens", json=body, headers=open_site.shown(Scope.ADMIN)
    )
    assert other.status_code == 403
    assert "不在这个密钥的许可清单里" in other.json()["detail"]


def test_who_asks_too_often_is_told_when_to_come_back(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    limited = site(small_settings, small_runtime, answers_per_minute=2, answers_per_minute_key=9)
    responses = [limited.client.post("/v1/answer", json=QUESTION) for _ in range(3)]
    assert [r.status_code for r in responses] == [200, 200, 429]
    assert [r.headers["ratelimit-remaining"] for r in responses] == ["1", "0", "0"]
    last = responses[-1]
    assert last.headers["ratelimit-limit"] == "2"
    assert last.headers["retry-after"] == last.headers["ratelimit-reset"]
    assert last.json()["detail"] == f"提问过于频繁，请在{last.headers['retry-after']}秒后重试。"
    with_key = limited.client.post("/v1/answer", json=QUESTION, headers=limited.shown(Scope.PUBLIC))
    assert (with_key.status_code, with_key.headers["ratelimit-limit"]) == (200, "9")
    assert limited.client.get("/health").status_code == 200


def test_an_address_that_a_client_invents_gives_him_no_new_allowance(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    limited = site(small_settings, small_runtime, answers_per_minute=1)
    status = [
        limited.client.post(
            "/v1/search", json={"query": "奖励"}, headers={"X-Forwarded-For": a}
        ).status_code
        for a in ("1.1.1.1", "2.2.2.2")
    ]
    assert status == [200, 429]


def test_every_response_tells_the_browser_to_stay_here(open_site: Site) -> None:
    page = open_site.client.get("/").headers
    assert "frame-ancestors 'self'" in page["content-security-policy"]
    assert "default-src 'self'" in page["content-security-policy"]
    fixed = {
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "x-frame-options": "SAMEORIGIN",
    }
    for path in ("/", "/health", "/v1/answer", "/v1/nothing", "/monitoring"):
        headers = open_site.client.get(path).headers
        assert {name: headers[name] for name in fixed} == fixed
        assert "strict-transport-security" not in headers
    api = open_site.client.get("/v1/documents").headers
    assert "default-src 'none'" in api["content-security-policy"]
    assert api["cache-control"] == "no-store"


def test_a_portal_may_frame_the_page_where_it_is_named(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    framed = site(small_settings, small_runtime, frame_ancestors=(PORTAL,), https=True)
    headers = framed.client.get("/").headers
    assert f"frame-ancestors 'self' {PORTAL}" in headers["content-security-policy"]
    assert "x-frame-options" not in headers
    assert headers["strict-transport-security"] == "max-age=31536000"


def test_neither_secrets_nor_questions_are_logged(
    open_site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    question = "手机13812345678，密码是天王盖地虎，首次认定高新技术企业奖励多少？"
    token = open_site.token()
    with caplog.at_level(logging.DEBUG):
        for headers in (
            open_site.shown(Scope.ADMIN),
            {"Authorization": "Bearer zw_0123456789ab_" + "q" * 43},
            {"Authorization": f"Bearer {token}", "Origin": PORTAL},
            {"Authorization": f"Bearer {token}", "Origin": "https://evil.example"},
        ):
            open_site.client.post("/v1/answer", json={"question": question}, headers=headers)
            open_site.client.post("/v1/search", json={"query": question}, headers=headers)
            open_site.client.get("/v1/edit", headers=headers)
    logged = "\n".join(f"{r.getMessage()} {r.args} {r.exc_text}" for r in caplog.records)
    hidden = ["13812345678", "天王盖地虎", "q" * 43, token, token.split(".")[2]]
    hidden += [key.secret for key in open_site.keys.values()]
    assert [text for text in hidden if text in logged] == []


def test_what_is_answered_echoes_no_personal_data(open_site: Site) -> None:
    body = {
        "question": "我的手机是138\u200b1234 5678，首次认定高新技术企业奖励多少？",
        "profile": {"联系电话": "13812345678", "kind": "企业"},
    }
    response = open_site.client.post("/v1/answer", json=body)
    assert "20万元" in response.json()["answer"]
    assert (
        response.json()["question"] == "我的手机是〔手机号已隐去〕，首次认定高新技术企业奖励多少？"
    )
    assert (
        "提问中的手机号已隐去，不会保存。咨询政策不需要提供个人信息，请勿填写。"
        in response.json()["notices"]
    )
    search = open_site.client.post("/v1/search", json={"query": "13812345678 创新券"})
    for text in (response.text, search.text):
        assert "1234 5678" not in text
        assert "13812345678" not in text


def test_a_search_of_the_page_and_a_file_cost_as_much_as_an_answer(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    for path in ("/clauses/search?words=创新券", "/v1/facts/responsibilities?format=%73vg"):
        client = site(small_settings, small_runtime, answers_per_minute=1).client
        assert [client.get(path).status_code for _ in range(2)] == [200, 429]
        assert client.post("/v1/answer", json=QUESTION).status_code == 429
        assert client.get("/v1/facts/responsibilities?format=json").status_code == 200


def test_the_reader_of_the_page_is_bounded_as_the_api_is(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    client = site(small_settings, small_runtime, reads_per_minute=1).client
    text = [client.get("/clauses/text?document=p1") for _ in range(2)]
    assert [response.status_code for response in text] == [200, 429]
    assert text[1].json()["detail"].startswith("提问过于频繁，请在")
