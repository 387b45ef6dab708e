"""The conversation as the page shows it: every question with its answer, clauses and tools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assistant.models import Answer
from assistant.records.models import Verdict
from assistant.ui import messages
from assistant.ui.examples import groups_for
from assistant.ui.render import answer_html, cards_html, copied, short_titles
from corpus.models import Corpus

TURNS_KEPT = 20
"""In the window of one visitor; older ones scroll away for good."""

_VERDICTS = ((Verdict.USEFUL, "有用"), (Verdict.USELESS, "没用"), (Verdict.REPORT, "举报"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A question that was answered, and what became of the visitor's feedback."""

    answer: Answer
    told: str = ""
    """What the visitor was told about his feedback last."""
    verdict: Verdict | None = None


def log_html(turns: Sequence[Shown], corpus: Corpus) -> str:
    """The whole conversation; the welcome where there is none yet."""
    if not turns:
        return welcome_html(corpus)
    last = len(turns) - 1
    return '<h2 class="zw-sr">对话</h2>' + "".join(
        _turn(shown, corpus, place == last) for place, shown in enumerate(turns)
    )


def waiting_html(question: str, told: str) -> str:
    """A question that is being answered, and what is being done."""
    return _frame(
        question, f'<p class="zw-working" data-busy><span class="zw-dots"></span>{told}</p>', ""
    )


def partial_html(answer: Answer, length: int, corpus: Corpus) -> str:
    """The first characters of an answer that has been verified whole."""
    text = answer_html(answer.answer[:length], answer.citations)
    return _frame(answer.question, f'<div class="zw-said" data-busy>{text}</div>', "")


def _frame(question: str, reply: str, beside: str) -> str:
    aside = f'<aside class="zw-beside" aria-label="条款">{beside}</aside>' if beside else ""
    return (
        f'<article class="zw-turn"><h3 class="zw-asked"><span class="zw-sr">问：</span>'
        f'{escape(question)}</h3><div class="zw-answered">'
        f'<div class="zw-reply">{reply}</div>{aside}</div></article>'
    )


def _turn(shown: Shown, corpus: Corpus, last: bool) -> str:
    answer = shown.answer
    notices = "".join(f"<li>{escape(notice)}</li>" for notice in answer.notices)
    reply = (
        f'<div class="zw-said">{answer_html(answer.answer, answer.citations)}</div>'
        f"{f'<ul class=zw-notices>{notices}</ul>' if notices else ''}"
        f'<p class="zw-label">{messages.AI_LABEL}</p>{_tools(shown)}'
        f"{_suggestions(answer) if last else ''}"
    )
    return _frame(answer.question, reply, cards_html(answer, corpus))


def _tools(shown: Shown) -> str:
    key = escape(shown.answer.id)
    votes = "".join(
        f'<button type="button" id="zw-{verdict.value}-{key}" {_vote(verdict, key)} '
        f'aria-pressed="{str(shown.verdict is verdict).lower()}">{label}</button>'
        for verdict, label in _VERDICTS
    )
    told = f'<p class="zw-told" role="status">{escape(shown.told)}</p>' if shown.told else ""
    return (
        f'<div class="zw-tools" role="group" aria-label="对这条答复">'
        f'<button type="button" data-copy="{escape(copied(shown.answer))}">复制答复与出处</button>'
        f"{votes}</div>{told}"
        f'<form class="zw-report" id="zw-form-{key}" data-do="feedback" data-answer="{key}" '
        f'data-verdict="report" hidden><label for="zw-why-{key}">哪里不对？（请勿填写个人信息）</label>'
        f'<textarea id="zw-why-{key}" name="comment" rows="3" maxlength="1000" required></textarea>'
        f'<button type="submit" class="zw-primary" id="zw-send-{key}">提交举报</button></form>'
    )


def _vote(verdict: Verdict, key: str) -> str:
    if verdict is Verdict.REPORT:
        return f'data-opens="zw-form-{key}" aria-expanded="false" aria-controls="zw-form-{key}"'
    return f'data-do="feedback" data-answer="{key}" data-verdict="{verdict.value}"'


def _suggestions(answer: Answer) -> str:
    if not answer.suggestions:
        return ""
    buttons = "".join(_asks(question) for question in answer.suggestions)
    return f'<div class="zw-chips" role="group" aria-label="可以接着问">{buttons}</div>'


def _asks(question: str) -> str:
    return (
        f'<button type="button" data-do="ask" data-question="{escape(question)}">'
        f"{escape(short_titles(question))}</button>"
    )


def welcome_html(corpus: Corpus) -> str:
    """What this is, questions to begin with, and the documents that answers are taken from."""
    groups = "".join(
        f'<section><h3>{group.label}</h3><div class="zw-chips">'
        f"{''.join(_asks(example.question) for example in group.examples)}</div></section>"
        for group in groups_for(corpus)
    )
    items = "".join(f"<li>{escape(p.clauses[0].address)}</li>" for p in corpus.documents)
    return (
        '<div class="zw-welcome"><h2>想了解哪项政策？</h2>'
        "<p>直接提问，答复的每一句都标明所依据的条款；答不了的会直说，不编造。</p>"
        f'<div class="zw-groups">{groups}</div><details class="zw-collection">'
        f"<summary>收录的文件（{len(corpus.documents)} 份）</summary><ul>{items}</ul></details></div>"
    )
