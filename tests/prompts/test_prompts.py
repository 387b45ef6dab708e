"""Templates are filled completely or not at all."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from prompts import Prompt, PromptError, load_prompt

VARIABLES = {
    "answer_system": set(),
    "answer_user": {"question", "passages"},
    "rephrase_system": set(),
    "rephrase_user": {"question"},
    "profile_system": set(),
    "profile_user": {"fields", "text"},
    "probe_system": set(),
    "probe_user": set(),
}
NAMES = tuple(VARIABLES)


def test_a_template_is_filled_with_all_its_variables() -> None:
    prompt = Prompt("p", "问：{{question}}\n答：{{ answer }}，{{question}}", "d")
    assert prompt.variables == {"question", "answer"}
    assert prompt.fill({"question": "甲", "answer": "乙"}) == "问：甲\n答：乙，甲"


def test_a_missing_variable_is_an_error_that_names_it() -> None:
    with pytest.raises(PromptError) as caught:
        Prompt("p", "{{question}}{{answer}}", "d").fill({"question": "甲"})
    assert str(caught.value) == "prompt p: missing ['answer'], unknown []"


def test_an_unknown_variable_is_an_error_that_names_it() -> None:
    with pytest.raises(PromptError) as caught:
        Prompt("p", "{{question}}", "d").fill({"question": "甲", "qestion": "乙"})
    assert str(caught.value) == "prompt p: missing [], unknown ['qestion']"


def test_values_are_never_expanded_again() -> None:
    prompt = Prompt("p", "{{question}} {{passages}}", "d")
    assert (
        prompt.fill({"question": "{{passages}}", "passages": r"\1 {x}"}) == r"{{passages}} \1 {x}"
    )


def test_a_prompt_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PromptError) as caught:
        load_prompt("nowhere")
    assert str(caught.value) == "no prompt named nowhere"


@pytest.mark.parametrize("name", NAMES)
def test_the_digest_is_of_the_file(name: str) -> None:
    content = files("prompts").joinpath(f"{name}.md").read_bytes()
    prompt = load_prompt(name)
    assert (prompt.name, prompt.template) == (name, content.decode())
    assert prompt.digest == hashlib.sha256(content).hexdigest()[:12]


@pytest.mark.parametrize("name", NAMES)
def test_the_prompts_name_the_variables_that_are_filled(name: str) -> None:
    assert load_prompt(name).variables == VARIABLES[name]


def test_every_prompt_is_known_to_these_tests() -> None:
    found = {file.name for file in files("prompts").iterdir() if file.name.endswith(".md")}
    assert found == {f"{name}.md" for name in NAMES}
