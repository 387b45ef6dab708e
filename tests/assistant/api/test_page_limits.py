"""Questions asked on the page count as those of the API do: through Gradio's own queue."""

from __future__ import annotations

import json
from typing import Any

import gradio as gr
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.access.access import asked_on_page
from assistant.api.doorman import Doorman
from assistant.errors import LimitError
from assistant.settings import Settings
from assistant.wiring import build_access


def ask(question: str, request: gr.Request) -> str:
    try:
        caller = asked_on_page(request.request.state)
    except LimitError as error:
        return str(error)
    return f"{caller.channel} {caller.visitor is not None}"


@pytest.fixture
def client(small_settings: Settings) -> TestClient:
    with gr.Blocks() as page:
        box = gr.Textbox()
        box.submit(ask, box, box)
    app = gr.mount_gradio_app(FastAPI(), page, path="/", ssr_mode=False)
    access = build_access(small_settings.model_copy(update={"answers_per_minute": 2}))
    app.add_middleware(Doorman, access=access)
    return TestClient(app)


def asked(client: TestClient, session: str) -> Any:
    body = {"data": ["问"], "fn_index": 0, "session_hash": session}
    assert client.post("/gradio_api/queue/join", json=body).status_code == 200
    stream = client.get(f"/gradio_api/queue/data?session_hash={session}").text
    events = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith("data: ")]
    return next(e for e in events if e["msg"] == "process_completed")["output"]["data"][0]


def test_a_visitor_of_the_page_is_bounded_by_its_questions(client: TestClient) -> None:
    with client:
        said = [asked(client, f"s{n}") for n in range(3)]
    assert said[:2] == ["page True", "page True"]
    assert said[2].startswith("提问过于频繁，请在")
