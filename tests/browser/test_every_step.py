"""What holds for every step of an empty workbook and of a full one, each opened once.

Charts are drawn, axe finds nothing serious with all forms open and no contrast too weak by night, everything that takes
an answer says what it asks, a narrow phone need not be pushed sideways, and nobody but this machine's server is asked
for anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from reading import assert_charts_are_drawn, page_width, serious, sticking_out
from servers import Server
from tabs import Tab

from rutkit.home.panels import HOME, ROUTES

DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}

TAKES_AN_ANSWER = {
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "radio",
    "checkbox",
    "switch",
    "spinbutton",
    "slider",
    "Date",
    "DateTime",
    "InputTime",
}
"""The roles, as Chromium's accessibility tree names them."""

every_step = pytest.mark.parametrize("step", ROUTES)


@pytest.fixture(scope="module", params=["empty", "full"])
def workbook(request: pytest.FixtureRequest, browser: Browser, voila: Server, demo: Path) -> Iterator[Tab]:
    """A dashboard that all tests of this module look at; none of them changes an answer."""
    shutil.rmtree(voila.file.parent, ignore_errors=True)
    if request.param == "full":
        voila.file.parent.mkdir(mode=0o700)
        shutil.copyfile(demo, voila.file)
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")  # type: ignore[arg-type]
    tab = Tab(context.new_page(), voila.address).open()
    yield tab
    tab.close()
    context.close()
    assert tab.strangers() == []
    assert tab.complaints == []


@pytest.fixture
def seen(workbook: Tab, step: str) -> Tab:
    """The dashboard with the step in sight, at a desk and by day."""
    workbook.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    workbook.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return workbook.go(step).wait_until_drawn()


@every_step
def test_its_charts_are_drawn(seen: Tab) -> None:
    assert_charts_are_drawn(seen)


@every_step
def test_it_fits_a_phone(seen: Tab) -> None:
    seen.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page_width(seen) <= PHONE["width"], sticking_out(seen, PHONE["width"])


@every_step
def test_a_phone_shows_of_the_navigation_only_where_one_is(seen: Tab) -> None:
    seen.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(seen.find(".rutkit nav .rutkit-note").filter(visible=True)).to_have_count(0)
    expect(seen.find(".rutkit-tagline")).to_be_hidden()


@every_step
def test_by_night_everything_can_be_read(workbook: Tab, step: str) -> None:
    workbook.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    workbook.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert serious(workbook.go(step).wait_until_drawn(), rules=["color-contrast"]) == []


@every_step
def test_with_every_form_open_it_can_be_used_by_everybody(seen: Tab, step: str) -> None:
    open_wide(seen, step)
    assert serious(seen) == []
    assert controls_without_a_name(seen) == []


def open_wide(tab: Tab, step: str) -> None:
    """Open every form of a step that a button opens."""
    openers = tab.step(step).locator(
        ".rutkit-adder > .rutkit-buttons button, .rutkit-folded > button:first-child"
    )
    for button in reversed(openers.filter(visible=True).all()):
        button.click()
    for button in tab.step(step).locator(".rutkit-record-first button:text-is('Edit')").all():
        button.click()
    tab.page.wait_for_timeout(500)


MAY_ASK_NOTHING = (".ipynb", *(f"#{slug}" for slug in (HOME, "review", "so_far")))
"""How an address may end: without a name it is the first page’s."""


def controls_without_a_name(tab: Tab) -> Sequence[str]:
    """Controls to which Chromium's accessibility tree gives no name."""
    session = tab.page.context.new_cdp_session(tab.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    controls = [
        node for node in nodes if not node["ignored"] and node.get("role", {}).get("value") in TAKES_AN_ANSWER
    ]
    assert controls or tab.page.url.endswith(MAY_ASK_NOTHING), (
        "Only a page that looks back or ahead may ask nothing"
    )
    return [str(node) for node in controls if not node.get("name", {}).get("value", "").strip()]
