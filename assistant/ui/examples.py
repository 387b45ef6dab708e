"""Questions to begin with, for the three kinds of people who ask."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.models import Corpus


@dataclass(frozen=True, slots=True)
class Example:
    """A question and words of the title of the document that answers it."""

    question: str
    about: str


@dataclass(frozen=True, slots=True)
class ExampleGroup:
    """The questions of one kind of user."""

    label: str
    examples: tuple[Example, ...]


_DOUBLE = "大众创业万众创新"
_ECOLOGY = "构建山西省创新生态"
_REPORT = "推进情况"
_YUNCHENG = "运城市"

GROUPS = (
    ExampleGroup(
        "企业",
        (
            Example("科技型中小微企业能领多少创新券？", _DOUBLE),
            Example("民办众创空间有什么支持？", _DOUBLE),
            Example("研发费用加计扣除有什么规定？", _ECOLOGY),
        ),
    ),
    ExampleGroup(
        "公务员",
        (
            Example("创新券政策由哪些部门负责？", _DOUBLE),
            Example("晋发〔2017〕51号第三十三条是怎么规定的？", _DOUBLE),
            Example("运城市到2025年高新技术企业目标是多少？", _YUNCHENG),
        ),
    ),
    ExampleGroup(
        "公众与门户",
        (
            Example("返乡创业有哪些支持？", _DOUBLE),
            Example("留学人员回国创业有什么支持？", _DOUBLE),
            Example("2020年山西省研发经费投入是多少？", _REPORT),
        ),
    ),
)


def groups_for(corpus: Corpus) -> tuple[ExampleGroup, ...]:
    """Only questions whose document is in this corpus; groups left empty fall away."""
    titles = [parsed.document.title for parsed in corpus.documents]
    kept = (
        ExampleGroup(
            group.label, tuple(e for e in group.examples if any(e.about in t for t in titles))
        )
        for group in GROUPS
    )
    return tuple(group for group in kept if group.examples)
