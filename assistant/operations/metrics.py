"""The counts in Prometheus' text format; the only home of prometheus-client.

Labels are statuses, channels and kinds out of closed lists: no question, visitor, key or address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from assistant.chat_model.guarded import GuardedModel
from assistant.errors import RecordsError
from assistant.meter import BOUNDS_S, Reading
from assistant.models import Status
from assistant.records.store import Records
from assistant.runtime import NotReadyError, Runtime

MEDIA = "text/plain; version=0.0.4; charset=utf-8"


class Exporter:
    """Renders what a runtime's service counts, and what the process uses."""

    def __init__(self, runtime: Runtime) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Collected(runtime))
        ProcessCollector(registry=self._registry)

    def render(self) -> bytes:
        """The page that Prometheus fetches."""
        return generate_latest(self._registry)


class _Collected(Collector):
    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    def collect(self) -> Iterator[Metric]:
        try:
            service = self._runtime.service
        except NotReadyError:
            yield _gauge("zhengwen_ready", "1 when the index is loaded.", 0)
            return
        yield _gauge("zhengwen_ready", "1 when the index is loaded.", 1)
        yield from _questions(service.meter.read())
        index = service.assistant.index
        info = InfoMetricFamily("zhengwen_index", "The index that answers now.")
        info.add_metric([], {"version": index.version, "encoder": index.encoder.fingerprint})
        yield info
        documents = len(index.corpus.documents)
        yield _gauge("zhengwen_documents", "Documents in the index.", documents)
        yield _gauge("zhengwen_passages", "Passages in the index.", len(index.passages))
        conflicts = len(service.conflicts)
        yield _gauge("zhengwen_conflicts", "Differences between copies.", conflicts)
        if service.records is not None:
            yield from _records(service.records)
        model = service.assistant.complete
        if isinstance(model, GuardedModel):
            told = "1 while the chat model is left alone after failures."
            yield _gauge("zhengwen_chat_circuit_open", told, int(model.breaker.is_open))


def _records(records: Records) -> Iterator[Metric]:
    told = "Records that wait on disk for the database."
    yield _gauge("zhengwen_records_waiting", told, records.waiting)
    try:
        records.keys()
    except RecordsError:
        up = 0
    else:
        up = 1
    yield _gauge("zhengwen_records_up", "1 when the database of the records can be read.", up)


def _questions(read: Reading) -> Iterator[Metric]:
    asked = CounterMetricFamily(
        "zhengwen_questions", "Questions by how they ended.", labels=["status", "channel"]
    )
    refused = CounterMetricFamily(
        "zhengwen_refusals", "Questions that got no answer.", labels=["status"]
    )
    for (status, channel), count in sorted(read.questions.items()):
        asked.add_metric([status, channel], count)
    for status, count in sorted(_refused(read.questions).items()):
        refused.add_metric([status], count)
    yield asked
    yield refused
    latency = HistogramMetricFamily("zhengwen_answer_seconds", "From question to answer.")
    total, buckets = 0, []
    for bound, count in zip((*map(str, BOUNDS_S), "+Inf"), read.buckets, strict=True):
        total += count
        buckets.append((bound, float(total)))
    latency.add_metric([], buckets, sum_value=read.seconds)
    yield latency
    yield _gauge("zhengwen_in_flight", "Questions being answered.", read.in_flight)
    removed = CounterMetricFamily(
        "zhengwen_statements_removed", "Statements that verification took out."
    )
    removed.add_metric([], read.removed)
    yield removed
    reworded = CounterMetricFamily(
        "zhengwen_chat_replies", "What became of the chat model's replies.", labels=["outcome"]
    )
    for outcome, count in sorted(read.reworded.items()):
        reworded.add_metric([outcome], count)
    yield reworded


def _refused(questions: Mapping[tuple[str, str], int]) -> dict[str, int]:
    counts = {status.value: 0 for status in Status if status.refused}
    for (status, _), count in questions.items():
        if status in counts:
            counts[status] += count
    return counts


def _gauge(name: str, told: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, told, value=value)
