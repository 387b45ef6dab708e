"""The application: API first, then the page, which takes every path that is left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI

from assistant.access.access import Access
from assistant.api.acceptable import acceptable
from assistant.api.access import caller_of_tool
from assistant.api.access_log import AccessLog
from assistant.api.compatible.replay import Replay
from assistant.api.docs import docs_router
from assistant.api.doorman import Doorman
from assistant.api.gate import Gate
from assistant.api.openapi import DESCRIPTION, install_openapi
from assistant.api.overload import Overload, Places
from assistant.api.page_doors import page_doors
from assistant.api.problems import install_problem_handlers
from assistant.api.request_ids import RequestIds
from assistant.api.routes import (
    answer,
    audit,
    chat_completions,
    clauses,
    documents,
    eligibility,
    facts,
    feedback,
    health,
    metrics,
    models,
    publishing,
    reader,
    rest,
    search,
    widget,
    widget_tokens,
)
from assistant.api.security_headers import SecurityHeaders
from assistant.api.unexpected import Unexpected
from assistant.mcp.door import McpDoor
from assistant.operations.drain import Drain
from assistant.operations.metrics import Exporter
from assistant.operations.watch import watching
from assistant.publishing import Publisher
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.ui.doors import Doors
from assistant.ui.mount import mount_page
from assistant.wiring import build_access

ROUTES = (
    answer,
    search,
    eligibility,
    documents,
    publishing,
    clauses,
    facts,
    chat_completions,
    models,
    feedback,
    audit,
    health,
    metrics,
    widget_tokens,
    rest,
)
PIECES = (reader, widget)
"""What pages load: no JSON, and no part of the description."""


def create_app(
    settings: Settings,
    runtime: Runtime,
    access: Access | None = None,
    drain: Drain | None = None,
    doors: Doors | None = None,
) -> FastAPI:
    """API and page over a runtime, which is loaded in the background when it is not loaded yet.

    access: who may do what; without it everything is open to everyone but what needs a key.
    doors: what stands behind the page's tabs; without them, the service's own.
    """
    access = access or build_access(settings)
    publisher = Publisher(settings, runtime)
    mcp = McpDoor(runtime, settings.mcp_hosts, settings.max_body_bytes, caller_of_tool)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        runtime.load_in_background()
        async with mcp.running(), watching(publisher, settings.index_check_s):
            yield

    app = FastAPI(
        title="政问 Zhengwen",
        description=DESCRIPTION,
        version=version("zhengwen"),
        lifespan=lifespan,
        docs_url=None,  # the stock page loads its script from another host
        redoc_url=None,
    )
    app.state.runtime = runtime
    app.state.publisher = publisher
    app.state.replay = Replay(settings.max_conversations)
    app.state.max_question_chars = settings.max_question_chars
    app.state.heartbeat_s = settings.stream_heartbeat_s
    app.state.drain = drain or Drain(settings.shutdown_s)
    app.state.exporter = Exporter(runtime)
    app.state.metrics_open = settings.metrics_open
    install_problem_handlers(app)
    install_openapi(app, require_key=access.require_key, metrics_open=settings.metrics_open)
    for module in ROUTES:
        app.include_router(module.router, dependencies=[Depends(acceptable)])
    for module in PIECES:
        app.include_router(module.router)
    app.include_router(docs_router)
    app.router.routes.append(mcp.route)
    mount_page(app, runtime, doors or page_doors(runtime, publisher, access))
    _add_middleware(app, settings, access)
    return app


def _add_middleware(app: FastAPI, settings: Settings, access: Access) -> None:
    """From the innermost to the outermost."""
    places = Places(
        settings.max_answers_at_once, settings.max_answers_waiting, settings.answer_wait_s
    )
    app.add_middleware(Unexpected)
    app.add_middleware(Overload, places=places, timeout_s=settings.answer_timeout_s)
    app.add_middleware(
        Gate,
        max_body_bytes=settings.max_body_bytes,
        max_upload_bytes=settings.max_upload_bytes,
        body_timeout_s=settings.body_timeout_s,
    )
    app.add_middleware(Doorman, access=access)
    app.add_middleware(
        SecurityHeaders, frame_ancestors=settings.frame_ancestors, https=settings.https
    )
    app.add_middleware(RequestIds)
    app.add_middleware(AccessLog, drain=app.state.drain)
