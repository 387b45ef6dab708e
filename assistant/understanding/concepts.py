"""What a question is about: its content words with everything that would say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.understanding.lexicon import Expansion

# Cut out wherever they stand.
_STOP = re.compile(
    r"(?:我们?|单位|公司)?(?:老板|领导|主任|科长|处长|局长|经理|同事|客户|朋友|家人|亲戚)(?:让|叫|托|要|请)我(?:来|帮忙|帮着)?(?:查|问|看|了解|打听)(?:一下|下|查|问)?|"
    r"(?:网友|有人|群众|企业)(?:提问|咨询|来问|在问)|请(?:予以)?(?:解答|答复|回答|指教)|在线等|急急*(?=[!！。]|$)|谢谢|多谢|不好意思|打扰了?|"
    r"请问|问一下|想问|想知道|想了解|了解一下|麻烦|告诉我|给我(?:看|说|讲)?(?:下|一下)?|帮我(?:查|看|找)?(?:下|一下)?|你(?:好|们|能)?|"
    r"我们(?:公司|这种|这边|单位|厂|企业)?|我(?:是|想|在|的|这|要|看看)?|咱们?|"
    r"(?:逐个|逐一|逐条|挨个|一个个|一个一个)?(?:说|讲|报|念|列|数|写|过|讲解)一遍|逐个|逐一|逐条|挨个|"
    r"多少|几(?:个|家|名|项|人|年|成|条|种|点)|哪(?:些|几|个|家|年|里|儿|种|类|方面|一年|条|位)?(?:个|家|项|条|年|样)?|什么|啥|怎么样?|怎样|如何|咋(?:样)?|"
    r"为什么|为何|谁|是不是|能不能|可不可以|有没有|会不会|管不管|对不对|没错|是否|可以|能够|"
    r"规定|文件|政策|按照?|根据|关于|对于|针对|有关|方面|情况|内容|原文|全文|具体|大概|一下|一共|总共|到底|究竟|分别|各自?|"
    r"(?:自己)?也?(?:承认|坦承|坦言)|打算|准备|计划要|要求|目标数?|应该|需要|必须|家数|数量|个数|总数|总量|数目|比一比|对比|相比|比较一下|明确|"
    r"这(?:个|些|种|件事|事|块|条|份|里|样)?|那(?:个|些|种|件事|事|块|条|份|里|样|么)?|它们?|"
    r"(?:要|得|能|会|想|该)?做到?(?![一-鿿]*[好强优大实精深细])|"
    r"没有?|的|了|着|过|吗|呢|吧|啊|呀|嘛|么|哦|哈|呗|是|和|与|跟|及|或|而|但|也|都|才|又|很|把|被|让|给"
)
# Cut out unless they belong to a word of the corpus (就业, 社会, 中试, 上市, 有机).
_WEAK = frozenset(
    "就会要得能家个名条项件年说讲写定算做搞想看问找用下后前出地中上里为以于之向由归从到有在还再最更不没别其该本此拿去来弄"
)
_RUN = re.compile(r"[㐀-鿿]+|[a-z][a-z0-9&+\-.]*|\d+(?:\+\d+)+|\d+(?:\.\d+)?%?", re.IGNORECASE)
_MARKED = re.compile(r"[“\"']([㐀-鿿])[”\"']")
_ENGLISH_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "from",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "should",
        "may",
        "i",
        "we",
        "our",
        "us",
        "my",
        "you",
        "your",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "what",
        "which",
        "who",
        "whom",
        "how",
        "much",
        "many",
        "when",
        "where",
        "why",
        "if",
        "any",
        "some",
        "per",
        "get",
        "gets",
        "have",
        "has",
        "had",
        "not",
        "no",
        "as",
        "into",
        "out",
        "up",
        "about",
        "under",
        "than",
        "then",
        "their",
        "they",
        "them",
        "he",
        "she",
        "his",
        "her",
        "one",
    ]
)


_ASKS = re.compile(r"多少|几|哪|谁|什么|啥|怎么|如何|how|what|which|who|where|when", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Concept:
    """Something said in a question; any of the wordings in a clause covers it."""

    said: str
    wordings: tuple[str, ...]
    weight: float
    """Inverse document frequency over clauses, never negative."""


def content_runs(
    text: str,
    taken: Sequence[tuple[int, int]] = (),
    is_word: Callable[[str], bool] = lambda pair: False,
) -> tuple[str, ...]:
    """The runs of content characters of a normalised question, function words cut out.

    `is_word` tells whether two characters are a word of the corpus.
    """
    chars = list(text)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    rest = _STOP.sub(lambda match: " " * len(match[0]), "".join(chars))
    rest = "".join(
        " "
        if c in _WEAK and not is_word(rest[i - 1 : i + 1]) and not is_word(rest[i : i + 2])
        else c
        for i, c in enumerate(rest)
    )
    return tuple(
        run
        for run in _RUN.findall(rest)
        if not (run.isascii() and (run.lower() in _ENGLISH_STOP or len(run) == 1))
    )


def bigrams(run: str) -> tuple[str, ...]:
    """Character pairs of a CJK run; an ASCII word or a single character stays whole."""
    if run.isascii() or len(run) < 2:
        return (run.lower(),)
    return tuple(run[i : i + 2] for i in range(len(run) - 1))


def build_concepts(
    text: str,
    expansions: Iterable[Expansion],
    taken: Sequence[tuple[int, int]],
    idf: Callable[[str], float],
    is_word: Callable[[str], bool] = lambda pair: False,
) -> tuple[Concept, ...]:
    """The concepts of a question.

    What the lexicon knows is one concept with its official wordings; every other content
    run gives its character pairs. `taken` spans (document names, regions) are left out.
    """
    concepts: list[Concept] = []
    covered = list(taken)
    for expansion in expansions:
        if any(s < expansion.end and expansion.start < e for s, e in taken):
            continue
        covered.append((expansion.start, expansion.end))
        if _ASKS.search(expansion.said):
            continue  # 领多少钱 says what is asked for, not what about
        wordings = (expansion.said.lower(), *(w.lower() for w in expansion.official))
        # As rare as its most common wording, a wording as rare as its rarest pair.
        weight = min(max(idf(pair) for pair in bigrams(w)) for w in wordings)
        concepts.append(Concept(expansion.said, wordings, weight))
    for term in _MARKED.findall(text):
        word = f'"{term}"'  # 那个“生”: as clauses fold it
        concepts.append(Concept(term, (word,), idf(word)))
    for run in content_runs(text, covered, is_word):
        if len(run) == 1 and not run.isascii():
            continue  # a lone character says too little
        for pair in bigrams(run):
            concepts.append(Concept(pair, (pair,), idf(pair)))
    return tuple(concepts)


def covered(concepts: Sequence[Concept], haystack: str) -> tuple[bool, ...]:
    """Which concepts the haystack (folded text) covers."""
    # Written out: the innermost loop of an answer, three times as fast as any() over a generator.
    found = []
    for concept in concepts:
        for wording in concept.wordings:
            if wording in haystack:
                found.append(True)
                break
        else:
            found.append(False)
    return tuple(found)


def share(concepts: Sequence[Concept], which: Sequence[bool]) -> float:
    """Share of the concepts' weight that is covered, 0–1."""
    total = sum(c.weight for c in concepts)
    if not total:
        return 0.0
    return sum(c.weight for c, hit in zip(concepts, which, strict=True) if hit) / total


def coverage(concepts: Sequence[Concept], haystack: str) -> float:
    """Share of the question's weight that the haystack (folded text) covers, 0–1."""
    return share(concepts, covered(concepts, haystack))
