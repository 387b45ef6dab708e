"""Short-lived tokens for the widget: minted for a portal's server, shown by a visitor's browser."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt

from assistant.access.keys import KeyRing
from assistant.access.origins import Origins
from assistant.errors import TokenError

AUDIENCE = "zhengwen-widget"
_ALGORITHM = "HS256"
_LONGEST = 2048


@dataclass(frozen=True, slots=True)
class Minted:
    """A token and how many seconds it holds."""

    token: str
    expires_in: int


@dataclass(frozen=True, slots=True)
class WidgetPass:
    """What a valid token says."""

    origin: str
    key_id: str
    session: str


class WidgetTokens:
    """Mints and checks tokens. A token falls with its key and with the origin it names."""

    def __init__(
        self,
        secret: bytes,
        keys: KeyRing,
        origins: Origins,
        *,
        minutes: int = 15,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._secret, self._keys, self._origins = secret, keys, origins
        self._holds = timedelta(minutes=minutes)
        self._now = now

    def mint(self, key_id: str, origin: str, visitor: str | None = None) -> Minted:
        """A token for one visitor of a portal; raises TokenError for an origin not on the list.

        The same visitor, as the portal calls it, keeps its session from token to token; what the
        portal calls it is hashed and never kept.
        """
        if not self._origins.allows(key_id, origin):
            raise TokenError(
                f"来源 {origin} 不在这个密钥的许可清单里。请管理员在设置项 widget_origins 中登记。"
            )
        session = (
            hmac.digest(self._secret, f"{key_id}\0{visitor}".encode(), hashlib.sha256).hex()[:32]
            if visitor
            else secrets.token_hex(16)
        )
        claims = {
            "aud": AUDIENCE,
            "exp": self._now() + self._holds,
            "origin": origin,
            "key": key_id,
            "sid": session,
        }
        return Minted(
            jwt.encode(claims, self._secret, _ALGORITHM), int(self._holds.total_seconds())
        )

    def check(self, token: str, origin: str | None) -> WidgetPass:
        """What a token says; raises TokenError where it does not hold.

        origin: what the browser says it is on; a page elsewhere that got hold of a token cannot
        use it. The list and the key are asked again: both may have changed since.
        """
        if len(token) > _LONGEST:
            raise TokenError(_INVALID)
        try:
            claims = jwt.decode(
                token,
                self._secret,
                [_ALGORITHM],
                audience=AUDIENCE,
                options={"require": ["exp", "aud", "origin", "key", "sid"], "verify_exp": False},
            )
        except jwt.InvalidTokenError as error:
            raise TokenError(_INVALID) from error
        if claims["exp"] <= self._now().timestamp():
            raise TokenError("令牌已过期，请由门户重新取得后重试。")
        found = WidgetPass(str(claims["origin"]), str(claims["key"]), str(claims["sid"]))
        if origin is not None and origin != found.origin:
            raise TokenError("令牌与网页的来源不符，请在登记的门户页面上使用。")
        if not self._origins.allows(found.key_id, found.origin) or not self._keys.valid(
            found.key_id
        ):
            raise TokenError("这个门户的许可已经撤销，请联系管理员。")
        return found


_INVALID = "令牌无效，请由门户重新取得后重试。"
