"""「我们是一家…能享受什么」: the asker's own situation held against every Measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant import messages
from assistant.chat_model.guarded import Complete
from assistant.compose.support import is_open
from assistant.eligibility.check import Checklist, check
from assistant.eligibility.describe import merged
from assistant.eligibility.export import item_to_json, prepare, reason
from assistant.eligibility.interview import to_confirm
from assistant.eligibility.profile import Profile
from assistant.eligibility.reply import as_statement
from assistant.eligibility.statements import Mood, read_statements
from assistant.eligibility.verdict import VERDICT_NAMES, Item, Verdict
from assistant.library import Library
from assistant.models import Answer, Draft, Statement, Status, Support, Turn
from assistant.understanding.normalise import normalise_question

FACT = "eligibility"
MOST_OPEN = 5
"""Measures still to be checked that one answer lists; the checklist has them all."""
_SELF = re.compile(
    r"我们?(?:是|公司|企业|单位|厂|这|在|家|也)|我司|本公司|本企业|本单位|本人|咱们?(?:是|公司|厂|这|家|在)|^(?:一家|某)"
)
_WHAT = re.compile(
    r"(?:能|可以|可|够|应该)(?:享受|拿到?|领到?|申请|申报|报|得到?|获得|争取|沾)(?:到|些|点)?(?:什么|哪些|啥)"
    r"|(?:有|给)(?:什么|哪些|啥)(?:样的)?(?:政策|支持|扶持|补贴|补助|奖励|优惠|资金|好处|钱)|(?:什么|哪些|啥)(?:政策|支持|补贴|奖励|优惠|资金)(?:能|可以|适合|符合|用得上)"
    r"|符合(?:什么|哪些|啥)(?:政策|条件)|(?:匹配|适用|适合)(?:我们|我)?(?:的)?(?:什么|哪些)?(?:政策|措施)|(?:政策|资格)匹配|资格(?:核对|自测)|(?:能|可以)(?:享受|拿|领)(?:到)?(?:多少|几)(?:种|项|样)"
)
_GENERAL = re.compile(
    rf"{_WHAT.pattern}|请问|想问|问问|想了解|了解|咨询|帮忙?|看看|一下|知道|我们?|你们?|咱们?|公司|企业|单位|厂子?|这种|这样|这类|情况|条件|省里?|市里?|县里?|国家|政府|当地"
    r"|相关|有关|方面|上面|现在|目前|政策|支持|扶持|补贴|补助|奖励|优惠|资金|资助|好处|福利|项目|措施|什么|哪些|啥|多少|哪个|种类|[都还也又就能可以有没的了吗呢呀啊么吧和与、，？?。！!\s]"
)
_LEFT_OVER = 1
_ENOUGH = 2
_FIRM = re.compile(r"公司|企业|厂|店")
_IS_FIRM = "我们是企业。"


@dataclass(frozen=True)
class CheckEligibility:
    """Drafts the checklist where somebody describes himself and asks what he can have."""

    library: Library
    interviewer: Complete | None = None
    """A chat model that may point to words of the asker which code could not read."""

    def __call__(self, turn: Turn) -> Turn | Answer:
        if turn.draft:
            return turn
        today = turn.as_of or date.today()
        texts = self._texts(turn)
        if texts is None:
            return turn
        profile = merged(texts, turn.profile, today)
        if profile.empty:
            return turn
        documents = [
            parsed
            for parsed in self.library.corpus.documents
            if turn.documents is None or parsed.document.id in turn.documents
        ]
        checklist = check(documents, profile, today)
        shown = _shown(checklist)
        if not shown:
            return turn
        unread = to_confirm("。".join(texts), profile, self.interviewer) if self.interviewer else ()
        draft = Draft(
            status=Status.ANSWERED if checklist.of(Verdict.MET) else Status.ANSWERED_PARTLY,
            statements=tuple(_statement(item) for item in shown),
            facts=tuple({"type": FACT, **item_to_json(item)} for item in shown),
            notices=(
                *_notices(checklist, shown),
                *(messages.eligibility_unread(words, name) for name, words in unread),
            ),
            composer="eligibility",
        )
        trace = {**_trace(profile, checklist), "unread": dict(unread)}
        return replace(turn, draft=draft).noting("eligibility", **trace)

    def _texts(self, turn: Turn) -> list[str] | None:
        """What the asker said of itself, oldest first; None where this is no such question."""
        text = normalise_question(turn.said)
        asked = turn.understanding is not None and is_open(turn.understanding)
        opens = asked or _WHAT.search(text) is not None
        if opens and (turn.profile or _describes_itself(text)):
            if _has_topic(turn, text):
                return None
            named = _FIRM.search(text) and merged([text], turn.profile, date.today()).empty
            return [_IS_FIRM, text] if named else [text]
        before = list(_checked_before(turn))
        if not before:
            return None
        answer = as_statement(text, _asked_back(turn))
        if opens:
            return [*before, answer]
        described = merged([answer], None, date.today())
        only_told = all(s.mood is not Mood.ASKED for s in described.statements)
        return [*before, answer] if only_told and _tells(described, answer) else None


def _has_topic(turn: Turn, text: str) -> bool:
    """Whether something particular is asked about: a document, a service, the incubator …"""
    if turn.understanding is not None and turn.understanding.documents:
        return True
    asked = (s.text for s in read_statements(text) if s.mood is Mood.ASKED)
    return any(len(_GENERAL.sub("", _SELF.sub("", words))) > _LEFT_OVER for words in asked)


def _describes_itself(text: str) -> bool:
    """Whether somebody speaks of himself, or says so much that it can only be himself."""
    if _SELF.search(text):
        return True
    profile = merged([text], None, date.today())
    known = (
        profile.region,
        profile.sizes,
        profile.ownership,
        profile.statuses,
        profile.figures,
        profile.industry,
        profile.kinds,
    )
    return sum(bool(each) for each in known) >= _ENOUGH


def _tells(profile: Profile, answer: str) -> bool:
    return not profile.empty or len(answer) >= 4


def _checked_before(turn: Turn) -> Iterator[str]:
    """What was said in the questions that the checklist before rests on."""
    if not turn.history or not any(f.get("type") == FACT for f in turn.history[-1].answer.facts):
        return
    told = False
    for exchange in turn.history:
        if any(f.get("type") == FACT for f in exchange.answer.facts):
            told = True
            yield exchange.question
        elif told:
            continue


def _asked_back(turn: Turn) -> str | None:
    """The question that the checklist before put back."""
    prefix = messages.ELIGIBILITY_ASKS
    for notice in turn.history[-1].answer.notices if turn.history else ():
        if notice.startswith(prefix):
            return notice.removeprefix(prefix)
    return None


def _shown(checklist: Checklist) -> list[Item]:
    """What is had, what may be had, and what surely is not where nothing else is."""
    met, unmet = checklist.of(Verdict.MET), checklist.of(Verdict.UNMET)
    unknown = [item for item in checklist.of(Verdict.UNKNOWN) if item.fits]
    return [*met, *unknown[:MOST_OPEN], *unmet[: max(0, MOST_OPEN - len(unknown))]]


def _statement(item: Item) -> Statement:
    measure = item.measure
    quote = measure.quote.strip("，；。、 ")
    return Statement(
        f"{VERDICT_NAMES[item.verdict]}：{measure.address}：{quote}。",
        (Support(measure.document_id, measure.clause, measure.start, measure.end),),
    )


def _notices(checklist: Checklist, shown: list[Item]) -> Iterator[str]:
    yield messages.eligibility_counts(
        len(checklist.of(Verdict.MET)),
        len(checklist.of(Verdict.UNKNOWN)),
        len(checklist.of(Verdict.UNMET)),
        len(checklist.of(Verdict.GUIDANCE)),
    )
    for number, item in enumerate(shown, 1):
        needs = prepare(item)
        yield messages.eligibility_reason(
            number, VERDICT_NAMES[item.verdict], reason(item), needs, item.departments
        )
    noted: dict[str, list[int]] = {}
    for number, item in enumerate(shown, 1):
        for note in item.notes:
            noted.setdefault(note, []).append(number)
    for note, numbers in noted.items():
        yield messages.eligibility_note(numbers, note)
    if checklist.next_question:
        yield f"{messages.ELIGIBILITY_ASKS}{checklist.next_question.text}"


def _trace(profile: Profile, checklist: Checklist) -> dict[str, Any]:
    counts = {verdict.value: len(checklist.of(verdict)) for verdict in Verdict}
    return {"profile": profile.to_json(), "counts": counts}
