from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt
import pytest

from assistant.access.keys import KeyRing, NewKey
from assistant.access.origins import Origins, is_origin
from assistant.access.widget_tokens import AUDIENCE, WidgetPass, WidgetTokens
from assistant.errors import TokenError
from assistant.records.models import Scope
from tests.assistant.access.store import MemoryKeys

PORTAL = "https://www.example.gov.cn"
SECRET = b"s" * 32


@dataclass
class Bench:
    keys: KeyRing
    key: NewKey
    tokens: WidgetTokens
    now: datetime


@pytest.fixture
def bench() -> Bench:
    keys = KeyRing(MemoryKeys())
    key = keys.create("门户", Scope.PUBLIC)
    made = Bench(keys, key, None, datetime.now(UTC))  # type: ignore[arg-type]
    origins = Origins({key.key.id: (PORTAL,)})
    made.tokens = WidgetTokens(SECRET, keys, origins, minutes=15, now=lambda: made.now)
    return made


def test_a_token_says_where_it_may_be_used_and_for_how_long(bench: Bench) -> None:
    minted = bench.tokens.mint(bench.key.key.id, PORTAL)
    found = bench.tokens.check(minted.token, PORTAL)
    assert minted.expires_in == 900
    assert found == WidgetPass(PORTAL, bench.key.key.id, found.session)
    assert bench.tokens.check(minted.token, None) == found
    claims = jwt.decode(minted.token, SECRET, ["HS256"], audience=AUDIENCE)
    assert set(claims) == {"aud", "exp", "origin", "key", "sid"}


def test_a_portals_visitor_keeps_his_session_and_his_name_is_not_in_it(bench: Bench) -> None:
    first, again, other = (
        bench.tokens.check(bench.tokens.mint(bench.key.key.id, PORTAL, v).token, PORTAL).session
        for v in ("lixue", "lixue", "wang")
    )
    assert first == again != other
    assert "lixue" not in first


def test_no_token_is_minted_for_an_origin_that_is_not_on_the_list(bench: Bench) -> None:
    with pytest.raises(TokenError, match="不在这个密钥的许可清单里"):
        bench.tokens.mint(bench.key.key.id, "https://evil.example")
    other = bench.keys.create("别家", Scope.PUBLIC)
    with pytest.raises(TokenError, match="不在这个密钥的许可清单里"):
        bench.tokens.mint(other.key.id, PORTAL)


def test_a_token_ends(bench: Bench) -> None:
    minted = bench.tokens.mint(bench.key.key.id, PORTAL)
    bench.now += timedelta(minutes=15, seconds=1)
    with pytest.raises(TokenError, match="令牌已过期"):
        bench.tokens.check(minted.token, PORTAL)


def test_a_page_elsewhere_cannot_use_a_token_it_got_hold_of(bench: Bench) -> None:
    minted = bench.tokens.mint(bench.key.key.id, PORTAL)
    with pytest.raises(TokenError, match="来源不符"):
        bench.tokens.check(minted.token, "https://evil.example")


def test_a_token_falls_with_its_key(bench: Bench) -> None:
    minted = bench.tokens.mint(bench.key.key.id, PORTAL)
    bench.keys.revoke(bench.key.key.id)
    with pytest.raises(TokenError, match="许可已经撤销"):
        bench.tokens.check(minted.token, PORTAL)


def test_a_token_falls_with_its_origin(bench: Bench) -> None:
    minted = bench.tokens.mint(bench.key.key.id, PORTAL)
    shorter = WidgetTokens(SECRET, bench.keys, Origins({bench.key.key.id: ()}))
    with pytest.raises(TokenError, match="许可已经撤销"):
        shorter.check(minted.token, PORTAL)


def _forged(**other: object) -> dict[str, object]:
    exp = datetime.now(UTC) + timedelta(minutes=5)
    return {"aud": AUDIENCE, "exp": exp, "origin": PORTAL, "key": "k", "sid": "s", **other}


@pytest.mark.parametrize(
    "token",
    [
        "",
        "a.b.c",
        "x" * 5000,
        jwt.encode(_forged(), b"t" * 32, "HS256"),
        jwt.encode(_forged(), None, "none"),  # type: ignore[arg-type]
        jwt.encode(_forged(aud="other"), SECRET, "HS256"),
        jwt.encode({"aud": AUDIENCE, "origin": PORTAL, "key": "k", "sid": "s"}, SECRET, "HS256"),
        jwt.encode(_forged(), SECRET + b"s" * 32, "HS512"),
    ],
)
def test_what_was_not_minted_here_does_not_hold(bench: Bench, token: str) -> None:
    with pytest.raises(TokenError, match="令牌无效"):
        bench.tokens.check(token, PORTAL)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (PORTAL, True),
        ("http://127.0.0.1:8000", True),
        ("http://[::1]:80", True),
        ("https://www.example.gov.cn/", False),
        ("*", False),
        ("null", False),
        ("https://a.cn https://b.cn", False),
        ("javascript:alert(1)", False),
    ],
)
def test_an_origin_is_scheme_host_and_port(text: str, holds: bool) -> None:
    assert is_origin(text) is holds
