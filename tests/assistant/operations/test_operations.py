from __future__ import annotations

import json
import logging
import sys

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.caller import Caller, Channel
from assistant.conversation import MemoryConversations
from assistant.meter import BOUNDS_S, Meter
from assistant.operations.drain import Drain
from assistant.operations.logs import FIELDS, JsonFormatter, TextFormatter
from assistant.records.messages import UNREADABLE
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from assistant.wiring import build_access, build_records
from tests.assistant.keys import keys_in

SECRET = "我的身份证号"


def test_the_end_waits_for_what_runs_but_not_longer_than_it_may() -> None:
    now = 0.0
    drain = Drain(10, lambda: now)
    drain.entered()
    assert (drain.draining, drain.over) == (False, False)
    drain.begin()
    assert (drain.draining, drain.over) == (True, False)
    now = 10.0
    assert drain.over
    now = 5.0
    drain.left()
    assert drain.over


def test_questions_are_counted_by_status_and_channel_also_those_that_fail(
    small_service: Service,
) -> None:
    meter = Meter()
    with meter.question(Caller(Channel.WIDGET)) as answered:
        assert meter.read().in_flight == 1
        answered(small_service.assistant.answer("首次认定高新技术企业奖励多少？"))
    with pytest.raises(ValueError), meter.question(Caller(Channel.MCP)):
        raise ValueError
    read = meter.read()
    assert read.questions == {("answered", "widget"): 1, ("failed", "mcp"): 1}
    assert (read.in_flight, sum(read.buckets), len(read.buckets)) == (0, 2, len(BOUNDS_S) + 1)


def record(error: bool) -> logging.LogRecord:
    raised = None
    if error:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raised = sys.exc_info()
    made = logging.LogRecord("zhengwen.x", logging.ERROR, "f.py", 1, "asked %s", ("so",), raised)
    setattr(made, FIELDS, {"status": 500})
    return made


def test_a_log_line_is_json_with_the_fields_of_its_record() -> None:
    row = json.loads(JsonFormatter().format(record(False)))
    assert row.pop("time").endswith("+00:00")
    assert row == {
        "level": "ERROR",
        "logger": "zhengwen.x",
        "message": "asked so",
        "status": 500,
    }


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_an_exception_is_logged_without_its_message(formatter: logging.Formatter) -> None:
    line = formatter.format(record(True))
    assert "KeyError" in line
    assert "test_operations.py" in line
    assert SECRET not in line


def client_at(settings: Settings, runtime: Runtime, address: str) -> TestClient:
    access = build_access(settings, runtime.service.records)
    return TestClient(create_app(settings, runtime, access), client=(address, 50000))


def test_metrics_are_for_this_machine_and_for_admins(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    records = small_runtime.service.records
    assert records is not None
    keys = keys_in(records)
    near = client_at(small_settings, small_runtime, "127.0.0.1")
    far = client_at(small_settings, small_runtime, "192.0.2.7")
    near.post("/v1/answer", json={"question": f"{SECRET}是多少？"})
    assert near.get("/metrics").status_code == 200
    proxied = near.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"})
    assert (proxied.status_code, far.get("/metrics").status_code) == (401, 401)
    editor = far.get("/metrics", headers=keys.shown(Scope.EDITOR))
    assert editor.status_code == 403
    shown = far.get("/metrics", headers=keys.shown(Scope.ADMIN))
    assert shown.headers["content-type"].startswith("text/plain; version=0.0.4")
    text = shown.text
    for line in (
        "zhengwen_ready 1.0",
        "zhengwen_documents 1.0",
        "zhengwen_in_flight 0.0",
        'zhengwen_refusals_total{status="refused_unsafe"}',
        "zhengwen_statements_removed_total",
        'zhengwen_answer_seconds_bucket{le="+Inf"}',
        "process_resident_memory_bytes",
        "process_cpu_seconds_total",
    ):
        assert line in text
    assert SECRET not in text
    everyone = small_settings.model_copy(update={"metrics_open": True})
    assert client_at(everyone, small_runtime, "192.0.2.7").get("/metrics").status_code == 200


def test_records_that_cannot_be_reached_make_the_service_not_ready(
    small_service: Service, own_settings: Settings
) -> None:
    records = build_records(own_settings)
    service = Service(small_service.assistant, records, max_question_chars=200, records=records)
    runtime = Runtime(lambda: service)
    runtime.load()
    client = client_at(own_settings, runtime, "127.0.0.1")
    assert client.get("/ready").json()["parts"]["records"] == "可用"
    database = own_settings.data / "zhengwen.db"
    database.rename(own_settings.data / "away")
    refused = client.get("/ready")
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert refused.json()["detail"].startswith("记录库不可用")
    assert str(own_settings.data) not in refused.text
    (own_settings.data / "away").rename(database)
    assert client.get("/ready").status_code == 200
    records.close()


def test_metrics_tell_of_records_that_wait_and_of_a_database_that_is_away(
    small_service: Service, own_settings: Settings
) -> None:
    records = build_records(own_settings)
    service = Service(small_service.assistant, records, max_question_chars=200, records=records)
    runtime = Runtime(lambda: service)
    runtime.load()
    client = client_at(own_settings, runtime, "127.0.0.1")

    def told() -> set[str]:
        lines = client.get("/metrics").text.splitlines()
        return {line for line in lines if line.startswith("zhengwen_records_")}

    assert told() == {"zhengwen_records_up 1.0", "zhengwen_records_waiting 0.0"}
    database = own_settings.data / "zhengwen.db"
    database.rename(own_settings.data / "away")
    question = {"question": "首次认定高新技术企业奖励多少？"}
    assert client.post("/v1/answer", json=question).status_code == 200
    # The answer's entry in the audit log, and the exchange of its conversation.
    assert told() == {"zhengwen_records_up 0.0", "zhengwen_records_waiting 2.0"}
    (own_settings.data / "away").rename(database)
    assert records.catch_up()
    assert told() == {"zhengwen_records_up 1.0", "zhengwen_records_waiting 0.0"}
    records.close()


def test_a_service_without_records_tells_nothing_of_them(
    small_service: Service, own_settings: Settings
) -> None:
    service = Service(small_service.assistant, MemoryConversations(9, 9), max_question_chars=200)
    runtime = Runtime(lambda: service)
    runtime.load()
    text = client_at(own_settings, runtime, "127.0.0.1").get("/metrics").text
    assert "zhengwen_records_" not in text


def test_a_key_that_cannot_be_looked_up_is_no_wrong_key(
    small_service: Service, own_settings: Settings
) -> None:
    records = build_records(own_settings)
    service = Service(small_service.assistant, records, max_question_chars=200, records=records)
    runtime = Runtime(lambda: service)
    runtime.load()
    shown = keys_in(records).shown(Scope.ADMIN)
    client = client_at(own_settings, runtime, "192.0.2.7")
    (own_settings.data / "zhengwen.db").rename(own_settings.data / "away")
    refused = client.get("/v1/audit", headers=shown)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert refused.json()["detail"] == UNREADABLE
    (own_settings.data / "away").rename(own_settings.data / "zhengwen.db")
    assert client.get("/v1/audit", headers=shown).status_code == 200
    records.close()
