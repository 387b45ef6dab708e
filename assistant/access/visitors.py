"""From where a request came, and under which pseudonym that is remembered."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network


class Addresses:
    """Reads the client's address; what proxies say is believed from trusted networks alone."""

    def __init__(self, trusted: Sequence[str] = ()) -> None:
        self._trusted = [ip_network(network) for network in trusted]

    def client(self, peer: str | None, forwarded_for: str | None) -> str:
        """The address nearest to us that is no trusted proxy's; "" where there is none.

        peer: who is connected. forwarded_for: X-Forwarded-For, where each proxy adds at the end
        whom it was asked by; what stands before the last untrusted address can be invented.
        """
        address = _address(peer or "")
        if address is None:
            return peer or ""
        for said in reversed((forwarded_for or "").split(",")):
            if not self._is_trusted(address):
                break
            before = _address(said.strip())
            if before is None:
                break
            address = before
        return str(address)

    def is_trusted(self, peer: str | None) -> bool:
        """Whether what this peer says of others is believed."""
        address = _address(peer or "")
        return address is not None and self._is_trusted(address)

    def is_here(self, peer: str | None, forwarded: bool) -> bool:
        """Whether somebody on this machine itself asks, and no proxy for somebody else."""
        address = _address(peer or "")
        return address is not None and address.is_loopback and not forwarded

    def _is_trusted(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self._trusted)


def pseudonym(secret: bytes, address: str, session: str = "") -> str:
    """A keyed hash of an address (of IPv6 the /64, which is one household) and a session, hex."""
    parsed = _address(address)
    if isinstance(parsed, IPv6Address):
        address = str(IPv6Network((parsed, 64), strict=False))
    return hmac.digest(secret, f"{address}\0{session}".encode(), hashlib.sha256).hex()[:32]


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address(text.strip("[]").partition("%")[0])
    except ValueError:
        return None
    return (parsed.ipv4_mapped or parsed) if isinstance(parsed, IPv6Address) else parsed
