from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal
from unicodedata import normalize

import pytest

from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.steps.emotions.records import CheckIn
from rutkit.workbook import Found, Workbook

DAY = date(2026, 11, 2)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened


def find(workbook: Workbook, words: str, **how: int | list[str]) -> Found:
    sum(workbook.reading_for_search([CheckIn, Acknowledgement]))
    return workbook.search(words, **how)  # type: ignore[arg-type]


def ids(found: Found) -> list[str]:
    return [hit.record_id for hit in found.hits]


@pytest.fixture
def talk(workbook: Workbook) -> CheckIn:
    return workbook.add(
        CheckIn(day=DAY, note="Café with Ana.\nShe said: a better boss.", what_happened=("deadline",))
    )


@pytest.mark.parametrize(
    "words", ["better boss", "boss better", "bos", "CAFE", "café ana", "deadline", "ana, boss"]
)
def test_a_record_is_found_by_words_in_it(workbook: Workbook, talk: CheckIn, words: str) -> None:
    assert ids(find(workbook, words)) == [talk.id]


@pytest.mark.parametrize("words", ["", "  ", "“”", "better chess", "oss", "f" * 32, '"', "* NOT boss"])
def test_nothing_is_found_by_anything_else(workbook: Workbook, talk: CheckIn, words: str) -> None:
    assert find(workbook, words) == Found((), 0)


def test_the_excerpt_tells_the_words_that_were_found(workbook: Workbook, talk: CheckIn) -> None:
    (hit,) = find(workbook, "boss").hits

    assert ("boss", True) in hit.excerpt
    assert "She said: a better boss." in "".join(text for text, _ in hit.excerpt)


def test_a_change_is_found_by_its_new_words_only(workbook: Workbook, talk: CheckIn) -> None:
    find(workbook, "boss")
    workbook.update(talk.model_copy(update={"note": "A quiet day."}))

    assert ids(find(workbook, "quiet")) == [talk.id]
    assert find(workbook, "boss").total == 0


def test_what_was_removed_is_not_found_until_it_is_back(workbook: Workbook, talk: CheckIn) -> None:
    find(workbook, "boss")
    workbook.remove(talk)
    assert find(workbook, "boss").total == 0

    workbook.undo()
    assert ids(find(workbook, "boss")) == [talk.id]


def test_a_version_that_comes_again_after_undo_is_read_again(workbook: Workbook, talk: CheckIn) -> None:
    workbook.update(talk.model_copy(update={"note": "first"}))
    find(workbook, "first")
    workbook.undo()
    find(workbook, "boss")
    (as_before,) = workbook.all(CheckIn)
    workbook.update(as_before.model_copy(update={"note": "second"}))

    assert ids(find(workbook, "second")) == [talk.id]


def test_what_is_to_stay_shut_is_not_found(workbook: Workbook, talk: CheckIn) -> None:
    assert find(workbook, "boss", leaving_out=[talk.id]) == Found((), 0)


def test_it_says_how_many_there_are_beyond_those_it_gives(workbook: Workbook) -> None:
    for day in range(1, 6):
        workbook.add(CheckIn(day=DAY.replace(day=day), note="tired again"))

    found = find(workbook, "tired", limit=2)

    assert (len(found.hits), found.total) == (2, 5)


def test_what_is_known_is_not_read_again(workbook: Workbook) -> None:
    saved = [workbook.add(CheckIn(day=DAY.replace(day=day), note="tired again")) for day in range(1, 6)]
    first = sum(workbook.reading_for_search([CheckIn]))
    workbook.update(saved[0].model_copy(update={"note": "fresh"}))

    assert (first, sum(workbook.reading_for_search([CheckIn]))) == (5, 1)


def test_a_record_that_goes_while_others_are_read_is_not_found(workbook: Workbook) -> None:
    many = [
        CheckIn(day=DAY.replace(year=2000 + year, day=day), note="tired")
        for year in range(20)
        for day in range(1, 8)
    ]
    *_, last = workbook.add_many(many, label="added a lot")
    reading = workbook.reading_for_search([CheckIn])
    next(reading)
    workbook.remove(last)
    sum(reading)

    assert workbook.search("tired").total == len(many) - 1


def test_every_table_that_is_asked_for_is_searched(workbook: Workbook, talk: CheckIn) -> None:
    said = workbook.add(Acknowledgement(day=DAY, sentence="My boss is not the point."))

    assert set(ids(find(workbook, "boss"))) == {talk.id, said.id}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_is_found_whichever_way_it_was_typed(
    workbook: Workbook, form: Literal["NFC", "NFD"]
) -> None:
    kept = workbook.add(CheckIn(day=DAY, note=normalize(form, "Two cafés")))

    assert ids(find(workbook, normalize("NFD", "cafés"))) == [kept.id]
