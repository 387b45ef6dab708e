"""Items of an answer that a follow-up points at: 第二个, 最后那条, 上面第三条谁负责."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.conversing.enumerations import (
    STAGES,
    Enumeration,
    enumerations,
    numbers_asked,
)
from assistant.library import ClauseKey, Library
from assistant.models import Answer
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.normalise import fold
from corpus.numerals import han_number, parse_number
from corpus.outline.labels import document_name

_COUNTER = r"(?:个|大?项|大?种|大?类|点|条|款|家|份|方面|步|位|部分|所|座|支|名|处|字|句|库|环)"
_POINTER = re.compile(
    r"^(?:那么?|再|看看?|说说|讲讲|还有|就|具体)*(?P<told>(?:上面|前面|刚才|刚刚|上述|这里面|这里|其中|里面|这些|你|您|(?:列|说|讲|提)(?:出|到|的)*|的|里|中|清单)*)"
    rf"(?:第(?P<number>[一二三四五六七八九十]+|\d+)(?P<unit>{_COUNTER})?|(?P<last>(?:最后|末尾|末了)(?:面)?(?:的|那|这|一)*{_COUNTER}|最后(?:的|那)?一{_COUNTER}|倒数第一{_COUNTER})|(?P<first>首{_COUNTER}|头一{_COUNTER}))"
    r"(?P<rest>.*)$"
)
_PAIR = re.compile(
    r"(?P<one>[㐀-鿿A-Za-z0-9“”]{2,14})(?:和|与|跟|、|同)(?P<other>[㐀-鿿A-Za-z0-9“”]{2,14}?)(?=分别|各|有|的|怎么|是|都|哪|谁|之间|两|，|,|\?|？|$)"
)
_WHICH = re.compile(rf"哪(?:些|几)?{_COUNTER}?(?P<noun>[㐀-鿿]{{2}})")
_LATTER = re.compile(r"前者|后者")
_OF_TWO = re.compile(
    r"^(?:那么?|那个)?(?:(?P<former>前者|前一个)|(?P<latter>后者|后一个))(?P<rest>.*)$"
)
_NUMBERED = re.compile(r"条|款|部分")
_ASKS_NOTHING = re.compile(
    r"^(?:的)?(?:呢|吧|啊|的?(?:具体)?(?:内容|原文)?(?:是|讲|说|写|指)?(?:的|了|得)?(?:是)?(?:什么|啥|些什么|哪些)?(?:内容|意思)?|是(?:谁|哪[位家个所里儿])|(?:是)?(?:叫|是)(?:做)?(?:什么|啥|哪)(?:名字?|一?[个家所项种类条座])?(?:来着)?|怎么(?:说|讲|写|规定)的?|展开(?:说说|讲讲)?)*[。？?！!]*$"
)
_LINK = re.compile(r"^呢?[，,、 的]+")
_QUOTE = 40
_CALLED = 4
"""Characters that what an item is called by has at most (第二个专项叫什么)."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which item is meant, counted from 1; -1 is the last one."""

    number: int
    rest: str
    """What is asked of it; "" where it is just pointed at."""
    loose: bool
    """Whether it may be a number of a document instead (第三条)."""
    stage: bool = False
    """Whether it is a stage of a plan (最后一步)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an answer lists."""

    key: ClauseKey
    name: str
    """The clause as a question can name it, or the words of a fact in it."""
    whole: bool
    """Whether the item is the whole clause."""


@dataclass(frozen=True, slots=True)
class Named:
    """An item of a list inside a sentence."""

    key: ClauseKey
    name: str
    rest: str
    """What is asked of it, without what it is called (学校 in 第二个学校); "" where it is pointed at."""
    said: bool
    """Whether the asker said how many items its list has, or what they are called."""
    sure: bool
    """Whether that was said, or the text says how many there are."""


def pointer(text: str) -> Pointer | None:
    """The item that a normalised question points at, if it starts so."""
    match = _POINTER.match(text)
    if not match:
        return None
    rest = _LINK.sub("", match["rest"])
    rest = "" if _ASKS_NOTHING.match(rest) else rest
    if match["last"] or match["first"]:
        stage = (match["last"] or match["first"]).endswith(STAGES)
        return Pointer(-1 if match["last"] else 1, rest, False, stage)
    number = parse_number(match["number"])
    if not number:
        return None
    numbered = match["unit"] is None or bool(_NUMBERED.match(match["unit"]))
    stage = match["unit"] == STAGES
    return Pointer(number, rest, numbered and not match["told"], stage)


def named_pair(text: str, before: str) -> str | None:
    """「后者要把什么带到农村」: the question with the name that 前者 or 后者 stands for."""
    pair = _PAIR.search(before)
    if not pair or not _LATTER.search(text):
        return None
    one = re.sub(r"^.*(?:对|中|里|的|于)", "", pair["one"]) or pair["one"]
    names = {"前者": one, "后者": pair["other"]}
    return _LATTER.sub(lambda match: names[match[0]], text)


def one_of_two(text: str) -> Pointer | None:
    """「后者谁负责？」: the item of a pair that a normalised question points at, if it starts so."""
    match = _OF_TWO.match(text)
    if not match:
        return None
    rest = _LINK.sub("", match["rest"])
    return Pointer(2 if match["latter"] else 1, "" if _ASKS_NOTHING.match(rest) else rest, False)


def in_question(before: str, pointed: Pointer) -> str | None:
    """What is asked now of something that the question before counts up (A和B这两条分别归谁管)."""
    for found in enumerations(before):
        if found.counted and pointed.number <= len(found.items):
            name = found.items[-1 if pointed.number < 0 else pointed.number - 1]
            return f"{name}{_asked_of(pointed.rest, found)}"
    return None


@dataclass(frozen=True)
class Items:
    """Reads the items off an answer's citations, which are in its order."""

    library: Library

    def of(self, answer: Answer) -> tuple[Item, ...]:
        """What the answer lists: clauses side by side, or the measures of its one clause."""
        keys = list(dict.fromkeys((c.document_id, c.clause) for c in answer.citations))
        if not keys or answer.refused:
            return ()
        head, *below = keys
        inside = [key for key in below if self._is_below(key, head)]
        if below and len(inside) == len(below):
            keys = [(head[0], child) for child in self.library.clause(head).children]
        else:
            keys = [k for k in keys if not any(self._is_below(k, other) for other in keys)]
        if len(keys) == 1 and (facts := self._facts(keys[0], answer)):
            return facts
        return tuple(Item(key, self.name(key), True) for key in keys)

    def in_sentence(
        self, answer: Answer, pointed: Pointer, most: int | None = None
    ) -> Named | None:
        """What is pointed at in a list that the clause answered from holds in a sentence.

        Of several lists the one as long as the question said, or as the text itself says, is
        meant; then the one that stands beside the words of the question. `most`: no longer list.
        """
        if not answer.citations or answer.refused:
            return None
        asked = numbers_asked(answer.standalone)
        held = [
            (key, [e for e in lists if self._holds(e, pointed, most)])
            for key, lists in self._lists(answer).items()
        ]
        # 是哪三所？: a list of three may stand in a clause cited further down.
        key, fitting = next(
            (
                (key, long)
                for key, lists in held
                if (long := [e for e in lists if len(e.items) in asked and e.counted])
            ),
            held[0],
        )
        fitting = [e for e in fitting if len(e.items) in asked] or fitting
        if not fitting:
            return None
        pairs = {p for run in content_runs(fold(answer.standalone)) for p in bigrams(run)}

        which = _WHICH.search(fold(answer.standalone))
        noun = which["noun"] if which else ""

        def rank(found: Enumeration) -> tuple[bool, bool, bool, float]:
            around = fold(found.around)
            about = sum(pair in around for pair in pairs) / max(1, len(pairs))
            called = any(_head(pointed.rest, item) for item in found.items)
            kind = {p for p in bigrams(fold(found.kind)) if len(p) > 1}
            alike = any(sum(n in fold(i) for i in found.items) > 1 for n in bigrams(noun))
            return called or alike, bool(kind & pairs), found.counted, about

        chosen = max(fitting, key=rank)
        name = chosen.items[-1 if pointed.number < 0 else pointed.number - 1]
        called, of_kind, counted, _ = rank(chosen)
        said = called or of_kind or len(chosen.items) in asked
        return Named(key, name, _asked_of(pointed.rest, chosen), said, said or counted)

    def _lists(self, answer: Answer) -> dict[ClauseKey, list[Enumeration]]:
        """The lists in the sentences of every clause cited, in the order of the answer."""
        found: dict[ClauseKey, list[Enumeration]] = {}
        for key in dict.fromkeys((c.document_id, c.clause) for c in answer.citations):
            clause = self.library.clause(key)
            quotes = [c.quote for c in answer.citations if (c.document_id, c.clause) == key]
            quoted = [e for quote in quotes for e in enumerations(quote) if e.kind != STAGES]
            own = enumerations(self.library.text(key[0], clause.start, clause.own_end))
            found[key] = list(dict.fromkeys((*quoted, *own)))
        return found

    def _holds(self, found: Enumeration, pointed: Pointer, most: int | None) -> bool:
        """Whether a list has the item pointed at; stages are pointed at as such."""
        if pointed.stage and found.kind != STAGES:
            return False
        return pointed.number <= len(found.items) <= (most or len(found.items))

    def beside(self, answer: Answer, number: int) -> Item | None:
        """The clause of that number among those of one heading, where one of them was answered from."""
        if not answer.citations or answer.refused:
            return None
        lead = answer.citations[0]
        parent = self.library.clause((lead.document_id, lead.clause)).parent
        if not parent:
            return None
        children = self.library.clause((lead.document_id, parent)).children
        keys = [(lead.document_id, child) for child in children]
        return item_at([Item(key, self.name(key), True) for key in keys], number)

    def next_to(self, answer: Answer, way: Literal[-1, 1]) -> Item | None:
        """The clause of the same level before or behind the one answered from; None at the ends."""
        lead = answer.citations[0]
        clauses = self.library.parsed(lead.document_id).clauses
        here = self.library.clause((lead.document_id, lead.clause))
        others = clauses[lead.clause + 1 :] if way > 0 else clauses[: lead.clause][::-1]
        beside = next((c for c in others if (c.level, c.kind) == (here.level, here.kind)), None)
        if beside is None:
            return None
        key = (lead.document_id, beside.ordinal)
        return Item(key, self.name(key), True)

    def name(self, key: ClauseKey) -> str:
        """An address that resolves to the clause."""
        clause = self.library.clause(key)
        if clause.kind == "han" and clause.level == 1 and clause.number:
            document = self.library.document(key[0])
            return f"{document_name(document)}第{han_number(clause.number)}部分"
        return clause.address

    def _facts(self, key: ClauseKey, answer: Answer) -> tuple[Item, ...]:
        cited = [(c.start, c.end) for c in answer.citations]
        facts = tuple(
            Item(key, f"{self.name(key)}中{measure.quote[:_QUOTE]}", False)
            for measure in self.library.measures(key)
            if any(s <= measure.start and measure.end <= e for s, e in cited)
        )
        return facts if len(facts) > 1 else ()

    def _is_below(self, key: ClauseKey, above: ClauseKey) -> bool:
        if key[0] != above[0] or key == above:
            return False
        clause, upper = self.library.clause(key), self.library.clause(above)
        return upper.start <= clause.start and clause.end <= upper.end


def item_at(items: Sequence[Item], number: int) -> Item | None:
    """The item of that number, the last one for -1; None where there are not so many."""
    if not items or number > len(items):
        return None
    return items[-1 if number < 0 else number - 1]


def is_side_by_side(items: Sequence[Item], library: Library) -> bool:
    """Whether the items are clauses under one heading, and more than one."""
    parents = {(item.key[0], library.clause(item.key).parent) for item in items if item.whole}
    return len(items) > 1 and len(parents) == 1 and all(item.whole for item in items)


def _head(rest: str, item: str) -> str:
    """What the asker calls an item, as the item is called as well (学校重点建什么 → 学校)."""
    for length in range(min(_CALLED, len(rest)), 0, -1):
        head = rest[:length]
        if item.endswith(head) or (length > 1 and head in item):
            return head
    return ""


def _asked_of(rest: str, chosen: Enumeration) -> str:
    """What is left to be asked when the items have been called by their name."""
    called = max((_head(rest, item) for item in chosen.items), key=len)
    left = _LINK.sub("", rest.removeprefix(called))
    tails = [rest[cut:] for cut in range(_CALLED + 1)]
    asks_nothing = any(tail.strip("?？。") and _ASKS_NOTHING.match(tail) for tail in tails)
    return "" if asks_nothing else left
