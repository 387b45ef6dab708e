"""The question that a checklist puts back: its buttons, and what an answer fills in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from html import escape

from assistant.eligibility.ask import next_question
from assistant.eligibility.check import Checklist
from assistant.eligibility.finding import Question
from assistant.eligibility.reply import as_statement
from assistant.eligibility.words import KIND_NAMES, status_named
from assistant.ui.profile_form import FIGURE, HELD, KINDS, OWNERS, SIZES, TAXPAYERS

YES, NO, SKIP = "是", "不是", "skip"
_CHOICES: dict[str, Sequence[tuple[str, str]]] = {
    "kind": [(k, KIND_NAMES[k]) for k in KINDS],
    "size": [(s, s) for s in SIZES],
    "ownership": [(o, o) for o in OWNERS],
    "taxpayer": [(t, t) for t in TAXPAYERS],
}


def best_question(checklist: Checklist, skipped: Collection[str]) -> Question | None:
    """The question that decides most of those that were not passed over."""
    if not skipped:
        return checklist.next_question
    return next_question(
        replace(
            item,
            findings=tuple(
                replace(f, ask=None) if f.ask and f.ask.key in skipped else f for f in item.findings
            ),
        )
        for item in checklist.items
    )


def question_html(question: Question) -> str:
    """The question with buttons for its answers, or a field where it asks for words."""
    key, text = escape(question.key), escape(question.text)
    about = f'data-do="reply" data-with="zw-profile" data-key="{key}" data-asked="{text}"'
    skip = f'<button type="button" {about} data-reply="{SKIP}">不清楚，换一个问题</button>'
    heading = (
        '<section class="zw-next" aria-label="下一个问题"><p class="zw-dim">再回答一个问题，结果会更准</p>'
        f"<h3>{text}</h3>"
    )
    if question.key == "region" or question.key.startswith("figure:"):
        return (
            f'{heading}<form class="zw-chips" {about}><label class="zw-sr" for="zw-reply">回答</label>'
            '<input id="zw-reply" name="reply" required maxlength="100">'
            f'<button type="submit" class="zw-primary">填入并重新匹配</button>{skip}</form></section>'
        )
    choices = _CHOICES.get(question.key) or _yes_no(question.text)
    buttons = "".join(
        f'<button type="button" {about} data-reply="{escape(value)}">{escape(label)}</button>'
        for value, label in choices
    )
    return f'{heading}<div class="zw-chips">{buttons}{skip}</div></section>'


def _yes_no(asked: str) -> Sequence[tuple[str, str]]:
    if "有没有" in asked:
        return ((YES, "有"), (NO, "没有"))
    return ((YES, "是"), (NO, "否" if "是否" in asked else "不是"))


def with_reply(values: Mapping[str, str], key: str, asked: str, reply: str) -> dict[str, str]:
    """The form's values with the answer filled in where it belongs, else behind the free text."""
    filled = dict(values)
    kind, _, name = key.partition(":")
    if key in _CHOICES or key == "region":
        filled[key] = reply
    elif kind == "figure":
        filled[FIGURE + name] = reply
    elif kind == "status" and status_named(name):
        filled[HELD + name] = "yes" if reply == YES else "no"
    else:
        said = as_statement(reply, asked)
        said = said if said != reply else f"{asked}{reply}"
        before = filled.get("text", "").rstrip("。 ")
        filled["text"] = f"{before}。{said}。" if before else f"{said}。"
    return filled
