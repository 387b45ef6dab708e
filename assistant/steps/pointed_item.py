"""A follow-up that points at something an answer lists: 第二个呢, 最后那所建什么专业, 后者归谁管."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import plain_answer
from assistant.conversing.enumerations import numbers_asked
from assistant.conversing.items import (
    Items,
    Named,
    in_question,
    is_side_by_side,
    item_at,
    one_of_two,
    pointer,
)
from assistant.conversing.slots import Slot, Slots
from assistant.library import Library
from assistant.models import Answer, Exchange, Status, Turn
from assistant.understanding.concepts import content_runs
from assistant.understanding.kinds import Asked, ask_spans, asked_kinds

_CONTENT = "的内容是什么?"
# Stages of a plan (第二步呢) open sentences or clauses of their own, no items in a row of words.
_STAGE = re.compile(r"^(?:那么?)?第[一二三四五六七八九十\d]+(?:步|阶段|期)")
_QUOTES = '“”"'


@dataclass(frozen=True)
class PointedItem:
    """Reads a follow-up as a question about an item; None where it points at none."""

    library: Library

    @property
    def slots(self) -> Slots:
        """Finds and fills slots of questions."""
        return Slots(self.library)

    def __call__(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「第二个呢？」 「上面第三条谁负责？」: a clause, a fact or words that an answer lists."""
        before = turn.history[-1].answer.standalone
        items = Items(self.library)
        of_two = one_of_two(text)
        pair = items.in_sentence(turn.history[-1].answer, of_two, 2) if of_two else None
        if pair:
            return self._of_item(turn, turn.history[-1], pair)
        pointed = pointer(text)
        if pointed is None or self.library.addresses.resolve(text).document_mentions:
            return None
        if not pointed.loose and (own := in_question(before, pointed)):
            turn = replace(turn, prior=cited(turn.history[-1]))
            setting = self.slots.setting(before, own, [Slot.WHERE])
            return resolved(turn, f"{setting}{own}", how="named item")
        if _STAGE.match(text) or pointed.stage:
            stage = items.in_sentence(turn.history[-1].answer, replace(pointed, stage=True))
            return self._of_item(turn, turn.history[-1], stage) if stage else None
        for exchange in reversed(turn.history):
            listed = items.of(exchange.answer)
            whole = _is_list(exchange) and all(i.whole for i in listed)
            counted = len(listed) in numbers_asked(exchange.answer.standalone)
            clauses = whole and (counted or is_side_by_side(listed, self.library))
            if not (pointed.loose or counted or _lists_duties(exchange)):
                named = items.in_sentence(exchange.answer, pointed)
                unnamed = not clauses and all(i.whole for i in listed)
                if named and (named.said or (named.sure and not clauses) or unnamed):
                    return self._of_item(turn, exchange, named)
            if not whole and (pointed.loose or len(listed) < 2):
                continue
            item = item_at(listed, pointed.number)
            if item:
                rest = pointed.rest
                if not rest:
                    # 「第一条谁负责？」 「第二条呢？」 asks the same of the next one.
                    asked = next((i for i in listed if before.startswith(i.name)), None)
                    rest = before.removeprefix(asked.name) if asked else _CONTENT
                link = "" if item.whole else ","
                turn = replace(turn, prior=(item.key,))
                return resolved(turn, f"{item.name}{link}{rest}", how="item")
            if whole and listed:
                return plain_answer(turn, Status.NO_SUCH_CLAUSE, messages.NO_SUCH_ITEM)
        beside = None if pointed.loose else items.beside(turn.history[-1].answer, pointed.number)
        if beside:
            turn = replace(turn, prior=(beside.key,))
            return resolved(turn, f"{beside.name}{pointed.rest or _CONTENT}", how="item")
        return None

    def _of_item(self, turn: Turn, exchange: Exchange, named: Named) -> Turn:
        """A question about something that a sentence of an answer lists, in its own words."""
        before = exchange.answer.standalone
        notices = (*turn.notices, messages.item_meant(named.name.strip(_QUOTES)))
        turn = replace(turn, prior=(named.key,), notices=notices)
        setting = self.slots.setting(before, named.name, [Slot.WHERE])
        if named.rest:
            return resolved(turn, f"{setting}{named.name}{named.rest}", how="named item")
        # A name alone is too little to be found by.
        runs = content_runs(before, [*ask_spans(before), *self.slots.taken(before)])
        topic = " ".join(run for run in runs if len(run) > 1)
        asked = f"{named.name}是什么意思?" if named.name[0] in _QUOTES else named.name
        turn = replace(turn, own=asked)
        return resolved(turn, f"{setting}{topic} {asked}", how="named item")


def resolved(turn: Turn, standalone: str, *, how: str) -> Turn:
    """A follow-up that has become a whole question."""
    turn = replace(turn, standalone=standalone, follows=True)
    return turn.noting("follow_up", standalone=standalone, how=how)


def cited(exchange: Exchange) -> tuple[tuple[str, int], ...]:
    """The clauses that an answer cites, in its order."""
    return tuple(dict.fromkeys((c.document_id, c.clause) for c in exchange.answer.citations))


def _is_list(exchange: Exchange) -> bool:
    """Whether an answer was asked to list something."""
    return _lists_duties(exchange) or Asked.LIST in asked_kinds(exchange.answer.standalone)


def _lists_duties(exchange: Exchange) -> bool:
    """Whether an answer lists what bodies have to do, wherever it stands."""
    return any(entry.step == "list_duties" for entry in exchange.answer.trace)
