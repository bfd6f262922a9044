from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.preferences import Preferences
from rutkit.widgets.card import card
from rutkit.widgets.folded import FoldedSection
from rutkit.widgets.markup import html
from rutkit.widgets.page import Page


class Built:
    """Counts how often its cards are made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Sequence[widgets.Widget]:
        self.times += 1
        return [card("Offers")]


def section(page: Page, build: Built) -> FoldedSection:
    return FoldedSection(page, "offers", "Offers", "Compare <them>.", build, holds=(Preferences,))


def head(one: FoldedSection) -> str:
    return str(one.widget.children[0].value)


def click(page: Page) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": "fold-offers"}, [])


def test_a_folded_section_says_what_is_in_it_and_builds_nothing(page: Page) -> None:
    one = section(page, build := Built())
    assert html("{text}", text="Compare <them>.") in head(one)
    assert 'aria-expanded="false"' in head(one)
    assert build.times == 0


def test_a_section_that_is_opened_again_is_not_built_again(page: Page) -> None:
    one = section(page, build := Built())
    for is_open in (True, False, True):
        click(page)
        assert one.is_open is is_open
    assert build.times == 1


def test_what_was_opened_is_open_on_the_next_page(page: Page) -> None:
    section(page, Built())
    click(page)
    assert section(page, Built()).is_open


def test_what_was_closed_again_stays_closed_and_unbuilt(page: Page) -> None:
    section(page, Built())
    click(page)
    click(page)
    again = section(page, build := Built())
    assert (again.is_open, build.times) == (False, 0)


def test_a_link_to_what_it_holds_opens_it(page: Page) -> None:
    one = section(page, Built())
    page.places.open(Preferences.table())
    assert one.is_open


def test_a_closed_page_hears_no_more_clicks(page: Page) -> None:
    one = section(page, Built())
    one.close()
    click(page)
    assert not one.is_open
