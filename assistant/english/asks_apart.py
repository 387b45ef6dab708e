"""An English sentence that asks for two things (how many were …, and how many are …) is two questions."""

from __future__ import annotations

import re

_ASK = (
    r"(?:by |in |at |on |from |to |of |over |for )?"
    r"(?:how (?:many|much|large|big|high|long|soon|often|are|is|do|does|can)|"
    r"which|who|whom|when|where|what)\b"
)
_VERB = (
    r"(?:is|are|was|were|be|do|does|did|will|would|should|shall|can|could|has|have|had|must|may|"
    r"leads?|heads?|handles?|runs?|oversees?|supervises?|manages?|pays?|gets?|takes?|approves?|"
    r"qualifies|qualify|counts?|ranks?|applies|apply)\b"
)
_BETWEEN = re.compile(
    rf"\s*(?:[,;](?:\s*and|\s*but)?|\band)\s+(?=(?:then |also )?{_ASK})", re.IGNORECASE
)
_FULL = re.compile(rf"^(?:.*?\b)??{_ASK}.*?\b{_VERB}", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?P<subject>[^?:]{4,90}):\s+(?=\S)")
_COUNTED = re.compile(
    rf"\bhow many (?P<noun>(?:(?!{_VERB}|to\b|in\b|by\b|for\b)[\w&'-]+ ){{1,7}}?)"
    rf"(?={_VERB}|to\b|in\b|by\b|for\b)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\bhow many (?={_VERB})", re.IGNORECASE)
# 「did Yuncheng have … does it want」: who does what is asked.
_DOER = re.compile(
    r"\b(?:did|does|do|will|should|would|has|have|had|can|must) "
    r"(?P<doer>(?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\b"
)
_IT = re.compile(r"\b(?P<verb>did|does|do|will|should|would|has|have|had|can|must) (?:it|they)\b")
# 「…, who」 behind a noun tells more of it: teachers who come back.
_RELATIVE = re.compile(
    r"\b(?:those|people|persons?|anyone|someone|firms?|teams?|workers?|and|or)$", re.IGNORECASE
)


def asks_apart(text: str) -> tuple[str, ...]:
    """The questions that one English sentence asks, in its order; empty where it asks one.

    The subject before a colon, the noun of 「how many」 and whoever does it are said again in the
    later ones; what else they leave out stays with the conversation.
    """
    bare = text.strip()
    subject = _SUBJECT.match(bare)
    head = f"{subject['subject']}: " if subject else ""
    parts = _BETWEEN.split(bare.removeprefix(head))
    related = any(_RELATIVE.search(part.rstrip()) for part in parts[:-1])
    # 「how many laboratories were approved and how many stations?」 shares its verb: one question.
    if len(parts) < 2 or related or not all(map(_FULL.search, parts)):
        return ()
    counted, does = _COUNTED.search(parts[0]), _DOER.search(parts[0])
    noun = counted["noun"] if counted else ""
    later = [_BARE.sub(f"how many {noun}", part) for part in parts[1:]]
    if does:
        later = [_IT.sub(rf"\g<verb> {does['doer']}", part) for part in later]
    return tuple(head + part for part in (parts[0], *later))
