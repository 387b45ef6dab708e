"""results/*.json as one HTML page that needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from eval.ablation import FULL
from eval.eligibility import (
    ABSENT,
    ELIGIBILITY_COUNTS,
    ELIGIBILITY_METRICS,
    VERDICT_NAMES,
    VERDICTS,
    is_right,
)
from eval.expectations import EXPECTED, expected
from eval.metrics import METRICS
from eval.paraphrases import PARAPHRASE_METRICS
from eval.report.charts import recall_lines
from eval.report.findings import findings
from eval.results import RESULTS, read_attack, read_result

HERE = Path(__file__).parent
HEADLINES = (
    "right",
    "fact_recall",
    "citation_recall",
    "citation_precision",
    "refused_unanswerable",
    "refused_answerable",
    "follow_up",
    "lists_complete",
)
COUNTS = ("unsupported_numbers", "unsupported_dates", "unsupported_names")
SPLITS = {"dev": "开发集", "test": "盲测集", "hostile": "恶意与异常输入"}
KINDS = {
    "clause_lookup": "查条款",
    "comparison": "比较",
    "definition": "定义",
    "departments": "部门分工",
    "false_premise": "前提有误",
    "follow_up": "追问",
    "hostile": "恶意与异常",
    "list": "列举",
    "measures": "措施",
    "progress": "进展",
    "support": "扶持",
    "targets": "目标",
    "tax": "税收",
    "unanswerable": "应当拒答",
}
"""Kinds are free strings: one that is not here goes by its own name."""
TABLED = (
    "fact_recall",
    "citation_recall",
    "citation_precision",
    "refused_unanswerable",
    "refused_answerable",
)
ATTACKS = {
    "mutations": ("改动核验", "把答复里的说法逐处改错，核验应当拦下；没有改动的应当保留。"),
    "lying": ("说谎的对话模型", "接上一个会编造的对话模型，看编造的内容有没有到用户眼前。"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A figure with its interval and the bound it must keep."""

    name: str
    figure: Mapping[str, float | None]
    bound: float | None
    lower_is_better: bool
    count: bool = False

    @property
    def holds(self) -> bool:
        """Whether the bound, if there is one, is kept."""
        value = self.figure["value"]
        if self.bound is None:
            return True
        if value is None:
            return False
        return value <= self.bound if self.lower_is_better else value >= self.bound


def render_page(results: Path = RESULTS, bounds: Path = EXPECTED) -> str:
    """The page; sets without results are left out of it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    environment.filters["signed"] = lambda value: f"{value * 100:+.1f}"
    read = partial(read_result, folder=results)
    splits = {name: content for name in SPLITS if (content := read(name))}
    dev = splits.get("dev", {})
    return environment.get_template("page.html").render(
        style=(HERE / "page.css").read_text(encoding="utf-8"),
        today=date.today().isoformat(),
        splits={name: _split(name, content, bounds) for name, content in splits.items()},
        split_names=SPLITS,
        kind_names=KINDS,
        tabled=TABLED,
        metrics={metric.key: metric for metric in METRICS},
        recall_chart=recall_lines(dev.get("retrieval", {})),
        retrieval=dev.get("retrieval", {}),
        ablation=_ablation(read("ablation")),
        paraphrases=_named(read("paraphrases"), PARAPHRASE_METRICS, "paraphrases", bounds),
        eligibility=_named(read("eligibility"), ELIGIBILITY_METRICS, "eligibility", bounds),
        verdicts=(*VERDICTS, ABSENT),
        verdict_names=VERDICT_NAMES,
        is_right=is_right,
        attacks=[
            (name, *words, findings(content))
            for name, words in ATTACKS.items()
            if (content := read_attack(name, results))
        ],
        latency=dev.get("latency", {}),
        failures=_by_kind(dev.get("failures", [])),
        configuration=dev.get("configuration", {}),
    )


def percent(value: float | None) -> str:
    """A share as percent with one decimal."""
    return "–" if value is None else f"{value * 100:.1f}%"


def _split(name: str, content: Mapping[str, Any], bounds: Path) -> dict[str, Any]:
    figures, limits = content["figures"], expected(name, bounds)
    cards = [_card(key, figures[key], limits) for key in HEADLINES if figures[key]["n"]]
    counts = [_card(key, figures[key], limits) for key in COUNTS]
    return {"cards": cards, "counts": counts, "n": figures["right"]["n"], **content}


def _card(key: str, figure: Mapping[str, float | None], limits: Mapping[str, Any]) -> Card:
    metric = next(m for m in METRICS if m.key == key)
    side = limits.get("max" if metric.lower_is_better else "min", {})
    return Card(metric.name, figure, side.get(key), metric.lower_is_better, metric.form == "count")


def _named(
    content: Mapping[str, Any] | None, names: Mapping[str, str], part: str, bounds: Path
) -> dict[str, Any] | None:
    if content is None:
        return None
    limits = expected(part, bounds)
    cards = []
    for key, name in names.items():
        figure = content["figures"][key]
        counted = key in ELIGIBILITY_COUNTS
        bound = limits.get("max" if counted else "min", {}).get(key)
        cards.append(Card(name, figure, bound, lower_is_better=counted, count=counted))
    return {"cards": cards, **content}


def _ablation(content: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The variants, with the scale of the chart: from a round share below the lowest bound to 1."""
    if content is None:
        return None
    lowest = min(v["figures"]["right"]["low"] for v in content["variants"])
    return {"variants": content["variants"], "low": max(0, int(lowest * 10) / 10), "full": FULL}


def _by_kind(failures: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {
        kind: [f for f in failures if f["kind"] == kind]
        for kind in sorted({f["kind"] for f in failures})
    }
