"""What may reach the server in an event of the page."""

from __future__ import annotations

from assistant.runtime import Runtime
from assistant.ui.page import build_page


def test_no_event_takes_a_value_from_a_visitor_that_gradio_would_look_for_files_in(
    small_runtime: Runtime,
) -> None:
    config = build_page(small_runtime).get_config_file()
    kinds = {component["id"]: component["type"] for component in config["components"]}
    taken = {kinds[given] for event in config["dependencies"] for given in event["inputs"]}
    assert taken == {"state"}
