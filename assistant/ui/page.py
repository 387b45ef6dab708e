"""The page at /. It asks no other host for anything: fonts are the system's, analytics are off."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

import gradio as gr
from gradio.themes.utils.fonts import Font

from assistant.caller import Caller, Channel
from assistant.ledger.records import KINDS
from assistant.runtime import Runtime
from assistant.ui.documents_tab import documents_html, documents_tab
from assistant.ui.examples import GROUPS, groups_for
from assistant.ui.ledger_tab import LedgerTab, ledger_tab
from assistant.ui.render import (
    EMPTY_PANEL,
    chat_markdown,
    collection,
    panel,
    plain_markdown,
    short_titles,
)
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

TITLE = "政问 Zhengwen"
MESSAGES_KEPT = 40
"""In the chat window of one visitor; older ones scroll away for good."""
CONCURRENCY = 4
"""Questions worked on at once; the others wait in the queue."""
ON_PAGE = Caller(Channel.PAGE)

Message = dict[str, Any]

_FONTS = [Font(n) for n in ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")]
_MONO = [Font("monospace")]
_HEADER = (
    '<header class="zw-header"><h1>政问</h1>'
    "<p>问政策，句句有条款出处。答不了的会直说，不编造。</p></header>"
)
_WELCOME = '<div class="zw-welcome"><strong>想了解哪项政策？</strong><br>请直接提问，或点选下面的例子。</div>'
_PLACEHOLDER = "请输入政策问题，按回车提问"


def theme() -> Any:
    """System fonts only; the stock themes would load their own."""
    return gr.themes.Soft(
        primary_hue="red", secondary_hue="red", neutral_hue="slate", font=_FONTS, font_mono=_MONO
    )


def asset(name: str) -> str:
    """A style sheet or script that lies beside this file."""
    return files("assistant.ui").joinpath(name).read_text(encoding="utf-8")


def build_page(runtime: Runtime) -> Any:
    """The page as gr.Blocks; questions go to the runtime's service."""
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True) as page:
        messages = gr.State([])
        conversation = gr.State(None)
        gr.HTML(_HEADER)
        with gr.Tabs(elem_classes="zw-tabs"):
            with (
                gr.Tab("问答", id="ask"),
                gr.Row(elem_classes="zw-columns", equal_height=False),
            ):
                with gr.Column(scale=6, min_width=320):
                    chat = gr.Chatbot(
                        label="问答",
                        show_label=False,
                        height="58vh",
                        placeholder=_WELCOME,
                        layout="bubble",
                        latex_delimiters=[],
                        buttons=["copy"],
                        feedback_options=None,
                        elem_id="zw-chat",
                    )
                    with gr.Row(elem_classes="zw-ask"):
                        box = gr.Textbox(
                            show_label=False,
                            container=False,
                            placeholder=_PLACEHOLDER,
                            lines=1,
                            max_lines=6,
                            scale=8,
                            autofocus=True,
                            elem_id="zw-question",
                        )
                        send = gr.Button("提问", variant="primary", scale=1, min_width=72)
                    examples = _examples()
                    documents = gr.HTML()
                with gr.Column(scale=5, min_width=320):
                    clauses = gr.HTML(EMPTY_PANEL, elem_id="zw-clauses")
            ledgers = [ledger_tab(kind, runtime) for kind in KINDS]
            held = documents_tab()

        ask = _asker(runtime)
        state = [messages, conversation]
        shown = [messages, conversation, chat, box, clauses]
        private: dict[str, Any] = {"api_visibility": "private"}
        working = {**private, "concurrency_limit": CONCURRENCY, "concurrency_id": "ask"}
        for trigger in (box.submit, send.click):
            trigger(ask, [box, *state], shown, show_progress_on=[clauses], **working)
        for button, text in examples:
            example = gr.State(text)
            button.click(ask, [example, *state], shown, show_progress_on=[clauses], **working)
        chat.option_select(_option_asker(ask), state, shown, **working)
        chat.select(_panel_chooser(runtime), state, clauses, show_progress="hidden", **private)
        chat.clear(_cleared, None, shown, show_progress="hidden", **private)
        page.load(
            _opened(runtime),
            None,
            [documents, *(button for button, _ in examples)],
            show_progress="hidden",
            **private,
        )
        page.load(
            _ledgers_opened(runtime, ledgers),
            None,
            [held, *(part for tab in ledgers for part in tab.outputs)],
            show_progress="hidden",
            **private,
        )
    page.queue(api_open=False, max_size=64)
    return page


def _examples() -> list[tuple[Any, str]]:
    """A tab for each kind of user; returns the buttons with their questions."""
    buttons = []
    with gr.Tabs(elem_classes="zw-examples"):
        for group in GROUPS:
            with gr.Tab(group.label), gr.Row(elem_classes="zw-chips"):
                for example in group.examples:
                    button = gr.Button(example.question, size="sm", min_width=120)
                    buttons.append((button, example.question))
    return buttons


def _asker(runtime: Runtime) -> Any:
    def ask(
        question: str, messages: list[Message], conversation: str | None
    ) -> Iterator[tuple[Any, ...]]:
        """Show the question at once, then the answer with its clauses."""
        before = messages
        try:
            service = runtime.service
            service.check(question)
        except ZhengwenError as error:
            gr.Warning(str(error), title="请注意")
            yield before, conversation, before, question, gr.skip()
            return
        asked = [*before, {"role": "user", "content": plain_markdown(question.strip())}]
        yield asked, conversation, asked, "", gr.skip()
        try:
            answer = service.answer(question, conversation_id=conversation, caller=ON_PAGE)
        except ZhengwenError as error:
            gr.Warning(str(error), title="请注意")
            yield before, conversation, before, question, gr.skip()
            return
        except Exception:
            logger.exception("answering failed")
            gr.Warning("回答时出错，请稍后重试；若反复出现，请查看服务日志。", title="出错了")
            yield before, conversation, before, question, gr.skip()
            return
        reply: Message = {"role": "assistant", "content": chat_markdown(answer)}
        if answer.suggestions:
            reply["options"] = [{"value": s, "label": short_titles(s)} for s in answer.suggestions]
        answered = [*asked, reply][-MESSAGES_KEPT:]
        yield (
            answered,
            answer.conversation_id,
            answered,
            "",
            panel(answer, service.corpus),
        )

    return ask


def _option_asker(ask: Any) -> Any:
    def chosen(
        messages: list[Message], conversation: str | None, event: gr.SelectData
    ) -> Iterator[tuple[Any, ...]]:
        """A suggestion below an answer was clicked: it is the next question."""
        yield from ask(str(event.value), messages, conversation)

    return chosen


def _panel_chooser(runtime: Runtime) -> Any:
    def choose(messages: list[Message], conversation: str | None, event: gr.SelectData) -> Any:
        """An earlier answer was clicked: its clauses are shown again."""
        index = event.index if isinstance(event.index, int) else event.index[0]
        from_end = (len(messages) - index - 1) // 2 + 1
        if conversation is None:
            return gr.skip()
        history = runtime.service.conversations.history(conversation)
        if not 1 <= from_end <= len(history):
            return gr.skip()
        return panel(history[-from_end].answer, runtime.service.corpus)

    return choose


def _cleared() -> tuple[Any, ...]:
    return [], None, [], "", EMPTY_PANEL


def _ledgers_opened(runtime: Runtime, ledgers: Sequence[LedgerTab]) -> Any:
    def opened() -> list[Any]:
        """The documents, and every ledger whole."""
        corpus = runtime.service.corpus
        return [documents_html(runtime), *(part for tab in ledgers for part in tab.opened(corpus))]

    return opened


def _opened(runtime: Runtime) -> Any:
    def opened() -> list[Any]:
        """What the documents are, and only the examples that they can answer."""
        corpus = runtime.service.corpus
        kept = {e.question for g in groups_for(corpus) for e in g.examples}
        buttons = [gr.update(visible=e.question in kept) for g in GROUPS for e in g.examples]
        return [collection(corpus), *buttons]

    return opened
