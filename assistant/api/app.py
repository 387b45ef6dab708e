"""The application: API first, then the page, which takes every path that is left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI

from assistant.access.access import Access
from assistant.api.acceptable import acceptable
from assistant.api.compatible.replay import Replay
from assistant.api.docs import docs_router
from assistant.api.doorman import Doorman
from assistant.api.gate import Gate
from assistant.api.openapi import DESCRIPTION, install_openapi
from assistant.api.overload import Overload, Places
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
    widget,
    widget_tokens,
)
from assistant.api.security_headers import SecurityHeaders
from assistant.api.unexpected import Unexpected
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.ui.mount import mount_page
from assistant.wiring import build_access

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
    widget,
    widget_tokens,
    rest,
)


def create_app(settings: Settings, runtime: Runtime, access: Access | None = None) -> FastAPI:
    """API and page over a runtime, which is loaded in the background when it is not loaded yet.

    Without `access` everything is open to everyone but what needs a key.
    """
    access = access or build_access(settings)

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
    places = Places(
        settings.max_answers_at_once, settings.max_answers_waiting, settings.answer_wait_s
    )
    # The last one that is added is the outermost.
    app.add_middleware(Unexpected)
    app.add_middleware(Overload, places=places, timeout_s=settings.answer_timeout_s)
    app.add_middleware(
        Gate, max_body_bytes=settings.max_body_bytes, body_timeout_s=settings.body_timeout_s
    )
    app.add_middleware(Doorman, access=access)
    app.add_middleware(
        SecurityHeaders, frame_ancestors=settings.frame_ancestors, https=settings.https
    )
    app.add_middleware(RequestIds)
    return app
