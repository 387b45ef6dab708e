"""A follow-up becomes a question that stands alone.

Longer than most: the ways to read one are tried in turn and share what they fill in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.conversing.beside import Beside
from assistant.conversing.corrections import correction
from assistant.conversing.items import Items, named_pair
from assistant.conversing.offers import short_name
from assistant.conversing.openings import back_to, bare, new_topic, without_thanks
from assistant.conversing.referring import content_left, without_connective
from assistant.conversing.returning import earlier
from assistant.conversing.slots import Slot, Slots
from assistant.conversing.thread import thread
from assistant.conversing.wording import (
    asking,
    names_part,
    neighbour,
    other_topic,
    sibling_term,
    step,
    without_asking,
)
from assistant.library import Library
from assistant.models import Answer, Otherwise, Turn
from assistant.steps.continued import ASKS, FIGURES, MATTER, Continued
from assistant.steps.corrected import Corrected
from assistant.steps.look_up import LOOKED_UP
from assistant.steps.pointed_item import PointedItem, cited, resolved
from assistant.understanding.kinds import Asked, asked_kinds, asserts_something, tense_of
from assistant.understanding.normalise import normalise_question
from assistant.understanding.times import years_in

_OPEN = frozenset({Asked.YES_NO, Asked.SUPPORT, Asked.PROCEDURE, Asked.LIST})
# 立上以后呢，谁负责: what comes next is asked of the same matter.
_AFTERWARDS = re.compile(r"(?:以后|之后|完了?|过后|的时候|期间|之前|以前)$")
_TOPIC = re.compile(r"^(?P<topic>[^，,?？]{2,18}?)呢[，,、? ]*(?P<asked>[^呢?]{2,}\??)$")
_THAT_CLAUSE = re.compile(
    r"^(?P<topic>[^，,?？]{2,12}?)的?那一?[条款项块](?:是|都)?(?P<asked>[^，,]{2,}\??)$"
)
# 「双创意见里是怎么说的？」: the same is asked of another document.
_SAID_THERE = re.compile(
    r"(?:里[面头]?|上|中)?(?:又)?(?:是)?(?:怎么|咋|如何)(?:说|讲|写|规定|提|定)的?$"
)
# 「超算中心进展如何？」 「明年呢？」: what is to come is no progress.
_NEXT = re.compile(r"[明后]年|下一年|下一?步|接下来|今后")
# 「认定了几家？」 「明年呢？」: what is to come has not been done.
_DONE = re.compile(r"(?:已经?)?(?:认定|建成|完成|布局|组建|设立|获批|建设|建|选派|派)了")
_PROGRESS = re.compile(r"进展|进度|成效|完成情况|推进情况|(?:怎么样|咋样|怎样|如何)了")
# 「R&D经费投入多少？」 「强度呢？」: how the figure spoken of is held against another.
_MEASURE = re.compile(r"^(?:投入)?(?:强度|占比|比重|增速|增幅)$")
# 「要达到多少家？」 「什么时候完成？」: when it is to be so, not what else is done some time.
_DUE = re.compile(
    r"^(?:要|得|大概|预计|计划|打算)*(?:在|到)?(?:什么时候|啥时候|何时|哪一?年)(?:能|要|才能|可以|才)?"
    r"(?:实现|完成|达到|达成|做到|办到|到位|达标)[?？]?$"
)
_GOAL = re.compile(r"^(?:(?:规划|任务)?目标(?:值)?|以后|将来|今后|往后|未来)$")
# 「开发区的龙头企业」 「有什么待遇？」: what was only named is asked about.
_ASKS_OF_IT = re.compile(
    r"^(?:都|还)?(?:有(?:什么|啥|哪|没有)|能|可以|要(?:什么|啥|多少|几)|怎么|怎样|如何|咋|多少|几|谁|什么|啥|归|由)"
)
# 「要建几个？」 「现在几个？」: what is there is no goal.
_NOW = re.compile(
    r"^(?:那么?)?(?:现在|目前|眼下|当前|如今|原来|原先)(?:已经?)?(?:有|是)?(?:多少|几)(?P<unit>[家个所座名位条项]?)(?:了|呢)?[?？]?$"
)
_AIMS_AT = re.compile(r"(?:现有|已有|现在有?|目前有?|要建|要有|要|得|将|打算|计划|达到|到)+$")
_WORDS = re.compile(r"原文|原话|全文|条文")
_THEIRS = re.compile(r"^(?:他们|她们|它们|他|她|它|其(?![中他它余]))(?:的)?(?=[一-鿿]{2})")
_WHICH_ONES = re.compile(r"^(?:又|都|是|有)*(?:哪|有)(?:几|些|两|三)?(?:家|个)[?？呢啊]*$")
_QUOTED_PART = re.compile(r"^(?:这)?(?:其中|里[面头边])的?(?P<asked>[“\"'][^”\"']{3,12}[”\"'].*)$")
# 「里面三个百项指什么」: a term is asked about that the documents may explain elsewhere.
_TERM_PART = re.compile(
    r"^(?:这)?(?:其中|里[面头边])的?(?P<asked>[^，,。?？]{3,10}?(?:又|都|分别|具体)*(?:是指|指的是|指|是什么意思|说的是)(?:什么|啥|哪|$).*)$"
)
_REST = re.compile(
    r"^(?:那么?|请|再|你)*(?:(?:后面|剩下|余下|其余|接下来|往后)的?(?:还有)?(?:[两三四五六七八九十几\d]+"
    r"(?:个|(?P<items>[条点项款]))?)?[^，,。?？]{0,6}[，,]?(?:都|也|只|一并|一起|接着|继续|一口气)*(?:说|列|报|念|讲|补|给)|(?:接着|继续|往下)(?:说|念|讲|列|报)(?:完|下去|吧|一?下|$))"
)
_OF_TERMS = frozenset({Asked.DEFINITION, Asked.LIST, Asked.NAMES})
_FEW = 6
"""Content characters up to which a question may be one of the clause spoken of."""
_SHORT = 8
_KEYWORDS = 14
"""Characters up to which what asks nothing only names a matter."""
_HALF = 0.5
Reader = Callable[[Turn, str], Turn | Answer | None]


@dataclass(frozen=True)
class ResolveFollowUp:
    """Sets `standalone` and what of it is asked now; what a question does not leave open is left alone."""

    library: Library

    @property
    def slots(self) -> Slots:
        """Finds and fills slots of questions."""
        return Slots(self.library)

    @property
    def beside(self) -> Beside:
        """Tells what of a question before another place speaks of as well."""
        return Beside(self.library)

    @property
    def continued(self) -> Continued:
        """Puts a follow-up behind what it goes on from."""
        return Continued(self.library)

    def __call__(self, turn: Turn) -> Turn | Answer:
        text = normalise_question(turn.said)
        if not turn.history:
            return _alone(turn, text)
        text = _DUE.sub("到哪一年?", without_thanks(text))
        readers: tuple[Reader, ...] = (
            self._new_topic,
            self._return,
            Corrected(self.library),
            self._pair,
            PointedItem(self.library),
            self._neighbour,
            self._rest,
            self._verbatim,
            self._headed,
            self._topic_and_question,
            self._fragment,
            self._part,
            self._quoted,
            self._behind,
            self._of_what_was_named,
            self._inside,
        )
        for read in readers:
            found = read(turn, text)
            if found is not None:
                return found
        return self._perhaps_inside(turn, text)

    def _new_topic(self, turn: Turn, text: str) -> Turn | Answer | None:
        """「换个问题：…」 leaves the conversation behind, unless it still points into it."""
        fresh = new_topic(text)
        if fresh is None:
            return None
        corrected = correction(text)
        if corrected and not corrected.asks:
            return None  # 「别说株洲了，说长沙」: the same is asked of something else
        if self.continued.refers_back(fresh):
            return self.continued(turn, fresh)
        return _alone(replace(turn, history=()), fresh).noting("follow_up", new_topic=True)

    def _return(self, turn: Turn, text: str) -> Turn | None:
        """「回到刚才创新券的事，…」: what follows is asked of that exchange."""
        back = back_to(text)
        place = earlier(turn.history, back, self.library) if back else None
        if back is None or place is None:
            return None
        history = turn.history[: place + 1]
        return self.continued(replace(turn, history=history), back.rest)

    def _pair(self, turn: Turn, text: str) -> Turn | None:
        """「后者给多少？」 after 「A和B分别怎么规定？」: the names are those of the question before."""
        paired = named_pair(text, turn.history[-1].answer.standalone)
        return self.continued(turn, paired) if paired else None

    def _neighbour(self, turn: Turn, text: str) -> Turn | None:
        """「下一条呢？」: the clause next to the one asked for before."""
        last = turn.history[-1].answer
        way = step(text)
        if way and any(e.step == LOOKED_UP for e in last.trace) and last.citations:
            beside = Items(self.library).next_to(last, way)
            if beside:
                return resolved(turn, f"{beside.name}原文", how="neighbour")
        found = neighbour(text, last.standalone)
        return resolved(turn, found, how="neighbour") if found else None

    def _rest(self, turn: Turn, text: str) -> Turn | None:
        """「后面还有几个，接着说完」 「后面三条只报小标题」: the clause, or all beside it, as it stands."""
        match = _REST.match(text)
        spoken = thread(turn.history).spoken
        if not match or not spoken or self.slots.taken(text):
            return None
        key = spoken[0]
        clause = self.library.clause(key)
        if match["items"] and clause.parent and not clause.children:
            key = (key[0], clause.parent)
        turn = replace(turn, prior=(key,))
        return resolved(turn, f"{Items(self.library).name(key)}原文", how="rest")

    def _verbatim(self, turn: Turn, text: str) -> Turn | None:
        """「把那条原文给我」: the clause answered from, word for word."""
        lead = next(iter(thread(turn.history).spoken), None)
        if lead is None or not _WORDS.search(text) or self.slots.taken(text):
            return None
        if (
            content_left(_WORDS.sub("", text))
            or self.library.addresses.resolve(text).clause_mentions
        ):
            return None
        turn = replace(turn, prior=(lead,))
        return resolved(turn, f"{Items(self.library).name(lead)}原文", how="verbatim")

    def _headed(self, turn: Turn, text: str) -> Turn | None:
        """「开发区那条是谁负责？」: the one clause of the document spoken of whose heading says so."""
        match = _THAT_CLAUSE.match(without_connective(text))
        if match is None or not asked_kinds(match["asked"]) or asserts_something(match["asked"]):
            return None
        keys = [
            (document, clause.ordinal)
            for document in {c.document_id for c in turn.history[-1].answer.citations}
            for clause in self.library.parsed(document).clauses
            if clause.title and match["topic"] in normalise_question(clause.title)
        ]
        if len(keys) != 1:
            return None
        name = Items(self.library).name(keys[0])
        turn = replace(turn, prior=tuple(keys))
        return resolved(turn, f"{name}{match['asked']}", how="heading")

    def _topic_and_question(self, turn: Turn, text: str) -> Turn | None:
        """「那运城呢，研发机构要铺满到哪年？」 「那创新券呢，哪几家管？」: whose, and what of it."""
        rest = without_connective(text)
        match = _TOPIC.match(rest)
        if not match or not ASKS.search(match["asked"]):
            return None
        topic, asked = match["topic"], match["asked"]
        if _AFTERWARDS.search(topic):
            return self.continued(turn, text)
        if self.slots.only(bare(asked)):
            return None
        before = turn.history[-1].answer.standalone
        if _WHICH_ONES.match(asked) and Asked.BODY in asked_kinds(before):
            asked = "由哪几家负责?"  # 归谁管？ …那质押贷款呢，有哪几家？
        parts = self.slots.only(topic)
        if any(p.slot is Slot.WHERE for p in parts):
            whole = f"{topic}{self.beside.kept(before, topic, asked)}{asked}"
            timeless = self.continued.without_time(whole, asked)
            return resolved(replace(turn, history=(), otherwise=timeless), whole, how="elsewhere")
        if parts:
            return self.continued(turn, text)
        taken = self.slots.taken(topic)
        if self.continued.refers_back(topic) or content_left(topic, taken) < MATTER:
            return None
        if content_left(asked, self.slots.taken(asked)) > MATTER:
            return None
        # 「…那条呢，谁？」 just says again what was asked; 「要铺到什么范围」 asks something of its own.
        repeats = not asked_kinds(asked) and not content_left(asked, self.slots.taken(asked))
        again = other_topic(topic, before, self.slots) if repeats else None
        setting = self.slots.setting(before, text, [Slot.WHERE])
        # 「那论总盘子呢，第几？」: what is named may be a side of the matter before.
        beside = f"{without_asking(self.continued.before(turn, text))} {topic}{asked}"
        turn = replace(turn, prior=cited(turn.history[-1]), otherwise=(Otherwise(beside),))
        return resolved(turn, again or f"{setting}{topic}{asked}", how="topic")

    def _fragment(self, turn: Turn, text: str) -> Turn | None:
        """「那运城呢？」 「到2020年呢？」 「那用地保障呢？」: the question before with another slot."""
        rest = bare(without_connective(text))
        before = turn.history[-1].answer.standalone
        if _GOAL.match(rest) and tense_of(before) != "target":
            # 「十三五交易额多少？」 「目标呢？」: a goal is of another time.
            matter = without_asking(self.slots.without(before, {Slot.WHEN}))
            matter = _AIMS_AT.sub("", matter)
            return self.continued.filled(turn, f"{matter}目标是多少?", rest)
        now = _NOW.match(text)
        if now and asked_kinds(before) & FIGURES:
            matter = without_asking(self.slots.without(before, {Slot.WHEN}))
            matter = _AIMS_AT.sub("", matter)
            turn = replace(turn, history=())  # the clause of the goal is left behind
            return resolved(turn, f"{matter}现在有多少{now['unit']}?", how="slot")
        own = self.continued.own(turn)
        if _MEASURE.match(rest) and rest in own:
            # 投入多少 asks; the clause spoken of says what kind of 强度 it is.
            head = own[max(0, own.find(rest) - 2) : own.find(rest)]
            matter = without_asking(before)
            head = head if head in before and not matter.endswith(head) else ""
            return self.continued.filled(turn, f"{matter}{head}{rest}是多少?", rest)
        placed = _SAID_THERE.sub("", rest)
        parts = self.slots.only(rest if self.slots.only(rest) else placed)
        if parts:
            rest = rest if self.slots.only(rest) else placed
            # 「那省工商局呢？」 may go on with a list that was asked for before its items were.
            questions = (e.answer.standalone for e in reversed(turn.history))
            filled = next(filter(None, (self.slots.put(rest, parts, q) for q in questions)), None)
            if filled and (asserts_something(filled) or not asked_kinds(filled)):
                filled = asking(filled)
            later = max(years_in(rest), default="") > max(years_in(before), default="9")
            if filled and (later or _NEXT.search(rest)):
                filled = _DONE.sub("", _PROGRESS.sub("打算", filled))
                if not (asked_kinds(filled) or ASKS.search(filled) or "打算" in filled):
                    filled = f"{filled}打算"  # 「太谷国家科创中心」 「明年呢？」
            if filled and "目标" in rest and tense_of(before) != "target":
                filled = f"{without_asking(filled)}目标是多少?"
            return self.continued.filled(turn, filled, rest) if filled else None
        if _THEIRS.match(rest):
            return self.continued(turn, text)  # 「那他们娃的医保呢？」
        said = text.rstrip("?？")
        if not said.endswith("呢") or said.endswith("的呢"):
            return None
        if beside := sibling_term(rest, before, self.continued.own(turn)):
            return resolved(replace(turn, prior=cited(turn.history[-1])), beside, how="topic")
        told = rest[-2:] not in before and self.continued.said(turn, rest) > _HALF
        if told and not asked_kinds(before) - _OPEN:
            # 「科技特派员怎么管？」 「激励机制呢？」: the clause spoken of tells of it. 护理学校 after
            # 财经学校 is another of its sort.
            return self.continued(turn, text)
        other = other_topic(rest, before, self.slots)
        if other is None:
            return None
        # What is named beside the matter before often stands beside it.
        return resolved(replace(turn, prior=cited(turn.history[-1])), other, how="topic")

    def _part(self, turn: Turn, text: str) -> Turn | None:
        """「基本原则有哪几条？」: every document has such a part; the one spoken of is meant."""
        spoken = {c.document_id for c in turn.history[-1].answer.citations}
        named = any(p.slot is Slot.WHERE for p in self.slots.find(text))
        rest = without_connective(text)
        if len(spoken) != 1 or named or not names_part(rest):
            return None
        return resolved(turn, f"{short_name(next(iter(spoken)), self.library)}{rest}", how="part")

    def _quoted(self, turn: Turn, text: str) -> Turn | None:
        """「其中的“三个百项”是哪三项？」: a term in quotation marks is asked about by itself."""
        rest = without_connective(text)
        match = _QUOTED_PART.match(rest) or _TERM_PART.match(rest)
        if match is None or not asked_kinds(match["asked"]) & _OF_TERMS:
            return None
        setting = self.slots.setting(turn.history[-1].answer.standalone, text, [Slot.WHERE])
        return resolved(turn, f"{setting}{match['asked']}", how="quoted")

    def _behind(self, turn: Turn, text: str) -> Turn | None:
        """What leans on the question before is put behind it; what only follows it keeps its place."""
        rest = without_connective(text)
        if rest == text and self._names_clause(text):
            return None
        if self.continued.refers_back(text):
            return self.continued(turn, text)
        if rest == text:
            return None
        kept = [Slot.WHERE]
        if asked_kinds(rest).intersection(FIGURES):
            kept.append(Slot.WHEN)
        setting = self.slots.setting(turn.history[-1].answer.standalone, rest, kept)
        before = without_asking(self.continued.before(turn, rest))
        turn = replace(turn, otherwise=(Otherwise(f"{before} {rest}"),))
        return resolved(turn, f"{setting}{rest}", how="setting")

    def _of_what_was_named(self, turn: Turn, text: str) -> Turn | None:
        """「开发区的龙头企业」 「有什么特殊待遇？」: nothing was asked of it before."""
        before = turn.history[-1].answer.standalone
        named = not asked_kinds(before) and not ASKS.search(before) and len(before) <= _KEYWORDS
        left = content_left(text, self.slots.taken(text))
        leans = left <= MATTER or (left <= _FEW and _ASKS_OF_IT.match(text))
        return self.continued(turn, text) if named and leans else None

    def _inside(self, turn: Turn, text: str) -> Turn | None:
        """「派到哪儿去挂职？」: words that the clause answered from says are asked of it."""
        taken = self.slots.taken(text)
        if taken or not 0 < content_left(text) <= _FEW or not ASKS.search(text):
            return None
        return self.continued(turn, text) if self.continued.is_said(turn, text) else None

    def _perhaps_inside(self, turn: Turn, text: str) -> Turn:
        """「方案报到哪里了？」: a short question that the clause spoken of has words of is asked of
        it as well, where it is refused by itself."""
        short = 0 < content_left(text) <= _SHORT and ASKS.search(text)
        if not short or self.slots.taken(text) or self.continued.said(turn, text) < _HALF:
            return _alone(turn, text)
        before = without_asking(self.continued.before(turn, text))
        return _alone(replace(turn, otherwise=(Otherwise(f"{before} {text}"),)), text)

    def _names_clause(self, text: str) -> bool:
        """Whether a question names a clause of a named document: it asks about that."""
        mentions = self.library.addresses.resolve(text).clause_mentions
        return any(m.named for m in mentions) and not text.rstrip("?？").endswith("呢")


def _alone(turn: Turn, text: str) -> Turn:
    return replace(turn, standalone=text)
