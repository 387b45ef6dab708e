"""What the routes are given."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from assistant.runtime import Runtime
from assistant.service import Service


def _runtime(request: Request) -> Runtime:
    runtime: Runtime = request.app.state.runtime
    return runtime


def _service(request: Request) -> Service:
    return _runtime(request).service


RuntimeDependency = Annotated[Runtime, Depends(_runtime)]
ServiceDependency = Annotated[Service, Depends(_service)]
"""The loaded service; 503 until it is there."""
