"""What a question is about: its content words with everything that would say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.understanding.lexicon import Expansion

_STOP = re.compile(
    r"请问|问一下|想问|想知道|想了解|了解一下|麻烦|告诉我|给我(?:看|说|讲)?(?:下|一下)?|帮我(?:查|看|找)?(?:下|一下)?|你(?:好|们|能)?|"
    r"我们(?:公司|这种|这边|单位|厂|企业)?|我(?:是|想|在|的|这|要|看看)?|咱们?|公司|"
    r"多少|几(?:个|家|名|项|人|年|成|条|种|点)|哪(?:些|几|个|家|年|里|儿|种|类|方面|一年|条|位)?(?:个|家|项|条|年|样)?|什么|啥|怎么样?|怎样|如何|"
    r"为什么|为何|谁|是不是|能不能|可不可以|有没有|会不会|管不管|对不对|没错|是否|可以|能够|"
    r"规定|文件|政策|里面?|中|上|按照?|根据|关于|对于|针对|有关|方面|情况|内容|原文|全文|具体|大概|一下|一共|总共|到底|究竟|分别|各自?|"
    r"打算|准备|计划要?|要求|目标|应该|需要|必须|要|会|得|让|把|被|给|和|与|跟|及|或|而|但|也|都|就|才|还|又|再|很|最|更|不|没|别|"
    r"这(?:个|些|种|件事|事|块|条|份|里|样)?|那(?:个|些|种|件事|事|块|条|份|里|样|么)?|它们?|其|该|本|此|"
    r"的|了|着|过|地|是|在|有|到|从|向|由|归|以|为|于|之|等|吗|呢|吧|啊|呀|嘛|么|哦|哈|呗|"
    r"家|个|名|条|项|件|年|说|讲|写|定|算|做|搞|弄|拿|去|来|想|看|问|找|用|下|后|前|时候?|出"
)
_RUN = re.compile(r"[㐀-鿿]+|[a-z][a-z0-9&+\-.]*|\d+(?:\.\d+)?%?", re.IGNORECASE)
_ENGLISH_STOP = frozenset(
    "a an the of in on at to for by with from and or is are was were be been do does did can could "
    "will would should may i we our us my you your it its this that these those there what which "
    "who whom how much many when where why if any some per get gets have has had not no as into "
    "out up about under than then their they them he she his her one".split()
)


_ASKS = re.compile(r"多少|几|哪|谁|什么|啥|怎么|如何|how|what|which|who|where|when", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Concept:
    """Something said in a question; any of the wordings in a clause covers it."""

    said: str
    wordings: tuple[str, ...]
    weight: float
    """Inverse document frequency over clauses, never negative."""


def content_runs(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """The runs of content characters of a normalised question, function words cut out."""
    chars = list(text)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    rest = _STOP.sub(" ", "".join(chars))
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
    for run in content_runs(text, covered):
        for pair in bigrams(run):
            concepts.append(Concept(pair, (pair,), idf(pair)))
    return tuple(concepts)


def coverage(concepts: Sequence[Concept], haystack: str) -> float:
    """Share of the question's weight that the haystack (normalised text) covers, 0–1."""
    total = sum(c.weight for c in concepts)
    if not total:
        return 0.0
    return sum(c.weight for c in concepts if any(w in haystack for w in c.wordings)) / total
