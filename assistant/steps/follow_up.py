"""Second step: a follow-up becomes a question that stands alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import plain_answer
from assistant.conversing.items import Items, item_at, named_pair, pointer
from assistant.conversing.offers import short_name
from assistant.conversing.openings import Correction, back_to, bare, correction, new_topic
from assistant.conversing.referring import content_left, refers_back, without_connective
from assistant.conversing.returning import earlier
from assistant.conversing.slots import Slot, Slots
from assistant.conversing.wording import names_part, neighbour, other_topic
from assistant.library import Library
from assistant.models import Answer, Exchange, Status, Turn
from assistant.understanding.kinds import Asked, asked_kinds
from assistant.understanding.normalise import normalise_question

_KEEP = 160
"""Characters of the question before that a follow-up is put behind."""
_FIGURES = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY})
_CONTENT = "的内容是什么?"
Reader = Callable[[Turn, str], Turn | Answer | None]


@dataclass(frozen=True)
class ResolveFollowUp:
    """Sets `standalone` and what of it is asked now; what a question does not leave open is left alone."""

    library: Library

    @property
    def slots(self) -> Slots:
        """Finds and fills slots of questions."""
        return Slots(self.library)

    def __call__(self, turn: Turn) -> Turn | Answer:
        text = normalise_question(turn.said)
        if not turn.history:
            return _alone(turn, text)
        readers: tuple[Reader, ...] = (
            self._new_topic,
            self._return,
            self._correction,
            self._item,
            self._neighbour,
            self._fragment,
            self._part,
            self._behind,
        )
        for read in readers:
            found = read(turn, text)
            if found is not None:
                return found
        return _alone(turn, text)

    def _new_topic(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「换个问题：…」 leaves the conversation behind, unless it still points into it."""
        fresh = new_topic(text)
        if fresh is None:
            return None
        if self._refers_back(fresh):
            return self._continued(turn, fresh)
        return _alone(replace(turn, history=()), fresh).noting("follow_up", new_topic=True)

    def _return(self, turn: Turn, text: str) -> Turn | None:
        """「回到刚才创新券的事，…」: what follows is asked of that exchange."""
        back = back_to(text)
        place = earlier(turn.history, back, self.library) if back else None
        if back is None or place is None:
            return None
        history = turn.history[: place + 1]
        return self._continued(replace(turn, history=history), back.rest)

    def _correction(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「不对，我问的是市里的」: the question before, put right."""
        corrected = correction(text)
        if corrected is None:
            return None
        before = turn.history[-1].answer.standalone
        filled = self._put_right(corrected, before)
        if filled:
            return self._filled(turn, filled, corrected.new)
        if corrected.old is not None:
            return None  # a contrast of its own, not with what was asked
        new = corrected.new
        if self._refers_back(new) or not asked_kinds(new):
            return self._continued(turn, new)
        # Another matter, of the document and place that were spoken of.
        setting = self.slots.setting(before, new, [Slot.WHERE])
        return _resolved(turn, f"{setting}{new}", how="setting") if setting else _alone(turn, new)

    def _put_right(self, corrected: Correction, before: str) -> str | None:
        new, old = corrected.new, corrected.old
        if old and old in before:
            return before.replace(old, new).replace("年年", "年")
        parts = self.slots.only(new)
        if parts:
            return self.slots.put(new, parts, before)
        if old is None and not asked_kinds(new):
            return other_topic(new, before, self.slots)
        return None

    def _item(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「第二个呢？」 「上面第三条谁负责？」: a clause or fact that an answer lists."""
        before = turn.history[-1].answer.standalone
        paired = named_pair(text, before)
        if paired:
            return self._continued(turn, paired)
        pointed = pointer(text)
        if pointed is None or self.library.addresses.resolve(text).document_mentions:
            return None
        items = Items(self.library)
        for exchange in reversed(turn.history):
            listed = items.of(exchange.answer)
            whole = _is_list(exchange) and all(i.whole for i in listed)
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
                return _resolved(turn, f"{item.name}{link}{rest}", how="item")
            if whole and listed:
                return plain_answer(turn, Status.NO_SUCH_CLAUSE, messages.NO_SUCH_ITEM)
        return None

    def _neighbour(self, turn: Turn, text: str) -> Turn | None:
        """「下一条呢？」: the clause next to the one asked for before."""
        found = neighbour(text, turn.history[-1].answer.standalone)
        return _resolved(turn, found, how="neighbour") if found else None

    def _fragment(self, turn: Turn, text: str) -> Turn | None:
        """「那运城呢？」 「到2020年呢？」 「那用地保障呢？」: the question before with another slot."""
        rest = bare(without_connective(text))
        before = turn.history[-1].answer.standalone
        parts = self.slots.only(rest)
        if parts:
            # 「那省工商局呢？」 may go on with a list that was asked for before its items were.
            questions = (e.answer.standalone for e in reversed(turn.history))
            filled = next(filter(None, (self.slots.put(rest, parts, q) for q in questions)), None)
            return self._filled(turn, filled, rest) if filled else None
        if not text.rstrip("?？").endswith("呢"):
            return None
        other = other_topic(rest, before, self.slots)
        if other is None:
            return None
        # What is named beside the matter before often stands beside it.
        return _resolved(replace(turn, prior=_cited(turn.history[-1])), other, how="topic")

    def _part(self, turn: Turn, text: str) -> Turn | None:
        """「基本原则有哪几条？」: every document has such a part; the one spoken of is meant."""
        spoken = {c.document_id for c in turn.history[-1].answer.citations}
        named = any(p.slot is Slot.WHERE for p in self.slots.find(text))
        rest = without_connective(text)
        if len(spoken) != 1 or named or not names_part(rest):
            return None
        return _resolved(turn, f"{short_name(next(iter(spoken)), self.library)}{rest}", how="part")

    def _behind(self, turn: Turn, text: str) -> Turn | None:
        """What leans on the question before is put behind it; what only follows it keeps its place."""
        rest = without_connective(text)
        if rest == text and self._names_clause(text):
            return None
        if self._refers_back(text):
            return self._continued(turn, text)
        if rest == text:
            return None
        kept = [Slot.WHERE]
        if asked_kinds(rest).intersection(_FIGURES):
            kept.append(Slot.WHEN)
        setting = self.slots.setting(turn.history[-1].answer.standalone, rest, kept)
        return _resolved(turn, f"{setting}{rest}", how="setting")

    def _refers_back(self, text: str) -> bool:
        placed = any(p.slot is Slot.WHERE for p in self.slots.find(text))
        return refers_back(text, self.slots.taken(text), placed)

    def _names_clause(self, text: str) -> bool:
        """Whether a question names a clause of a named document: it asks about that."""
        mentions = self.library.addresses.resolve(text).clause_mentions
        return any(m.named for m in mentions) and not text.rstrip("?？").endswith("呢")

    def _filled(self, turn: Turn, filled: str, new: str) -> Turn:
        """A place or document that is exchanged leaves the clauses before behind."""
        if any(p.slot is Slot.WHERE for p in self.slots.find(new)):
            # Another place's figures may be for another time.
            free = self.slots.without(filled, {Slot.WHEN})
            timed = Slot.WHEN not in {p.slot for p in self.slots.find(new)} and free != filled
            turn = replace(turn, history=(), otherwise=free if timed else "")
            return _resolved(turn, filled, how="slot")
        return _resolved(replace(turn, prior=_cited(turn.history[-1])), filled, how="slot")

    def _continued(self, turn: Turn, text: str) -> Turn:
        """The question before and this one behind it; what both name is said by this one."""
        own = {p.slot for p in self.slots.find(text)} & {Slot.WHERE, Slot.WHEN}
        before = self.slots.without(turn.history[-1].answer.standalone, own)[-_KEEP:].strip()
        standalone = f"{before} {text}"
        prior = _cited(turn.history[-1])
        if Slot.WHERE in own:
            prior = ()
            if not content_left(text, self.slots.taken(text)):
                return _resolved(replace(turn, history=()), standalone, how="continued")
        turn = replace(turn, standalone=standalone, own=text, follows=True, prior=prior)
        return turn.noting("follow_up", standalone=standalone, how="continued")


def _alone(turn: Turn, text: str) -> Turn:
    return replace(turn, standalone=text)


def _resolved(turn: Turn, standalone: str, *, how: str) -> Turn:
    """A follow-up that has become a whole question."""
    turn = replace(turn, standalone=standalone, follows=True)
    return turn.noting("follow_up", standalone=standalone, how=how)


def _cited(exchange: Exchange) -> tuple[tuple[str, int], ...]:
    return tuple(dict.fromkeys((c.document_id, c.clause) for c in exchange.answer.citations))


def _is_list(exchange: Exchange) -> bool:
    """Whether an answer was asked to list something."""
    listed = any(entry.step == "list_duties" for entry in exchange.answer.trace)
    return listed or Asked.LIST in asked_kinds(exchange.answer.standalone)
