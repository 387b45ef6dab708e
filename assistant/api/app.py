"""The application: API first, then the page, which takes every path that is left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from assistant.api.access_log import AccessLog
from assistant.api.docs import docs_router
from assistant.api.gate import Gate
from assistant.api.problems import install_problem_handlers
from assistant.api.routes import (
    answer,
    clauses,
    documents,
    eligibility,
    facts,
    health,
    metrics,
    publishing,
    rest,
    search,
)
from assistant.api.schemas import Problem
from assistant.mcp.door import McpDoor
from assistant.operations.drain import Drain
from assistant.operations.metrics import Exporter
from assistant.operations.watch import watching
from assistant.publishing import Publisher
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.ui.doors import Doors
from assistant.ui.mount import mount_page

ROUTES = (answer, search, eligibility, documents, publishing, facts, clauses, health, metrics, rest)
_ERRORS = {400: "无法解析", 404: "没有找到", 413: "请求过大", 422: "不合要求", 503: "尚未就绪"}


def create_app(
    settings: Settings, runtime: Runtime, drain: Drain | None = None, doors: Doors | None = None
) -> FastAPI:
    """API and page over a runtime, which is loaded in the background when it is not loaded yet.

    doors: what stands behind the page's tabs; without them, what the settings give.
    """

    mcp = McpDoor(runtime, settings.mcp_hosts, settings.max_body_bytes)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        runtime.load_in_background()
        async with mcp.running(), watching(app.state.publisher, settings.index_check_s):
            yield

    app = FastAPI(
        title="政问 Zhengwen",
        description="回答政策问题，句句有条款出处。",
        version=version("zhengwen"),
        lifespan=lifespan,
        docs_url=None,  # the stock page loads its script from another host
        redoc_url=None,
        responses={
            status: {
                "description": text,
                "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
            }
            for status, text in _ERRORS.items()
        },
    )
    app.state.runtime = runtime
    app.state.drain = drain or Drain(settings.shutdown_s)
    app.state.exporter = Exporter(runtime)
    app.state.metrics_open = settings.metrics_open
    app.state.publisher = Publisher(settings, runtime)
    install_problem_handlers(app)
    for module in ROUTES:
        app.include_router(module.router)
    app.include_router(docs_router)
    app.router.routes.append(mcp.route)
    mount_page(app, runtime, doors or Doors(publisher=app.state.publisher))
    app.add_middleware(
        Gate,
        max_body_bytes=settings.max_body_bytes,
        max_upload_bytes=settings.max_upload_bytes,
    )
    app.add_middleware(AccessLog, drain=app.state.drain)
    return app
