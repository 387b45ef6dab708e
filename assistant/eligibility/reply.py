"""A short reply to the question that a checklist put back, as a statement that stands alone."""

from __future__ import annotations

import re

_NO = re.compile(r"^(?:不|没|否|还没|都没)")
_QUESTION = (
    (re.compile(r"^你们是不是(?P<what>[^（？]+?)(?:（[^）]*）)?？$"), "我们是{}", "我们不是{}"),
    (re.compile(r"^你们有没有“(?P<what>.+)”？$"), "我们有{}", "我们没有{}"),
    (re.compile(r"^你们是否“(?P<what>.+)”？$"), "我们已经{}", "我们还没有{}"),
    (re.compile(r"^是否符合“(?P<what>.+)”？$"), "我们符合{}", "我们不符合{}"),
)


_YES_NO = re.compile(
    r"(?:是|不是|有|没有|没|对|不对|嗯|否|都有|都没有|已经|还没)[的了呢啊]*[。！!]?"
)
_FIGURE = re.compile(r"^你们的(?P<what>.+)是多少？$")
_NUMBER = re.compile(r"[^，。？?]{0,4}[\d一二三四五六七八九十百千万两][^，。？?]{0,10}")


def as_statement(reply: str, question: str | None) -> str:
    """「是的」 to 「你们是不是高新技术企业？」 → 「我们是高新技术企业」; other replies stay as they are.

    A bare figure (1500万) gets the name of what was asked for.
    """
    asked = _FIGURE.match(question or "")
    if asked and _NUMBER.fullmatch(reply):
        return reply if asked["what"] in reply else f"{asked['what']}{reply}"
    if not _YES_NO.fullmatch(reply):
        return reply
    for pattern, yes, no in _QUESTION:
        match = pattern.match(question or "")
        if match:
            what = match["what"].strip("“”")
            return (no if _NO.match(reply) else yes).format(what)
    return reply
