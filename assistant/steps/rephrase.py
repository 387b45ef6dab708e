"""Optional step: a chat model may propose how policies word a question, for the search alone.

The question stays what it is. The wording joins the words that are looked for; it may name no
figure, place, body or document that the asker did not name, and nothing else ever reads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict

from assistant.chat_model.data import as_data
from assistant.chat_model.failures import ChatModelError
from assistant.chat_model.guarded import Complete
from assistant.chat_model.reply import NotTheJsonError, parse_reply
from assistant.library import Library
from assistant.models import Turn
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions
from prompts import load_prompt

LONGEST = 60
UNKNOWN = 0.5
"""Share of the wording's character pairs that no document may hold: beyond it, it finds nothing."""
_NUMERALS = re.compile(
    r"\d+|[零〇一二两三四五六七八九十百千万亿]{2,}|[一二两三四五六七八九十](?=[年月日家个项条%])"
)
_LATIN = re.compile(r"[a-z]+")
_NAMES = re.compile(r"[《》〔〕\[\]<>/]")


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")
    query: str


@dataclass(frozen=True)
class Rephrase:
    """Sets `wording` where the model's proposal may be searched for."""

    library: Library
    complete: Complete

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        if understanding.addresses.clauses:
            # Who names a clause is not in need of words.
            return turn
        system, user = load_prompt("rephrase_system"), load_prompt("rephrase_user")
        wording, fallback = "", None
        try:
            reply = self.complete(
                system.template, user.fill({"question": as_data(understanding.text)})
            )
            proposed = " ".join(parse_reply(reply, _Reply).query.split())
            fallback = self._fault(proposed, understanding)
            wording = "" if fallback else proposed
        except ChatModelError as error:
            fallback = f"no reply: {error.failure.value}"
        except NotTheJsonError as error:
            fallback = str(error)
        except Exception as error:  # a model may raise anything; the search goes on without it
            fallback = f"model failed: {type(error).__name__}"
        return replace(turn, wording=wording).noting(
            "rephrase",
            wording=wording,
            fallback=fallback,
            prompts=f"{system.digest} {user.digest}",
        )

    def _fault(self, wording: str, understanding: Understanding) -> str | None:
        """Why the wording may not be searched for, or None."""
        if not wording:
            return "model proposed nothing"
        if len(wording) > LONGEST:
            return "wording too long"
        said, asked = fold(wording), fold(understanding.text)
        if _NAMES.search(wording):
            return "wording names a document or holds markup"
        if not set(_NUMERALS.findall(said)) <= set(_NUMERALS.findall(asked)):
            return "wording holds a figure that was not asked"
        if not set(_LATIN.findall(said)) <= set(_LATIN.findall(asked)):
            return "wording holds a Latin word that was not asked"
        places = {mention.region.name for mention in understanding.regions}
        if not {mention.region.name for mention in find_regions(wording)} <= places:
            return "wording names a place that was not asked"
        bodies = {mention.canonical for mention in understanding.bodies}
        if not {mention.canonical for mention in find_bodies(wording)} <= bodies:
            return "wording names a body that was not asked"
        pairs = [pair for run in content_runs(said) for pair in bigrams(run)]
        if sum(not self.library.knows(pair) for pair in pairs) > UNKNOWN * len(pairs):
            return "wording is not that of the documents"
        return None
