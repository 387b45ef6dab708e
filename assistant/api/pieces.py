"""A finished, verified text in pieces, so that it can be shown as it arrives."""

from __future__ import annotations

import re

_PIECE = re.compile(r"[^，。；：！？\n]*(?:[，。；：！？\n]+(?:\[\d+\])*|$)")


def pieces_of(text: str) -> list[str]:
    """Pieces that end behind a stop and its marks; joined they are the text."""
    return [piece for piece in _PIECE.findall(text) if piece]
