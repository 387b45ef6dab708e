"""What a chat model is asked: Markdown templates with {{variables}}, loaded strictly."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class PromptError(Exception):
    """A template is missing, or the variables given are not the variables it names."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A template with its digest, which the trace keeps."""

    name: str
    template: str
    digest: str

    @property
    def variables(self) -> frozenset[str]:
        """The names that `fill` needs, all of them and no others."""
        return frozenset(_VARIABLE.findall(self.template))

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with every variable replaced once; values are never expanded again.

        Raises PromptError when a variable is missing or unknown.
        """
        missing = self.variables - values.keys()
        unknown = values.keys() - self.variables
        if missing or unknown:
            raise PromptError(
                f"prompt {self.name}: missing {sorted(missing)}, unknown {sorted(unknown)}"
            )
        return _VARIABLE.sub(lambda match: values[match[1]], self.template)


@cache
def load_prompt(name: str) -> Prompt:
    """The template prompts/{name}.md. Raises PromptError when there is none."""
    source = files("prompts").joinpath(f"{name}.md")
    if not source.is_file():
        raise PromptError(f"no prompt named {name}")
    template = source.read_text(encoding="utf-8")
    return Prompt(name, template, hashlib.sha256(template.encode()).hexdigest()[:12])
