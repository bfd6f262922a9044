from __future__ import annotations

import pytest

from rutkit.exchange.postings.first_line import FirstLine, read_first_line


def read(line: str) -> FirstLine:
    return read_first_line(f"{line}\n\nYou plan and run our training programme.")


@pytest.mark.parametrize(
    ("line", "title", "company", "location"),
    [
        (
            "Training Coordinator (m/f/d), Nordlicht Insurance Academy, Hamburg",
            "Training Coordinator (m/f/d)",
            "Nordlicht Insurance Academy",
            "Hamburg",
        ),
        ("Support lead – Acme GmbH", "Support lead", "Acme GmbH", ""),
        (
            "Nurse | Nowhere Hospital | Aix-en-Provence",
            "Nurse",
            "Nowhere Hospital",
            "Aix-en-Provence",
        ),
        ("Clerk - Northern Trust", "Clerk", "Northern Trust", ""),
    ],
)
def test_a_title_a_company_and_a_place_are_taken_apart(
    line: str, title: str, company: str, location: str
) -> None:
    assert read(line) == (title, company, location)


@pytest.mark.parametrize(
    "line",
    [
        "Support lead",
        "Manager, Marketing",
        "Director, Sales, Europe",
        "Analyst, Group Finance",
        "Manager, Council Services, Leeds",
        "Engineer – night shift",
        "Part-time clerk",
        "Lecturer, Department of History, University of Leeds, Leeds",
    ],
)
def test_what_does_not_show_how_stays_whole(line: str) -> None:
    assert read(line) == (line, "", "")


@pytest.mark.parametrize(
    "line",
    [
        "Engineer (m/w/d), Payments, Berlin",
        "Engineer (m/w/d) – Berlin",
        "Engineer (m/w/d), Acme Ltd, 10115 Berlin, from 1 May",
    ],
)
def test_of_what_is_unclear_the_job_title_alone_is_kept(line: str) -> None:
    assert read(line) == ("Engineer (m/w/d)", "", "")


@pytest.mark.parametrize("line", ["About the job", "We are looking for somebody.", "x" * 101])
def test_what_is_no_title_names_nothing(line: str) -> None:
    assert read(line) == ("", "", "")


def test_a_line_that_is_the_whole_posting_is_no_title() -> None:
    assert read_first_line("Support lead (m/f/d), Acme GmbH, Hamburg") == ("", "", "")
