from __future__ import annotations

import pytest

from rutkit.steps.job_search.applications.applied_before import AppliedBefore
from rutkit.steps.job_search.records import Application

LEAD = Application(title="Customer Support Lead (m/f/d)", company="Otter & Sons Ltd.", posting="p1")
CLERK = Application(title="Warehouse clerk", company="Otter and Sons")
ELSEWHERE = Application(title="Customer Support Lead", company="Badger Bank")


def found(title: str, company: str, *postings: str) -> list[tuple[Application, bool]]:
    known = AppliedBefore([LEAD, CLERK, ELSEWHERE])
    return [(one.application, one.is_same_job) for one in known.like(title, company, postings=postings)]


def test_the_same_job_comes_before_others_at_the_company() -> None:
    assert found("customer support lead", "OTTER & SONS") == [(LEAD, True), (CLERK, False)]


def test_the_same_title_elsewhere_is_another_job() -> None:
    assert found("Customer Support Lead", "Heron Air") == []


def test_the_beginning_of_a_company_is_enough_from_four_letters_up() -> None:
    assert found("", "Otte") == [(CLERK, False), (LEAD, False)]
    assert found("", "Ott") == []


def test_a_posting_says_it_whatever_is_typed() -> None:
    assert found("", "", "p1") == [(LEAD, True)]


@pytest.mark.parametrize(("title", "company"), [("", ""), ("Customer Support Lead", ""), ("", "the")])
def test_nothing_is_said_before_a_company_is_known(title: str, company: str) -> None:
    assert found(title, company) == []


def test_an_application_without_a_posting_is_not_that_of_every_other_one() -> None:
    assert found("", "", "") == []
