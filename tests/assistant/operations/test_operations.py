from __future__ import annotations

import json
import logging
import sys

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.caller import Caller, Channel
from assistant.meter import BOUNDS_S, Meter
from assistant.operations.drain import Drain
from assistant.operations.logs import FIELDS, JsonFormatter, TextFormatter
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.keys import key_of, records_with

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


def client_at(settings: Settings, runtime: Runtime, address: str, **state: object) -> TestClient:
    app = create_app(settings, runtime)
    for name, value in state.items():
        setattr(app.state, name, value)
    return TestClient(app, client=(address, 50000))


def test_metrics_are_for_this_machine_and_for_admins(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    keys = records_with(key_of("admin", Scope.ADMIN), key_of("editor", Scope.EDITOR))
    near = client_at(small_settings, small_runtime, "127.0.0.1", records=keys)
    far = client_at(small_settings, small_runtime, "192.0.2.7", records=keys)
    near.post("/v1/answer", json={"question": f"{SECRET}是多少？"})
    assert near.get("/metrics").status_code == 200
    proxied = near.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"})
    assert (proxied.status_code, far.get("/metrics").status_code) == (401, 401)
    editor = far.get("/metrics", headers={"Authorization": "Bearer editor"})
    assert editor.status_code == 403
    shown = far.get("/metrics", headers={"Authorization": "Bearer admin"})
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
    small_settings: Settings, small_runtime: Runtime
) -> None:
    class Gone:
        def keys(self) -> None:
            raise OSError("/secret/path")

    client = client_at(small_settings, small_runtime, "127.0.0.1", records=records_with())
    assert client.get("/ready").json()["parts"]["records"] == "可用"
    gone = client_at(small_settings, small_runtime, "127.0.0.1", records=Gone())
    refused = gone.get("/ready")
    assert refused.status_code == 503
    assert refused.json()["detail"].startswith("记录库不可用")
