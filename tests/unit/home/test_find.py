from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from rutkit.home.find.view import SHOWN, FindView
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import ResignationDraft
from rutkit.steps.prepare.records import Letter
from rutkit.widgets.page import Page

DAY = date(2026, 11, 2)


@pytest.fixture
def find(page: Page) -> Iterator[FindView]:
    view = FindView(page)
    yield view
    view.close()


def found(find: FindView, words: str) -> str:
    find._words.value = words
    return str(find._found.value)


def test_a_result_leads_to_its_record(page: Page, find: FindView) -> None:
    record = page.workbook.add(CheckIn(day=DAY, note="The boss again"))

    shown = found(find, "boss")

    assert f'href="#emotions/check_in/{record.id}"' in shown
    assert "Step 3 · Emotional toll · 2 Nov 2026" in shown


def test_the_words_that_were_looked_for_are_marked(page: Page, find: FindView) -> None:
    page.workbook.add(CheckIn(day=DAY, note="The boss again"))

    assert ">boss</mark>" in found(find, "bos")


def test_what_was_written_reaches_the_page_escaped(page: Page, find: FindView) -> None:
    page.workbook.add(CheckIn(day=DAY, note="<img src=x> boss"))

    assert "<img" not in found(find, "boss <img")


def test_nothing_found_is_said(find: FindView) -> None:
    assert "Nothing that you wrote contains “boss”." in found(find, "boss")


def test_an_empty_field_shows_nothing(page: Page, find: FindView) -> None:
    page.workbook.add(CheckIn(day=DAY, note="The boss again"))
    found(find, "boss")

    assert found(find, " ") == ""


def test_of_many_results_the_best_are_shown_and_all_are_counted(page: Page, find: FindView) -> None:
    many = [CheckIn(day=DAY - timedelta(days=back), note="tired") for back in range(SHOWN + 5)]
    page.workbook.add_many(many, label="added a lot")

    shown = found(find, "tired")

    assert shown.count("<li>") == SHOWN
    assert f"{SHOWN + 5} places" in shown


def test_the_results_follow_what_is_changed_meanwhile(page: Page, find: FindView) -> None:
    found(find, "boss")

    page.workbook.add(CheckIn(day=DAY, note="The boss again"))

    assert ">boss</mark>" in find._found.value


@pytest.mark.parametrize("is_sealed", [True, False])
def test_a_letter_is_found_unless_it_is_sealed(page: Page, find: FindView, is_sealed: bool) -> None:
    tomorrow = datetime.now().astimezone().date() + timedelta(days=1)
    sealed = DAY if is_sealed else None
    page.workbook.add(Letter(text="Dear me", written=DAY, opens=tomorrow, sealed=sealed))

    assert ("Dear</mark>" in found(find, "dear")) is not is_sealed


def test_a_sealed_resignation_is_not_found(page: Page, find: FindView) -> None:
    page.workbook.put(ResignationDraft(text="I resign", sealed_at=datetime.now().astimezone()))

    assert "Nothing that you wrote" in found(find, "resign")
