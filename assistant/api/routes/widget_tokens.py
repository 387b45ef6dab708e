"""POST /v1/widget/tokens, which a portal's server calls for each of its visitors."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from assistant.api import examples_keyed
from assistant.api.access import AccessDependency, needs
from assistant.api.described import described
from assistant.api.schemas import Request
from assistant.records.models import ApiKey, Scope

router = APIRouter(tags=["门户组件"])


class TokenRequest(Request):
    """For whom a token is wanted."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [examples_keyed.TOKEN_REQUEST]}
    )

    origin: str = Field(
        description="门户页面的来源（协议、域名、端口），须已在设置项 widget_origins 中登记。",
        examples=["https://www.example.gov.cn"],
        max_length=300,
    )
    visitor: str | None = Field(
        default=None,
        description="门户自己对访客的任意称呼，用于限流；只保存其散列值，请勿填写个人信息。",
        examples=["c1f0"],
        max_length=200,
    )


class TokenOut(BaseModel):
    """A token for the widget."""

    token: str = Field(description="交给页面上的组件，放在 Authorization: Bearer 里。")
    expires_in: int = Field(description="有效秒数，到期前应重新取得。")


@router.post(
    "/v1/widget/tokens",
    summary="为门户的访客取得组件令牌",
    responses=described(examples_keyed.TOKEN, 400, 403, 413, 415, 422),
)
def mint(
    request: TokenRequest,
    access: AccessDependency,
    key: Annotated[ApiKey, Depends(needs(Scope.PUBLIC))],
) -> TokenOut:
    """由门户的服务器以自己的密钥调用；密钥不得出现在网页里。"""
    minted = access.tokens.mint(key.id, request.origin, request.visitor)
    return TokenOut(token=minted.token, expires_in=minted.expires_in)
