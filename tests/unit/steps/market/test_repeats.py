from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.repeats import Vacancy, find_repeats

WORDS = [f"word{number}" for number in range(2_000)]
TEXT = " ".join(random.Random(1).choices(WORDS, k=300))
OTHER_TEXT = " ".join(random.Random(2).choices(WORDS, k=300))


def vacancy(
    id_: str, title: str = "Baker", company: str = "Acme", location: str = "", text: str = TEXT
) -> Vacancy:
    return Vacancy(id_, title, company, location, text)


def edited(share: float) -> str:
    """The text with this share of its words replaced by others."""
    chance = random.Random(3)
    return " ".join("new" if chance.random() < share else word for word in TEXT.split())


@pytest.mark.parametrize(
    "again",
    [
        vacancy("b"),
        vacancy("b", title="BAKER (m/f/d)"),
        vacancy("b", title="Baker - Leeds, full-time", location="Leeds, UK"),
        vacancy("b", company="Acme Ltd."),
        vacancy("b", company=""),
        vacancy("b", title=""),
        vacancy("b", text=TEXT.upper().replace(" ", "\n")),
        vacancy("b", text=edited(0.03)),
        vacancy("b", text=f"{TEXT} Apply by the first of May."),
    ],
)
def test_the_same_vacancy_in_another_place_is_a_repeat(again: Vacancy) -> None:
    assert find_repeats([vacancy("a")], [again]) == {"b": "a"}


@pytest.mark.parametrize(
    "other",
    [
        vacancy("b", text=OTHER_TEXT),
        vacancy("b", text=edited(0.3)),
        vacancy("b", title="Senior Baker"),
        vacancy("b", title="Cook"),
        vacancy("b", company="Emca"),
        vacancy("b", text=""),
    ],
)
def test_another_vacancy_is_none(other: Vacancy) -> None:
    assert find_repeats([vacancy("a")], [other]) == {}


def test_repeats_within_what_is_new_are_found_and_all_point_to_the_first() -> None:
    assert find_repeats([], [vacancy("a"), vacancy("b"), vacancy("c", text=edited(0.03))]) == {
        "b": "a",
        "c": "a",
    }


def test_what_was_known_before_is_left_as_it_is() -> None:
    assert find_repeats([vacancy("a"), vacancy("b")], []) == {}


def test_a_known_posting_without_a_title_is_found_too() -> None:
    assert find_repeats([vacancy("a", title="")], [vacancy("b")]) == {"b": "a"}


def test_progress_is_told_up_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    find_repeats([], [vacancy(str(n)) for n in range(3)], lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (3, 3)]


@given(st.lists(st.text(max_size=60), max_size=8))
def test_no_repeat_repeats_a_repeat(texts: list[str]) -> None:
    repeats = find_repeats([], [vacancy(str(number), text=text) for number, text in enumerate(texts)])
    assert not repeats.keys() & set(repeats.values())
    assert all(int(original) < int(again) for again, original in repeats.items())


@given(st.text(min_size=1), st.text(max_size=20), st.text(max_size=20))
def test_the_very_same_posting_always_repeats(text: str, title: str, company: str) -> None:
    first, again = (Vacancy(id_, title, company, "", text) for id_ in "ab")
    assert find_repeats([first], [again]) == {"b": "a"}
