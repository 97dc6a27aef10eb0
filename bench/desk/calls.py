"""Calls of the read API that schemathesis makes up from its OpenAPI: each is answered, none may be a fault."""

from collections import Counter
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Err
from starlette.types import ASGIApp


def call_all(app: ASGIApp, *, each: int) -> Counter[int]:
    """How many calls were answered with which status; `each` examples for every operation."""
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    answered: Counter[int] = Counter()
    for found in schema.get_all_operations():
        if isinstance(found, Err):
            raise found.err()
        operation = found.ok()

        @settings(max_examples=each, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def call(case: Any) -> None:
            answered[case.call(headers={"host": "localhost"}).status_code] += 1

        call()
    return answered
