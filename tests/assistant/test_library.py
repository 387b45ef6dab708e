"""What the library knows of its documents."""

from __future__ import annotations

from assistant.assistant import Assistant


def test_this_year_is_that_of_the_documents_date(engine: Assistant) -> None:
    assert engine.library.spoken_in("measures") == 2023


def test_this_year_of_an_undated_document_is_the_one_it_writes_most(engine: Assistant) -> None:
    assert engine.library.spoken_in("rules") == 2023
