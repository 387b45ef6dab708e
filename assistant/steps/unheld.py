"""What a question names and no document writes: terms, matters of other policies, what is to be defined."""

from __future__ import annotations

import re

from assistant.understanding.errands import errands
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.words import CorpusWords

TERM = 3
"""Characters of a word that is a term by itself."""
_LEAST_PART = 2
# 「什么是晋创谷？」 「晋创谷是干什么的」: the whole question is a term and what asks for its meaning.
_TERM = r"[“\"]?(?P<{}>(?:(?![的了在是有和与这那里头个我你他谁哪几什啥])[㐀-鿿]){{2,8}}?)[”\"]?"
_DEFINED = re.compile(
    r"^(?:请问|请教|想问|问(?:一)?下|那么?|[，, ])*(?:"
    rf"(?:什么叫做?|什么是|啥叫|啥是|何谓|何为){_TERM.format('named')}|"
    rf"(?:所谓的?)?{_TERM.format('asked')}[ ]?(?:这个?(?:词|东西|概念|说法))?(?:到底|究竟|都|又)*"
    r"(?:(?:是|指)的?个?(?:什么|啥)(?:意思|东西|概念|含义)?|(?:啥|什么)意思|是(?:干|做)(?:什么|啥|嘛)(?:用)?的|"
    r"的?(?:含义|定义)))[？?。呢啊呀]*$"
)
_SO_MANY = re.compile(r"^[两三四五六七八九十][种类项个大](?=[㐀-鿿]{3})")
_OF_ANY = re.compile(
    r"内容|理由|全称|全名|名称|原话|要求|情况|目标|目的|意义|作用|原因|条件|标准|重点|核心|任务|措施|原则|主题|关系|区别|方向|定位|主线|特点|背景"
)


def unheld_terms(understanding: Understanding, words: CorpusWords) -> tuple[str, ...]:
    """Terms of the lexicon that no document writes, in none of their official wordings.

    A term has characters of what it is short for (残保金); 来回跑 is no term.
    """
    return tuple(
        e.said
        for e in understanding.expansions
        if len(e.said) >= TERM
        and any(len(set(e.said).intersection(word)) > 1 for word in e.official)
        and not any(words.writes(fold(w)) for w in (e.said, *e.official))
    )


def unheld_errands(understanding: Understanding, words: CorpusWords) -> tuple[str, ...]:
    """Matters of other policies (驾照, 学区) that no document writes, in other words neither."""
    text = fold(understanding.text)
    official = _in_official_words(understanding, words)
    return tuple(
        word
        for word in errands()
        if (at := text.find(word)) >= 0
        and not words.writes(word)
        and not official.intersection(range(at, at + len(word)))
    )


def unheld_definition(understanding: Understanding, words: CorpusWords) -> bool:
    """Whether all that is asked is what a term means that no document writes, nor its parts."""
    match = _DEFINED.match(understanding.text)
    if match is None or not understanding.asks(Asked.DEFINITION) or understanding.follow_up:
        return False
    start, end = match.span("named" if match["named"] else "asked")
    for mention in understanding.regions:
        if mention.start <= start < mention.end:
            start = mention.end  # 山西农谷
    term = _SO_MANY.sub("", fold(understanding.text[start:end]))
    official = _in_official_words(understanding, words)
    if len(term) < _LEAST_PART or _OF_ANY.search(term) or official.intersection(range(start, end)):
        return False
    return not _is_made_of(term, words)


def _in_official_words(understanding: Understanding, words: CorpusWords) -> frozenset[int]:
    """Places in a question whose words a document writes in the official ones for them."""
    return frozenset(
        written
        for e in understanding.expansions
        for written in range(e.start, e.end)
        if any(words.writes(fold(word)) for word in e.official)
    )


def _is_made_of(term: str, words: CorpusWords) -> bool:
    """Whether a term stands in a document, or falls into parts that do (科研人员三元薪酬)."""
    if words.names(term):
        return True
    return any(
        words.names(term[:cut]) and _is_made_of(term[cut:], words)
        for cut in range(_LEAST_PART, len(term) - _LEAST_PART + 1)
    )
