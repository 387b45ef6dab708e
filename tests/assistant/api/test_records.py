"""Feedback and the audit log over HTTP."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.access.access import Access
from assistant.access.visitors import pseudonym
from assistant.api.app import create_app
from assistant.api.page_doors import MOST_REPORTS, page_doors
from assistant.caller import Caller, Channel
from assistant.conversation import MemoryConversations
from assistant.errors import UnknownAnswerError
from assistant.publishing import Publisher
from assistant.records.models import Feedback, Scope, Verdict
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from assistant.wiring import build_access, build_records
from tests.assistant.keys import Keys, keys_in

REWARD = "首次认定高新技术企业奖励多少？"


@pytest.fixture
def service(small_service: Service, own_settings: Settings) -> Iterator[Service]:
    """The small assistant with records of this test alone."""
    records = build_records(own_settings)
    yield Service(small_service.assistant, records, max_question_chars=200, records=records)
    records.close()


@pytest.fixture
def access(service: Service, own_settings: Settings) -> Access:
    return build_access(own_settings, service.records)


@pytest.fixture
def keys(service: Service) -> Keys:
    assert service.records is not None
    return keys_in(service.records)


@pytest.fixture
def client(service: Service, access: Access, own_settings: Settings) -> Iterator[TestClient]:
    runtime = Runtime(lambda: service)
    runtime.load()
    with TestClient(create_app(own_settings, runtime, access)) as client:
        yield client


def ask(client: TestClient, question: str = REWARD) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/v1/answer", json={"question": question}).json()
    return answer


def test_feedback_on_an_answer_is_kept_listed_and_closed(
    client: TestClient, access: Access, keys: Keys
) -> None:
    editor = keys.shown(Scope.EDITOR)
    given = {"answer_id": ask(client)["id"], "verdict": "report", "comment": " 引用有误 "}
    made = client.post("/v1/feedback", json=given, headers={"X-Request-ID": "r-7"})
    assert made.status_code == 201
    page = client.get("/v1/feedback?verdict=report", headers=editor).json()
    (item,) = page["items"]
    assert datetime.fromisoformat(item.pop("at")).tzinfo is not None
    assert item == {
        "id": made.json()["id"],
        "answer_id": given["answer_id"],
        "verdict": "report",
        "comment": "引用有误",
        "caller": {
            "channel": "api",
            "visitor": pseudonym(access.visitor_secret, "testclient"),
            "key_id": None,
            "request_id": "r-7",
        },
        "closed": None,
    }
    assert page["next"] is None
    closing = f"/v1/feedback/{item['id']}/close"
    assert client.post(closing, headers=editor).status_code == 204
    again = client.post(closing, headers=editor)
    assert (again.status_code, again.json()["detail"]) == (
        404,
        f"没有编号为“{item['id']}”的待处理反馈。",
    )


def test_feedback_on_an_unknown_answer_is_a_404(client: TestClient) -> None:
    response = client.post("/v1/feedback", json={"answer_id": "nie", "verdict": "useful"})
    assert (response.status_code, response.json()["detail"]) == (
        404,
        "没有编号为“nie”的答复，或已超过留存期限。请使用答复中的 id。",
    )


@pytest.mark.parametrize(
    "body",
    [
        {"answer_id": "a", "verdict": "great"},
        {"answer_id": "a", "verdict": "useful", "comment": "长" * 1001},
        {"verdict": "useful"},
    ],
)
def test_feedback_that_is_no_feedback_is_a_422(client: TestClient, body: Any) -> None:
    assert client.post("/v1/feedback", json=body).status_code == 422


def test_the_audit_log_is_paged_from_the_newest(client: TestClient, keys: Keys) -> None:
    admin = keys.shown(Scope.ADMIN)
    asked = [ask(client, f"{REWARD[:-1]}{'？' * n}")["id"] for n in range(1, 6)]
    pages, after = [], ""
    while True:
        page = client.get(f"/v1/audit?limit=2{after}", headers=admin).json()
        pages.append([item["id"] for item in page["items"]])
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert pages == [asked[:2:-1], asked[2:0:-1], asked[:1]]
    first = page["items"][0]
    assert (first["question"], first["status"], first["composer"]) == (
        REWARD,
        "answered",
        "extractive",
    )
    assert first["versions"]["zhengwen"]
    assert page["ai_generated"] is True


@pytest.mark.parametrize("since", ["0.0", "1e9", "20260101", "昨天", "2026-13-01T00:00:00Z"])
def test_what_is_no_moment_is_a_422_that_shows_one(
    client: TestClient, keys: Keys, since: str
) -> None:
    for path in ("/v1/audit", "/v1/audit/export"):
        refused = client.get(path, params={"since": since}, headers=keys.shown(Scope.ADMIN))
        assert (refused.status_code, refused.json()["detail"]) == (
            422,
            "since：应为 2026-01-31T08:00:00+08:00 这样的时刻。",
        )


def test_the_export_is_jsonl_with_label_and_chain(client: TestClient, keys: Keys) -> None:
    admin = keys.shown(Scope.ADMIN)
    ids = [ask(client)["id"], ask(client, "火星移民有什么补贴？")["id"]]
    response = client.get("/v1/audit/export", headers=admin)
    assert response.headers["content-type"] == "application/jsonl; charset=utf-8"
    rows = [json.loads(line) for line in response.text.splitlines()]
    assert [row["id"] for row in rows] == ids
    assert [(row["ai_generated"], row["label"]) for row in rows] == [
        (True, "人工智能生成合成内容")
    ] * 2
    assert rows[0]["previous"] == "0" * 64
    assert rows[1]["previous"] == rows[0]["digest"]
    nothing = client.get("/v1/audit/export?until=0001-01-01T00:00:00%2B14:00", headers=admin)
    assert (nothing.status_code, nothing.text) == (200, "")


@pytest.mark.parametrize(
    ("path", "shown", "status"),
    [
        ("/v1/audit", None, 401),
        ("/v1/audit", "Bearer wrong", 401),
        ("/v1/audit", "Bearer {expired}", 401),
        ("/v1/audit", "Bearer {revoked}", 401),
        ("/v1/audit", "Basic {admin}", 401),
        ("/v1/audit", "Bearer {editor}", 403),
        ("/v1/audit/export", "Bearer {public}", 403),
        ("/v1/feedback", None, 401),
        ("/v1/feedback", "Bearer {public}", 403),
        ("/v1/feedback", "Bearer {admin}", 200),
    ],
)
def test_what_others_asked_is_shown_only_to_a_key_of_the_scope(
    client: TestClient, keys: Keys, path: str, shown: str | None, status: int
) -> None:
    secrets = {**keys.secrets, "expired": keys.expired, "revoked": keys.revoked}
    headers = {"Authorization": shown.format(**secrets)} if shown else {}
    assert client.get(path, headers=headers).status_code == status


def test_a_locked_database_delays_nothing_that_is_said(
    client: TestClient, service: Service, own_settings: Settings
) -> None:
    other = sqlite3.connect(own_settings.data / "zhengwen.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = ask(client)
    assert "20万元" in answer["answer"]
    body = {"question": "那负责部门是谁？", "conversation_id": answer["conversation_id"]}
    assert "市科技局" in client.post("/v1/answer", json=body).json()["answer"]
    given = {"answer_id": answer["id"], "verdict": "useful"}
    assert client.post("/v1/feedback", json=given).status_code == 201
    other.execute("ROLLBACK")
    other.close()
    assert service.records is not None
    assert list(service.records.every_entry()) == []
    assert service.records.catch_up() is True  # type: ignore[attr-defined]
    assert next(e.id for e in service.records.every_entry()) == answer["id"]


def test_an_answer_that_cannot_be_recorded_is_a_503_that_says_so(
    client: TestClient, own_settings: Settings
) -> None:
    database, spool = (own_settings.data / n for n in ("zhengwen.db", "spool-1.jsonl"))
    database.rename(own_settings.data / "away")
    spool.unlink()
    spool.mkdir()
    response = client.post("/v1/answer", json={"question": REWARD})
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.json()["detail"] == (
        "暂时无法留存记录，请求没有办理。请稍后重试；若反复出现，请联系管理人员检查数据目录的磁盘空间与权限。"
    )
    spool.rmdir()
    (own_settings.data / "away").rename(database)
    assert ask(client)["status"] == "answered"


def test_a_service_without_records_says_so(small_service: Service, own_settings: Settings) -> None:
    bare = Service(small_service.assistant, MemoryConversations(2, 2), max_question_chars=200)
    runtime = Runtime(lambda: bare)
    runtime.load()
    with TestClient(create_app(own_settings, runtime)) as client:
        response = client.post("/v1/feedback", json={"answer_id": "a", "verdict": "useful"})
    assert (response.status_code, response.json()["detail"]) == (
        503,
        "这个服务没有启用记录，不能提交反馈或查询日志。",
    )


def test_feedback_of_the_page_is_taken_as_that_of_the_api_is(
    client: TestClient, service: Service, access: Access, own_settings: Settings
) -> None:
    runtime = Runtime(lambda: service)
    runtime.load()
    doors = page_doors(runtime, Publisher(own_settings, runtime), access)
    assert doors.give_feedback is not None and service.records is not None
    said = Feedback(
        "f1",
        datetime.now(UTC),
        ask(client)["id"],
        Verdict.REPORT,
        " 请回电13812345678\u200b ",
        Caller(Channel.PAGE),
    )
    doors.give_feedback(said)
    assert service.records.feedback() == [replace(said, comment="请回电〔手机号已隐去〕")]
    with pytest.raises(UnknownAnswerError, match="没有编号为“nie”的答复"):
        doors.give_feedback(replace(said, id="f2", answer_id="nie"))


def test_an_open_complaint_is_seen_however_many_were_closed_after_it(
    client: TestClient, service: Service, access: Access, own_settings: Settings
) -> None:
    runtime = Runtime(lambda: service)
    runtime.load()
    doors = page_doors(runtime, Publisher(own_settings, runtime), access)
    records = service.records
    assert records is not None
    now = datetime.now(UTC)
    waiting = Feedback("f", now, "a", Verdict.REPORT, "金额写错了", Caller(Channel.PAGE))
    records.give_feedback(waiting)
    for number in range(MOST_REPORTS):
        records.give_feedback(replace(waiting, id=f"f{number}", closed=now))
    assert doors.open_reports() == [waiting]
