"""Who may use a route: the key of a request, held against the keys on record."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from fastapi import Depends, HTTPException, Request

from assistant.api.dependencies import RecordsDependency
from assistant.records.models import ApiKey, Scope


def needs(scope: Scope) -> Any:
    """A dependency that gives the request's key, or answers 401 or 403."""

    def checked(request: Request, records: RecordsDependency) -> ApiKey:
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        digest = hashlib.sha256(secret.strip().encode()).hexdigest()
        now = datetime.now(UTC)
        known = records.keys()
        for key in known:
            expired = key.expires is not None and key.expires <= now
            if key.digest == digest and kind.lower() == "bearer" and not (key.revoked or expired):
                if not key.scope.covers(scope):
                    raise HTTPException(403)
                return key
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})

    return Depends(checked)
