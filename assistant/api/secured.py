"""What the OpenAPI description says of keys: which there are, and whose an operation needs.

The roles of a requirement are scopes; each holds those before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi.security import HTTPBearer

from assistant.records.models import Scope

Security = list[dict[str, list[str]]]
"""As OpenAPI has it: any one of these will do, {} is nothing at all; [] leaves the door open."""

KEY = HTTPBearer(
    scheme_name="key",
    bearerFormat="zw_…",
    description=(
        "密钥，由管理员用 zhengwen key create 生成，放在 Authorization: Bearer 里。范围依次为 public、editor、admin，后者包含前者。"
    ),
    auto_error=False,
)
_PASSWORD = "keyAsPassword"
_TOKEN = "widgetToken"
_OTHERS = {
    _PASSWORD: {
        "type": "http",
        "scheme": "basic",
        "description": "同一个密钥，作为密码，用户名任意：浏览器自己的登录框这样发送。",
    },
    _TOKEN: {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "门户组件的令牌，由门户的服务器以 POST /v1/widget/tokens 取得，短期有效，只在所登记的来源上有效。",
    },
}
_WHOSE = {
    Scope.PUBLIC: "任意有效的密钥",
    Scope.EDITOR: "编辑人员（editor）的密钥",
    Scope.ADMIN: "管理员（admin）的密钥",
}


def schemes(found: Mapping[str, Any]) -> dict[str, Any]:
    """The schemes that FastAPI has found, and those that stand for the same."""
    return {**found, **_OTHERS}


def security_of(found: Security, *, for_widgets: bool, key_demanded: bool) -> Security:
    """Every way into an operation, from what FastAPI has found of it.

    found: the scope that the operation itself needs; empty where it needs none.
    for_widgets: whether a widget's token opens it. key_demanded: of everyone.
    """
    roles = found[0][KEY.scheme_name] if found else [Scope.PUBLIC.value]
    ways: Security = [{KEY.scheme_name: roles}, {_PASSWORD: roles}]
    if found:
        return ways
    if for_widgets:
        ways.append({_TOKEN: []})
    return ways if key_demanded else [{}, *ways]


def told(security: Sequence[Mapping[str, Sequence[str]]]) -> str:
    """The same in a sentence for people."""
    if not security:
        return "不需要密钥。"
    if {} in security:
        return "不带密钥也可以使用。"
    (role,) = security[0][KEY.scheme_name]
    token = "，或门户组件的令牌" if {_TOKEN: []} in security else ""
    return f"需要{_WHOSE[Scope(role)]}{token}。"
