"""The application: API first, then the page, which takes every path that is left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI

from assistant.api.acceptable import acceptable
from assistant.api.compatible.replay import Replay
from assistant.api.docs import docs_router
from assistant.api.gate import Gate
from assistant.api.openapi import DESCRIPTION, install_openapi
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
    models,
    rest,
    search,
)
from assistant.api.unexpected import Unexpected
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.ui.mount import mount_page

ROUTES = (
    answer,
    search,
    eligibility,
    documents,
    clauses,
    facts,
    chat_completions,
    models,
    feedback,
    audit,
    health,
    rest,
)


def create_app(settings: Settings, runtime: Runtime) -> FastAPI:
    """API and page over a runtime, which is loaded in the background when it is not loaded yet."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        runtime.load_in_background()
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
    app.state.replay = Replay(settings.max_conversations)
    app.state.heartbeat_s = settings.stream_heartbeat_s
    install_problem_handlers(app)
    install_openapi(app)
    for module in ROUTES:
        app.include_router(module.router, dependencies=[Depends(acceptable)])
    app.include_router(docs_router)
    mount_page(app, runtime)
    app.add_middleware(Unexpected)
    app.add_middleware(Gate, max_body_bytes=settings.max_body_bytes)
    app.add_middleware(RequestIds)  # the last one is the outermost
    return app
