"""GET /widget.js."""

from __future__ import annotations

import gzip
import re

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.widget.script import PARTS, widget_script


@pytest.fixture(scope="module")
def client(small_settings: Settings, small_runtime: Runtime) -> TestClient:
    return TestClient(create_app(small_settings, small_runtime))


def test_the_script_is_small_and_whole() -> None:
    script = widget_script(2000)
    assert len(script.gzipped) <= 24 * 1024  # 40 KB is the most that was promised to portals
    assert gzip.decompress(script.gzipped) == script.body
    assert script.body.decode().count("class ") >= len(PARTS) // 2


def test_no_source_of_the_script_makes_markup_or_code_of_text_or_sets_cookies() -> None:
    text = widget_script(2000).body.decode()
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|cookie|localStorage"
    assert re.findall(forbidden, text) == []
    assert re.findall(r"https?://[\w.]+", text) == ["http://www.w3.org"]  # the name of SVG


def test_any_page_may_load_it_compressed_and_keep_it_for_minutes(client: TestClient) -> None:
    response = client.get("/widget.js", headers={"Accept-Encoding": "br, gzip"})
    assert response.status_code == 200
    assert response.content == widget_script(2000).body
    told = {
        name: response.headers[name]
        for name in (
            "content-type",
            "content-encoding",
            "vary",
            "cache-control",
            "access-control-allow-origin",
            "cross-origin-resource-policy",
            "x-content-type-options",
        )
    }
    assert told == {
        "content-type": "text/javascript; charset=utf-8",
        "content-encoding": "gzip",
        "vary": "Accept-Encoding",
        "cache-control": "public, max-age=300, must-revalidate",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
    }


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br"])
def test_who_cannot_read_gzip_gets_it_plain(client: TestClient, accepted: str) -> None:
    response = client.get("/widget.js", headers={"Accept-Encoding": accepted})
    assert response.content == widget_script(2000).body
    assert "content-encoding" not in response.headers


@pytest.mark.parametrize("named", ["{etag}", '"other", {etag}', "*"])
def test_who_has_it_already_is_told_so(client: TestClient, named: str) -> None:
    etag = client.head("/widget.js").headers["etag"]
    response = client.get("/widget.js", headers={"If-None-Match": named.format(etag=etag)})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["etag"] == etag


def test_an_older_copy_is_replaced(client: TestClient) -> None:
    response = client.get("/widget.js", headers={"If-None-Match": 'W/"older"'})
    assert response.status_code == 200
