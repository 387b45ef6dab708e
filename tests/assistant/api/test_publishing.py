from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_access, build_records, build_service
from tests.assistant.keys import Keys, keys_in
from tests.assistant.policy import POLICY, SECOND, SECOND_TITLE

HOUSE = {"question": "博士研究生可以申请多大面积的人才公寓？"}
NO_KEY = "请在 Authorization 请求头中带上有效的密钥后重试。"
BAD_KEY = "密钥无效、已过期或已撤销，请检查后重试。"


@dataclass(frozen=True)
class Site:
    client: TestClient
    keys: Keys

    @property
    def editor(self) -> dict[str, str]:
        return self.keys.shown(Scope.EDITOR)


@pytest.fixture
def site(own_settings: Settings) -> Iterator[Site]:
    settings = own_settings.model_copy(update={"max_upload_bytes": 50_000, "max_body_bytes": 9_000})
    records = build_records(settings)
    runtime = Runtime(lambda: build_service(settings, records=records))
    runtime.load()
    keys = keys_in(records)
    with TestClient(create_app(settings, runtime, build_access(settings, records))) as client:
        yield Site(client, keys)
    records.close()


def test_a_document_is_previewed_published_asked_about_and_withdrawn(site: Site) -> None:
    client, editor = site.client, site.editor
    form = {"file": ("公寓.txt", SECOND.encode())}
    seen = client.post("/v1/documents/preview", files=form, headers=editor)
    assert seen.status_code == 200
    assert (seen.json()["document"]["title"], seen.json()["refusal"]) == (SECOND_TITLE, None)
    assert [clause["marker"] for clause in seen.json()["clauses"]] == ["第一条", "第二条", "第三条"]
    assert [d["id"] for d in client.get("/v1/documents").json()["items"]] == ["p1"]
    made = client.post("/v1/documents", files=form, headers=editor)
    assert made.status_code == 201
    assert made.json()["document"]["id"] == "公寓"
    assert "90平方米" in client.post("/v1/answer", json=HOUSE).json()["answer"]
    again = client.post(
        "/v1/documents", params={"name": "b.txt"}, content=SECOND.encode(), headers=editor
    )
    assert (again.status_code, again.json()["detail"]) == (
        422,
        "内容与编号 公寓 的文件相同，无需再加。",
    )
    gone = client.delete("/v1/documents/公寓", headers=editor)
    assert (gone.status_code, gone.json()) == (200, {"id": "公寓", "kept": "公寓.txt"})
    assert client.post("/v1/answer", json=HOUSE).json()["refused"] is True
    assert client.delete("/v1/documents/公寓", headers=editor).status_code == 404
    assert client.delete("/v1/documents/p1", headers=editor).status_code == 409


@pytest.mark.parametrize(
    ("shown", "detail"),
    [
        (None, NO_KEY),
        ("Bearer ", NO_KEY),
        ("Bearer {revoked}", BAD_KEY),
        ("Bearer {expired}", BAD_KEY),
        ("{editor}", NO_KEY),
    ],
)
def test_without_a_valid_key_nothing_of_the_editors_is_open(
    site: Site, shown: str | None, detail: str
) -> None:
    keys = site.keys
    secrets = {
        "revoked": keys.revoked,
        "expired": keys.expired,
        "editor": keys.secrets[Scope.EDITOR],
    }
    headers = {"Authorization": shown.format(**secrets)} if shown else {}
    for method, path in (
        ("POST", "/v1/documents/preview?name=a.txt"),
        ("POST", "/v1/documents?name=a.txt"),
        ("DELETE", "/v1/documents/p1"),
    ):
        refused = site.client.request(method, path, headers=headers, content=SECOND.encode())
        assert (refused.status_code, refused.json()["detail"]) == (401, detail)
        assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_key_of_a_lower_scope_is_refused(site: Site) -> None:
    refused = site.client.delete("/v1/documents/p1", headers=site.keys.shown(Scope.PUBLIC))
    assert (refused.status_code, refused.json()["title"]) == (403, "权限不够")


def test_uploads_have_a_limit_of_their_own(site: Site) -> None:
    client = site.client
    text = (POLICY + "一、其他事项\n" + "本段文字只为凑足长度。" * 400).encode()
    assert len(text) > 9_000
    sent = {"params": {"name": "long.txt"}, "headers": site.editor}
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
def test_what_is_no_upload_is_explained(site: Site, content: bytes, kind: str, detail: str) -> None:
    headers = {**site.editor, "content-type": kind}
    refused = site.client.post("/v1/documents/preview", content=content, headers=headers)
    assert refused.status_code == 422
    assert detail in refused.json()["detail"]
