from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.serving.audience import Capacity, NamedUsers, NotNamedError, file_name, is_same_address

PROXY = "127.0.0.1"


@pytest.fixture
def users(tmp_path: Path) -> NamedUsers:
    return NamedUsers(tmp_path / "users", "X-User", PROXY, Capacity(), 500)


def as_sent(name: str) -> str:
    """A name as it arrives: its UTF-8 bytes, each taken for a sign."""
    return name.encode().decode("latin-1")


@pytest.mark.parametrize(
    "name", ["ada", "ada@example.org", "Łucja Öz", "张伟", "../ada", "a%2e%2e/b", "ada lovelace"]
)
def test_a_user_is_who_the_proxy_says(users: NamedUsers, name: str) -> None:
    assert users.name_in([as_sent(name)], PROXY) == name


@pytest.mark.parametrize("sender", ["127.0.0.2", "192.168.1.7", "::1", "", "localhost", "127.0.0.1 "])
def test_nobody_but_the_proxy_may_name_a_user(users: NamedUsers, sender: str) -> None:
    with pytest.raises(NotNamedError):
        users.name_in(["ada"], sender)


@pytest.mark.parametrize("values", [[], ["ada", "bob"], ["ada", "ada"]])
def test_one_header_is_needed_and_no_more(users: NamedUsers, values: list[str]) -> None:
    with pytest.raises(NotNamedError):
        users.name_in(values, PROXY)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "ada,bob",
        "ada, bob",
        " ada",
        "ada\t",
        "ada\x00",
        "a\x1bda",
        as_sent("ada\u202e"),
        "a" * 300,
        "\xff",
    ],
)
def test_a_name_that_is_not_clear_is_refused(users: NamedUsers, value: str) -> None:
    with pytest.raises(NotNamedError):
        users.name_in([value], PROXY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada", "Ada"),
        ("straße", "strasse"),
        ("é", "e\u0301"),
        ("ada", "аda"),  # the second begins with a Cyrillic letter
        ("a/b", "a_b"),
        ("a.", "a"),
        ("ſ", "s"),
    ],
)
def test_two_names_are_two_files_however_much_they_look_alike(one: str, other: str) -> None:
    assert file_name(one).casefold() != file_name(other).casefold()


@given(st.text(min_size=1))
def test_a_file_name_leads_nowhere_else(name: str) -> None:
    made = file_name(name)
    assert made.isascii()
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")
    assert len(made) <= 80


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_names_get_different_files(one: str, other: str) -> None:
    assert (file_name(one) == file_name(other)) == (one == other)


@given(st.text(min_size=1))
def test_how_accents_are_put_together_makes_another_user(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)
    assert (file_name(apart) == file_name(name)) == (apart == name)


def test_a_users_folder_is_theirs_alone_and_lasts(users: NamedUsers) -> None:
    place = Path(users.environment("ada")["RUTKIT_FILE"])
    assert place.parent.stat().st_mode & 0o077 == 0
    assert Path(users.environment("ada")["RUTKIT_FILE"]) == place


@pytest.mark.parametrize(("one", "other"), [("127.0.0.1", "::ffff:127.0.0.1"), ("::1", "0:0:0:0:0:0:0:1")])
def test_an_address_may_be_written_in_two_ways(one: str, other: str) -> None:
    assert is_same_address(one, other)


@pytest.mark.parametrize(("one", "other"), [("127.0.0.1", "::1"), ("", ""), ("proxy", "proxy")])
def test_what_is_no_address_is_the_same_as_nothing(one: str, other: str) -> None:
    assert not is_same_address(one, other)
