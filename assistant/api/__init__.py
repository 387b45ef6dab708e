"""The HTTP API: answers, search, documents and facts as JSON, errors as problem+json."""
