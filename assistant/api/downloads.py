"""How a file that is given out is called."""

from __future__ import annotations

from urllib.parse import quote


def named(name: str, *, inline: bool = False) -> dict[str, str]:
    """The header that names it, in any script (RFC 6266); `inline`: a browser shows it."""
    shown = "inline" if inline else "attachment"
    return {"Content-Disposition": f"{shown}; filename*=UTF-8''{quote(name, safe='')}"}
