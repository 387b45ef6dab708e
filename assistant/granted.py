"""What a question takes for granted before it asks (试点放在甲和乙两个市，合了以后设成什么机构？)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Answer, Status
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.kinds import asserts_something
from assistant.understanding.normalise import in_simplified, is_english
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

_LONGEST = 160
_LEAST = 8
"""Characters of a claim that says what it is about."""
_HALVES = re.compile(r"^(?P<claim>[^。?？!！；;]+)[，,](?P<rest>[^，,。?？!！；;]{3,}[?？]?)$")
_ASKS = re.compile(
    r"多少|几|哪|谁|什么|啥|怎么|怎样|如何|咋|为何|吗|呢|是否|[能可有是]不[能可是]|有没有|还是|有无"
)
# A wish, a condition and what is told of oneself are no claims about a document.
_OWN = re.compile(
    r"我|俺|咱(?!省|市)|本公司|本人|本厂|公司(?:有|是|去年|今年)|如果|要是|假如|假设|万一|只要|除了?|想|打算|准备"
)
# 报高企的两千多家里，认下来的有多少: the number is what is asked of.
_OF_WHICH = re.compile(r"(?:里面?|里头|中|当中|之中|以后|之后|后|时候?)$")
_PLACED = re.compile(r"放在|设在|建在|选在|定在|落在|落户|是在")
_LED = re.compile(r"(?:由|归|是)[^，,]{2,16}(?:牵头|负责|主管|管)")


@dataclass(frozen=True, slots=True)
class Granted:
    """A claim, and what is asked behind it."""

    claim: str
    rest: str
    placed: bool
    """Whether the claim puts something somewhere: the search keeps to a place that is named."""

    @property
    def question(self) -> str:
        """The claim as something to be confirmed."""
        return f"{self.claim}，对吗？"


def taken_for_granted(text: str) -> Granted | None:
    """The claim that a question makes with a figure, a place or a body before it asks; or None."""
    if len(text) > _LONGEST or is_english(text) or asserts_something(text):
        return None
    match = _HALVES.match(in_simplified(text).strip())
    if match is None or not _ASKS.search(match["rest"]):
        return None
    claim = match["claim"]
    if _OF_WHICH.search(claim):
        return None
    if len(claim) < _LEAST or _ASKS.search(claim) or _OWN.search(claim):
        return None
    figures = [f for f in find_figures(claim) if f.kind is not FigureKind.DATE]
    counted = any(f.value not in (None, 1) for f in figures)
    placed = bool(_PLACED.search(claim) and find_regions(claim))
    led = _LED.search(claim) and find_bodies(claim)
    return Granted(claim, match["rest"], placed) if counted or placed or led else None


def found_nearest(checked: Answer, answer: Answer) -> bool:
    """Whether a refused question found nothing nearer than the clause that its claim is about."""
    lead = checked.citations[0]
    return bool(answer.nearest) and (lead.document_id, lead.clause) == (
        answer.nearest[0].document_id,
        answer.nearest[0].clause,
    )


def puts_right(checked: Answer, answer: Answer) -> bool:
    """Whether a claim is put right by the clause that answers what is asked behind it."""
    if checked.status is not Status.ANSWERED_CORRECTED or answer.refused or not answer.citations:
        return False
    lead = checked.citations[0]
    cited = {(c.document_id, c.clause) for c in answer.citations}
    return (lead.document_id, lead.clause) in cited
