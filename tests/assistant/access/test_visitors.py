from __future__ import annotations

import pytest

from assistant.access.visitors import Addresses, pseudonym


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "client"),
    [
        ((), "10.0.0.9", "1.2.3.4", "10.0.0.9"),
        (("10.0.0.0/8",), "10.0.0.9", "1.2.3.4", "1.2.3.4"),
        (("10.0.0.0/8",), "10.0.0.9", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (("10.0.0.0/8",), "10.0.0.9", "1.2.3.4, 10.1.1.1", "1.2.3.4"),
        (("10.0.0.0/8",), "10.0.0.9", None, "10.0.0.9"),
        (("10.0.0.0/8",), "10.0.0.9", "unknown", "10.0.0.9"),
        (("10.0.0.0/8",), "9.9.9.9", "1.2.3.4", "9.9.9.9"),
        (("::1/128",), "::1", "2001:db8::1", "2001:db8::1"),
        (("10.0.0.0/8",), "::ffff:10.0.0.9", "1.2.3.4", "1.2.3.4"),
        ((), "testclient", None, "testclient"),
        ((), None, "1.2.3.4", ""),
    ],
)
def test_a_client_is_who_no_untrusted_peer_could_have_invented(
    trusted: tuple[str, ...], peer: str | None, forwarded: str | None, client: str
) -> None:
    assert Addresses(trusted).client(peer, forwarded) == client


def test_a_pseudonym_tells_visitors_apart_and_not_who_they_are() -> None:
    secret = b"s" * 32
    one = pseudonym(secret, "1.2.3.4")
    assert one == pseudonym(secret, "1.2.3.4")
    assert "1.2.3.4" not in one
    assert len({one, pseudonym(secret, "1.2.3.5"), pseudonym(b"t" * 32, "1.2.3.4"),
                pseudonym(secret, "1.2.3.4", "session")}) == 4  # fmt: skip


def test_the_addresses_of_one_household_are_one_visitor() -> None:
    assert pseudonym(b"s", "2001:db8::1") == pseudonym(b"s", "2001:db8::ffff:2")
    assert pseudonym(b"s", "2001:db8::1") != pseudonym(b"s", "2001:db8:0:1::1")


@pytest.mark.parametrize(
    ("peer", "forwarded", "here"),
    [
        ("127.0.0.1", False, True),
        ("::1", False, True),
        ("::ffff:127.0.0.1", False, True),
        ("127.0.0.1", True, False),
        ("192.0.2.7", False, False),
        ("testclient", False, False),
        (None, False, False),
    ],
)
def test_only_a_peer_on_this_machine_that_speaks_for_itself_is_here(
    peer: str | None, forwarded: bool, here: bool
) -> None:
    assert Addresses().is_here(peer, forwarded) is here
