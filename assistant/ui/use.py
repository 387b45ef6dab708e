"""Figures of use as HTML, with small charts that need no script and no request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from assistant.models import Status
from assistant.records.models import Feedback, Verdict
from assistant.ui import messages
from assistant.ui.doors import Day, Overview

_STATUSES: dict[str, str] = {
    Status.ANSWERED: "已答复",
    Status.ANSWERED_CORRECTED: "已答复并更正说法",
    Status.ANSWERED_PARTLY: "部分答复",
    Status.CLARIFY: "请对方说明",
    Status.NOT_IN_CORPUS: "文件中没有",
    Status.NOT_STATED: "条款没有写明",
    Status.NO_SUCH_CLAUSE: "没有这一条款",
    Status.OUT_OF_SCOPE: "不属于政策咨询",
    Status.UNSAFE: "不当要求",
    Status.NEEDS_PERSON: "需要人工",
}
_CHANNELS = {
    "page": "网页",
    "widget": "门户组件",
    "api": "接口",
    "openai": "兼容接口",
    "mcp": "MCP",
    "cli": "命令行",
}
_VERDICTS = {Verdict.USEFUL: "有用", Verdict.USELESS: "没用", Verdict.REPORT: "举报"}
_WIDTH, _HEIGHT = 900, 150


def overview_html(figures: Overview, reports: Sequence[Feedback]) -> str:
    """All figures of a time, and the complaints that are open at all times."""
    share = f"{figures.refused / figures.questions:.0%}" if figures.questions else "—"
    numbers = [
        ("提问", str(figures.questions)),
        ("没有答复", f"{figures.refused}（{share}）"),
        ("资格匹配", str(figures.eligibility_checks)),
        ("答复用时（中位）", _milliseconds(figures.p50_ms)),
        ("答复用时（95%以内）", _milliseconds(figures.p95_ms)),
        ("待处理的举报", str(len(reports))),
    ]
    tiles = "".join(f"<li><strong>{value}</strong>{name}</li>" for name, value in numbers)
    statuses = {_STATUSES.get(name, name): n for name, n in figures.by_status.items()}
    channels = {_CHANNELS.get(name, name): n for name, n in figures.by_channel.items()}
    feedback = {_VERDICTS[verdict]: n for verdict, n in figures.feedback.items()}
    return (
        f'<ul class="zw-counts zw-numbers">{tiles}</ul>{_days(figures.per_day)}'
        f'<div class="zw-three">{_bars("答复情况", statuses)}{_bars("来源", channels)}'
        f"{_bars('反馈', feedback)}</div>{_reports(reports)}{_unanswered(figures)}"
    )


def _milliseconds(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value / 1000:.1f} 秒" if value >= 1000 else f"{value:.0f} 毫秒"


def _days(days: Sequence[Day]) -> str:
    if not any(day.questions for day in days):
        return f'<div class="zw-empty">{messages.NO_USE}</div>'
    most = max(day.questions for day in days)
    step = _WIDTH / len(days)
    bars = "".join(
        _bar(place * step, step, day.questions, most, "zw-asked-bar")
        + _bar(place * step, step, day.refused, most, "zw-refused-bar")
        for place, day in enumerate(days)
    )
    rows = "".join(
        f"<tr><td>{day.day.isoformat()}</td><td>{day.questions}</td><td>{day.refused}</td></tr>"
        for day in days
    )
    first, last = days[0].day, days[-1].day
    return (
        f'<figure class="zw-days"><figcaption>每天的提问（最多一天{most}次），'
        '<span class="zw-key-refused">■</span>其中没有答复的</figcaption>'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" preserveAspectRatio="none" '
        f'aria-label="每天的提问数，数字见下面的表">{bars}</svg>'
        f'<p class="zw-axis"><span>{first}</span><span>{last}</span></p></figure>'
        '<details><summary>逐日数字</summary><div class="zw-scroll" tabindex="0" role="region" '
        'aria-label="逐日数字"><table class="zw-narrow"><thead><tr><th scope="col">日期</th>'
        f'<th scope="col">提问</th><th scope="col">没有答复</th></tr></thead><tbody>{rows}</tbody>'
        "</table></div></details>"
    )


def _bar(left: float, step: float, value: int, most: int, kind: str) -> str:
    high = value / most * (_HEIGHT - 4)
    gap = min(4, step * 0.15)
    return (
        f'<rect class="{kind}" x="{left + gap / 2:.1f}" y="{_HEIGHT - high:.1f}" '
        f'width="{step - gap:.1f}" height="{high:.1f}"/>'
    )


def _bars(title: str, counts: Mapping[str, int]) -> str:
    total = max(counts.values(), default=0)
    rows = "".join(
        f'<li><span>{escape(name)}</span><span>{n}</span><meter min="0" max="{total}" value="{n}" '
        f'aria-label="{escape(name)}">{n}</meter></li>'
        for name, n in counts.items()
        if n
    )
    return f'<section class="zw-card"><h3>{title}</h3><ul class="zw-bars">{rows or "<li>无</li>"}</ul></section>'


def _reports(reports: Sequence[Feedback]) -> str:
    if not reports:
        return ""
    items = "".join(
        f'<li class="zw-card"><p>{escape(report.comment or "（没有写明）")}</p>'
        f'<p class="zw-dim">{_moment(report.at)}，答复编号 {escape(report.answer_id)}</p>'
        f'<button type="button" data-do="close" data-report="{escape(report.id)}" '
        f'id="zw-close-{escape(report.id)}">处理完毕</button></li>'
        for report in reports
    )
    return f'<h3 class="zw-part">待处理的举报（{len(reports)}件）</h3><ul class="zw-cards">{items}</ul>'


def _unanswered(figures: Overview) -> str:
    if not figures.unanswered:
        return ""
    rows = "".join(
        f"<tr><td>{escape(group.example)}</td><td>{group.count}</td><td>{_moment(group.last)}</td></tr>"
        for group in figures.unanswered
    )
    return (
        '<h3 class="zw-part">没有答复的问题（相近的归在一起）</h3>'
        '<div class="zw-scroll" tabindex="0" role="region" aria-label="没有答复的问题">'
        '<table class="zw-narrow"><thead><tr>'
        + "".join(
            f'<th scope="col"><button type="button" data-sort>{name}</button></th>'
            for name in ("问题", "次数", "最近一次")
        )
        + f"</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _moment(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
