from __future__ import annotations

from babel import Locale

from rutkit.preferences import CURRENCIES, Preferences
from rutkit.records import Kind, field_spec


def test_every_currency_to_choose_from_has_a_name() -> None:
    assert set(CURRENCIES) <= set(Locale("en").currencies)


def test_currencies_can_be_looked_up_by_alphabet() -> None:
    assert list(CURRENCIES) == sorted(CURRENCIES)


def test_the_currency_is_one_of_several_for_a_form() -> None:
    spec = field_spec(Preferences, "currency")
    assert (spec.kind, spec.choices, spec.default) == (Kind.CHOICE, CURRENCIES, "USD")


def test_there_is_one_set_of_preferences_in_a_workbook() -> None:
    assert Preferences.one_per == ()
