from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.steps.job_search.records import Application
from rutkit.steps.market.records import Posting
from rutkit.steps.network.companies import OPEN_DAYS, Vacancy, by_company, coverage, targets, vacancies
from rutkit.steps.network.records import Contact

TODAY = date(2026, 11, 22)


def days(count: int) -> timedelta:
    return timedelta(days=count)


@pytest.mark.parametrize(
    ("posted", "closing", "expected"),
    [
        (None, None, True),
        (TODAY - days(OPEN_DAYS - 1), None, True),
        (TODAY - days(OPEN_DAYS), None, False),
        (TODAY - days(300), TODAY, True),
        (TODAY, TODAY - days(1), False),
    ],
)
def test_a_posting_is_open_until_it_closes_or_for_sixty_days(
    posted: date | None, closing: date | None, expected: bool
) -> None:
    assert Vacancy("Acme", "Clerk", posted, closing).is_open(TODAY) is expected


def test_repeats_and_postings_without_a_company_are_left_out() -> None:
    postings = [Posting(company="Acme"), Posting(company="Acme", repeats="another"), Posting(company=" ")]
    assert len(vacancies(postings)) == 1


def test_one_company_is_one_target_however_it_is_written() -> None:
    open_ones = [Vacancy("ACME", "Clerk", None, None), Vacancy("Acme Ltd.", "Cook", None, None)] * 2
    (target,) = targets(open_ones, [Application(company="Acme, Inc.", title="Clerk")], TODAY)
    assert (target.name, target.open_roles, target.applications) == ("ACME", ("Clerk", "Cook"), ("Clerk",))
    assert target.in_words == "2 open roles and 1 application"


def test_an_application_that_ended_makes_no_target() -> None:
    assert targets([], [Application(company="Acme", outcome="rejected")], TODAY) == ()


def test_companies_with_an_application_come_first() -> None:
    open_ones = [Vacancy("Bolt", "Clerk", None, None), Vacancy("Bolt", "Cook", None, None)]
    found = targets(open_ones, [Application(company="Zinc")], TODAY)
    assert [target.name for target in found] == ["Zinc", "Bolt"]


def test_people_are_found_at_a_target_the_closest_first() -> None:
    people = [
        Contact(name="Ada", company="Acme Ltd."),
        Contact(name="Bo", company="ACME", closeness=1),
        Contact(name="Cleo", company="acme", closeness=4),
        Contact(name="Dan", company="Bolt"),
        Contact(name="Eve"),
    ]
    (known,) = coverage(targets([Vacancy("Acme", "Clerk", None, None)], [], TODAY), by_company(people))
    assert [person.name for person in known.people] == ["Cleo", "Bo", "Ada"]


def test_a_target_where_nobody_is_known_is_covered_by_nobody() -> None:
    (known,) = coverage(targets([Vacancy("Acme", "Clerk", None, None)], [], TODAY), {})
    assert known.people == ()
