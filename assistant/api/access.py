"""Who may use a route: an API key of the needed scope, shown as `Authorization: Bearer …`."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import HTTPException, Request

from assistant.records.models import ApiKey, Scope
from assistant.records.store import Records


def needs(scope: Scope) -> Callable[[Request], ApiKey]:
    """A dependency: the key that was shown; 401 without a valid one, 403 for one that may less."""

    def check(request: Request) -> ApiKey:
        records: Records | None = getattr(request.app.state, "records", None)
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        digest = hashlib.sha256(secret.strip().encode()).hexdigest()
        now = datetime.now(UTC)
        for key in records.keys() if records and kind.lower() == "bearer" else ():
            if not hmac.compare_digest(key.digest, digest) or key.revoked is not None:
                continue
            if key.expires is not None and key.expires <= now:
                continue
            if not key.scope.covers(scope):
                raise HTTPException(403)
            return key
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})

    return check
