"""What the description says of keys, held against the doors themselves."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_access
from tests.assistant.access.store import MemoryKeys

PORTAL = "https://www.example.gov.cn"
FAR = ("192.0.2.7", 50000)
"""Not this machine, which may read /metrics as it is."""
NOBODY = "nobody"
TOKEN = "widgetToken"
BEARER, BASIC = "key", "keyAsPassword"

Shown = Mapping[tuple[str, str], Mapping[str, str]]
"""(scheme, role) → the headers of who shows it."""


@dataclass(frozen=True)
class Site:
    client: TestClient
    description: Mapping[str, Any]
    shown: Shown

    def asked(self, method: str, path: str, headers: Mapping[str, str]) -> int:
        """The status of a request without a body: the doors come before what is in it."""
        address = path.replace("{", "no-").replace("}", "")
        return self.client.request(method, address, headers=dict(headers)).status_code


def site(settings: Settings, runtime: Runtime, **other: Any) -> Site:
    store = MemoryKeys()
    ring = build_access(settings, store).keys
    made = {scope: ring.create(scope, scope) for scope in Scope}
    origins = {made[Scope.PUBLIC].key.id: (PORTAL,)}
    changed = settings.model_copy(update={"widget_origins": origins, **other})
    access = build_access(changed, store)
    client = TestClient(create_app(changed, runtime, access), client=FAR)
    admin = {"Authorization": f"Bearer {made[Scope.ADMIN].secret}"}
    token = access.tokens.mint(made[Scope.PUBLIC].key.id, PORTAL).token
    shown = {
        (NOBODY, ""): {},
        (TOKEN, ""): {"Authorization": f"Bearer {token}", "Origin": PORTAL},
    }
    for scope, key in made.items():
        basic = base64.b64encode(f"gov:{key.secret}".encode()).decode()
        shown[BEARER, scope] = {"Authorization": f"Bearer {key.secret}"}
        shown[BASIC, scope] = {"Authorization": f"Basic {basic}"}
    return Site(client, client.get("/openapi.json", headers=admin).json(), shown)


@pytest.fixture(params=[False, True], ids=["open", "require_key"])
def either(
    request: pytest.FixtureRequest, small_settings: Settings, small_runtime: Runtime
) -> Site:
    return site(small_settings, small_runtime, require_key=request.param)


def operations(described: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def lets_in(security: list[dict[str, list[str]]], scheme: str, role: str) -> bool:
    """Whether the description lets somebody in who shows this."""
    for needed in security:
        if not needed:
            return True
        ((name, roles),) = needed.items()
        if name != scheme:
            continue
        if not role or all(Scope(role).covers(Scope(each)) for each in roles):
            return True
    return security == []


def test_every_door_opens_to_whom_its_description_names_and_to_nobody_else(either: Site) -> None:
    wrong = []
    for method, path, operation in operations(either.description):
        for (scheme, role), headers in either.shown.items():
            status = either.asked(method, path, headers)
            described = lets_in(operation["security"], scheme, role)
            if described == (status in (401, 403)):
                wrong.append((method, path, scheme, role, status))
    assert wrong == []


def test_a_token_is_described_where_it_alone_opens_the_door(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    closed = site(small_settings, small_runtime, require_key=True)
    found = {
        (method, path)
        for method, path, operation in operations(closed.description)
        if operation["security"]
        and closed.asked(method, path, closed.shown[TOKEN, ""]) not in (401, 403)
    }
    described = {
        (method, path)
        for method, path, operation in operations(closed.description)
        if {TOKEN: []} in operation["security"]
    }
    assert found == described
    assert ("POST", "/v1/answer/stream") in found


def test_the_schemes_that_are_used_are_described_in_chinese(either: Site) -> None:
    schemes = either.description["components"]["securitySchemes"]
    kinds = {name: (scheme["type"], scheme["scheme"]) for name, scheme in schemes.items()}
    assert kinds == {
        BEARER: ("http", "bearer"),
        BASIC: ("http", "basic"),
        TOKEN: ("http", "bearer"),
    }
    assert all("密钥" in s["description"] or "令牌" in s["description"] for s in schemes.values())
    used = {
        name
        for _, _, operation in operations(either.description)
        for needed in operation["security"]
        for name in needed
    }
    assert used == set(schemes)


@pytest.mark.parametrize(
    ("metrics_open", "require_key", "status"),
    [(False, False, 401), (False, True, 401), (True, False, 200), (True, True, 200)],
)
def test_metrics_are_described_as_the_setting_has_them(
    small_settings: Settings,
    small_runtime: Runtime,
    metrics_open: bool,
    require_key: bool,
    status: int,
) -> None:
    made = site(small_settings, small_runtime, metrics_open=metrics_open, require_key=require_key)
    assert made.asked("GET", "/metrics", {}) == status
    described = made.description["paths"]["/metrics"]["get"]["security"]
    assert lets_in(described, NOBODY, "") == (status == 200)


def test_metrics_are_for_this_machine_also_where_everyone_else_needs_a_key(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    closed = small_settings.model_copy(update={"require_key": True})
    app = create_app(closed, small_runtime)
    assert TestClient(app, client=("127.0.0.1", 50000)).get("/metrics").status_code == 200


def test_the_page_of_the_api_says_whose_key_an_operation_needs(either: Site) -> None:
    page = either.client.get("/docs", headers=either.shown[BEARER, Scope.ADMIN]).text
    for told in ("需要编辑人员（editor）的密钥", "需要管理员（admin）的密钥", "不需要密钥"):
        assert told in page
