"""The OpenAPI description, walked: whoever adds a route describes it whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.runtime import Runtime
from assistant.settings import Settings

Operation = tuple[str, str, dict[str, Any]]


@pytest.fixture(scope="module")
def client(small_settings: Settings, small_runtime: Runtime) -> TestClient:
    return TestClient(create_app(small_settings, small_runtime))


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    made: dict[str, Any] = client.get("/openapi.json").json()
    return made


def operations(description: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def resolved(description: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    found: dict[str, Any] = description["components"]["schemas"][name] if name else schema
    return found


def validate(description: dict[str, Any], schema: dict[str, Any], example: Any) -> None:
    jsonschema.validate(example, {**schema, "components": description["components"]})


def success_of(operation: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    (success,) = ((s, r) for s, r in operation["responses"].items() if s.startswith("2"))
    return success


def is_chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)


def test_every_operation_has_a_chinese_summary_description_and_known_tag(
    description: dict[str, Any],
) -> None:
    tags = {tag["name"] for tag in description["tags"]}
    lacking = [
        f"{method} {path}"
        for method, path, operation in operations(description)
        if not is_chinese(operation["summary"])
        or not is_chinese(operation.get("description", ""))
        or not set(operation.get("tags", ())) & tags
    ]
    assert lacking == []


def test_every_parameter_and_every_request_body_has_an_example_that_fits_its_schema(
    description: dict[str, Any],
) -> None:
    for method, path, operation in operations(description):
        where = f"{method} {path}"
        for parameter in operation.get("parameters", ()):
            examples = parameter["schema"].get("examples") or parameter.get("examples")
            assert examples, f"{where} {parameter['name']}"
            assert is_chinese(parameter["description"]), f"{where} {parameter['name']}"
        if body := operation.get("requestBody"):
            for media in body["content"].values():
                examples = resolved(description, media["schema"]).get("examples")
                assert examples, where
                validate(description, media["schema"], examples[0])


def test_every_response_has_an_example_that_fits_its_schema(description: dict[str, Any]) -> None:
    for method, path, operation in operations(description):
        status, success = success_of(operation)
        assert ("content" in success) == (status != "204"), f"{method} {path}"
        if status != "204":
            first = next(iter(success["content"].values()))
            assert first["example"], f"{method} {path}"
        for response in operation["responses"].values():
            for media_type, media in response.get("content", {}).items():
                if media_type.endswith("json"):
                    validate(description, media["schema"], media["example"])


def test_every_operation_describes_its_errors(description: dict[str, Any]) -> None:
    for method, path, operation in operations(description):
        errors = {status for status in operation["responses"] if not status.startswith("2")}
        assert errors >= {"401", "406", "429", "500", "503"}, f"{method} {path}"
        if body := operation.get("requestBody"):
            assert errors >= {"408", "413"}, f"{method} {path}"
            # An upload is no JSON: what is wrong with it is 422.
            is_json = "application/json" in body["content"]
            assert errors >= ({"400", "415"} if is_json else {"422"}), f"{method} {path}"
        for status in errors:
            (media,) = operation["responses"][status]["content"].values()
            assert media["schema"]["$ref"].endswith(("/Problem", "/OpenAIError"))


def test_a_checker_that_sees_a_wrong_example_would_say_so(description: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(description, {"$ref": "#/components/schemas/AnswerOut"}, {"answer": 1})


def test_the_page_shows_every_operation_and_how_to_ask_it(
    client: TestClient, description: dict[str, Any]
) -> None:
    page = client.get("/docs").text
    for method, path, operation in operations(description):
        assert f"<b>{method}</b> {path}" in page
        assert operation["summary"] in page
    assert "zhengwen" in page
    assert "text/event-stream" in page
