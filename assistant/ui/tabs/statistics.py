"""运行情况: for administrators: questions, what was not answered, times, feedback, complaints."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import gradio as gr

from assistant.records.models import Scope
from assistant.ui import messages
from assistant.ui.bridge import PRIVATE, done, panel
from assistant.ui.doors import Doors
from assistant.ui.frame import alert_html
from assistant.ui.key_form import key_html
from assistant.ui.use import overview_html
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

_PERIODS = ((7, "近7天"), (30, "近30天"), (190, "近190天"))
_USUAL = 30
Period = tuple[date, date]


def statistics_tab(doors: Doors, secret: Any) -> None:
    """Build the tab; `secret` is the session's key."""
    with gr.Tab(
        "运行情况", id="statistics", elem_id="zw-tab-statistics", render_children=True
    ) as tab:
        chosen = gr.State(None)
        key = panel("zw-statistics-key")
        period = panel("zw-statistics-period")
        result = panel("zw-statistics")
        outputs = [secret, chosen, key, period, result]

        def opened(secret: str) -> tuple[Any, ...]:
            """The usual period, if the session has an administrator's key."""
            return _or_told(lambda: _shown(doors, secret, _usual()))

        def act(secret: str, chosen: Period | None, event: gr.EventData) -> tuple[Any, ...]:
            """A key, a period, or a complaint that is done with."""
            return _or_told(lambda: _acted(doors, secret, chosen or _usual(), done(event)))

        tab.select(opened, [secret], outputs, **PRIVATE)
        for source in (key, period, result):
            source.act(act, [secret, chosen], outputs, **PRIVATE)


def _or_told(show: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """What is shown; where keys or records are away all stays as it is, and that is said."""
    try:
        return show()
    except ZhengwenError as error:
        return *(gr.skip(),) * 4, alert_html(str(error))


def _acted(doors: Doors, secret: str, chosen: Period, did: dict[str, str]) -> tuple[Any, ...]:
    match did.get("do"):
        case "key":
            given = did.get("secret", "").strip()
            if doors.key(given, Scope.ADMIN) is None:
                return _shown(doors, secret, chosen, messages.WRONG_KEY)
            return _shown(doors, given, chosen)
        case "leave":
            return _shown(doors, "", chosen)
        case "period":
            try:
                chosen = _read_period(did)
            except ValueError:
                return _shown(doors, secret, chosen, period_fault=messages.WRONG_PERIOD)
        case "close" if doors.key(secret, Scope.ADMIN) is not None:
            doors.close_report(did.get("report", ""))
    return _shown(doors, secret, chosen)


def _shown(
    doors: Doors, secret: str, chosen: Period, told: str = "", period_fault: str = ""
) -> tuple[Any, ...]:
    key = doors.key(secret, Scope.ADMIN)
    field = key_html(doors, key, Scope.ADMIN, told)
    if key is None:
        return secret, chosen, field, "", ""
    return secret, chosen, field, _period_html(chosen, period_fault), _figures(doors, chosen)


def _figures(doors: Doors, chosen: Period) -> str:
    if doors.overview is None:
        return f'<div class="zw-empty">{messages.NO_FIGURES}</div>'
    since = datetime.combine(chosen[0], time()).astimezone()
    until = datetime.combine(chosen[1] + timedelta(days=1), time()).astimezone()
    try:
        return overview_html(doors.overview(since, until), doors.open_reports())
    except ZhengwenError as error:
        return alert_html(str(error))
    except Exception:
        logger.exception("counting failed")
        return alert_html(messages.WENT_WRONG)


def _usual() -> Period:
    return date.today() - timedelta(days=_USUAL - 1), date.today()


def _read_period(did: dict[str, str]) -> Period:
    """Raises ValueError for what is no period."""
    if days := did.get("days"):
        return date.today() - timedelta(days=int(days) - 1), date.today()
    since, until = date.fromisoformat(did["since"]), date.fromisoformat(did["until"])
    if not date(2000, 1, 1) <= since <= until <= date(2100, 1, 1):
        raise ValueError(did)
    return since, until


def _period_html(chosen: Period, fault: str) -> str:
    presets = "".join(
        f'<button type="button" data-do="period" data-days="{days}" id="zw-days-{days}">{label}</button>'
        for days, label in _PERIODS
    )
    alert = alert_html(fault) if fault else ""
    since, until = chosen
    return (
        '<form class="zw-form zw-filters" data-do="period"><div class="zw-fields">'
        '<div class="zw-field"><label for="zw-since">起始日期</label>'
        f'<input type="date" id="zw-since" name="since" value="{since}" required></div>'
        '<div class="zw-field"><label for="zw-until">截止日期</label>'
        f'<input type="date" id="zw-until" name="until" value="{until}" required></div>'
        f'<div class="zw-actions"><button type="submit" class="zw-primary" id="zw-count">统计</button>'
        f"{presets}</div></div>{alert}</form>"
    )
