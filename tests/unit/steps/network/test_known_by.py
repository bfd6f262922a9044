from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.network.known_by import mail_key, name_key, name_words, phone_key, profile_key, reach
from rutkit.steps.network.records import Contact


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Müller, PMP", "zoe muller"),
        ("Doe, John", "John Doe"),
        ("Dr. Ada Lovelace PhD", "Ada Lovelace"),
        ("Conan O’Brien", "Conan OBrien"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("written", ["ada@example.com", "+1 905 555 1234", ""])
def test_an_address_in_place_of_a_name_is_no_name(written: str) -> None:
    assert name_words(written) == ()


def test_a_name_that_is_only_a_title_is_still_a_name() -> None:
    assert name_words("Ma") == ("ma",)


@pytest.mark.parametrize(
    "written", ["905-555-1234", "+1 (905) 555 1234", "tel 0905 5551234", "9055551234 ext. 7"]
)
def test_a_phone_number_is_the_same_with_its_country_and_without(written: str) -> None:
    assert phone_key(written) == "055551234"


def test_a_short_number_tells_nobody_apart() -> None:
    assert phone_key("110") == ""


@pytest.mark.parametrize(
    "written",
    [
        "https://www.linkedin.com/in/zoe-m%C3%BCller",
        "http://de.linkedin.com/in/Zoe-Müller/",
        "linkedin.com/in/zoe-müller?trk=x",
    ],
)
def test_a_profile_is_the_same_however_its_address_is_written(written: str) -> None:
    assert profile_key(written) == "linkedin.com/in/zoe-müller"


@pytest.mark.parametrize("written", ["https://www.acme.example", "https://acme.example/", "Acme", ""])
def test_a_site_as_a_whole_is_nobodys_profile(written: str) -> None:
    assert profile_key(written) == ""


def test_people_are_known_by_the_further_addresses_in_their_notes() -> None:
    contact = Contact(
        mail="Ada@Example.com",
        notes="Met in May 2019.\nAlso: b@example.com\nAlso: 905 555 1234\nAlso: https://ada.example/me\nAlso: Acme",
    )
    found = reach(contact)
    assert found.mails == {"ada@example.com", "b@example.com"}
    assert found.phones == {"055551234"}
    assert found.profiles == {"ada.example/me"}


@given(st.text(max_size=60))
def test_anything_written_has_keys(text: str) -> None:
    for key in (name_key, mail_key, phone_key, profile_key):
        assert key(text) == key(f" {text} ")
