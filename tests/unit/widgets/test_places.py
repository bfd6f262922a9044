from __future__ import annotations

from unittest.mock import MagicMock

from rutkit.preferences import Preferences
from rutkit.widgets.places import Places, address


def test_the_first_place_that_can_shows_the_record() -> None:
    places, can, second = Places(), MagicMock(return_value=True), MagicMock(return_value=True)
    for opener in (lambda record_id: False, can, second):
        places.add(Preferences, opener)

    assert places.open("preferences", "one")
    can.assert_called_once_with("one")
    second.assert_not_called()


def test_what_is_folded_away_comes_into_sight_first() -> None:
    places, opener = Places(), MagicMock(return_value=True)
    places.add_hidden(Preferences, lambda: places.add(Preferences, opener))

    assert places.open("preferences")
    opener.assert_called_once_with("")


def test_a_place_that_was_taken_away_is_not_asked() -> None:
    places = Places()
    forget = places.add(Preferences, lambda record_id: True)

    forget()

    assert not places.open("preferences")


def test_an_unknown_table_has_no_place() -> None:
    assert not Places().open("nowhere", "id")


def test_an_address_may_name_a_record() -> None:
    assert address("home", Preferences, "f00") == "home/preferences/f00"
