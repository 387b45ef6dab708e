"""What the routes are given."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from assistant.api.compatible.replay import Replay
from assistant.errors import RecordsError
from assistant.records.messages import NO_RECORDS
from assistant.records.store import Records
from assistant.runtime import Runtime
from assistant.service import Service


def _runtime(request: Request) -> Runtime:
    runtime: Runtime = request.app.state.runtime
    return runtime


def _service(request: Request) -> Service:
    return _runtime(request).service


def _records(request: Request) -> Records:
    records = _service(request).records
    if records is None:
        raise RecordsError(NO_RECORDS)
    return records


def _replay(request: Request) -> Replay:
    replay: Replay = request.app.state.replay
    return replay


def _heartbeat(request: Request) -> float:
    seconds: float = request.app.state.heartbeat_s
    return seconds


RuntimeDependency = Annotated[Runtime, Depends(_runtime)]
ServiceDependency = Annotated[Service, Depends(_service)]
"""The loaded service; 503 until it is there."""
RecordsDependency = Annotated[Records, Depends(_records)]
"""What the service keeps; 503 where it keeps nothing."""
ReplayDependency = Annotated[Replay, Depends(_replay)]
"""What stateless clients asked before."""
HeartbeatDependency = Annotated[float, Depends(_heartbeat)]
"""Seconds of silence in an event stream before a comment is sent."""
