"""What documents and askers wrote, as a chat model may see it: data behind fences.

A text can neither close the fence around it nor speak in another role, and a passage goes by a
name that was made up for this one request, so that a name nobody gave is an invented one.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable

NewId = Callable[[], str]

# [INST] and the like end a role in some chat templates, as <|im_end|> does in others.
_ROLE_MARK = re.compile(r"\[(/?[A-Z_]{3,24})\]")
_FENCE = str.maketrans({"<": "〈", ">": "〉", "＜": "〈", "＞": "〉", "﹤": "〈", "﹥": "〉"})


def as_data(text: str) -> str:
    """The text without anything that a fence or a chat template is made of, nor invisible marks."""
    visible = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))
    return _ROLE_MARK.sub(r"〔\1〕", visible.translate(_FENCE))


def opaque_id() -> str:
    """A name for a passage that cannot be guessed."""
    return f"k{secrets.token_hex(4)}"
