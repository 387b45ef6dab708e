"""axe-core over the demo portal with the widget: no serious and no critical finding."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.assistant.widget.conftest import Served
from tests.assistant.widget.front import STREAM, Front, Reply
from tests.assistant.widget.visit import REWARD, Visit

pytestmark = pytest.mark.browser


def findings(visit: Visit) -> list[str]:
    """What axe finds serious or critical, with where."""
    # The page's policy holds for scripts of the page; the test's own comes in beside it.
    found = Axe().run(visit.page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{violation['id']}: {node['target']}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(
    ("path", "size", "dark"),
    [
        ("/", (1280, 800), False),
        ("/", (390, 844), True),
        ("/", (320, 640), False),
        ("/consult.html", (1280, 800), True),
        ("/consult.html", (390, 844), False),
        ("/consult.html", (320, 640), True),
    ],
)
def test_axe_finds_nothing_serious(
    browser: Browser,
    served: Served,
    front: Front,
    path: str,
    size: tuple[int, int],
    dark: bool,
) -> None:
    where = (served.portal, served.address)
    with Visit.begin(browser, *where, path=path, size=size, dark=dark) as visit:
        found = {"at first": findings(visit)}
        visit.ask(REWARD)
        visit.button("没用").click()
        front.replies[STREAM].append(Reply(503, {"detail": "请稍后再试。"}, {"Retry-After": "60"}))
        visit.box.fill("众创空间有哪些？")
        visit.box.press("Enter")
        expect(visit.turns.locator(".setback")).to_be_visible()
        found["answer and failure"] = findings(visit)
        visit.turns.locator(".cite").first.click()
        found["clause"] = findings(visit)
        visit.button("投诉举报").click()
        found["complaint"] = findings(visit)
        assert found == {name: [] for name in found}
