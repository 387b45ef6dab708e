"""The demo portal's own door for tokens."""

from __future__ import annotations

import httpx
import pytest

from tests.assistant.widget.conftest import Served

OTHER = "https://other.example"


@pytest.mark.parametrize(
    ("site", "origin", "status"),
    [
        ("same-origin", "{portal}", 200),
        ("cross-site", "{portal}", 403),
        (None, "{portal}", 200),
        (None, OTHER, 403),
        (None, None, 403),
    ],
)
def test_a_token_is_minted_for_the_portals_own_pages_over_plain_http_too(
    served: Served, site: str | None, origin: str | None, status: int
) -> None:
    said = {"Sec-Fetch-Site": site, "Origin": origin and origin.format(portal=served.portal)}
    headers = {name: value for name, value in said.items() if value}
    minted = httpx.post(f"{served.portal}/zhengwen-token", headers=headers)
    assert (minted.status_code, "token" in minted.json()) == (status, status == 200)
